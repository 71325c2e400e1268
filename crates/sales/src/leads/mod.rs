//! Leads: worked on until they are qualified or disqualified.

mod copy_map;
mod disqualify;
mod duplicates;
mod lead;
mod options;
mod qualification;
mod qualify;

pub use duplicates::{Duplicate, possible_duplicates};
pub use lead::Lead;
pub use options::{
    InitialCommunication, LeadReason, LeadSource, LeadStage, LeadState, PartnerStatus, Priority, Rating,
};
pub use qualification::{BudgetStatus, ContactMethod, Need, PurchaseProcess, PurchaseTimeframe};
pub use qualify::{Qualified, Qualify, QualifyError, qualify};

use std::sync::Arc;

use tables::{Moment, Operation, Privilege, Right, Rule};

use crate::states::{self, States};

const STATES: States = States {
    noun: "lead",
    reasons: &[(1, 0), (2, 0), (3, 1), (4, 2), (5, 2), (6, 2), (7, 2)],
    default_reasons: &[(0, 1), (1, 3), (2, 4)],
    closed_rows_are_read_only: true,
    open_to_dual_write: &["tandem_partnerstatus"],
};

/// States, reasons, and what disqualifying asks for.
pub(crate) fn state_rule() -> Rule {
    Rule {
        name: "states of leads",
        table: "lead",
        moment: Moment::Before,
        operations: &[Operation::Create, Operation::Update],
        rights: &[Right { privilege: Privilege::Read, table: "opportunity" }],
        run: Arc::new(|tx, draft| {
            Box::pin(async move {
                states::check(&STATES, tx, draft)?;
                disqualify::check(tx, draft).await
            })
        }),
    }
}
