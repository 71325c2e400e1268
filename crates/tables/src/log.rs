//! The change log as its readers see it: entries in an order that never moves behind a reader.

use jiff::Timestamp;
use uuid::Uuid;

use crate::{Error, Operation, Result, Value};

/// Most entries of one read.
pub const ENTRIES_MAX: u32 = 1_000;
/// The change log is kept at least this long, and longer while a reader is behind.
pub const KEEP_DAYS: i64 = 7;
/// Most entries that are removed in one transaction.
pub const TRIM_MAX: u32 = 10_000;

/// A place in the change log. Entries of one transaction share `transaction`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// On PostgreSQL its transaction id, on SQLite the first sequence number of the transaction.
    pub transaction: i64,
    /// Sequence number of the entry; also the version that the row got.
    pub sequence: i64,
}

impl std::fmt::Display for Position {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}.{}", self.transaction, self.sequence)
    }
}

impl std::str::FromStr for Position {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let parse = |part: &str| part.parse::<i64>().ok().filter(|number| *number >= 0);
        text.split_once('.')
            .and_then(|(transaction, sequence)| {
                Some(Self { transaction: parse(transaction)?, sequence: parse(sequence)? })
            })
            .ok_or(Error::InvalidCursor)
    }
}

/// One change of one row.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Where it stands.
    pub position: Position,
    /// Logical name of the table.
    pub table: String,
    /// The row.
    pub row: Uuid,
    /// What.
    pub operation: Operation,
    /// Columns that changed with their values before; for a secret column only its name. A create
    /// names the columns that got a value.
    pub changed: Vec<ChangedColumn>,
    /// Who.
    pub user: Uuid,
    /// Which program wrote, where it said so: `dual-write`.
    pub origin: Option<String>,
    /// The trace that the change belongs to.
    pub trace: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// One column of an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedColumn {
    /// Name.
    pub column: String,
    /// Value before; `None` where it is secret or was erased.
    pub before: Option<Value>,
}

/// One change of a row as the audit keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct Audited {
    /// Sequence number of the change; also the version that the row got.
    pub sequence: i64,
    /// What.
    pub operation: Operation,
    /// Who.
    pub user: Uuid,
    /// When.
    pub at: Timestamp,
    /// Whether it says that the person of this id was erased, everywhere. Then it has no changes.
    pub erasure: bool,
    /// Columns with their values before and after.
    pub changes: Vec<AuditedColumn>,
}

/// One column of an audited change.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditedColumn {
    /// Name.
    pub column: String,
    /// Values before and after; `None` where they are secret or were erased.
    pub values: Option<(Value, Value)>,
}

/// A stretch of the change log.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entries {
    /// In order.
    pub entries: Vec<Entry>,
    /// Where to go on.
    pub next: Position,
    /// Whether there is more right now.
    pub more: bool,
}
