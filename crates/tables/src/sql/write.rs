//! Rows into tables: sets of rows by `unnest` on PostgreSQL, a cached statement repeated on SQLite.

use uuid::Uuid;

use super::condition::one_of;
use super::connection::Connection;
use super::layout::{Layout, Stored, to_raw};
use super::places::readable;
use super::text::{Bind, Dialect, Raw, Sql, Storage};
use crate::store::Access;
use crate::{Result, Row, TableDefinition};

/// Inserts whole rows.
pub fn insert(connection: &mut Connection, layout: &Layout, rows: &[&Row]) -> Result<()> {
    let columns: Vec<(&str, Storage)> =
        layout.stored.iter().map(|stored| (stored.name.as_str(), stored.storage)).collect();
    let cells = |row: &&Row| layout.stored.iter().map(|stored| raw(row, stored)).collect::<Vec<Raw>>();
    insert_raw(connection, &layout.definition.name, &columns, rows.iter().map(cells).collect())
}

/// Inserts rows of stored cells.
pub fn insert_raw(
    connection: &mut Connection,
    table: &str,
    columns: &[(&str, Storage)],
    rows: Vec<Vec<Raw>>,
) -> Result<()> {
    let mut sql = Sql::new(connection.dialect(), "INSERT INTO ");
    sql.name(table).push(" (").join(", ", columns, |sql, (name, _)| {
        sql.name(name);
    });
    match connection {
        Connection::Sqlite(sqlite) => {
            sql.push(") VALUES (").join(", ", 1..=columns.len(), |sql, at| {
                sql.again(at);
            });
            sql.push(")");
            sqlite.execute_each(&sql.text, rows.into_iter())
        }
        Connection::Postgres(postgres) => {
            let storages = columns.iter().map(|(_, storage)| *storage);
            match one_row(rows) {
                Ok(row) => {
                    sql.push(") VALUES (");
                    bind_row(&mut sql, storages, row);
                }
                Err(rows) => {
                    sql.push(") SELECT * FROM unnest(");
                    bind_columns(&mut sql, storages, rows);
                }
            }
            sql.push(")");
            postgres.queue(sql);
            Ok(())
        }
    }
}

/// A single row goes as plain values: `unnest` of a hundred columns costs more than it saves.
pub fn one_row(mut rows: Vec<Vec<Raw>>) -> Result<Vec<Raw>, Vec<Vec<Raw>>> {
    if rows.len() == 1 { Ok(rows.swap_remove(0)) } else { Err(rows) }
}

/// The cells of one row.
pub fn bind_row(sql: &mut Sql, storages: impl Iterator<Item = Storage>, row: Vec<Raw>) {
    sql.join(", ", storages.zip(row), |sql, (storage, raw)| {
        let at = sql.add(Bind::Cell(storage, raw));
        sql.again(at);
    });
}

/// Writes the columns `changed` (positions in the layout's `stored`) of rows that are there.
pub fn update(connection: &mut Connection, layout: &Layout, changed: &[usize], rows: &[&Row]) -> Result<()> {
    let columns: Vec<&Stored> = changed.iter().map(|at| &layout.stored[*at]).collect();
    let id = layout.definition.id_column();
    let mut sql = Sql::new(connection.dialect(), "UPDATE ");
    sql.name(&layout.definition.name);
    let cells = |row: &&Row| {
        let own = columns.iter().map(|stored| raw(row, stored));
        std::iter::once(Raw::Id(row.id())).chain(own).collect::<Vec<Raw>>()
    };
    let rows: Vec<Vec<Raw>> = rows.iter().map(cells).collect();
    match connection {
        Connection::Sqlite(sqlite) => {
            set_by_position(&mut sql, &columns, id);
            sqlite.execute_each(&sql.text, rows.into_iter())
        }
        Connection::Postgres(postgres) => {
            let storages = std::iter::once(Storage::Id).chain(columns.iter().map(|stored| stored.storage));
            let rows = match one_row(rows) {
                Ok(row) => {
                    for (storage, raw) in storages.zip(row) {
                        sql.add(Bind::Cell(storage, raw));
                    }
                    set_by_position(&mut sql, &columns, id);
                    postgres.queue(sql);
                    return Ok(());
                }
                Err(rows) => rows,
            };
            sql.alias(0).push(" SET ").join(", ", columns.iter().enumerate(), |sql, (at, stored)| {
                sql.name(&stored.name).push(" = ").column(1, CELLS[at + 1]);
            });
            sql.push(" FROM unnest(");
            bind_columns(&mut sql, storages.clone(), rows);
            sql.push(")").alias(1).push("(").join(", ", &CELLS[..=columns.len()], |sql, name| {
                sql.name(name);
            });
            sql.push(") WHERE ").column(0, id).push(" = ").column(1, CELLS[0]);
            postgres.queue(sql);
            Ok(())
        }
    }
}

/// ` SET a = $2, .. WHERE id = $1`
fn set_by_position(sql: &mut Sql, columns: &[&Stored], id: &str) {
    sql.push(" SET ").join(", ", columns.iter().enumerate(), |sql, (at, stored)| {
        sql.name(&stored.name).push(" = ").again(at + 2);
    });
    sql.push(" WHERE ").name(id).push(" = ").again(1);
}

