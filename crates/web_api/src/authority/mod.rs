//! Who gives out bearer tokens and says which are good: one signing key per deployment, kept in
//! the store, shared by all services that trust this authority.

mod discovery;
mod signing_key;
mod token;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use tables::{Catalog, Context, Store};
use tokio::sync::Semaphore;

use crate::ApiError;
use platform::RateLimit;
use platform::credentials;
pub use signing_key::SigningKey;
use signing_key::{Keys, ensure};

/// Token requests per minute and client address when nothing else is said.
pub const TOKEN_REQUESTS_PER_MINUTE: u32 = 60;
/// How long a token is good.
pub const TOKEN_SECONDS: i64 = 3_600;
/// Most secrets hashed at the same time: each takes 19 MiB.
const HASHES_AT_ONCE: usize = 4;
/// Longest body of a token request.
const TOKEN_BODY_BYTES_MAX: usize = 16 * 1024;

/// Gives out tokens to the application users of one store, and checks them for all services.
pub struct Authority {
    store: Store,
    keys: Keys,
    /// Verified when there is no such client, so that the answer takes as long.
    dummy_hash: String,
    hashing: Semaphore,
    limit: RateLimit,
}

/// Adds the table of the signing key.
#[must_use]
pub fn with_authority(catalog: Catalog) -> Catalog {
    catalog.with::<SigningKey>()
}

impl Authority {
    /// The authority that keeps its signing key in `store`; the first time it makes one.
    ///
    /// # Errors
    /// As any write.
    pub async fn open(store: Store) -> tables::Result<Self> {
        Self::open_with_limit(store, TOKEN_REQUESTS_PER_MINUTE).await
    }

    /// The same with another limit of token requests per minute.
    ///
    /// # Errors
    /// As any write.
    pub async fn open_with_limit(store: Store, requests_per_minute: u32) -> tables::Result<Self> {
        let key = store.write(Context::system(), (), |tx, ()| Box::pin(ensure(tx))).await;
        let key = match key {
            // Another process was first: take its key.
            Err(tables::Error::DuplicateKey { .. }) => {
                store.write(Context::system(), (), |tx, ()| Box::pin(ensure(tx))).await?
            }
            key => key?,
        };
        let keys = Keys::of(&key)?;
        let random = &store.environment().randomness;
        let dummy_hash = credentials::hash("", random.bytes()).map_err(tables::Error::internal)?;
        let limit = RateLimit::new(requests_per_minute, random.bytes());
        Ok(Self { keys, dummy_hash, hashing: Semaphore::new(HASHES_AT_ONCE), limit, store })
    }

    /// `/oauth2/v2.0/token`, `/oauth2/keys`, `/.well-known/openid-configuration`.
    pub fn router(self: &Arc<Self>) -> Router {
        Router::new()
            .route(
                "/oauth2/v2.0/token",
                post(token::token).layer(DefaultBodyLimit::max(TOKEN_BODY_BYTES_MAX)),
            )
            .route("/oauth2/keys", get(discovery::keys))
            .route("/.well-known/openid-configuration", get(discovery::configuration))
            .with_state(Arc::clone(self))
    }

    /// The application that a bearer token was given to; `None` when the token is not good.
    pub(crate) fn application_of(&self, token: &str) -> Option<String> {
        self.keys.check(token, self.store.environment().clock.now().as_second())
    }

    /// A token for this application, from now on.
    fn issue(&self, application: &str, origin: &str) -> Result<String, ApiError> {
        let now = self.store.environment().clock.now().as_second();
        let id = self.store.environment().ids.next();
        Ok(self.keys.sign(application, origin, now, id)?)
    }
}
