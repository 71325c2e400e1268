//! Everything that can go wrong with a row, each with its column and its remedy.

use uuid::Uuid;

/// The result of work on tables.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why rows could not be read or written. Whatever the cause, nothing was half-written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// No such table.
    #[error("There is no table \"{table}\".")]
    UnknownTable {
        /// As asked for.
        table: String,
    },
    /// No such column.
    #[error("The table {table} has no column \"{column}\".")]
    UnknownColumn {
        /// Logical name.
        table: String,
        /// As asked for.
        column: String,
    },
    /// A value of another type.
    #[error("{column} must be {expected}.")]
    WrongType {
        /// The column.
        column: String,
        /// In words.
        expected: &'static str,
    },
    /// Text with a character that no database can keep.
    #[error("{column} contains a character that cannot be stored (U+0000). Remove it.")]
    InvalidText {
        /// The column.
        column: String,
    },
    /// Text over the column's length.
    #[error("{column} is {length} characters long; at most {length_max} fit. Shorten it.")]
    TooLong {
        /// The column.
        column: String,
        /// Characters given.
        length: usize,
        /// Characters allowed.
        length_max: u32,
    },
    /// A number outside the column's range.
    #[error("{column} must be between {min} and {max}.")]
    OutOfRange {
        /// The column.
        column: String,
        /// Smallest allowed.
        min: String,
        /// Largest allowed.
        max: String,
    },
    /// An option that the column does not have.
    #[error("{column} has no option {given}. Use one of: {allowed}.")]
    UnknownChoice {
        /// The column.
        column: String,
        /// As given.
        given: String,
        /// Numbers and names.
        allowed: String,
    },
    /// A column that must have a value has none.
    #[error("{column} is required. Give it a value.")]
    Required {
        /// The column.
        column: String,
    },
    /// A column that callers cannot write.
    #[error("{column} cannot be changed here: {owner} sets it. Leave it out.")]
    ReadOnly {
        /// The column.
        column: String,
        /// Who writes it.
        owner: String,
    },
    /// A lookup to a row that is not there, or that the caller may not see.
    #[error("{column} points to {table} {id}, which does not exist. Choose an existing row.")]
    BrokenLookup {
        /// The column.
        column: String,
        /// The target's table.
        table: String,
        /// The missing row.
        id: Uuid,
    },
    /// A row cannot go while others point to it.
    #[error("{table} {id} is still used by {used_by}. Remove or change that first.")]
    StillReferenced {
        /// The table.
        table: String,
        /// The row.
        id: Uuid,
        /// Table and column that points here.
        used_by: String,
    },
    /// No such row, or none that the caller may see.
    #[error("{table} with id {id} does not exist.")]
    NotFound {
        /// The table.
        table: String,
        /// The row.
        id: Uuid,
    },
    /// Somebody else changed the row first.
    #[error(
        "{table} {id} was changed by someone else (version {current}, yours is {expected}). \
         Read it again and repeat your change."
    )]
    StaleVersion {
        /// The table.
        table: String,
        /// The row.
        id: Uuid,
        /// Version that the caller knew.
        expected: i64,
        /// Version that stands.
        current: i64,
    },
    /// A file that a column cannot take.
    #[error("{column} cannot take this file: {reason}.")]
    InvalidFile {
        /// The column.
        column: String,
        /// In words, with the remedy.
        reason: String,
    },
    /// A key is taken.
    #[error("Another row of {table} has the same {columns}. Use that row, or another value.")]
    DuplicateKey {
        /// The table.
        table: String,
        /// The key's name; `id` for the row's id itself.
        key: String,
        /// The key's columns, in words.
        columns: String,
    },
    /// The caller lacks a privilege.
    #[error("You have no privilege to {action} {table}. Ask your administrator for it.")]
    NoPrivilege {
        /// In words: create, read, write, delete.
        action: &'static str,
        /// The table.
        table: String,
    },
    /// A rule of the business does not take the value of a column.
    #[error("{message}")]
    Unfit {
        /// Column.
        column: String,
        /// Why, as a stable word, for translators.
        reason: &'static str,
        /// For people: what is wrong, and what would be right.
        message: String,
    },
    /// A rule of the business refuses, in its own words.
    #[error("{message}")]
    Refused {
        /// Stable code, for programs.
        code: &'static str,
        /// For people.
        message: String,
    },
    /// More than a documented limit.
    #[error("Too much at once: {what}, at most {limit}. Send less.")]
    LimitExceeded {
        /// In words.
        what: &'static str,
        /// The limit.
        limit: u64,
    },
    /// A filter, order, link or measure that the column does not allow.
    #[error("{column} cannot be used in this query: {reason}.")]
    NotQueryable {
        /// The column.
        column: String,
        /// In words.
        reason: &'static str,
    },
    /// A page cursor that is not of this query.
    #[error("The page marker does not belong to this query. Start again from the first page.")]
    InvalidCursor,
    /// A place in the change log before entries that were removed.
    #[error(
        "Changes are kept for {days} days, and some after this place are gone. Read the rows as they are, \
         then go on from the end of the log."
    )]
    LogTrimmed {
        /// How long entries are kept.
        days: i64,
    },
    /// The declared tables would lose stored data.
    #[error("{table}: {change} would lose data. Write a named migration for it.")]
    DefinitionLosesData {
        /// The table.
        table: String,
        /// In words.
        change: String,
    },
    /// A declaration that cannot be stored.
    #[error("The definition of {table} is not valid: {reason}.")]
    InvalidDefinition {
        /// The table.
        table: String,
        /// In words.
        reason: String,
    },
    /// The disk is full.
    #[error("The disk of the database is full. Nothing was written. Free some space and repeat.")]
    DiskFull,
    /// Somebody else holds the database file.
    #[error("The database is locked by another program. Stop it, then repeat.")]
    Locked,
    /// The database cannot be reached.
    #[error("The database cannot be reached at the moment. Nothing was written. Repeat in a while.")]
    Unavailable,
    /// Concurrent work on the same rows kept winning.
    #[error("The same rows are being changed by others. Nothing was written. Repeat.")]
    Contention,
    /// A column or table went away meanwhile, or changed its type.
    #[error("The definition of a table was changed meanwhile. Nothing was written. Repeat.")]
    DefinitionsChanged,
    /// A fault of ours. The text is for the log, not for users.
    #[error("Something went wrong inside. Nothing was written.")]
    Internal(String),
}

impl Error {
    /// A fault of ours with `cause` for the log.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self::Internal(cause.to_string())
    }

    /// The column at fault, where there is one.
    #[must_use]
    pub fn column(&self) -> Option<&str> {
        match self {
            Self::UnknownColumn { column, .. }
            | Self::WrongType { column, .. }
            | Self::InvalidText { column }
            | Self::Unfit { column, .. }
            | Self::TooLong { column, .. }
            | Self::OutOfRange { column, .. }
            | Self::UnknownChoice { column, .. }
            | Self::Required { column }
            | Self::ReadOnly { column, .. }
            | Self::BrokenLookup { column, .. }
            | Self::InvalidFile { column, .. }
            | Self::NotQueryable { column, .. } => Some(column),
            _ => None,
        }
    }

    /// Whether the same request may succeed later without a change.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        matches!(
            self,
            Self::DiskFull | Self::Locked | Self::Unavailable | Self::Contention | Self::DefinitionsChanged
        )
    }
}

impl From<platform::faults::Fault> for Error {
    fn from(fault: platform::faults::Fault) -> Self {
        Self::Internal(fault.to_string())
    }
}
