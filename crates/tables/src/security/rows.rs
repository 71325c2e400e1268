//! The tables that security is kept in. Names are Dataverse's, so that Sales can show them as is.

use uuid::Uuid;

use crate::{Catalog, Choice, Table};

/// A part of the organization that owns rows.
#[derive(Clone, Debug, Table)]
#[table(name = "businessunit", set = "businessunits", primary = "name", key(by_name(name)))]
pub struct BusinessUnit {
    /// Id.
    #[column(id)]
    pub businessunitid: Uuid,
    /// Name.
    #[column(text = 160)]
    pub name: String,
    /// The unit above.
    #[column(lookup = "businessunit")]
    pub parentbusinessunitid: Option<Uuid>,
}

/// A person or application that acts.
#[derive(Clone, Debug, Table)]
#[table(
    name = "systemuser",
    set = "systemusers",
    primary = "fullname",
    key(by_email(internalemailaddress)),
    key(by_application(applicationid))
)]
pub struct SystemUser {
    /// Id.
    #[column(id)]
    pub systemuserid: Uuid,
    /// Full name.
    #[column(text = 200)]
    pub fullname: String,
    /// Address by which the person is known.
    #[column(text = 100)]
    pub internalemailaddress: Option<String>,
    /// Client id, for an application user.
    #[column(text = 100)]
    pub applicationid: Option<String>,
    /// Argon2 hash of the password, or of the client secret.
    #[column(memo = 500, secret, read_only)]
    pub credential: Option<String>,
    /// Business unit.
    #[column(lookup = "businessunit")]
    pub businessunitid: Uuid,
    /// Cannot sign in or act.
    #[column(yes_no, default = false)]
    pub isdisabled: bool,
}

/// Users who own rows together.
#[derive(Clone, Debug, Table)]
#[table(name = "team", set = "teams", primary = "name", key(by_name(name)))]
pub struct Team {
    /// Id.
    #[column(id)]
    pub teamid: Uuid,
    /// Name.
    #[column(text = 160)]
    pub name: String,
    /// Business unit.
    #[column(lookup = "businessunit")]
    pub businessunitid: Uuid,
}

/// A user in a team.
#[derive(Clone, Debug, Table)]
#[table(name = "teammembership", set = "teammemberships", key(by_pair(teamid, systemuserid)))]
pub struct TeamMembership {
    /// Id.
    #[column(id)]
    pub teammembershipid: Uuid,
    /// Team.
    #[column(lookup = "team")]
    pub teamid: Uuid,
    /// User.
    #[column(lookup = "systemuser")]
    pub systemuserid: Uuid,
}

/// A named set of privileges.
#[derive(Clone, Debug, Table)]
#[table(name = "role", set = "roles", primary = "name", key(by_name(name)))]
pub struct Role {
    /// Id.
    #[column(id)]
    pub roleid: Uuid,
    /// Name.
    #[column(text = 100)]
    pub name: String,
}

/// A privilege in a role.
#[derive(Clone, Debug, Table)]
#[table(name = "roleprivilege", set = "roleprivileges", key(by_right(roleid, tablename, privilege)))]
pub struct RolePrivilege {
    /// Id.
    #[column(id)]
    pub roleprivilegeid: Uuid,
    /// Role.
    #[column(lookup = "role")]
    pub roleid: Uuid,
    /// Logical name of the table, or `*` for all.
    #[column(text = 60)]
    pub tablename: String,
    /// What.
    #[column(choice)]
    pub privilege: PrivilegeOption,
    /// How far.
    #[column(choice)]
    pub depth: DepthOption,
}

/// A role given to a user or to a team.
#[derive(Clone, Debug, Table)]
#[table(name = "userrole", set = "userroles", key(by_pair(principalid, roleid)))]
pub struct UserRole {
    /// Id.
    #[column(id)]
    pub userroleid: Uuid,
    /// User or team.
    #[column(lookup("systemuser", "team"))]
    pub principalid: crate::Reference,
    /// Role.
    #[column(lookup = "role")]
    pub roleid: Uuid,
}

/// [`crate::Privilege`] as stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum PrivilegeOption {
    Create = 1,
    Read = 2,
    Write = 3,
    Delete = 4,
    Assign = 5,
}

/// [`crate::Depth`] as stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum DepthOption {
    User = 1,
    BusinessUnit = 2,
    Organization = 4,
}

/// Adds the tables of security to a database.
#[must_use]
pub fn with_security(catalog: Catalog) -> Catalog {
    catalog
        .with::<BusinessUnit>()
        .with::<SystemUser>()
        .with::<Team>()
        .with::<TeamMembership>()
        .with::<Role>()
        .with::<RolePrivilege>()
        .with::<UserRole>()
}
