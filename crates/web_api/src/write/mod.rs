//! Writing: what a request asks is first taken apart into a plan, then run in one transaction. A
//! change set runs several plans in one.

mod bind;
mod body;
mod bulk_delete;
mod change;
mod commit;
mod create;
mod delete;
mod multiple;
mod plan;
mod property;
mod update;

pub(crate) use bind::{Target, below, parse_bind};
pub(crate) use body::table_of_type;
pub(crate) use commit::commit;
pub(crate) use plan::{Plan, plan, response};

use axum::response::Response;
use tables::uuid::Uuid;
use tables::{Depth, Privilege, Row, Tx};

use crate::api::Service;
use crate::exchange::Exchange;
use crate::respond::{ApiError, Shape};

/// What became of a write: the row's id, and the row where the answer needs it and the caller may
/// read it.
#[derive(Clone, Debug)]
pub(crate) struct Saved {
    pub id: Uuid,
    pub created: bool,
    pub row: Option<Row>,
}

/// Carries out a plan in a transaction of its own.
pub(crate) async fn run(service: &Service, exchange: &Exchange, plan: Plan) -> Result<Response, ApiError> {
    let context = exchange.caller.context.clone();
    let outcomes = commit(service, context, vec![plan.clone()]).await.map_err(|failed| failed.error)?;
    response(service, exchange, &plan, outcomes.first().map_or(&[], Vec::as_slice))
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

/// `$select` is checked before anything is written: a wrong one must not leave a row behind.
fn check_select(
    service: &Service,
    exchange: &Exchange,
    table: &tables::TableDefinition,
) -> Result<(), ApiError> {
    if !exchange.options.expand.is_empty() {
        return Err(ApiError::not_implemented("$expand in the answer to a write"));
    }
    service.model(exchange).shape(table, exchange).map(|_: Shape| ())
}
