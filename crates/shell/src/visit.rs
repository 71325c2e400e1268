//! One request of somebody who is signed in: who, in which language, with which rights.

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRequestParts, OriginalUri, Path, Request, State};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{any, get};
use jiff::tz::TimeZone;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tables::security::SystemUser;
use tables::{Context, Depth, Filter, Principal, Privilege, Reader, Result, Store};
use uuid::Uuid;

use crate::frame::{Link, Notice, Tile, Tone};
use crate::office::{Office, SIGN_IN};
use crate::redirect::{clear_notice, go, notice, see_other};
use crate::{Books, Fault, Frame, Language, Navigation, Shown, Standings, Voice, fault};

/// Longest body of a form: notes and mail templates are the longest.
const BODY_BYTES_MAX: usize = 2 * 1024 * 1024;

/// One application of the back office.
#[derive(Clone)]
pub struct Application {
    /// `headquarters`: its colour, and the key of its name.
    pub name: &'static str,
    /// Where its pages begin: `/headquarters/`.
    pub path: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// What it says.
    pub books: &'static Books,
    /// Where its rows are, and the rights of its people.
    pub store: Store,
    /// The links on its left.
    pub navigation: Navigation,
    /// Where its search is; empty: it has none.
    pub search: &'static str,
    /// The company one works in; empty: it has none.
    pub company: &'static str,
    /// Whoever knows how its rows stand with their counterparts elsewhere.
    pub standings: Option<Arc<dyn Standings>>,
}

/// Somebody of the back office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Id in the directory.
    pub id: Uuid,
    /// Full name.
    pub name: String,
    /// Address that the person is known by everywhere.
    pub email: String,
}

impl Person {
    /// The first letters of the first and last name.
    #[must_use]
    pub fn initials(&self) -> String {
        initials(&self.name)
    }
}

/// The first letters of the first and the last word.
#[must_use]
pub fn initials(name: &str) -> String {
    let mut letters =
        name.split_whitespace().filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()));
    let first = letters.next();
    first.into_iter().chain(letters.next_back()).flat_map(char::to_uppercase).collect()
}

/// A request of somebody who is signed in and has an account in the application.
#[derive(Clone)]
pub struct Visit {
    /// Who.
    pub person: Person,
    /// Their session.
    pub session: Uuid,
    /// With which rights, in the application's store.
    pub principal: Arc<Principal>,
    /// How everything is said.
    pub voice: Voice,
    pub(crate) application: Arc<Application>,
    office: Arc<Office>,
    tiles: Vec<Tile>,
    path: String,
    notice: Option<Notice>,
}

impl std::ops::Deref for Visit {
    type Target = Voice;

    fn deref(&self) -> &Voice {
        &self.voice
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        parts.extensions.get::<Self>().cloned().ok_or(Fault::NotAllowed)
    }
}

/// The row that an address names as `{id}`. What is no id names nothing.
#[derive(Clone, Copy, Debug)]
pub struct RowId(pub Uuid);

impl<S: Send + Sync> FromRequestParts<S> for RowId {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let path = Path::<String>::from_request_parts(parts, state).await;
        let id = path.ok().and_then(|Path(id)| id.parse().ok());
        id.map(Self).ok_or(Fault::NotFound)
    }
}

