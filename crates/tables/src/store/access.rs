//! What a transaction or reader may do right now: the principal's rights and those lent to code.

use std::sync::Arc;

use uuid::Uuid;

use crate::{Depth, Error, Ownership, Principal, Privilege, Result, Right, Row, System, Value};

/// A principal with the rights lent to the code that runs for it.
#[derive(Clone, Copy)]
pub struct Access<'a> {
    /// Who.
    pub principal: &'a Arc<Principal>,
    /// What rules and verbs added.
    pub lent: &'a [&'static [Right]],
}

impl Access<'_> {
    /// How far the privilege reaches.
    pub fn depth(&self, table: &str, privilege: Privilege) -> Depth {
        let is_it = |right: &Right| right.table == table && right.privilege == privilege;
        if self.lent.iter().any(|rights| rights.iter().any(is_it)) {
            return Depth::Organization;
        }
        self.principal.depth(table, privilege)
    }

    /// Whether the privilege covers this row.
    pub fn covers(&self, row: &Row, privilege: Privilege) -> bool {
        let definition = row.definition();
        let depth = self.depth(&definition.name, privilege);
        if definition.ownership == Ownership::Organization {
            return depth == Depth::Organization;
        }
        let mine = row.owner().is_some_and(|owner| self.is_mine(owner.id));
        match depth {
            Depth::None => false,
            Depth::User => mine,
            Depth::BusinessUnit => {
                mine || *row.system(System::BusinessUnit) == Value::Id(self.principal.business_unit)
            }
            Depth::Organization => true,
        }
    }

    /// Insists on the privilege for this row. A row that may not even be read counts as not there.
    ///
    /// # Errors
    /// [`Error::NotFound`] or [`Error::NoPrivilege`].
    pub fn require(&self, row: &Row, privilege: Privilege) -> Result<()> {
        let table = &row.definition().name;
        if privilege != Privilege::Create && !self.covers(row, Privilege::Read) {
            return Err(Error::NotFound { table: table.clone(), id: row.id() });
        }
        if self.covers(row, privilege) {
            Ok(())
        } else {
            Err(Error::NoPrivilege { action: privilege.word(), table: table.clone() })
        }
    }

    fn is_mine(&self, owner: Uuid) -> bool {
        owner == self.principal.user || self.principal.teams.contains(&owner)
    }
}
