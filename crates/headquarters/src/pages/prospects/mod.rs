//! Prospects: the list, a prospect's page, and the dialogs that decide it.

mod bulk;
mod decide;
mod edit;
mod page;
#[cfg(test)]
mod tests;

pub(super) use decide::requestor;
pub(super) use page::is_open;

use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};
use channel::requests::waiting;
use shell::grid::{Ask, Column, Grid, Page, View};
use shell::{Command, Fault, Shown, Tone, Visit, countries};
use tables::{Filter, Principal, Privilege, Query, Table as _};

use super::{Desk, batch_jobs};
use crate::channel_requests::{ProcessingStatus, StagedRequest, p_0001, synchronize};
use crate::prospects::{Prospect, ProspectStatus};

/// Where the list is.
pub(super) const PATH: &str = "/headquarters/prospects";

pub(super) fn routes() -> Router<Desk> {
    Router::new()
        .route(PATH, get(list))
        .route("/headquarters/prospects/reject-selected", post(bulk::selected))
        .route("/headquarters/prospects/reject", get(bulk::ask).post(bulk::reject_all))
        .route("/headquarters/prospects/{id}", get(page::page))
        .route("/headquarters/prospects/{id}/edit", get(edit::ask).post(edit::take))
        .route("/headquarters/prospects/{id}/start-review", post(page::begin_review))
        .route("/headquarters/prospects/{id}/approve", get(decide::ask_approve).post(decide::do_approve))
        .route("/headquarters/prospects/{id}/reject", get(decide::ask_reject).post(decide::do_reject))
}

const GRID: Grid = Grid {
    name: "all-prospects",
    table: Prospect::NAME,
    path: PATH,
    columns: &[
        Column::main("OrganizationName"),
        Column::sub("PersonLastName").minor(2),
        Column::of("PrimaryContactEmail").minor(2),
        Column::of("AddressCountry").said(countries::name).minor(3),
        Column::state("Status", tone),
        Column::when("CreatedAt"),
        Column::of("ProspectId"),
        Column::of("RequestReference").hidden(),
        Column::of("PersonFirstName").hidden(),
        Column::of("AddressCity").hidden(),
        Column::of("TaxId").hidden(),
        Column::of("Language").hidden(),
        Column::of("PossibleDuplicateOf").hidden(),
        Column::of("RejectionReason").hidden(),
        Column::of("DecidedBy").hidden(),
        Column::of("DecidedIn").hidden(),
        Column::when("DecidedAt").hidden(),
    ],
    search: &[
        "OrganizationName",
        "PersonLastName",
        "PrimaryContactEmail",
        "ProspectId",
        "RequestReference",
        "TaxId",
    ],
    newest_by: "CreatedAt",
    empty: "prospects-empty",
};

/// Colour and icon of a status.
pub(super) fn tone(status: &str) -> (Tone, &'static str) {
    match status {
        "Open" => (Tone::Info, "clock"),
        "InReview" => (Tone::Warn, "eye"),
        "Approved" => (Tone::Good, "check"),
        _ => (Tone::None, "x"),
    }
}

/// The page of a prospect.
pub(super) fn path(id: tables::uuid::Uuid) -> String {
    format!("{PATH}/{id}")
}

async fn list(visit: Visit, State(desk): State<Desk>, ask: Ask) -> Shown {
    let view = |id: &str, label: &str, statuses: &[ProspectStatus]| View {
        id: id.into(),
        label: visit.say(label),
        filter: (!statuses.is_empty())
            .then(|| Filter::In("Status".into(), statuses.iter().copied().map(Into::into).collect())),
    };
    let views = vec![
        view("", "all-prospects", &[]),
        view("undecided", "view-undecided", &[ProspectStatus::Open, ProspectStatus::InReview]),
        view("approved", "view-approved", &[ProspectStatus::Approved]),
        view("rejected", "view-rejected", &[ProspectStatus::Rejected]),
    ];
    let mut commands = Vec::new();
    if visit.may(Privilege::Write, Prospect::NAME) {
        let reject = format!("{PATH}/reject-selected");
        commands.push(Command::selected(visit.say("reject"), "x", reject));
    }
    let note = waiting_requests(&visit, &desk).await?;
    GRID.page(&visit, &ask, Page { views, commands, note, ..Page::default() }).await
}

/// What to say above the list, and what to do about it.
type Note = (Tone, String, Option<Command>);

/// Requests that are not here yet because a job has to bring them.
async fn waiting_requests(visit: &Visit, desk: &Desk) -> Result<Option<Note>, Fault> {
    if !visit.may(Privilege::Read, StagedRequest::NAME) {
        return Ok(None);
    }
    let in_store = waiting(&mut desk.channel.read(&Principal::system()).await?).await?;
    let (words, job) = if in_store > 0 {
        (visit.say_with("waiting-in-store", "count", in_store), p_0001::NAME)
    } else {
        let pending = Filter::equals("ProcessingStatus", ProcessingStatus::Pending);
        let mut staged = Query::of(StagedRequest::NAME).filter(pending).limit(1);
        staged.count = true;
        let staged = visit.read().await?.page(&staged).await?.count.unwrap_or_default();
        if staged == 0 {
            return Ok(None);
        }
        (visit.say_with("waiting-in-headquarters", "count", staged), synchronize::NAMES[0])
    };
    let run = batch_jobs::run_command(visit, job, PATH);
    Ok(Some((Tone::Info, words, run)))
}
