//! A back office with the demo's people, for the tests of pages.

use std::sync::Arc;

use jobs::{Jobs, Mode};
use platform::Environment;
use shell::office::Office;
use shell::testing::Browser;
use tables::uuid::Uuid;
use tables::{Context, Store};
use tempfile::TempDir;

use crate::JobSettings;
use crate::channel_requests::{p_0001, synchronize};
use crate::mail::Transport;
use crate::readiness::Surroundings;
use crate::testing::{each_location, each_store};

/// Headquarters with its pages, jobs that run only when told, and a channel database.
pub(crate) struct Desks {
    _folders: [TempDir; 2],
    pub store: Store,
    pub channel: Store,
    pub jobs: Arc<Jobs>,
    office: Arc<Office>,
    router: axum::Router,
    around: Surroundings,
}

/// One on every kind of database.
pub(crate) async fn desks() -> Vec<Desks> {
    let mut desks = Vec::new();
    for ((folder, store), (other, place)) in each_store().await.into_iter().zip(each_location("channel")) {
        crate::seed::demo(&store).await.unwrap();
        let channel = Store::open(channel::catalog(), &place, Environment::system()).await.unwrap();
        let settings =
            JobSettings { store_origin: "https://store.example".into(), transport: Transport::Captured };
        let jobs = crate::jobs(&store, &channel, &settings);
        let jobs = Jobs::open(store.clone(), Mode::Manual, jobs, Vec::new()).await.unwrap();
        let office = Office::new(store.clone(), office_settings());
        let around = Surroundings {
            channel: channel.clone(),
            jobs: Arc::clone(&jobs),
            store_origin: settings.store_origin,
            sends_mail: false,
            sends_as_company: false,
            is_demo: true,
            connected: None,
        };
        let router = super::router(&office, store.clone(), around.clone(), None);
        desks.push(Desks { _folders: [folder, other], store, channel, jobs, office, router, around });
    }
    desks
}

fn office_settings() -> shell::office::Settings {
    shell::office::Settings {
        origin: "http://tandem.test".into(),
        sign_ins_per_minute: 1_000,
        store_path: Some("/".into()),
        queue_link_mail: Arc::new(|_, _| Box::pin(async { Ok(()) })),
    }
}

impl Desks {
    /// The browser of the person with this address.
    pub async fn browser(&self, email: &str) -> Browser {
        Browser::signed_in(&self.router, &self.office, email).await
    }

    /// What headquarters is surrounded by.
    pub fn around(&self) -> Surroundings {
        self.around.clone()
    }

    /// Its pages.
    pub fn router(&self) -> &axum::Router {
        &self.router
    }

    /// The operations manager's browser where people are real: the same desk, but no demo.
    pub async fn real_manager(&self) -> Browser {
        let around = Surroundings { is_demo: false, ..self.around() };
        let router = super::router(&self.office, self.store.clone(), around, None);
        Browser::signed_in(&router, &self.office, "manager@tandem.test").await
    }

    /// The browser of the operations manager.
    pub async fn manager(&self) -> Browser {
        self.browser("manager@tandem.test").await
    }

    /// A request in the store, from a company of this name; its reference.
    pub async fn submit(&self, company: &str) -> String {
        let name: String = company.chars().filter(char::is_ascii_alphanumeric).collect();
        let submission = channel::requests::Submission {
            request: channel::requests::Request {
                first_name: "Ola".into(),
                last_name: "Nowak".into(),
                email: format!("ola@{}.example", name.to_lowercase()),
                company_name: company.into(),
                street: "Długa 1".into(),
                city: "Kraków".into(),
                postal_code: Some("31-146".into()),
                country: "PL".into(),
                language: "pl-PL".into(),
                ..Default::default()
            },
            idempotency_key: None,
            terms_version: Some("0123456789ab".into()),
            store_name: "Alder & Finch Wholesale".into(),
            store_url: "https://store.example".into(),
        };
        let submitted = self.channel.write(Context::system(), submission, |tx, submission| {
            Box::pin(channel::requests::submit(tx, submission))
        });
        submitted.await.unwrap().reference
    }

    /// The same, as a prospect by now; its reference and the prospect's id.
    pub async fn prospect(&self, company: &str) -> (String, Uuid) {
        let reference = self.submit(company).await;
        self.jobs.run_now(p_0001::NAME).await.unwrap();
        self.jobs.run_now(synchronize::NAMES[0]).await.unwrap();
        let prospects: Vec<crate::prospects::Prospect> = crate::testing::all(&self.store).await;
        let of_request =
            |one: &&crate::prospects::Prospect| one.request_reference.as_ref() == Some(&reference);
        let id = prospects.iter().find(of_request).unwrap().external_row_id;
        (reference, id)
    }
}
