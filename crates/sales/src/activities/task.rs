//! Tasks: what somebody means to do.

use jiff::Timestamp;
use tables::{Choice, Reference, Table};
use uuid::Uuid;

use super::{ActivityPriority, ActivityState};
use crate::states::States;

pub(crate) const STATES: States = States {
    noun: "task",
    reasons: &[(2, 0), (3, 0), (4, 0), (7, 0), (5, 1), (6, 2)],
    default_reasons: &[(0, 2), (1, 5), (2, 6)],
    closed_rows_are_read_only: true,
    open_to_dual_write: &[],
};

/// Why a task stands where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum TaskReason {
    NotStarted = 2,
    InProgress = 3,
    WaitingOnSomeoneElse = 4,
    Completed = 5,
    Canceled = 6,
    Deferred = 7,
}

/// A task.
#[derive(Clone, Debug, Table)]
#[table(name = "task", set = "tasks", ownership = "user", primary = "subject", index(regardingobjectid))]
pub struct Task {
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
    #[column(choice, default = TaskReason::NotStarted)]
    pub statuscode: TaskReason,
}
