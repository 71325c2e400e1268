//! `GET leads(guid)`, by id or by key, and `GET leads(guid)/parentaccountid`.

use axum::http::StatusCode;
use axum::response::Response;
use odata::Condition;
use tables::{ColumnDefinition, Value};

use super::expand::related;
use crate::address::Address;
use crate::api::Service;
use crate::exchange::Exchange;
use crate::respond::{ApiError, RowJson, context_of, json, no_content, reference_id, versioned};

pub(crate) async fn row(
    service: &Service,
    exchange: &Exchange,
    address: &Address,
) -> Result<Response, ApiError> {
    let (model, options) = (service.model(exchange), &exchange.options);
    let shape = model.shape(&address.table, exchange)?;
    let expansions = model.expansions(&address.table, &options.expand, exchange.annotations())?;
    let mut reader = service.store.read(&exchange.caller.context.principal).await?;
    let row = address.read(&mut reader).await?.ok_or_else(|| address.not_found())?;
    let known = exchange.if_none_match == Condition::Version(row.version());
    // Neither rows expanded nor names are part of the version.
    if known && options.expand.is_empty() && exchange.preferences.include_annotations.is_none() {
        let mut response = no_content();
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return Ok(versioned(response, row.version()));
    }
    let rows = [row];
    let related = related(&mut reader, model.catalog, &rows, &shape, &expansions).await?;
    let [row] = &rows;
    let context = context_of(&exchange.root, &address.table, &options.select, &options.expand, true);
    let body =
        RowJson { row, shape: &shape, context: Some(&context), type_name: None, related: Some(&related) };
    Ok(versioned(json(StatusCode::OK, &body)?, row.version()))
}

/// The row that a lookup points to; 204 where it points to none, or to a row of another table.
pub(crate) async fn followed(
    service: &Service,
    exchange: &Exchange,
    address: &Address,
    column: &ColumnDefinition,
    target: Option<&str>,
) -> Result<Response, ApiError> {
    let mut reader = service.store.read(&exchange.caller.context.principal).await?;
    let row = address.read(&mut reader).await?.ok_or_else(|| address.not_found())?;
    drop(reader);
    let (pointed, id) = match row.get(&column.name) {
        Value::Reference(reference) => (Some(reference.table.as_str()), Some(reference.id)),
        value => (target, reference_id(value)),
    };
    let (Some(pointed), Some(id), true) = (pointed, id, target.is_none() || target == pointed) else {
        return Ok(no_content());
    };
    let model = service.model(exchange);
    let table = model.table(pointed).ok_or_else(|| ApiError::unknown_segment(&column.name))?;
    let address = Address { table: std::sync::Arc::clone(table), id: Some(id), key: Vec::new() };
    self::row(service, exchange, &address).await
}
