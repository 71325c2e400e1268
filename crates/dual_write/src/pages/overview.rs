//! The first page: both sides, all maps and decisions, and what needs somebody.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use jiff::Timestamp;
use shell::{Command, Frame, Shown, Tone, Visit};
use tables::Privilege;

use super::lag::{self, Spark};
use super::values::{direction, side, span, target, target_path};
use super::{Desk, parked};
use crate::watch::{Kind, TargetStatus};
use crate::{Engine, Side};

pub(super) const PATH: &str = "/dual-write/overview";

pub(super) fn routes() -> Router<Desk> {
    Router::new().route(PATH, get(page))
}

#[derive(Template)]
#[template(path = "overview.html")]
struct Page {
    frame: Frame,
    sides: Vec<SideCard>,
    figures: Vec<(String, String)>,
    needs_somebody: u64,
    maps: Vec<TargetRow>,
    decisions: Vec<TargetRow>,
    limit: String,
    at: Timestamp,
}

/// One of the two sides.
struct SideCard {
    name: String,
    chip: (Tone, &'static str, String),
    trouble: Option<String>,
    facts: Vec<(String, String)>,
}

/// A map or decision.
struct TargetRow {
    path: String,
    name: String,
    headquarters: String,
    arrow: (&'static str, String),
    sales: String,
    chip: (Tone, &'static str, String),
    spark: Option<(Spark, String)>,
    last: String,
    links: String,
    waiting: String,
    parked: u64,
    parked_path: String,
    oldest: Option<Timestamp>,
    version: String,
}

#[derive(Template)]
#[template(path = "unconnected.html")]
struct Unconnected {
    frame: Frame,
}

async fn page(visit: Visit, State(desk): State<Desk>) -> Shown {
    let title = visit.say("overview");
    let Some(engine) = &desk.hub.engine() else {
        return visit.show(&Unconnected { frame: visit.frame(title) });
    };
    let targets = engine.target_status(&visit.principal).await?;
    let now = visit.store().environment().clock.now();
    let since = now.checked_sub(lag::WINDOW).unwrap_or(Timestamp::MIN);
    let deliveries = engine.pulse().deliveries(since);
    let needs_somebody: u64 = targets.iter().map(|target| target.needs_somebody).sum();
    let waiting: u64 = targets.iter().map(|target| target.waiting).sum();
    let behind: usize = Side::BOTH.iter().map(|side| engine.pulse().side(*side).behind).sum();
    let number = |count: usize| visit.number(i64::try_from(count).unwrap_or(i64::MAX));
    let p95 = lag::percentile_95(&deliveries).map(|lag| span(&visit, lag));
    let figures = vec![
        (visit.say("figure-lag"), p95.unwrap_or_else(|| "–".into())),
        (visit.say("figure-deliveries"), number(deliveries.len())),
        (visit.say("figure-behind"), number(behind)),
        (visit.say("figure-waiting"), counted(&visit, waiting.saturating_sub(needs_somebody))),
        (visit.say("figure-parked"), counted(&visit, needs_somebody)),
    ];
    let rows = |kind: Kind| -> Vec<TargetRow> {
        let of_kind = targets.iter().filter(|target| target.kind == kind);
        of_kind
            .map(|target| {
                let own = deliveries.iter().filter(|measured| measured.target == target.name);
                row(&visit, engine, target, lag::spark(own, now))
            })
            .collect()
    };
    let mut commands = vec![Command::go(visit.say("refresh"), "refresh", PATH)];
    if waiting > 0 && visit.may(Privilege::Write, "waiting") {
        commands.push(Command::post(visit.say("retry-all"), "play", parked::RETRY_ALL));
    }
    visit.show(&Page {
        frame: visit.frame(title).with(commands),
        sides: Side::BOTH.iter().map(|side| card(&visit, engine, *side)).collect(),
        figures,
        needs_somebody,
        maps: rows(Kind::Map),
        decisions: rows(Kind::Decision),
        limit: if deliveries.is_empty() { String::new() } else { span(&visit, lag::LONG_MILLISECONDS) },
        at: now,
    })
}

/// A number that is counted only so far.
fn counted(visit: &Visit, count: u64) -> String {
    let more = if count >= u64::from(tables::query::PAGE_SIZE_MAX) { "+" } else { "" };
    format!("{}{more}", visit.number(i64::try_from(count).unwrap_or(i64::MAX)))
}

fn card(visit: &Visit, engine: &Engine, which: Side) -> SideCard {
    let known = engine.pulse().side(which);
    let (chip, since) = match (&known.trouble, known.answered_at) {
        (Some((since, _)), _) => {
            ((Tone::Bad, "alert", visit.say("side-silent")), Some((visit.say("since"), *since)))
        }
        (None, Some(at)) => {
            ((Tone::Good, "check", visit.say("side-answers")), Some((visit.say("answered-at"), at)))
        }
        (None, None) => ((Tone::None, "clock", visit.say("side-unheard")), None),
    };
    let mut facts: Vec<(String, String)> =
        since.into_iter().map(|(label, at)| (label, visit.moment(at))).collect();
    let more = if known.more { "+" } else { "" };
    let behind = visit.number(i64::try_from(known.behind).unwrap_or(i64::MAX));
    facts.push((visit.say("to-deliver"), format!("{behind}{more}")));
    SideCard { name: side(visit, which), chip, trouble: known.trouble.map(|(_, message)| message), facts }
}

fn row(visit: &Visit, engine: &Engine, status: &TargetStatus, spark: Option<Spark>) -> TargetRow {
    let solution = &engine.desk().solution;
    let (headquarters, sales, way) = match solution.map(&status.name) {
        Some(map) => (map.headquarters.set.clone(), map.sales.set.clone(), map.creates),
        None => {
            let decision = solution.decision(&status.name).map(|(_, decision)| decision);
            let set = decision.map(|decision| decision.set.clone()).unwrap_or_default();
            match decision.map(|decision| decision.from) {
                Some(Side::Sales) => (String::new(), set, crate::maps::Direction::ToHeadquarters),
                _ => (set, String::new(), crate::maps::Direction::ToSales),
            }
        }
    };
    let silent = Side::BOTH.iter().any(|side| engine.pulse().side(*side).trouble.is_some());
    let unheard = Side::BOTH.iter().any(|side| engine.pulse().side(*side).answered_at.is_none());
    let chip = match (status.paused, silent, unheard) {
        (true, _, _) => (Tone::Warn, "pause", visit.say("state-paused")),
        (false, true, _) => (Tone::Bad, "alert", visit.say("state-held-up")),
        (false, false, true) => (Tone::None, "stop", visit.say("state-not-running")),
        (false, false, false) => (Tone::Good, "play", visit.say("state-running")),
    };
    let last = spark.as_ref().map_or_else(|| "–".to_owned(), |spark| span(visit, spark.last));
    TargetRow {
        path: target_path(&status.name),
        name: target(visit, &status.name),
        headquarters,
        arrow: direction(visit, way),
        sales,
        chip,
        spark: spark.map(|spark| (spark, visit.say_with("spark-label", "span", &last))),
        last,
        links: counted(visit, status.links),
        waiting: counted(visit, status.waiting.saturating_sub(status.needs_somebody)),
        parked: status.needs_somebody,
        parked_path: parked::of_target(&status.name),
        oldest: status.oldest,
        version: status.version.clone(),
    }
}
