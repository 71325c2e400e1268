//! Writing on timelines: notes, tasks and phone calls are added, changed, completed and deleted.

use askama::Template;
use axum::routing::{get, post};
use axum::{Router, response::Response};
use jiff::Timestamp;
use jiff::civil::DateTime;
use serde::Deserialize;
use shell::form::Filled;
use shell::{Fault, Frame, Shown, Visit};
use tables::{Change, Error, Privilege, Reference, Row, Value, Values};
use uuid::Uuid;

use super::question::Question;
use super::records::{self, KINDS, Kind, RowId, page_of_row, text};
use super::timeline::Activity;

/// Longest note that the pages take; the table takes files of programs too.
const NOTE_LENGTH_MAX: usize = 20_000;

/// The pages under every row, and those of the activities themselves.
pub(super) fn router() -> Router {
    let mut router = Router::new();
    for activity in Activity::ALL {
        let folder = activity.folder();
        for kind in KINDS {
            router = router
                .route(
                    &format!("/sales/{}/{{id}}/{folder}", kind.folder),
                    post(async move |visit: Visit, RowId(id), Filled(fields): Filled<Fields>| {
                        add(&visit, kind, activity, id, fields).await
                    }),
                )
                .route(
                    &format!("/sales/{}/{{id}}/{folder}/new", kind.folder),
                    get(async move |visit: Visit, RowId(id)| ask_new(&visit, kind, activity, id).await),
                );
        }
        router = router
            .route(
                &format!("/sales/{folder}/{{id}}"),
                get(async move |visit: Visit, RowId(id)| ask_change(&visit, activity, id).await).post(
                    async move |visit: Visit, RowId(id), Filled(fields): Filled<Fields>| {
                        change(&visit, activity, id, fields).await
                    },
                ),
            )
            .route(
                &format!("/sales/{folder}/{{id}}/delete"),
                get(async move |visit: Visit, RowId(id)| ask_delete(&visit, activity, id).await)
                    .post(async move |visit: Visit, RowId(id)| delete(&visit, activity, id).await),
            );
        if activity != Activity::Note {
            router = router.route(
                &format!("/sales/{folder}/{{id}}/complete"),
                post(async move |visit: Visit, RowId(id)| complete(&visit, activity, id).await),
            );
        }
    }
    router
}

/// What a form says of an activity. Each kind takes those that it has.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Fields {
    subject: String,
    text: String,
    due: String,
    number: String,
    received: Option<String>,
    high: Option<String>,
    /// The version that was read; nothing: the row is new.
    version: String,
}

#[derive(Template)]
#[template(path = "activity.html")]
struct Page {
    frame: Frame,
    title: String,
    action: String,
    back: String,
    activity: Activity,
    fields: Fields,
    error: Option<String>,
    /// What somebody else stored meanwhile: labels with values.
    theirs: Vec<(String, String)>,
}

impl Page {
    fn new(visit: &Visit, activity: Activity, is_new: bool, action: String, back: String) -> Self {
        let title = visit.say(match (activity, is_new) {
            (Activity::Note, true) => "new-note",
            (Activity::Note, false) => "edit-note",
            (Activity::Task, true) => "new-task",
            (Activity::Task, false) => "edit-task",
            (Activity::PhoneCall, true) => "new-call",
            (Activity::PhoneCall, false) => "edit-call",
        });
        let frame = visit.frame(title.clone());
        Self {
            frame,
            title,
            action,
            back,
            activity,
            fields: Fields::default(),
            error: None,
            theirs: Vec::new(),
        }
    }

    fn is_note(&self) -> bool {
        self.activity == Activity::Note
    }

    fn is_call(&self) -> bool {
        self.activity == Activity::PhoneCall
    }
}

async fn ask_new(visit: &Visit, kind: &Kind, activity: Activity, id: Uuid) -> Shown {
    let row = records::row(&mut visit.read().await?, kind.table, id).await?;
    let back = kind.page(id);
    let mut page = Page::new(visit, activity, true, format!("{back}/{}", activity.folder()), back);
    if activity == Activity::PhoneCall {
        page.fields.number = text(&row, "telephone1").to_owned();
    }
    visit.show(&page)
}

