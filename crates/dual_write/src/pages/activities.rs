//! Who paused, retried or left something out.

use axum::Router;
use axum::routing::get;
use shell::grid::{Ask, Column, Grid, Page};
use shell::{Shown, Tone, Visit};
use tables::Row;

use super::Desk;

pub(super) const PATH: &str = "/dual-write/activity";

const GRID: Grid = Grid {
    name: "activities",
    table: "activity",
    path: PATH,
    columns: &[
        Column::main("target"),
        Column::state("deed", tone),
        Column::sub("name"),
        Column::of("deliveries").minor(3),
        Column::of("message").minor(2),
        Column::of("createdby"),
        Column::when("createdon"),
    ],
    search: &["name"],
    newest_by: "createdon",
    empty: "activities-empty",
};

pub(super) fn routes() -> Router<Desk> {
    Router::new().route(PATH, get(list))
}

fn tone(deed: &str) -> (Tone, &'static str) {
    match deed {
        "Skipped" => (Tone::Bad, "skip"),
        "Paused" => (Tone::Warn, "pause"),
        "Resumed" => (Tone::Good, "play"),
        "Corrected" => (Tone::Info, "edit"),
        _ => (Tone::Info, "refresh"),
    }
}

async fn list(visit: Visit, ask: Ask) -> Shown {
    GRID.page(&visit, &ask, Page { row_path: Some(row_path), ..Page::default() }).await
}

/// A deed has no page of its own: its map or decision has.
fn row_path(row: &Row) -> String {
    match row.get("target").as_text() {
        Some(target) => super::values::target_path(target),
        None => super::parked::PATH.into(),
    }
}
