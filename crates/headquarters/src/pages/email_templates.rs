//! Mail templates: per notification type and language, with a preview, and the way back to the
//! built-in words.

use askama::Template;
use axum::Router;
use axum::routing::get;
use shell::form::{Field, Form, FormSection, FormView, Options, Sent, Taken};
use shell::grid::{Ask, Column, Grid, Page as GridPage};
use shell::{Command, Entry, Fault, Frame, Shown, Visit, Voice};
use tables::uuid::Uuid;
use tables::{Privilege, Row, Table as _};

use super::email_history::type_label;
use super::{Desk, RowId, edit, history};
use crate::mail::{EmailTemplate, NotificationType, Preview, UnknownPlaceholder, has_built_in, restore};

const PATH: &str = "/headquarters/email-templates";

pub(super) fn routes() -> Router<Desk> {
    Router::new()
        .route(PATH, get(list))
        .route("/headquarters/email-templates/new", get(ask_new).post(take_new))
        .route("/headquarters/email-templates/{id}", get(page).post(save))
        .route("/headquarters/email-templates/{id}/restore", get(ask_restore).post(do_restore))
}

const GRID: Grid = Grid {
    name: "email-templates",
    table: EmailTemplate::NAME,
    path: PATH,
    columns: &[
        Column::main("NotificationType").said(type_label),
        Column::of("Language").said(edit::language),
        Column::sub("Subject"),
        Column::when("ModifiedAt"),
    ],
    search: &["NotificationType", "Language", "Subject"],
    newest_by: "ModifiedAt",
    empty: "email-templates-empty",
};

const FORM: Form = Form {
    table: EmailTemplate::NAME,
    sections: &[FormSection {
        title: "template",
        fields: &[Field::of("Subject"), Field::of("TextBody"), Field::of("HtmlBody")],
    }],
    page_of: edit::no_page,
};

async fn list(visit: Visit, ask: Ask) -> Shown {
    let may_add = visit.may(Privilege::Create, EmailTemplate::NAME);
    let add = || Command::go(visit.say("new-template"), "plus", format!("{PATH}/new"));
    let commands = may_add.then(add).into_iter().collect();
    GRID.page(&visit, &ask, GridPage { commands, ..GridPage::default() }).await
}

/// The form of a template in another language.
const NEW: Form = Form {
    sections: &[FormSection {
        title: "template",
        fields: &[
            Field::one_of("NotificationType", types),
            Field::of("Language"),
            Field::of("Subject"),
            Field::of("TextBody"),
            Field::of("HtmlBody"),
        ],
    }],
    ..FORM
};

fn types(voice: &Voice) -> Options {
    NotificationType::ALL.map(|one| (one.name().to_owned(), type_label(voice, one.name()))).to_vec()
}

#[derive(Template)]
#[template(path = "new_email_template.html")]
struct NewPage {
    frame: Frame,
    title: String,
    form: FormView,
    /// The name that nobody gives, in a sentence.
    unknown: Option<String>,
    /// Notification types, each with the names that it may use.
    kinds: Vec<(String, Vec<String>)>,
}

async fn ask_new(visit: Visit) -> Shown {
    let form = NEW.empty(&visit).await?;
    visit.show(&new_page(&visit, form, None))
}

async fn take_new(visit: Visit, sent: Sent) -> Shown {
    match NEW.create(&visit, &sent, Vec::new()).await? {
        Taken::Done(id) => Ok(visit.done(&path(id), &visit.say("form-saved"))),
        Taken::Again(form) => {
            let kind = NotificationType::parse(sent.get("NotificationType"));
            let preview = kind.map(|kind| Preview::of_template(kind, "", parts(&sent)));
            let unknown = preview.and_then(Result::err).map(|unknown| say_unknown(&visit, &unknown));
            visit.show_again(&new_page(&visit, *form, unknown))
        }
    }
}

fn new_page(visit: &Visit, form: FormView, unknown: Option<String>) -> NewPage {
    let title = visit.say("new-template");
    let commands = edit::save_commands(visit, &form, Some(PATH));
    NewPage {
        frame: visit.frame(title.clone()).with(commands),
        title,
        form,
        unknown,
        kinds: NotificationType::ALL.map(|one| (type_label(visit, one.name()), names(one))).to_vec(),
    }
}

