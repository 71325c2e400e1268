//! The B2B store: its pages, and the JSON API for stores that have their own front end. It writes the
//! channel database only; headquarters and Sales are out of its sight.
#![warn(missing_docs)]

mod account;
pub mod countries;
pub mod onboarding;
mod pages;
mod problem;
mod rate_limit;
mod terms;
mod users;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::post;
use shell::passwords::Passwords;
use shell::sessions::{Cookie, Session};
use tables::{Catalog, Store};

use rate_limit::RateLimit;
pub use terms::{TERMS_BYTES_MAX, Terms, TermsError};

/// Largest body that the store reads, in bytes: a full request is under 10 kB.
pub const BODY_BYTES_MAX: usize = 64 * 1024;

/// Links that open nothing which one sender may try per minute. Right ones are not counted: who has
/// a link may look as often as they like.
const WRONG_LINKS_PER_MINUTE: u32 = 30;

/// What a store is told when it starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Where the store is reached from outside, without a slash at the end: links begin with it.
    pub origin: String,
    /// The store's name, as customers know it.
    pub name: String,
    /// The company that the store sells for: its customers sign in.
    pub company: String,
    /// What senders of requests agree to. Nothing: the terms that come with the program.
    pub terms: Option<Terms>,
    /// Onboarding requests that one sender may make per minute.
    pub onboarding_requests_per_minute: u32,
    /// How often one sender, and one account, may try to sign in per minute.
    pub sign_ins_per_minute: u32,
}

/// The tables of the channel database, with who is signed in to the store.
#[must_use]
pub fn catalog() -> Catalog {
    channel::catalog().with::<Session>()
}

/// What every handler may use.
#[derive(Clone)]
pub(crate) struct Shop {
    pub store: Store,
    pub settings: Arc<Settings>,
    pub cookie: Arc<Cookie>,
    pub passwords: Arc<Passwords>,
    pub onboarding_limit: Arc<RateLimit>,
    pub wrong_link_limit: Arc<RateLimit>,
    pub sign_in_limit: Arc<platform::RateLimit>,
}

/// The store's pages and API. Paths are whole (`/api/v1/…`, `/requests/…`): mount it at the root.
/// With `ConnectInfo<SocketAddr>` senders are told apart; without it they share one limit.
pub fn router(channel_store: Store, settings: Settings) -> Router {
    let environment = channel_store.environment().clone();
    let onboarding_limit = RateLimit::new(settings.onboarding_requests_per_minute, environment.clock.clone());
    let wrong_link_limit = RateLimit::new(WRONG_LINKS_PER_MINUTE, environment.clock);
    let sign_in_limit =
        platform::RateLimit::new(settings.sign_ins_per_minute, environment.randomness.bytes());
    let shop = Shop {
        store: channel_store,
        cookie: Arc::new(Cookie::new("tandem_store", &settings.origin)),
        passwords: Arc::new(Passwords::new(environment.randomness)),
        settings: Arc::new(settings),
        onboarding_limit: Arc::new(onboarding_limit),
        wrong_link_limit: Arc::new(wrong_link_limit),
        sign_in_limit: Arc::new(sign_in_limit),
    };
    Router::new()
        .route("/api/v1/onboarding-requests", post(onboarding::api::handle))
        .merge(pages::router(&shop))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .with_state(shop)
}
