//! The one thread that writes to a SQLite file: callers that wait at the same time share a commit.
//!
//! Each caller is a savepoint. No answer and no doorbell leaves before the commit stands; if the
//! commit fails, all of its callers fail.

use std::sync::Arc;

use tokio::sync::mpsc;

use super::tx::Wrote;
use super::{Current, Shared};
use crate::sql::sqlite::Sqlite;
use crate::sql::{Connection, log};
use crate::{Error, Result};

/// Most callers that share one commit.
pub const CALLERS_PER_COMMIT_MAX: usize = 64;
/// Most callers that wait for the writer; further ones wait to wait.
pub const CALLERS_WAITING_MAX: usize = 1_024;

/// A caller in the queue.
pub(super) type Waiting = Box<dyn Work>;

/// A verb with its caller, its types hidden.
pub(super) trait Work: Send {
    /// Runs the verb. Answers the connection, whether its writes count, and whether it wrote.
    fn run(&mut self, shared: &Arc<Shared>, connection: Connection) -> (Connection, bool, Wrote);
    /// Tells the caller, once it is known whether the commit stands.
    fn finish(self: Box<Self>, committed: Result<()>);
}

/// Starts the thread. It ends when the last sender is gone.
pub(super) fn spawn(current: Arc<Current>, sqlite: Sqlite, queue: mpsc::Receiver<Waiting>) -> Result<()> {
    std::thread::Builder::new()
        .name("sqlite-writer".into())
        .spawn(move || serve(&current, sqlite, queue))
        .map(|_| ())
        .map_err(Error::internal)
}

fn serve(current: &Current, sqlite: Sqlite, mut queue: mpsc::Receiver<Waiting>) {
    let mut connection = Connection::Sqlite(sqlite);
    let mut batch: Vec<Waiting> = Vec::with_capacity(CALLERS_PER_COMMIT_MAX);
    while let Some(first) = queue.blocking_recv() {
        batch.push(first);
        while batch.len() < CALLERS_PER_COMMIT_MAX
            && let Ok(next) = queue.try_recv()
        {
            batch.push(next);
        }
        let shared = &current.now();
        let (returned, wrote, committed) = commit_together(shared, connection, &mut batch);
        connection = returned;
        if wrote == Wrote::Logged && committed.is_ok() {
            shared.bell.send_modify(|rings| *rings += 1);
        }
        for caller in batch.drain(..) {
            caller.finish(committed.clone());
        }
    }
}

fn commit_together(
    shared: &Arc<Shared>,
    mut connection: Connection,
    batch: &mut [Waiting],
) -> (Connection, Wrote, Result<()>) {
    let mut wrote = Wrote::Nothing;
    let mut result = run(&mut connection, "BEGIN IMMEDIATE");
    if result.is_err() {
        return (connection, Wrote::Nothing, result);
    }
    for caller in batch {
        result = result.and_then(|()| run(&mut connection, "SAVEPOINT caller"));
        if result.is_err() {
            break;
        }
        let (returned, keep, touched) = caller.run(shared, connection);
        connection = returned;
        if keep {
            wrote = wrote.max(touched);
        }
        if !keep {
            result = run(&mut connection, "ROLLBACK TO caller");
        }
        result = result.and_then(|()| run(&mut connection, "RELEASE caller"));
    }
    let result = result
        .and_then(|()| if wrote > Wrote::Nothing { keep_counter(&mut connection) } else { Ok(()) })
        .and_then(|()| shared.environment.faults.pass("store.before_commit").map_err(Error::from))
        .and_then(|()| run(&mut connection, "COMMIT"));
    if result.is_err() {
        // A full disk may have rolled back by itself already; then there is nothing to undo.
        let _ = run(&mut connection, "ROLLBACK");
    }
    (connection, wrote, result)
}

/// Remembers the sequence, so that a number is never given twice, not even after a restart.
fn keep_counter(connection: &mut Connection) -> Result<()> {
    let Connection::Sqlite(sqlite) = &*connection else { return Ok(()) };
    let last = sqlite.next_sequence - 1;
    connection.execute(log::keep_number(last))
}

fn run(connection: &mut Connection, words: &'static str) -> Result<()> {
    match connection {
        Connection::Sqlite(sqlite) => sqlite.step(words),
        Connection::Postgres(_) => Err(Error::internal("the SQLite writer has another database")),
    }
}
