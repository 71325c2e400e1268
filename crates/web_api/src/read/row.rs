//! `GET leads(guid)`, by id or by key.

use axum::http::StatusCode;
use axum::response::Response;
use odata::Condition;

use crate::address::Address;
use crate::api::Service;
use crate::exchange::Exchange;
use crate::respond::{ApiError, RowJson, context_of, json, no_content, versioned};

pub(crate) async fn row(
    service: &Service,
    exchange: &Exchange,
    address: &Address,
) -> Result<Response, ApiError> {
    let shape = service.model().shape(&address.table, exchange)?;
    let mut reader = service.store.read(&exchange.caller.context.principal).await?;
    let row = address.read(&mut reader).await?.ok_or_else(|| address.not_found())?;
    let known = exchange.if_none_match == Condition::Version(row.version());
    if known && exchange.preferences.include_annotations.is_none() {
        let mut response = no_content();
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return Ok(versioned(response, row.version()));
    }
    let context = context_of(&exchange.root, &address.table, &exchange.options.select, true);
    let body = RowJson { row: &row, shape: &shape, context: Some(&context), type_name: None };
    Ok(versioned(json(StatusCode::OK, &body)?, row.version()))
}
