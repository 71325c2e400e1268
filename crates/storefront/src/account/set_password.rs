//! Set password: whoever holds the link of a mail sets the password of its person, once.

use askama::Template;
use axum::http::StatusCode;
use channel::customers::{
    PasswordToken, Person, SetPassword, SetPasswordError, find_by_password_token, set_password,
};
use shell::form::Sent;
use shell::{Fault, Shown, passwords, sessions};
use tables::{Context, Principal};

use super::{password, sign_in};
use crate::pages::{Field, Frame, Secret, Visitor};

#[derive(Template)]
#[template(path = "set_password.html")]
struct Page {
    frame: Frame,
    email: String,
    field: Field,
}

#[derive(Template)]
#[template(path = "dead_link.html")]
struct DeadLink {
    frame: Frame,
}

pub async fn form(visitor: Visitor, Secret(token): Secret) -> Shown {
    match find(&visitor, &token).await? {
        Some((_, person)) => visitor.show(&page(&visitor, person, None)),
        None => dead_link(&visitor),
    }
}

pub async fn submit(visitor: Visitor, Secret(token): Secret, sent: Sent) -> Shown {
    let password = sent.find("password").unwrap_or_default();
    let Some((token, person)) = find(&visitor, &token).await? else { return dead_link(&visitor) };
    if let Some(fault) = passwords::fault(&visitor, &person.email, password) {
        return visitor.show_again(&page(&visitor, person, Some(fault)));
    }
    let credential = visitor.shop.passwords.hash(password.to_owned()).await?;
    let command = SetPassword { token, credential };
    let set = visitor
        .shop
        .store
        .write(Context::system(), command, |tx, command| {
            Box::pin(async move {
                let person = set_password(tx, command).await?;
                sessions::end_others(tx, person.personid, None).await?;
                Ok::<_, SetPasswordError>(person.personid)
            })
        })
        .await;
    match set {
        Ok(person) => {
            tracing::info!(%person, "a password was set in the store");
            Ok(sign_in::leave(&visitor, &visitor.say("password-set")))
        }
        Err(SetPasswordError::UnknownToken) => dead_link(&visitor),
        Err(SetPasswordError::Tables(error)) => Err(error.into()),
    }
}

fn page(visitor: &Visitor, person: Person, error: Option<String>) -> Page {
    let frame = visitor.frame(visitor.say("set-password"));
    Page { frame, email: person.email, field: password::new_field(visitor, error) }
}

/// The token with its person. Wrong links are counted, so that nobody can try many.
async fn find(visitor: &Visitor, token: &str) -> Result<Option<(PasswordToken, Person)>, Fault> {
    let shop = &visitor.shop;
    shop.wrong_link_limit.admit(visitor.sender).map_err(Fault::TooMany)?;
    let Some(token) = PasswordToken::parse(token) else { return Ok(None) };
    let now = shop.store.environment().clock.now();
    let mut reader = shop.store.read(&Principal::system()).await?;
    let person = find_by_password_token(&mut reader, &token, now).await?;
    if person.is_some() {
        shop.wrong_link_limit.forgive(visitor.sender);
    }
    Ok(person.map(|person| (token, person)))
}

/// Used, too old, or never one: nobody is told which.
fn dead_link(visitor: &Visitor) -> Shown {
    let frame = visitor.frame(visitor.say("dead-link-title"));
    visitor.show_as(StatusCode::NOT_FOUND, &DeadLink { frame })
}
