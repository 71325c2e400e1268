//! Promising a task.

use tables::Tx;
use uuid::Uuid;

use crate::rows::{Task, TaskStatus};

/// Promises a task in the caller's transaction: it will be done if and only if that commits.
///
/// # Errors
/// As any write; [`tables::Error::TooLong`] for a payload over 100,000 characters.
pub async fn enqueue(tx: &mut Tx, queue: &str, payload: &serde_json::Value) -> Result<Uuid, tables::Error> {
    let id = tx.new_id();
    let task = Task {
        external_row_id: id,
        queue: queue.into(),
        payload: payload.to_string(),
        status: TaskStatus::Waiting,
        attempts: 0,
        next_attempt_at: tx.now(),
        lease_token: None,
        last_error: None,
    };
    tx.lend(RIGHTS).insert(&task).await?;
    Ok(id)
}

/// Whoever may do the work may promise its tail.
const RIGHTS: &[tables::Right] = &[tables::Right { privilege: tables::Privilege::Create, table: "task" }];
