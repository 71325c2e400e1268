//! One PostgreSQL connection: writes wait in a queue and travel with the next read or the commit.
#![expect(clippy::disallowed_methods, reason = "the folder where SQL meets the database")]

use std::error::Error as _;

use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod};
use futures_util::future::{join_all, join3};
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{NoTls, Row, error::SqlState};
use uuid::Uuid;

use super::connection::Cells;
use super::text::{Bind, Raw, Sql, Storage};
use crate::{Error, Result};

/// Connections per database and process.
const CONNECTIONS_MAX: usize = 16;
/// Statements kept prepared per connection; filters can be of any shape, so there must be an end.
const STATEMENTS_CACHED: usize = 512;
/// Longest that a connection of ours may sit inside a transaction without a word. It would hold
/// back every reader of the change log.
const IDLE_IN_TRANSACTION_MS: &str = "10000";

/// Connections to one schema.
pub fn pool(url: &str, schema: &str) -> Result<Pool> {
    let mut config: tokio_postgres::Config = url.parse().map_err(|error: tokio_postgres::Error| {
        Error::internal(format_args!("the database address cannot be read: {error}"))
    })?;
    let plain: String =
        schema.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '_').collect();
    config.options(format!(
        "-c search_path={plain} -c idle_in_transaction_session_timeout={IDLE_IN_TRANSACTION_MS} \
         -c default_transaction_isolation=repeatable\\ read -c plan_cache_mode=force_generic_plan"
    ));
    config.application_name("tandem");
    config.connect_timeout(std::time::Duration::from_secs(5));
    let manager =
        Manager::from_config(config, NoTls, ManagerConfig { recycling_method: RecyclingMethod::Fast });
    Pool::builder(manager)
        .max_size(CONNECTIONS_MAX)
        .runtime(deadpool_postgres::Runtime::Tokio1)
        .wait_timeout(Some(std::time::Duration::from_secs(10)))
        .build()
        .map_err(Error::internal)
}

/// A pooled connection, inside a transaction or not.
pub struct Postgres {
    object: Option<Object>,
    queue: Vec<Sql>,
    state: State,
    /// A statement failed: the transaction takes no further ones.
    spoiled: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Each statement for itself.
    Single,
    /// A transaction is wanted but not begun: its first words travel with the first statement.
    Wanted,
    /// In a transaction.
    Open,
}

impl Postgres {
    pub async fn acquire(pool: &Pool, transaction: bool) -> Result<Self> {
        let object = pool.get().await.map_err(|error| {
            tracing::error!(%error, "no database connection");
            Error::Unavailable
        })?;
        let state = if transaction { State::Wanted } else { State::Single };
        Ok(Self { object: Some(object), queue: Vec::new(), state, spoiled: false })
    }

    /// A write that nobody waits for yet.
    pub fn queue(&mut self, sql: Sql) {
        self.queue.push(sql);
    }

    pub fn is_spoiled(&self) -> bool {
        self.spoiled
    }

    /// Makes one statement of the last `count` queued writes, which must be to different tables.
    /// The server then plans and runs once instead of `count` times.
    pub fn join_last(&mut self, count: usize) {
        if let Some(start) = self.queue.len().checked_sub(count)
            && count > 1
        {
            let joined = Sql::together(self.queue.split_off(start));
            self.queue.push(joined);
        }
    }

    /// Numbers of the sequence. They are given once whatever becomes of the transaction, so
    /// asking for them need not begin it.
    pub async fn numbers(&mut self, read: (Sql, Vec<Storage>)) -> Result<Vec<Vec<Raw>>> {
        let not_begun = self.state == State::Wanted && self.queue.is_empty();
        if not_begun {
            self.state = State::Single;
        }
        let answers = self.query_many(vec![read]).await;
        if not_begun {
            self.state = State::Wanted;
        }
        Ok(answers?.pop().unwrap_or_default())
    }

