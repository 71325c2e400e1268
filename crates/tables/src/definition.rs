//! A table as data: the one place that schema, API, forms and validation read.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::column::{FILE_SIZE_MAX, MULTI_CHOICE_OPTIONS_MAX};
use crate::{ColumnDefinition, ColumnKind, Error, Label, Requirement, Result, Value};

/// Most columns a table may have.
pub const COLUMNS_MAX: usize = 400;

/// Names that no table may have: those of the store's own tables, and those by which roles grant
/// what is no table.
const RESERVED: [&str; 13] = [
    "audit",
    "change_log",
    "change_sequence",
    "changelog",
    "counter",
    "customization",
    "erasure",
    "file",
    "file_chunk",
    "log_reader",
    "migration",
    "personal_value",
    "table_definition",
];

/// One table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableDefinition {
    /// Logical name, also the SQL table: lower case, digits, underscores.
    pub name: String,
    /// Name of the set in the API.
    pub set: String,
    /// Column that names a row to people.
    pub primary_name: Option<String>,
    /// Who owns rows.
    pub ownership: Ownership,
    /// How the columns that every table has are spelled.
    pub naming: Naming,
    /// All columns; the id first, the system's columns after the declared ones, then those that were
    /// added at run time.
    pub columns: Vec<ColumnDefinition>,
    /// Alternate keys: no two rows share the same values, nothing counts as different each time.
    pub keys: Vec<KeyDefinition>,
    /// Columns sets that are looked up often.
    pub indexes: Vec<Vec<String>>,
    /// Bookkeeping that can be redone: neither change log nor audit keep it.
    pub bookkeeping: bool,
    /// The lookup that names the person whom a row's personal columns are about; without one, or
    /// where it has no value, that is the row itself.
    #[serde(default)]
    pub person: Option<String>,
    /// Made while the store ran, not declared in code.
    #[serde(default)]
    pub custom: bool,
    /// Columns by name, made when first asked for.
    #[serde(skip)]
    positions: Positions,
}

/// Where each column stands. A stale answer is noticed by the column's name and looked up anew.
#[derive(Default)]
struct Positions(OnceLock<HashMap<String, usize>>);

impl Clone for Positions {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Positions {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Positions {}

impl std::fmt::Debug for Positions {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Positions")
    }
}

/// An alternate key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyDefinition {
    /// Name, unique within the table.
    pub name: String,
    /// Its columns.
    pub columns: Vec<String>,
    /// Made while the store ran, not declared in code.
    #[serde(default)]
    pub custom: bool,
    /// What people call it, where it was made at run time.
    #[serde(default, skip_serializing_if = "Label::is_empty")]
    pub label: Label,
}

impl KeyDefinition {
    /// A key over these columns.
    #[must_use]
    pub fn new(name: impl Into<String>, columns: Vec<String>) -> Self {
        Self { name: name.into(), columns, custom: false, label: Label::default() }
    }

    /// Whether both say the same of rows.
    #[must_use]
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.name == other.name && self.columns == other.columns
    }
}

/// Who owns the rows of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ownership {
    /// Nobody in particular: a privilege counts for all rows or none.
    Organization,
    /// A user or a team: privileges have depth.
    UserOrTeam,
}

/// How columns are spelled: as in Dataverse or as in finance and operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Naming {
    /// `createdon`
    Lower,
    /// `CreatedAt`
    Pascal,
}

/// Columns that every table has, whatever they are called there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// Version of the row: the sequence number of its newest change-log entry.
    Version,
    /// When the row was made.
    CreatedAt,
    /// Who made it.
    CreatedBy,
    /// When it was last changed.
    ModifiedAt,
    /// Who last changed it.
    ModifiedBy,
    /// Its owner, user or team.
    Owner,
    /// The business unit of its owner.
    BusinessUnit,
}

impl System {
    /// All of them.
    pub(crate) const ALL: [Self; 7] = [
        Self::Version,
        Self::CreatedAt,
        Self::CreatedBy,
        Self::ModifiedAt,
        Self::ModifiedBy,
        Self::Owner,
        Self::BusinessUnit,
    ];

