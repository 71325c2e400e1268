//! What winning and losing have in common.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use tables::{Draft, Error, Operation, Privilege, Result, Right, Tx, Value, Values};
use uuid::Uuid;

use super::{
    CloseReason, CloseState, Opportunity, OpportunityClose, OpportunityReason, OpportunityState, deciding,
};

/// Why an opportunity cannot be closed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CloseError {
    /// The closing names no opportunity.
    #[error(
        "OpportunityClose must name its opportunity: \"opportunityid@odata.bind\": \"/opportunities(id)\"."
    )]
    NoOpportunity,
    /// No such opportunity.
    #[error("The opportunity does not exist, or you may not see it.")]
    NotFound,
    /// Closed already.
    #[error("The opportunity is closed already ({0:?}). Reopen it before you close it again.")]
    NotOpen(OpportunityState),
    /// A reason of another state.
    #[error("{given} is not a reason for closing as {state:?}. Use {allowed}.")]
    WrongReason {
        /// As given.
        given: i64,
        /// The state asked for.
        state: OpportunityState,
        /// In words.
        allowed: &'static str,
    },
    /// The store refused.
    #[error(transparent)]
    Store(#[from] tables::Error),
}

/// The verdict on an opportunity.
pub(super) struct Verdict {
    pub state: OpportunityState,
    pub reason: OpportunityReason,
}

/// Closing writes its activity and the lead it came from, whoever closes.
const RIGHTS: &[Right] = &[
    Right { privilege: Privilege::Create, table: "opportunityclose" },
    Right { privilege: Privilege::Read, table: "lead" },
    Right { privilege: Privilege::Write, table: "lead" },
];

/// Closes the opportunity that `values` (an opportunityclose) names.
pub(super) async fn close(tx: &mut Tx, values: &Values, verdict: Verdict) -> Result<Uuid, CloseError> {
    let id = value(values, "opportunityid").as_id().ok_or(CloseError::NoOpportunity)?;
    let mut opportunity: Opportunity = tx.get(id).await?.ok_or(CloseError::NotFound)?;
    if opportunity.statecode != OpportunityState::Open {
        return Err(CloseError::NotOpen(opportunity.statecode));
    }
    let today: Date = tx.now().to_zoned(TimeZone::UTC).date();
    let activity = OpportunityClose {
        activityid: tx.new_id(),
        subject: text(values, "subject"),
        opportunityid: id,
        regardingobjectid: Some(id),
        competitorid: value(values, "competitorid").as_id(),
        transactioncurrencyid: opportunity.transactioncurrencyid,
        actualrevenue: match value(values, "actualrevenue") {
            Value::Money(money) => Some(*money),
            _ => None,
        },
        actualend: match value(values, "actualend") {
            Value::Date(date) => Some(*date),
            _ => Some(today),
        },
        description: text(values, "description"),
        statecode: CloseState::Completed,
        statuscode: CloseReason::Completed,
    };
    opportunity.statecode = verdict.state;
    opportunity.statuscode = verdict.reason;
    opportunity.actualvalue = activity.actualrevenue;
    opportunity.actualclosedate = activity.actualend;
    tx.save(&opportunity).await?;
    let mut tx = tx.lend(RIGHTS);
    tx.insert(&activity).await?;
    deciding::end(&mut tx, &opportunity).await?;
    Ok(activity.activityid)
}

/// Callers close by the commands only: those leave the activity behind.
pub(super) fn check(draft: &Draft) -> Result<()> {
    let closes = draft.operation == Operation::Update
        && draft.changes("statecode")
        && *draft.after.get("statecode") != Value::from(OpportunityState::Open);
    if closes && !draft.by_code {
        return Err(Error::Refused {
            code: "0x80040203",
            message: "An opportunity is closed by Close as Won or Close as Lost \
                      (actions WinOpportunity and LoseOpportunity) only."
                .into(),
        });
    }
    Ok(())
}

fn value<'a>(values: &'a Values, name: &str) -> &'a Value {
    values.iter().find(|(known, _)| known == name).map_or(&Value::Null, |(_, value)| value)
}

fn text(values: &Values, name: &str) -> Option<String> {
    value(values, name).as_text().map(str::to_owned)
}