/// Names that a template may use, as they are written.
fn names(notification: NotificationType) -> Vec<String> {
    notification.placeholders().iter().map(|name| format!("%{name}%")).collect()
}

fn parts(sent: &Sent) -> [&str; 3] {
    [sent.get("Subject"), sent.get("TextBody"), sent.get("HtmlBody")]
}

fn say_unknown(visit: &Visit, UnknownPlaceholder(name): &UnknownPlaceholder) -> String {
    visit.say_with("unknown-placeholder", "name", format!("%{name}%"))
}

#[derive(Template)]
#[template(path = "email_template.html")]
struct Page {
    frame: Frame,
    title: String,
    language: String,
    form: FormView,
    /// The name that nobody gives, in a sentence.
    unknown: Option<String>,
    /// Names that it may use, as they are written.
    names: Vec<String>,
    preview: Option<Preview>,
    history: Vec<Entry>,
}

fn path(id: Uuid) -> String {
    format!("{PATH}/{id}")
}

async fn load(visit: &Visit, id: Uuid) -> Result<Row, Fault> {
    visit.read().await?.get_row(EmailTemplate::NAME, id).await?.ok_or(Fault::NotFound)
}

async fn page(visit: Visit, RowId(id): RowId) -> Shown {
    let row = load(&visit, id).await?;
    let template = EmailTemplate::from_row(&row)?;
    let form = FORM.view(&visit, &row, false).await?;
    let parts = [&*template.subject, &*template.text_body, &*template.html_body];
    visit.show(&whole(&visit, &template, form, parts).await?)
}

/// Takes the form.
async fn save(visit: Visit, RowId(id): RowId, sent: Sent) -> Shown {
    let row = load(&visit, id).await?;
    let template = EmailTemplate::from_row(&row)?;
    match FORM.update(&visit, id, &sent).await? {
        Taken::Done(_) => Ok(visit.done(&path(id), &visit.say("form-saved"))),
        Taken::Again(form) => visit.show_again(&whole(&visit, &template, *form, parts(&sent)).await?),
    }
}

async fn whole(
    visit: &Visit,
    template: &EmailTemplate,
    form: FormView,
    parts: [&str; 3],
) -> Result<Page, Fault> {
    let id = template.external_row_id;
    let notification = NotificationType::parse(&template.notification_type);
    let title = type_label(visit, &template.notification_type);
    let mut commands = edit::save_commands(visit, &form, None);
    if form.is_open() && has_built_in(template) {
        let restore = format!("{}/restore", path(id));
        commands.push(Command::ask(visit.say("restore-template"), "refresh", restore));
    }
    // A text that names what nobody gives cannot be shown.
    let preview = notification.map(|one| Preview::of_template(one, &template.language, parts));
    let (preview, unknown) = match preview {
        Some(Ok(preview)) => (Some(preview), None),
        Some(Err(unknown)) => (None, Some(say_unknown(visit, &unknown))),
        None => (None, None),
    };
    Ok(Page {
        frame: visit.frame(title.clone()).with(commands),
        title,
        language: edit::language(visit, &template.language),
        form,
        unknown,
        names: notification.map(names).unwrap_or_default(),
        preview,
        history: history::history(visit, EmailTemplate::NAME, id).await?,
    })
}

#[derive(Template)]
#[template(path = "restore_template.html")]
struct RestorePage {
    frame: Frame,
    action: String,
    back: String,
    title: String,
}

async fn ask_restore(visit: Visit, RowId(id): RowId) -> Shown {
    let template = EmailTemplate::from_row(&load(&visit, id).await?)?;
    let title = visit.say_with("restore-title", "name", type_label(&visit, &template.notification_type));
    let action = format!("{}/restore", path(id));
    visit.show(&RestorePage { frame: visit.frame(title.clone()), action, back: path(id), title })
}

async fn do_restore(visit: Visit, RowId(id): RowId) -> Shown {
    visit.store().write(visit.context(), id, |tx, id| Box::pin(restore(tx, id))).await?;
    Ok(visit.done(&path(id), &visit.say("restored")))
}
