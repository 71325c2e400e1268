//! What a new headquarters begins with. Done again, nothing changes.

use tables::security::{ANY_TABLE, Role, RoleSeed, SystemUser, UserSeed};
use tables::{Context, Error, Filter, Principal, Privilege, Result, Store, Tx};

use crate::legal_entities::{COMPANY_DEFAULT, LegalEntity};
use crate::{change_log, customer_groups, features, mail, number_sequences, payment_terms};

/// Client id of the application user that dual-write works as.
pub const DUAL_WRITE: &str = "dual-write";
/// Client id of the application user by which dual-write sets itself up.
const DUAL_WRITE_SETUP: &str = "dual-write-setup";
/// Password of everybody in the demo.
const DEMO_PASSWORD: &str = "tandem-demo";
/// Client id of the demo's application user.
const DEMO_APPLICATION: &str = "demo-app";
/// Its secret.
const DEMO_SECRET: &str = "demo-secret";

/// Code, name, currency and sender of mail.
const COMPANIES: [(&str, &str, &str, &str); 2] = [
    (COMPANY_DEFAULT, "Alder & Finch Wholesale", "USD", "partners@alder-finch.test"),
    ("demf", "Alder & Finch Großhandel", "EUR", "partner@alder-finch.test"),
];

use Privilege::{Create, Delete, Read, Write};
use tables::security::DepthOption::Organization;

const ADMINISTRATOR: RoleSeed = ("System administrator", &[(ANY_TABLE, &Privilege::ALL, Organization)]);
const OPERATIONS_MANAGER: RoleSeed = (
    "Retail operations manager",
    &[
        ("legalentity", &[Read], Organization),
        ("prospect", &[Create, Read, Write], Organization),
        ("customer", &[Create, Read, Write], Organization),
        ("customergroup", &[Create, Read, Write], Organization),
        ("paymentterm", &[Read], Organization),
        ("contactperson", &[Create, Read, Write], Organization),
        ("customerhierarchy", &[Create, Read, Write], Organization),
        ("customerhierarchymember", &[Create, Read, Write], Organization),
        ("onboardingrequest", &[Read, Write], Organization),
        ("emailmessage", &[Create, Read], Organization),
        ("emailtemplate", &[Create, Read, Write], Organization),
        ("batchjob", &[Read, Write], Organization),
        ("batchjobhistory", &[Read], Organization),
        ("batchjobhistoryrow", &[Read], Organization),
        ("feature", &[Read], Organization),
        ("numbersequence", &[Read], Organization),
    ],
);
const CREDIT_MANAGER: RoleSeed = (
    "Credit manager",
    &[
        ("legalentity", &[Read], Organization),
        ("prospect", &[Read], Organization),
        ("customer", &[Read, Write], Organization),
        ("customergroup", &[Read, Write], Organization),
        ("paymentterm", &[Create, Read, Write], Organization),
        ("contactperson", &[Read], Organization),
        ("customerhierarchy", &[Read], Organization),
        ("customerhierarchymember", &[Read], Organization),
    ],
);
/// Deciding a prospect is a change of it; all that a decision writes beyond is the verb's own right.
const INTEGRATION: RoleSeed = (
    "Dual-write",
    &[
        ("changelog", &[Read], Organization),
        ("legalentity", &[Read], Organization),
        ("prospect", &[Create, Read, Write], Organization),
        ("customer", &[Create, Read, Write], Organization),
        ("customergroup", &[Read], Organization),
        ("paymentterm", &[Read], Organization),
        ("contactperson", &[Create, Read, Write], Organization),
    ],
);

/// What the installation of a package looks at and repairs, and what its verification cleans up.
const SETUP: RoleSeed = (
    "Dual-write setup",
    &[
        ("legalentity", &[Read], Organization),
        ("prospect", &[Read, Write, Delete], Organization),
        ("customer", &[Read], Organization),
        ("onboardingrequest", &[Read, Delete], Organization),
        ("emailmessage", &[Read, Delete], Organization),
        ("emailtemplate", &[Read], Organization),
        ("batchjob", &[Read, Write], Organization),
        ("batchjobhistory", &[Read], Organization),
        ("systemuser", &[Read], Organization),
    ],
);

