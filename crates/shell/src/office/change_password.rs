//! Change password: whoever knows the present one.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse};
use serde::Deserialize;

use super::insider::Insider;
use super::passwords::{self, NewPassword, save_password};
use super::settings::SETTINGS;
use super::{Office, Peer};
use crate::form::Filled;
use crate::{Fault, Frame, Shown, Tone, redirect};

#[derive(Template)]
#[template(path = "office/change_password.html")]
struct Page {
    frame: Frame,
    email: String,
    rule: String,
    present_error: Option<String>,
    error: Option<String>,
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    present: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    again: String,
}

pub async fn form(State(office): State<Arc<Office>>, insider: Insider) -> Shown {
    show(&office, &insider, StatusCode::OK, None, None).await
}

pub async fn submit(
    State(office): State<Arc<Office>>,
    peer: Peer,
    insider: Insider,
    Filled(fields): Filled<Fields>,
) -> Shown {
    let (voice, person) = (&insider.voice, &insider.person);
    if let Some(fault) = passwords::fault(voice, &person.email, &fields.password, &fields.again) {
        return show(&office, &insider, StatusCode::UNPROCESSABLE_ENTITY, None, Some(fault)).await;
    }
    if let Err(seconds) = office.admit("change password", peer.as_ref(), &person.email) {
        let error = voice.say_with("fault-too-many-remedy", "seconds", seconds);
        let mut response = show(&office, &insider, StatusCode::TOO_MANY_REQUESTS, Some(error), None).await?;
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        return Ok(response);
    }
    if office.check(&person.email, fields.present).await? != Some(person.id) {
        let error = voice.say("password-wrong");
        return show(&office, &insider, StatusCode::UNPROCESSABLE_ENTITY, Some(error), None).await;
    }
    let credential = office.hash(fields.password).await?;
    let new = NewPassword { user: person.id, credential, but: Some(insider.session) };
    let context = insider.context(&office).await?;
    office.directory.write(context, new, |tx, new| Box::pin(save_password(tx, new))).await?;
    tracing::info!(user = %person.id, "changed the password");
    Ok(redirect::go(SETTINGS, Tone::Good, &voice.say("password-changed")))
}

async fn show(
    office: &Office,
    insider: &Insider,
    status: StatusCode,
    present_error: Option<String>,
    error: Option<String>,
) -> Shown {
    let frame = insider.frame(office, "change-password").await?;
    let (email, rule) = (insider.person.email.clone(), crate::passwords::rule(&frame));
    let page = Page { frame, email, rule, present_error, error }.render().map_err(Fault::from)?;
    Ok((status, Html(page)).into_response())
}