    /// The column's name in this spelling.
    #[must_use]
    pub fn name(self, naming: Naming) -> &'static str {
        match (self, naming) {
            (Self::Version, Naming::Lower) => "versionnumber",
            (Self::CreatedAt, Naming::Lower) => "createdon",
            (Self::CreatedBy, Naming::Lower) => "createdby",
            (Self::ModifiedAt, Naming::Lower) => "modifiedon",
            (Self::ModifiedBy, Naming::Lower) => "modifiedby",
            (Self::Owner, Naming::Lower) => "ownerid",
            (Self::BusinessUnit, Naming::Lower) => "owningbusinessunit",
            (Self::Version, Naming::Pascal) => "RowVersion",
            (Self::CreatedAt, Naming::Pascal) => "CreatedAt",
            (Self::CreatedBy, Naming::Pascal) => "CreatedBy",
            (Self::ModifiedAt, Naming::Pascal) => "ModifiedAt",
            (Self::ModifiedBy, Naming::Pascal) => "ModifiedBy",
            (Self::Owner, Naming::Pascal) => "OwnerId",
            (Self::BusinessUnit, Naming::Pascal) => "OwningBusinessUnit",
        }
    }

    fn kind(self) -> ColumnKind {
        match self {
            Self::Version => ColumnKind::Whole { min: 0, max: i64::MAX },
            Self::CreatedAt | Self::ModifiedAt => ColumnKind::DateTime,
            Self::CreatedBy | Self::ModifiedBy => ColumnKind::Lookup { targets: vec!["systemuser".into()] },
            Self::Owner => ColumnKind::Lookup { targets: vec!["systemuser".into(), "team".into()] },
            Self::BusinessUnit => ColumnKind::Lookup { targets: vec!["businessunit".into()] },
        }
    }
}

impl TableDefinition {
    /// A table with these columns of its own (the id first); the system's columns are added.
    #[must_use]
    pub fn new(
        name: &str,
        set: &str,
        ownership: Ownership,
        naming: Naming,
        own: Vec<ColumnDefinition>,
    ) -> Self {
        let mut columns = own;
        let mut system = vec![System::CreatedAt, System::CreatedBy, System::ModifiedAt, System::ModifiedBy];
        if ownership == Ownership::UserOrTeam {
            system.extend([System::Owner, System::BusinessUnit]);
        }
        system.push(System::Version);
        for column in system {
            let read_only = column != System::Owner;
            let column = ColumnDefinition::new(column.name(naming), column.kind());
            columns.push(ColumnDefinition { read_only, ..column });
        }
        Self {
            name: name.into(),
            set: set.into(),
            primary_name: None,
            ownership,
            naming,
            columns,
            keys: Vec::new(),
            indexes: Vec::new(),
            bookkeeping: false,
            person: None,
            custom: false,
            positions: Positions::default(),
        }
    }

    /// Adds a column at the end: positions that somebody remembers stay true.
    pub(crate) fn add(&mut self, column: ColumnDefinition) {
        self.columns.push(column);
        self.positions = Positions::default();
    }

    /// Takes a column out and answers it.
    pub(crate) fn take(&mut self, at: usize) -> ColumnDefinition {
        self.positions = Positions::default();
        self.columns.remove(at)
    }

    /// Position of the column called `name` (exactly as the API spells it).
    #[must_use]
    pub fn position(&self, name: &str) -> Option<usize> {
        let by_name = self.positions.0.get_or_init(|| {
            self.columns.iter().enumerate().map(|(at, column)| (column.name.clone(), at)).collect()
        });
        let known = by_name.get(name).copied();
        if known.is_some_and(|at| self.columns.get(at).is_some_and(|column| column.name == name)) {
            return known;
        }
        self.columns.iter().position(|column| column.name == name)
    }

    /// Position of the column called `name`.
    ///
    /// # Errors
    /// [`Error::UnknownColumn`].
    pub fn require(&self, name: &str) -> Result<usize> {
        self.position(name)
            .ok_or_else(|| Error::UnknownColumn { table: self.name.clone(), column: name.into() })
    }

