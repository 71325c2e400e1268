//! The back office's own door: sign-in, sign-out, and what people set for themselves.
//!
//! One directory knows everybody of the back office: the system users of the store that tokens come
//! from too. A person is known to each application by the same e-mail address.

mod change_password;
mod forgot_password;
mod insider;
mod link;
mod passwords;
mod settings;
mod sign_in;
#[cfg(test)]
mod tests;

pub use link::{LINK_DAYS, LinkMail, PasswordLink, QueueLinkMail, invite};
pub use settings::UserSettings;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{ConnectInfo, DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{any, get, post};
use axum::{Extension, Router};
use jiff::tz::TimeZone;
use platform::RateLimit;
use tables::security::SystemUser;
use tables::{Catalog, Principal, Result, Store};
use uuid::Uuid;

use crate::frame::Tile;
use crate::grid::{self, UserColumns};
use crate::passwords::Passwords;
use crate::redirect;
use crate::sessions::{self, Cookie, Session};
use crate::visit::{principal, zone};
use crate::{Application, Books, Fault, Frame, Language, Person, Voice, fault};

/// Where people sign in.
pub const SIGN_IN: &str = "/office/sign-in";
/// Where one goes who came from nowhere.
const HOME: &str = "/office/";
/// Longest body of a form here.
const BODY_BYTES_MAX: usize = 16 * 1024;

/// Adds the directory's tables of the back office.
#[must_use]
pub fn with_office(catalog: Catalog) -> Catalog {
    catalog.with::<Session>().with::<PasswordLink>().with::<UserSettings>().with::<UserColumns>()
}

/// What somebody chose, as a visit needs it.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// The language; `None`: as the browser likes.
    pub language: Option<Language>,
    /// The time zone.
    pub zone: TimeZone,
}

/// How a door is put up.
#[derive(Clone)]
pub struct Settings {
    /// Where people reach the pages, without a slash at the end: links in mails begin with it.
    pub origin: String,
    /// How often one sender, and one account, may try to sign in per minute.
    pub sign_ins_per_minute: u32,
    /// Where the store is; `None` where there is none to go to.
    pub store_path: Option<String>,
    /// Sends links to whoever forgot a password.
    pub queue_link_mail: QueueLinkMail,
}

/// The door of the back office.
pub struct Office {
    pub(crate) directory: Store,
    pub(crate) cookie: Cookie,
    limit: RateLimit,
    passwords: Passwords,
    books: &'static Books,
    settings: Settings,
    applications: Mutex<Vec<Application>>,
}

/// Where a request comes from, where that is known.
type Peer = Option<Extension<ConnectInfo<SocketAddr>>>;

impl Office {
    /// A door to the people of `directory`.
    #[must_use]
    pub fn new(directory: Store, settings: Settings) -> Arc<Self> {
        let salt = directory.environment().randomness.bytes();
        Arc::new(Self {
            cookie: Cookie::new("tandem_office", settings.origin.starts_with("https://")),
            limit: RateLimit::new(settings.sign_ins_per_minute, salt),
            passwords: Passwords::new(directory.environment().randomness.clone()),
            directory,
            books: &BOOKS,
            settings,
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
            .route("/office/forgot-password", get(forgot_password::form).post(forgot_password::submit))
            .route(
                "/office/set-password/{token}",
                get(forgot_password::set_form).post(forgot_password::set_submit),
            )
            .route("/office/change-password", get(change_password::form).post(change_password::submit))
            .route("/office/settings", get(settings::form).post(settings::submit))
            .route("/office/settings/sessions/{id}/end", post(settings::end_session))
            .route("/office/settings/sessions/end", post(settings::end_sessions))
            .route("/office/{*elsewhere}", any(async || Fault::NotFound))
            .method_not_allowed_fallback(async || Fault::WrongMethod)
            .with_state(Arc::clone(self))
            .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
            .layer(middleware::from_fn(crate::guard))
            .layer(middleware::from_fn_with_state(Arc::clone(self), dress))
            .layer(middleware::from_fn(crate::headers))
    }

    pub(crate) fn add(&self, application: &Application) {
        self.applications.lock().unwrap_or_else(PoisonError::into_inner).push(application.clone());
    }

    /// Where the people are.
    pub(crate) fn directory(&self) -> &Store {
        &self.directory
    }

    /// Counts a try: both who asks and whom for, so that neither one sender nor many may try one
    /// account for ever.
    ///
    /// # Errors
    /// The seconds to wait.
    fn admit(
        &self,
        purpose: &str,
        peer: Option<&Extension<ConnectInfo<SocketAddr>>>,
        email: &str,
    ) -> std::result::Result<(), i64> {
        let now = self.directory.environment().clock.now();
        let sender =
            peer.map_or_else(String::new, |Extension(ConnectInfo(address))| address.ip().to_string());
        self.limit.take(&format!("{purpose}: sender {sender}"), now)?;
        self.limit.take(&format!("{purpose}: account {}", tables::fold(email)), now)
    }

    /// The frame of a page for anybody.
    fn frame(&self, headers: &HeaderMap, title: &str) -> Frame {
        let language = Language::of_headers(headers).unwrap_or_default();
        let voice = Voice::new(self.books, language, TimeZone::UTC);
        Frame {
            title: voice.say(title),
            application: "office",
            home: HOME.into(),
            path: String::new(),
            navigation: Vec::new(),
            tiles: Vec::new(),
            person: None,
            search: "",
            company: String::new(),
            notice: redirect::notice(headers),
            commands: Vec::new(),
            voice,
        }
    }

    /// The applications in which the person with this address has any right, with those rights.
    pub(crate) async fn reachable(&self, email: &str) -> Result<Vec<(Application, Arc<Principal>)>> {
        let applications = self.applications.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut reachable = Vec::new();
        for application in applications {
            if let Some(principal) = principal(&application.store, email).await? {
                reachable.push((application, principal));
            }
        }
        Ok(reachable)
    }

    /// The store, where there is one, and these applications.
    pub(crate) fn tiles(&self, reachable: &[(Application, Arc<Principal>)]) -> Vec<Tile> {
        let store = |path| Tile { application: "store", path, icon: "basket" };
        let tile = |(application, _): &(Application, Arc<Principal>)| Tile {
            application: application.name,
            path: application.path.into(),
            icon: application.icon,
        };
        self.settings.store_path.clone().map(store).into_iter().chain(reachable.iter().map(tile)).collect()
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

/// Puts faults into words, and takes away a notice that was shown.
async fn dress(State(office): State<Arc<Office>>, request: Request, next: Next) -> Response {
    let (headers, is_page) = (request.headers().clone(), request.method() == Method::GET);
    let mut response = next.run(request).await;
    if let Some(fault) = response.extensions().get::<Fault>().cloned() {
        response = fault::page(&fault, insider::frame_of(&office, &headers, "office").await, response);
    }
    if is_page && redirect::notice(&headers).is_some() && response.status() != StatusCode::SEE_OTHER {
        redirect::clear_notice(&mut response);
    }
    response
}

static BOOKS: std::sync::LazyLock<Books> = std::sync::LazyLock::new(|| Books::new(|_| ""));
