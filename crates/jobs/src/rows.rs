//! What jobs and tasks are kept in. All of it is bookkeeping: no change log, no audit, no doorbell.

use jiff::Timestamp;
use tables::{Choice, Table};
use uuid::Uuid;

/// What a batch job is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum JobStatus {
    /// For its next occurrence, or for work.
    Waiting = 1,
    /// It runs.
    Executing = 2,
    /// Somebody paused it: it runs only when told.
    Withhold = 3,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum HistoryStatus {
    /// It went through; rows may have failed.
    Ended = 1,
    /// It broke off.
    Error = 2,
}

/// A batch job.
#[derive(Clone, Debug, Table)]
#[table(name = "batchjob", set = "BatchJobs", naming = "pascal", key(by_name("Name")), bookkeeping)]
pub struct BatchJob {
    /// Id.
    #[column(id)]
    pub external_row_id: Uuid,
    /// The job's name.
    #[column(text = 100)]
    pub name: String,
    /// Cron expression, UTC: minute, hour, day, month, weekday.
    #[column(text = 100)]
    pub recurrence: String,
    /// What it is doing.
    #[column(choice, default = JobStatus::Waiting)]
    pub status: JobStatus,
    /// When it last began.
    #[column(date_time, read_only)]
    pub last_run_at: Option<Timestamp>,
    /// When it begins next by its recurrence.
    #[column(date_time, read_only)]
    pub next_run_at: Option<Timestamp>,
    /// Token of the worker that runs it.
    #[column(text = 40, secret, read_only)]
    pub lease_token: Option<String>,
    /// Until when that worker has it.
    #[column(date_time, read_only)]
    pub leased_until: Option<Timestamp>,
}

/// One run of a batch job.
#[derive(Clone, Debug, Table)]
#[table(
    name = "batchjobhistory",
    set = "BatchJobHistory",
    naming = "pascal",
    index("JobName", "StartedAt"),
    bookkeeping
)]
pub struct BatchJobHistory {
    /// Id.
    #[column(id)]
    pub external_row_id: Uuid,
    /// The job's name.
    #[column(text = 100)]
    pub job_name: String,
    /// What set it off.
    #[column(choice)]
    pub trigger: crate::Trigger,
    /// When it began.
    #[column(date_time)]
    pub started_at: Timestamp,
    /// When it ended.
    #[column(date_time)]
    pub ended_at: Timestamp,
    /// How it ended.
    #[column(choice)]
    pub status: HistoryStatus,
    /// Rows done.
    #[column(whole)]
    pub succeeded: i64,
    /// Rows that failed.
    #[column(whole)]
    pub failed: i64,
    /// Rows left for another time.
    #[column(whole)]
    pub skipped: i64,
    /// Rows whose results are not kept because there were too many.
    #[column(whole)]
    pub rows_left_out: i64,
    /// Why it broke off.
    #[column(memo = 4000)]
    pub message: Option<String>,
}

/// What became of one row in a run.
#[derive(Clone, Debug, Table)]
#[table(
    name = "batchjobhistoryrow",
    set = "BatchJobHistoryRows",
    naming = "pascal",
    index("RunId"),
    bookkeeping
)]
pub struct BatchJobHistoryRow {
    /// Id.
    #[column(id)]
    pub external_row_id: Uuid,
    /// The run.
    #[column(lookup = "batchjobhistory")]
    pub run_id: Uuid,
    /// What the job calls the row: a reference, a number.
    #[column(text = 200)]
    pub row_key: String,
    /// What became of it.
    #[column(choice)]
    pub outcome: crate::Outcome,
    /// In words.
    #[column(memo = 2000)]
    pub message: Option<String>,
    /// Which sentence that is, for whoever says it in another language.
    #[column(text = 60)]
    pub code: Option<String>,
    /// What the sentence names.
    #[column(text = 200)]
    pub detail: Option<String>,
}

/// Where a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum TaskStatus {
    /// For its next attempt.
    Waiting = 1,
    /// Given up: somebody must look.
    Dead = 2,
}

/// A piece of work that was promised inside a transaction. Done tasks are removed.
#[derive(Clone, Debug, Table)]
#[table(name = "task", set = "Tasks", naming = "pascal", index("Status", "NextAttemptAt"), bookkeeping)]
pub struct Task {
    /// Id.
    #[column(id)]
    pub external_row_id: Uuid,
    /// Which handler does it.
    #[column(text = 60)]
    pub queue: String,
    /// JSON.
    #[column(memo = 100_000)]
    pub payload: String,
    /// Where it stands.
    #[column(choice, default = TaskStatus::Waiting)]
    pub status: TaskStatus,
    /// Attempts made.
    #[column(whole, default = 0_i64)]
    pub attempts: i64,
    /// Not before this.
    #[column(date_time)]
    pub next_attempt_at: Timestamp,
    /// Token of the worker that has it.
    #[column(text = 40)]
    pub lease_token: Option<String>,
    /// Why the last attempt failed.
    #[column(memo = 4000)]
    pub last_error: Option<String>,
}
