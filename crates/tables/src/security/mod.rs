//! Who may do what: principals, and the tables that roles, users and teams are kept in.

mod principal;
mod roles;
mod rows;
mod seed;

pub use principal::{ANY_TABLE, Depth, Principal, Privilege, Right, SYSTEM_USER};
pub use rows::{
    BusinessUnit, DepthOption, PrivilegeOption, Role, RolePrivilege, SystemUser, Team, TeamMembership,
    UserRole, with_security,
};
pub use seed::{Privileges, RoleSeed, UserSeed};
