//! Which query a request asks for: one in the address, or a stored one by its id. The query option
//! `savedQuery` reads the table `savedquery`, `userQuery` the table `userquery`, where there is one.

use tables::{Error, Reader, TableDefinition};

use crate::api::{Convention, Service};
use crate::exchange::Exchange;
use crate::respond::{ApiError, NO_SUCH_ROW};

/// The options that ask for FetchXML.
const OPTIONS: [&str; 3] = ["fetchXml", "savedQuery", "userQuery"];
/// Columns of a stored query.
const TEXT: &str = "fetchxml";
const TABLE: &str = "returnedtypecode";

/// What a request asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked<'a> {
    /// This text.
    Given(&'a str),
    /// The stored query of this option and id.
    Stored(&'static str, &'a str),
}

/// What the request asks for, if it asks for FetchXML at all.
pub(crate) fn asked<'a>(service: &Service, exchange: &'a Exchange) -> Result<Option<Asked<'a>>, ApiError> {
    let options = &exchange.options;
    let known = |name: &str| OPTIONS.into_iter().find(|option| *option == name);
    let mut given = options.custom.iter().filter_map(|(name, value)| Some((known(name)?, value.as_str())));
    let Some((option, value)) = given.next() else { return Ok(None) };
    if service.convention != Convention::Dataverse {
        return Err(ApiError::not_implemented(&format!("The query option {option}")));
    }
    let alone = given.next().is_none()
        && options.filter.is_none()
        && options.order_by.is_empty()
        && options.select.is_empty();
    if !alone {
        let message =
            format!("{option} cannot be combined with $select, $filter, $orderby or another query.");
        return Err(ApiError::invalid(message));
    }
    Ok(Some(if option == OPTIONS[0] { Asked::Given(value) } else { Asked::Stored(option, value) }))
}

/// The text of the stored query, if the caller may read it.
pub(super) async fn text(
    reader: &mut Reader,
    table: &TableDefinition,
    option: &str,
    id: &str,
) -> Result<String, ApiError> {
    let name = option.to_ascii_lowercase();
    let definition = reader.catalog().table(&name);
    let keeps_queries = |stored: &TableDefinition| {
        [TEXT, TABLE].iter().all(|column| stored.column(column).is_some_and(|column| !column.secret))
    };
    if !definition.is_ok_and(|stored| keeps_queries(stored)) {
        return Err(ApiError::not_implemented(&format!("The query option {option}")));
    }
    let id = tables::json::read_id(id)
        .ok_or_else(|| ApiError::invalid(format!("{option} must be the id of a stored query, not {id}.")))?;
    let missing = || Error::NotFound { table: name.clone(), id };
    let row = reader.get_row(&name, id).await?.ok_or_else(missing)?;
    let of_table = row.get(TABLE).as_text().unwrap_or_default();
    if of_table != table.name {
        let message = format!("This query is one on {of_table}, not on {}.", table.name);
        return Err(ApiError::new(400, NO_SUCH_ROW, message));
    }
    let text = row.get(TEXT).as_text().unwrap_or_default();
    if text.is_empty() {
        return Err(ApiError::invalid("This stored query has no fetchxml."));
    }
    Ok(text.to_owned())
}