    /// Sends what is queued and these reads in one go; answers the reads.
    pub async fn query_many(&mut self, reads: Vec<(Sql, Vec<Storage>)>) -> Result<Vec<Vec<Vec<Raw>>>> {
        let writes = std::mem::take(&mut self.queue);
        let columns: Vec<Vec<Storage>> = reads.iter().map(|(_, columns)| columns.clone()).collect();
        let count = writes.len();
        let statements = writes.into_iter().chain(reads.into_iter().map(|(sql, _)| sql)).collect();
        let answers = self.send(statements, false).await?;
        answers
            .iter()
            .skip(count)
            .zip(columns)
            .map(|(rows, columns)| rows.iter().map(|row| read_row(row, &columns)).collect())
            .collect()
    }

    /// As [`Postgres::query_many`] with one read whose rows are only shown.
    pub async fn each(
        &mut self,
        sql: Sql,
        read: &mut (dyn FnMut(&dyn Cells) -> Result<()> + Send),
    ) -> Result<()> {
        let mut statements = std::mem::take(&mut self.queue);
        statements.push(sql);
        let answers = self.send(statements, false).await?;
        answers.last().into_iter().flatten().try_for_each(|row| read(row))
    }

    /// Fixed statements around a migration: begin, lock, commit, roll back.
    pub async fn run(&mut self, words: &'static str) -> Result<()> {
        self.run_built(&Sql::new(super::Dialect::Postgres, words)).await
    }

    /// Sends what is queued and commits.
    pub async fn commit(mut self) -> Result<()> {
        let writes = std::mem::take(&mut self.queue);
        match (self.state, writes.len()) {
            (State::Wanted, 0) => {}
            // A single statement is a transaction of its own.
            (State::Wanted, 1) => {
                self.state = State::Single;
                self.send(writes, false).await?;
            }
            _ => {
                self.send(writes, true).await?;
                self.state = State::Single;
            }
        }
        Ok(())
    }

    /// Ends the transaction without its writes; the connection can be used again.
    pub async fn rollback(mut self) -> Result<()> {
        self.queue.clear();
        if self.state == State::Open {
            self.run("ROLLBACK").await?;
        }
        self.state = State::Single;
        Ok(())
    }

    /// A statement without values whose text was built of checked names.
    pub async fn run_built(&mut self, sql: &Sql) -> Result<()> {
        let object = self.object.as_ref().ok_or(Error::Unavailable)?;
        object.batch_execute(&sql.text).await.map_err(|error| map(&error))
    }

    /// All statements as one pipeline; the first error in their order counts.
    async fn send(&mut self, statements: Vec<Sql>, commit: bool) -> Result<Vec<Vec<Row>>> {
        let sent = self.send_all(statements, commit).await;
        if let (Err(Error::DefinitionsChanged), Some(object)) = (&sent, &self.object) {
            object.statement_cache.clear();
        }
        self.spoiled |= sent.is_err();
        sent
    }

    async fn send_all(&mut self, statements: Vec<Sql>, commit: bool) -> Result<Vec<Vec<Row>>> {
        let object = self.object.as_ref().ok_or(Error::Unavailable)?;
        if object.statement_cache.size() > STATEMENTS_CACHED {
            object.statement_cache.clear();
        }
        let mut prepared = Vec::with_capacity(statements.len());
        for sql in &statements {
            prepared.push(object.prepare_cached(&sql.text).await.map_err(|error| map(&error))?);
        }
        let begin =
            async { if self.state == State::Wanted { object.batch_execute("BEGIN").await } else { Ok(()) } };
        let run = join_all(statements.iter().zip(&prepared).map(|(sql, statement)| async move {
            let binds: Vec<&(dyn ToSql + Sync)> =
                sql.binds.iter().map(|bind| bind as &(dyn ToSql + Sync)).collect();
            object.query(statement, &binds).await
        }));
        let end = async { if commit { object.batch_execute("COMMIT").await } else { Ok(()) } };
        // Polled in this order, so sent in this order.
        let (begun, answers, ended) = join3(begin, run, end).await;
        begun.map_err(|error| map(&error))?;
        if self.state == State::Wanted {
            self.state = State::Open;
        }
        let answers = answers.into_iter().collect::<Result<Vec<_>, _>>().map_err(|error| map(&error))?;
        ended.map_err(|error| map(&error))?;
        Ok(answers)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // A connection that may still be inside a transaction is closed, not reused: the server
        // then rolls back at once.
        if self.state == State::Open
            && let Some(object) = self.object.take()
        {
            drop(Object::take(object));
        }
    }
}

