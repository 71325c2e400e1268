//! Runs plans in one transaction: all or none.

use std::sync::Arc;

use tables::{Context, Error, Principal, Tx};

use super::Saved;
use super::plan::{Plan, Step};
use crate::address::Address;
use crate::api::Service;
use crate::respond::{ApiError, SAME_ID, SAME_KEY};

/// Why nothing was written, and the plan that was to blame, where that can be told.
#[derive(Debug)]
pub(crate) struct Failed {
    pub at: Option<usize>,
    pub error: ApiError,
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self { at: None, error: error.into() }
    }
}

/// What each plan saved. An upsert that finds its row made meanwhile by another looks again, and
/// updates it. One of a row that its caller may not see says that it is not there, as a read does,
/// and not what a new row in its place would lack.
pub(crate) async fn commit(
    service: &Service,
    context: Context,
    plans: Vec<Plan>,
) -> Result<Vec<Vec<Saved>>, Failed> {
    let plans = Arc::new(plans);
    let write = || {
        let input = Arc::clone(&plans);
        service.store.write(context.clone(), input, |tx, plans| Box::pin(run_all(tx, plans)))
    };
    let is_taken = |failed: &Failed| {
        let known = failed.error.code == SAME_ID || failed.error.code == SAME_KEY;
        known && blamed(&plans, failed).any(Step::is_upsert)
    };
    let outcome = match write().await {
        Err(taken) if is_taken(&taken) => write().await,
        outcome => outcome,
    };
    let failed = match outcome {
        Ok(saved) => return Ok(saved),
        Err(failed) => failed,
    };
    for address in blamed(&plans, &failed).filter_map(Step::upserts_by_id) {
        if is_hidden(service, &context.principal, address).await? {
            return Err(Failed { at: failed.at, error: address.not_found() });
        }
    }
    Err(failed)
}

/// Whether there is a row at the address, but not for this caller.
async fn is_hidden(service: &Service, principal: &Arc<Principal>, address: &Address) -> Result<bool, Error> {
    if address.read(&mut service.store.read(principal).await?).await?.is_some() {
        return Ok(false);
    }
    let mut everything = service.store.read(&Principal::system()).await?;
    Ok(address.read(&mut everything).await?.is_some())
}

/// The steps that a failure may be of.
fn blamed<'a>(plans: &'a [Plan], failed: &Failed) -> impl Iterator<Item = &'a Step> {
    let at = failed.at;
    plans
        .iter()
        .enumerate()
        .filter(move |(known, _)| at.is_none_or(|at| at == *known))
        .flat_map(|(_, plan)| &plan.steps)
}

async fn run_all(tx: &mut Tx, plans: &[Plan]) -> Result<Vec<Vec<Saved>>, Failed> {
    let mut outcomes = Vec::with_capacity(plans.len());
    for (at, plan) in plans.iter().enumerate() {
        let outcome = plan.run(tx).await;
        outcomes.push(outcome.map_err(|error| Failed { at: Some(at), error })?);
    }
    Ok(outcomes)
}
