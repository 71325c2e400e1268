//! Working tasks off: claimed in batches, each with a token that a worker must still have to end it.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt as _;
use jiff::{SignedDuration, Timestamp};
use tables::{Comparison, Context, Error, Filter, Query, Store, Tx};
use uuid::Uuid;

use super::{ATTEMPTS_MAX, Queue, TaskError, TaskRun};
use crate::history::shorten;
use crate::lease::LEASE_SECONDS;
use crate::rows::{Task, TaskStatus};

/// Tasks claimed at a time.
const BATCH_MAX: u32 = 20;
/// First back-off, doubled at each attempt.
const BACK_OFF_SECONDS: i64 = 2;
/// Longest back-off.
const BACK_OFF_SECONDS_MAX: i64 = 3_600;

/// Does what is due. Answers how many tasks were ended well.
pub(crate) async fn work_off(store: &Store, queues: &[Queue]) -> Result<usize, Error> {
    let mut done = 0;
    loop {
        let claimed = claim(store).await?;
        let count = claimed.len();
        for task in claimed {
            let outcome = attempt(store, queues, &task).await;
            let went_well = outcome.is_ok();
            let ended = end(store, &task, outcome).await?;
            done += usize::from(went_well && ended);
        }
        if count < BATCH_MAX as usize {
            return Ok(done);
        }
    }
}

/// Takes due tasks: their next attempt moves to the end of the lease, so that a crashed worker's
/// tasks come back by themselves.
async fn claim(store: &Store) -> Result<Vec<Task>, Error> {
    store
        .write(Context::system(), (), |tx, ()| {
            Box::pin(async move {
                let now = tx.now();
                let due = Filter::Compare("NextAttemptAt".into(), Comparison::LessOrEqual, now.into());
                let query = Query::of("task")
                    .filter(Filter::equals("Status", TaskStatus::Waiting))
                    .filter(due)
                    .order_by("NextAttemptAt")
                    .limit(BATCH_MAX);
                let mut tasks: Vec<Task> = tx.claim(query).await?;
                let token = tx.new_id().to_string();
                for task in &mut tasks {
                    task.attempts += 1;
                    task.lease_token = Some(token.clone());
                    task.next_attempt_at = later(now, LEASE_SECONDS);
                    tx.save(task).await?;
                }
                Ok(tasks)
            })
        })
        .await
}

async fn attempt(store: &Store, queues: &[Queue], task: &Task) -> Result<(), TaskError> {
    let Some(queue) = queues.iter().find(|queue| queue.name == task.queue) else {
        return Err(TaskError::Retry(format!("nobody here works off the queue {}", task.queue)));
    };
    let payload = serde_json::from_str(&task.payload).map_err(TaskError::fail)?;
    let (id, attempt) = (task.external_row_id, task.attempts);
    let run = (queue.run)(TaskRun { store: store.clone(), id, payload, attempt });
    match AssertUnwindSafe(run).catch_unwind().await {
        Ok(outcome) => outcome,
        Err(_) => Err(TaskError::Retry("the handler panicked; the log says where".into())),
    }
}

/// Writes what became of the attempt; false when another worker has the task by now.
async fn end(store: &Store, task: &Task, outcome: Result<(), TaskError>) -> Result<bool, Error> {
    store
        .write(Context::system(), (task.clone(), outcome), |tx, (task, outcome)| {
            Box::pin(async move {
                let standing: Option<Task> = tx.get(task.external_row_id).await?;
                let Some(mut standing) = standing.filter(|known| known.lease_token == task.lease_token)
                else {
                    return Ok(false);
                };
                match outcome {
                    Ok(()) => tx.remove::<Task>(standing.external_row_id).await?,
                    Err(error) => {
                        let last = matches!(error, TaskError::Fail(_)) || standing.attempts >= ATTEMPTS_MAX;
                        standing.status = if last { TaskStatus::Dead } else { TaskStatus::Waiting };
                        standing.next_attempt_at = later(tx.now(), back_off(tx, standing.attempts));
                        standing.lease_token = None;
                        standing.last_error = Some(shorten(&error.to_string(), 4000));
                        warn(standing.external_row_id, &standing.queue, error, last);
                        tx.save(&standing).await?;
                    }
                }
                Ok(true)
            })
        })
        .await
}

fn warn(task: Uuid, queue: &str, error: &TaskError, last: bool) {
    tracing::warn!(%task, queue, %error, given_up = last, "a task failed");
}

/// Doubles with each attempt, and moves by up to a quarter so that many do not come back at once.
fn back_off(tx: &Tx, attempts: i64) -> i64 {
    let doubled = BACK_OFF_SECONDS << attempts.clamp(0, 20);
    let seconds = doubled.min(BACK_OFF_SECONDS_MAX);
    seconds + seconds * i64::from(u8::from_le_bytes(tx.random())) / (4 * 255)
}

fn later(now: Timestamp, seconds: i64) -> Timestamp {
    now.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(Timestamp::MAX)
}
