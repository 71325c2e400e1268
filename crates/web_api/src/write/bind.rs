//! The address in a bind or a reference: `/accounts(guid)`, `accounts(guid)`, an absolute URL, or
//! a path by alternate key.

use odata::parse_resource;
use tables::uuid::Uuid;
use tables::{Filter, Path};

use crate::model::Model;
use crate::respond::ApiError;

/// How a bound row is named.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Target {
    Id(Uuid),
    Key(Filter),
}

/// The logical name of the table and the row in it. `root`, where known, is the only service
/// that an absolute address may be of.
pub(crate) fn parse_bind(
    model: &Model<'_>,
    text: &str,
    root: Option<&str>,
) -> Result<(String, Target), ApiError> {
    let form = || ApiError::invalid(format!("'{text}' is no address of a row such as \"/accounts(id)\"."));
    if text.starts_with('$') {
        return Err(ApiError::invalid(format!(
            "'{text}' means a part of the same change set, and this is none. Name the row itself."
        )));
    }
    let segments = parse_resource(relative(text, root)?)?;
    let (Some(segment), true) = (segments.last(), segments.len() == 1) else {
        return Err(form());
    };
    if segment.key.is_none() {
        return Err(form());
    }
    let table = model.set(&segment.name);
    let table = table.ok_or_else(|| ApiError::invalid(format!("There is no set {}.", segment.name)))?;
    let address = model.address(table, segment, None)?;
    let target = match address.id {
        Some(id) => Target::Id(id),
        None => {
            let equals = |(name, value)| Filter::equals(Path(vec![name]), value);
            Target::Key(Filter::And(address.key.into_iter().map(equals).collect()))
        }
    };
    Ok((table.name.clone(), target))
}

/// The path below the service's root.
fn relative<'a>(text: &'a str, root: Option<&str>) -> Result<&'a str, ApiError> {
    if let Some(root) = root {
        return below(text, root);
    }
    // Whose address it is cannot be told here; the last step names the row.
    let path = absolute(text).map_or(text, |rest| rest.split_once('/').map_or("", |(_, path)| path));
    Ok(path.rsplit_once('/').filter(|(_, last)| last.contains('(')).map_or(path, |(_, last)| last))
}

/// An address as it is below the service: absolute, below the server, or so already.
pub(crate) fn below<'a>(text: &'a str, root: &str) -> Result<&'a str, ApiError> {
    if absolute(text).is_some() {
        let below = text.strip_prefix(root).and_then(|rest| rest.strip_prefix('/'));
        return below.ok_or_else(|| ApiError::invalid(format!("'{text}' is not an address below {root}.")));
    }
    let path = text.strip_prefix('/').unwrap_or(text);
    let nested = absolute(root).unwrap_or(root);
    let nested = nested.split_once('/').map_or("", |(_, nested)| nested);
    let below = path.strip_prefix(nested).filter(|_| !nested.is_empty());
    Ok(below.and_then(|rest| rest.strip_prefix('/')).unwrap_or(path))
}

/// What follows the scheme of an absolute address. One in a query does not make it absolute.
fn absolute(text: &str) -> Option<&str> {
    text.strip_prefix("http://").or_else(|| text.strip_prefix("https://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_cut_at_the_root_however_it_begins() {
        let root = "http://h:1/api/data/v9.2";
        for text in [
            "leads?$filter=a eq 'http://x/y'",
            "/leads?$filter=a eq 'http://x/y'",
            "/api/data/v9.2/leads?$filter=a eq 'http://x/y'",
            "http://h:1/api/data/v9.2/leads?$filter=a eq 'http://x/y'",
        ] {
            assert_eq!(below(text, root).as_deref(), Ok("leads?$filter=a eq 'http://x/y'"), "{text}");
        }
        assert_eq!(below("/api/data/v9.2/leads", "/api/data/v9.2"), Ok("leads"));
        assert_eq!(below("http://other/api/data/v9.2/leads", root).unwrap_err().status, 400);
    }
}
