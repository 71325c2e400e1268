//! Who may see and repair what dual-write does. Done again, nothing changes.

use tables::security::DepthOption::Organization;
use tables::security::{ANY_TABLE, BusinessUnit, DepthOption, Role, SystemUser};
use tables::{Context, Filter, Privilege, Reference, Result, Store, Tx};
use uuid::Uuid;

/// Privileges of a role: table, verbs, depth.
type Privileges = &'static [(&'static str, &'static [Privilege], DepthOption)];

const ADMINISTRATOR: (&str, Privileges) =
    ("System administrator", &[(ANY_TABLE, &Privilege::ALL, Organization)]);
const IMPLEMENTATION_PARTNER: (&str, Privileges) =
    ("Implementation partner", &[(ANY_TABLE, &Privilege::ALL, Organization)]);

/// People of the demo. Their passwords are the back office's, not dual-write's.
///
/// # Errors
/// As any write.
pub async fn demo(store: &Store) -> Result<()> {
    let people = vec![
        ("Alex Admin", "admin@tandem.test", ADMINISTRATOR),
        ("Ira Integrator", "integration@tandem.test", IMPLEMENTATION_PARTNER),
    ];
    store
        .write(Context::system(), people, |tx, people| {
            Box::pin(async move {
                for (name, email, role) in people {
                    make_user(tx, name, email, *role).await?;
                }
                Ok(())
            })
        })
        .await
}

async fn make_user(tx: &mut Tx, name: &str, email: &str, role: (&str, Privileges)) -> Result<()> {
    if tx.find::<SystemUser>(Filter::equals("internalemailaddress", email)).await?.is_some() {
        return Ok(());
    }
    let systemuserid = tx.new_id();
    let businessunitid = business_unit(tx).await?;
    tx.insert(&SystemUser {
        systemuserid,
        fullname: name.into(),
        internalemailaddress: Some(email.into()),
        applicationid: None,
        credential: None,
        businessunitid,
        isdisabled: false,
    })
    .await?;
    Role::grant(tx, role.0, role.1, &Reference::new("systemuser", systemuserid)).await
}

async fn business_unit(tx: &mut Tx) -> Result<Uuid> {
    const NAME: &str = "Dual-write";
    if let Some(unit) = tx.find::<BusinessUnit>(Filter::equals("name", NAME)).await? {
        return Ok(unit.businessunitid);
    }
    let unit = BusinessUnit { businessunitid: tx.new_id(), name: NAME.into(), parentbusinessunitid: None };
    tx.insert(&unit).await?;
    Ok(unit.businessunitid)
}
