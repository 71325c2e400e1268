//! Headquarters with its jobs beside a channel database, on every kind of database.

use std::sync::Arc;

use channel::customers::{PasswordToken, SignIn, find_by_email};
use jobs::{Jobs, Mode, Summary};
use platform::Environment;
use tables::uuid::Uuid;
use tables::{Change, Principal, Query, Store};
use tempfile::TempDir;

use crate::JobSettings;
use crate::mail::{EmailMessage, Transport};
use crate::testing::{ask, each_location, each_store_in};

/// Runs until a change must have come through.
pub const RUNS_MAX: usize = 30;

/// Headquarters, its jobs, and the channel that they publish to.
pub struct Office {
    _folders: [TempDir; 2],
    pub store: Store,
    pub channel: Store,
    pub jobs: Arc<Jobs>,
}

pub async fn offices() -> Vec<Office> {
    offices_in(Environment::system()).await
}

pub async fn offices_in(environment: Environment) -> Vec<Office> {
    let mut offices = Vec::new();
    let stores = each_store_in(&environment).await;
    for ((folder, store), (other, place)) in stores.into_iter().zip(each_location("channel")) {
        let channel = Store::open(channel::catalog(), &place, Environment::system()).await.unwrap();
        let jobs = start(&store, &channel).await;
        offices.push(Office { _folders: [folder, other], store, channel, jobs });
    }
    offices
}

pub async fn start(store: &Store, channel: &Store) -> Arc<Jobs> {
    let settings =
        JobSettings { store_origin: "https://store.example".into(), transport: Transport::Captured };
    let jobs = crate::jobs(store, channel, &settings);
    Jobs::open(store.clone(), Mode::Manual, jobs, Vec::new()).await.unwrap()
}

impl Office {
    pub async fn publish(&self) -> Summary {
        let summary = self.jobs.run_now("1010").await.unwrap();
        assert_eq!(summary.error, None);
        summary
    }

    /// Publishes until so much was done. On PostgreSQL a transaction of another test may hold the
    /// change log back for a while.
    pub async fn publish_expecting(&self, succeeded: i64, failed: i64) {
        let mut counts = (0, 0);
        for _ in 0..RUNS_MAX {
            let summary = self.publish().await;
            counts = (counts.0 + summary.succeeded, counts.1 + summary.failed);
            if counts.0 >= succeeded && counts.1 >= failed {
                break;
            }
        }
        assert_eq!(counts, (succeeded, failed));
    }

    pub async fn sign_in(&self, email: &str) -> Option<SignIn> {
        let mut reader = self.channel.read(&Principal::system()).await.unwrap();
        find_by_email(&mut reader, "usmf", email).await.unwrap()
    }

    pub async fn published(&self) -> usize {
        let mut reader = self.channel.read(&Principal::system()).await.unwrap();
        reader.page(&Query::of("customer")).await.unwrap().rows.len()
    }

    pub async fn set(&self, table: &str, id: Uuid, column: &str, value: impl Into<tables::Value>) {
        let change = Change::update(table, id, vec![(column.into(), value.into())]).by_code();
        ask(&self.store, change).await.unwrap();
    }
}

pub fn token(message: &EmailMessage) -> PasswordToken {
    let (_, after) = message.text_body.split_once("https://store.example/set-password/").unwrap();
    PasswordToken::parse(after.split_whitespace().next().unwrap()).unwrap()
}