impl Visit {
    /// The application's rows, as this person.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub async fn read(&self) -> Result<Reader> {
        self.application.store.read(&self.principal).await
    }

    /// Where the people of the back office are.
    pub(crate) fn directory(&self) -> &Store {
        self.office.directory()
    }

    /// The application's store.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.application.store
    }

    /// In whose name to write.
    #[must_use]
    pub fn context(&self) -> Context {
        Context::of(Arc::clone(&self.principal))
    }

    /// Whether this person has the privilege on any row of the table. For what to offer, not for
    /// what to allow: the store decides that.
    #[must_use]
    pub fn may(&self, privilege: Privilege, table: &str) -> bool {
        self.principal.depth(table, privilege) > Depth::None
    }

    /// Whether this person has any right in the application that the path leads to.
    #[must_use]
    pub fn may_enter(&self, path: &str) -> bool {
        self.tiles.iter().any(|tile| tile.path.len() > 1 && path.starts_with(&tile.path))
    }

    /// The frame of a page with this title.
    #[must_use]
    pub fn frame(&self, title: impl Into<String>) -> Frame {
        Frame {
            title: title.into(),
            application: self.application.name,
            home: self.application.path.into(),
            path: self.path.clone(),
            navigation: self.navigation(),
            tiles: self.tiles.clone(),
            person: Some(self.person.clone()),
            search: self.application.search,
            company: self.application.company.to_uppercase(),
            notice: self.notice.clone(),
            commands: Vec::new(),
            voice: self.voice.clone(),
        }
    }

    fn navigation(&self) -> Vec<(String, Vec<Link>)> {
        let shown = |item: &&crate::Item| item.table.is_empty() || self.may(Privilege::Read, item.table);
        let all = || self.application.navigation.iter().flat_map(|section| section.items);
        // The longest address that leads here: a row's page belongs to its grid.
        let leads_here = |path: &str| {
            self.path == path
                || self
                    .path
                    .strip_prefix(path.trim_end_matches('/'))
                    .is_some_and(|rest| rest.starts_with('/'))
        };
        let current = all().filter(|item| leads_here(item.path)).map(|item| item.path.len()).max();
        let link = |item: &crate::Item| Link {
            label: self.say(item.label),
            path: item.path.into(),
            icon: item.icon,
            current: leads_here(item.path) && Some(item.path.len()) == current,
        };
        let section = |section: &crate::Section| {
            (self.say(section.title), section.items.iter().filter(shown).map(link).collect::<Vec<_>>())
        };
        self.application.navigation.iter().map(section).filter(|(_, links)| !links.is_empty()).collect()
    }

    /// Shows a page.
    ///
    /// # Errors
    /// [`Fault::Template`].
    pub fn show(&self, template: &impl Template) -> Shown {
        Ok(Html(template.render()?).into_response())
    }

    /// Shows a form again that was not taken: 422.
    ///
    /// # Errors
    /// [`Fault::Template`].
    pub fn show_again(&self, template: &impl Template) -> Shown {
        Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(template.render()?)).into_response())
    }

    /// Goes to a page that says what just happened.
    #[must_use]
    pub fn done(&self, to: &str, words: &str) -> Response {
        go(to, Tone::Good, words)
    }

    /// Goes to a page that says what did not happen.
    #[must_use]
    pub fn failed(&self, to: &str, words: &str) -> Response {
        go(to, Tone::Bad, words)
    }

    /// Where one is.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

/// Lets only people in who are signed in and have an account here; others sign in first. Faults of
/// the pages get the application's frame.
pub fn enter(office: &Arc<Office>, application: Application, pages: Router) -> Router {
    office.add(&application);
    let path = application.path;
    let door = Door { office: Arc::clone(office), application: Arc::new(application) };
    pages
        .route(path, get(home))
        .route(path.trim_end_matches('/'), get(home))
        .route(&format!("{path}lookup/{{table}}"), get(crate::form::lookup_options))
        .route(&format!("{path}{{*elsewhere}}"), any(async || Fault::NotFound))
        .method_not_allowed_fallback(async || Fault::WrongMethod)
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(middleware::from_fn(crate::guard))
        .layer(middleware::from_fn_with_state(door, pass))
        .layer(middleware::from_fn(crate::headers))
}

/// The first page that one may see.
async fn home(visit: Visit) -> Shown {
    let sections = visit.navigation();
    let first = sections.iter().flat_map(|(_, links)| links).next().ok_or(Fault::NotAllowed)?;
    Ok(see_other(&first.path))
}

