//! Named migrations: the changes of a definition that could lose data and so need a person's word.

/// One named migration. It runs once per database, before the automatic additions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migration {
    /// Unique; by convention a date and what it does: `2026-11-20-drop-fax`.
    pub name: &'static str,
    /// What it does, in order.
    pub steps: &'static [Step],
}

/// One step of a migration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Gives a column another name and keeps its values.
    RenameColumn {
        /// Logical name.
        table: &'static str,
        /// Name until now.
        from: &'static str,
        /// Name from now on.
        to: &'static str,
    },
    /// Removes a column with its values.
    DropColumn {
        /// Logical name.
        table: &'static str,
        /// The column.
        column: &'static str,
    },
    /// Keeps a column that was declared as one made at run time, with its values and the keys over it.
    KeepAsCustom {
        /// Logical name.
        table: &'static str,
        /// The column.
        column: &'static str,
    },
    /// Gives an alternate key another name.
    RenameKey {
        /// Logical name.
        table: &'static str,
        /// Name until now.
        from: &'static str,
        /// Name from now on.
        to: &'static str,
    },
    /// Removes an alternate key.
    DropKey {
        /// Logical name.
        table: &'static str,
        /// The key.
        key: &'static str,
    },
    /// Removes a table with its rows.
    DropTable {
        /// Logical name.
        table: &'static str,
    },
}