/// Removes rows.
pub fn delete(connection: &mut Connection, layout: &Layout, ids: &[Uuid]) -> Result<()> {
    let mut sql = Sql::new(connection.dialect(), "DELETE FROM ");
    sql.name(&layout.definition.name).alias(0).push(" WHERE ");
    let raws = ids.iter().copied().map(Raw::Id).collect();
    one_of(&mut sql, 0, layout.definition.id_column(), Storage::Id, raws);
    connection.execute(sql)
}

/// Whole rows by id, with the positions in the layout's `stored` that are read.
pub fn whole_rows(dialect: Dialect, layout: &Layout, ids: &[Uuid]) -> (Sql, Vec<Storage>, Vec<usize>) {
    let (stored, columns) = &layout.whole;
    let mut sql = Sql::new(dialect, "SELECT ");
    sql.text.push_str(columns);
    sql.push(" FROM ").name(&layout.definition.name).alias(0).push(" WHERE ");
    let raws = ids.iter().copied().map(Raw::Id).collect();
    one_of(&mut sql, 0, layout.definition.id_column(), Storage::Id, raws);
    let storages = stored.iter().map(|at| layout.stored[*at].storage).collect();
    (sql, storages, stored.clone())
}

/// Which of these rows are there and may be read.
pub fn existing(
    dialect: Dialect,
    definition: &TableDefinition,
    ids: &[Uuid],
    access: Access<'_>,
) -> Result<(Sql, Vec<Storage>)> {
    let mut sql = Sql::new(dialect, "SELECT ");
    sql.column(0, definition.id_column()).push(" FROM ").name(&definition.name).alias(0).push(" WHERE ");
    let raws = ids.iter().copied().map(Raw::Id).collect();
    one_of(&mut sql, 0, definition.id_column(), Storage::Id, raws);
    sql.push(" AND ");
    readable(&mut sql, 0, definition, access)?;
    Ok((sql, vec![Storage::Id]))
}

/// The first value of `column` that is one of `ids`.
pub fn used(dialect: Dialect, table: &str, column: &str, ids: &[Uuid]) -> (Sql, Vec<Storage>) {
    let mut sql = Sql::new(dialect, "SELECT ");
    sql.column(0, column).push(" FROM ").name(table).alias(0).push(" WHERE ");
    let raws = ids.iter().copied().map(Raw::Id).collect();
    one_of(&mut sql, 0, column, Storage::Id, raws);
    sql.push(" LIMIT 1");
    (sql, vec![Storage::Id])
}

/// The business unit of a user or team.
pub fn business_unit(dialect: Dialect, owner: &TableDefinition, id: Uuid) -> (Sql, Vec<Storage>) {
    let mut sql = Sql::new(dialect, "SELECT businessunitid FROM ");
    sql.name(&owner.name).push(" WHERE ").name(owner.id_column()).push(" = ").bind(Raw::Id(id));
    (sql, vec![Storage::Id])
}

/// The next `count` numbers of the database's one sequence: on SQLite from the writer's memory,
/// on PostgreSQL by this read.
pub fn take_numbers(connection: &mut Connection, count: usize) -> Result<Vec<i64>, (Sql, Vec<Storage>)> {
    match connection {
        Connection::Sqlite(sqlite) => {
            let first = sqlite.next_sequence;
            sqlite.next_sequence += count as i64;
            Ok((first..sqlite.next_sequence).collect())
        }
        Connection::Postgres(_) => Err(next_numbers(count)),
    }
}

/// The next `count` numbers of PostgreSQL's sequence.
pub fn next_numbers(count: usize) -> (Sql, Vec<Storage>) {
    let words = "SELECT nextval('change_sequence') FROM generate_series(1, ";
    let mut sql = Sql::new(Dialect::Postgres, words);
    sql.bind(Raw::Integer(count as i64)).push(")");
    (sql, vec![Storage::Integer])
}

fn raw(row: &Row, stored: &Stored) -> Raw {
    to_raw(&row.values()[stored.source], stored.part)
}

/// Each column of `rows` as one array.
pub fn bind_columns(sql: &mut Sql, storages: impl Iterator<Item = Storage>, rows: Vec<Vec<Raw>>) {
    let mut columns: Vec<(Storage, Vec<Raw>)> =
        storages.map(|storage| (storage, Vec::with_capacity(rows.len()))).collect();
    for row in rows {
        for (cell, (_, column)) in row.into_iter().zip(&mut columns) {
            column.push(cell);
        }
    }
    sql.join(", ", columns, |sql, (storage, column)| {
        let at = sql.add(Bind::Many(storage, column));
        sql.again(at);
    });
}

/// Names for the columns of `unnest`.
static CELLS: std::sync::LazyLock<Vec<&'static str>> = std::sync::LazyLock::new(|| {
    // Leaked once per process: names must be as static as all words of SQL.
    (0..=3 * crate::definition::COLUMNS_MAX).map(|at| &*format!("c{at}").leak()).collect()
});
