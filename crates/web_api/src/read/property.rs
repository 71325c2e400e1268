//! `GET leads(id)/subject`, `leads(id)/subject/$value` and `leads(id)/ownerid/$ref`.

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value as Json, json as json_value};
use tables::{ColumnDefinition, Row, Value};

use crate::address::Address;
use crate::api::Service;
use crate::exchange::Exchange;
use crate::respond::{ApiError, cell, json, no_content, plain, reference_id, row_url};

/// The value in an object of its own; 204 where there is none.
pub(crate) async fn property(
    service: &Service,
    exchange: &Exchange,
    address: &Address,
    at: usize,
) -> Result<Response, ApiError> {
    let row = row(service, exchange, address).await?;
    let column = &address.table.columns[at];
    // By its name: columns may have been taken away since the path was read.
    match row.get(&column.name) {
        Value::Null => Ok(no_content()),
        value => {
            let property = service.convention.property(column);
            let (root, set, id) = (&exchange.root, &address.table.set, row.id());
            let context = format!("{root}/$metadata#{set}({id})/{property}");
            let value = cell(service.convention, column, value);
            json(StatusCode::OK, &json_value!({ "@odata.context": context, "value": value }))
        }
    }
}

/// The bare value as text.
pub(crate) async fn raw_value(
    service: &Service,
    exchange: &Exchange,
    address: &Address,
    at: usize,
) -> Result<Response, ApiError> {
    let row = row(service, exchange, address).await?;
    let column = &address.table.columns[at];
    match row.get(&column.name) {
        Value::Null => Ok(no_content()),
        value => Ok(plain(match cell(service.convention, column, value) {
            Json::String(text) => text,
            json => json.to_string(),
        })),
    }
}

/// The address of the row that a lookup points to.
pub(crate) async fn reference(
    service: &Service,
    exchange: &Exchange,
    address: &Address,
    column: &ColumnDefinition,
    target: Option<&str>,
) -> Result<Response, ApiError> {
    let row = row(service, exchange, address).await?;
    let value = row.get(&column.name);
    let pointed = match value {
        Value::Reference(reference) => Some(reference.table.as_str()),
        _ => target,
    };
    let fits = target.is_none() || target == pointed;
    let (Some(id), Some(table), true) = (reference_id(value), pointed, fits) else {
        return Ok(no_content());
    };
    let table = exchange.catalog.table(table)?;
    let context = format!("{}/$metadata#$ref", exchange.root);
    let id = row_url(service.convention, &exchange.root, table, id, None);
    json(StatusCode::OK, &json_value!({ "@odata.context": context, "@odata.id": id }))
}

async fn row(service: &Service, exchange: &Exchange, address: &Address) -> Result<Row, ApiError> {
    let mut reader = service.store.read(&exchange.caller.context.principal).await?;
    address.read(&mut reader).await?.ok_or_else(|| address.not_found())
}
