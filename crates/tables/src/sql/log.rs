//! The change log, the audit and the registered readers as SQL.

use jiff::Timestamp;
use uuid::Uuid;

use super::cluster::{FINISHED, TRANSACTION};
use super::connection::Connection;
use super::text::{Dialect, Raw, Sql, Storage};
use super::write::{bind_columns, bind_row, insert_raw, one_row};
use crate::log::Position;
use crate::{Operation, Result};

/// One entry on its way into log and audit.
pub struct Record {
    pub sequence: i64,
    pub table: String,
    pub row: Uuid,
    /// See [`number`], or [`ERASURE`].
    pub operation: i64,
    /// JSON for the log: names, or names with values before.
    pub changed: String,
    /// JSON for the audit: values before and after.
    pub audit: String,
}

/// What all entries of one transaction share.
pub struct Stamp<'a> {
    pub user: Uuid,
    pub origin: Option<&'a str>,
    pub trace: Option<&'a str>,
    pub at: Timestamp,
    /// On SQLite the first number of the transaction; PostgreSQL asks itself.
    pub transaction: i64,
}

const LOG: [(&str, Storage); 10] = [
    ("sequence", Storage::Integer),
    ("tablename", Storage::Text),
    ("rowid_", Storage::Id),
    ("operation", Storage::Integer),
    ("changed", Storage::Text),
    ("userid", Storage::Id),
    ("origin", Storage::Text),
    ("trace", Storage::Text),
    ("at", Storage::Integer),
    ("transaction_", Storage::Integer),
];

const AUDIT: [(&str, Storage); 7] = [
    ("sequence", Storage::Integer),
    ("tablename", Storage::Text),
    ("rowid_", Storage::Id),
    ("operation", Storage::Integer),
    ("changes", Storage::Text),
    ("userid", Storage::Id),
    ("at", Storage::Integer),
];

fn text(value: Option<&str>) -> Raw {
    value.map_or(Raw::Null, |text| Raw::Text(text.to_owned()))
}

/// In the audit: that a person was erased.
pub const ERASURE: i64 = 4;

pub fn number(operation: Operation) -> i64 {
    match operation {
        Operation::Create => 1,
        Operation::Update => 2,
        Operation::Delete => 3,
    }
}

/// Writes entries into the change log.
pub fn append_log(connection: &mut Connection, stamp: &Stamp<'_>, records: &[Record]) -> Result<()> {
    let cells = |record: &Record| {
        vec![
            Raw::Integer(record.sequence),
            Raw::Text(record.table.clone()),
            Raw::Id(record.row),
            Raw::Integer(record.operation),
            Raw::Text(record.changed.clone()),
            Raw::Id(stamp.user),
            text(stamp.origin),
            text(stamp.trace),
            Raw::Integer(stamp.at.as_microsecond()),
            Raw::Integer(stamp.transaction),
        ]
    };
    let mut rows: Vec<Vec<Raw>> = records.iter().map(cells).collect();
    let Connection::Postgres(postgres) = connection else {
        return insert_raw(connection, "change_log", &LOG, rows);
    };
    for row in &mut rows {
        row.pop();
    }
    let mut sql = Sql::new(Dialect::Postgres, "INSERT INTO change_log (");
    sql.join(", ", LOG, |sql, (name, _)| {
        sql.name(name);
    });
    let storages = LOG[..9].iter().map(|(_, storage)| *storage);
    match one_row(rows) {
        Ok(row) => {
            sql.push(") VALUES (");
            bind_row(&mut sql, storages, row);
            sql.push(", ").push(TRANSACTION).push(")");
        }
        Err(rows) => {
            sql.push(") SELECT u.*, ").push(TRANSACTION).push(" FROM unnest(");
            bind_columns(&mut sql, storages, rows);
            sql.push(") AS u");
        }
    }
    postgres.queue(sql);
    Ok(())
}

/// Writes entries into the audit.
pub fn append_audit(connection: &mut Connection, stamp: &Stamp<'_>, records: &[Record]) -> Result<()> {
    let cells = |record: &Record| {
        vec![
            Raw::Integer(record.sequence),
            Raw::Text(record.table.clone()),
            Raw::Id(record.row),
            Raw::Integer(record.operation),
            Raw::Text(record.audit.clone()),
            Raw::Id(stamp.user),
            Raw::Integer(stamp.at.as_microsecond()),
        ]
    };
    insert_raw(connection, "audit", &AUDIT, records.iter().map(cells).collect())
}

/// The newest changes of one row in the audit.
pub fn audit_of(dialect: Dialect, table: &str, row: Uuid, limit: u32) -> (Sql, Vec<Storage>) {
    let mut sql =
        Sql::new(dialect, "SELECT sequence, operation, changes, userid, at FROM audit WHERE rowid_ = ");
    sql.bind(Raw::Id(row)).push(" AND tablename = ").bind(Raw::Text(table.into()));
    sql.push(" ORDER BY sequence DESC LIMIT ").bind(Raw::Integer(i64::from(limit)));
    let storages = vec![Storage::Integer, Storage::Integer, Storage::Text, Storage::Id, Storage::Integer];
    (sql, storages)
}

