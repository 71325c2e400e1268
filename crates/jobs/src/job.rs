//! A batch job, one run of it, and how the run reports.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use platform::Environment;
use tables::{Choice, Doorbell, Store};

use crate::Remark;

/// When jobs run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Within a second of there being work, and by recurrence.
    #[default]
    Continuous,
    /// By recurrence only.
    Scheduled,
    /// Only when told.
    Manual,
}

/// What set a run off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum Trigger {
    /// The time came.
    Recurrence = 1,
    /// Somebody told it to.
    RunNow = 2,
    /// A doorbell said that there may be work.
    Work = 3,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum Outcome {
    /// Done.
    Succeeded = 1,
    /// Not done; somebody should look.
    Failed = 2,
    /// Left for another time.
    Skipped = 3,
}

/// The future of a job's code: it gives the run back with its results.
pub type JobFuture = Pin<Box<dyn Future<Output = Result<Run, JobError>> + Send>>;

/// A batch job.
#[derive(Clone)]
pub struct Job {
    /// Its name, as in *Distribution schedule*.
    pub name: &'static str,
    /// Cron expression in UTC, for a job that is new to the database.
    pub recurrence: &'static str,
    /// Doorbells of the databases that its work comes from.
    pub wake: Vec<Doorbell>,
    /// The code. Running it without work must change nothing.
    pub run: Arc<dyn Fn(Run) -> JobFuture + Send + Sync>,
}

/// Why a job did not run, or broke off.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JobError {
    /// There is no such job.
    #[error("There is no batch job \"{0}\".")]
    Unknown(String),
    /// Another process runs it.
    #[error("\"{0}\" is running in another process. Wait until it ends.")]
    Busy(String),
    /// Its code broke off.
    #[error("{0}")]
    Failed(String),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] tables::Error),
}

/// Counts of one run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Rows done.
    pub succeeded: i64,
    /// Rows that failed.
    pub failed: i64,
    /// Rows left for another time.
    pub skipped: i64,
    /// Why it broke off, where it did.
    pub error: Option<String>,
}

impl Summary {
    /// Whether the run neither did anything nor failed. Rows left for another time do not count:
    /// they will be told of when they are done.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.succeeded + self.failed == 0 && self.error.is_none()
    }

    /// Whether it did something that may be work for other jobs.
    #[must_use]
    pub fn progressed(&self) -> bool {
        self.succeeded > 0
    }
}

/// One row's result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RowResult {
    pub key: String,
    pub outcome: Outcome,
    pub remark: Remark,
}

/// A run in progress. The code reports each row to it and gives it back.
pub struct Run {
    store: Store,
    pub(crate) summary: Summary,
    pub(crate) rows: Vec<RowResult>,
}

impl Run {
    pub(crate) fn new(store: Store) -> Self {
        Self { store, summary: Summary::default(), rows: Vec::new() }
    }

    /// The database of the jobs.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Clock, ids and randomness.
    #[must_use]
    pub fn environment(&self) -> &Environment {
        self.store.environment()
    }

    /// A row was done.
    pub fn done(&mut self, key: &str, remark: impl Into<Remark>) {
        self.report(key, Outcome::Succeeded, remark.into());
    }

    /// A row failed. The run goes on.
    pub fn failed(&mut self, key: &str, remark: impl Into<Remark>) {
        self.report(key, Outcome::Failed, remark.into());
    }

    /// A row is left for another time.
    pub fn skipped(&mut self, key: &str, remark: impl Into<Remark>) {
        self.report(key, Outcome::Skipped, remark.into());
    }

    fn report(&mut self, key: &str, outcome: Outcome, remark: Remark) {
        let count = match outcome {
            Outcome::Succeeded => &mut self.summary.succeeded,
            Outcome::Failed => &mut self.summary.failed,
            Outcome::Skipped => &mut self.summary.skipped,
        };
        *count += 1;
        if self.rows.len() < crate::HISTORY_ROWS_MAX {
            self.rows.push(RowResult { key: key.into(), outcome, remark });
        }
    }
}
