//! The readers of the change log: how far each is, and what may go because all have passed it.

use jiff::SignedDuration;

use super::tx::Wrote;
use super::{Store, Tx};
use crate::log::{KEEP_DAYS, Position, TRIM_MAX};
use crate::sql::{Connection, Raw, log};
use crate::{Context, Result};

/// How often it is written down where a busy reader is.
const READER_NOTED_EVERY: SignedDuration = SignedDuration::from_hours(1);

/// The present end of the log.
pub(super) async fn end(connection: &mut Connection) -> Result<Position> {
    let (sql, columns) = log::end(connection.dialect());
    let rows = connection.query(sql, columns).await?;
    Ok(position(rows).unwrap_or_default())
}

fn position(rows: Vec<Vec<Raw>>) -> Option<Position> {
    match rows.first()?.as_slice() {
        [Raw::Integer(transaction), Raw::Integer(sequence), ..] => {
            Some(Position { transaction: *transaction, sequence: *sequence })
        }
        _ => None,
    }
}

/// Where a reader is, and when that was noted, in microseconds since 1970.
pub(super) async fn reader(connection: &mut Connection, name: &str) -> Result<Option<(Position, i64)>> {
    let (sql, columns) = log::get_reader(connection.dialect(), name);
    let rows = connection.query(sql, columns).await?;
    let seen_at = rows.first().and_then(|row| match row.last() {
        Some(Raw::Integer(seen_at)) => Some(*seen_at),
        _ => None,
    });
    Ok(position(rows).zip(seen_at))
}

impl Tx {
    async fn trim_log(&mut self) -> Result<usize> {
        let before = self.now() - SignedDuration::from_hours(24 * KEEP_DAYS);
        let dialect = self.connection.dialect();
        let (sql, columns) = log::trimmable(dialect, before, TRIM_MAX);
        let mut rows = self.connection.query(sql, columns).await?;
        let count = rows.len();
        let Some(last) = position(rows.split_off(count.saturating_sub(1))) else { return Ok(0) };
        self.put_reader(log::TRIMMED, last).await?;
        self.connection.execute(log::trim(dialect, before, last))?;
        Ok(count)
    }

    async fn reader_position(&mut self, name: &str) -> Result<Option<Position>> {
        Ok(reader(&mut self.connection, name).await?.map(|(position, _)| position))
    }

    async fn put_reader(&mut self, name: &str, position: Position) -> Result<()> {
        let sql = log::put_reader(self.connection.dialect(), name, position, self.now());
        self.wrote = self.wrote.max(Wrote::Bookkeeping);
        self.connection.execute(sql)
    }
}

impl Store {
    /// Registers a reader of the change log at the log's present end, or finds where it is.
    ///
    /// # Errors
    /// As any write.
    pub async fn register_reader(&self, name: &str) -> Result<Position> {
        self.write(Context::system(), name.to_owned(), |tx, name| {
            Box::pin(async move {
                if let Some(position) = tx.reader_position(name).await? {
                    return Ok(position);
                }
                let position = end(&mut tx.connection).await?;
                tx.put_reader(name, position).await?;
                Ok(position)
            })
        })
        .await
    }

    /// Notes that the reader has read up to `position`. It never goes back.
    ///
    /// # Errors
    /// As any write.
    pub async fn advance_reader(&self, name: &str, position: Position) -> Result<()> {
        self.write(Context::system(), (name.to_owned(), position), |tx, (name, position)| {
            Box::pin(async move {
                let known = tx.reader_position(name).await?.unwrap_or_default();
                tx.put_reader(name, known.max(*position)).await
            })
        })
        .await
    }

    /// As [`Store::advance_reader`] for one who reads all the time: it costs a read, and is written
    /// once an hour, which is often enough for a log that is kept for days.
    ///
    /// # Errors
    /// As any write.
    pub async fn note_reader(&self, name: &str, position: Position) -> Result<()> {
        let mut connection = self.connect().await?;
        let known = reader(&mut connection, name).await?;
        drop(connection);
        let hour_ago = (self.environment().clock.now() - READER_NOTED_EVERY).as_microsecond();
        match known {
            Some((known, seen_at)) if position <= known || seen_at > hour_ago => Ok(()),
            _ => self.advance_reader(name, position).await,
        }
    }

    /// Removes entries older than [`KEEP_DAYS`] that every registered reader has passed, at most
    /// [`TRIM_MAX`]; answers how many, so that a caller goes on until there are none.
    ///
    /// # Errors
    /// As any write.
    pub async fn trim_log(&self) -> Result<usize> {
        self.write(Context::system(), (), |tx, ()| Box::pin(tx.trim_log())).await
    }
}
