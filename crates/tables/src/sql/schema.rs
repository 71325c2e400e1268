//! Definitions as schema: what is new is added by itself, anything that could lose data wants a
//! named migration. Both databases end with the same schema.

use std::collections::HashMap;

use super::connection::Connection;
use super::layout::{self, Layout, Part};
use super::migrate;
use super::text::{Dialect, Raw, Sql, Storage};
use crate::{Catalog, ColumnDefinition, ColumnKind, Error, Requirement, Result, TableDefinition};

/// The tables that the store itself lives in.
const FOUNDATION: &[&str] = &[
    "CREATE TABLE IF NOT EXISTS table_definition (name text PRIMARY KEY NOT NULL, definition text NOT NULL)",
    "CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY NOT NULL)",
    "CREATE TABLE IF NOT EXISTS change_log (sequence bigint NOT NULL, tablename text NOT NULL, \
     rowid_ uuid NOT NULL, operation bigint NOT NULL, changed text NOT NULL, userid uuid NOT NULL, \
     origin text, trace text, at bigint NOT NULL, transaction_ bigint NOT NULL, \
     PRIMARY KEY (transaction_, sequence))",
    "CREATE TABLE IF NOT EXISTS audit (sequence bigint PRIMARY KEY NOT NULL, tablename text NOT NULL, \
     rowid_ uuid NOT NULL, operation bigint NOT NULL, changes text NOT NULL, userid uuid NOT NULL, \
     at bigint NOT NULL)",
    "CREATE INDEX IF NOT EXISTS audit_row ON audit (rowid_)",
    "CREATE TABLE IF NOT EXISTS personal_value (sequence bigint NOT NULL, columnname text NOT NULL, \
     is_after boolean NOT NULL, person uuid NOT NULL, value text NOT NULL, \
     PRIMARY KEY (sequence, columnname, is_after))",
    "CREATE INDEX IF NOT EXISTS personal_value_person ON personal_value (person)",
    "CREATE TABLE IF NOT EXISTS log_reader (name text PRIMARY KEY NOT NULL, transaction_ bigint NOT NULL, \
     sequence bigint NOT NULL, seen_at bigint NOT NULL)",
    "CREATE TABLE IF NOT EXISTS file (id uuid PRIMARY KEY NOT NULL, tablename text NOT NULL, \
     rowid_ uuid NOT NULL, columnname text NOT NULL, name text NOT NULL, mediatype text NOT NULL, \
     length bigint NOT NULL, userid uuid NOT NULL, started_at bigint NOT NULL, finished boolean NOT NULL)",
    "CREATE TABLE IF NOT EXISTS file_chunk (fileid uuid NOT NULL, start bigint NOT NULL, \
     content bytea NOT NULL, PRIMARY KEY (fileid, start))",
    "CREATE TABLE IF NOT EXISTS counter (name text PRIMARY KEY NOT NULL, value bigint NOT NULL)",
];

/// Begins a migration on PostgreSQL: one process at a time. The number is ours alone ("tandem").
pub const BEGIN_ALONE: &str = "BEGIN; SELECT pg_advisory_xact_lock(8319104478)";

/// Makes the PostgreSQL schema that the tables are in.
pub fn create_schema(name: &str) -> Sql {
    let mut sql = Sql::new(Dialect::Postgres, "CREATE SCHEMA IF NOT EXISTS ");
    sql.name(name);
    sql
}

/// Brings the database's schema to the catalog's definitions, and adds to the catalog what was made
/// at run time. Runs inside a transaction.
pub async fn migrate(connection: &mut Connection, catalog: Catalog) -> Result<Catalog> {
    for statement in FOUNDATION {
        run(connection, Sql::new(connection.dialect(), statement)).await?;
    }
    if connection.dialect() == Dialect::Postgres {
        // Versions are drawn by connections in turn, so numbers must not be cached by them.
        run(connection, Sql::new(Dialect::Postgres, "CREATE SEQUENCE IF NOT EXISTS change_sequence")).await?;
    }
    let mut stored = stored_definitions(connection).await?;
    migrate::run_named(connection, &catalog, &mut stored).await?;
    let catalog = catalog.with_custom(stored.values());
    catalog.check()?;
    let mut foreign_keys = Vec::new();
    for definition in catalog.tables() {
        match stored.get(&definition.name) {
            None => {
                create_table(connection, definition).await?;
                foreign_keys.extend(definition.columns.iter().map(|column| (definition, column)));
            }
            Some(before) if before == definition.as_ref() => continue,
            Some(before) => {
                for column in additions(before, definition)? {
                    add_column(connection, definition, column).await?;
                    foreign_keys.push((definition, column));
                }
            }
        }
        let before = stored.get(&definition.name);
        indexes(connection, before, definition).await?;
        store_definition(connection, definition).await?;
    }
    if connection.dialect() == Dialect::Postgres {
        // After all tables are there, so that they may point to each other.
        for (definition, column) in foreign_keys {
            foreign_key(connection, definition, column).await?;
        }
    }
    Ok(catalog)
}

