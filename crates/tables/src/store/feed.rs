//! The change log for its readers: in an order that never moves behind them.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::Value as Json;
use uuid::Uuid;

use super::readers::{end, reader};
use super::{Access, Reader};
use crate::log::{Audited, AuditedColumn, ChangedColumn, ENTRIES_MAX, Entries, Entry, KEEP_DAYS, Position};
use crate::sql::{Connection, Raw, clock, log, personal};
use crate::{ColumnDefinition, Depth, Error, Operation, Privilege, Result, TableDefinition, Value, json};

/// Longest that a reader waits for entries that another transaction holds back. That transaction
/// may be of anyone on the same PostgreSQL server.
const HELD_WAIT_MAX: Duration = Duration::from_secs(2);
const HELD_WAIT_STEP: Duration = Duration::from_millis(5);

/// The name by which roles grant reading the change log.
pub const CHANGE_LOG: &str = "changelog";

impl Reader {
    /// Entries after `after` of these tables (none named: of all that the principal may read at
    /// organization depth), at most `limit`.
    ///
    /// # Errors
    /// [`Error::NoPrivilege`] without Read on `changelog` and, at organization depth, on each
    /// table; [`Error::LimitExceeded`]; [`Error::LogTrimmed`] where entries after `after` are gone;
    /// as any read.
    pub async fn changes(&mut self, after: Position, tables: &[&str], limit: u32) -> Result<Entries> {
        if limit > ENTRIES_MAX {
            return Err(Error::LimitExceeded { what: "change-log entries", limit: u64::from(ENTRIES_MAX) });
        }
        let tables = self.readable_tables(tables)?;
        let connection = self.connection()?;
        let mut waited = Duration::ZERO;
        let (mut rows, end) = loop {
            // The end is read first: whatever is written after that is for the next time.
            let end = end(connection).await?;
            let (sql, columns) = log::entries(connection.dialect(), after, end, &tables, limit + 1);
            let rows = connection.query(sql, columns).await?;
            if !rows.is_empty() || waited >= HELD_WAIT_MAX || !held(connection, end, &tables).await? {
                break (rows, end);
            }
            tokio::time::sleep(HELD_WAIT_STEP).await;
            waited += HELD_WAIT_STEP;
        };
        // Asked last: what was trimmed while this was read is missed by nobody.
        if reader(connection, log::TRIMMED).await?.is_some_and(|(trimmed, _)| after < trimmed) {
            return Err(Error::LogTrimmed { days: KEEP_DAYS });
        }
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        let mut entries = rows.into_iter().map(|row| self.entry(row)).collect::<Result<Vec<_>>>()?;
        self.tell_personal(&mut entries).await?;
        let next = match entries.last() {
            Some(last) if more => last.position,
            _ => end.max(after),
        };
        Ok(Entries { entries, next, more })
    }

    /// The present end of the change log: nothing will ever be added before it.
    ///
    /// # Errors
    /// As any read.
    pub async fn log_end(&mut self) -> Result<Position> {
        end(self.connection()?).await
    }

    /// What the clock of the database's server says; nothing where the database is a file.
    ///
    /// # Errors
    /// As any read.
    pub async fn database_time(&mut self) -> Result<Option<Timestamp>> {
        let milliseconds = clock::milliseconds(self.connection()?).await?;
        milliseconds.map(|at| Timestamp::from_millisecond(at).map_err(Error::internal)).transpose()
    }

    /// What happened to a row, newest first, at most [`ENTRIES_MAX`]. Whoever may read the row may
    /// read its history; of a removed row only who reads all rows of the table.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a row that the principal may not see; as any read.
    pub async fn history(&mut self, table: &str, id: Uuid) -> Result<Vec<Audited>> {
        let access = Access { principal: &self.principal, lent: &[] };
        let reads_all = access.depth(table, Privilege::Read) == Depth::Organization;
        if !reads_all && self.get_row(table, id).await?.is_none() {
            return Err(Error::NotFound { table: table.into(), id });
        }
        let definition = Arc::clone(self.shared.catalog.table(table)?);
        let connection = self.connection()?;
        let (sql, columns) = log::audit_of(connection.dialect(), table, id, ENTRIES_MAX);
        let rows = connection.query(sql, columns).await?;
        let mut history =
            rows.into_iter().map(|row| audited(&definition, row)).collect::<Result<Vec<_>>>()?;
        if definition.has_personal() {
            let apart = kept_apart(connection, history.iter().map(|entry| entry.sequence).collect()).await?;
            for entry in &mut history {
                for change in &mut entry.changes {
                    let Some(column) = definition.column(&change.column).filter(|column| column.personal)
                    else {
                        continue;
                    };
                    let value = |after| apart.value(entry.sequence, column, after);
                    change.values = change.values.take().or_else(|| value(false).zip(value(true)));
                }
            }
        }
        Ok(history)
    }

    /// Puts back what is kept apart of persons and was not erased.
    async fn tell_personal(&mut self, entries: &mut [Entry]) -> Result<()> {
        let shared = Arc::clone(&self.shared);
        let mut about = Vec::new();
        for entry in entries.iter_mut() {
            let definition = shared.catalog.table(&entry.table)?;
            if definition.has_personal() {
                about.push((entry, definition));
            }
        }
        if about.is_empty() {
            return Ok(());
        }
        let sequences = about.iter().map(|(entry, _)| entry.position.sequence).collect();
        let apart = kept_apart(self.connection()?, sequences).await?;
        for (entry, definition) in about {
            for changed in entry.changed.iter_mut().filter(|changed| changed.before.is_none()) {
                if let Some(column) = definition.column(&changed.column).filter(|column| column.personal) {
                    changed.before = apart.value(entry.position.sequence, column, false);
                }
            }
        }
        Ok(())
    }

