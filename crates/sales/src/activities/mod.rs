//! Activities of sellers on timelines: tasks and phone calls. What closing leaves behind is with
//! the opportunities.

mod phone_call;
mod task;

pub use phone_call::{PhoneCall, PhoneCallReason};
pub use task::{Task, TaskReason};

pub(crate) use phone_call::STATES as PHONE_CALL_STATES;
pub(crate) use task::STATES as TASK_STATES;

use tables::Choice;

/// Where an activity stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ActivityState {
    Open = 0,
    Completed = 1,
    Canceled = 2,
}

/// How urgent an activity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ActivityPriority {
    Low = 0,
    Normal = 1,
    High = 2,
}
