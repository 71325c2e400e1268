//! Values about persons, kept apart from log and audit, as SQL.

use uuid::Uuid;

use super::condition::one_of;
use super::connection::Connection;
use super::text::{Dialect, Raw, Sql, Storage};
use super::write::insert_raw;
use crate::Result;

/// One value of an entry of log and audit.
pub struct PersonalValue {
    pub sequence: i64,
    pub column: String,
    /// Whether it is the value after the change or the one before.
    pub after: bool,
    pub person: Uuid,
    /// JSON.
    pub value: String,
}

const PERSONAL: [(&str, Storage); 5] = [
    ("sequence", Storage::Integer),
    ("columnname", Storage::Text),
    ("is_after", Storage::Boolean),
    ("person", Storage::Id),
    ("value", Storage::Text),
];

pub fn append(connection: &mut Connection, values: Vec<PersonalValue>) -> Result<()> {
    if values.is_empty() {
        return Ok(());
    }
    let cells = |value: PersonalValue| {
        vec![
            Raw::Integer(value.sequence),
            Raw::Text(value.column),
            Raw::Boolean(value.after),
            Raw::Id(value.person),
            Raw::Text(value.value),
        ]
    };
    insert_raw(connection, "personal_value", &PERSONAL, values.into_iter().map(cells).collect())
}

/// What is left of the values of these entries: sequence, column, after, value.
pub fn of(dialect: Dialect, sequences: Vec<i64>) -> (Sql, Vec<Storage>) {
    let words = "SELECT sequence, columnname, is_after, value FROM personal_value AS t0 WHERE ";
    let mut sql = Sql::new(dialect, words);
    let raws = sequences.into_iter().map(Raw::Integer).collect();
    one_of(&mut sql, 0, "sequence", Storage::Integer, raws);
    (sql, vec![Storage::Integer, Storage::Text, Storage::Boolean, Storage::Text])
}

/// Removes all values about a person.
pub fn remove(dialect: Dialect, person: Uuid) -> Sql {
    let mut sql = Sql::new(dialect, "DELETE FROM personal_value WHERE person = ");
    sql.bind(Raw::Id(person));
    sql
}

/// Rows of `table` whose lookup `column` names the person.
pub fn rows_about(
    dialect: Dialect,
    (table, id, column): (&str, &str, &str),
    person: Uuid,
    limit: usize,
) -> (Sql, Vec<Storage>) {
    let mut sql = Sql::new(dialect, "SELECT ");
    sql.name(id).push(" FROM ").name(table).push(" WHERE ").name(column).push(" = ");
    sql.bind(Raw::Id(person)).push(" LIMIT ").bind(Raw::Integer(limit as i64));
    (sql, vec![Storage::Id])
}

/// What log and audit tell of these rows: sequence and JSON.
pub fn told(dialect: Dialect, place: Told, table: &str, rows: &[Uuid]) -> (Sql, Vec<Storage>) {
    let mut sql = Sql::new(
        dialect,
        match place {
            Told::Log => "SELECT sequence, changed FROM change_log AS t0 WHERE tablename = ",
            Told::Audit => "SELECT sequence, changes FROM audit AS t0 WHERE tablename = ",
        },
    );
    sql.bind(Raw::Text(table.into())).push(" AND ");
    one_of(&mut sql, 0, "rowid_", Storage::Id, rows.iter().copied().map(Raw::Id).collect());
    (sql, vec![Storage::Integer, Storage::Text])
}

/// Tells an entry of log or audit anew.
pub fn retell(dialect: Dialect, place: Told, sequence: i64, json: String) -> Sql {
    let mut sql = Sql::new(
        dialect,
        match place {
            Told::Log => "UPDATE change_log SET changed = ",
            Told::Audit => "UPDATE audit SET changes = ",
        },
    );
    sql.bind(Raw::Text(json)).push(" WHERE sequence = ").bind(Raw::Integer(sequence));
    sql
}

/// Where a change is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Told {
    Log,
    Audit,
}
