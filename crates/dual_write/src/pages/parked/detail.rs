//! One delivery that waits: why, what would be written, and what can be done.

use std::collections::HashSet;

use askama::Template;
use axum::extract::State;
use jiff::Timestamp;
use shell::{Command, Entry, Fault, Frame, RowId, Shown, Tone, Visit};
use tables::{Privilege, Table as _};
use uuid::Uuid;

use super::super::Desk;
use super::super::values::{cause, cause_look, direction, refusal, side, target, target_path, value};
use super::PATH;
use super::ways_out::name;
use crate::deliver::OWN_CODES;
use crate::links::Link;
use crate::maps::{Decision, Direction, Parameter};
use crate::row;
use crate::waiting::{Cause, Waiting};
use crate::watch::{Images, Line, Mark, Ready};
use crate::{Change, Engine, Operation, Side};

#[derive(Template)]
#[template(path = "parked.html")]
struct Page {
    frame: Frame,
    name: String,
    chip: (Tone, &'static str, String),
    target: String,
    target_path: String,
    from: String,
    to: String,
    since: Option<Timestamp>,
    attempts: String,
    next: Option<Timestamp>,
    headline: String,
    /// Why, where there are words for the code of a refusal; empty: there are none.
    reason: String,
    /// What the other side said, in its own words.
    message: String,
    remedy: String,
    ways: Vec<Command>,
    diff: Option<Diff>,
    command: Option<String>,
    columns: Vec<(String, String)>,
    dependents: Vec<(String, String, String)>,
    rail: Vec<Entry>,
}

/// Both rows side by side.
struct Diff {
    here: String,
    there: String,
    note: Option<String>,
    lines: Vec<DiffLine>,
}

struct DiffLine {
    here: String,
    value: String,
    there: String,
    before: String,
    /// Empty: it stays.
    after: String,
    tone: Tone,
    flag: String,
}

pub(super) async fn page(visit: Visit, State(desk): State<Desk>, RowId(id): RowId) -> Shown {
    let mut reader = visit.read().await?;
    let row = reader.get_row(Waiting::NAME, id).await?.ok_or(Fault::NotFound)?;
    drop(reader);
    let waiting = Waiting::from_row(&row)?;
    let change: Change = serde_json::from_str(&waiting.change).map_err(tables::Error::internal)?;
    let from = Side::named(&waiting.side).unwrap_or(Side::Headquarters);
    let engine = desk.hub.engine();
    let (images, dependents) = match &engine {
        Some(engine) => {
            (engine.images(&waiting, &change).await?, engine.dependents(&visit.principal, &waiting).await?)
        }
        None => (None, Vec::new()),
    };
    let decision = engine.as_ref().and_then(|engine| engine.desk().solution.decision(&waiting.target));
    let decision = decision.map(|(_, decision)| decision);
    let subject = match (&engine, decision) {
        (Some(engine), Some(decision)) => engine.subject(decision, &change).await?,
        _ => None,
    };
    let pair = images.as_ref().and_then(|images| images.link.as_ref()).or(subject.as_ref());
    let is_gone = images.as_ref().is_some_and(|images| images.ready == Ready::Gone);
    let title = pair.and_then(|pair| pair.name.clone()).unwrap_or_else(|| name(&waiting));
    let look = cause_look(waiting.cause);
    let mut frame = visit.frame(title.clone()).with(commands(&visit, &desk, &waiting));
    frame.path = PATH.into();
    visit.show(&Page {
        frame,
        name: title,
        chip: (look.0, look.1, cause(&visit, waiting.cause)),
        target: target(&visit, &waiting.target),
        target_path: target_path(&waiting.target),
        from: side(&visit, from),
        to: side(&visit, from.other()),
        since: row.created_at(),
        attempts: visit.number(waiting.attempts),
        next: (waiting.cause != Cause::Paused).then_some(waiting.nextattemptat),
        headline: headline(&visit, &waiting, from),
        reason: Some(refusal(&visit, waiting.code.as_deref().unwrap_or_default()))
            .filter(|_| waiting.cause == Cause::Refused)
            .unwrap_or_default(),
        // What our own words would only say again is left out.
        message: match waiting.cause {
            Cause::Behind | Cause::Paused => String::new(),
            _ => waiting.message.clone().unwrap_or_default(),
        },
        remedy: remedy(&visit, &waiting),
        ways: ways(&visit, &desk, &waiting, &change, pair.filter(|_| !is_gone)),
        command: decision.and_then(|decision| {
            decision.command.as_ref().map(|command| format!("{}: {}", command.set, command.action))
        }),
        columns: if images.is_some() { Vec::new() } else { columns(&visit, decision, &change) },
        diff: images.map(|images| diff(&visit, engine.as_ref(), &waiting, images)),
        dependents: dependents
            .iter()
            .map(|other| (name(other), format!("{PATH}/{}", other.waitingid), target(&visit, &other.target)))
            .collect(),
        rail: rail(&visit, &waiting, &change, row.created_at()),
    })
}

fn commands(visit: &Visit, desk: &Desk, waiting: &Waiting) -> Vec<Command> {
    if desk.hub.engine().is_none() || !visit.may(Privilege::Write, Waiting::NAME) {
        return Vec::new();
    }
    let here = format!("{PATH}/{}", waiting.waitingid);
    let mut commands = vec![Command::post(visit.say("retry"), "refresh", format!("{here}/retry")).key()];
    // A decision is corrected by deciding otherwise.
    let is_map =
        desk.hub.engine().is_some_and(|engine| engine.desk().solution.map(&waiting.target).is_some());
    if is_map && waiting.cause.needs_somebody() {
        commands.push(Command::ask(visit.say("edit-and-retry"), "edit", format!("{here}/edit")));
    }
    commands.push(Command::post(visit.say("retry-alike"), "play", format!("{here}/retry-alike")));
    if visit.may(Privilege::Delete, Waiting::NAME) {
        commands.push(Command::ask(visit.say("skip"), "skip", format!("{here}/skip")));
    }
    commands
}

/// What to do about it: by the code of the refusal where words are known for it, else by the cause.
fn remedy(visit: &Visit, waiting: &Waiting) -> String {
    let of_code =
        waiting.code.as_deref().filter(|code| code.chars().all(|letter| letter.is_ascii_alphanumeric()));
    let of_code = of_code.and_then(|code| visit.try_say(&format!("way-out-{code}")));
    of_code.unwrap_or_else(|| {
        visit.say(match waiting.cause {
            Cause::Parent => "cause-parent",
            Cause::Refused => "cause-refused",
            Cause::Behind => "cause-behind",
            Cause::Unanswered => "cause-unanswered",
            Cause::Paused => "cause-paused",
        })
    })
}

/// The pages where it can be mended.
fn ways(visit: &Visit, desk: &Desk, waiting: &Waiting, change: &Change, pair: Option<&Link>) -> Vec<Command> {
    let from = Side::named(&waiting.side).unwrap_or(Side::Headquarters);
    let engine = desk.hub.engine();
    let map = |name: &str| engine.as_ref().and_then(|engine| engine.desk().solution.map(name));
    let page = |which: Side, set: &str, id: Uuid| {
        (desk.page_of)(which, set, id).filter(|path| visit.may_enter(path))
    };
    let open = |which: Side| visit.say_with("open-in", "side", side(visit, which));
    let own = page(from, &change.set, change.id).map(|page| Command::go(open(from), "edit", page));
    let other = pair.zip(pair.and_then(|pair| map(&pair.map))).and_then(|(pair, map)| {
        let to = from.other();
        Some(Command::go(open(to), "edit", page(to, &map.end(to).set, pair.id(to))?))
    });
    let awaited = waiting.awaited.as_deref().and_then(|awaited| {
        let mut parts = awaited.split('/');
        let (map, which) = (map(parts.next()?)?, Side::named(parts.next()?)?);
        let id = parts.next()?.parse().ok()?;
        Some(Command::go(visit.say("open-awaited"), "link", page(which, &map.end(which).set, id)?))
    });
    let paused = || Command::go(visit.say("open-map"), "map", target_path(&waiting.target));
    let paused = (waiting.cause == Cause::Paused).then(paused);
    paused.into_iter().chain(awaited).chain(own).chain(other).collect()
}

/// What is the matter, in one sentence.
fn headline(visit: &Visit, waiting: &Waiting, from: Side) -> String {
    let to = side(visit, from.other());
    match waiting.cause {
        Cause::Parent => visit.say("headline-parent"),
        Cause::Refused if waiting.code.as_deref().is_some_and(|code| OWN_CODES.contains(&code)) => {
            visit.say("headline-unable")
        }
        Cause::Refused => visit.say_with("headline-refused", "side", to),
        Cause::Behind => visit.say("headline-behind"),
        Cause::Unanswered => visit.say_with("headline-unanswered", "side", to),
        Cause::Paused => visit.say("headline-paused"),
    }
}

fn diff(visit: &Visit, engine: Option<&Engine>, waiting: &Waiting, images: Images) -> Diff {
    let from = Side::named(&waiting.side).unwrap_or(Side::Headquarters);
    let set = |which: Side| {
        let map = engine.and_then(|engine| engine.desk().solution.map(&waiting.target));
        let set = map.map(|map| map.end(which).set.clone()).unwrap_or_default();
        format!("{}, {set}", side(visit, which))
    };
    let message = waiting.message.as_deref().unwrap_or_default();
    let note = match images.ready {
        Ready::Live => None,
        Ready::New => Some(visit.say("images-new")),
        Ready::Agreed => Some(visit.say("images-agreed")),
        Ready::Gone => Some(visit.say("images-gone")),
    };
    // What is nothing on both sides says nothing.
    let says_something = |line: &Line| {
        let is_blank = row::is_blank(&line.value) && row::is_blank(&line.before);
        line.after.is_some() || line.mark != Mark::Same || !is_blank
    };
    let lines = images
        .lines
        .into_iter()
        .filter(says_something)
        .map(|line| diff_line(visit, from, message, line))
        .collect();
    Diff { here: set(from), there: set(from.other()), note, lines }
}

fn diff_line(visit: &Visit, from: Side, message: &str, line: Line) -> DiffLine {
    // The other side names the column that it refuses.
    let is_blamed = line.after.is_some() && mentions(message, &line.there);
    let (tone, flag) = match line.mark {
        _ if is_blamed => (Tone::Bad, visit.say("mark-refused")),
        Mark::Same => (Tone::None, String::new()),
        Mark::News => (Tone::Info, visit.say_with("mark-news", "side", side(visit, from))),
        Mark::BothOurs => (Tone::Warn, visit.say_with("mark-both", "side", side(visit, from))),
        Mark::BothTheirs => (Tone::Warn, visit.say_with("mark-both", "side", side(visit, from.other()))),
        Mark::Missing => (Tone::Warn, visit.say("mark-missing")),
    };
    DiffLine {
        here: line.here.unwrap_or_default(),
        value: value(visit, &line.value),
        there: line.there,
        before: value(visit, &line.before),
        after: line.after.as_ref().map(|after| value(visit, after)).unwrap_or_default(),
        tone,
        flag,
    }
}

/// Whether the words name the column, not only a part of another word.
pub(super) fn mentions(words: &str, column: &str) -> bool {
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    words
        .match_indices(column)
        .any(|(at, _)| !words[..at].ends_with(is_word) && !words[at + column.len()..].starts_with(is_word))
}

/// The columns of the changed row that the decision looks at, and what it asks of the other side.
fn columns(visit: &Visit, decision: Option<&Decision>, change: &Change) -> Vec<(String, String)> {
    let (Some(decision), Some(row)) = (decision, &change.row) else { return Vec::new() };
    let mut names = vec![decision.key.as_str(), &decision.changed, &decision.subject.column];
    names.extend(decision.when.iter().map(|condition| condition.column.as_str()));
    names.extend(decision.related.iter().map(|related| related.id.as_str()));
    let parameters = decision.command.iter().flat_map(|command| &command.parameters);
    let named = |parameter: &Parameter| {
        let key_of = parameter.key_of.as_ref().map(|key_of| key_of.column.clone());
        parameter.column.clone().or(key_of)
    };
    let of_parameters: Vec<String> = parameters.filter_map(named).collect();
    names.extend(of_parameters.iter().map(String::as_str));
    names.retain(|name| !name.contains(['.', '$']));
    let mut seen = HashSet::new();
    names.retain(|name| seen.insert(*name));
    let known = names.into_iter().map(|name| (name.to_owned(), value(visit, row::value(row, name))));
    known.filter(|(_, value)| !value.is_empty()).collect()
}

/// What happened to the change so far.
fn rail(visit: &Visit, waiting: &Waiting, change: &Change, since: Option<Timestamp>) -> Vec<Entry> {
    let from = Side::named(&waiting.side).unwrap_or(Side::Headquarters);
    let (icon, _) =
        direction(visit, if from == Side::Sales { Direction::ToHeadquarters } else { Direction::ToSales });
    vec![
        Entry {
            icon: "edit",
            title: visit.say_with("rail-changed", "side", side(visit, from)),
            at: change.at,
            // Of a new row every column is new.
            lines: match change.operation {
                Operation::Update if !change.changed.is_empty() => vec![change.changed.join(", ")],
                _ => Vec::new(),
            },
            ..Entry::default()
        },
        Entry {
            icon,
            is_machine: true,
            title: visit.say("rail-captured"),
            at: since,
            lines: vec![visit.say_with("rail-sequence", "sequence", waiting.sequence)],
            ..Entry::default()
        },
        Entry {
            icon: cause_look(waiting.cause).1,
            tone: cause_look(waiting.cause).0,
            title: visit.say_with("rail-attempts", "count", waiting.attempts),
            lines: waiting.code.iter().cloned().collect(),
            ..Entry::default()
        },
    ]
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_column_is_named_as_a_whole_word() {
        for (words, expected) in [
            ("OrganizationName is not a name.", true),
            ("\"OrganizationName\": too long", true),
            ("OrganizationNameAlias is wrong", false),
            ("", false),
        ] {
            assert_eq!(super::mentions(words, "OrganizationName"), expected, "{words}");
        }
    }
}
