//! What the tests of several features share.

use platform::Environment;
use tables::security::SystemUser;
use tables::uuid::Uuid;
use tables::{Change, Context, Error, Filter, Location, Principal, Query, Result, Store, Table};
use tempfile::TempDir;

use crate::customers::{Customer, PartyType, ProspectRole};
use crate::prospects::approve::{Approve, TradeTerms, approve};
use crate::prospects::reject::{Reject, reject};
use crate::prospects::{
    Authorship, DecidedIn, DecisionError, Outcome, Prospect, ProspectStatus, RejectionReason, TYPE_B2B,
};
use crate::seed::DUAL_WRITE;

/// An open prospect.
pub fn prospect() -> Prospect {
    let text = |text: &str| Some(text.to_owned());
    Prospect {
        external_row_id: Uuid::from_u128(1),
        data_area_id: "usmf".into(),
        prospect_id: "PR-000001".into(),
        status: ProspectStatus::Open,
        type_id: text(TYPE_B2B),
        organization_name: "Nowak Trading".into(),
        person_first_name: text("Ola"),
        person_last_name: "Nowak".into(),
        primary_contact_email: "ola@nowak.example".into(),
        primary_contact_phone: None,
        job_title: text("Owner"),
        website: text("https://nowak.example"),
        tax_id: None,
        number_of_employees: Some(12),
        address_street: text("Długa 1"),
        address_city: text("Kraków"),
        address_state: None,
        address_postal_code: text("31-146"),
        address_country: text("PL"),
        possible_duplicate_of: None,
        comments: None,
        request_reference: None,
        language: text("pl-PL"),
        store_name: text("Alder & Finch Wholesale"),
        store_url: text("http://127.0.0.1:8420"),
        rejection_reason: None,
        rejection_comment: None,
        decided_by: None,
        decided_in: None,
        decided_at: None,
        decision_id: None,
        organization_customer_account: None,
        requestor_customer_account: None,
        customer_hierarchy_id: None,
    }
}

/// A customer of this kind that came from no prospect.
pub fn customer(kind: PartyType) -> Customer {
    let role = match kind {
        PartyType::Organization => ProspectRole::Organization,
        PartyType::Person => ProspectRole::Requestor,
    };
    Customer {
        customer_account: "C-000009".into(),
        b2b_prospect_id: None,
        b2b_prospect_role: None,
        ..Customer::from_prospect(&prospect(), role, Uuid::from_u128(9))
    }
}

/// An empty headquarters with its companies, on every kind of database. PostgreSQL is left out only
/// where nobody asked for it; under CI it has to be there.
pub async fn each_store() -> Vec<(TempDir, Store)> {
    each_store_in(&Environment::system()).await
}

/// The same with this clock, these faults.
pub async fn each_store_in(environment: &Environment) -> Vec<(TempDir, Store)> {
    let mut stores = Vec::new();
    for (folder, location) in each_location("headquarters") {
        let store = Store::open(crate::catalog(), &location, environment.clone()).await.unwrap();
        crate::seed::company(&store).await.unwrap();
        stores.push((folder, store));
    }
    stores
}

/// A fresh place for a database, on every kind of it.
pub fn each_location(name: &str) -> Vec<(TempDir, Location)> {
    let folder = TempDir::new().unwrap();
    let file = Location::Sqlite(folder.path().join(format!("{name}.db")));
    let mut locations = vec![(folder, file)];
    match std::env::var("TANDEM_TEST_POSTGRES") {
        Ok(url) => {
            let schema = format!("test_{}", Environment::system().ids.next().simple());
            locations.push((TempDir::new().unwrap(), Location::Postgres { url, schema }));
        }
        Err(_) => assert!(std::env::var("CI").as_deref() != Ok("true"), "set TANDEM_TEST_POSTGRES"),
    }
    locations
}

/// All rows of a table.
pub async fn all<T: Table>(store: &Store) -> Vec<T> {
    let query = Query::of(T::NAME).order_by("CreatedAt");
    store.read(&Principal::system()).await.unwrap().list(query).await.unwrap()
}

/// The prospect as it is now.
pub async fn prospect_now(store: &Store, id: Uuid) -> Prospect {
    store.read(&Principal::system()).await.unwrap().get(id).await.unwrap().unwrap()
}

/// One change asked for by a caller who may do everything.
pub async fn ask(store: &Store, change: Change) -> Result<Uuid> {
    store
        .write(Context::system(), change, |tx, change| {
            Box::pin(async move { Ok::<_, Error>(tx.write_one(change.clone()).await?.id) })
        })
        .await
}

/// A stored prospect, open, with a number from the sequence.
pub async fn open_prospect(store: &Store) -> Uuid {
    store
        .write(Context::system(), (), |tx, ()| {
            Box::pin(async move {
                let (external_row_id, prospect_id) = (tx.new_id(), String::new());
                let row = Prospect { external_row_id, prospect_id, ..prospect() };
                Ok::<_, Error>(tx.insert(&row).await?.id)
            })
        })
        .await
        .unwrap()
}

/// The seller who decides in Sales.
pub fn by_seller() -> Authorship {
    let decided_by = "seller@tandem.test".into();
    Authorship { decided_by, decided_in: DecidedIn::Sales, decision_id: Some("decision-1".into()) }
}

/// Approves as this principal, naming no customers.
pub async fn approve_as(context: Context, store: &Store, prospect: Uuid) -> Result<Outcome, DecisionError> {
    let command = Approve {
        prospect,
        by: by_seller(),
        organization_account: None,
        requestor_account: None,
        join_existing: false,
        join_existing_organization: false,
        terms: TradeTerms::default(),
    };
    store.write(context, command, |tx, command| Box::pin(approve(tx, command))).await
}

/// Rejects as this principal.
pub async fn reject_as(context: Context, store: &Store, prospect: Uuid) -> Result<Outcome, DecisionError> {
    let (reason, comment) = (RejectionReason::CreditRisk, Some("No.".to_owned()));
    let command = Reject { prospect, by: by_seller(), reason, comment };
    store.write(context, command, |tx, command| Box::pin(reject(tx, command))).await
}

/// The application user of dual-write.
pub async fn dual_write(store: &Store) -> Context {
    let mut reader = store.read(&Principal::system()).await.unwrap();
    let user = reader.find::<SystemUser>(Filter::equals("applicationid", DUAL_WRITE)).await.unwrap().unwrap();
    Context::of(reader.principal(user.systemuserid).await.unwrap().unwrap())
}
