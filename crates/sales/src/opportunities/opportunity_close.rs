//! The activity that closing an opportunity leaves on its timeline.

use std::sync::Arc;

use jiff::civil::Date;
use tables::{Choice, Draft, Error, Moment, Money, Operation, Result, Rule, Table};
use uuid::Uuid;

/// Where the activity stands: completed at birth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum CloseState {
    Open = 0,
    Completed = 1,
    Canceled = 2,
}

/// Why it stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum CloseReason {
    Open = 1,
    Completed = 2,
    Canceled = 3,
}

/// How an opportunity was closed.
#[derive(Clone, Debug, Table)]
#[table(
    name = "opportunityclose",
    set = "opportunitycloses",
    ownership = "user",
    primary = "subject",
    index(opportunityid)
)]
pub struct OpportunityClose {
    /// Id.
    #[column(id)]
    pub activityid: Uuid,
    /// Headline.
    #[column(text = 200)]
    pub subject: Option<String>,
    /// The opportunity.
    #[column(lookup = "opportunity")]
    pub opportunityid: Uuid,
    /// What the activity is about: the opportunity again.
    #[column(lookup = "opportunity")]
    pub regardingobjectid: Option<Uuid>,
    /// Who won it instead.
    #[column(lookup = "competitor")]
    pub competitorid: Option<Uuid>,
    /// Currency of the revenue.
    #[column(lookup = "transactioncurrency")]
    pub transactioncurrencyid: Option<Uuid>,
    /// Actual revenue.
    #[column(money)]
    pub actualrevenue: Option<Money>,
    /// Closed on.
    #[column(date)]
    pub actualend: Option<Date>,
    /// Description.
    #[column(memo = 2000)]
    pub description: Option<String>,
    /// State.
    #[column(choice, default = CloseState::Completed)]
    pub statecode: CloseState,
    /// Reason.
    #[column(choice, default = CloseReason::Completed)]
    pub statuscode: CloseReason,
}

/// Before: only closing writes the activity, or it would say what did not happen.
pub(crate) fn closing_rule() -> Rule {
    Rule {
        name: "closings are written by closing",
        table: OpportunityClose::NAME,
        moment: Moment::Before,
        operations: &[Operation::Create, Operation::Update],
        rights: &[],
        run: Arc::new(|_, draft| Box::pin(async move { by_closing_only(draft) })),
    }
}

fn by_closing_only(draft: &Draft) -> Result<()> {
    let tells = ["opportunityid", "statecode", "statuscode", "actualrevenue", "actualend"];
    let is_made = draft.operation == Operation::Create;
    if draft.by_code || !(is_made || tells.iter().any(|column| draft.changes(column))) {
        return Ok(());
    }
    Err(Error::Refused {
        code: "0x80040203",
        message: "An opportunityclose is written by Close as Won or Close as Lost (actions \
                  WinOpportunity and LoseOpportunity) only. Reopen the opportunity to close it anew."
            .into(),
    })
}
