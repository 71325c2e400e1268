//! A change of one row on its way into the store, and the rules that look at it.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use uuid::Uuid;

use crate::{Result, Right, Row, Tx, Value, Values};

/// What happens to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operation {
    /// It is made.
    Create,
    /// It is changed.
    Update,
    /// It is removed.
    Delete,
}

/// A change that somebody asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Logical name of the table.
    pub table: String,
    /// The row. For a create: the chosen id, or `None` for a new one.
    pub id: Option<Uuid>,
    /// What.
    pub operation: Operation,
    /// Columns to write.
    pub values: Values,
    /// The version that the caller knows, where it matters.
    pub expected_version: Option<i64>,
    /// Whether code asks (a verb or a rule) and may write read-only columns.
    pub by_code: bool,
}

impl Change {
    /// A create asked for by a caller.
    pub fn create(table: impl Into<String>, values: Values) -> Self {
        Self::new(table.into(), None, Operation::Create, values)
    }

    /// An update asked for by a caller.
    pub fn update(table: impl Into<String>, id: Uuid, values: Values) -> Self {
        Self::new(table.into(), Some(id), Operation::Update, values)
    }

    /// A delete asked for by a caller.
    pub fn delete(table: impl Into<String>, id: Uuid) -> Self {
        Self::new(table.into(), Some(id), Operation::Delete, Vec::new())
    }

    fn new(table: String, id: Option<Uuid>, operation: Operation, values: Values) -> Self {
        Self { table, id, operation, values, expected_version: None, by_code: false }
    }

    /// The same with a chosen id.
    #[must_use]
    pub fn with_id(mut self, id: Uuid) -> Self {
        self.id = Some(id);
        self
    }

    /// The same, only if the row still has this version.
    #[must_use]
    pub fn expecting(mut self, version: i64) -> Self {
        self.expected_version = Some(version);
        self
    }

    /// The same, asked for by code.
    #[must_use]
    pub fn by_code(mut self) -> Self {
        self.by_code = true;
        self
    }
}

/// What became of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The row.
    pub id: Uuid,
    /// Its version now; unchanged where nothing differed.
    pub version: i64,
    /// Whether anything differed.
    pub changed: bool,
}

/// A change as rules see it: the row before and after.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What.
    pub operation: Operation,
    /// The row before; `None` for a create.
    pub before: Option<Row>,
    /// The row as it will be; for a delete, as it was. Rules before the write may alter it.
    pub after: Row,
    /// Whether code asked, not a caller.
    pub by_code: bool,
    /// The columns the caller named; in a create those with a value.
    pub(crate) named: Vec<usize>,
}

impl Draft {
    /// Whether the column differs from before (for a create: has a value).
    #[must_use]
    pub fn changes(&self, column: &str) -> bool {
        let before = self.before.as_ref().map_or(&Value::Null, |row| row.get(column));
        before != self.after.get(column)
    }

    /// Whether the caller gave this column, with whatever value; a default does not count, and in a
    /// create neither does nothing.
    #[must_use]
    pub fn names(&self, column: &str) -> bool {
        self.after.definition().position(column).is_some_and(|at| self.named.contains(&at))
    }
}

/// The future of a rule.
pub type RuleFuture<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// The code of a rule: `Arc::new(|tx, draft| Box::pin(async move { .. }))`.
pub type RuleCode = Arc<dyn for<'a> Fn(&'a mut Tx, &'a mut Draft) -> RuleFuture<'a> + Send + Sync>;

/// When a rule looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Before the row is written; may alter it.
    Before,
    /// After; may write other rows in the same transaction.
    After,
}

/// What a plug-in is in Dataverse: code that runs inside every write of a table, whoever writes.
#[derive(Clone)]
pub struct Rule {
    /// For logs.
    pub name: &'static str,
    /// Logical name of the table.
    pub table: &'static str,
    /// When.
    pub moment: Moment,
    /// On which operations.
    pub operations: &'static [Operation],
    /// What it may do beyond its caller.
    pub rights: &'static [Right],
    /// The code.
    pub run: RuleCode,
}
