//! What the service says of its own tables: `EntityDefinitions`, `RelationshipDefinitions`,
//! `GlobalOptionSetDefinitions`, `RetrieveMetadataChanges` and `$metadata`. All of it is made from
//! the definitions. Columns and keys can be added, and those that were added removed.

mod attribute;
mod body;
mod changes;
mod csdl;
mod define;
mod document;
mod entity;

use axum::http::StatusCode;
use axum::response::Response;
pub(crate) use changes::changes;
pub(crate) use csdl::csdl;
pub(crate) use define::change;
use document::{holds, project};
use entity::{entity, many_to_one};
use odata::{Key, Literal, Segment};
use serde_json::{Value as Json, json as json_value};

use crate::api::Service;
use crate::exchange::Exchange;
use crate::model::Model;
use crate::respond::{ApiError, NO_SUCH_ROW, json};

/// Documents on the way along a path.
enum Node {
    Many(Vec<Json>),
    One(Json),
}

/// Whether a path begins at metadata.
pub(crate) fn is_root(name: &str) -> bool {
    ["EntityDefinitions", "RelationshipDefinitions", "GlobalOptionSetDefinitions"].contains(&name)
}

/// `GET EntityDefinitions…`
pub(crate) fn read(
    service: &Service,
    exchange: &Exchange,
    first: &Segment,
    rest: &[Segment],
) -> Result<Response, ApiError> {
    let model = service.model(exchange);
    let options = &exchange.options;
    let deep = !rest.is_empty() || !options.expand.is_empty();
    let mut node = keyed(Node::Many(roots(&model, first, deep)), first)?;
    for step in rest {
        node = keyed(stepped(node, step)?, step)?;
    }
    let context = format!("{}/$metadata#{}", exchange.root, exchange.path);
    let body = match node {
        Node::One(document) => {
            let mut shown = project(&document, &options.select, &options.expand)?;
            match shown.as_object_mut() {
                Some(members) => {
                    members.insert("@odata.context".into(), Json::from(context));
                    shown
                }
                None => json_value!({ "@odata.context": context, "value": shown }),
            }
        }
        Node::Many(documents) => {
            let mut shown = Vec::with_capacity(documents.len());
            for document in &documents {
                if holds(document, options.filter.as_ref())? {
                    shown.push(project(document, &options.select, &options.expand)?);
                }
            }
            let mut body = json_value!({ "@odata.context": context });
            if options.count {
                body["@odata.count"] = shown.len().into();
            }
            shown.truncate(options.top.map_or(usize::MAX, |top| top as usize));
            body["value"] = Json::Array(shown);
            body
        }
    };
    json(StatusCode::OK, &body)
}

fn roots(model: &Model<'_>, first: &Segment, deep: bool) -> Vec<Json> {
    let shown = model.catalog.tables().iter().filter(|table| model.table(&table.name).is_some());
    match first.name.as_str() {
        "EntityDefinitions" => {
            // Most requests are about one table; the others need not be described.
            let named = first.arguments().iter().find_map(|(name, literal)| match literal {
                Literal::Text(text) if name == "LogicalName" => Some(text.as_str()),
                _ => None,
            });
            let asked = shown.filter(|table| named.is_none_or(|name| table.name == name));
            asked.map(|table| entity(model, table, deep)).collect()
        }
        "RelationshipDefinitions" => shown.flat_map(|table| many_to_one(model, table)).collect(),
        // Every option set belongs to one column here.
        _ => Vec::new(),
    }
}

/// Follows a step: a member of a document, or a cast to a kind of document.
fn stepped(node: Node, step: &Segment) -> Result<Node, ApiError> {
    let is_of_kind = |document: &Json| {
        let kind = document.get("@odata.type").and_then(Json::as_str);
        kind.is_some_and(|kind| kind.trim_start_matches('#') == step.name)
    };
    match node {
        Node::Many(mut documents) if step.name.contains('.') => {
            documents.retain(is_of_kind);
            Ok(Node::Many(documents))
        }
        Node::One(document) if step.name.contains('.') => {
            if is_of_kind(&document) {
                Ok(Node::One(document))
            } else {
                Err(missing(&step.name))
            }
        }
        Node::One(mut document) => match document.get_mut(&step.name).map(Json::take) {
            Some(Json::Array(documents)) => Ok(Node::Many(documents)),
            Some(member) => Ok(Node::One(member)),
            None => Err(ApiError::unknown_segment(&step.name)),
        },
        Node::Many(_) => Err(ApiError::unknown_segment(&step.name)),
    }
}

/// Picks the document that the parentheses name, if there are any.
fn keyed(node: Node, step: &Segment) -> Result<Node, ApiError> {
    let (member, literal) = match &step.key {
        None | Some(Key::Empty) => return Ok(node),
        Some(Key::Single(literal)) => ("MetadataId", literal),
        Some(Key::Named(values)) => match values.as_slice() {
            [(member, literal)] => (member.as_str(), literal),
            _ => return Err(ApiError::invalid("Name one member of the key, such as LogicalName='…'.")),
        },
    };
    let wanted = match literal {
        Literal::Text(text) => text.clone(),
        Literal::Id(id) => id.to_string(),
        other => return Err(ApiError::invalid(format!("{other} is no key of {}.", step.name))),
    };
    let Node::Many(documents) = node else { return Err(ApiError::unknown_segment(&step.name)) };
    let found = documents
        .into_iter()
        .find(|document| document.get(member).and_then(Json::as_str) == Some(wanted.as_str()));
    found.map(Node::One).ok_or_else(|| missing(&wanted))
}

fn missing(name: &str) -> ApiError {
    ApiError::new(404, NO_SUCH_ROW, format!("There is no metadata of the name '{name}'."))
}
