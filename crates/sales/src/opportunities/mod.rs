//! Opportunities: deals in the making, until they are won or lost.

mod close;
mod close_as_lost;
mod close_as_won;
mod deciding;
mod opportunity;
mod opportunity_close;
mod reopen;

pub use close::CloseError;
pub use close_as_lost::close_as_lost;
pub use close_as_won::close_as_won;
pub use opportunity::{Opportunity, OpportunityReason, OpportunityState, SalesStage};
pub use opportunity_close::{CloseReason, CloseState, OpportunityClose};

pub(crate) use deciding::{deciding_rule, origin_rule};
pub(crate) use opportunity_close::closing_rule;
pub(crate) use reopen::reopening_rule;

use std::sync::Arc;

use tables::{Moment, Operation, Rule};

use crate::states::{self, States};

const STATES: States = States {
    noun: "opportunity",
    reasons: &[(1, 0), (2, 0), (3, 1), (4, 2), (5, 2)],
    default_reasons: &[(0, 1), (1, 3), (2, 4)],
    closed_rows_are_read_only: true,
    open_to_dual_write: &["tandem_partnerstatus"],
};

/// States and reasons; winning and losing are commands.
pub(crate) fn state_rule() -> Rule {
    Rule {
        name: "states of opportunities",
        table: "opportunity",
        moment: Moment::Before,
        operations: &[Operation::Create, Operation::Update],
        rights: &[],
        run: Arc::new(|tx, draft| {
            Box::pin(async move {
                states::check(&STATES, tx, draft)?;
                close::check(draft)?;
                reopen::clear(draft)
            })
        }),
    }
}
