//! One request of somebody at the store: in which language, signed in or not.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use askama::Template;
use axum::extract::{ConnectInfo, FromRequestParts, Path, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use channel::features::{B2B_ECOMMERCE, is_enabled};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use shell::{Fault, Language, Notice, Shown, Tone, Voice};
use tables::Principal;
use tables::jiff::tz::TimeZone;
use tables::uuid::Uuid;

use super::language;
use crate::Shop;
use crate::account::{HOME, Member, member_of};
use crate::words::BOOKS;

/// Whoever is there.
#[derive(Clone)]
pub struct Visitor {
    /// Where.
    pub shop: Shop,
    /// How everything is said.
    pub voice: Voice,
    /// Who, where they are signed in.
    pub member: Option<Arc<Member>>,
    /// The address that the request came from, where it is known.
    pub sender: Option<IpAddr>,
    /// Whether the store takes requests at present.
    pub takes_requests: bool,
    path: String,
    notice: Option<Notice>,
}

impl std::ops::Deref for Visitor {
    type Target = Voice;

    fn deref(&self) -> &Voice {
        &self.voice
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        parts.extensions.get::<Self>().cloned().ok_or(Fault::NotAllowed)
    }
}

impl Visitor {
    /// The frame of a page with this title.
    pub fn frame(&self, title: String) -> Frame {
        Frame {
            title,
            store: self.shop.settings.name.clone(),
            path: self.path.clone(),
            member: self.member.clone(),
            takes_requests: self.takes_requests,
            notice: self.notice.clone(),
            draft: "",
            voice: self.voice.clone(),
        }
    }

    /// Shows a page.
    pub fn show(&self, page: &impl Template) -> Shown {
        self.show_as(StatusCode::OK, page)
    }

    /// Shows a form again that was not taken.
    pub fn show_again(&self, page: &impl Template) -> Shown {
        self.show_as(StatusCode::UNPROCESSABLE_ENTITY, page)
    }

    /// Shows a page with another status.
    pub fn show_as(&self, status: StatusCode, page: &impl Template) -> Shown {
        Ok((status, Html(page.render()?)).into_response())
    }

    /// Goes to a page that says what just happened.
    pub fn done(&self, to: &str, key: &str) -> Response {
        shell::go(to, Tone::Good, &self.say(key))
    }

    /// Goes to a page that says what did not happen.
    pub fn failed(&self, to: &str, key: &str) -> Response {
        shell::go(to, Tone::Bad, &self.say(key))
    }

    /// Counts an attempt that concerns this account, by whoever it is.
    pub fn admit(&self, account: &str) -> Result<(), Fault> {
        let limit = &self.shop.sign_in_limit;
        let now = self.shop.store.environment().clock.now();
        // Both who asks and whom for: neither one address nor many may try one account's passwords.
        let sender = self.sender.map_or_else(String::new, |sender| sender.to_string());
        limit
            .take(&format!("sender {sender}"), now)
            .and_then(|()| limit.take(&format!("account {}", tables::fold(account)), now))
            .map_err(|seconds| Fault::TooMany(seconds.unsigned_abs()))
    }
}

/// Somebody who is signed in; others are sent to sign in first.
pub struct Signed {
    /// The request.
    pub visitor: Visitor,
    /// Who.
    pub member: Arc<Member>,
}

impl<S: Send + Sync> FromRequestParts<S> for Signed {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let visitor = Visitor::from_request_parts(parts, state).await.map_err(IntoResponse::into_response)?;
        match visitor.member.clone() {
            Some(member) => Ok(Self { visitor, member }),
            None => {
                let here = utf8_percent_encode(page_of(parts), NON_ALPHANUMERIC);
                Err(shell::see_other(&format!("/sign-in?next={here}")))
            }
        }
    }
}

/// Ends of the addresses that only a button asks for: no page is there to come back to.
const BUTTONS: [&str; 3] = ["/invite", "/organization", "/sign-out-everywhere"];

/// The page that the request is for or, where it sends a form, that the form stands on.
fn page_of(parts: &Parts) -> &str {
    let here = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    let has_page = BUTTONS.iter().all(|button| !parts.uri.path().ends_with(button));
    if parts.method == Method::GET || has_page { here } else { referring_page(parts).unwrap_or(HOME) }
}

