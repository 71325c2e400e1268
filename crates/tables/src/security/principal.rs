//! Who acts, and what that person or program may do.

use std::collections::HashMap;
use std::sync::Arc;

use uuid::Uuid;

/// The user that work of the system itself is done by.
pub const SYSTEM_USER: Uuid = Uuid::from_u128(0x5e5e_0000_0000_4000_8000_0000_0000_0001);

/// What is done to a row. Names are Dataverse's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Privilege {
    /// Make rows.
    Create,
    /// See rows.
    Read,
    /// Change rows.
    Write,
    /// Remove rows.
    Delete,
    /// Give rows to another owner.
    Assign,
}

impl Privilege {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Create, Self::Read, Self::Write, Self::Delete, Self::Assign];

    /// The verb for a message.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Read => "read",
            Self::Write => "change",
            Self::Delete => "delete",
            Self::Assign => "assign",
        }
    }
}

/// How far a privilege reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Depth {
    /// Nowhere.
    #[default]
    None,
    /// Rows of the user and of the user's teams.
    User,
    /// Rows of the user's business unit.
    BusinessUnit,
    /// All rows.
    Organization,
}

/// One privilege on one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Right {
    /// What.
    pub privilege: Privilege,
    /// Logical name of the table.
    pub table: &'static str,
}

/// Somebody who acts: a person, an application, or the system itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Principal {
    /// Row in `systemuser`.
    pub user: Uuid,
    /// The user's business unit.
    pub business_unit: Uuid,
    /// The user's teams.
    pub teams: Vec<Uuid>,
    rights: Rights,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Rights {
    Everything,
    Granted(HashMap<(String, Privilege), Depth>),
}

/// Table name in a role that stands for all tables.
pub const ANY_TABLE: &str = "*";

impl Principal {
    /// The system itself: jobs, seeding, migrations. May do everything.
    #[must_use]
    pub fn system() -> Arc<Self> {
        Self::administrator(SYSTEM_USER, Uuid::nil())
    }

    /// A user who may do everything.
    #[must_use]
    pub fn administrator(user: Uuid, business_unit: Uuid) -> Arc<Self> {
        Arc::new(Self { user, business_unit, teams: Vec::new(), rights: Rights::Everything })
    }

    /// A user with these privileges; of several for the same table the deepest counts.
    #[must_use]
    pub fn with_rights(
        user: Uuid,
        business_unit: Uuid,
        teams: Vec<Uuid>,
        rights: impl IntoIterator<Item = (String, Privilege, Depth)>,
    ) -> Arc<Self> {
        let mut granted = HashMap::new();
        for (table, privilege, depth) in rights {
            let known: &mut Depth = granted.entry((table, privilege)).or_default();
            *known = depth.max(*known);
        }
        Arc::new(Self { user, business_unit, teams, rights: Rights::Granted(granted) })
    }

    /// Whether there is anything at all that the user may do.
    #[must_use]
    pub fn has_any_right(&self) -> bool {
        match &self.rights {
            Rights::Everything => true,
            Rights::Granted(granted) => granted.values().any(|depth| *depth > Depth::None),
        }
    }

    /// How far `privilege` on `table` reaches.
    #[must_use]
    pub fn depth(&self, table: &str, privilege: Privilege) -> Depth {
        match &self.rights {
            Rights::Everything => Depth::Organization,
            Rights::Granted(granted) => {
                let find = |name: &str| granted.get(&(name.to_owned(), privilege)).copied();
                find(table).unwrap_or_default().max(find(ANY_TABLE).unwrap_or_default())
            }
        }
    }
}
