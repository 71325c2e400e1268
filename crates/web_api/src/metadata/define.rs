//! Making and removing columns and keys: `POST` and `DELETE` on `EntityDefinitions(…)/Attributes` and
//! `/Keys`. What a body asks for and this server cannot keep is refused, never left out in silence;
//! only the words for yes and no stay the server's own.

use axum::response::Response;
use odata::Segment;
use serde_json::{Map, Value as Json};
use tables::store::{Addition, CUSTOMIZATION, Removal};
use tables::{Depth, Error, KeyDefinition, Privilege, TableDefinition};

use super::body::{attribute, label, name_of, only};
use super::entity::metadata_id;
use super::{Node, keyed, missing, roots, stepped};
use crate::api::{Convention, Service};
use crate::exchange::Exchange;
use crate::model::Model;
use crate::respond::{ApiError, created_at, no_content};

/// Dataverse's number for a name that is taken.
const NAME_TAKEN: &str = "0x80047013";

/// `POST` or `DELETE` below `EntityDefinitions`.
pub(crate) async fn change(
    service: &Service,
    exchange: &Exchange,
    first: &Segment,
    rest: &[Segment],
) -> Result<Response, ApiError> {
    let model = service.model(exchange);
    let unable = || ApiError::not_implemented("Changing this part of the metadata");
    let [step] = rest else { return Err(unable()) };
    let is_ours = service.convention == Convention::Dataverse && first.name == "EntityDefinitions";
    let is_post = exchange.method == axum::http::Method::POST;
    let is_delete = exchange.method == axum::http::Method::DELETE;
    may_change(exchange, is_delete)?;
    let table = match keyed(Node::Many(roots(&model, first, false)), first)? {
        Node::One(document) if is_ours => name_in(&document),
        _ => return Err(unable()),
    };
    let table = model.catalog.table(&table)?;
    match (step.name.as_str(), step.key.is_some()) {
        ("Attributes", false) if is_post => add_column(service, exchange, table).await,
        ("Keys", false) if is_post => add_key(service, exchange, table).await,
        ("Attributes", true) if is_delete => {
            let column = named(&model, first, step)?;
            remove(service, exchange, Removal::Column { table: table.name.clone(), column }).await
        }
        ("Keys", true) if is_delete => {
            let key = named(&model, first, step)?;
            remove(service, exchange, Removal::Key { table: table.name.clone(), key }).await
        }
        _ => Err(unable()),
    }
}

/// Told before anything of the body is: whoever may not, learns that first. The store looks again.
fn may_change(exchange: &Exchange, is_delete: bool) -> Result<(), Error> {
    let privilege = if is_delete { Privilege::Delete } else { Privilege::Create };
    match exchange.caller.context.principal.depth(CUSTOMIZATION, privilege) {
        Depth::Organization => Ok(()),
        _ => Err(Error::NoPrivilege { action: privilege.word(), table: "tables and columns".into() }),
    }
}

async fn add_column(
    service: &Service,
    exchange: &Exchange,
    table: &TableDefinition,
) -> Result<Response, ApiError> {
    let column = attribute(&exchange.object()?)?;
    if table.column(&column.name).is_some() {
        return Err(taken(table, "column", &column.name));
    }
    let made = (format!("{}.{}", table.name, column.name), "Attributes");
    define(service, exchange, table, Addition::Column { table: table.name.clone(), column }, made).await
}

async fn add_key(
    service: &Service,
    exchange: &Exchange,
    table: &TableDefinition,
) -> Result<Response, ApiError> {
    let key = key(&exchange.object()?)?;
    if table.keys.iter().any(|known| known.name == key.name) {
        return Err(taken(table, "key", &key.name));
    }
    let made = (format!("{}/{}", table.name, key.name), "Keys");
    define(service, exchange, table, Addition::Key { table: table.name.clone(), key }, made).await
}

fn taken(table: &TableDefinition, what: &str, name: &str) -> ApiError {
    let message = format!("{} has a {what} {name} already. Use it, or choose another name.", table.name);
    ApiError::new(400, NAME_TAKEN, message)
}

/// Answers as Dataverse does, with the id of what was made.
async fn define(
    service: &Service,
    exchange: &Exchange,
    table: &TableDefinition,
    addition: Addition,
    (made, part): (String, &str),
) -> Result<Response, ApiError> {
    service.store.define(exchange.caller.context.clone(), addition).await?;
    let (root, table) = (&exchange.root, &table.name);
    let url = format!("{root}/EntityDefinitions(LogicalName='{table}')/{part}({})", metadata_id(&made));
    Ok(created_at(no_content(), &url))
}

async fn remove(service: &Service, exchange: &Exchange, removal: Removal) -> Result<Response, ApiError> {
    service.store.undefine(exchange.caller.context.clone(), removal).await?;
    Ok(no_content())
}

/// The name of the column or key that a path ends in.
fn named(model: &Model<'_>, first: &Segment, step: &Segment) -> Result<String, ApiError> {
    let entity = keyed(Node::Many(roots(model, first, true)), first)?;
    match keyed(stepped(entity, step)?, step)? {
        Node::One(document) => Ok(name_in(&document)),
        Node::Many(_) => Err(missing(&step.name)),
    }
}

fn name_in(document: &Json) -> String {
    document.get("LogicalName").and_then(Json::as_str).unwrap_or_default().to_owned()
}

fn key(body: &Map<String, Json>) -> Result<KeyDefinition, ApiError> {
    only(body, "a key", &["SchemaName", "LogicalName", "DisplayName", "KeyAttributes"])?;
    let name = name_of(body)?;
    let columns = body.get("KeyAttributes").and_then(Json::as_array);
    let columns = columns.map(|columns| columns.iter().map(|column| column.as_str().map(str::to_owned)));
    let Some(columns) = columns.and_then(|columns| columns.collect::<Option<Vec<String>>>()) else {
        return Err(ApiError::invalid("KeyAttributes must be a list of logical names of columns."));
    };
    Ok(KeyDefinition { label: label(body, "DisplayName")?, ..KeyDefinition::new(name, columns) })
}
