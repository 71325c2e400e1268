//! Forgot password: the store notes the wish, headquarters sends a link.

use std::time::Duration;

use askama::Template;
use channel::customers::{AskForPassword, ask_for_password};
use serde::Deserialize;
use shell::Shown;
use tables::Context;

use crate::pages::{Frame, Typed, Visitor};

/// How long an answer takes: longer than a write, so that nobody can tell a known address by it.
const ANSWER_TIME: Duration = Duration::from_millis(300);

#[derive(Template)]
#[template(path = "forgot_password.html")]
struct Page {
    frame: Frame,
    email: String,
    sent: bool,
}

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    email: String,
}

pub async fn form(visitor: Visitor) -> Shown {
    let frame = visitor.frame(visitor.say("forgot-password-title"));
    visitor.show(&Page { frame, email: String::new(), sent: false })
}

/// The answer is the same whether the address is known or not.
pub async fn submit(visitor: Visitor, Typed(fields): Typed<Fields>) -> Shown {
    let (email, shop) = (fields.email.trim().to_owned(), &visitor.shop);
    visitor.admit(&email)?;
    let wish = AskForPassword { company: shop.settings.company.clone(), email: email.clone() };
    let noted = shop.store.write(Context::system(), wish, |tx, wish| Box::pin(ask_for_password(tx, wish)));
    let (noted, ()) = tokio::join!(noted, tokio::time::sleep(ANSWER_TIME));
    noted?;
    let frame = visitor.frame(visitor.say("forgot-password-title"));
    visitor.show(&Page { frame, email, sent: true })
}
