//! All tables and rules of one database.

use std::collections::HashMap;
use std::sync::Arc;

use crate::change::{Moment, Rule};
use crate::migration::Migration;
use crate::{
    Added, ColumnDefinition, ColumnKind, Error, KeyDefinition, Operation, Result, Table, TableDefinition,
};

/// The tables, rules and migrations of one database.
#[derive(Clone, Default)]
pub struct Catalog {
    tables: Vec<Arc<TableDefinition>>,
    by_name: HashMap<String, usize>,
    by_set: HashMap<String, usize>,
    /// By table.
    added: HashMap<&'static str, Arc<Added>>,
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
    pub fn with<T: Table>(mut self) -> Self {
        let added = T::added();
        if added != Added::default() {
            self.added.insert(T::NAME, Arc::new(added));
        }
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

    /// Adds what was made at run time and is not declared: tables, and columns and keys of declared
    /// tables.
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
            let expected = self.added.get(definition.name.as_str());
            let columns = definition.columns.iter().filter(is_new).cloned();
            let columns: Vec<_> = columns.map(|column| as_expected(column, expected)).collect();
            let is_new = |key: &&KeyDefinition| {
                key.custom && !known.keys.iter().any(|declared| declared.name == key.name)
            };
            let keys: Vec<_> = definition.keys.iter().filter(is_new).cloned().collect();
            let known = Arc::make_mut(&mut self.tables[*at]);
            columns.into_iter().for_each(|column| known.add(column));
            known.keys.extend(keys);
        }
        self
    }

    /// What code expects that somebody may add to this table.
    #[must_use]
    pub fn added(&self, table: &str) -> Option<&Added> {
        self.added.get(table).map(Arc::as_ref)
    }

    /// The table as it is now, in place of the one of its name.
    pub(crate) fn with_table(mut self, definition: TableDefinition) -> Self {
        if let Some(at) = self.by_name.get(&definition.name) {
            self.tables[*at] = Arc::new(definition);
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

    /// A column that code has a view of must be of the type that the code expects. One that is `new`
    /// has all options that the code writes; an older one may lack those that came since.
    pub(crate) fn check_added(&self, table: &TableDefinition, new: Option<&str>) -> Result<()> {
        for expected in self.added(&table.name).iter().flat_map(|added| &added.columns) {
            let Some(column) = table.column(&expected.name) else { continue };
            let is_whole = new != Some(&column.name) || expected.kind.is_read_as(&column.kind);
            if !is_whole || !column.kind.is_read_as(&expected.kind) {
                let options = expected.kind.options().iter().map(|option| option.value.to_string());
                let options = options.collect::<Vec<_>>().join(", ");
                let with = if options.is_empty() { options } else { format!(" ({options})") };
                let reason = format!("{} must take {}{with}", column.name, expected.kind.describe());
                return Err(Error::InvalidDefinition { table: table.name.clone(), reason });
            }
        }
        Ok(())
    }

    /// Checks every definition, and that lookups and rules name tables that are here.
    ///
    /// # Errors
    /// [`Error::InvalidDefinition`].
    pub fn check(&self) -> Result<()> {
        for table in &self.tables {
            table.check()?;
            self.check_added(table, None)?;
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

/// Options are called in code as the code that has a view of the column calls them; whoever made the
/// column gave labels only.
fn as_expected(mut column: ColumnDefinition, expected: Option<&Arc<Added>>) -> ColumnDefinition {
    let mut columns = expected.iter().flat_map(|added| &added.columns);
    let expected = columns.find(|expected| expected.name == column.name);
    if let (ColumnKind::Choice { options } | ColumnKind::MultiChoice { options }, Some(expected)) =
        (&mut column.kind, expected)
    {
        for option in options {
            let mut known = expected.kind.options().iter();
            if let Some(known) = known.find(|known| known.value == option.value) {
                option.name.clone_from(&known.name);
            }
        }
    }
    column
}