async fn add(visit: &Visit, kind: &Kind, activity: Activity, id: Uuid, fields: Fields) -> Shown {
    // A row that one may not see can have no notes of oneself.
    records::row(&mut visit.read().await?, kind.table, id).await?;
    let back = kind.page(id);
    let addresses = (format!("{back}/{}", activity.folder()), back);
    let mut values = match values(visit, activity, &fields) {
        Ok(values) => values,
        Err(words) => return again(visit, activity, true, fields, addresses, words),
    };
    values.push((activity.parent().into(), Reference::new(kind.table, id).into()));
    match write(visit, Change::create(activity.table(), values)).await {
        Ok(()) => Ok(visit.done(
            &format!("{}#timeline", addresses.1),
            &visit.say(match activity {
                Activity::Note => "note-added",
                Activity::Task => "task-added",
                Activity::PhoneCall => "call-added",
            }),
        )),
        Err(error) => {
            let words = refused(visit, activity, error)?;
            again(visit, activity, true, fields, addresses, words)
        }
    }
}

async fn ask_change(visit: &Visit, activity: Activity, id: Uuid) -> Shown {
    let row = records::row(&mut visit.read().await?, activity.table(), id).await?;
    if !records::may(visit, Privilege::Write, &row) {
        return Err(Fault::NotAllowed);
    }
    let mut page = Page::new(visit, activity, false, activity.page(id), parent_page(&row, activity));
    page.fields = stored(visit, activity, &row);
    visit.show(&page)
}

/// What the row says, as its form shows it.
fn stored(visit: &Visit, activity: Activity, row: &Row) -> Fields {
    let due = match row.get("scheduledend") {
        Value::DateTime(due) => {
            due.to_zoned(visit.voice.zone.clone()).datetime().strftime("%Y-%m-%dT%H:%M").to_string()
        }
        _ => String::new(),
    };
    let memo = if activity == Activity::Note { "notetext" } else { "description" };
    Fields {
        subject: text(row, "subject").into(),
        text: text(row, memo).into(),
        due,
        number: text(row, "phonenumber").into(),
        received: (*row.get("directioncode") == Value::YesNo(false)).then(String::new),
        high: (*row.get("prioritycode") == Value::Choice(2)).then(String::new),
        version: row.version().to_string(),
    }
}

async fn change(visit: &Visit, activity: Activity, id: Uuid, fields: Fields) -> Shown {
    let row = records::row(&mut visit.read().await?, activity.table(), id).await?;
    let addresses = (activity.page(id), parent_page(&row, activity));
    let values = match values(visit, activity, &fields) {
        Ok(values) => values,
        Err(words) => return again(visit, activity, false, fields, addresses, words),
    };
    let update = Change::update(activity.table(), id, values);
    // A program may save without having read; a page always says what it showed.
    let update = match fields.version.parse() {
        Ok(version) => update.expecting(version),
        Err(_) => return Err(Fault::Unreadable),
    };
    match write(visit, update).await {
        Ok(()) => Ok(visit.done(&format!("{}#timeline", addresses.1), &visit.say("form-saved"))),
        Err(Error::StaleVersion { .. }) => stale(visit, activity, id, fields).await,
        Err(error) => {
            let words = refused(visit, activity, error)?;
            again(visit, activity, false, fields, addresses, words)
        }
    }
}

/// Somebody else saved meanwhile: both versions are shown, and saving again replaces theirs.
async fn stale(visit: &Visit, activity: Activity, id: Uuid, fields: Fields) -> Shown {
    let row = records::row(&mut visit.read().await?, activity.table(), id).await?;
    let theirs = stored(visit, activity, &row);
    let words = if activity == Activity::Note { "note" } else { "description" };
    let shown = [
        ("subject", &theirs.subject, &fields.subject),
        (words, &theirs.text, &fields.text),
        ("phone-number", &theirs.number, &fields.number),
        ("due", &theirs.due, &fields.due),
    ];
    let differ = shown.into_iter().filter(|(_, theirs, yours)| theirs != yours);
    let page = Page::new(visit, activity, false, activity.page(id), parent_page(&row, activity));
    visit.show_again(&Page {
        theirs: differ.map(|(label, theirs, _)| (visit.say(label), theirs.clone())).collect(),
        error: Some(format!("{}. {}", visit.say("form-stale-title"), visit.say("form-stale-text"))),
        fields: Fields { version: theirs.version, ..fields },
        ..page
    })
}

async fn complete(visit: &Visit, activity: Activity, id: Uuid) -> Shown {
    let row = records::row(&mut visit.read().await?, activity.table(), id).await?;
    let mut values: Values = vec![("statecode".into(), Value::Choice(1))];
    // A call that came in was received, not made.
    if *row.get("directioncode") == Value::YesNo(false) {
        values.push(("statuscode".into(), Value::Choice(4)));
    }
    write(visit, Change::update(activity.table(), id, values)).await?;
    let words = visit.say_with("activity-completed", "subject", text(&row, "subject"));
    Ok(visit.done(&format!("{}#timeline", parent_page(&row, activity)), &words))
}