/// Makes one table, or what is new in it, while the store runs.
pub async fn make(
    connection: &mut Connection,
    before: Option<&TableDefinition>,
    now: &TableDefinition,
) -> Result<()> {
    let new: Vec<&ColumnDefinition> = match before {
        None => {
            create_table(connection, now).await?;
            now.columns.iter().collect()
        }
        Some(before) => {
            let new = additions(before, now)?;
            for column in &new {
                add_column(connection, now, column).await?;
            }
            new
        }
    };
    indexes(connection, before, now).await?;
    if connection.dialect() == Dialect::Postgres {
        for column in new {
            foreign_key(connection, now, column).await?;
        }
    }
    store_definition(connection, now).await
}

/// How many rows have a value in the column.
pub async fn values_in(connection: &mut Connection, table: &str, column: &ColumnDefinition) -> Result<i64> {
    let mut sql = Sql::new(connection.dialect(), "SELECT count(*) FROM ");
    sql.name(table).push(" WHERE ").name(&column.name.to_ascii_lowercase()).push(" IS NOT NULL");
    match connection.query(sql, vec![Storage::Integer]).await?.first().map(Vec::as_slice) {
        Some([Raw::Integer(count)]) => Ok(*count),
        _ => Err(Error::internal("a count is missing")),
    }
}

/// The number of the definitions now; it rises with each that is made at run time.
pub async fn version(connection: &mut Connection) -> Result<i64> {
    let words = "SELECT value FROM counter WHERE name = 'definition_version'";
    let rows = connection.query(Sql::new(connection.dialect(), words), vec![Storage::Integer]).await?;
    match rows.first().map(Vec::as_slice) {
        Some([Raw::Integer(version)]) => Ok(*version),
        _ => Ok(0),
    }
}

/// Raises the number, first of all in a transaction. Whoever does so at the same time waits, and so
/// does whoever reads or writes `table`, where one is given.
pub async fn raise_version(connection: &mut Connection, table: Option<&str>) -> Result<()> {
    if connection.dialect() == Dialect::Postgres {
        // A lock takes no snapshot: what is read after it is what the one before has made.
        let words = "LOCK TABLE table_definition IN SHARE ROW EXCLUSIVE MODE";
        run(connection, Sql::new(Dialect::Postgres, words)).await?;
        if let Some(table) = table {
            let mut sql = Sql::new(Dialect::Postgres, "LOCK TABLE ");
            sql.name(table).push(" IN ACCESS EXCLUSIVE MODE");
            run(connection, sql).await?;
        }
    }
    let words = "INSERT INTO counter (name, value) VALUES ('definition_version', 1) \
                 ON CONFLICT (name) DO UPDATE SET value = counter.value + 1";
    connection.execute(Sql::new(connection.dialect(), words))
}

pub async fn run(connection: &mut Connection, sql: Sql) -> Result<()> {
    match connection {
        Connection::Sqlite(sqlite) => sqlite.execute(&sql).map(|_| ()),
        Connection::Postgres(postgres) => {
            // What was queued comes first.
            postgres.query_many(Vec::new()).await?;
            postgres.run_built(&sql).await
        }
    }
}

pub async fn stored_definitions(connection: &mut Connection) -> Result<HashMap<String, TableDefinition>> {
    let sql = Sql::new(connection.dialect(), "SELECT definition FROM table_definition");
    let rows = connection.query(sql, vec![Storage::Text]).await?;
    let read = |row: Vec<Raw>| match row.into_iter().next() {
        Some(Raw::Text(json)) => {
            let definition: TableDefinition = serde_json::from_str(&json).map_err(Error::internal)?;
            Ok((definition.name.clone(), definition))
        }
        _ => Err(Error::internal("a stored definition is missing")),
    };
    rows.into_iter().map(read).collect()
}

