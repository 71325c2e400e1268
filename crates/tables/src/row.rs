//! A row: a flat vector of values in column order, described by a shared definition.

use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use crate::definition::System;
use crate::{Error, Reference, Result, TableDefinition, Value};

/// One row of a table, whole or with only the columns that a query selected (others are nothing).
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    definition: Arc<TableDefinition>,
    values: Box<[Value]>,
    linked: Linked,
}

/// Rows of a query's links by alias.
pub(crate) type Linked = Box<[(Arc<str>, Option<Row>)]>;

impl Row {
    /// A row with these values in column order.
    #[must_use]
    pub(crate) fn new(definition: Arc<TableDefinition>, values: Box<[Value]>) -> Self {
        debug_assert_eq!(definition.columns.len(), values.len());
        Self { definition, values, linked: Linked::default() }
    }

    pub(crate) fn with_linked(mut self, linked: Linked) -> Self {
        self.linked = linked;
        self
    }

    /// The row that the query's link with this alias leads to; `None` where an outer link leads
    /// nowhere.
    #[must_use]
    pub fn linked(&self, alias: &str) -> Option<&Self> {
        self.linked.iter().find(|(known, _)| &**known == alias).and_then(|(_, row)| row.as_ref())
    }

    /// The table.
    #[must_use]
    pub fn definition(&self) -> &Arc<TableDefinition> {
        &self.definition
    }

    /// All values in column order.
    #[must_use]
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// The value of the column called `name`; nothing for an unknown column.
    #[must_use]
    pub fn get(&self, name: &str) -> &Value {
        self.definition.position(name).map_or(&Value::Null, |at| &self.values[at])
    }

    /// Sets the column called `name`, bringing the value into the column's form.
    ///
    /// # Errors
    /// As [`crate::ColumnDefinition::accept`], and [`Error::UnknownColumn`].
    pub fn set(&mut self, name: &str, value: impl Into<Value>) -> Result<()> {
        let at = self.definition.require(name)?;
        self.values[at] = self.definition.columns[at].accept(value.into())?;
        Ok(())
    }

    pub(crate) fn put(&mut self, at: usize, value: Value) {
        self.values[at] = value;
    }

    /// The row's id.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.values.first().and_then(Value::as_id).unwrap_or_default()
    }

    /// The row's version.
    #[must_use]
    pub fn version(&self) -> i64 {
        self.system(System::Version).as_whole().unwrap_or_default()
    }

    /// The row's owner; nothing where the organization owns the table.
    #[must_use]
    pub fn owner(&self) -> Option<Reference> {
        match self.system(System::Owner) {
            Value::Reference(owner) => Some(owner.clone()),
            _ => None,
        }
    }

    /// Whom the row's personal columns are about.
    #[must_use]
    pub fn person(&self) -> Uuid {
        let named = self.definition.person.as_deref().and_then(|column| self.get(column).as_id());
        named.unwrap_or_else(|| self.id())
    }

    /// When the row was made.
    #[must_use]
    pub fn created_at(&self) -> Option<Timestamp> {
        match self.system(System::CreatedAt) {
            Value::DateTime(moment) => Some(*moment),
            _ => None,
        }
    }

    /// A system column's value, whatever its name here.
    #[must_use]
    pub fn system(&self, column: System) -> &Value {
        self.get(self.definition.system(column))
    }
}

/// Column values by name: what a caller gives for a create or an update.
pub type Values = Vec<(String, Value)>;

/// The error for a row that does not fit the struct it is read into.
#[must_use]
pub fn misfit(table: &str, column: &str) -> Error {
    Error::internal(format_args!("{table}.{column} does not fit its struct"))
}