async fn ask_delete(visit: &Visit, activity: Activity, id: Uuid) -> Shown {
    let row = records::row(&mut visit.read().await?, activity.table(), id).await?;
    if !records::may(visit, Privilege::Delete, &row) {
        return Err(Fault::NotAllowed);
    }
    let title = visit.say(match activity {
        Activity::Note => "delete-note",
        Activity::Task => "delete-task",
        Activity::PhoneCall => "delete-call",
    });
    let what = [text(&row, "subject"), text(&row, "notetext")].into_iter().find(|text| !text.is_empty());
    let question = Question {
        title,
        consequences: vec![
            what.unwrap_or_default().chars().take(200).collect(),
            visit.say("delete-consequence"),
        ],
        verb: visit.say("delete"),
        action: format!("{}/delete", activity.page(id)),
        back: parent_page(&row, activity),
    };
    question.ask(visit)
}

async fn delete(visit: &Visit, activity: Activity, id: Uuid) -> Shown {
    let row = records::row(&mut visit.read().await?, activity.table(), id).await?;
    write(visit, Change::delete(activity.table(), id)).await?;
    Ok(visit.done(&format!("{}#timeline", parent_page(&row, activity)), &visit.say("deleted")))
}

/// The page of the row that an activity is about.
fn parent_page(row: &Row, activity: Activity) -> String {
    let parent = match row.get(activity.parent()) {
        Value::Reference(parent) => page_of_row(&parent.table, parent.id),
        _ => None,
    };
    parent.unwrap_or_else(|| "/sales/".into())
}

/// The columns to write, or what to correct.
fn values(visit: &Visit, activity: Activity, fields: &Fields) -> Result<Values, String> {
    let filled = |text: &str| Value::from(Some(text.trim()).filter(|text| !text.is_empty()));
    let of = |column: &str, value: Value| (column.to_owned(), value);
    let length = fields.text.chars().count();
    if activity == Activity::Note {
        if fields.text.trim().is_empty() {
            return Err(visit.say("note-empty"));
        }
        if length > NOTE_LENGTH_MAX {
            return Err(visit.say_with("note-too-long", "max", NOTE_LENGTH_MAX));
        }
        return Ok(vec![of("subject", filled(&fields.subject)), of("notetext", filled(&fields.text))]);
    }
    if fields.subject.trim().is_empty() {
        return Err(visit.say("subject-empty"));
    }
    let priority = if fields.high.is_some() { 2 } else { 1 };
    let mut values = vec![
        of("subject", filled(&fields.subject)),
        of("description", filled(&fields.text)),
        of("scheduledend", due(visit, &fields.due)?.into()),
        of("prioritycode", Value::Choice(priority)),
    ];
    if activity == Activity::PhoneCall {
        values.push(of("phonenumber", filled(&fields.number)));
        values.push(of("directioncode", fields.received.is_none().into()));
    }
    Ok(values)
}

/// The moment that stands in the field, by the reader's clock.
fn due(visit: &Visit, text: &str) -> Result<Option<Timestamp>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let local: Option<DateTime> = text.trim().parse().ok();
    let moment = local.and_then(|local| local.to_zoned(visit.voice.zone.clone()).ok());
    moment.map(|moment| Some(moment.timestamp())).ok_or_else(|| visit.say("form-wrong-moment"))
}

pub(super) async fn write(visit: &Visit, change: Change) -> tables::Result<()> {
    let written = visit.store().write::<_, _, Error>(visit.context(), change, |tx, change| {
        Box::pin(async move { tx.write_one(change.clone()).await })
    });
    written.await.map(|_| ())
}

/// The words for what can be corrected; anything else is a page of its own.
fn refused(visit: &Visit, activity: Activity, error: Error) -> Result<String, Fault> {
    match error {
        Error::NotFound { .. } | Error::NoPrivilege { .. } | Error::Internal(_) => Err(error.into()),
        error => Ok(visit.error_in(activity.table(), &error)),
    }
}

fn again(
    visit: &Visit,
    activity: Activity,
    is_new: bool,
    fields: Fields,
    (action, back): (String, String),
    words: String,
) -> Result<Response, Fault> {
    let page = Page::new(visit, activity, is_new, action, back);
    visit.show_again(&Page { fields, error: Some(words), ..page })
}
