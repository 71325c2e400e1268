//! Change password, for somebody who is signed in.

use askama::Template;
use channel::customers::{ChangePassword, change_password};
use shell::form::Sent;
use shell::{Shown, passwords, sessions};
use tables::Error;
use tables::uuid::Uuid;

use super::{HOME, password};
use crate::pages::{Field, Frame, Kind, Signed, Visitor};

#[derive(Template)]
#[template(path = "change_password.html")]
struct Page {
    frame: Frame,
    fields: [Field; 2],
}

fn page(visitor: &Visitor, current: String, new: Option<String>) -> Page {
    let current = Field {
        name: "current",
        label: visitor.say("current-password"),
        kind: Kind::Password,
        error: current,
        required: true,
        wide: true,
        autocomplete: "current-password",
        length_max: platform::credentials::PASSWORD_LENGTH_MAX,
        ..Field::default()
    };
    let frame = visitor.frame(visitor.say("change-password"));
    Page { frame, fields: [current, password::new_field(visitor, new)] }
}

pub async fn form(Signed { visitor, .. }: Signed) -> Shown {
    visitor.show(&page(&visitor, String::new(), None))
}

/// Other sessions end with the old password.
pub async fn submit(Signed { visitor, member }: Signed, sent: Sent) -> Shown {
    let typed = |field| sent.find(field).unwrap_or_default();
    let (shop, person) = (&visitor.shop, &member.known.person);
    visitor.admit(&person.email)?;
    let fault = passwords::fault(&visitor, &person.email, typed("password"));
    let known = person.credential.clone().unwrap_or_default();
    let fits = shop.passwords.fits(typed("current").to_owned(), Some(known.clone())).await?;
    if !fits || fault.is_some() {
        let current = if fits { String::new() } else { visitor.say("current-password-wrong") };
        return visitor.show_again(&page(&visitor, current, fault));
    }
    let credential = shop.passwords.hash(typed("password").to_owned()).await?;
    let command = (ChangePassword { person: member.id(), known, credential }, member.session);
    let changed = shop.store.write(member.context(), command, |tx, (command, but): &(_, Uuid)| {
        Box::pin(async move {
            let changed = change_password(tx, command).await?;
            if changed {
                sessions::end_others(tx, command.person, Some(*but)).await?;
            }
            Ok::<_, Error>(changed)
        })
    });
    Ok(match changed.await? {
        true => visitor.done(HOME, "password-changed"),
        false => visitor.failed(HOME, "password-not-changed"),
    })
}
