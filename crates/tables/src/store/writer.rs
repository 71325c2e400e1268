//! The one thread that writes to a SQLite file: callers that wait at the same time share a commit.
//!
//! Each caller is a savepoint. No answer and no doorbell leaves before the commit stands; if the
//! commit fails, all of its callers fail.

use std::sync::Arc;

use tokio::sync::mpsc;

use super::tx::{Outcome, Wrote};
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
    /// Runs the verb. Answers the connection and what came of it.
    fn run(&mut self, shared: &Arc<Shared>, connection: Connection) -> (Connection, Ran);
    /// Tells the caller, once it is known whether the commit stands.
    fn finish(self: Box<Self>, committed: Result<()>);
}

/// What came of a caller's verb.
pub(super) struct Ran {
    /// Whether its writes count.
    pub keep: bool,
    pub outcome: Outcome,
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
    loop {
        if batch.is_empty() {
            let Some(first) = queue.blocking_recv() else { return };
            batch.push(first);
        }
        while batch.len() < CALLERS_PER_COMMIT_MAX
            && let Ok(next) = queue.try_recv()
        {
            batch.push(next);
        }
        let shared = &current.now();
        let (returned, together) = commit_together(shared, connection, &mut batch);
        connection = returned;
        let Together { ran, outcome, committed } = together;
        if committed.is_ok() {
            if let Some((catalog, version)) = outcome.redefined {
                current.put(catalog, version);
            }
            if outcome.wrote == Wrote::Logged {
                shared.bell.send_modify(|rings| *rings += 1);
            }
        }
        for caller in batch.drain(..ran) {
            caller.finish(committed.clone());
        }
    }
}

/// What came of callers that shared a commit.
struct Together {
    /// How many of the waiting had their turn.
    ran: usize,
    outcome: Outcome,
    committed: Result<()>,
}

/// Runs the waiting callers and commits. Whoever waits behind a change of the definitions has its
/// turn in the next commit, with those.
fn commit_together(
    shared: &Arc<Shared>,
    mut connection: Connection,
    batch: &mut [Waiting],
) -> (Connection, Together) {
    let mut together = Together {
        ran: batch.len(),
        outcome: Outcome { wrote: Wrote::Nothing, redefined: None },
        committed: Ok(()),
    };
    let mut result = run(&mut connection, "BEGIN IMMEDIATE");
    if result.is_err() {
        together.committed = result;
        return (connection, together);
    }
    for (at, caller) in batch.iter_mut().enumerate() {
        result = result.and_then(|()| run(&mut connection, "SAVEPOINT caller"));
        if result.is_err() {
            break;
        }
        let (returned, Ran { keep, outcome }) = caller.run(shared, connection);
        connection = returned;
        if keep {
            together.outcome.wrote = together.outcome.wrote.max(outcome.wrote);
            together.outcome.redefined = outcome.redefined;
        } else {
            result = run(&mut connection, "ROLLBACK TO caller");
        }
        result = result.and_then(|()| run(&mut connection, "RELEASE caller"));
        if together.outcome.redefined.is_some() {
            together.ran = at + 1;
            break;
        }
    }
    let result = result
        .and_then(|()| {
            if together.outcome.wrote > Wrote::Nothing { keep_counter(&mut connection) } else { Ok(()) }
        })
        .and_then(|()| shared.environment.faults.pass("store.before_commit").map_err(Error::from))
        .and_then(|()| run(&mut connection, "COMMIT"));
    if result.is_err() {
        // A full disk may have rolled back by itself already; then there is nothing to undo.
        let _ = run(&mut connection, "ROLLBACK");
    }
    together.committed = result;
    (connection, together)
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
