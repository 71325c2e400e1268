//! Close as Won.

use tables::{Tx, Values};
use uuid::Uuid;

use super::close::{CloseError, Verdict, close};
use super::{OpportunityReason, OpportunityState};

/// Wins the opportunity that `closing` (the values of an opportunityclose) names; answers the
/// activity's id. `status` is 3, or -1 for the default.
///
/// # Errors
/// [`CloseError`].
pub async fn close_as_won(tx: &mut Tx, closing: &Values, status: i64) -> Result<Uuid, CloseError> {
    if status != 3 && status != -1 {
        let allowed = "3 (Won)";
        return Err(CloseError::WrongReason { given: status, state: OpportunityState::Won, allowed });
    }
    close(tx, closing, Verdict { state: OpportunityState::Won, reason: OpportunityReason::Won }).await
}
