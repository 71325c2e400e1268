//! Phone calls, made, received or planned.

use jiff::Timestamp;
use tables::{Choice, Reference, Table};
use uuid::Uuid;

use super::{ActivityPriority, ActivityState};
use crate::states::States;

pub(crate) const STATES: States = States {
    noun: "phonecall",
    reasons: &[(1, 0), (2, 1), (4, 1), (3, 2)],
    default_reasons: &[(0, 1), (1, 2), (2, 3)],
    closed_rows_are_read_only: true,
    open_to_dual_write: &[],
};

/// Why a call stands where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PhoneCallReason {
    Open = 1,
    Made = 2,
    Canceled = 3,
    Received = 4,
}

/// A phone call.
#[derive(Clone, Debug, Table)]
#[table(
    name = "phonecall",
    set = "phonecalls",
    ownership = "user",
    primary = "subject",
    index(regardingobjectid)
)]
pub struct PhoneCall {
    /// Id.
    #[column(id)]
    pub activityid: Uuid,
    /// Headline.
    #[column(text = 200, form)]
    pub subject: Option<String>,
    /// Description.
    #[column(memo = 2000)]
    pub description: Option<String>,
    /// What it is about.
    #[column(lookup("lead", "opportunity", "account", "contact"))]
    pub regardingobjectid: Option<Reference>,
    /// Number called, or calling.
    #[column(text = 200)]
    pub phonenumber: Option<String>,
    /// Whether we call.
    #[column(yes_no, default = true)]
    pub directioncode: bool,
    /// Due.
    #[column(date_time)]
    pub scheduledend: Option<Timestamp>,
    /// Priority.
    #[column(choice, default = ActivityPriority::Normal)]
    pub prioritycode: Option<ActivityPriority>,
    /// State.
    #[column(choice, default = ActivityState::Open)]
    pub statecode: ActivityState,
    /// Reason.
    #[column(choice, default = PhoneCallReason::Open)]
    pub statuscode: PhoneCallReason,
}
