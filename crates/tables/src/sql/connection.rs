//! Either database behind one set of calls. On SQLite none of them ever waits.

use super::postgres::Postgres;
use super::sqlite::Sqlite;
use super::text::{Dialect, Raw, Sql, Storage};
use crate::Result;

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
