//! What a map or a decision says, as a table that people can read; pausing it and letting it go on.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use shell::form::Sent;
use shell::grid::Ask;
use shell::{Command, Fault, Frame, Shown, Tone, Visit};
use tables::{Filter, Privilege, Query, Table as _};

use super::Desk;
use super::overview;
use super::parked::of_target;
use super::values::{direction, encode, side, target, target_path};
use crate::Side;
use crate::maps::{Column, Condition, Decision, Decisions, Map, Pair, Test, Write};
use crate::watch::{Pause, REASON_LENGTH_MAX};

const PAUSE: &str = "/dual-write/pause";
const RESUME: &str = "/dual-write/resume";

pub(super) fn routes() -> Router<Desk> {
    Router::new()
        .route("/dual-write/maps/{*name}", get(page))
        .route(PAUSE, get(ask_pause).post(pause))
        .route(RESUME, post(resume))
}

#[derive(Template)]
#[template(path = "map.html")]
struct Page {
    frame: Frame,
    name: String,
    chip: (Tone, &'static str, String),
    paused: Option<(String, Option<jiff::Timestamp>, Option<String>)>,
    facts: Vec<(String, String)>,
    parked_path: String,
    ends: Vec<(String, Vec<(String, String)>)>,
    columns: Vec<ColumnLine>,
    steps: Vec<Steps>,
}

/// Title, lines, and whether any has a condition.
type Steps = (String, Vec<StepLine>, bool);

/// A line of the map.
struct ColumnLine {
    headquarters: String,
    arrow: (&'static str, String),
    symbol: &'static str,
    sales: String,
    transform: String,
}

impl Page {
    /// The company in words instead of the documents' name for it.
    fn name_company(&mut self, company: &str) {
        let facts = self.facts.iter_mut().chain(self.ends.iter_mut().flat_map(|(_, facts)| facts));
        let facts = facts.map(|(_, fact)| fact);
        let columns = self.columns.iter_mut().map(|column| &mut column.transform);
        let steps = self.steps.iter_mut().flat_map(|(_, lines, _)| lines);
        let steps = steps.flat_map(|line| [&mut line.what, &mut line.when, &mut line.values]);
        for text in facts.chain(columns).chain(steps) {
            *text = text.replace("{$company}", company);
        }
    }
}

/// Something that a decision does.
struct StepLine {
    what: String,
    when: String,
    values: String,
}

async fn page(visit: Visit, State(desk): State<Desk>, Path(name): Path<String>) -> Shown {
    let engine = desk.engine()?;
    let statuses = engine.target_status(&visit.principal).await?;
    let status = statuses.iter().find(|status| status.name == name).ok_or(Fault::NotFound)?;
    let paused = match status.paused {
        true => pause_of(&visit, &name).await?,
        false => None,
    };
    let chip = match status.paused {
        true => (Tone::Warn, "pause", visit.say("state-paused")),
        false => (Tone::Good, "play", visit.say("state-running")),
    };
    let title = target(&visit, &name);
    let mut commands = Vec::new();
    if status.paused && visit.may(Privilege::Delete, Pause::NAME) {
        let resume = format!("{RESUME}?target={}", encode(&name));
        commands.push(Command::post(visit.say("resume"), "play", resume).key());
    }
    if !status.paused && visit.may(Privilege::Create, Pause::NAME) {
        commands.push(Command::ask(visit.say("pause"), "pause", format!("{PAUSE}?target={}", encode(&name))));
    }
    let mut facts = vec![
        (visit.say("name"), name.clone()),
        (visit.say("version"), status.version.clone()),
        (visit.say("figure-waiting"), status.waiting.saturating_sub(status.needs_somebody).to_string()),
        (visit.say("figure-parked"), status.needs_somebody.to_string()),
    ];
    let solution = &engine.desk().solution;
    let mut page = Page {
        frame: visit.frame(title.clone()),
        name: title,
        chip,
        paused,
        facts: Vec::new(),
        parked_path: of_target(&name),
        ends: Vec::new(),
        columns: Vec::new(),
        steps: Vec::new(),
    };
    if let Some(map) = solution.map(&name) {
        facts.push((visit.say("linked"), status.links.to_string()));
        facts.extend(map_facts(&visit, map));
        page.ends =
            Side::BOTH.into_iter().map(|which| (side(&visit, which), end(&visit, map, which))).collect();
        page.columns = map.columns.iter().map(|column| column_line(&visit, column)).collect();
        page.steps = related(&visit, map);
    } else if let Some((document, decision)) = solution.decision(&name) {
        facts.extend(decision_facts(&visit, document, decision));
        page.steps = steps(&visit, decision);
    }
    page.facts = facts;
    page.name_company(engine.company());
    page.frame = page.frame.with(commands);
    page.frame.path = overview::PATH.into();
    visit.show(&page)
}

/// Who paused it, when and why.
async fn pause_of(
    visit: &Visit,
    name: &str,
) -> Result<Option<(String, Option<jiff::Timestamp>, Option<String>)>, Fault> {
    let mut reader = visit.read().await?;
    let page = reader.page(&Query::of(Pause::NAME).filter(Filter::equals("target", name)).limit(1)).await?;
    let Some(row) = page.rows.first() else { return Ok(None) };
    let names = shell::names::names(&mut reader, [row], &["createdby"]).await?;
    let by = row.system(tables::System::CreatedBy).as_id().and_then(|id| names.get(&id).cloned());
    let reason = Pause::from_row(row)?.reason;
    Ok(Some((by.unwrap_or_default(), row.created_at(), reason)))
}

fn names(visit: &Visit, maps: &[String]) -> String {
    maps.iter().map(|map| target(visit, map)).collect::<Vec<_>>().join(", ")
}

fn map_facts(visit: &Visit, map: &Map) -> Vec<(String, String)> {
    vec![
        (visit.say("description"), map.description.clone()),
        (visit.say("rows-made"), direction(visit, map.creates).1),
        (visit.say("conflict"), visit.say_with("conflict-winner", "side", side(visit, map.conflict))),
        (visit.say("depends-on"), names(visit, &map.depends_on)),
    ]
}

fn end(visit: &Visit, map: &Map, which: Side) -> Vec<(String, String)> {
    let end = map.end(which);
    let all = [
        (visit.say("table-set"), end.set.clone()),
        (visit.say("id-column"), end.id.clone()),
        (visit.say("key-column"), end.key.clone().unwrap_or_default()),
        (visit.say("takes-part"), conditions(visit, &end.filter)),
        (visit.say("while"), conditions(visit, &end.update_while)),
        (visit.say("found-by"), end.match_by.join(", ")),
    ];
    all.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

fn column_line(visit: &Visit, column: &Column) -> ColumnLine {
    let mut words: Vec<String> = Vec::new();
    let mut say =
        |key: &str, text: String| words.push(format!("{} {text}", visit.say(key)).trim().to_owned());
    if let Some(default) = &column.default {
        say("transform-default", default.to_string());
    }
    if let Some(template) = &column.template {
        say("transform-template", template.to_string());
    }
    if let Some(reference) = &column.reference {
        say("transform-reference", reference.to_string());
    }
    if !column.value_map.is_empty() {
        let pairs = column.value_map.iter().map(|pair| format!("{} ↔ {}", pair.headquarters, pair.sales));
        say("transform-values", pairs.collect::<Vec<_>>().join(", "));
    }
    if let Some(lookup) = &column.lookup {
        say("transform-lookup", target(visit, &lookup.map));
    }
    if column.create_only {
        say("transform-once", String::new());
    }
    if !column.when.is_empty() {
        say("transform-when", conditions(visit, &column.when));
    }
    if let Some(winner) = column.conflict {
        words.push(visit.say_with("conflict-winner", "side", side(visit, winner)));
    }
    ColumnLine {
        headquarters: column.headquarters.clone().unwrap_or_default(),
        arrow: direction(visit, column.direction),
        symbol: column.direction.symbol(),
        sales: column.sales.clone().unwrap_or_default(),
        transform: words.join("; "),
    }
}

fn related(visit: &Visit, map: &Map) -> Vec<Steps> {
    let line = |related: &crate::maps::Related| StepLine {
        what: format!("{}: {}", side(visit, related.side), related.set),
        when: String::new(),
        values: assignments(related.values.iter().map(|(name, value)| (name, value.to_string()))),
    };
    group(visit.say("made-together"), map.related.iter().map(line).collect())
}

fn decision_facts(visit: &Visit, document: &Decisions, decision: &Decision) -> Vec<(String, String)> {
    let all = [
        (visit.say("description"), document.description.clone()),
        (visit.say("taken-in"), format!("{}: {}", side(visit, decision.from), decision.set)),
        (visit.say("told-by"), decision.changed.clone()),
        (visit.say("when"), conditions(visit, &decision.when)),
        (visit.say("and-then"), conditions(visit, &decision.and_then)),
        (
            visit.say("subject"),
            format!("{} ({})", decision.subject.column, target(visit, &decision.subject.map)),
        ),
    ];
    all.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

fn steps(visit: &Visit, decision: &Decision) -> Vec<Steps> {
    let command = decision.command.iter().map(|command| {
        let values = command.parameters.iter().map(|parameter| {
            let value = match (&parameter.value, &parameter.column, &parameter.key_of) {
                (Some(value), _, _) => value.to_string(),
                (_, Some(column), _) => pairs(column, &parameter.value_map),
                (_, _, Some(key_of)) => format!("{} ({})", key_of.column, target(visit, &key_of.map)),
                _ => String::new(),
            };
            (&parameter.name, value)
        });
        StepLine {
            what: format!("{}: {}", command.set, command.action),
            when: String::new(),
            values: assignments(values),
        }
    });
    let mut groups = group(visit.say("command"), command.collect());
    let step = decision.steps.iter().map(|step| StepLine {
        what: step.path.to_string(),
        when: conditions(visit, &step.when),
        values: step.body.to_string(),
    });
    groups.extend(group(visit.say("steps"), step.collect()));
    groups.extend(group(visit.say("when-accepted"), writes(visit, &decision.accepted)));
    groups.extend(group(visit.say("when-refused"), writes(visit, &decision.refused)));
    groups
}

fn writes(visit: &Visit, writes: &[Write]) -> Vec<StepLine> {
    let line = |write: &Write| {
        let mut values = assignments(write.values.iter().map(|(name, value)| (name, value.to_string())));
        if let Some(note) = &write.note {
            values = format!("{values}; {}: {}", note.subject, note.text);
        }
        StepLine {
            what: format!("{}: {} ({})", side(visit, write.side), write.set, write.row),
            when: conditions(visit, &write.when),
            values,
        }
    };
    writes.iter().map(line).collect()
}

fn group(title: String, lines: Vec<StepLine>) -> Vec<Steps> {
    let has_when = lines.iter().any(|line| !line.when.is_empty());
    if lines.is_empty() { Vec::new() } else { vec![(title, lines, has_when)] }
}

fn assignments<'a>(values: impl Iterator<Item = (&'a String, String)>) -> String {
    values.map(|(name, value)| format!("{name} = {value}")).collect::<Vec<_>>().join(", ")
}

fn pairs(column: &str, pairs: &[Pair]) -> String {
    let pairs: Vec<String> = pairs.iter().map(|pair| format!("{} → {}", pair.from, pair.to)).collect();
    if pairs.is_empty() { column.to_owned() } else { format!("{column} ({})", pairs.join(", ")) }
}

/// Conditions as people read them.
fn conditions(visit: &Visit, all: &[Condition]) -> String {
    let one = |condition: &Condition| {
        let column = &condition.column;
        match &condition.test {
            Test::Equals(value) => format!("{column} = {value}"),
            Test::In(values) => {
                let values: Vec<String> = values.iter().map(ToString::to_string).collect();
                format!("{column} ∈ {}", values.join(", "))
            }
            Test::EqualsColumn(other) => format!("{column} = {other}"),
            Test::NotNull => visit.say_with("has-value", "column", column),
            Test::Null => visit.say_with("has-no-value", "column", column),
        }
    };
    all.iter().map(one).collect::<Vec<_>>().join("; ")
}

#[derive(Template)]
#[template(path = "pause.html")]
struct Question {
    frame: Frame,
    title: String,
    action: String,
    back: String,
    length_max: usize,
}

async fn ask_pause(visit: Visit, State(desk): State<Desk>, ask: Ask) -> Shown {
    if !desk.engine()?.has_target(ask.get("target")) {
        return Err(Fault::NotFound);
    }
    let title = visit.say_with("pause-question", "name", target(&visit, ask.get("target")));
    visit.show(&Question {
        frame: visit.frame(title.clone()),
        title,
        action: format!("{PAUSE}?target={}", encode(ask.get("target"))),
        back: target_path(ask.get("target")),
        length_max: REASON_LENGTH_MAX,
    })
}

async fn pause(visit: Visit, State(desk): State<Desk>, ask: Ask, sent: Sent) -> Shown {
    desk.engine()?.pause(visit.context(), ask.get("target"), sent.find("reason").unwrap_or_default()).await?;
    Ok(visit.done(&target_path(ask.get("target")), &visit.say("paused-now")))
}

async fn resume(visit: Visit, State(desk): State<Desk>, ask: Ask) -> Shown {
    desk.engine()?.resume(visit.context(), ask.get("target")).await?;
    Ok(visit.done(&target_path(ask.get("target")), &visit.say("resumed-now")))
}
