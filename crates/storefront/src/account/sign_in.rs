//! Signing in and out.

use askama::Template;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use channel::customers::{SignIn, find_by_email};
use channel::shapes::is_refused;
use serde::Deserialize;
use shell::form::Sent;
use shell::{Fault, Parameters, Shown, Tone, see_other, sessions};
use tables::Principal;

use super::HOME;
use crate::pages::{Frame, Signed, Visitor};

#[derive(Template)]
#[template(path = "sign_in.html")]
struct Page {
    frame: Frame,
    email: String,
    next: String,
    error: String,
}

#[derive(Deserialize)]
pub struct Next {
    #[serde(default)]
    next: String,
}

fn page(visitor: &Visitor, email: &str, next: String, error: String) -> Page {
    Page { frame: visitor.frame(visitor.say("sign-in")), email: email.into(), next, error }
}

pub async fn form(visitor: Visitor, Parameters(query): Parameters<Next>) -> Shown {
    match visitor.member {
        Some(_) => Ok(see_other(if query.next.is_empty() { HOME } else { &query.next })),
        None => visitor.show(&page(&visitor, "", query.next, String::new())),
    }
}

pub async fn submit(visitor: Visitor, headers: HeaderMap, sent: Sent) -> Shown {
    let (email, next, shop) = (sent.get("email"), sent.get("next"), &visitor.shop);
    if let Err(fault) = visitor.admit(email) {
        // The form stays, with what was typed.
        let page = page(&visitor, email, next.into(), fault.remedy(&visitor));
        let mut response = visitor.show_as(StatusCode::TOO_MANY_REQUESTS, &page)?;
        if let Fault::TooMany(seconds) = fault {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        return Ok(response);
    }
    let known = find(&visitor, email).await?;
    let hash = known.as_ref().and_then(|known| known.person.credential.clone());
    let fits = shop.passwords.fits(sent.find("password").unwrap_or_default().to_owned(), hash).await?;
    let Some(known) = known.filter(|known| fits && !known.memberships.is_empty()) else {
        return visitor.show_again(&page(&visitor, email, next.into(), visitor.say("sign-in-refused")));
    };
    let stays = sent.find("stay").is_some();
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    let person = known.person.personid;
    let token = sessions::begin(&shop.store, person, stays, agent).await?;
    tracing::info!(%person, "signed in to the store");
    let next = if next.is_empty() { HOME } else { next };
    Ok(([(header::SET_COOKIE, shop.cookie.set(&token, stays))], see_other(next)).into_response())
}

async fn find(visitor: &Visitor, email: &str) -> Result<Option<SignIn>, Fault> {
    let shop = &visitor.shop;
    // Nobody's address has such a letter: it is as unknown as any other.
    if email.contains(is_refused) {
        return Ok(None);
    }
    let mut reader = shop.store.read(&Principal::system()).await?;
    Ok(find_by_email(&mut reader, &shop.settings.company, email).await?)
}

pub async fn sign_out(visitor: Visitor, headers: HeaderMap) -> Shown {
    if let Some(token) = visitor.shop.cookie.token(&headers) {
        sessions::end(&visitor.shop.store, &token).await?;
    }
    Ok(leave(&visitor, &visitor.say("signed-out")))
}

pub async fn sign_out_everywhere(Signed { visitor, member }: Signed) -> Shown {
    sessions::end_all(&visitor.shop.store, member.id(), None).await?;
    Ok(leave(&visitor, &visitor.say("signed-out-everywhere")))
}

/// To the sign-in page, without the cookie.
pub(super) fn leave(visitor: &Visitor, words: &str) -> axum::response::Response {
    let mut response = shell::go("/sign-in", Tone::Good, words);
    response.headers_mut().append(header::SET_COOKIE, visitor.shop.cookie.clear());
    response
}
