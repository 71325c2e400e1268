//! Sign-in and sign-out of the back office.

use std::net::SocketAddr;
use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::Form;
use axum::extract::{ConnectInfo, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse};
use jiff::tz::TimeZone;
use serde::Deserialize;
use tables::security::SystemUser;
use tables::{Filter, Principal, Result};
use uuid::Uuid;

use super::Office;
use crate::frame::Notice;
use crate::visit::{self, see_other};
use crate::{Fault, Frame, Language, Shown, Voice, sessions};

/// A page of the back office that nobody need be signed in for.
#[derive(Template)]
#[template(path = "office/sign_in.html")]
struct Page {
    frame: Frame,
    email: String,
    next: String,
    error: Option<String>,
}

/// Where to go afterwards.
#[derive(Deserialize)]
pub struct Next {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    stay: Option<String>,
    #[serde(default)]
    next: String,
}

/// Where one goes who came from nowhere.
const HOME: &str = "/office/";

/// The first application that one may enter.
pub async fn home(State(office): State<Arc<Office>>, headers: HeaderMap) -> Shown {
    let Some((_, person, _)) = office.signed_in(&headers).await? else {
        return Ok(see_other(super::SIGN_IN));
    };
    let tiles = office.tiles(&person.email).await?;
    // The store is everybody's; who has nothing else has no business here but may settle their account.
    Ok(see_other(tiles.get(1).map_or("/office/settings", |tile| tile.path)))
}

pub async fn form(State(office): State<Arc<Office>>, headers: HeaderMap, Query(query): Query<Next>) -> Shown {
    let frame = frame(&office, &headers, "sign-in");
    Ok(Html(Page { frame, email: String::new(), next: query.next, error: None }.render()?).into_response())
}

pub async fn submit(
    State(office): State<Arc<Office>>,
    peer: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Shown {
    let now = office.directory.environment().clock.now();
    let email = fields.email.trim();
    // Both who asks and whom for: neither one address nor many may try one account's passwords.
    let sender = peer.map_or_else(String::new, |Extension(ConnectInfo(address))| address.ip().to_string());
    let admitted = office
        .limit
        .take(&format!("sender {sender}"), now)
        .and_then(|()| office.limit.take(&format!("account {}", tables::fold(email)), now));
    let refused = |status: StatusCode, key: &str, seconds: i64| -> Shown {
        let frame = frame(&office, &headers, "sign-in");
        let error = Some(frame.say_with(key, "seconds", seconds));
        let page = Page { frame, email: email.into(), next: fields.next.clone(), error }.render()?;
        Ok((status, Html(page)).into_response())
    };
    if let Err(seconds) = admitted {
        let mut response = refused(StatusCode::TOO_MANY_REQUESTS, "fault-too-many-remedy", seconds)?;
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        return Ok(response);
    }
    let Some(user) = check(&office, email, fields.password).await? else {
        return refused(StatusCode::UNPROCESSABLE_ENTITY, "sign-in-refused", 0);
    };
    let stays = fields.stay.is_some();
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    let token = sessions::begin(&office.directory, user, stays, agent).await?;
    tracing::info!(%user, "signed in");
    let next = if fields.next.is_empty() { HOME } else { &fields.next };
    Ok(([(header::SET_COOKIE, office.cookie.set(&token, stays))], see_other(next)).into_response())
}

pub async fn sign_out(State(office): State<Arc<Office>>, headers: HeaderMap) -> Shown {
    if let Some(token) = office.cookie.token(&headers) {
        sessions::end(&office.directory, &token).await?;
    }
    let signed_out = frame(&office, &headers, "sign-in").say("signed-out");
    let mut response = visit::go(super::SIGN_IN, crate::Tone::Good, &signed_out);
    response.headers_mut().append(header::SET_COOKIE, office.cookie.clear());
    Ok(response)
}

/// The user whose password this is. Takes as long for nobody as for somebody, so that who has an
/// account cannot be told.
async fn check(office: &Office, email: &str, password: String) -> Result<Option<Uuid>, Fault> {
    let mut reader = office.directory.read(&Principal::system()).await?;
    let user: Option<SystemUser> = match email.is_empty() {
        true => None,
        false => reader.find(Filter::equals("internalemailaddress", email)).await?,
    };
    drop(reader);
    let user = user.filter(|user| !user.isdisabled);
    let known = user.as_ref().and_then(|user| user.credential.clone());
    let is_known = known.is_some();
    let hash = known.unwrap_or_else(|| NOBODY.to_owned());
    let _turn = office.hashes.acquire().await.map_err(tables::Error::internal)?;
    let fits = tokio::task::spawn_blocking(move || platform::credentials::verify(&password, &hash))
        .await
        .map_err(tables::Error::internal)?;
    Ok(user.filter(|_| fits && is_known).map(|user| user.systemuserid))
}

/// The hash of a password that nobody has.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// The frame of a page for anybody.
pub(super) fn frame(office: &Office, headers: &HeaderMap, title: &str) -> Frame {
    let language = Language::of_headers(headers).unwrap_or_default();
    let voice = Voice::new(office.books, language, TimeZone::UTC);
    let notice: Option<Notice> = visit::notice(headers);
    Frame {
        title: voice.say(title),
        application: "headquarters",
        home: HOME.into(),
        path: String::new(),
        navigation: Vec::new(),
        tiles: Vec::new(),
        person: None,
        search: "",
        company: String::new(),
        notice,
        commands: Vec::new(),
        voice,
    }
}
