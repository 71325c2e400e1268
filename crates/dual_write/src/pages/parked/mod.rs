//! What waits: the list, each delivery with both rows, and the ways out.

mod detail;
mod edit;
mod ways_out;

use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};
use shell::grid::{Ask, Column, Grid, Page, View};
use shell::{Command, Shown, Tone, Visit};
use tables::{ColumnValue as _, Filter, Privilege};

use super::Desk;
use super::values::{cause_look, encode, refusal, target};
use crate::waiting::Cause;

pub(super) const PATH: &str = "/dual-write/parked";
/// Tries everything again.
pub(super) const RETRY_ALL: &str = "/dual-write/parked/retry-all";
const RETRY: &str = "/dual-write/parked/retry";
const SKIP: &str = "/dual-write/parked/skip";

const GRID: Grid = Grid {
    name: "parked-changes",
    table: "waiting",
    path: PATH,
    columns: &[
        Column::main("name"),
        Column::state("cause", tone),
        Column::sub("target").said(target),
        Column::of("code").said(refusal).minor(2),
        Column::of("attempts").minor(3),
        Column::when("createdon"),
        Column::of("side").hidden(),
        Column::of("nextattemptat").hidden(),
        Column::of("message").hidden(),
    ],
    search: &["name"],
    newest_by: "createdon",
    empty: "parked-empty",
};

pub(super) fn routes() -> Router<Desk> {
    Router::new()
        .route(PATH, get(list))
        .route(RETRY, post(ways_out::retry_selected))
        .route(RETRY_ALL, post(ways_out::retry_all))
        .route(SKIP, post(ways_out::skip_selected))
        .route("/dual-write/parked/{id}", get(detail::page))
        .route("/dual-write/parked/{id}/edit", get(edit::ask).post(edit::submit))
        .route("/dual-write/parked/{id}/retry", post(ways_out::retry_one))
        .route("/dual-write/parked/{id}/retry-alike", post(ways_out::retry_alike))
        .route("/dual-write/parked/{id}/skip", get(ways_out::ask_skip).post(ways_out::skip_one))
}

/// What one map or decision has that waits.
pub(super) fn of_target(name: &str) -> String {
    format!("{PATH}?f.target={}", encode(name))
}

/// Colour and icon of a cause by its option's name.
fn tone(option: &str) -> (Tone, &'static str) {
    let causes = [Cause::Parent, Cause::Refused, Cause::Behind, Cause::Unanswered, Cause::Paused];
    let cause = causes.into_iter().find(|cause| format!("{cause:?}") == option);
    cause.map_or((Tone::None, "info"), cause_look)
}

async fn list(visit: Visit, State(desk): State<Desk>, ask: Ask) -> Shown {
    let one_of = |causes: &[Cause]| {
        Some(Filter::In("cause".into(), causes.iter().map(tables::ColumnValue::to_value).collect()))
    };
    let view = |id: &str, label: String, filter: Option<Filter>| View { id: id.into(), label, filter };
    let views = vec![
        view("", visit.say("parked-changes"), None),
        view("needs-somebody", visit.say("view-needs-somebody"), one_of(&Cause::NEED_SOMEBODY)),
        view("by-itself", visit.say("view-by-itself"), one_of(&[Cause::Parent, Cause::Behind])),
        view("paused", visit.say("view-paused"), Some(Filter::equals("cause", Cause::Paused.to_value()))),
    ];
    let mut commands = Vec::new();
    if desk.hub.engine().is_some() && visit.may(Privilege::Write, "waiting") {
        commands.push(Command::selected(visit.say("retry"), "refresh", RETRY));
        if visit.may(Privilege::Delete, "waiting") {
            commands.push(Command::selected(visit.say("skip"), "skip", SKIP));
        }
        commands.push(Command::post(visit.say("retry-all"), "play", RETRY_ALL));
    }
    GRID.page(&visit, &ask, Page { views, commands, ..Page::default() }).await
}