/// The roles that people may have here: key and role.
pub const ROLES: [(&str, RoleSeed); 3] = [
    ("administrator", ADMINISTRATOR),
    ("operations-manager", OPERATIONS_MANAGER),
    ("credit-manager", CREDIT_MANAGER),
];
/// The one business unit of headquarters: its tables are the organization's, not units'.
const BUSINESS_UNIT: &str = "Headquarters";

/// Companies, number sequences, roles and the application user of dual-write.
///
/// # Errors
/// As any write.
pub async fn company(store: &Store) -> Result<()> {
    store.write::<_, _, Error>(Context::system(), (), |tx, ()| Box::pin(make_company(tx))).await?;
    change_log::keep_for_dual_write(store).await
}

/// People and the application user of the demo.
///
/// # Errors
/// As any write.
pub async fn demo(store: &Store) -> Result<()> {
    let known = Filter::equals("internalemailaddress", "admin@tandem.test");
    if store.read(&Principal::system()).await?.find::<SystemUser>(known).await?.is_some() {
        return Ok(());
    }
    // Hashing takes long on purpose: not within a transaction, and not at every start.
    let random = &store.environment().randomness;
    let hash = |secret| platform::credentials::hash(secret, random.bytes()).map_err(Error::internal);
    let application = UserSeed::application("# Demo", DEMO_APPLICATION).with_credential(hash(DEMO_SECRET)?);
    add_person(store, application, vec![ADMINISTRATOR]).await?;
    for (name, email, roles) in [
        ("Morgan Manager", "manager@tandem.test", vec![OPERATIONS_MANAGER]),
        ("Casey Credit", "credit@tandem.test", vec![CREDIT_MANAGER]),
        // The directory knows everybody of the back office; these have nothing to do here.
        ("Sam Seller", "seller@tandem.test", Vec::new()),
        ("Sasha Seller", "seller2@tandem.test", Vec::new()),
        ("Sandra Manager", "salesmanager@tandem.test", Vec::new()),
        ("Ira Integrator", "integration@tandem.test", Vec::new()),
        // The last one: where this one is, all are.
        ("Alex Admin", "admin@tandem.test", vec![ADMINISTRATOR]),
    ] {
        let person = UserSeed::person(name, email).with_credential(hash(DEMO_PASSWORD)?);
        add_person(store, person, roles).await?;
    }
    Ok(())
}

/// Whether this headquarters was made for the demo: its people have a well-known password.
///
/// # Errors
/// As any read.
pub async fn is_of_demo(store: &Store) -> Result<bool> {
    let application = Filter::equals("applicationid", DEMO_APPLICATION);
    Ok(store.read(&Principal::system()).await?.find::<SystemUser>(application).await?.is_some())
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
    for (code, name, currency, sender) in COMPANIES {
        if tx.find::<LegalEntity>(Filter::equals("LegalEntityId", code)).await?.is_none() {
            let entity = LegalEntity {
                external_row_id: tx.new_id(),
                legal_entity_id: code.into(),
                name: name.into(),
                currency_code: currency.into(),
                is_default: code == COMPANY_DEFAULT,
                sender_email: sender.into(),
            };
            tx.insert(&entity).await?;
        }
        // Each looks for itself: a later version may need more than an older one made.
        number_sequences::seed(tx, code).await?;
        customer_groups::seed(tx, code).await?;
        payment_terms::seed(tx, code).await?;
    }
    features::seed(tx).await?;
    mail::seed(tx).await?;
    for (_, role) in ROLES {
        Role::seed(tx, role).await?;
    }
    let dual_write = UserSeed::application("# Dual-write", DUAL_WRITE);
    dual_write.make_with_roles(tx, BUSINESS_UNIT, &[INTEGRATION]).await?;
    let setup = UserSeed::application("# Dual-write setup", DUAL_WRITE_SETUP);
    setup.make_with_roles(tx, BUSINESS_UNIT, &[SETUP]).await?;
    Ok(())
}
