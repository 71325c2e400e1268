//! Work that nobody waits for: batch jobs with recurrence, run now and history, and tasks that are
//! enqueued in their caller's transaction.
//!
//! A **job** is a reconciler with a name: it looks for work and does what is missing, so running it
//! once more never hurts. A **task** is one piece of work with a payload: it is retried with
//! back-off until it succeeds or is given up. Both are claimed by a lease with a token, so any
//! number of processes may share a database, a crashed worker's work comes back, and a worker that
//! was paused cannot finish late.
#![warn(missing_docs)]

mod edit;
mod history;
mod job;
mod lease;
mod recurrence;
mod remark;
mod rows;
mod runner;
mod tasks;

pub use history::{HISTORY_ROWS_MAX, HISTORY_RUNS_MAX};
pub use job::{Job, JobError, JobFuture, Mode, Outcome, Run, Summary, Trigger};
pub use lease::{LEASE_SECONDS, end_leases};
pub use recurrence::check as check_recurrence;
pub use remark::Remark;
pub use rows::{BatchJob, BatchJobHistory, BatchJobHistoryRow, HistoryStatus, JobStatus, Task, TaskStatus};
pub use runner::{Handle, Jobs};
pub use tasks::{ATTEMPTS_MAX, Queue, TaskError, TaskFuture, TaskRun, enqueue};

/// Adds the tables of jobs to a database.
#[must_use]
pub fn with_jobs(catalog: tables::Catalog) -> tables::Catalog {
    catalog
        .with::<BatchJob>()
        .with::<BatchJobHistory>()
        .with::<BatchJobHistoryRow>()
        .with::<Task>()
        .with_rule(edit::rule())
}
