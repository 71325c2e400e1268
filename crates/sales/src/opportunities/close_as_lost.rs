//! Close as Lost.

use tables::{Tx, Values};
use uuid::Uuid;

use super::close::{CloseError, Verdict, close};
use super::{OpportunityReason, OpportunityState};

/// Loses the opportunity that `closing` (the values of an opportunityclose) names; answers the
/// activity's id. `status` is 4 (Canceled, also for -1) or 5 (Out-Sold).
///
/// # Errors
/// [`CloseError`].
pub async fn close_as_lost(tx: &mut Tx, closing: &Values, status: i64) -> Result<Uuid, CloseError> {
    let reason = match status {
        4 | -1 => OpportunityReason::Canceled,
        5 => OpportunityReason::OutSold,
        given => {
            let allowed = "4 (Canceled) or 5 (Out-Sold)";
            return Err(CloseError::WrongReason { given, state: OpportunityState::Lost, allowed });
        }
    };
    close(tx, closing, Verdict { state: OpportunityState::Lost, reason }).await
}
