//! A row to be made: its form alone.

use askama::Template;
use serde::Deserialize;
use shell::form::{Form, FormView, Sent, Taken};
use shell::{Command, Fault, Frame, Shown, Visit};
use tables::{Privilege, Values};
use uuid::Uuid;

use super::records::{self, Kind};

#[derive(Template)]
#[template(path = "new.html")]
struct Page {
    frame: Frame,
    title: String,
    form: FormView,
}

/// For whom a row is made, where one came from their page.
#[derive(Deserialize)]
pub(super) struct For {
    pub account: Option<Uuid>,
    pub contact: Option<Uuid>,
}

impl Page {
    fn new(visit: &Visit, kind: &Kind, form: FormView) -> Self {
        let title = visit.say(match kind.table {
            "lead" => "new-lead",
            "opportunity" => "new-opportunity",
            "account" => "new-account",
            _ => "new-contact",
        });
        let commands = vec![
            Command::submit(visit.say("save"), "save").key(),
            Command::go(visit.say("cancel"), "x", kind.list()),
        ];
        Self { frame: visit.frame(title.clone()).with(commands), title, form }
    }
}

/// The form, with what is known of the row already: columns with the rows that they point at.
pub(super) async fn ask(
    visit: &Visit,
    kind: &Kind,
    form: &Form,
    known: &[(&str, &Kind, Option<Uuid>)],
) -> Shown {
    if !visit.may(Privilege::Create, kind.table) {
        return Err(Fault::NotAllowed);
    }
    let mut pairs = Vec::new();
    for (column, of, id) in known {
        if let Some(id) = id {
            let row = records::row(&mut visit.read().await?, of.table, *id).await?;
            pairs.push((*column, records::name(&row)));
        }
    }
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(column, name)| (*column, name.as_str())).collect();
    visit.show(&Page::new(visit, kind, form.begun(visit, &Sent::of(&pairs)).await?))
}

/// To the new row, or the form again.
pub(super) async fn create(visit: &Visit, kind: &Kind, form: &Form, sent: &Sent) -> Shown {
    match form.create(visit, sent, Values::new()).await? {
        Taken::Done(id) => {
            let row = records::row(&mut visit.read().await?, kind.table, id).await?;
            let words = visit.say_with("form-created", "name", records::name(&row));
            Ok(visit.done(&kind.page(id), &words))
        }
        Taken::Again(form) => visit.show_again(&Page::new(visit, kind, *form)),
    }
}