#[derive(Clone)]
struct Door {
    office: Arc<Office>,
    application: Arc<Application>,
}

async fn pass(State(door): State<Door>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let visit = match arrive(&door, &parts).await {
        Ok(visit) => visit,
        Err(response) => return *response,
    };
    let is_page = parts.method == Method::GET;
    let mut request = Request::from_parts(parts, body);
    request.extensions_mut().insert(visit.clone());
    let mut response = next.run(request).await;
    let fault = response.extensions().get::<Fault>().cloned();
    if let Some(fault) = fault {
        response = fault::page(&fault, visit.frame(""), response);
    }
    if is_page && visit.notice.is_some() && response.status() != StatusCode::SEE_OTHER {
        clear_notice(&mut response);
    }
    response
}

async fn arrive(door: &Door, request: &Parts) -> Result<Visit, Box<Response>> {
    let broken = |error: tables::Error| Box::new(Fault::from(error).into_response());
    let headers = &request.headers;
    let signed_in = door.office.signed_in(headers).await.map_err(broken)?;
    let Some((session, person, settings)) = signed_in else {
        return Err(Box::new(to_sign_in(request)));
    };
    let language = settings.language.or_else(|| Language::of_headers(headers)).unwrap_or_default();
    let voice = Voice::new(door.application.books, language, settings.zone);
    let reachable = door.office.reachable(&person.email).await.map_err(broken)?;
    let tiles = door.office.tiles(&reachable);
    let here = reachable.into_iter().find(|(application, _)| application.name == door.application.name);
    // What the whole address was: the application's router sees only its own part.
    let path = request.extensions.get::<OriginalUri>().map(|uri| uri.path().to_owned());
    let visit = |principal: Arc<Principal>| Visit {
        person: person.clone(),
        session,
        principal,
        voice: voice.clone(),
        application: Arc::clone(&door.application),
        office: Arc::clone(&door.office),
        tiles: tiles.clone(),
        path: path.clone().unwrap_or_else(|| request.uri.path().to_owned()),
        notice: notice(headers),
    };
    match here {
        Some((_, principal)) => Ok(visit(principal)),
        None => {
            let nobody = Principal::with_rights(person.id, Uuid::nil(), Vec::new(), []);
            let fault = Fault::NotAllowed;
            Err(Box::new(fault::page(&fault, visit(nobody).frame(""), fault.clone().into_response())))
        }
    }
}

/// The rights of the person with this address, where they have any here.
pub(crate) async fn principal(store: &Store, email: &str) -> Result<Option<Arc<Principal>>> {
    let mut reader = store.read(&Principal::system()).await?;
    let user: Option<SystemUser> = reader.find(Filter::equals("internalemailaddress", email)).await?;
    let Some(user) = user else { return Ok(None) };
    let principal = reader.principal(user.systemuserid).await?;
    Ok(principal.filter(|principal| principal.has_any_right()))
}

pub(crate) fn to_sign_in(request: &Parts) -> Response {
    if request.method != Method::GET {
        return see_other(SIGN_IN);
    }
    let uri = request.extensions.get::<OriginalUri>().map(|uri| uri.0.clone());
    let uri = uri.unwrap_or_else(|| request.uri.clone());
    let here = uri.path_and_query().map_or("/", |path| path.as_str());
    see_other(&format!("{SIGN_IN}?next={}", utf8_percent_encode(here, NON_ALPHANUMERIC)))
}

/// The zone of this name, or UTC.
pub(crate) fn zone(name: Option<&str>) -> TimeZone {
    name.and_then(|name| TimeZone::get(name).ok()).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_of_the_first_and_last_name() {
        for (name, expected) in
            [("Maya Okafor", "MO"), ("ola", "O"), ("Ana de la Cruz", "AC"), ("# Dual-write", "D"), ("", "")]
        {
            assert_eq!(initials(name), expected);
        }
    }
}
