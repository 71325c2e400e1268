//! Which row of headquarters is which row of Sales, and what both last agreed on.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use serde_json::Value as Json;
use shell::grid::{Ask, Column, Grid, Page, View};
use shell::{Command, Fault, Frame, RowId, Shown, State as StandState, Tone, Visit};
use tables::{Filter, Table as _};

use super::Desk;
use super::values::{cause, cause_look, direction, side, target, target_path, value};
use crate::links::Link;
use crate::maps::Map;
use crate::row::{Row, same};
use crate::waiting::Waiting;
use crate::{Engine, Side};

pub(super) const PATH: &str = "/dual-write/rows";
/// Deliveries shown that concern a pair.
const WAITING_MAX: u32 = 20;

const GRID: Grid = Grid {
    name: "linked-rows",
    table: "link",
    path: PATH,
    columns: &[
        Column::main("name"),
        Column::sub("map").said(target),
        Column::of("headquarterskey"),
        Column::of("disputed").minor(2),
        Column::of("headquartersid").hidden(),
        Column::of("salesid").hidden(),
        Column::when("modifiedon"),
    ],
    search: &["name", "headquarterskey", "headquartersid", "salesid"],
    newest_by: "modifiedon",
    empty: "links-empty",
};

pub(super) fn routes() -> Router<Desk> {
    Router::new().route(PATH, get(list)).route("/dual-write/rows/{id}", get(page))
}

async fn list(visit: Visit, ask: Ask) -> Shown {
    let disputed = Filter::Not(Box::new(Filter::IsNull("disputed".into())));
    let views = vec![
        View { id: String::new(), label: visit.say("linked-rows"), filter: None },
        View { id: "disputed".into(), label: visit.say("view-disputed"), filter: Some(disputed) },
    ];
    GRID.page(&visit, &ask, Page { views, ..Page::default() }).await
}

