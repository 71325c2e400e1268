//! A Sales without the package `commerce`, and one that was made before there were packages.

use axum::http::StatusCode;
use platform::Environment;
use sales::leads::{Lead, LeadState};
use sales::opportunities::{Opportunity, OpportunityState};
use shell::testing::Browser;
use tables::testing::places;
use tables::{Catalog, Change, Context, Error, KeyDefinition, Table, TableDefinition, Value};

use crate::closing::close;
use crate::office::{Office, everything, offices_with, values, with_partner_columns};

const TABLES: [&str; 4] = ["lead", "opportunity", "account", "contact"];

#[tokio::test]
async fn leads_are_sold_without_a_prospect_in_sight() {
    for office in offices_with(async |_| {}).await {
        let (now, _) = office.store.catalog_now();
        for table in TABLES {
            let table = now.table(table).unwrap();
            assert!(!table.columns.iter().any(|column| column.name.starts_with("tandem_")), "{}", table.name);
        }
        let seller = office.seller().await;
        let lead = values([
            ("subject", "Chairs".into()),
            ("lastname", "Nowak".into()),
            ("companyname", "Larkspur Kitchens LLC".into()),
        ]);
        let lead = office.make(&seller, "lead", lead).await;
        let given = values([("tandem_b2bprospectid", "BP-000001".into())]);
        let refused = office.set(&seller, "lead", lead, given).await.unwrap_err();
        assert!(matches!(refused, Error::UnknownColumn { .. }), "{refused}");
        let made = office.qualify_with(&seller, everything(lead)).await.unwrap();
        let opportunity = made.opportunity.unwrap();
        close(&office, opportunity, true, 3).await.unwrap();
        let opportunity: Opportunity = office.read(opportunity).await;
        assert_eq!((opportunity.statecode, opportunity.tandem_partnerstatus), (OpportunityState::Won, None));
        assert_eq!(office.read::<Lead>(lead).await.statecode, LeadState::Qualified);

        let (_folder, door) = shell::testing::office(&["seller@tandem.test"]).await;
        let router = sales::pages::router(&door, office.store.clone(), None);
        let browser = Browser::signed_in(&router, &door, "seller@tandem.test").await;
        for path in [
            "/sales/leads?q=Nowak",
            "/sales/opportunities?q=Chairs",
            "/sales/accounts?q=Larkspur",
            "/sales/contacts?q=Nowak",
            "/sales/search?q=Nowak",
            "/sales/leads/new",
            &format!("/sales/leads/{lead}"),
            &format!("/sales/opportunities/{}", opportunity.opportunityid),
            &format!("/sales/accounts/{}", made.account.unwrap()),
            &format!("/sales/contacts/{}", made.contact.unwrap()),
        ] {
            let page = browser.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.text);
            assert!(!page.text.contains("tandem_") && !page.text.contains("Commerce B2B"), "{path}");
        }
        let kept = "/sales/leads?f.tandem_b2bprospectid=x&sort=tandem_partnerstatus";
        assert_eq!(browser.get(kept).await.status, StatusCode::OK, "an address from when it was there");
        // With the package, what was sold before goes on as it was.
        with_partner_columns(&office.store).await;
        let list = browser.get("/sales/leads").await.text;
        assert!(list.contains("All Commerce B2B leads") && list.contains("tandem_b2bprospectid"), "{list}");
        assert_eq!(office.read::<Lead>(lead).await.tandem_b2bprospectid, None);
    }
}

/// The catalog as it was when prospect and verdict were declared.
fn declared_catalog() -> Catalog {
    let now = web_api::with_authority(sales::catalog());
    let mut before = Catalog::new();
    for table in now.tables() {
        let added = now.added(&table.name).cloned().unwrap_or_default();
        let own = table.columns.iter().filter(|column| !table.is_system(&column.name)).cloned();
        let own = own.chain(added.columns).collect();
        let mut definition =
            TableDefinition::new(&table.name, &table.set, table.ownership, table.naming, own);
        definition.primary_name.clone_from(&table.primary_name);
        definition.keys.clone_from(&table.keys);
        let keys = added.keys.into_iter().map(|key| KeyDefinition::new("by_prospect", key.columns));
        definition.keys.extend(keys);
        definition.indexes.clone_from(&table.indexes);
        definition.bookkeeping = table.bookkeeping;
        definition.person.clone_from(&table.person);
        before = before.with_definition(definition);
    }
    before
}

#[tokio::test]
async fn what_was_declared_once_is_kept_as_if_the_package_had_added_it() {
    for place in places() {
        let environment = || Environment::frozen("2026-11-20T09:30:00Z".parse().unwrap(), 3);
        let store = place.open("sales", declared_catalog(), environment()).await;
        sales::seed::company(&store).await.unwrap();
        let lead = values([
            ("subject", "Partner".into()),
            ("tandem_b2bprospectid", "BP-000001".into()),
            ("tandem_partnerstatus", Value::Choice(2)),
        ]);
        let change = Change::create("lead", lead.clone());
        let make = async |store: &tables::Store, change: Change| -> Result<_, Error> {
            store
                .write(Context::system(), change, |tx, change| {
                    Box::pin(async move { tx.write_one(change.clone()).await.map(|written| written.id) })
                })
                .await
        };
        let id = make(&store, change).await.unwrap();
        drop(store);
        for _ in 0..2 {
            let store = place.open("sales", web_api::with_authority(sales::catalog()), environment()).await;
            let (now, _) = store.catalog_now();
            for table in TABLES {
                let table = now.table(table).unwrap();
                assert!(table.column("tandem_b2bprospectid").unwrap().custom, "{}", table.name);
                let key = table.keys.iter().find(|key| key.name == "tandem_b2bprospect").unwrap();
                assert!(key.custom && !table.keys.iter().any(|key| key.name == "by_prospect"));
            }
            let office = Office::of(store);
            let kept: Lead = office.read(id).await;
            assert_eq!(kept.tandem_b2bprospectid.as_deref(), Some("BP-000001"));
            assert_eq!(kept.tandem_partnerstatus, Some(sales::leads::PartnerStatus::Approved));
            let twin = make(&office.store, Change::create(Lead::NAME, lead.clone())).await.unwrap_err();
            assert!(
                matches!(twin, Error::DuplicateKey { ref key, .. } if key == "tandem_b2bprospect"),
                "{twin}"
            );
        }
    }
}
