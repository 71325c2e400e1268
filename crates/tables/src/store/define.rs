//! Tables, columns and keys made while the store runs. What was made so can be taken away again,
//! but never a value with it.

use std::sync::Arc;

use uuid::Uuid;

use super::tx::Wrote;
use super::write::stamp;
use super::{Backend, Context, Store, Tx};
use crate::definition::is_identifier;
use crate::sql::log::{Record, append_audit, number};
use crate::sql::{migrate, schema};
use crate::{
    Catalog, ColumnDefinition, ColumnKind, Depth, Error, KeyDefinition, Operation, Privilege, Result, System,
    TableDefinition,
};

/// The name by which roles grant making tables, columns and keys (Create) and taking them away
/// (Delete), both at organization depth.
pub const CUSTOMIZATION: &str = "customization";
/// Most tables that can be made at run time.
pub const CUSTOM_TABLES_MAX: usize = 200;
/// Most keys of a table made at run time.
pub const CUSTOM_KEYS_MAX: usize = 10;
/// Most columns of a key made at run time.
pub const KEY_COLUMNS_MAX: usize = 16;
/// Most characters that the texts of a key made at run time may have together: databases index no
/// longer ones.
pub const KEY_TEXT_LENGTH_MAX: u32 = 450;
/// Longest name of a key made at run time.
pub const KEY_NAME_LENGTH_MAX: usize = 40;

/// What is made at run time.
#[derive(Clone, Debug, PartialEq)]
pub enum Addition {
    /// A table.
    Table(TableDefinition),
    /// A column of a table that is there.
    Column {
        /// Logical name.
        table: String,
        /// The column.
        column: ColumnDefinition,
    },
    /// A key of a table that is there.
    Key {
        /// Logical name.
        table: String,
        /// The key.
        key: KeyDefinition,
    },
}

/// What was made at run time and is taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removal {
    /// A column without values.
    Column {
        /// Logical name.
        table: String,
        /// The column.
        column: String,
    },
    /// A key.
    Key {
        /// Logical name.
        table: String,
        /// The key.
        key: String,
    },
}

impl Store {
    /// Makes a table, a column or a key. Whoever begins to read or write after this has it, and so
    /// has whoever opens the database later; answers the version of the definitions.
    ///
    /// The audit tells of it at the id nil of the table. Other processes on the same database
    /// see it within [`super::DEFINITIONS_LOOKED_AT_MS`].
    ///
    /// # Errors
    /// [`Error::NoPrivilege`] without Create on [`CUSTOMIZATION`]; [`Error::InvalidDefinition`] for
    /// what cannot be stored, is there already, or has a default; [`Error::LimitExceeded`] beyond
    /// [`CUSTOM_TABLES_MAX`] and [`CUSTOM_KEYS_MAX`]; [`Error::Refused`] with `KeyClashes` where rows
    /// share the values of a new key; as any write.
    pub async fn define(&self, context: Context, addition: Addition) -> Result<i64> {
        self.write(context, addition, |tx, addition| Box::pin(async move { tx.define(addition).await })).await
    }

    /// Takes away a column or key that was made at run time; answers the version of the definitions.
    ///
    /// # Errors
    /// [`Error::NoPrivilege`] without Delete on [`CUSTOMIZATION`]; [`Error::UnknownColumn`];
    /// [`Error::InvalidDefinition`] for what is declared or used by the definition itself;
    /// [`Error::Refused`] with `ColumnInKey` and `ColumnHoldsData`; as any write.
    pub async fn undefine(&self, context: Context, removal: Removal) -> Result<i64> {
        self.write(context, removal, |tx, removal| Box::pin(async move { tx.undefine(removal).await })).await
    }

    /// Looks whether another process changed the definitions; answers their version.
    ///
    /// # Errors
    /// As any read.
    pub async fn refresh_definitions(&self) -> Result<i64> {
        let known = self.current.now();
        let mut connection = self.connect().await?;
        let version = schema::version(&mut connection).await?;
        if version > known.version {
            // Read after the version: at worst newer than it says, never older.
            let stored = schema::stored_definitions(&mut connection).await?;
            self.put_definitions(Catalog::clone(&known.declared).with_custom(stored.values()), version);
        }
        Ok(version)
    }

    /// Newer definitions for whoever begins from here on.
    pub(super) fn put_definitions(&self, catalog: Catalog, version: i64) {
        self.current.put(catalog, version);
        if let Backend::Postgres(pool) = &self.backend {
            // Statements that were prepared for a column of another type would fail for ever.
            pool.manager().statement_caches.clear();
        }
    }
}