pub async fn store_definition(connection: &mut Connection, definition: &TableDefinition) -> Result<()> {
    let json = serde_json::to_string(definition).map_err(Error::internal)?;
    let mut sql = Sql::new(connection.dialect(), "INSERT INTO table_definition (name, definition) VALUES (");
    sql.bind(Raw::Text(definition.name.clone())).push(", ").bind(Raw::Text(json));
    sql.push(") ON CONFLICT (name) DO UPDATE SET definition = excluded.definition");
    connection.execute(sql)
}

/// What must be added to come from `before` to `now`.
fn additions<'a>(before: &TableDefinition, now: &'a TableDefinition) -> Result<Vec<&'a ColumnDefinition>> {
    let loses = |change: String| Error::DefinitionLosesData { table: now.name.clone(), change };
    if before.ownership != now.ownership || before.naming != now.naming {
        return Err(loses("changing ownership or the spelling of columns".into()));
    }
    if let Some(gone) = before.columns.iter().find(|column| now.column(&column.name).is_none()) {
        return Err(loses(format!("removing the column {}", gone.name)));
    }
    if let Some(gone) = before.keys.iter().find(|key| !now.keys.iter().any(|same| same.is_same_as(key))) {
        return Err(loses(format!("removing or changing the key {}", gone.name)));
    }
    let mut added = Vec::new();
    for column in &now.columns {
        match before.column(&column.name) {
            None => added.push(column),
            Some(old) if widens(&old.kind, &column.kind) => {}
            Some(_) => return Err(loses(format!("changing the type or limits of {}", column.name))),
        }
    }
    Ok(added)
}

/// Whether every value of the old type is one of the new type, stored alike.
fn widens(old: &ColumnKind, new: &ColumnKind) -> bool {
    let covers = |(old_min, old_max): (i64, i64), (min, max): (i64, i64)| min <= old_min && max >= old_max;
    match (old, new) {
        (ColumnKind::Text { length_max: old }, ColumnKind::Text { length_max: new })
        | (ColumnKind::Memo { length_max: old }, ColumnKind::Memo { length_max: new }) => new >= old,
        (ColumnKind::Whole { min, max }, ColumnKind::Whole { min: new_min, max: new_max })
        | (ColumnKind::Money { min, max }, ColumnKind::Money { min: new_min, max: new_max }) => {
            covers((*min, *max), (*new_min, *new_max))
        }
        (
            ColumnKind::Decimal { scale, min, max },
            ColumnKind::Decimal { scale: new_scale, min: new_min, max: new_max },
        ) => scale == new_scale && covers((*min, *max), (*new_min, *new_max)),
        (ColumnKind::Choice { options: old }, ColumnKind::Choice { options: new })
        | (ColumnKind::MultiChoice { options: old }, ColumnKind::MultiChoice { options: new }) => {
            old.iter().all(|option| new.iter().any(|known| known.value == option.value))
        }
        (ColumnKind::File { size_max: old }, ColumnKind::File { size_max: new }) => new >= old,
        (ColumnKind::Lookup { targets: old }, ColumnKind::Lookup { targets: new }) => {
            old == new || (old.len() > 1 && old.iter().all(|target| new.contains(target)))
        }
        (old, new) => old == new,
    }
}

fn declare(sql: &mut Sql, stored: &layout::Stored, column: &ColumnDefinition) {
    sql.name(&stored.name).push(" ").push(stored.storage.declared());
    if sql.dialect() == Dialect::Postgres && stored.storage == Storage::Text {
        // Text compares byte by byte, as on SQLite, whatever the server's locale.
        sql.push(" COLLATE \"C\"");
    }
    if column.kind == ColumnKind::Id {
        sql.push(" PRIMARY KEY NOT NULL");
    }
    if sql.dialect() == Dialect::Sqlite
        && stored.part == Part::Main
        && let Some(target) = reference(column)
    {
        sql.push(" REFERENCES ").name(target);
    }
}

/// The table that a lookup's foreign key names. Polymorphic lookups have none, nor
/// have the system's own, whose users need not be rows.
fn reference(column: &ColumnDefinition) -> Option<&str> {
    match &column.kind {
        ColumnKind::Lookup { targets } if targets.len() == 1 && !column.read_only => Some(&targets[0]),
        _ => None,
    }
}

