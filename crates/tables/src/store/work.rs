//! A verb and its caller, on either database.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Poll, Waker};
use std::time::Duration;

use futures_util::FutureExt as _;
use tokio::sync::oneshot;

use super::tx::{Outcome, Tx, Wrote};
use super::writer::{Ran, Waiting, Work};
use super::{Backend, Context, Shared, Store};
use crate::sql::Connection;
use crate::sql::postgres::Postgres;
use crate::{Catalog, Error, Result};

/// The future of a verb.
pub type VerbFuture<'a, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 'a>>;

/// How often PostgreSQL work is repeated when concurrent work on the same rows won.
const REPEATS_MAX: u32 = 12;

impl Store {
    /// Runs a verb in one transaction.
    ///
    /// `verb` may run several times with the same input (PostgreSQL repeats it when concurrent
    /// work won), so it must have no effect but on `tx`. It may wait for nothing but `tx`.
    /// When it fails, or any write in it failed, nothing is written.
    ///
    /// # Errors
    /// The verb's own, and [`Error`] for the store's.
    pub async fn write<I, T, E>(
        &self,
        context: Context,
        input: I,
        verb: impl for<'a> Fn(&'a mut Tx, &'a I) -> VerbFuture<'a, T, E> + Send + Sync + 'static,
    ) -> Result<T, E>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        match &self.backend {
            Backend::Sqlite { writer, .. } => {
                let (reply, answer) = oneshot::channel();
                let caller = Caller { context, input, verb, outcome: None, reply };
                let waiting: Waiting = Box::new(caller);
                writer.send(waiting).await.map_err(|_| Error::Unavailable)?;
                answer.await.map_err(|_| Error::Unavailable)?
            }
            Backend::Postgres(pool) => {
                // A key that was taken since the verb looked: it looks once more, as on SQLite, where
                // nobody comes in between.
                let mut looked_again = false;
                for repeat in 0..=REPEATS_MAX {
                    let connection = Connection::Postgres(Postgres::acquire(pool, true).await?);
                    let shared = self.current.now();
                    let mut tx = Tx::new(Arc::clone(&shared), context.clone(), connection, 0);
                    let ran = AssertUnwindSafe(verb(&mut tx, &input)).catch_unwind().await;
                    let (outcome, failed) = match ran {
                        Ok(outcome) => (outcome, tx.failed.clone()),
                        Err(panic) => (Err(panicked(panic.as_ref()).into()), None),
                    };
                    let result = match (outcome, failed) {
                        (Ok(value), None) => match commit(&shared, tx).await {
                            Ok(redefined) => {
                                if let Some((catalog, version)) = redefined {
                                    self.put_definitions(catalog, version);
                                }
                                Ok(value)
                            }
                            Err(error) => Err(Failed::Store(error)),
                        },
                        (outcome, failed) => {
                            roll_back(tx).await;
                            Err(match (outcome, failed) {
                                (_, Some(error @ (Error::Contention | Error::DefinitionsChanged))) => {
                                    Failed::Store(error)
                                }
                                (_, Some(taken @ Error::DuplicateKey { .. })) if !looked_again => {
                                    Failed::Store(taken)
                                }
                                (Err(error), _) => Failed::Verb(error),
                                (Ok(_), failed) => Failed::Store(failed.unwrap_or(Error::Contention)),
                            })
                        }
                    };
                    match result {
                        Ok(value) => return Ok(value),
                        Err(Failed::Store(Error::Contention)) if repeat < REPEATS_MAX => {}
                        Err(Failed::Store(Error::DefinitionsChanged)) if repeat < REPEATS_MAX => {
                            self.refresh_definitions().await?;
                        }
                        Err(Failed::Store(Error::DuplicateKey { .. })) if !looked_again => {
                            looked_again = true;
                        }
                        Err(Failed::Store(error)) => return Err(error.into()),
                        Err(Failed::Verb(error)) => return Err(error),
                    }
                    self.back_off(repeat).await;
                }
                Err(Error::Contention.into())
            }
        }
    }

    /// Waits a little longer each time, by chance, so that two that met once do not meet again.
    async fn back_off(&self, repeat: u32) {
        let chance = u64::from(u16::from_le_bytes(self.environment().randomness.bytes()));
        let longest_us = 500_u64 << repeat.min(8);
        tokio::time::sleep(Duration::from_micros(chance * longest_us / u64::from(u16::MAX))).await;
    }
}