/// The newest place that no running transaction can still write before.
pub fn end(dialect: Dialect) -> (Sql, Vec<Storage>) {
    let sql = match dialect {
        Dialect::Sqlite => Sql::new(
            dialect,
            "SELECT transaction_, sequence FROM change_log ORDER BY transaction_ DESC, sequence DESC LIMIT 1",
        ),
        // Transactions below the oldest running one are all finished, whatever their sequence.
        Dialect::Postgres => {
            let mut sql = Sql::new(dialect, "SELECT ");
            sql.push(FINISHED).push(", 9223372036854775807");
            sql
        }
    };
    (sql, vec![Storage::Integer, Storage::Integer])
}

/// Entries after `after` and up to `end`, at most `limit`.
pub fn entries(
    dialect: Dialect,
    after: Position,
    end: Position,
    tables: &[String],
    limit: u32,
) -> (Sql, Vec<Storage>) {
    let mut sql = Sql::new(dialect, "SELECT ");
    sql.join(", ", LOG, |sql, (name, _)| {
        sql.name(name);
    });
    sql.push(" FROM change_log AS t0 WHERE (transaction_, sequence) > (");
    sql.bind(Raw::Integer(after.transaction)).push(", ").bind(Raw::Integer(after.sequence));
    sql.push(") AND (transaction_, sequence) <= (");
    sql.bind(Raw::Integer(end.transaction)).push(", ").bind(Raw::Integer(end.sequence)).push(") AND ");
    let names = tables.iter().cloned().map(Raw::Text).collect();
    super::condition::one_of(&mut sql, 0, "tablename", Storage::Text, names);
    sql.push(" ORDER BY transaction_, sequence LIMIT ").bind(Raw::Integer(i64::from(limit)));
    (sql, LOG.iter().map(|(_, storage)| *storage).collect())
}

/// Notes where a reader is; makes it when it is new.
pub fn put_reader(dialect: Dialect, name: &str, position: Position, at: Timestamp) -> Sql {
    let mut sql =
        Sql::new(dialect, "INSERT INTO log_reader (name, transaction_, sequence, seen_at) VALUES (");
    sql.bind(Raw::Text(name.into())).push(", ").bind(Raw::Integer(position.transaction)).push(", ");
    sql.bind(Raw::Integer(position.sequence)).push(", ").bind(Raw::Integer(at.as_microsecond()));
    sql.push(") ON CONFLICT (name) DO UPDATE SET transaction_ = excluded.transaction_, ");
    sql.push("sequence = excluded.sequence, seen_at = excluded.seen_at");
    sql
}

/// Where a reader is, and when that was noted.
pub fn get_reader(dialect: Dialect, name: &str) -> (Sql, Vec<Storage>) {
    let mut sql = Sql::new(dialect, "SELECT transaction_, sequence, seen_at FROM log_reader WHERE name = ");
    sql.bind(Raw::Text(name.into()));
    (sql, vec![Storage::Integer; 3])
}

/// The last number that the SQLite writer gave.
pub fn last_number() -> (Sql, Vec<Storage>) {
    let words = "SELECT value FROM counter WHERE name = 'change_sequence'";
    (Sql::new(Dialect::Sqlite, words), vec![Storage::Integer])
}

/// Remembers the last number that the SQLite writer gave.
pub fn keep_number(last: i64) -> Sql {
    let words = "INSERT INTO counter (name, value) VALUES ('change_sequence', ";
    let mut sql = Sql::new(Dialect::Sqlite, words);
    sql.bind(Raw::Integer(last)).push(") ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    sql
}

/// The reader that trimming itself is: it stands at the newest entry that was removed.
pub const TRIMMED: &str = "(trimmed)";

/// The places of the oldest entries from before `before` that every registered reader has passed,
/// at most `limit`. The newest entry of all is never one: by it the log knows its end.
pub fn trimmable(dialect: Dialect, before: Timestamp, limit: u32) -> (Sql, Vec<Storage>) {
    let mut sql = Sql::new(dialect, "SELECT transaction_, sequence FROM change_log WHERE at < ");
    sql.bind(Raw::Integer(before.as_microsecond()));
    sql.push(
        " AND (transaction_, sequence) < (SELECT transaction_, sequence FROM change_log \
         ORDER BY transaction_ DESC, sequence DESC LIMIT 1) \
         AND NOT EXISTS (SELECT 1 FROM log_reader WHERE name <> ",
    );
    sql.bind(Raw::Text(TRIMMED.into()));
    sql.push(
        " AND (log_reader.transaction_, log_reader.sequence) < \
         (change_log.transaction_, change_log.sequence)) ORDER BY transaction_, sequence LIMIT ",
    );
    sql.bind(Raw::Integer(i64::from(limit)));
    (sql, vec![Storage::Integer, Storage::Integer])
}

/// Removes entries from before `before` up to `last`.
pub fn trim(dialect: Dialect, before: Timestamp, last: Position) -> Sql {
    let mut sql = Sql::new(dialect, "DELETE FROM change_log WHERE at < ");
    sql.bind(Raw::Integer(before.as_microsecond())).push(" AND (transaction_, sequence) <= (");
    sql.bind(Raw::Integer(last.transaction)).push(", ").bind(Raw::Integer(last.sequence)).push(")");
    sql
}
