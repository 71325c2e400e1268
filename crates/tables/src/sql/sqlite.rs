//! One SQLite connection: cached statements, values in and out, errors told apart.
#![expect(clippy::disallowed_methods, reason = "the folder where SQL meets the database")]

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, ToSql, params_from_iter};
use uuid::Uuid;

use super::connection::Cells;
use super::text::{Bind, Raw, Sql, Storage};
use crate::{Error, Result};

/// Statements kept prepared per connection.
const STATEMENTS_CACHED: usize = 256;

/// A connection for writing or for reading.
pub struct Sqlite {
    pub(super) connection: Connection,
    /// The next number of the one sequence that versions and log entries are drawn from. Only the
    /// writer uses it.
    pub next_sequence: i64,
}

impl Sqlite {
    /// The one connection that writes. Creates the file.
    pub fn writer(path: &Path) -> Result<Self> {
        let connection = Connection::open(path).map_err(|error| map(&error))?;
        let sqlite = Self::configured(connection)?;
        // FULL: an acknowledged commit survives power loss; group commit makes it affordable.
        sqlite.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")?;
        // Checkpoints copy the WAL into the file; rarer ones copy a page that changed often once.
        // What is not in these caches is mostly in the system's own; four databases share a machine.
        sqlite.run("PRAGMA cache_size = -8000; PRAGMA wal_autocheckpoint = 4000;")?;
        Ok(sqlite)
    }

    /// A connection that only reads.
    pub fn reader(path: &Path) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Self::configured(Connection::open_with_flags(path, flags).map_err(|error| map(&error))?)
    }

    fn configured(connection: Connection) -> Result<Self> {
        connection.set_prepared_statement_cache_capacity(STATEMENTS_CACHED);
        // Plans follow from the text alone. Without this SQLite prepares a statement anew whenever
        // its values change, which costs several times the read itself.
        let stable = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true);
        stable.map_err(|error| map(&error))?;
        let sqlite = Self { connection, next_sequence: 0 };
        sqlite.run("PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -2000;")?;
        Ok(sqlite)
    }

    /// Fixed statements without values: transactions, pragmas.
    pub fn run(&self, words: &'static str) -> Result<()> {
        self.connection.execute_batch(words).map_err(|error| map(&error))
    }

    /// One fixed statement that is said again and again: begin, savepoint, commit.
    pub fn step(&self, words: &'static str) -> Result<()> {
        let mut statement = self.connection.prepare_cached(words).map_err(|error| map(&error))?;
        statement.execute(()).map(|_| ()).map_err(|error| map(&error))
    }

    pub fn execute(&self, sql: &Sql) -> Result<usize> {
        let mut statement = self.connection.prepare_cached(&sql.text).map_err(|error| map(&error))?;
        statement.execute(params_from_iter(sql.binds.iter())).map_err(|error| map(&error))
    }

    /// The same statement once for each row of values.
    pub fn execute_each(&self, text: &str, rows: impl Iterator<Item = Vec<Raw>>) -> Result<()> {
        let mut statement = self.connection.prepare_cached(text).map_err(|error| map(&error))?;
        for row in rows {
            statement.execute(params_from_iter(row.iter())).map_err(|error| map(&error))?;
        }
        Ok(())
    }

    pub fn each(&self, sql: &Sql, read: &mut dyn FnMut(&dyn Cells) -> Result<()>) -> Result<()> {
        let mut statement = self.connection.prepare_cached(&sql.text).map_err(|error| map(&error))?;
        let mut rows = statement.query(params_from_iter(sql.binds.iter())).map_err(|error| map(&error))?;
        while let Some(row) = rows.next().map_err(|error| map(&error))? {
            read(row)?;
        }
        Ok(())
    }

    pub fn query(&self, sql: &Sql, columns: &[Storage]) -> Result<Vec<Vec<Raw>>> {
        let mut found = Vec::new();
        self.each(sql, &mut |row| {
            let cells = columns.iter().enumerate().map(|(at, storage)| row.cell(at, *storage));
            found.push(cells.collect::<Result<Vec<Raw>>>()?);
            Ok(())
        })?;
        Ok(found)
    }
}

impl Cells for rusqlite::Row<'_> {
    fn cell(&self, at: usize, storage: Storage) -> Result<Raw> {
        read(self.get_ref(at).map_err(|error| map(&error))?, storage)
    }
}

fn read(value: ValueRef<'_>, storage: Storage) -> Result<Raw> {
    Ok(match (value, storage) {
        (ValueRef::Null, _) => Raw::Null,
        (ValueRef::Integer(number), Storage::Boolean) => Raw::Boolean(number != 0),
        (ValueRef::Integer(number), _) => Raw::Integer(number),
        (ValueRef::Text(text), _) => {
            Raw::Text(std::str::from_utf8(text).map_err(Error::internal)?.to_owned())
        }
        (ValueRef::Blob(bytes), Storage::Bytes) => Raw::Bytes(bytes.to_vec()),
        (ValueRef::Blob(bytes), _) => Raw::Id(Uuid::from_slice(bytes).map_err(Error::internal)?),
        (ValueRef::Real(_), _) => return Err(Error::internal("a stored number is a float")),
    })
}

impl ToSql for Raw {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(number) => ValueRef::Integer(*number),
            Self::Boolean(yes) => ValueRef::Integer(i64::from(*yes)),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Id(id) => ValueRef::Blob(id.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl ToSql for Bind {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::One(raw) | Self::Cell(_, raw) => raw.to_sql(),
            // Columns of values are PostgreSQL's way; here statements are repeated.
            Self::Many(..) => Err(rusqlite::Error::InvalidQuery),
        }
    }
}

pub(super) fn map(error: &rusqlite::Error) -> Error {
    let Some(code) = error.sqlite_error_code() else {
        return Error::internal(error);
    };
    match code {
        ErrorCode::DiskFull => Error::DiskFull,
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Error::Locked,
        ErrorCode::CannotOpen | ErrorCode::SystemIoFailure | ErrorCode::ReadOnly => {
            tracing::error!(%error, "the database file cannot be used");
            Error::Unavailable
        }
        ErrorCode::ConstraintViolation => super::constraint::from_sqlite(&error.to_string()),
        _ if names_what_is_gone(&error.to_string()) => {
            tracing::warn!(%error, "a statement names what was changed meanwhile");
            Error::DefinitionsChanged
        }
        _ => Error::internal(error),
    }
}

/// Statements are made of definitions, so a name that is not there was there a moment ago.
fn names_what_is_gone(message: &str) -> bool {
    ["no such column", "no such table", "has no column named"].iter().any(|words| message.contains(words))
}
