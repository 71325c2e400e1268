//! One property of a row, and references between rows: `PUT leads(id)/subject`,
//! `PUT leads(id)/ownerid/$ref`, `POST accounts(id)/lead_customerid/$ref` and their `DELETE`s. Each
//! is an update of one lookup or column of a row that has to be there.

use axum::http::Method;
use odata::{Condition, Segment, parse_resource};
use serde_json::{Map, Value as Json};
use tables::{Reference, Value};

use super::below;
use super::body::Body;
use super::plan::{Plan, Reply, Step};
use super::update::Update;
use crate::address::Address;
use crate::api::Service;
use crate::exchange::Exchange;
use crate::model::{Collection, navigation};
use crate::respond::{ApiError, BAD_PAYLOAD};

/// The plan of a write behind a row; `None` when the path means something else.
pub(super) fn plan(
    service: &Service,
    exchange: &Exchange,
    address: Address,
    step: &Segment,
    rest: &[Segment],
) -> Result<Option<Plan>, ApiError> {
    let is_reference = matches!(rest, [last] if last.name == "$ref");
    if !rest.is_empty() && !is_reference {
        return Ok(None);
    }
    let table = &address.table;
    if is_reference {
        if navigation(table, &step.name).is_some() {
            return single_valued(service, exchange, address, &step.name);
        }
        return match service.model(exchange).collection(table, &step.name) {
            Some(collection) => collection_valued(service, exchange, &address, collection, step),
            None => Ok(None),
        };
    }
    let is_column = service.convention.column(table, &step.name).is_some();
    let value = match exchange.method {
        Method::PUT if is_column => {
            let mut object = exchange.object()?;
            object.remove("value").ok_or_else(|| bad("The body must be {\"value\": …}."))?
        }
        Method::DELETE if is_column => Json::Null,
        _ => return Ok(None),
    };
    update(service, exchange, address, &step.name, value).map(Some)
}

/// The lookup of the row itself.
fn single_valued(
    service: &Service,
    exchange: &Exchange,
    address: Address,
    name: &str,
) -> Result<Option<Plan>, ApiError> {
    let value = match exchange.method {
        Method::PUT => Json::String(target(exchange)?),
        Method::DELETE => Json::Null,
        _ => return Ok(None),
    };
    update(service, exchange, address, &format!("{name}@odata.bind"), value).map(Some)
}

/// The lookup of the other row.
fn collection_valued(
    service: &Service,
    exchange: &Exchange,
    address: &Address,
    collection: Collection<'_>,
    step: &Segment,
) -> Result<Option<Plan>, ApiError> {
    let other = match (&exchange.method, &step.key) {
        (&Method::POST, None) => other_row(service, exchange, collection, &target(exchange)?)?,
        (&Method::DELETE, Some(_)) => service.model(exchange).address(collection.table, step, None)?,
        (&Method::DELETE, None) => {
            let id = exchange.options.id.as_deref();
            let id = id.ok_or_else(|| bad("Name the other row in parentheses or by $id."))?;
            other_row(service, exchange, collection, id)?
        }
        _ => return Ok(None),
    };
    let id = address.id.ok_or_else(|| ApiError::invalid("Name this row by its id, not by a key."))?;
    let lookup = collection.lookup;
    if exchange.method == Method::DELETE {
        // Found only while it still points here.
        let mut other = other;
        other.key.push((lookup.name.clone(), Value::Id(id)));
        let values = vec![(lookup.name.clone(), Value::Null)];
        return Ok(Some(of_row(service, other, Body { values, ..Body::default() }, Condition::Any)));
    }
    let here = Reference::new(address.table.name.as_str(), id);
    let values = vec![(lookup.name.clone(), lookup.accept(here.into())?)];
    Ok(Some(of_row(service, other, Body { values, ..Body::default() }, Condition::Any)))
}

/// The row that a reference names, which must be of the collection's table.
fn other_row(
    service: &Service,
    exchange: &Exchange,
    collection: Collection<'_>,
    text: &str,
) -> Result<Address, ApiError> {
    let segments = parse_resource(below(text, &exchange.root)?)?;
    match segments.as_slice() {
        [segment] if segment.name == collection.table.set => {
            service.model(exchange).address(collection.table, segment, None)
        }
        _ => Err(bad(format!("'{text}' is no row of {}.", collection.table.set))),
    }
}

/// The `@odata.id` of the body.
fn target(exchange: &Exchange) -> Result<String, ApiError> {
    match exchange.object()?.remove("@odata.id") {
        Some(Json::String(text)) => Ok(text),
        _ => Err(bad("The body must be {\"@odata.id\": \"address of a row\"}.")),
    }
}

fn update(
    service: &Service,
    exchange: &Exchange,
    address: Address,
    name: &str,
    value: Json,
) -> Result<Plan, ApiError> {
    let object: Map<String, Json> = std::iter::once((name.to_owned(), value)).collect();
    let body = Update::of(service, exchange, address.clone(), &object)?.body;
    let if_match = match exchange.if_match {
        Condition::None => Condition::Any,
        known => known,
    };
    Ok(of_row(service, address, body, if_match))
}

fn of_row(service: &Service, address: Address, body: Body, if_match: Condition) -> Plan {
    let table = std::sync::Arc::clone(&address.table);
    let update = Update {
        address,
        body,
        if_match,
        if_none_match: Condition::None,
        company: service.default_company.clone(),
        needs_row: false,
    };
    Plan { table, steps: vec![Step::Update(Box::new(update))], reply: Reply::Nothing }
}

fn bad(message: impl Into<String>) -> ApiError {
    ApiError::new(400, BAD_PAYLOAD, message)
}
