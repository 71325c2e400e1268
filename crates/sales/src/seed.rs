//! What a new Sales begins with. Done again, nothing changes.

use tables::security::DepthOption::{BusinessUnit as Unit, Organization, User as Own};
use tables::security::{
    ANY_TABLE, BusinessUnit, DepthOption, Role, RolePrivilege, SystemUser, Team, TeamMembership,
};
use tables::{Context, Error, Filter, Privilege, Query, Reference, Result, Store, Table as _, Tx};
use uuid::Uuid;

use crate::DUAL_WRITE;
use crate::currencies::TransactionCurrency;
use Privilege::{Assign, Create, Read, Write};

/// Password of everybody in the demo.
const DEMO_PASSWORD: &str = "tandem-demo";
/// Secret of the demo's application user.
const DEMO_SECRET: &str = "demo-secret";
/// The business unit of the default company, and the team that owns what dual-write brings.
const BUSINESS_UNIT: &str = "usmf";
const DUAL_WRITE_TEAM: &str = "usmf DW";

/// A role: its name and privileges by table, verbs and depth.
type Privileges = &'static [(&'static str, &'static [Privilege], DepthOption)];
type RoleSeed = (&'static str, Privileges);

const ADMINISTRATOR: RoleSeed = ("System Administrator", &[(ANY_TABLE, &Privilege::ALL, Organization)]);

const WORK: &[Privilege] = &[Create, Read, Write, Assign];
const EVERYTHING: &[Privilege] = &Privilege::ALL;

const SALESPERSON: RoleSeed = (
    "Salesperson",
    &[
        ("lead", WORK, Unit),
        ("opportunity", WORK, Unit),
        ("account", WORK, Unit),
        ("contact", WORK, Unit),
        ("annotation", WORK, Unit),
        ("opportunityclose", WORK, Unit),
        ("task", WORK, Unit),
        ("phonecall", WORK, Unit),
        ("campaign", &[Read], Organization),
        ("savedquery", &[Read], Organization),
        ("userquery", EVERYTHING, Own),
        ("competitor", &[Create, Read, Write], Organization),
        ("transactioncurrency", &[Read], Organization),
        ("systemuser", &[Read], Organization),
        ("team", &[Read], Organization),
        ("businessunit", &[Read], Organization),
        ("role", &[Read], Organization),
    ],
);

const SALES_MANAGER: RoleSeed = (
    "Sales Manager",
    &[
        ("lead", EVERYTHING, Organization),
        ("opportunity", EVERYTHING, Organization),
        ("account", EVERYTHING, Organization),
        ("contact", EVERYTHING, Organization),
        ("annotation", EVERYTHING, Organization),
        ("opportunityclose", WORK, Organization),
        ("task", EVERYTHING, Organization),
        ("phonecall", EVERYTHING, Organization),
        ("campaign", EVERYTHING, Organization),
        ("savedquery", &[Read], Organization),
        ("userquery", EVERYTHING, Own),
        ("competitor", EVERYTHING, Organization),
        ("transactioncurrency", &[Read], Organization),
        ("systemuser", &[Read], Organization),
        ("team", &[Read], Organization),
        ("businessunit", &[Read], Organization),
        ("role", &[Read], Organization),
    ],
);

/// No more than the maps need.
const INTEGRATION: RoleSeed = (
    "Dual-write",
    &[
        ("changelog", &[Read], Organization),
        ("lead", &[Create, Read, Write], Organization),
        ("opportunity", &[Create, Read, Write], Organization),
        ("account", &[Create, Read, Write], Organization),
        ("contact", &[Create, Read, Write], Organization),
        ("annotation", &[Create, Read], Organization),
        ("transactioncurrency", &[Read], Organization),
        ("systemuser", &[Read], Organization),
        ("team", &[Read], Organization),
        ("businessunit", &[Read], Organization),
    ],
);

/// Business unit, the team and application user of dual-write, roles, currency, views.
///
/// # Errors
/// As any write.
pub async fn company(store: &Store) -> Result<()> {
    store.write(Context::system(), (), |tx, ()| Box::pin(make_company(tx))).await
}

/// People and the application user of the demo.
///
/// # Errors
/// As any write.
pub async fn demo(store: &Store) -> Result<()> {
    // Hashing takes long on purpose, so it is not done inside the transaction.
    let random = &store.environment().randomness;
    let hash = |secret: &str| platform::credentials::hash(secret, random.bytes()).map_err(Error::internal);
    let mut users = Vec::new();
    for (name, email, role) in [
        ("Alex Admin", "admin@tandem.test", ADMINISTRATOR),
        ("Sam Seller", "seller@tandem.test", SALESPERSON),
        ("Sasha Seller", "seller2@tandem.test", SALESPERSON),
        ("Sandra Manager", "salesmanager@tandem.test", SALES_MANAGER),
    ] {
        users.push(User {
            name,
            email: Some(email),
            application: None,
            credential: Some(hash(DEMO_PASSWORD)?),
            role,
        });
    }
    let credential = Some(hash(DEMO_SECRET)?);
    users.push(User {
        name: "# Demo",
        email: None,
        application: Some("demo-app"),
        credential,
        role: ADMINISTRATOR,
    });
    store
        .write(Context::system(), users, |tx, users| {
            Box::pin(async move {
                let unit = business_unit(tx).await?;
                for user in users {
                    make_user(tx, unit, user).await?;
                }
                Ok(())
            })
        })
        .await
}

struct User {
    name: &'static str,
    email: Option<&'static str>,
    application: Option<&'static str>,
    credential: Option<String>,
    role: RoleSeed,
}

async fn make_company(tx: &mut Tx) -> Result<()> {
    let unit = business_unit(tx).await?;
    if tx.find::<TransactionCurrency>(Filter::equals("isocurrencycode", "USD")).await?.is_none() {
        let transactioncurrencyid = tx.new_id();
        let dollar = TransactionCurrency {
            transactioncurrencyid,
            currencyname: "US Dollar".into(),
            isocurrencycode: "USD".into(),
            currencysymbol: Some("$".into()),
            currencyprecision: 2,
        };
        tx.insert(&dollar).await?;
    }
    let dual_write = User {
        name: "# Dual-write",
        email: None,
        application: Some(DUAL_WRITE),
        credential: None,
        role: INTEGRATION,
    };
    crate::views::seed(tx).await?;
    for role in [SALESPERSON, SALES_MANAGER, INTEGRATION] {
        complete_role(tx, role).await?;
    }
    let user = make_user(tx, unit, &dual_write).await?;
    if let (Some(systemuserid), None) =
        (user, tx.find::<Team>(Filter::equals("name", DUAL_WRITE_TEAM)).await?)
    {
        let teamid = tx.new_id();
        tx.insert(&Team { teamid, name: DUAL_WRITE_TEAM.into(), businessunitid: unit }).await?;
        let teammembershipid = tx.new_id();
        tx.insert(&TeamMembership { teammembershipid, teamid, systemuserid }).await?;
    }
    Ok(())
}

/// Gives a role that an older Sales made its privileges on tables that are new since. What it has
/// on the others is left as somebody may have set it.
async fn complete_role(tx: &mut Tx, (name, privileges): RoleSeed) -> Result<()> {
    let Some(role) = tx.find::<Role>(Filter::equals("name", name)).await? else { return Ok(()) };
    let granted = Query::of(RolePrivilege::NAME).filter(Filter::equals("roleid", role.roleid));
    let granted: Vec<RolePrivilege> = tx.list(granted).await?;
    let known = |table: &str| granted.iter().any(|granted| granted.tablename == table);
    for (table, verbs, depth) in privileges.iter().filter(|(table, ..)| !known(table)) {
        for privilege in *verbs {
            let row = RolePrivilege {
                roleprivilegeid: tx.new_id(),
                roleid: role.roleid,
                tablename: (*table).into(),
                privilege: (*privilege).into(),
                depth: *depth,
            };
            tx.insert(&row).await?;
        }
    }
    Ok(())
}

/// Makes the user with its role; answers its id where it is new.
async fn make_user(tx: &mut Tx, businessunitid: Uuid, user: &User) -> Result<Option<Uuid>> {
    let known = match user.email {
        Some(email) => Filter::equals("internalemailaddress", email),
        None => Filter::equals("applicationid", user.application),
    };
    if tx.find::<SystemUser>(known).await?.is_some() {
        return Ok(None);
    }
    let systemuserid = tx.new_id();
    tx.insert(&SystemUser {
        systemuserid,
        fullname: user.name.into(),
        internalemailaddress: user.email.map(str::to_owned),
        applicationid: user.application.map(str::to_owned),
        credential: user.credential.clone(),
        businessunitid,
        isdisabled: false,
    })
    .await?;
    let (role, privileges) = user.role;
    Role::grant(tx, role, privileges, &Reference::new("systemuser", systemuserid)).await?;
    Ok(Some(systemuserid))
}

async fn business_unit(tx: &mut Tx) -> Result<Uuid> {
    if let Some(unit) = tx.find::<BusinessUnit>(Filter::equals("name", BUSINESS_UNIT)).await? {
        return Ok(unit.businessunitid);
    }
    let unit =
        BusinessUnit { businessunitid: tx.new_id(), name: BUSINESS_UNIT.into(), parentbusinessunitid: None };
    tx.insert(&unit).await?;
    Ok(unit.businessunitid)
}
