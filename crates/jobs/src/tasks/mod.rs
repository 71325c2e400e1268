//! Tasks: promised inside a transaction, done after it, retried with back-off, given up in sight.

mod enqueue;
mod work_off;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use tables::Store;
use uuid::Uuid;

pub use enqueue::enqueue;
pub(crate) use work_off::work_off;

/// Attempts before a task is given up.
pub const ATTEMPTS_MAX: i64 = 12;

/// The future of a handler.
pub type TaskFuture = Pin<Box<dyn Future<Output = Result<(), TaskError>> + Send>>;

/// A queue with its handler. The handler may run more than once for the same task.
#[derive(Clone)]
pub struct Queue {
    /// Its name.
    pub name: &'static str,
    /// The code.
    pub run: Arc<dyn Fn(TaskRun) -> TaskFuture + Send + Sync>,
}

/// One attempt at a task.
pub struct TaskRun {
    /// The database of the tasks.
    pub store: Store,
    /// The task: the same at each attempt, so it serves to tell a repetition.
    pub id: Uuid,
    /// What [`enqueue`] was given.
    pub payload: serde_json::Value,
    /// Which attempt this is, from 1.
    pub attempt: i64,
}

/// Why an attempt failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TaskError {
    /// It may go better later.
    #[error("{0}")]
    Retry(String),
    /// It never will.
    #[error("{0}")]
    Fail(String),
}

impl TaskError {
    /// It may go better later.
    pub fn retry(cause: impl std::fmt::Display) -> Self {
        Self::Retry(cause.to_string())
    }

    /// It never will.
    pub fn fail(cause: impl std::fmt::Display) -> Self {
        Self::Fail(cause.to_string())
    }
}
