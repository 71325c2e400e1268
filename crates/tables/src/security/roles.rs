//! Principals from the rows of security.

use std::sync::Arc;

use uuid::Uuid;

use super::rows::{DepthOption, PrivilegeOption, RolePrivilege, SystemUser, TeamMembership, UserRole};
use crate::{Depth, Filter, Principal, Privilege, Query, Reader, Reference, Result};

impl From<Privilege> for PrivilegeOption {
    fn from(privilege: Privilege) -> Self {
        match privilege {
            Privilege::Create => Self::Create,
            Privilege::Read => Self::Read,
            Privilege::Write => Self::Write,
            Privilege::Delete => Self::Delete,
            Privilege::Assign => Self::Assign,
        }
    }
}

impl From<PrivilegeOption> for Privilege {
    fn from(option: PrivilegeOption) -> Self {
        match option {
            PrivilegeOption::Create => Self::Create,
            PrivilegeOption::Read => Self::Read,
            PrivilegeOption::Write => Self::Write,
            PrivilegeOption::Delete => Self::Delete,
            PrivilegeOption::Assign => Self::Assign,
        }
    }
}

impl From<DepthOption> for Depth {
    fn from(option: DepthOption) -> Self {
        match option {
            DepthOption::User => Self::User,
            DepthOption::BusinessUnit => Self::BusinessUnit,
            DepthOption::Organization => Self::Organization,
        }
    }
}

impl Reader {
    /// The principal for the user `id`: its teams, and the privileges of all its roles. `None`
    /// when there is no such user or it is disabled. Reads as the system.
    ///
    /// # Errors
    /// As any read.
    pub async fn principal(&mut self, id: Uuid) -> Result<Option<Arc<Principal>>> {
        let Some(user) = self.get::<SystemUser>(id).await?.filter(|user| !user.isdisabled) else {
            return Ok(None);
        };
        let of_user = Query::of("teammembership").filter(Filter::equals("systemuserid", id));
        let memberships: Vec<TeamMembership> = self.list(of_user).await?;
        let teams: Vec<Uuid> = memberships.iter().map(|membership| membership.teamid).collect();
        let mut holders = vec![Reference::new("systemuser", id).into()];
        holders.extend(teams.iter().map(|team| Reference::new("team", *team).into()));
        let held = Query::of("userrole").filter(Filter::In("principalid".into(), holders));
        let roles: Vec<UserRole> = self.list(held).await?;
        let role_ids = roles.iter().map(|held| held.roleid.into()).collect();
        let granted = Query::of("roleprivilege").filter(Filter::In("roleid".into(), role_ids));
        let privileges: Vec<RolePrivilege> = self.list(granted).await?;
        let rights = privileges
            .into_iter()
            .map(|granted| (granted.tablename, granted.privilege.into(), granted.depth.into()));
        Ok(Some(Principal::with_rights(id, user.businessunitid, teams, rights)))
    }
}