fn read_row(row: &Row, columns: &[Storage]) -> Result<Vec<Raw>> {
    columns.iter().enumerate().map(|(at, storage)| row.cell(at, *storage)).collect()
}

impl Cells for Row {
    fn cell(&self, at: usize, storage: Storage) -> Result<Raw> {
        let raw = match storage {
            Storage::Integer => self.try_get::<_, Option<i64>>(at).map(|cell| cell.map(Raw::Integer)),
            Storage::Boolean => self.try_get::<_, Option<bool>>(at).map(|cell| cell.map(Raw::Boolean)),
            Storage::Text => self.try_get::<_, Option<String>>(at).map(|cell| cell.map(Raw::Text)),
            Storage::Bytes => self.try_get::<_, Option<Vec<u8>>>(at).map(|cell| cell.map(Raw::Bytes)),
            Storage::Id => self.try_get::<_, Option<Uuid>>(at).map(|cell| cell.map(Raw::Id)),
        };
        raw.map(|cell| cell.unwrap_or(Raw::Null)).map_err(Error::internal)
    }
}

impl ToSql for Raw {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Integer(number) => number.to_sql(ty, out),
            Self::Boolean(yes) => yes.to_sql(ty, out),
            Self::Text(text) => text.to_sql(ty, out),
            Self::Id(id) => id.to_sql(ty, out),
            Self::Bytes(bytes) => bytes.to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl ToSql for Bind {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::One(raw) | Self::Cell(_, raw) => raw.to_sql(ty, out),
            Self::Many(_, column) => column.to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn map(error: &tokio_postgres::Error) -> Error {
    let Some(database) = error.as_db_error() else {
        if error.is_closed() || error.source().is_some_and(|cause| cause.is::<std::io::Error>()) {
            tracing::error!(%error, "the database connection broke");
            return Error::Unavailable;
        }
        return Error::internal(error);
    };
    let code = database.code();
    if *code == SqlState::T_R_SERIALIZATION_FAILURE || *code == SqlState::T_R_DEADLOCK_DETECTED {
        return Error::Contention;
    }
    if *code == SqlState::UNIQUE_VIOLATION {
        let table = database.table().unwrap_or_default();
        return super::constraint::from_postgres(table, database.constraint().unwrap_or_default());
    }
    if *code == SqlState::DISK_FULL {
        return Error::DiskFull;
    }
    if *code == SqlState::LOCK_NOT_AVAILABLE {
        return Error::Locked;
    }
    let gone = [SqlState::UNDEFINED_COLUMN, SqlState::UNDEFINED_TABLE, SqlState::DATATYPE_MISMATCH];
    // A statement prepared before its table was changed: "cached plan must not change result type".
    if gone.contains(code) || *code == SqlState::FEATURE_NOT_SUPPORTED {
        tracing::warn!(message = database.message(), "a statement names what was changed meanwhile");
        return Error::DefinitionsChanged;
    }
    if code.code().starts_with("57P") || code.code().starts_with("08") || code.code().starts_with("53") {
        return Error::Unavailable;
    }
    // Not its detail: that repeats values.
    Error::internal(format_args!("{} ({})", database.message(), code.code()))
}