#[derive(Template)]
#[template(path = "linked_row.html")]
struct RowPage {
    frame: Frame,
    name: String,
    chip: (Tone, &'static str, String),
    map: String,
    map_path: String,
    agreed_at: Option<jiff::Timestamp>,
    disputed: Option<String>,
    ends: Vec<End>,
    lines: Vec<Line>,
    is_now: bool,
    silent: Vec<String>,
    waiting: Vec<(String, String, Tone)>,
}

/// One row of the pair.
struct End {
    side: String,
    set: String,
    id: String,
    key: Option<String>,
    page: Option<String>,
}

/// A line of the map with the values of both sides.
struct Line {
    headquarters: String,
    headquarters_value: String,
    headquarters_now: Option<String>,
    arrow: (&'static str, String),
    sales: String,
    sales_value: String,
    sales_now: Option<String>,
    is_disputed: bool,
    differs: bool,
}

async fn page(visit: Visit, State(desk): State<Desk>, RowId(id): RowId, ask: Ask) -> Shown {
    let mut reader = visit.read().await?;
    let row = reader.get_row(Link::NAME, id).await?.ok_or(Fault::NotFound)?;
    let link = Link::from_row(&row)?;
    let ids = vec![link.headquartersid.as_str().into(), link.salesid.as_str().into()];
    let concerns = Filter::equals("target", link.map.as_str()).and(Filter::In("sourceid".into(), ids));
    let query = tables::Query::of(Waiting::NAME).filter(concerns).order_by("sequence").limit(WAITING_MAX);
    let waiting: Vec<Waiting> = reader.list(query).await?;
    drop(reader);
    let engine = desk.hub.engine();
    let map = engine.as_ref().and_then(|engine| engine.desk().solution.map(&link.map));
    let title = link.name.clone().or_else(|| link.headquarterskey.clone()).unwrap_or_else(|| id.to_string());
    let mut now = [None, None];
    let mut silent = Vec::new();
    let is_now = !ask.get("now").is_empty() && map.is_some();
    if let (true, Some(engine), Some(map)) = (is_now, &engine, map) {
        (now, silent) = read_both(&visit, engine, map, &link).await;
    }
    let here = format!("{PATH}/{id}");
    let mut commands = Vec::new();
    if map.is_some() {
        commands.push(Command::go(visit.say("compare-now"), "eye", format!("{here}?now=1")));
    }
    let state = match (waiting.iter().any(|waiting| waiting.cause.needs_somebody()), waiting.is_empty()) {
        (true, _) => StandState::Failed,
        (false, false) => StandState::Waiting,
        (false, true) if !link.made => StandState::Waiting,
        (false, true) => StandState::InStep,
    };
    let mut frame = visit.frame(title.clone()).with(commands);
    frame.path = PATH.into();
    visit.show(&RowPage {
        frame,
        name: title,
        chip: match state {
            StandState::Failed => (Tone::Bad, "alert", visit.say("standing-failed")),
            StandState::Waiting => (Tone::Warn, "clock", visit.say("standing-waiting")),
            StandState::InStep => (Tone::Good, "link", visit.say("standing-in-step")),
        },
        map: target(&visit, &link.map),
        map_path: target_path(&link.map),
        agreed_at: match row.system(tables::System::ModifiedAt) {
            tables::Value::DateTime(at) => Some(*at),
            _ => None,
        },
        disputed: link.disputed.clone(),
        ends: Side::BOTH.into_iter().map(|which| end(&visit, &desk, map, &link, which)).collect(),
        lines: map.map(|map| lines(&visit, map, &link, &now)).unwrap_or_default(),
        is_now,
        silent,
        waiting: waiting
            .iter()
            .map(|waiting| {
                let words = cause(&visit, waiting.cause);
                let words = format!("{words}: {}", waiting.message.as_deref().unwrap_or_default());
                let path = format!("{}/{}", super::parked::PATH, waiting.waitingid);
                (words, path, cause_look(waiting.cause).0)
            })
            .collect(),
    })
}

/// Both rows as their sides show them now, and the sides that do not answer or have none.
async fn read_both(
    visit: &Visit,
    engine: &Engine,
    map: &Map,
    link: &Link,
) -> ([Option<Row>; 2], Vec<String>) {
    let read = async |which: Side| engine.row_now(which, &map.end(which).set, link.id(which)).await;
    let mut silent = Vec::new();
    let mut found = [None, None];
    for (at, which) in Side::BOTH.into_iter().enumerate() {
        match read(which).await {
            Some(Some(row)) => found[at] = Some(row),
            Some(None) => silent.push(visit.say_with("row-gone", "side", side(visit, which))),
            None => silent.push(visit.say_with("row-silent", "side", side(visit, which))),
        }
    }
    (found, silent)
}

fn end(visit: &Visit, desk: &Desk, map: Option<&Map>, link: &Link, which: Side) -> End {
    let set = map.map(|map| map.end(which).set.clone()).unwrap_or_default();
    let page = (desk.page_of)(which, &set, link.id(which)).filter(|path| link.made && visit.may_enter(path));
    End {
        side: side(visit, which),
        set,
        id: link.id(which).to_string(),
        key: link.headquarterskey.clone().filter(|_| which == Side::Headquarters),
        page,
    }
}

fn lines(visit: &Visit, map: &Map, link: &Link, now: &[Option<Row>; 2]) -> Vec<Line> {
    let base = link.base();
    let disputed: Vec<&str> = link.disputed.iter().flat_map(|names| names.split(", ")).collect();
    let line = |column: &crate::maps::Column| {
        let (headquarters, sales) = (column.headquarters.as_deref()?, column.sales.as_deref()?);
        let agreed = |row: &Row, name: &str| row.get(name).cloned().unwrap_or(Json::Null);
        let agreed_here = agreed(&base.headquarters, headquarters);
        let agreed_there = agreed(&base.sales, sales);
        let now_of = |at: usize, name: &str| now[at].as_ref().map(|row| crate::row::value(row, name));
        let (now_here, now_there) = (now_of(0, headquarters), now_of(1, sales));
        let moved = |now: Option<&Json>, agreed: &Json| now.is_some_and(|now| !same(now, agreed));
        Some(Line {
            headquarters: headquarters.into(),
            headquarters_value: value(visit, &agreed_here),
            headquarters_now: now_here.map(|now| value(visit, now)),
            arrow: direction(visit, column.direction),
            sales: sales.into(),
            sales_value: value(visit, &agreed_there),
            sales_now: now_there.map(|now| value(visit, now)),
            is_disputed: disputed.contains(&column.name()),
            differs: moved(now_here, &agreed_here) || moved(now_there, &agreed_there),
        })
    };
    map.columns.iter().filter_map(line).collect()
}
