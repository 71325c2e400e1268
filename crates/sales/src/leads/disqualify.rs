//! Disqualifying: closing a lead that leads nowhere, by writing its state with one of four reasons.
//!
//! Whether the state and reason go together is `states`' business; here is what else it takes.

use tables::{Draft, Error, Filter, Operation, Result, Tx, Value};

use super::LeadState;
use crate::opportunities::Opportunity;

/// Refuses to qualify by hand, and to disqualify a lead with an opportunity.
pub(super) async fn check(tx: &mut Tx, draft: &mut Draft) -> Result<()> {
    if draft.operation != Operation::Update || !draft.changes("statecode") {
        return Ok(());
    }
    let state = draft.after.get("statecode");
    if *state == Value::from(LeadState::Qualified) && !draft.by_code {
        return Err(Error::Refused {
            code: "0x80040203",
            message: "A lead becomes Qualified by the command Qualify (action QualifyLead) only.".into(),
        });
    }
    if *state == Value::from(LeadState::Disqualified) {
        let tied = Filter::equals("originatingleadid", draft.after.id());
        if tx.find::<Opportunity>(tied).await?.is_some() {
            return Err(Error::Refused {
                code: "0x80040203",
                message: "This lead has an opportunity, so it cannot be disqualified. \
                          Close the opportunity as lost instead."
                    .into(),
            });
        }
    }
    Ok(())
}
