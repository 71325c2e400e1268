//! Tables and columns made while the store runs: additions only, so that nothing can be lost.

use std::sync::Arc;

use uuid::Uuid;

use super::tx::Wrote;
use super::write::stamp;
use super::{Context, Store, Tx};
use crate::sql::log::{Record, append_audit, number};
use crate::sql::schema;
use crate::{Catalog, ColumnDefinition, Depth, Error, Operation, Privilege, Result, System, TableDefinition};

/// The name by which roles grant making tables and columns: Create at organization depth.
pub const CUSTOMIZATION: &str = "customization";
/// Most tables that can be made at run time.
pub const CUSTOM_TABLES_MAX: usize = 200;

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
}

impl Store {
    /// Makes a table or a column. Whoever begins to read or write after this has it, and so has
    /// whoever opens the database later; answers the version of the definitions.
    ///
    /// The audit tells of it at the id nil of the table. Other processes on the same database
    /// see it after [`Store::refresh_definitions`].
    ///
    /// # Errors
    /// [`Error::NoPrivilege`] without Create on [`CUSTOMIZATION`]; [`Error::InvalidDefinition`] for
    /// what cannot be stored, is there already, or has a default; [`Error::LimitExceeded`] beyond
    /// [`CUSTOM_TABLES_MAX`]; as any write.
    pub async fn define(&self, context: Context, addition: Addition) -> Result<i64> {
        let (catalog, version) = self
            .write(context, addition, |tx, addition| Box::pin(async move { tx.define(addition).await }))
            .await?;
        self.current.put(catalog, version);
        Ok(version)
    }

    /// Looks whether another process made tables or columns; answers the version of the
    /// definitions.
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
            self.current.put(Catalog::clone(&known.catalog).with_custom(stored.values()), version);
        }
        Ok(version)
    }
}

impl Tx {
    async fn define(&mut self, addition: &Addition) -> Result<(Catalog, i64)> {
        if self.access().depth(CUSTOMIZATION, Privilege::Create) != Depth::Organization {
            let table = "tables and columns".into();
            return Err(Error::NoPrivilege { action: Privilege::Create.word(), table });
        }
        // First: who comes second waits here, and then reads what the first one made.
        schema::raise_version(&mut self.connection).await?;
        self.wrote = self.wrote.max(Wrote::Bookkeeping);
        let version = schema::version(&mut self.connection).await?;
        let stored = schema::stored_definitions(&mut self.connection).await?;
        let catalog = Catalog::clone(&self.shared.catalog).with_custom(stored.values());
        let (before, now) = match addition {
            Addition::Table(table) => (None, new_table(&catalog, table)?),
            Addition::Column { table, column } => {
                let before = Arc::clone(catalog.table(table)?);
                let now = with_column(&before, column)?;
                (Some(before), now)
            }
        };
        let catalog = catalog.with_custom(std::iter::once(&now));
        catalog.check()?;
        schema::make(&mut self.connection, before.as_deref(), &now).await?;
        self.audit_addition(before.as_deref(), &now).await?;
        tracing::info!(table = now.name, version, "a definition was made at run time");
        Ok((catalog, version))
    }

    /// What was made, by its names.
    async fn audit_addition(
        &mut self,
        before: Option<&TableDefinition>,
        now: &TableDefinition,
    ) -> Result<()> {
        let is_new =
            |column: &&ColumnDefinition| before.is_none_or(|table| table.column(&column.name).is_none());
        let named = now.columns.iter().filter(is_new).map(|column| (column.name.clone(), "added".into()));
        let audit = serde_json::Value::Object(named.collect());
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

fn custom(table: &str, given: &ColumnDefinition) -> Result<ColumnDefinition> {
    if given.default.is_some() {
        // Defaults live in code only.
        let reason = format!("{} has a default, which only a declared column can; leave it out", given.name);
        return refuse(table, reason);
    }
    Ok(ColumnDefinition { custom: true, ..given.clone() })
}