    /// The column called `name`.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&ColumnDefinition> {
        self.position(name).map(|at| &self.columns[at])
    }

    /// Name of a system column here.
    #[must_use]
    pub fn system(&self, column: System) -> &'static str {
        column.name(self.naming)
    }

    /// Name of the id column.
    #[must_use]
    pub fn id_column(&self) -> &str {
        self.columns.first().map_or("", |column| column.name.as_str())
    }

    /// Whether this is one of the columns that every table has.
    #[must_use]
    pub fn is_system(&self, name: &str) -> bool {
        System::ALL.iter().any(|column| column.name(self.naming) == name)
    }

    /// Checks what the type system cannot: names, ids, keys and composed columns.
    ///
    /// # Errors
    /// [`Error::InvalidDefinition`].
    pub fn check(&self) -> Result<()> {
        let fail = |reason: String| Err(Error::InvalidDefinition { table: self.name.clone(), reason });
        if !is_identifier(&self.name) {
            return fail("its name may have only lower-case letters, digits and underscores".into());
        }
        if RESERVED.contains(&self.name.as_str()) || self.name.starts_with("sqlite_") {
            return fail("its name is one that the store keeps for itself; give it another".into());
        }
        if self.columns.len() > COLUMNS_MAX {
            return fail(format!("it has {} columns, at most {COLUMNS_MAX}", self.columns.len()));
        }
        if !matches!(self.columns.first(), Some(first) if first.kind == ColumnKind::Id) {
            return fail("its first column must be the id".into());
        }
        let mut seen = std::collections::HashSet::new();
        for column in &self.columns {
            let sql = column.name.to_ascii_lowercase();
            if !is_identifier(&sql) || sql.ends_with("__folded") || sql.ends_with("__table") {
                return fail(format!("{} is no valid column name", column.name));
            }
            if column.kind == ColumnKind::Id && column.name != self.columns[0].name {
                return fail(format!("{} is an id, and only its first column is the id", column.name));
            }
            if !seen.insert(sql) {
                return fail(format!("it has two columns called {}", column.name));
            }
            if matches!(&column.kind, ColumnKind::MultiChoice { options } if options.len() > MULTI_CHOICE_OPTIONS_MAX)
            {
                return fail(format!("{} has more than {MULTI_CHOICE_OPTIONS_MAX} options", column.name));
            }
            if matches!(column.kind, ColumnKind::File { size_max } if size_max > FILE_SIZE_MAX) {
                return fail(format!("{} allows more than {FILE_SIZE_MAX} bytes", column.name));
            }
            if let Some(default) = &column.default {
                column.accept(default.clone())?;
            }
            for part in &column.composed {
                match self.column(part) {
                    None => return fail(format!("{} is composed of an unknown {part}", column.name)),
                    Some(part) if part.personal && !column.personal => {
                        let reason = "so it must be personal too";
                        return fail(format!("{} is composed of {}, {reason}", column.name, part.name));
                    }
                    Some(_) => {}
                }
            }
            let is_text = matches!(column.kind, ColumnKind::Text { .. } | ColumnKind::Memo { .. });
            if column.personal && column.requirement == Requirement::Required && !is_text {
                let reason = "so it must be text: an erased row needs a value that says so";
                return fail(format!("{} is personal and required, {reason}", column.name));
            }
        }
        if let Some(person) = &self.person {
            match self.column(person).map(|column| &column.kind) {
                Some(ColumnKind::Lookup { .. }) => {}
                _ => return fail(format!("the person of a row is named by a lookup, which {person} is not")),
            }
        }
        for key in self.keys.iter().flat_map(|key| &key.columns).chain(self.indexes.iter().flatten()) {
            match self.column(key) {
                None => return fail(format!("a key names an unknown column {key}")),
                Some(column) if !column.kind.is_comparable() => {
                    return fail(format!("{key} is not compared and cannot be part of a key"));
                }
                Some(_) => {}
            }
        }
        Ok(())
    }

    /// Whether any column is about a person.
    #[must_use]
    pub fn has_personal(&self) -> bool {
        self.columns.iter().any(|column| column.personal)
    }

    /// Whether a row can be stored that says nothing: used where defaults matter.
    #[must_use]
    pub fn default_values(&self) -> Vec<Value> {
        self.columns.iter().map(|column| column.default.clone().unwrap_or_default()).collect()
    }
}

/// Names that go into SQL unquoted but for their quotes: 1 to 60 of `a-z 0-9 _`, a letter first.
#[must_use]
pub fn is_identifier(name: &str) -> bool {
    name.len() <= 60
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}