async fn create_table(connection: &mut Connection, definition: &TableDefinition) -> Result<()> {
    let layout = Layout::new(std::sync::Arc::new(definition.clone()));
    let mut sql = Sql::new(connection.dialect(), "CREATE TABLE ");
    sql.name(&definition.name).push(" (").join(", ", &layout.stored, |sql, stored| {
        declare(sql, stored, &definition.columns[stored.source]);
    });
    sql.push(")");
    run(connection, sql).await
}

async fn add_column(
    connection: &mut Connection,
    definition: &TableDefinition,
    column: &ColumnDefinition,
) -> Result<()> {
    if column.requirement == Requirement::Required && column.default.is_none() {
        let mut sql = Sql::new(connection.dialect(), "SELECT count(*) FROM (SELECT 1 FROM ");
        sql.name(&definition.name).push(" LIMIT 1) AS found");
        let found = connection.query(sql, vec![Storage::Integer]).await?;
        if found.first().map(Vec::as_slice) != Some(&[Raw::Integer(0)]) {
            let reason = format!("the new column {} is required, so it needs a default", column.name);
            return Err(Error::InvalidDefinition { table: definition.name.clone(), reason });
        }
    }
    for stored in layout::parts(0, column) {
        let mut sql = Sql::new(connection.dialect(), "ALTER TABLE ");
        sql.name(&definition.name).push(" ADD COLUMN ");
        declare(&mut sql, &stored, column);
        run(connection, sql).await?;
        if let Some(default) = &column.default {
            let mut fill = Sql::new(connection.dialect(), "UPDATE ");
            fill.name(&definition.name).push(" SET ").name(&stored.name).push(" = ");
            fill.bind(layout::to_raw(default, stored.part));
            connection.execute(fill)?;
        }
    }
    Ok(())
}

async fn foreign_key(
    connection: &mut Connection,
    definition: &TableDefinition,
    column: &ColumnDefinition,
) -> Result<()> {
    let Some(target) = reference(column) else { return Ok(()) };
    let mut sql = Sql::new(connection.dialect(), "ALTER TABLE ");
    sql.name(&definition.name).push(" ADD FOREIGN KEY (").name(&column.name).push(") REFERENCES ");
    sql.name(target);
    run(connection, sql).await
}

/// The SQL name of a key or index. Keys end in their name: errors are read from it.
pub fn index_name(prefix: &str, table: &str, name: &str) -> String {
    format!("{prefix}__{table}__{name}")
}

async fn indexes(
    connection: &mut Connection,
    before: Option<&TableDefinition>,
    definition: &TableDefinition,
) -> Result<()> {
    let known_keys = before.map(|before| before.keys.as_slice()).unwrap_or_default();
    for key in definition.keys.iter().filter(|key| !known_keys.iter().any(|same| same.is_same_as(key))) {
        let name = index_name("key", &definition.name, &key.name);
        index(connection, definition, true, &name, &key.columns).await?;
    }
    let known = before.map(|before| before.indexes.as_slice()).unwrap_or_default();
    for columns in definition.indexes.iter().filter(|columns| !known.contains(columns)) {
        let name = index_name("index", &definition.name, &columns.join("_").to_ascii_lowercase());
        index(connection, definition, false, &name, columns).await?;
    }
    for gone in known.iter().filter(|columns| !definition.indexes.contains(columns)) {
        drop_index(connection, &definition.name, gone).await?;
    }
    Ok(())
}

pub async fn drop_index(connection: &mut Connection, table: &str, columns: &[String]) -> Result<()> {
    let mut sql = Sql::new(connection.dialect(), "DROP INDEX ");
    sql.name(&index_name("index", table, &columns.join("_").to_ascii_lowercase()));
    run(connection, sql).await
}

pub async fn index(
    connection: &mut Connection,
    definition: &TableDefinition,
    unique: bool,
    name: &str,
    columns: &[String],
) -> Result<()> {
    let create = if unique { "CREATE UNIQUE INDEX " } else { "CREATE INDEX " };
    let mut sql = Sql::new(connection.dialect(), create);
    sql.name(name).push(" ON ").name(&definition.name).push(" (");
    let columns = columns.iter().filter_map(|column| definition.column(column));
    sql.join(", ", columns, |sql, column| {
        sql.name(&layout::comparable_name(column));
        if sql.dialect() == Dialect::Postgres && !unique {
            // As orders put them, and as SQLite always does.
            sql.push(" NULLS FIRST");
        }
    });
    if !unique {
        // Orders end with the id: with it an index gives a page without sorting.
        sql.push(", ").name(definition.id_column());
    }
    sql.push(")");
    run(connection, sql).await
}