/// The page of ours that the request came from, where the browser says so.
fn referring_page(parts: &Parts) -> Option<&str> {
    let text = |name: HeaderName| parts.headers.get(name).and_then(|value| value.to_str().ok());
    let (_, address) = text(header::REFERER)?.split_once("://")?;
    let host = text(header::HOST).or_else(|| parts.uri.authority().map(|host| host.as_str()))?;
    address.strip_prefix(host).filter(|path| path.starts_with('/'))
}

/// The id in an address; what is none is nowhere.
pub struct Id(pub Uuid);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let id = Path::<Uuid>::from_request_parts(parts, state).await;
        id.map(|Path(id)| Self(id)).map_err(|_| Fault::NotFound)
    }
}

/// The secret of a link; what cannot even be read as text is empty, and opens nothing.
pub struct Secret(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Secret {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let secret = Path::<String>::from_request_parts(parts, state).await;
        Ok(Self(secret.map(|Path(secret)| secret).unwrap_or_default()))
    }
}

/// Everything around a page's content. Templates say `frame.say("key")`.
#[derive(Clone)]
pub struct Frame {
    voice: Voice,
    /// What the page is about, for its tab.
    pub title: String,
    /// The store's name.
    pub store: String,
    /// Where one is.
    pub path: String,
    /// Who is here.
    pub member: Option<Arc<Member>>,
    /// Whether the store takes requests at present.
    pub takes_requests: bool,
    /// What just happened.
    pub notice: Option<Notice>,
    /// Id of a form whose contents another language keeps; empty: there is none.
    pub draft: &'static str,
}

impl std::ops::Deref for Frame {
    type Target = Voice;

    fn deref(&self) -> &Voice {
        &self.voice
    }
}

impl Frame {
    /// All languages, and whether the page is in it.
    #[must_use]
    pub fn languages(&self) -> Vec<(Language, bool)> {
        Language::ALL.into_iter().map(|language| (language, language == self.voice.language)).collect()
    }

    /// The same around a form of this id, whose contents another language keeps.
    #[must_use]
    pub fn with_draft(self, form: &'static str) -> Self {
        Self { draft: form, ..self }
    }

    /// For links to where one is.
    #[must_use]
    pub fn is_at(&self, path: &str) -> bool {
        self.path == path
    }
}

#[derive(Template)]
#[template(path = "fault.html")]
struct FaultPage {
    frame: Frame,
    remedy: String,
}

/// Finds out who is there, and gives the pages' faults the store's frame.
pub async fn arrive(State(shop): State<Shop>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let ((member, takes_requests), broken) = match look(&shop, &parts).await {
        Ok((member, takes_requests)) => ((member.map(Arc::new), takes_requests), None),
        Err(error) => ((None, true), Some(Fault::from(error))),
    };
    let visitor = Visitor {
        voice: Voice::new(&BOOKS, language::of(&parts.headers), TimeZone::UTC),
        shop,
        member,
        takes_requests,
        sender: parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip()),
        path: parts.uri.path().to_owned(),
        notice: shell::notice(&parts.headers),
    };
    let is_page = parts.method == Method::GET;
    parts.extensions.insert(visitor.clone());
    let mut response = match broken {
        Some(fault) => fault.into_response(),
        None => next.run(Request::from_parts(parts, body)).await,
    };
    if let Some(fault) = response.extensions().get::<Fault>().cloned() {
        response = with_page(&visitor, &fault, response);
    }
    if is_page && visitor.notice.is_some() && response.status() != StatusCode::SEE_OTHER {
        shell::clear_notice(&mut response);
    }
    response
}

/// Who is there, and whether the store takes requests.
async fn look(shop: &Shop, parts: &Parts) -> tables::Result<(Option<Member>, bool)> {
    let member = member_of(shop, &parts.headers).await?;
    let mut reader = shop.store.read(&Principal::system()).await?;
    Ok((member, is_enabled(&mut reader, B2B_ECOMMERCE).await?))
}

/// The same response with a page that says what happened.
fn with_page(visitor: &Visitor, fault: &Fault, response: Response) -> Response {
    let page = FaultPage { remedy: fault.remedy(visitor), frame: visitor.frame(fault.title(visitor)) };
    let Ok(html) = page.render() else { return response };
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.remove(header::CONTENT_TYPE);
    let mut framed = Html(html).into_response();
    *framed.status_mut() = parts.status;
    framed.headers_mut().extend(parts.headers);
    framed
}
