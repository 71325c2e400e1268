//! Email history: what was sent to whom, what failed, and sending it again.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use shell::form::Sent;
use shell::grid::{Ask, Column, Grid, Page as GridPage, View};
use shell::{Command, Fault, Frame, Shown, Tone, Visit, Voice};
use tables::uuid::Uuid;
use tables::{Error, Filter, Privilege, Table as _};

use super::facts::{Fact, facts};
use super::{Desk, RowId, edit};
use crate::mail::{EmailMessage, EmailStatus, Links, NotificationType, Preview, Resend, ResendError, resend};

const PATH: &str = "/headquarters/email-history";

pub(super) fn routes() -> Router<Desk> {
    Router::new()
        .route(PATH, get(list))
        .route("/headquarters/email-history/{id}", get(page))
        .route("/headquarters/email-history/{id}/resend", get(ask_resend).post(do_resend))
}

const GRID: Grid = Grid {
    name: "email-history",
    table: EmailMessage::NAME,
    path: PATH,
    columns: &[
        Column::main("Subject"),
        Column::sub("Recipient"),
        Column::of("NotificationType").said(type_label).minor(2),
        Column::state("Status", tone),
        Column::of("Language").said(edit::language).minor(3),
        Column::when("CreatedAt"),
        Column::when("SentAt").hidden(),
        Column::of("Attempts").hidden(),
        Column::of("FailureDetails").hidden(),
    ],
    search: &["Subject", "Recipient", "NotificationType"],
    newest_by: "CreatedAt",
    empty: "email-history-empty",
};

/// Colour and icon of a status.
pub(super) fn tone(status: &str) -> (Tone, &'static str) {
    match status {
        "Queued" => (Tone::Info, "clock"),
        "Sent" => (Tone::Good, "check"),
        "Captured" => (Tone::Info, "mail"),
        _ => (Tone::Bad, "alert"),
    }
}

/// What people call a notification type.
pub(crate) fn type_label(voice: &Voice, name: &str) -> String {
    match NotificationType::parse(name) {
        Some(NotificationType::RequestReceived) => voice.say("mail-request-received"),
        Some(NotificationType::ProspectApproved) => voice.say("mail-prospect-approved"),
        Some(NotificationType::ProspectRejected) => voice.say("mail-prospect-rejected"),
        Some(NotificationType::UserAdded) => voice.say("mail-user-added"),
        Some(NotificationType::PasswordReset) => voice.say("mail-password-reset"),
        None => name.to_owned(),
    }
}

/// The page of a message.
pub(super) fn path(id: Uuid) -> String {
    format!("{PATH}/{id}")
}

async fn list(visit: Visit, ask: Ask) -> Shown {
    let view = |id: &str, label: &str, status: Option<EmailStatus>| View {
        id: id.into(),
        label: visit.say(label),
        filter: status.map(|status| Filter::equals("Status", status)),
    };
    let views = vec![
        view("", "email-history", None),
        view("failed", "view-mail-failed", Some(EmailStatus::Failed)),
        view("queued", "view-mail-queued", Some(EmailStatus::Queued)),
        view("captured", "view-mail-captured", Some(EmailStatus::Captured)),
    ];
    GRID.page(&visit, &ask, GridPage { views, ..GridPage::default() }).await
}

#[derive(Template)]
#[template(path = "email_message.html")]
struct Page {
    frame: Frame,
    kind: String,
    status: (Tone, &'static str, String),
    head: Vec<Fact>,
    failure: Option<String>,
    /// Why nobody received it, where it was captured.
    captured: Option<String>,
    preview: Preview,
}

async fn page(visit: Visit, State(desk): State<Desk>, RowId(id): RowId) -> Shown {
    let row = visit.read().await?.get_row(EmailMessage::NAME, id).await?.ok_or(Fault::NotFound)?;
    let message = EmailMessage::from_row(&row)?;
    let status = format!("{:?}", message.status);
    let (status_tone, icon) = tone(&status);
    let mut commands = Vec::new();
    if visit.may(Privilege::Create, EmailMessage::NAME) && message.status != EmailStatus::Queued {
        commands.push(Command::ask(visit.say("resend"), "mail", format!("{}/resend", path(id))));
    }
    let links = if desk.is_demo { Links::Open } else { Links::Hidden };
    let about = if desk.is_demo { "mail-captured-demo" } else { "mail-captured" };
    let head: &[&str] = match message.status {
        EmailStatus::Captured => &["Recipient", "Sender", "Language", "CreatedAt"],
        _ => &["Recipient", "Sender", "Language", "CreatedAt", "SentAt", "Attempts"],
    };
    visit.show(&Page {
        captured: (message.status == EmailStatus::Captured).then(|| visit.say(about)),
        frame: visit.frame(message.subject.clone()).with(commands),
        kind: type_label(&visit, &message.notification_type),
        status: (status_tone, icon, visit.option(EmailMessage::NAME, "Status", &status)),
        head: facts(&visit, &row, head),
        failure: message.failure_details.clone(),
        preview: Preview::of(&message, links),
    })
}

#[derive(Template)]
#[template(path = "resend.html")]
struct ResendPage {
    frame: Frame,
    action: String,
    back: String,
    title: String,
    subject: String,
    recipient: String,
    error: Option<String>,
}

async fn ask_resend(visit: Visit, RowId(id): RowId) -> Shown {
    resend_page(&visit, id, None, None).await
}

async fn resend_page(visit: &Visit, id: Uuid, recipient: Option<&str>, error: Option<String>) -> Shown {
    let message: EmailMessage = visit.read().await?.get(id).await?.ok_or(Fault::NotFound)?;
    let title = visit.say("resend-title");
    let page = ResendPage {
        frame: visit.frame(title.clone()),
        action: format!("{}/resend", path(id)),
        back: path(id),
        title,
        subject: message.subject,
        recipient: recipient.map_or(message.recipient, str::to_owned),
        error,
    };
    if page.error.is_some() { visit.show_again(&page) } else { visit.show(&page) }
}

async fn do_resend(visit: Visit, RowId(id): RowId, sent: Sent) -> Shown {
    let recipient = sent.get("recipient");
    let command = Resend { message: id, recipient: Some(recipient.to_owned()) };
    let again =
        visit.store().write(visit.context(), command, |tx, command| Box::pin(resend(tx, command))).await;
    match again {
        Ok(copy) => Ok(visit.done(&path(copy), &visit.say_with("resent", "recipient", recipient))),
        Err(ResendError::StillQueued) => Ok(visit.failed(&path(id), &visit.say("resend-queued"))),
        Err(ResendError::NoAddress(_)) => {
            resend_page(&visit, id, Some(recipient), Some(visit.say("no-email-address"))).await
        }
        Err(ResendError::Tables(error @ Error::TooLong { .. })) => {
            resend_page(&visit, id, Some(recipient), Some(visit.error(&error))).await
        }
        Err(ResendError::Tables(error)) => Err(error.into()),
    }
}
