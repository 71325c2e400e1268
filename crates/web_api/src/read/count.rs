//! `GET leads/$count`: a number in plain text, never above what `$count=true` counts to.

use axum::response::Response;
use tables::TableDefinition;

use super::set::{COUNT_MAX, Within};
use crate::api::Service;
use crate::exchange::Exchange;
use crate::respond::{ApiError, plain};

pub(crate) async fn count(
    service: &Service,
    exchange: &Exchange,
    table: &TableDefinition,
    within: &Within,
) -> Result<Response, ApiError> {
    if exchange.options.delta_token.is_some() {
        return Err(ApiError::not_implemented("Counting changes"));
    }
    let mut query = within.query(service, exchange, table)?.limit(1);
    query.select = vec![table.id_column().to_owned()];
    query.count = true;
    let mut reader = service.store.read(&exchange.caller.context.principal).await?;
    let count = reader.page(&query).await?.count.unwrap_or_default();
    Ok(plain(count.min(COUNT_MAX).to_string()))
}
