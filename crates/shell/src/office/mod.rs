//! The back office's own door: sign-in, sign-out, and what people set for themselves.
//!
//! One directory knows everybody of the back office: the system users of the store that tokens come
//! from too. A person is known to each application by the same e-mail address.

mod sign_in;

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::HeaderMap;
use axum::middleware;
use axum::routing::{get, post};
use jiff::tz::TimeZone;
use platform::RateLimit;
use tables::security::SystemUser;
use tables::{Catalog, Principal, Result, Store, Table};
use tokio::sync::Semaphore;
use uuid::Uuid;

use crate::frame::Tile;
use crate::grid::{self, UserColumns};
use crate::sessions::{self, Cookie, Session};
use crate::visit::{principal, zone};
use crate::{Application, Books, Language, Person};

/// Where people sign in.
pub const SIGN_IN: &str = "/office/sign-in";
/// Longest body of a form here.
const BODY_BYTES_MAX: usize = 16 * 1024;
/// Most passwords hashed at the same time: each takes 19 MiB.
const HASHES_AT_ONCE: usize = 4;

/// What somebody of the back office chose for themselves.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "usersettings", set = "usersettingscollection")]
pub struct UserSettings {
    /// Id: that of the user.
    #[column(id)]
    pub usersettingsid: Uuid,
    /// Language, BCP 47; nothing: as the browser likes.
    #[column(text = 35)]
    pub language: Option<String>,
    /// Time zone, as IANA calls it; nothing: UTC.
    #[column(text = 60)]
    pub timezone: Option<String>,
}

/// Adds the directory's tables of the back office.
#[must_use]
pub fn with_office(catalog: Catalog) -> Catalog {
    catalog.with::<Session>().with::<UserSettings>().with::<UserColumns>()
}

/// What somebody chose, as a visit needs it.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// The language; `None`: as the browser likes.
    pub language: Option<Language>,
    /// The time zone.
    pub zone: TimeZone,
}

/// The door of the back office.
pub struct Office {
    pub(crate) directory: Store,
    pub(crate) cookie: Cookie,
    limit: RateLimit,
    hashes: Semaphore,
    books: &'static Books,
    store_path: &'static str,
    applications: Mutex<Vec<Application>>,
}

impl Office {
    /// A door to the people of `directory`. `secure` where they come by HTTPS; `per_minute` is how
    /// often one address, and one account, may try to sign in. `store_path` is where the store is.
    #[must_use]
    pub fn new(directory: Store, secure: bool, per_minute: u32, store_path: &'static str) -> Arc<Self> {
        let salt = directory.environment().randomness.bytes();
        Arc::new(Self {
            directory,
            cookie: Cookie::new("tandem_office", secure),
            limit: RateLimit::new(per_minute, salt),
            hashes: Semaphore::new(HASHES_AT_ONCE),
            books: &BOOKS,
            store_path,
            applications: Mutex::default(),
        })
    }

    /// Its pages, under `/office`.
    pub fn router(self: &Arc<Self>) -> Router {
        Router::new()
            .route("/office/", get(sign_in::home))
            .route("/office/columns", post(grid::save_columns))
            .route("/office/sign-in", get(sign_in::form).post(sign_in::submit))
            .route("/office/sign-out", post(sign_in::sign_out))
            .with_state(Arc::clone(self))
            .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
            .layer(middleware::from_fn(crate::guard))
            .layer(middleware::from_fn(crate::headers))
    }

    pub(crate) fn add(&self, application: &Application) {
        self.applications.lock().unwrap_or_else(PoisonError::into_inner).push(application.clone());
    }

    /// Where the people are.
    pub(crate) fn directory(&self) -> &Store {
        &self.directory
    }

    /// The store, and the applications in which the person with this address has any right.
    pub(crate) async fn tiles(&self, email: &str) -> Result<Vec<Tile>> {
        let applications = self.applications.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut tiles = vec![Tile { application: "store", path: self.store_path, icon: "basket" }];
        for application in applications {
            if principal(&application.store, email).await?.is_some() {
                let Application { name, path, icon, .. } = application;
                tiles.push(Tile { application: name, path, icon });
            }
        }
        Ok(tiles)
    }

    /// Whoever these headers' session belongs to, if their account still stands.
    ///
    /// # Errors
    /// As any read.
    pub async fn signed_in(&self, headers: &HeaderMap) -> Result<Option<(Uuid, Person, Chosen)>> {
        let Some(token) = self.cookie.token(headers) else { return Ok(None) };
        let Some(session) = sessions::find(&self.directory, &token).await? else { return Ok(None) };
        let mut reader = self.directory.read(&Principal::system()).await?;
        let user: Option<SystemUser> = reader.get(session.person()).await?;
        let Some(user) = user.filter(|user| !user.isdisabled) else { return Ok(None) };
        let settings: Option<UserSettings> = reader.get(user.systemuserid).await?;
        let (language, zone_name) =
            settings.map_or((None, None), |settings| (settings.language, settings.timezone));
        let chosen = Chosen {
            language: language.as_deref().and_then(Language::of_tag),
            zone: zone(zone_name.as_deref()),
        };
        let email = user.internalemailaddress.unwrap_or_default();
        Ok(Some((session.sessionid, Person { id: user.systemuserid, name: user.fullname, email }, chosen)))
    }
}

static BOOKS: std::sync::LazyLock<Books> = std::sync::LazyLock::new(|| Books::new(|_| ""));
