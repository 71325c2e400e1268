//! The clock of the database's server.

use super::connection::Connection;
use super::{Dialect, Raw, Sql, Storage};
use crate::{Error, Result};

/// Milliseconds since 1970, where the database is a server with a clock of its own.
pub async fn milliseconds(connection: &mut Connection) -> Result<Option<i64>> {
    if connection.dialect() == Dialect::Sqlite {
        return Ok(None);
    }
    let words = "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint";
    let rows = connection.query(Sql::new(Dialect::Postgres, words), vec![Storage::Integer]).await?;
    match rows.into_iter().flatten().next() {
        Some(Raw::Integer(milliseconds)) => Ok(Some(milliseconds)),
        _ => Err(Error::internal("the database's clock tells no time")),
    }
}
