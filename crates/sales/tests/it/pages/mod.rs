//! The pages as people use them.

mod leads;
mod opportunities;
mod others;
mod timelines;

use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use sales::accounts::Account;
use sales::activities::{ActivityState, Task};
use sales::contacts::Contact;
use sales::leads::{Lead, LeadReason, LeadState};
use sales::opportunities::{Opportunity, OpportunityReason, OpportunityState, SalesStage};
use shell::testing::Browser;
use shell::{Stand, Standing, Standings, State};
use tables::security::Team;
use tables::uuid::Uuid;
use tables::{Change, Context, Filter, Money, Principal, Reference, Value};
use tempfile::TempDir;

use crate::office::{Office, offices, values, view_id};

const PEOPLE: [&str; 3] = ["seller@tandem.test", "seller2@tandem.test", "salesmanager@tandem.test"];

/// The pages of a Sales, and its people.
struct House {
    office: Office,
    router: Router,
    door: Arc<shell::office::Office>,
    _folder: TempDir,
}

async fn houses() -> Vec<House> {
    houses_with(None).await
}

async fn houses_with(standings: Option<Arc<dyn Standings>>) -> Vec<House> {
    let mut houses = Vec::new();
    for office in offices().await {
        let (folder, door) = shell::testing::office(&PEOPLE).await;
        let router = sales::pages::router(&door, office.store.clone(), standings.clone());
        houses.push(House { office, router, door, _folder: folder });
    }
    houses
}

impl House {
    async fn browser(&self, email: &str) -> Browser {
        Browser::signed_in(&self.router, &self.door, email).await
    }

    async fn seller(&self) -> Browser {
        self.browser(PEOPLE[0]).await
    }

    /// A lead of a prospect, owned by the team as dual-write brings it.
    async fn synced_lead(&self) -> Uuid {
        let mut reader = self.office.store.read(&Principal::system()).await.unwrap();
        let team: Team = reader.find(Filter::equals("name", "usmf DW")).await.unwrap().unwrap();
        drop(reader);
        let lead = values([
            ("subject", "Partner".into()),
            ("firstname", "Maya".into()),
            ("lastname", "Okafor".into()),
            ("companyname", "Larkspur Kitchens LLC".into()),
            ("emailaddress1", "maya@larkspur.test".into()),
            ("tandem_b2bprospectid", "PR-000001".into()),
            ("ownerid", Reference::new("team", team.teamid).into()),
        ]);
        self.office.make(&self.office.user("dual-write").await, "lead", lead).await
    }

    /// A lead that the seller made.
    async fn own_lead(&self, last_name: &str) -> Uuid {
        let seller = self.office.seller().await;
        let lead = values([
            ("subject", "Chairs".into()),
            ("firstname", "Zoë".into()),
            ("lastname", last_name.into()),
            ("companyname", "Alpen Möbel GmbH".into()),
        ]);
        self.office.make(&seller, "lead", lead).await
    }

    /// An opportunity of the seller's, with its account.
    async fn opportunity(&self, name: &str, amount: i64) -> Uuid {
        let seller = self.office.seller().await;
        let account = self.office.make(&seller, "account", values([("name", "Bodega".into())])).await;
        let opportunity = values([
            ("name", name.into()),
            ("customerid", Reference::new("account", account).into()),
            ("estimatedvalue", Money::whole(amount).into()),
        ]);
        self.office.make(&seller, "opportunity", opportunity).await
    }
}

/// Every row's counterpart refused the last change.
struct Refusing;

impl Standings for Refusing {
    fn of<'a>(
        &'a self,
        _: &'static str,
        _: &'a str,
        ids: &'a [Uuid],
        _: shell::Language,
    ) -> Pin<Box<dyn Future<Output = tables::Result<Stand>> + Send + 'a>> {
        let failed = Standing {
            state: State::Failed,
            counterpart: None,
            at: None,
            cause: Some("The customer group B2B is missing.".into()),
            path: "/dual-write/parked/1".into(),
        };
        Box::pin(async move { Ok(ids.iter().map(|id| (*id, failed.clone())).collect()) })
    }
}

fn view(name: &str) -> String {
    let id = view_id(name);
    format!("/sales/leads?view={id}")
}
