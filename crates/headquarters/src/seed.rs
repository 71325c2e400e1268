//! What a new headquarters begins with. Done again, nothing changes.

use tables::security::{BusinessUnit, Role, SystemUser};
use tables::uuid::Uuid;
use tables::{Context, Error, Filter, Privilege, Reference, Result, Store, Tx};

use crate::legal_entities::{COMPANY_DEFAULT, LegalEntity};
use crate::number_sequences::{NumberSequence, Sequence};
use crate::{change_log, customer_groups, mail, payment_terms};

/// Client id of the application user that dual-write works as.
pub const DUAL_WRITE: &str = "dual-write";
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

use Privilege::{Create, Read, Write};
use tables::security::DepthOption::Organization;

/// Privileges of a role: table, verbs, depth.
type Privileges = &'static [(&'static str, &'static [Privilege], tables::security::DepthOption)];

const ADMINISTRATOR: (&str, Privileges) =
    ("System administrator", &[(tables::security::ANY_TABLE, &Privilege::ALL, Organization)]);
const OPERATIONS_MANAGER: (&str, Privileges) = (
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
        ("emailmessage", &[Read], Organization),
        ("emailtemplate", &[Create, Read, Write], Organization),
        ("batchjob", &[Read, Write], Organization),
        ("batchjobhistory", &[Read], Organization),
    ],
);
const CREDIT_MANAGER: (&str, Privileges) = (
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
const INTEGRATION: (&str, Privileges) = (
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

/// Companies, number sequences and the application user of dual-write.
///
/// # Errors
/// As any write.
pub async fn company(store: &Store) -> Result<()> {
    store.write(Context::system(), (), |tx, ()| Box::pin(make_company(tx))).await?;
    change_log::keep_for_dual_write(store).await
}

/// People and the application user of the demo.
///
/// # Errors
/// As any write.
pub async fn demo(store: &Store) -> Result<()> {
    // Hashing takes long on purpose: not within a transaction.
    let random = &store.environment().randomness;
    let hash = |secret| platform::credentials::hash(secret, random.bytes()).map_err(Error::internal);
    let mut holders = Vec::new();
    for (name, email, role) in [
        ("Alex Admin", "admin@tandem.test", Some(ADMINISTRATOR)),
        ("Morgan Manager", "manager@tandem.test", Some(OPERATIONS_MANAGER)),
        ("Casey Credit", "credit@tandem.test", Some(CREDIT_MANAGER)),
        // The directory knows everybody of the back office; these have nothing to do here.
        ("Sam Seller", "seller@tandem.test", None),
        ("Sasha Seller", "seller2@tandem.test", None),
        ("Sandra Manager", "salesmanager@tandem.test", None),
        ("Ira Integrator", "integration@tandem.test", None),
    ] {
        let (email, credential) = (Some(email), Some(hash(DEMO_PASSWORD)?));
        holders.push(Holder { name, email, application: None, credential, role });
    }
    let (application, credential) = (Some(DEMO_APPLICATION), Some(hash(DEMO_SECRET)?));
    holders.push(Holder { name: "# Demo", email: None, application, credential, role: Some(ADMINISTRATOR) });
    store.write(Context::system(), holders, |tx, holders| Box::pin(make_users(tx, holders))).await
}

struct Holder {
    name: &'static str,
    email: Option<&'static str>,
    application: Option<&'static str>,
    credential: Option<String>,
    role: Option<(&'static str, Privileges)>,
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
        make_sequences(tx, code).await?;
        customer_groups::seed(tx, code).await?;
        payment_terms::seed(tx, code).await?;
    }
    mail::seed(tx).await?;
    let (name, application) = ("# Dual-write", Some(DUAL_WRITE));
    let dual_write = Holder { name, email: None, application, credential: None, role: Some(INTEGRATION) };
    make_users(tx, &vec![dual_write]).await
}

async fn make_sequences(tx: &mut Tx, company: &str) -> Result<()> {
    for sequence in Sequence::ALL {
        let of_key =
            Filter::equals("dataAreaId", company).and(Filter::equals("NumberSequenceCode", sequence.code()));
        if tx.find::<NumberSequence>(of_key).await?.is_some() {
            continue;
        }
        let row = NumberSequence {
            external_row_id: tx.new_id(),
            data_area_id: company.into(),
            number_sequence_code: sequence.code().into(),
            format: sequence.format().into(),
            next: 1,
        };
        tx.insert(&row).await?;
    }
    Ok(())
}

async fn make_users(tx: &mut Tx, holders: &Vec<Holder>) -> Result<()> {
    let businessunitid = business_unit(tx).await?;
    for holder in holders {
        let known = match (holder.email, holder.application) {
            (Some(email), _) => Filter::equals("internalemailaddress", email),
            (None, application) => Filter::equals("applicationid", application),
        };
        if tx.find::<SystemUser>(known).await?.is_some() {
            continue;
        }
        let systemuserid = tx.new_id();
        tx.insert(&SystemUser {
            systemuserid,
            fullname: holder.name.into(),
            internalemailaddress: holder.email.map(str::to_owned),
            applicationid: holder.application.map(str::to_owned),
            credential: holder.credential.clone(),
            businessunitid,
            isdisabled: false,
        })
        .await?;
        if let Some((role, privileges)) = holder.role {
            Role::grant(tx, role, privileges, &Reference::new("systemuser", systemuserid)).await?;
        }
    }
    Ok(())
}

/// The one business unit of headquarters: its tables are the organization's, not units'.
async fn business_unit(tx: &mut Tx) -> Result<Uuid> {
    const NAME: &str = "Headquarters";
    if let Some(unit) = tx.find::<BusinessUnit>(Filter::equals("name", NAME)).await? {
        return Ok(unit.businessunitid);
    }
    let unit = BusinessUnit { businessunitid: tx.new_id(), name: NAME.into(), parentbusinessunitid: None };
    tx.insert(&unit).await?;
    Ok(unit.businessunitid)
}
