//! Forgot password: the store notes the wish, headquarters sends a link.

use std::time::Duration;

use askama::Template;
use channel::customers::{AskForPassword, ask_for_password};
use channel::shapes::is_email;
use shell::Shown;
use shell::form::Sent;
use tables::Context;

use crate::pages::{Field, Frame, Kind, Visitor};

/// How long an answer takes: longer than a write, so that nobody can tell a known address by it.
const ANSWER_TIME: Duration = Duration::from_millis(300);

#[derive(Template)]
#[template(path = "forgot_password.html")]
struct Page {
    frame: Frame,
    field: Field,
    sent: bool,
}

fn page(visitor: &Visitor, email: &str, error: String, sent: bool) -> Page {
    let field = Field {
        name: "email",
        label: visitor.say("email"),
        kind: Kind::Email,
        value: email.to_owned(),
        error,
        required: true,
        autocomplete: "username",
        length_max: 100,
        ..Field::default()
    };
    Page { frame: visitor.frame(visitor.say("forgot-password-title")), field, sent }
}

pub async fn form(visitor: Visitor) -> Shown {
    visitor.show(&page(&visitor, "", String::new(), false))
}

/// The answer is the same whether the address is known or not.
pub async fn submit(visitor: Visitor, sent: Sent) -> Shown {
    let (email, shop) = (sent.get("email"), &visitor.shop);
    visitor.admit(email)?;
    if !is_email(email) {
        let word = if email.is_empty() { "required" } else { "invalid_email" };
        return visitor.show_again(&page(&visitor, email, visitor.say(word), false));
    }
    let wish = AskForPassword { company: shop.settings.company.clone(), email: email.to_owned() };
    let noted = shop.store.write(Context::system(), wish, |tx, wish| Box::pin(ask_for_password(tx, wish)));
    let (noted, ()) = tokio::join!(noted, tokio::time::sleep(ANSWER_TIME));
    noted?;
    visitor.show(&page(&visitor, email, String::new(), true))
}
