//! Named migrations: what a person decided about columns and keys that could lose data.

use std::collections::HashMap;

use super::connection::Connection;
use super::layout;
use super::schema::{drop_index, index, index_name, run, store_definition};
use super::text::{Raw, Sql, Storage};
use crate::migration::Step;
use crate::{Catalog, Error, KeyDefinition, Result, TableDefinition};

/// Runs the migrations that this database has not seen, and leaves in `stored` what came of them.
pub async fn run_named(
    connection: &mut Connection,
    catalog: &Catalog,
    stored: &mut HashMap<String, TableDefinition>,
) -> Result<()> {
    let sql = Sql::new(connection.dialect(), "SELECT name FROM migration");
    let done = connection.query(sql, vec![Storage::Text]).await?;
    for migration in &catalog.migrations {
        if done.iter().any(|row| row[0] == Raw::Text(migration.name.into())) {
            continue;
        }
        for step in migration.steps {
            apply(connection, step, stored).await?;
        }
        // As the steps left them: a definition that now equals the declared one is not stored again.
        for definition in stored.values() {
            store_definition(connection, definition).await?;
        }
        let mut sql = Sql::new(connection.dialect(), "INSERT INTO migration (name) VALUES (");
        sql.bind(Raw::Text(migration.name.into())).push(")");
        connection.execute(sql)?;
        tracing::info!(migration = migration.name, "a named migration ran");
    }
    Ok(())
}

/// One step. On a new database, where the table was never stored, there is nothing to do.
async fn apply(
    connection: &mut Connection,
    step: &Step,
    stored: &mut HashMap<String, TableDefinition>,
) -> Result<()> {
    let dialect = connection.dialect();
    match step {
        Step::DropTable { table } => {
            if stored.remove(*table).is_some() {
                let mut sql = Sql::new(dialect, "DROP TABLE ");
                sql.name(table);
                run(connection, sql).await?;
                let mut sql = Sql::new(dialect, "DELETE FROM table_definition WHERE name = ");
                sql.bind(Raw::Text((*table).into()));
                connection.execute(sql)?;
            }
        }
        Step::RenameColumn { table, from, to } => {
            let Some(definition) = stored.get_mut(*table) else { return Ok(()) };
            let Some(at) = definition.position(from) else { return Ok(()) };
            // They are named after their columns, so they are made anew under the new name.
            drop_indexes_with(connection, definition, from).await?;
            let mut renamed = definition.columns[at].clone();
            renamed.name = (*to).into();
            for (old, new) in
                layout::parts(at, &definition.columns[at]).iter().zip(layout::parts(at, &renamed))
            {
                let mut sql = Sql::new(dialect, "ALTER TABLE ");
                sql.name(table).push(" RENAME COLUMN ").name(&old.name).push(" TO ").name(&new.name);
                run(connection, sql).await?;
            }
            definition.columns[at] = renamed;
            let keys = definition.keys.iter_mut().flat_map(|key| &mut key.columns);
            for column in keys.filter(|column| column == from) {
                (*to).clone_into(column);
            }
        }
        Step::DropColumn { table, column } => {
            let Some(definition) = stored.get_mut(*table) else { return Ok(()) };
            if let Some(key) = definition.keys.iter().find(|key| key.columns.iter().any(|of| of == column)) {
                let change = format!("removing {column}, a column of the key {},", key.name);
                return Err(Error::DefinitionLosesData { table: (*table).into(), change });
            }
            drop_column(connection, definition, column).await?;
        }
        Step::KeepAsCustom { table, column } => {
            let Some(definition) = stored.get_mut(*table) else { return Ok(()) };
            let Some(at) = definition.position(column) else { return Ok(()) };
            definition.columns[at].custom = true;
            for key in definition.keys.iter_mut().filter(|key| key.columns.iter().any(|of| of == column)) {
                key.custom = true;
            }
        }
        Step::RenameKey { table, from, to } => {
            let Some(definition) = stored.get_mut(*table) else { return Ok(()) };
            let Some(key) = definition.keys.iter().find(|key| key.name == *from).cloned() else {
                return Ok(());
            };
            // SQLite cannot rename an index.
            drop_key(connection, definition, from).await?;
            index(connection, definition, true, &index_name("key", table, to), &key.columns).await?;
            definition.keys.push(KeyDefinition { name: (*to).into(), ..key });
        }
        Step::DropKey { table, key } => {
            let Some(definition) = stored.get_mut(*table) else { return Ok(()) };
            drop_key(connection, definition, key).await?;
        }
    }
    Ok(())
}

/// Drops a column that is in no key, with its values.
pub async fn drop_column(
    connection: &mut Connection,
    definition: &mut TableDefinition,
    column: &str,
) -> Result<()> {
    let Some(at) = definition.position(column) else { return Ok(()) };
    drop_indexes_with(connection, definition, column).await?;
    let gone = definition.take(at);
    for stored in layout::parts(at, &gone) {
        let mut sql = Sql::new(connection.dialect(), "ALTER TABLE ");
        sql.name(&definition.name).push(" DROP COLUMN ").name(&stored.name);
        run(connection, sql).await?;
    }
    Ok(())
}

pub async fn drop_key(
    connection: &mut Connection,
    definition: &mut TableDefinition,
    key: &str,
) -> Result<()> {
    definition.keys.retain(|known| known.name != key);
    let mut sql = Sql::new(connection.dialect(), "DROP INDEX IF EXISTS ");
    sql.name(&index_name("key", &definition.name, key));
    run(connection, sql).await
}

/// Drops the indexes that `column` is part of; those still declared are made again afterwards.
async fn drop_indexes_with(
    connection: &mut Connection,
    definition: &mut TableDefinition,
    column: &str,
) -> Result<()> {
    let of_column = |columns: &mut Vec<String>| columns.iter().any(|name| name == column);
    for columns in definition.indexes.extract_if(.., of_column).collect::<Vec<_>>() {
        drop_index(connection, &definition.name, &columns).await?;
    }
    Ok(())
}
