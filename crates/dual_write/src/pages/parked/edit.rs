//! Edit and retry: the changed row's values, to be corrected where they come from.

use askama::Template;
use axum::extract::State;
use shell::form::Sent;
use shell::{Fault, Frame, RowId, Shown, Visit};
use tables::Privilege;
use uuid::Uuid;

use super::super::Desk;
use super::super::values::{refusal, side, value};
use super::ways_out::{told, waiting};
use super::{PATH, detail};
use crate::row::text;
use crate::waiting::Waiting;
use crate::watch::{CorrectError, Correctable, Correction};
use crate::{Engine, PeerError, Side};

#[derive(Template)]
#[template(path = "edit_parked.html")]
struct Page {
    frame: Frame,
    title: String,
    action: String,
    back: String,
    /// What will happen, with the side by name.
    consequence: String,
    version: String,
    fields: Vec<Field>,
    error: Option<String>,
    /// What the other side said, in its own words.
    original: String,
}

struct Field {
    column: String,
    there: String,
    text: String,
    /// Value, label, and whether it is the one.
    options: Vec<(String, String, bool)>,
    is_blamed: bool,
}

pub(super) async fn ask(visit: Visit, State(desk): State<Desk>, RowId(id): RowId) -> Shown {
    if !visit.may(Privilege::Write, "waiting") {
        return Err(Fault::NotAllowed);
    }
    page(&visit, &desk.engine()?, id, None, None, String::new()).await
}

pub(super) async fn submit(visit: Visit, State(desk): State<Desk>, RowId(id): RowId, sent: Sent) -> Shown {
    let engine = desk.engine()?;
    let before = waiting(&visit, id).await?;
    let value =
        |(name, text): (&str, &str)| Some((name.strip_prefix("value.")?.to_owned(), text.trim().to_owned()));
    let texts: Vec<(String, String)> = sent.last_of_each().filter_map(value).collect();
    match engine.correct(&visit.context(), id, sent.get("version"), &texts).await {
        Ok(()) => told(&visit, &engine, id, before.attempts).await,
        Err(error) => refused(&visit, &engine, id, &sent, error).await,
    }
}

/// The form again, with what was typed and why it was not taken.
async fn refused(visit: &Visit, engine: &Engine, id: Uuid, sent: &Sent, error: CorrectError) -> Shown {
    let (words, original) = match error {
        CorrectError::Store(error) => return Err(error.into()),
        CorrectError::NotOffered(_) => return Err(Fault::Unreadable),
        CorrectError::Changed => (visit.say("edit-changed"), String::new()),
        CorrectError::NoNumber(column) => (visit.say_with("edit-no-number", "column", column), String::new()),
        CorrectError::Peer(error) => {
            let code = if let PeerError::Refused { code, .. } = &error { code.as_str() } else { "" };
            let known = visit.try_say(&format!("refused-{code}")).map(|_| refusal(visit, code));
            (known.unwrap_or_else(|| visit.say("edit-refused")), error.to_string())
        }
    };
    page(visit, engine, id, Some(sent), Some(words), original).await
}

async fn page(
    visit: &Visit,
    engine: &Engine,
    id: Uuid,
    sent: Option<&Sent>,
    error: Option<String>,
    original: String,
) -> Shown {
    let waiting = waiting(visit, id).await?;
    let back = format!("{PATH}/{id}");
    let row = match engine.correction(&waiting).await {
        Ok(Some(row)) => row,
        Ok(None) => return Ok(visit.failed(&back, &visit.say("edit-gone"))),
        Err(CorrectError::Peer(_)) => return Ok(visit.failed(&back, &visit.say("edit-silent"))),
        Err(CorrectError::Store(error)) => return Err(error.into()),
        Err(CorrectError::Changed | CorrectError::NoNumber(_) | CorrectError::NotOffered(_)) => {
            return Err(Fault::Unreadable);
        }
    };
    let from = Side::named(&waiting.side).unwrap_or(Side::Headquarters);
    let title = visit.say_with("edit-and-retry-title", "name", super::ways_out::name(&waiting));
    let page = Page {
        frame: visit.frame(title.clone()),
        title,
        action: format!("{back}/edit"),
        back,
        consequence: visit.say_with("edit-consequence", "side", side(visit, from)),
        version: row.version.clone(),
        fields: fields(visit, &waiting, row, sent),
        error,
        original,
    };
    if page.error.is_some() { visit.show_again(&page) } else { visit.show(&page) }
}

/// What the refusal names comes first, then the rest in the map's order; empty columns are left out.
fn fields(visit: &Visit, waiting: &Waiting, row: Correction, sent: Option<&Sent>) -> Vec<Field> {
    let message = waiting.message.as_deref().unwrap_or_default();
    let field = |one: Correctable| {
        // The other side names its own columns.
        let is_blamed = detail::mentions(message, &one.there);
        if crate::row::is_blank(&one.value) && !is_blamed {
            return None;
        }
        let typed = sent.and_then(|sent| sent.find(&format!("value.{}", one.column))).map(str::to_owned);
        let text_now = typed.unwrap_or_else(|| text(&one.value));
        let is_choice = one.known.contains(&one.value);
        let options = one.known.iter().filter(|_| is_choice || one.known.len() > 1);
        let option = |known: &serde_json::Value| (text(known), value(visit, known), text(known) == text_now);
        let mut options: Vec<_> = options.map(option).collect();
        if !options.is_empty() && !options.iter().any(|(.., is_chosen)| *is_chosen) {
            options.insert(0, (text_now.clone(), text_now.clone(), true));
        }
        Some(Field { column: one.column, there: one.there, text: text_now, options, is_blamed })
    };
    let mut fields: Vec<Field> = row.values.into_iter().filter_map(field).collect();
    fields.sort_by_key(|field| !field.is_blamed);
    fields
}
