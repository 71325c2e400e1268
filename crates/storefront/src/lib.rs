//! The B2B store. It writes the channel database only; headquarters and Sales are out of its sight.
#![warn(missing_docs)]

pub mod countries;
pub mod onboarding;
mod problem;
mod rate_limit;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use tables::Store;

use rate_limit::RateLimit;

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
    /// Onboarding requests that one sender may make per minute.
    pub onboarding_requests_per_minute: u32,
}

/// What every handler may use.
#[derive(Clone)]
pub(crate) struct Shop {
    pub store: Store,
    pub settings: Arc<Settings>,
    pub onboarding_limit: Arc<RateLimit>,
    pub wrong_link_limit: Arc<RateLimit>,
}

/// The store's pages and API. Paths are whole (`/api/v1/…`, `/requests/…`): mount it at the root.
/// With `ConnectInfo<SocketAddr>` senders are told apart; without it they share one limit.
pub fn router(channel_store: Store, settings: Settings) -> Router {
    let clock = channel_store.environment().clock.clone();
    let onboarding_limit = RateLimit::new(settings.onboarding_requests_per_minute, clock.clone());
    let wrong_link_limit = RateLimit::new(WRONG_LINKS_PER_MINUTE, clock);
    let shop = Shop {
        store: channel_store,
        settings: Arc::new(settings),
        onboarding_limit: Arc::new(onboarding_limit),
        wrong_link_limit: Arc::new(wrong_link_limit),
    };
    Router::new()
        .route("/api/v1/onboarding-requests", post(onboarding::submit::handle))
        .route("/requests/{token}", get(onboarding::status::handle))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .with_state(shop)
}