impl Tx {
    async fn define(&mut self, addition: &Addition) -> Result<i64> {
        let (catalog, version) = self.begin_definition(Privilege::Create, None).await?;
        let (before, now) = match addition {
            Addition::Table(table) => (None, new_table(&catalog, table)?),
            Addition::Column { table, column } => {
                let before = Arc::clone(catalog.table(table)?);
                let now = with_column(&before, column)?;
                (Some(before), now)
            }
            Addition::Key { table, key } => {
                let before = Arc::clone(catalog.table(table)?);
                let now = with_key(&before, key)?;
                (Some(before), now)
            }
        };
        let catalog = catalog.with_custom(std::iter::once(&now));
        catalog.check()?;
        let now = Arc::clone(catalog.table(&now.name)?);
        if let Addition::Column { column, .. } = addition {
            catalog.check_added(&now, Some(&column.name))?;
        }
        schema::make(&mut self.connection, before.as_deref(), &now).await.map_err(clashes)?;
        self.end_definition(before.as_deref(), &now, catalog, version).await
    }

    async fn undefine(&mut self, removal: &Removal) -> Result<i64> {
        let (Removal::Column { table, .. } | Removal::Key { table, .. }) = removal;
        // Only names of tables that are there go into statements.
        self.catalog().table(table)?;
        let (catalog, version) = self.begin_definition(Privilege::Delete, Some(table)).await?;
        let before = Arc::clone(catalog.table(table)?);
        let mut now = TableDefinition::clone(&before);
        match removal {
            Removal::Column { column, .. } => {
                self.check_free(&before, column).await?;
                migrate::drop_column(&mut self.connection, &mut now, column).await?;
            }
            Removal::Key { key, .. } => {
                match before.keys.iter().find(|known| known.name == *key) {
                    Some(known) if known.custom || before.custom => {}
                    Some(_) => return declared(table, key),
                    None => return refuse(table, format!("it has no key {key}")),
                }
                migrate::drop_key(&mut self.connection, &mut now, key).await?;
            }
        }
        now.check()?;
        schema::store_definition(&mut self.connection, &now).await?;
        let catalog = catalog.with_table(now.clone());
        catalog.check()?;
        self.end_definition(Some(&before), &now, catalog, version).await
    }

    /// Begins a change of the definitions: the privilege, then the definitions as they are stored and
    /// the version that they will have. Nobody else can use `table` from then on.
    async fn begin_definition(
        &mut self,
        privilege: Privilege,
        table: Option<&str>,
    ) -> Result<(Catalog, i64)> {
        if self.access().depth(CUSTOMIZATION, privilege) != Depth::Organization {
            let table = "tables and columns".into();
            return Err(Error::NoPrivilege { action: privilege.word(), table });
        }
        // First: who comes second waits here, and then reads what the first one made.
        schema::raise_version(&mut self.connection, table).await?;
        self.wrote = self.wrote.max(Wrote::Bookkeeping);
        let version = schema::version(&mut self.connection).await?;
        let stored = schema::stored_definitions(&mut self.connection).await?;
        Ok((Catalog::clone(&self.shared.declared).with_custom(stored.values()), version))
    }

    async fn end_definition(
        &mut self,
        before: Option<&TableDefinition>,
        now: &TableDefinition,
        catalog: Catalog,
        version: i64,
    ) -> Result<i64> {
        self.audit_definition(before, now).await?;
        tracing::info!(table = now.name, version, "a definition was changed at run time");
        self.redefined = Some((catalog, version));
        Ok(version)
    }

    /// A column may go when it was made at run time, and nothing names it or is kept in it.
    async fn check_free(&mut self, table: &TableDefinition, name: &str) -> Result<()> {
        let column = &table.columns[table.require(name)?];
        if !column.custom || table.primary_name.as_deref() == Some(name) {
            return declared(&table.name, name);
        }
        if let Some(key) = table.keys.iter().find(|key| key.columns.iter().any(|of| of == name)) {
            let message = format!("{name} is part of the key {}. Remove that key first.", key.name);
            return Err(Error::Refused { code: "ColumnInKey", message });
        }
        match schema::values_in(&mut self.connection, &table.name, column).await? {
            0 => Ok(()),
            rows => {
                let table = &table.name;
                let message = format!(
                    "{rows} rows of {table} have a value in {name}. Empty it there first, or keep it."
                );
                Err(Error::Refused { code: "ColumnHoldsData", message })
            }
        }
    }

    /// What was made or taken away, by its names.
    async fn audit_definition(
        &mut self,
        before: Option<&TableDefinition>,
        now: &TableDefinition,
    ) -> Result<()> {
        let names = |table: &TableDefinition| -> Vec<String> {
            let columns = table.columns.iter().map(|column| column.name.clone());
            columns.chain(table.keys.iter().map(|key| key.name.clone())).collect()
        };
        let (old, new) = (before.map(names).unwrap_or_default(), names(now));
        let told = |these: &[String], others: &[String], word: &'static str| {
            let only = these.iter().filter(|name| !others.contains(name)).cloned();
            only.map(|name| (name, word.into())).collect::<Vec<(String, serde_json::Value)>>()
        };
        let told = told(&new, &old, "added").into_iter().chain(told(&old, &new, "removed"));
        let audit = serde_json::Value::Object(told.collect());
        let record = Record {
            sequence: self.next_number().await?,
            table: now.name.clone(),
            row: Uuid::nil(),
            operation: number(before.map_or(Operation::Create, |_| Operation::Update)),
            changed: String::new(),
            audit: audit.to_string(),
        };
        let stamp = stamp(&self.context, self.now(), self.transaction);
        append_audit(&mut self.connection, &stamp, &[record])
    }
}

