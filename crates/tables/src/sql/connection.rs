//! Either database behind one set of calls. On SQLite none of them ever waits.

use super::postgres::Postgres;
use super::sqlite::Sqlite;
use super::text::{Dialect, Raw, Sql, Storage};
use crate::Result;

/// A row that a database just found.
pub trait Cells {
    /// The cell at this place of the statement's columns.
    fn cell(&self, at: usize, storage: Storage) -> Result<Raw>;
}

/// A connection to either database.
pub enum Connection {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Connection {
    pub fn dialect(&self) -> Dialect {
        match self {
            Self::Sqlite(_) => Dialect::Sqlite,
            Self::Postgres(_) => Dialect::Postgres,
        }
    }

    /// Whether a statement failed in a way after which the transaction takes no further ones.
    pub fn is_spoiled(&self) -> bool {
        match self {
            Self::Sqlite(_) => false,
            Self::Postgres(postgres) => postgres.is_spoiled(),
        }
    }

    /// Makes the database fail as a test wants it.
    #[cfg(feature = "testing")]
    pub async fn fail(&mut self, failure: crate::testing::Failure) -> Result<()> {
        use crate::testing::Failure;
        match (self, failure) {
            // A new page more than there are is one too many.
            (Self::Sqlite(sqlite), Failure::DiskFull) => sqlite.run("PRAGMA max_page_count = 1"),
            (Self::Sqlite(sqlite), Failure::DiskFree) => sqlite.run("PRAGMA max_page_count = 1000000"),
            (Self::Postgres(postgres), Failure::ConnectionLost) => {
                let words = "SELECT pg_terminate_backend(pg_backend_pid())";
                postgres.query_many(vec![(Sql::new(Dialect::Postgres, words), Vec::new())]).await.map(|_| ())
            }
            _ => Ok(()),
        }
    }

    /// A write: done at once on SQLite, sent with the next read or the commit on PostgreSQL.
    pub fn execute(&mut self, sql: Sql) -> Result<()> {
        match self {
            Self::Sqlite(sqlite) => sqlite.execute(&sql).map(|_| ()),
            Self::Postgres(postgres) => {
                postgres.queue(sql);
                Ok(())
            }
        }
    }

    /// Shows each found row to `read`, without keeping any.
    pub async fn each(
        &mut self,
        sql: Sql,
        read: &mut (dyn FnMut(&dyn Cells) -> Result<()> + Send),
    ) -> Result<()> {
        match self {
            Self::Sqlite(sqlite) => sqlite.each(&sql, read),
            Self::Postgres(postgres) => postgres.each(sql, read).await,
        }
    }

    pub async fn query(&mut self, sql: Sql, columns: Vec<Storage>) -> Result<Vec<Vec<Raw>>> {
        let mut answers = self.query_many(vec![(sql, columns)]).await?;
        Ok(answers.pop().unwrap_or_default())
    }

    /// Several reads in one round trip.
    pub async fn query_many(&mut self, reads: Vec<(Sql, Vec<Storage>)>) -> Result<Vec<Vec<Vec<Raw>>>> {
        match self {
            Self::Sqlite(sqlite) => reads.iter().map(|(sql, columns)| sqlite.query(sql, columns)).collect(),
            Self::Postgres(postgres) => postgres.query_many(reads).await,
        }
    }
}