/// Answers the definitions, where the transaction changed them.
async fn commit(shared: &Shared, tx: Tx) -> Result<Option<(Catalog, i64)>> {
    shared.environment.faults.pass("store.before_commit")?;
    let (connection, Outcome { wrote, redefined }) = tx.into_parts();
    if let Connection::Postgres(postgres) = connection {
        postgres.commit().await.map_err(|error| super::write::explain(shared, error))?;
    }
    if wrote == Wrote::Logged {
        shared.bell.send_modify(|rings| *rings += 1);
    }
    Ok(redefined)
}

/// Why a transaction came to nothing.
enum Failed<E> {
    Store(Error),
    Verb(E),
}

async fn roll_back(tx: Tx) {
    if let (Connection::Postgres(postgres), _) = tx.into_parts()
        && let Err(error) = postgres.rollback().await
    {
        tracing::warn!(%error, "a connection was closed because it could not roll back");
    }
}

/// A caller waiting for the SQLite writer.
struct Caller<I, T, E, V> {
    context: Context,
    input: I,
    verb: V,
    outcome: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<I, T, E, V> Work for Caller<I, T, E, V>
where
    I: Send + Sync,
    T: Send,
    E: From<Error> + Send,
    V: for<'a> Fn(&'a mut Tx, &'a I) -> VerbFuture<'a, T, E> + Send + Sync,
{
    fn run(&mut self, shared: &Arc<Shared>, connection: Connection) -> (Connection, Ran) {
        let sequence = match &connection {
            Connection::Sqlite(sqlite) => sqlite.next_sequence,
            Connection::Postgres(_) => 0,
        };
        let mut tx = Tx::new(Arc::clone(shared), self.context.clone(), connection, sequence);
        let ran = std::panic::catch_unwind(AssertUnwindSafe(|| ready((self.verb)(&mut tx, &self.input))));
        let outcome = match ran {
            Ok(outcome) => match tx.failed.clone() {
                Some(failed) => outcome.and(Err(failed.into())),
                None => outcome,
            },
            Err(panic) => Err(panicked(panic.as_ref()).into()),
        };
        let keep = outcome.is_ok();
        self.outcome = Some(outcome);
        let (connection, outcome) = tx.into_parts();
        (connection, Ran { keep, outcome })
    }

    fn finish(self: Box<Self>, committed: Result<()>) {
        let outcome = match (self.outcome, committed) {
            (Some(Ok(_)) | None, Err(error)) => Err(error.into()),
            (Some(outcome), _) => outcome,
            (None, Ok(())) => Err(Error::internal("a verb was committed without having run").into()),
        };
        // A caller that went away does not want to know.
        let _ = self.reply.send(outcome);
    }
}

/// The result of a future that waits for nothing: on SQLite the database answers at once.
pub(super) fn ready<T, E: From<Error>>(future: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    let mut context = std::task::Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut context) {
        Poll::Ready(result) => result,
        Poll::Pending => Err(Error::internal("a verb waited for something outside its database").into()),
    }
}

fn panicked(panic: &(dyn std::any::Any + Send)) -> Error {
    let words = panic
        .downcast_ref::<&str>()
        .map(|words| (*words).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    tracing::error!(panic = %words, "a verb panicked; its transaction was rolled back");
    Error::internal(format_args!("a verb panicked: {words}"))
}