fn refuse<T>(table: &str, reason: String) -> Result<T> {
    Err(Error::InvalidDefinition { table: table.into(), reason })
}

fn declared<T>(table: &str, name: &str) -> Result<T> {
    refuse(table, format!("{name} belongs to the product and cannot be removed"))
}

/// Rows that share the values of a key that is being made.
fn clashes(error: Error) -> Error {
    let Error::DuplicateKey { table, .. } = error else { return error };
    let message = format!("Rows of {table} have the same values in these columns. Change those rows first.");
    Error::Refused { code: "KeyClashes", message }
}

/// The table as it is stored: with the system's columns, however it was given.
fn new_table(catalog: &Catalog, given: &TableDefinition) -> Result<TableDefinition> {
    if catalog.tables().iter().filter(|table| table.custom).count() >= CUSTOM_TABLES_MAX {
        let limit = CUSTOM_TABLES_MAX as u64;
        return Err(Error::LimitExceeded { what: "tables made at run time", limit });
    }
    if catalog.table(&given.name).is_ok() || catalog.table_of_set(&given.set).is_some() {
        return refuse(&given.name, "a table or set of this name is there already; give it another".into());
    }
    let own = given.columns.iter().filter(|column| !given.is_system(&column.name));
    let own = own.map(|column| custom(&given.name, column)).collect::<Result<Vec<_>>>()?;
    let mut table = TableDefinition::new(&given.name, &given.set, given.ownership, given.naming, own);
    table.primary_name.clone_from(&given.primary_name);
    table.keys.clone_from(&given.keys);
    table.indexes.clone_from(&given.indexes);
    table.person.clone_from(&given.person);
    table.custom = true;
    Ok(table)
}

fn with_column(before: &TableDefinition, given: &ColumnDefinition) -> Result<TableDefinition> {
    let taken = |column: &ColumnDefinition| column.name.eq_ignore_ascii_case(&given.name);
    if before.columns.iter().any(taken)
        || System::ALL.iter().any(|column| before.system(*column) == given.name)
    {
        return refuse(&before.name, format!("it has a column {} already; give it another name", given.name));
    }
    let mut now = before.clone();
    now.add(custom(&before.name, given)?);
    Ok(now)
}

fn with_key(before: &TableDefinition, given: &KeyDefinition) -> Result<TableDefinition> {
    let name = &given.name;
    let sorted = |key: &KeyDefinition| {
        let mut columns = key.columns.clone();
        columns.sort_unstable();
        columns
    };
    if before.keys.iter().any(|key| key.name == *name) {
        return refuse(&before.name, format!("it has a key {name} already; give it another name"));
    }
    if let Some(same) = before.keys.iter().find(|key| sorted(key) == sorted(given)) {
        return refuse(&before.name, format!("its key {} has the same columns already", same.name));
    }
    if before.keys.iter().filter(|key| key.custom).count() >= CUSTOM_KEYS_MAX {
        let limit = CUSTOM_KEYS_MAX as u64;
        return Err(Error::LimitExceeded { what: "keys of a table made at run time", limit });
    }
    // Two underscores in a row part the names of an index.
    if !is_identifier(name) || name.len() > KEY_NAME_LENGTH_MAX || name.contains("__") {
        let reason = format!(
            "{name} is no valid key name; use at most {KEY_NAME_LENGTH_MAX} lower-case letters, digits and \
             single underscores"
        );
        return refuse(&before.name, reason);
    }
    let mut text_length = 0;
    for (at, column) in given.columns.iter().enumerate() {
        let definition = &before.columns[before.require(column)?];
        if definition.secret || given.columns[..at].contains(column) {
            return refuse(&before.name, format!("{column} cannot be part of the key {name}"));
        }
        if let ColumnKind::Text { length_max } = definition.kind {
            text_length += length_max;
        }
    }
    if given.columns.is_empty() || given.columns.len() > KEY_COLUMNS_MAX {
        return refuse(&before.name, format!("a key has 1 to {KEY_COLUMNS_MAX} columns"));
    }
    if text_length > KEY_TEXT_LENGTH_MAX {
        let reason = format!(
            "the texts of the key {name} may be {text_length} characters long; at most \
             {KEY_TEXT_LENGTH_MAX} can be compared. Use shorter columns"
        );
        return refuse(&before.name, reason);
    }
    let mut now = before.clone();
    now.keys.push(KeyDefinition { custom: true, ..given.clone() });
    Ok(now)
}

fn custom(table: &str, given: &ColumnDefinition) -> Result<ColumnDefinition> {
    if given.default.is_some() {
        // Defaults live in code only.
        let reason = format!("{} has a default, which only a declared column can; leave it out", given.name);
        return refuse(table, reason);
    }
    Ok(ColumnDefinition { custom: true, ..given.clone() })
}
