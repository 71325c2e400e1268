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
        return Err(ApiError::not_implemented("A reference to another part of a batch"));
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
    let absolute = text.split_once("://").map(|(_, rest)| rest.split_once('/').unwrap_or((rest, "")));
    let Some(root) = root else {
        // Whose address it is cannot be told here; the last step names the row.
        let path = absolute.map_or(text, |(_, path)| path);
        return Ok(path
            .rsplit_once('/')
            .filter(|(_, last)| last.contains('('))
            .map_or(path, |(_, last)| last));
    };
    if absolute.is_some() {
        let below = text.strip_prefix(root).and_then(|rest| rest.strip_prefix('/'));
        return below.ok_or_else(|| ApiError::invalid(format!("'{text}' is not an address below {root}.")));
    }
    let path = text.strip_prefix('/').unwrap_or(text);
    let nested = root.split_once("://").map_or(root, |(_, rest)| rest);
    let nested = nested.split_once('/').map_or("", |(_, nested)| nested);
    let below = path.strip_prefix(nested).filter(|_| !nested.is_empty());
    Ok(below.and_then(|rest| rest.strip_prefix('/')).unwrap_or(path))
}
