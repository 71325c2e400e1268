//! What a new Sales begins with. Done again, nothing changes.

use tables::security::DepthOption::{BusinessUnit as Unit, Organization, User as Own};
use tables::security::{ANY_TABLE, BusinessUnit, Role, RoleSeed, Team, TeamMembership, UserSeed};
use tables::{Context, Filter, Privilege, Result, Store, Tx};

use crate::currencies::TransactionCurrency;
use crate::{DUAL_WRITE, DUAL_WRITE_SETUP};
use Privilege::{Assign, Create, Delete, Read, Write};

/// The business unit of the default company, and the team that owns what dual-write brings.
const BUSINESS_UNIT: &str = "usmf";
const DUAL_WRITE_TEAM: &str = "usmf DW";

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
        ("annotation", &[Delete], Own),
        ("opportunityclose", WORK, Unit),
        ("task", WORK, Unit),
        ("task", &[Delete], Own),
        ("phonecall", WORK, Unit),
        ("phonecall", &[Delete], Own),
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

/// What packages add, repair and verify: columns, keys and views, and whether rows hold data in them.
const SETUP: RoleSeed = (
    "Dual-write setup",
    &[
        (tables::store::CUSTOMIZATION, &[Create, Delete], Organization),
        ("savedquery", &[Create, Read, Write, Delete], Organization),
        ("lead", &[Read, Delete], Organization),
        ("opportunity", &[Read], Organization),
        ("account", &[Read], Organization),
        ("contact", &[Read], Organization),
        ("annotation", &[Read, Delete], Organization),
        ("transactioncurrency", &[Create, Read], Organization),
        ("systemuser", &[Read], Organization),
        ("team", &[Create, Read], Organization),
        ("businessunit", &[Read], Organization),
    ],
);

/// The roles that people may have here: key and role.
pub const ROLES: [(&str, RoleSeed); 3] =
    [("administrator", ADMINISTRATOR), ("salesperson", SALESPERSON), ("sales-manager", SALES_MANAGER)];

/// Business unit, the team and application user of dual-write, roles, currency, views.
///
/// # Errors
/// As any write.
pub async fn company(store: &Store) -> Result<()> {
    store.write(Context::system(), (), |tx, ()| Box::pin(make_company(tx))).await
}

/// People and the application user of the demo. Their passwords are the directory's, not Sales'.
///
/// # Errors
/// As any write.
pub async fn demo(store: &Store) -> Result<()> {
    for (user, role) in [
        (UserSeed::person("Alex Admin", "admin@tandem.test"), ADMINISTRATOR),
        (UserSeed::person("Sam Seller", "seller@tandem.test"), SALESPERSON),
        (UserSeed::person("Sasha Seller", "seller2@tandem.test"), SALESPERSON),
        (UserSeed::person("Sandra Manager", "salesmanager@tandem.test"), SALES_MANAGER),
        (UserSeed::application("# Demo", "demo-app"), ADMINISTRATOR),
    ] {
        add_person(store, user, vec![role]).await?;
    }
    Ok(())
}

/// Lets somebody in with these roles; one who is known gets what is missing.
///
/// # Errors
/// As any write.
pub async fn add_person(store: &Store, person: UserSeed, roles: Vec<RoleSeed>) -> Result<()> {
    let add = store.write(Context::system(), (person, roles), |tx, (person, roles)| {
        Box::pin(async move { person.make_with_roles(tx, BUSINESS_UNIT, roles).await.map(|_| ()) })
    });
    add.await
}

async fn make_company(tx: &mut Tx) -> Result<()> {
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
    crate::views::seed(tx).await?;
    for role in [ADMINISTRATOR, SALESPERSON, SALES_MANAGER] {
        Role::seed(tx, role).await?;
    }
    let dual_write = UserSeed::application("# Dual-write", DUAL_WRITE);
    let (systemuserid, _) = dual_write.make_with_roles(tx, BUSINESS_UNIT, &[INTEGRATION]).await?;
    let setup = UserSeed::application("# Dual-write setup", DUAL_WRITE_SETUP);
    setup.make_with_roles(tx, BUSINESS_UNIT, &[SETUP]).await?;
    if tx.find::<Team>(Filter::equals("name", DUAL_WRITE_TEAM)).await?.is_none() {
        let (teamid, businessunitid) = (tx.new_id(), BusinessUnit::named(tx, BUSINESS_UNIT).await?);
        tx.insert(&Team { teamid, name: DUAL_WRITE_TEAM.into(), businessunitid }).await?;
        let teammembershipid = tx.new_id();
        tx.insert(&TeamMembership { teammembershipid, teamid, systemuserid }).await?;
    }
    Ok(())
}
