//! Writing: create, update or upsert, delete. Each request is one transaction.

mod bind;
mod body;
mod create;
mod delete;
mod update;

pub(crate) use bind::{Target, parse_bind};
pub(crate) use create::create;
pub(crate) use delete::delete;
pub(crate) use update::update;

use axum::http::StatusCode;
use axum::response::Response;
use tables::uuid::Uuid;
use tables::{Depth, Privilege, Row, TableDefinition, Tx};

use crate::api::{Convention, Service};
use crate::exchange::Exchange;
use crate::respond::{
    ApiError, RowJson, Shape, context_of, created_at, json, location, no_content, row_url, versioned,
};

/// What became of a write: the row's id, and the row where the answer needs it and the caller may
/// read it.
#[derive(Clone, Debug)]
pub(crate) struct Saved {
    pub id: Uuid,
    pub created: bool,
    pub row: Option<Row>,
}

/// The row just written, where the answer needs it. Without the right to read there is none: the
/// write stands all the same.
async fn written_row(tx: &mut Tx, table: &str, id: Uuid, needed: bool) -> Result<Option<Row>, tables::Error> {
    if needed && tx.principal().depth(table, Privilege::Read) > Depth::None {
        tx.get_row(table, id).await
    } else {
        Ok(None)
    }
}

/// Whether an answer shows the row or names it by its natural key.
fn needs_row(service: &Service, exchange: &Exchange) -> bool {
    exchange.wants_representation() || service.convention == Convention::FinanceAndOperations
}

/// 201 or 200 with the row where it is wished for, else 204; always with its address.
fn saved_response(
    service: &Service,
    exchange: &Exchange,
    table: &TableDefinition,
    saved: &Saved,
) -> Result<Response, ApiError> {
    let url = row_url(service.convention, &exchange.root, table, saved.id, saved.row.as_ref());
    let response = match &saved.row {
        Some(row) if exchange.wants_representation() => {
            let shape = service.model().shape(table, exchange)?;
            let context = context_of(&exchange.root, table, &exchange.options.select, true);
            let status = if saved.created { StatusCode::CREATED } else { StatusCode::OK };
            let body = RowJson { row, shape: &shape, context: Some(&context), type_name: None };
            versioned(json(status, &body)?, row.version())
        }
        _ => no_content(),
    };
    Ok(if saved.created { created_at(response, &url) } else { location(response, &url) })
}

/// `$select` is checked before anything is written: a wrong one must not leave a row behind.
fn check_select(service: &Service, exchange: &Exchange, table: &TableDefinition) -> Result<(), ApiError> {
    service.model().shape(table, exchange).map(|_: Shape| ())
}
