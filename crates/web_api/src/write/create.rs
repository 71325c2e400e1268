//! `POST leads`.

use std::sync::Arc;

use axum::response::Response;
use tables::{Change, TableDefinition, Tx, Value};

use super::body::Body;
use super::{Saved, check_select, needs_row, saved_response, written_row};
use crate::api::Service;
use crate::exchange::Exchange;
use crate::model::COMPANY;
use crate::respond::ApiError;

struct Create {
    table: Arc<TableDefinition>,
    body: Body,
    needs_row: bool,
}

pub(crate) async fn create(
    service: &Service,
    exchange: &Exchange,
    table: &Arc<TableDefinition>,
) -> Result<Response, ApiError> {
    check_select(service, exchange, table)?;
    let mut body = service.model().body(table, &exchange.object()?, Some(&exchange.root))?;
    if let (Some(company), Some(_), None) =
        (&service.default_company, table.column(COMPANY), body.value(COMPANY))
    {
        body.values.push((COMPANY.into(), Value::from(company.as_str())));
    }
    let input = Create { table: Arc::clone(table), body, needs_row: needs_row(service, exchange) };
    let context = exchange.caller.context.clone();
    let saved = service.store.write(context, input, |tx, input| Box::pin(run(tx, input))).await?;
    saved_response(service, exchange, table, &saved)
}

async fn run(tx: &mut Tx, input: &Create) -> Result<Saved, ApiError> {
    let table = input.table.name.as_str();
    let mut change = Change::create(table, input.body.resolve(tx).await?);
    change.id = input.body.id;
    let written = tx.write_one(change).await?;
    let row = written_row(tx, table, written.id, input.needs_row).await?;
    Ok(Saved { id: written.id, created: true, row })
}
