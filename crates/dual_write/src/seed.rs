//! Who may see and repair what dual-write does. Done again, nothing changes.

use tables::security::DepthOption::Organization;
use tables::security::{ANY_TABLE, Role, RoleSeed, UserSeed};
use tables::{Context, Privilege, Result, Store};

const ADMINISTRATOR: RoleSeed = ("System administrator", &[(ANY_TABLE, &Privilege::ALL, Organization)]);
const IMPLEMENTATION_PARTNER: RoleSeed =
    ("Implementation partner", &[(ANY_TABLE, &Privilege::ALL, Organization)]);

/// The roles that people may have here: key and role.
pub const ROLES: [(&str, RoleSeed); 2] =
    [("administrator", ADMINISTRATOR), ("implementation-partner", IMPLEMENTATION_PARTNER)];

const BUSINESS_UNIT: &str = "Dual-write";

/// The roles. Their people come by [`add_person`].
///
/// # Errors
/// As any write.
pub async fn company(store: &Store) -> Result<()> {
    store
        .write(Context::system(), (), |tx, ()| {
            Box::pin(async move {
                for (_, role) in ROLES {
                    Role::seed(tx, role).await?;
                }
                Ok(())
            })
        })
        .await
}

/// People of the demo. Their passwords are the back office's, not dual-write's.
///
/// # Errors
/// As any write.
pub async fn demo(store: &Store) -> Result<()> {
    add_person(store, UserSeed::person("Alex Admin", "admin@tandem.test"), vec![ADMINISTRATOR]).await?;
    let integrator = UserSeed::person("Ira Integrator", "integration@tandem.test");
    add_person(store, integrator, vec![IMPLEMENTATION_PARTNER]).await
}

/// Lets a person in with these roles; one who is known gets what is missing.
///
/// # Errors
/// As any write.
pub async fn add_person(store: &Store, person: UserSeed, roles: Vec<RoleSeed>) -> Result<()> {
    store
        .write(Context::system(), (person, roles), |tx, (person, roles)| {
            Box::pin(async move { person.make_with_roles(tx, BUSINESS_UNIT, roles).await.map(|_| ()) })
        })
        .await
}