    fn readable_tables(&self, tables: &[&str]) -> Result<Vec<String>> {
        let access = Access { principal: &self.principal, lent: &[] };
        let refuse = |table: &str| {
            Err(Error::NoPrivilege {
                action: Privilege::Read.word(),
                table: format!("all changes of {table}"),
            })
        };
        if access.depth(CHANGE_LOG, Privilege::Read) != Depth::Organization {
            return refuse("any table");
        }
        let all = |table: &str| access.depth(table, Privilege::Read) == Depth::Organization;
        if tables.is_empty() {
            let known = self.shared.catalog.tables().iter().map(|table| table.name.clone());
            return Ok(known.filter(|table| all(table)).collect());
        }
        for table in tables {
            self.shared.catalog.table(table)?;
            if !all(table) {
                return refuse(table);
            }
        }
        Ok(tables.iter().map(|table| (*table).to_owned()).collect())
    }

    fn entry(&self, row: Vec<Raw>) -> Result<Entry> {
        let broken = || Error::internal("a change-log entry cannot be read");
        let row: [Raw; 10] = row.try_into().map_err(|_| broken())?;
        let [
            Raw::Integer(sequence),
            Raw::Text(table),
            Raw::Id(row),
            Raw::Integer(operation),
            Raw::Text(changed),
            Raw::Id(user),
            origin,
            trace,
            Raw::Integer(at),
            Raw::Integer(transaction),
        ] = row
        else {
            return Err(broken());
        };
        let text = |raw: Raw| if let Raw::Text(text) = raw { Some(text) } else { None };
        let definition = self.shared.catalog.table(&table)?;
        Ok(Entry {
            position: Position { transaction, sequence },
            row,
            operation: operation_of(operation),
            changed: changed_columns(definition, &changed)?,
            table,
            user,
            origin: text(origin),
            trace: text(trace),
            at: Timestamp::from_microsecond(at).map_err(Error::internal)?,
        })
    }
}

/// Whether committed entries stand behind `end`, held back by a transaction that began before
/// them and still runs. Never on SQLite, where transactions follow each other.
async fn held(connection: &mut Connection, end: Position, tables: &[String]) -> Result<bool> {
    let Connection::Postgres(_) = connection else { return Ok(false) };
    let beyond = Position { transaction: i64::MAX, sequence: i64::MAX };
    let (sql, columns) = log::entries(connection.dialect(), end, beyond, tables, 1);
    Ok(!connection.query(sql, columns).await?.is_empty())
}

/// Values about persons by entry, column and whether they came after.
struct Apart(HashMap<(i64, String, bool), String>);

impl Apart {
    fn value(&self, sequence: i64, column: &ColumnDefinition, after: bool) -> Option<Value> {
        let json = self.0.get(&(sequence, column.name.clone(), after))?;
        let json: Json = serde_json::from_str(json).ok()?;
        Some(json::read(column, &json).unwrap_or_default()).filter(|_| !column.secret)
    }
}

async fn kept_apart(connection: &mut Connection, sequences: Vec<i64>) -> Result<Apart> {
    let (sql, columns) = personal::of(connection.dialect(), sequences);
    let value = |row: Vec<Raw>| match <[Raw; 4]>::try_from(row) {
        Ok([Raw::Integer(sequence), Raw::Text(column), Raw::Boolean(after), Raw::Text(value)]) => {
            Some(((sequence, column, after), value))
        }
        _ => None,
    };
    Ok(Apart(connection.query(sql, columns).await?.into_iter().filter_map(value).collect()))
}

fn operation_of(number: i64) -> Operation {
    match number {
        1 => Operation::Create,
        2 | log::ERASURE => Operation::Update,
        _ => Operation::Delete,
    }
}

fn audited(definition: &TableDefinition, row: Vec<Raw>) -> Result<Audited> {
    let broken = || Error::internal("an audit entry cannot be read");
    let row: [Raw; 5] = row.try_into().map_err(|_| broken())?;
    let [
        Raw::Integer(sequence),
        Raw::Integer(operation),
        Raw::Text(changes),
        Raw::Id(user),
        Raw::Integer(at),
    ] = row
    else {
        return Err(broken());
    };
    let parsed: serde_json::Map<String, Json> = serde_json::from_str(&changes).map_err(Error::internal)?;
    let column = |(name, values): (String, Json)| {
        if values.is_string() {
            // A name that came into the definition or left it.
            return Some(AuditedColumn { column: name, values: None });
        }
        let column = definition.column(&name)?;
        let read = |json: &Json| json::read(column, json).unwrap_or_default();
        let values = match values.as_array().map(Vec::as_slice) {
            Some([before, after]) if !column.secret => Some((read(before), read(after))),
            _ => None,
        };
        Some(AuditedColumn { column: name, values })
    };
    Ok(Audited {
        sequence,
        operation: operation_of(operation),
        erasure: operation == log::ERASURE,
        user,
        at: Timestamp::from_microsecond(at).map_err(Error::internal)?,
        changes: parsed.into_iter().filter_map(column).collect(),
    })
}

/// Columns that a later migration removed are left out; values that no longer fit become nothing.
fn changed_columns(definition: &TableDefinition, changed: &str) -> Result<Vec<ChangedColumn>> {
    let parsed: Vec<Vec<Json>> = serde_json::from_str(changed).map_err(Error::internal)?;
    let column = |parts: &Vec<Json>| {
        let column = definition.column(parts.first()?.as_str()?)?;
        // A column that has become secret since is treated as such.
        let before = parts.get(1).filter(|_| !column.secret);
        let before = before.map(|json| json::read(column, json).unwrap_or_default());
        Some(ChangedColumn { column: column.name.clone(), before })
    };
    Ok(parsed.iter().filter_map(column).collect())
}
