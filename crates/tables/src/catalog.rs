//! All tables and rules of one database.

use std::collections::HashMap;
use std::sync::Arc;

use crate::change::{Moment, Rule};
use crate::migration::Migration;
use crate::{ColumnDefinition, ColumnKind, Error, Operation, Result, Table, TableDefinition};

/// The tables, rules and migrations of one database.
#[derive(Clone, Default)]
pub struct Catalog {
    tables: Vec<Arc<TableDefinition>>,
    by_name: HashMap<String, usize>,
    by_set: HashMap<String, usize>,
    rules: Vec<Rule>,
    pub(crate) migrations: Vec<Migration>,
}

impl Catalog {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the table declared by a struct.
    #[must_use]
    pub fn with<T: Table>(self) -> Self {
        self.with_definition(T::definition())
    }

    /// Adds a table given as data.
    #[must_use]
    pub fn with_definition(mut self, definition: TableDefinition) -> Self {
        let at = self.tables.len();
        self.by_name.insert(definition.name.clone(), at);
        self.by_set.insert(definition.set.clone(), at);
        self.tables.push(Arc::new(definition));
        self
    }

    /// Adds what was made at run time and is not declared: tables, and columns of declared tables.
    pub(crate) fn with_custom<'a>(mut self, stored: impl Iterator<Item = &'a TableDefinition>) -> Self {
        let mut stored: Vec<&TableDefinition> = stored.collect();
        stored.sort_by(|one, other| one.name.cmp(&other.name));
        for definition in stored {
            let Some(at) = self.by_name.get(&definition.name) else {
                if definition.custom {
                    self = self.with_definition(definition.clone());
                }
                continue;
            };
            let known = &self.tables[*at];
            let is_new = |column: &&ColumnDefinition| column.custom && known.column(&column.name).is_none();
            let added: Vec<ColumnDefinition> = definition.columns.iter().filter(is_new).cloned().collect();
            let known = Arc::make_mut(&mut self.tables[*at]);
            added.into_iter().for_each(|column| known.add(column));
        }
        self
    }

    /// Adds a rule.
    #[must_use]
    pub fn with_rule(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }

    /// Adds a named migration; they run in the order of adding, each once.
    #[must_use]
    pub fn with_migration(mut self, migration: Migration) -> Self {
        self.migrations.push(migration);
        self
    }

    /// All tables in the order of adding.
    #[must_use]
    pub fn tables(&self) -> &[Arc<TableDefinition>] {
        &self.tables
    }

    /// The table with this logical name.
    ///
    /// # Errors
    /// [`Error::UnknownTable`].
    pub fn table(&self, name: &str) -> Result<&Arc<TableDefinition>> {
        let at = self.by_name.get(name).ok_or_else(|| Error::UnknownTable { table: name.into() })?;
        Ok(&self.tables[*at])
    }

    /// The table with this set name.
    #[must_use]
    pub fn table_of_set(&self, set: &str) -> Option<&Arc<TableDefinition>> {
        self.by_set.get(set).map(|at| &self.tables[*at])
    }

    /// The rules for this table, operation and moment, in the order of adding.
    pub(crate) fn rules(&self, table: &str, operation: Operation, moment: Moment) -> Vec<Rule> {
        let fits = |rule: &&Rule| {
            rule.table == table && rule.moment == moment && rule.operations.contains(&operation)
        };
        self.rules.iter().filter(fits).cloned().collect()
    }

    /// Lookup columns of any table that may point to `target`.
    pub(crate) fn lookups_to(&self, target: &str) -> Vec<(Arc<TableDefinition>, usize)> {
        let mut found = Vec::new();
        for table in &self.tables {
            for (at, column) in table.columns.iter().enumerate() {
                let ColumnKind::Lookup { targets } = &column.kind else { continue };
                if !table.is_system(&column.name) && targets.iter().any(|name| name == target) {
                    found.push((Arc::clone(table), at));
                }
            }
        }
        found
    }

    /// Checks every definition, and that lookups and rules name tables that are here.
    ///
    /// # Errors
    /// [`Error::InvalidDefinition`].
    pub fn check(&self) -> Result<()> {
        for table in &self.tables {
            table.check()?;
            for column in &table.columns {
                let ColumnKind::Lookup { targets } = &column.kind else { continue };
                for target in targets {
                    if !table.is_system(&column.name) && !self.by_name.contains_key(target) {
                        let reason = format!("{} points to an unknown table {target}", column.name);
                        return Err(Error::InvalidDefinition { table: table.name.clone(), reason });
                    }
                }
            }
        }
        if self.by_name.len() != self.tables.len() || self.by_set.len() != self.tables.len() {
            let reason = "two tables share a name or a set".into();
            return Err(Error::InvalidDefinition { table: "the catalog".into(), reason });
        }
        for rule in &self.rules {
            self.table(rule.table)?;
        }
        Ok(())
    }
}
