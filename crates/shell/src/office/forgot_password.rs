//! Forgot password: a link by mail, and the page behind it that sets a new one.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse};
use serde::Deserialize;
use tables::Context;

use super::link::{LINK_DAYS, LinkToken, SendLink, UseLink, find_user, send_link, use_link};
use super::passwords;
use super::{Office, Peer, SIGN_IN};
use crate::form::Filled;
use crate::redirect::{self, see_other};
use crate::{Frame, Parameters, Shown, Tone};

#[derive(Template)]
#[template(path = "office/forgot_password.html")]
struct Page {
    frame: Frame,
    email: String,
    sent: Option<String>,
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "office/set_password.html")]
struct SetPage {
    frame: Frame,
    /// Whose password; nothing: the link does not count.
    email: Option<String>,
    rule: String,
    error: Option<String>,
}

#[derive(Deserialize)]
pub struct Sent {
    sent: Option<String>,
}

pub async fn form(
    State(office): State<Arc<Office>>,
    headers: HeaderMap,
    Parameters(query): Parameters<Sent>,
) -> Shown {
    let frame = office.frame(&headers, "forgot-password");
    let sent = query.sent.map(|_| frame.say_with("link-sent-text", "days", LINK_DAYS));
    Ok(Html(Page { frame, email: String::new(), sent, error: None }.render()?).into_response())
}

#[derive(Deserialize)]
pub struct Wish {
    #[serde(default)]
    email: String,
}

/// Answers the same, and as fast, for an address that nobody has: the link is made afterwards. One
/// that is lost because the program stops in between is asked for again.
pub async fn submit(
    State(office): State<Arc<Office>>,
    peer: Peer,
    headers: HeaderMap,
    Filled(wish): Filled<Wish>,
) -> Shown {
    let email = wish.email.trim().to_owned();
    let refused = |status: StatusCode, key: &str, seconds: i64| -> Shown {
        let frame = office.frame(&headers, "forgot-password");
        let error = Some(frame.say_with(key, "seconds", seconds));
        let page = Page { frame, email: email.clone(), sent: None, error }.render()?;
        Ok((status, Html(page)).into_response())
    };
    let looks_like_one =
        email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    if !looks_like_one || email.chars().any(char::is_control) {
        return refused(StatusCode::UNPROCESSABLE_ENTITY, "email-wrong", 0);
    }
    if let Err(seconds) = office.admit("forgot password", peer.as_ref(), &email) {
        let mut response = refused(StatusCode::TOO_MANY_REQUESTS, "fault-too-many-remedy", seconds)?;
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        return Ok(response);
    }
    let office = Arc::clone(&office);
    tokio::spawn(async move {
        if let Err(error) = send(&office, &email).await {
            tracing::error!(error = ?error, "a link to set a password could not be made");
        }
    });
    Ok(see_other("/office/forgot-password?sent=1"))
}

async fn send(office: &Office, email: &str) -> tables::Result<()> {
    let Some(user) = office.user_of(email).await? else { return Ok(()) };
    let origin = office.settings.origin.clone();
    let command = SendLink { user, origin, queue: Arc::clone(&office.settings.queue_link_mail) };
    office.directory.write(Context::system(), command, |tx, command| Box::pin(send_link(tx, command))).await
}

pub async fn set_form(
    State(office): State<Arc<Office>>,
    headers: HeaderMap,
    Path(token): Path<String>,
) -> Shown {
    let user = match LinkToken::parse(&token) {
        Some(token) => find_user(&office.directory, &token).await?,
        None => None,
    };
    let email = user.and_then(|user| user.internalemailaddress);
    show_set(&office, &headers, email, None)
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    password: String,
    #[serde(default)]
    again: String,
}

pub async fn set_submit(
    State(office): State<Arc<Office>>,
    peer: Peer,
    headers: HeaderMap,
    Path(token): Path<String>,
    Filled(fields): Filled<Fields>,
) -> Shown {
    let Some(token) = LinkToken::parse(&token) else { return show_set(&office, &headers, None, None) };
    let Some(user) = find_user(&office.directory, &token).await? else {
        return show_set(&office, &headers, None, None);
    };
    let email = user.internalemailaddress.unwrap_or_default();
    let voice = office.frame(&headers, "set-password").voice;
    if let Some(fault) = passwords::fault(&voice, &email, &fields.password, &fields.again) {
        return show_set(&office, &headers, Some(email), Some(fault));
    }
    if let Err(seconds) = office.admit("set password", peer.as_ref(), &email) {
        return Err(crate::Fault::TooMany(seconds.unsigned_abs()));
    }
    let credential = office.hash(fields.password).await?;
    let command = UseLink { token, user: user.systemuserid, credential };
    if !use_link(&office.directory, command).await? {
        return show_set(&office, &headers, None, None);
    }
    tracing::info!(user = %user.systemuserid, "set the password by a link");
    Ok(redirect::go(SIGN_IN, Tone::Good, &voice.say("password-set")))
}

fn show_set(office: &Office, headers: &HeaderMap, email: Option<String>, error: Option<String>) -> Shown {
    let (status, title) = match (&email, &error) {
        (None, _) => (StatusCode::GONE, "link-gone"),
        (Some(_), None) => (StatusCode::OK, "set-password"),
        (Some(_), Some(_)) => (StatusCode::UNPROCESSABLE_ENTITY, "set-password"),
    };
    let frame = office.frame(headers, title);
    let rule = crate::passwords::rule(&frame);
    Ok((status, Html(SetPage { frame, email, rule, error }.render()?)).into_response())
}
