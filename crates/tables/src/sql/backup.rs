//! Whole databases: one moment of them held, copied, checked, put aside.
#![expect(clippy::disallowed_methods, reason = "the folder where SQL meets the database")]

use std::path::Path;

use rusqlite::backup::{Backup, StepResult};

use super::postgres::Postgres;
use super::sqlite::{Sqlite, map};
use super::text::{Dialect, Raw, Sql, Storage};
use crate::{Error, Result};

/// Pages copied at a time.
const PAGES: std::ffi::c_int = 4_096;

impl Sqlite {
    /// From here on this connection sees the database as it is now.
    pub fn hold_moment(&self) -> Result<()> {
        // The moment begins with the first read, not with BEGIN.
        self.run("BEGIN; SELECT count(*) FROM sqlite_schema;")
    }

    /// Writes what this connection sees into a new file. A held moment stays the same meanwhile,
    /// whatever others write.
    pub fn copy_to(&self, path: &Path) -> Result<()> {
        let mut target = rusqlite::Connection::open(path).map_err(|error| map(&error))?;
        let backup = Backup::new(&self.connection, &mut target).map_err(|error| map(&error))?;
        loop {
            match backup.step(PAGES).map_err(|error| map(&error))? {
                StepResult::Done => return Ok(()),
                StepResult::More => {}
                _ => return Err(Error::Locked),
            }
        }
    }

    /// Whether every page and index of the file is sound.
    pub fn check(path: &Path) -> Result<()> {
        let connection = rusqlite::Connection::open(path).map_err(|error| map(&error))?;
        let read = |row: &rusqlite::Row<'_>| row.get::<_, String>(0);
        let found = connection.query_row("PRAGMA integrity_check", (), read).map_err(|error| map(&error))?;
        if found == "ok" { Ok(()) } else { Err(Error::internal(found)) }
    }
}

impl Postgres {
    /// The moment of this transaction, under a name by which other connections see it too. It may
    /// then sit without a word for as long as they take.
    pub async fn hold_moment(&mut self) -> Result<String> {
        let patient = "SET LOCAL idle_in_transaction_session_timeout = 0";
        self.queue(Sql::new(Dialect::Postgres, patient));
        let export = Sql::new(Dialect::Postgres, "SELECT pg_export_snapshot()");
        match one(self.query_many(vec![(export, vec![Storage::Text])]).await?) {
            Some(Raw::Text(name)) => Ok(name),
            _ => Err(Error::internal("the moment has no name")),
        }
    }

    /// The schemas that there are.
    pub async fn schemas(&mut self) -> Result<Vec<String>> {
        let read = Sql::new(Dialect::Postgres, "SELECT nspname::text FROM pg_namespace");
        let rows = self.query_many(vec![(read, vec![Storage::Text])]).await?.pop().unwrap_or_default();
        let name = |row: Vec<Raw>| match row.into_iter().next() {
            Some(Raw::Text(name)) => Some(name),
            _ => None,
        };
        Ok(rows.into_iter().filter_map(name).collect())
    }

    /// How many other connections of a Tandem there are.
    pub async fn others(&mut self) -> Result<i64> {
        let words = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'tandem' \
                     AND datname = current_database() AND pid <> pg_backend_pid()";
        match one(self.query_many(vec![(Sql::new(Dialect::Postgres, words), vec![Storage::Integer])]).await?)
        {
            Some(Raw::Integer(count)) => Ok(count),
            _ => Err(Error::internal("connections cannot be counted")),
        }
    }

    /// Gives a schema another name.
    pub async fn rename_schema(&mut self, from: &str, to: &str) -> Result<()> {
        let mut sql = Sql::new(Dialect::Postgres, "ALTER SCHEMA ");
        sql.name(from).push(" RENAME TO ").name(to);
        self.run_built(&sql).await
    }

    /// Removes a schema with everything in it.
    pub async fn drop_schema(&mut self, name: &str) -> Result<()> {
        let mut sql = Sql::new(Dialect::Postgres, "DROP SCHEMA IF EXISTS ");
        sql.name(name).push(" CASCADE");
        self.run_built(&sql).await
    }
}

fn one(answers: Vec<Vec<Vec<Raw>>>) -> Option<Raw> {
    answers.into_iter().next()?.into_iter().next()?.into_iter().next()
}
