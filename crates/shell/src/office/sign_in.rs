//! Sign-in and sign-out of the back office.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse};
use serde::Deserialize;

use super::{HOME, Office, Peer};
use crate::form::Filled;
use crate::redirect::{self, see_other};
use crate::{Frame, Parameters, Shown, sessions};

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

/// The first application that one may enter.
pub async fn home(State(office): State<Arc<Office>>, headers: HeaderMap) -> Shown {
    let Some((_, person, _)) = office.signed_in(&headers).await? else {
        return Ok(see_other(super::SIGN_IN));
    };
    let reachable = office.reachable(&person.email).await?;
    // Who may enter none may still settle their account.
    Ok(see_other(reachable.first().map_or("/office/settings", |(application, _)| application.path)))
}

pub async fn form(
    State(office): State<Arc<Office>>,
    headers: HeaderMap,
    Parameters(query): Parameters<Next>,
) -> Shown {
    let frame = office.frame(&headers, "sign-in");
    Ok(Html(Page { frame, email: String::new(), next: query.next, error: None }.render()?).into_response())
}

pub async fn submit(
    State(office): State<Arc<Office>>,
    peer: Peer,
    headers: HeaderMap,
    Filled(fields): Filled<Fields>,
) -> Shown {
    let email = fields.email.trim();
    let admitted = office.admit("sign in", peer.as_ref(), email);
    let refused = |status: StatusCode, key: &str, seconds: i64| -> Shown {
        let frame = office.frame(&headers, "sign-in");
        let error = Some(frame.say_with(key, "seconds", seconds));
        let page = Page { frame, email: email.into(), next: fields.next.clone(), error }.render()?;
        Ok((status, Html(page)).into_response())
    };
    if let Err(seconds) = admitted {
        let mut response = refused(StatusCode::TOO_MANY_REQUESTS, "fault-too-many-remedy", seconds)?;
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        return Ok(response);
    }
    let Some(user) = office.check(email, fields.password).await? else {
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
    let signed_out = office.frame(&headers, "sign-in").say("signed-out");
    let mut response = redirect::go(super::SIGN_IN, crate::Tone::Good, &signed_out);
    response.headers_mut().append(header::SET_COOKIE, office.cookie.clear());
    Ok(response)
}
