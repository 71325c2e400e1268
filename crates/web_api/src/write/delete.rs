//! `DELETE leads(guid)`.

use axum::response::Response;
use odata::Condition;
use tables::{Change, Tx};

use crate::address::Address;
use crate::api::Service;
use crate::exchange::Exchange;
use crate::respond::{ApiError, no_content};

pub(crate) async fn delete(
    service: &Service,
    exchange: &Exchange,
    address: Address,
) -> Result<Response, ApiError> {
    let input = (address, exchange.if_match);
    let context = exchange.caller.context.clone();
    service.store.write(context, input, |tx, input| Box::pin(run(tx, input))).await?;
    Ok(no_content())
}

async fn run(tx: &mut Tx, (address, if_match): &(Address, Condition)) -> Result<(), ApiError> {
    let row = address.read_in(tx).await?.ok_or_else(|| address.not_found())?;
    let mut change = Change::delete(address.table.name.as_str(), row.id());
    if let Condition::Version(known) = if_match {
        change.expected_version = Some(*known);
    }
    tx.write_one(change).await?;
    Ok(())
}
