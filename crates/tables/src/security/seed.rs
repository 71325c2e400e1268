//! Roles and people that a program brings along. Done again, nothing changes.

use uuid::Uuid;

use super::rows::{BusinessUnit, DepthOption, Role, RolePrivilege, SystemUser, UserRole};
use crate::{Filter, Privilege, Query, Reference, Result, Table as _, Tx};

/// Privileges: table, verbs, depth.
pub type Privileges<'a> = &'a [(&'a str, &'a [Privilege], DepthOption)];

/// A role as a program declares it: its name and privileges.
pub type RoleSeed = (&'static str, Privileges<'static>);

/// Somebody whom a program makes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserSeed {
    /// Full name.
    pub name: String,
    /// What a person is known by.
    pub email: Option<String>,
    /// What an application user is known by.
    pub application: Option<String>,
    /// Hash of the password or secret.
    pub credential: Option<String>,
}

impl UserSeed {
    /// A person without a password.
    #[must_use]
    pub fn person(name: &str, email: &str) -> Self {
        Self { name: name.into(), email: Some(email.into()), ..Self::default() }
    }

    /// An application user without a secret.
    #[must_use]
    pub fn application(name: &str, application: &str) -> Self {
        Self { name: name.into(), application: Some(application.into()), ..Self::default() }
    }

    /// The same with the hash of a password or secret.
    #[must_use]
    pub fn with_credential(self, credential: String) -> Self {
        Self { credential: Some(credential), ..self }
    }

    /// Makes the user in the business unit of this name, which is made too where it is missing.
    /// Answers the id, and whether it is new: a known one stays as it is.
    ///
    /// # Errors
    /// As any write.
    pub async fn make(&self, tx: &mut Tx, unit: &str) -> Result<(Uuid, bool)> {
        let known = match &self.email {
            Some(email) => Filter::equals("internalemailaddress", email.as_str()),
            None => Filter::equals("applicationid", self.application.as_deref()),
        };
        if let Some(user) = tx.find::<SystemUser>(known).await? {
            return Ok((user.systemuserid, false));
        }
        let systemuserid = tx.new_id();
        let businessunitid = BusinessUnit::named(tx, unit).await?;
        tx.insert(&SystemUser {
            systemuserid,
            fullname: self.name.clone(),
            internalemailaddress: self.email.clone(),
            applicationid: self.application.clone(),
            credential: self.credential.clone(),
            businessunitid,
            isdisabled: false,
        })
        .await?;
        Ok((systemuserid, true))
    }

    /// [`UserSeed::make`], then these roles.
    ///
    /// # Errors
    /// As any write.
    pub async fn make_with_roles(&self, tx: &mut Tx, unit: &str, roles: &[RoleSeed]) -> Result<(Uuid, bool)> {
        let (id, is_new) = self.make(tx, unit).await?;
        for (name, privileges) in roles {
            Role::grant(tx, name, privileges, &Reference::new(SystemUser::NAME, id)).await?;
        }
        Ok((id, is_new))
    }
}

impl BusinessUnit {
    /// The business unit of this name, made where it is missing.
    ///
    /// # Errors
    /// As any write.
    pub async fn named(tx: &mut Tx, name: &str) -> Result<Uuid> {
        if let Some(unit) = tx.find::<Self>(Filter::equals("name", name)).await? {
            return Ok(unit.businessunitid);
        }
        let unit = Self { businessunitid: tx.new_id(), name: name.into(), parentbusinessunitid: None };
        tx.insert(&unit).await?;
        Ok(unit.businessunitid)
    }
}

impl Role {
    /// Makes the role, or gives one that an older program made its privileges on tables that are new
    /// since. What it has on the others is left as somebody may have set it.
    ///
    /// # Errors
    /// As any write.
    pub async fn seed(tx: &mut Tx, (name, privileges): (&str, Privileges<'_>)) -> Result<Uuid> {
        let roleid = match tx.find::<Self>(Filter::equals("name", name)).await? {
            Some(role) => role.roleid,
            None => {
                let roleid = tx.new_id();
                tx.insert(&Self { roleid, name: name.into() }).await?;
                roleid
            }
        };
        let granted = Query::of(RolePrivilege::NAME).filter(Filter::equals("roleid", roleid));
        let granted: Vec<RolePrivilege> = tx.list(granted).await?;
        let is_known = |table: &str| granted.iter().any(|granted| granted.tablename == table);
        for (table, verbs, depth) in privileges.iter().filter(|(table, ..)| !is_known(table)) {
            for privilege in *verbs {
                let row = RolePrivilege {
                    roleprivilegeid: tx.new_id(),
                    roleid,
                    tablename: (*table).into(),
                    privilege: (*privilege).into(),
                    depth: *depth,
                };
                tx.insert(&row).await?;
            }
        }
        Ok(roleid)
    }

    /// Makes or completes the role, and gives it to `holder`, who may have it already.
    ///
    /// # Errors
    /// As any write.
    pub async fn grant(
        tx: &mut Tx,
        name: &str,
        privileges: Privileges<'_>,
        holder: &Reference,
    ) -> Result<()> {
        let roleid = Self::seed(tx, (name, privileges)).await?;
        let held = Filter::equals("principalid", crate::Value::from(holder.clone()))
            .and(Filter::equals("roleid", roleid));
        if tx.find::<UserRole>(held).await?.is_none() {
            let userroleid = tx.new_id();
            tx.insert(&UserRole { userroleid, principalid: holder.clone(), roleid }).await?;
        }
        Ok(())
    }
}
