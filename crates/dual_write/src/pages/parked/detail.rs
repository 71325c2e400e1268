//! One delivery that waits: why, what would be written, and what can be done.

use askama::Template;
use axum::extract::{Path, State};
use jiff::Timestamp;
use shell::{Command, Entry, Fault, Frame, Shown, Tone, Visit};
use tables::{Privilege, Table as _};
use uuid::Uuid;

use super::super::Desk;
use super::super::values::{cause, cause_look, direction, side, target, target_path, value};
use super::PATH;
use super::ways_out::name;
use crate::maps::Direction;
use crate::waiting::{Cause, Waiting};
use crate::watch::{Images, Line, Mark, Ready};
use crate::{Change, Engine, Side};

/// Columns shown of a row that no map compares.
const COLUMNS_MAX: usize = 200;

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
    message: String,
    remedy: String,
    ways: Vec<Command>,
    diff: Option<Diff>,
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

pub(super) async fn page(visit: Visit, State(desk): State<Desk>, Path(id): Path<Uuid>) -> Shown {
    let mut reader = visit.read().await?;
    let row = reader.get_row(Waiting::NAME, id).await?.ok_or(Fault::NotFound)?;
    drop(reader);
    let waiting = Waiting::from_row(&row)?;
    let change: Change = serde_json::from_str(&waiting.change).map_err(tables::Error::internal)?;
    let from = Side::named(&waiting.side).unwrap_or(Side::Headquarters);
    let (images, dependents) = match &desk.engine {
        Some(engine) => {
            (engine.images(&waiting, &change).await?, engine.dependents(&visit.principal, &waiting).await?)
        }
        None => (None, Vec::new()),
    };
    let title = name(&waiting);
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
        message: waiting.message.clone().unwrap_or_default(),
        remedy: remedy(&visit, &waiting),
        ways: ways(&visit, &desk, &waiting, &change, images.as_ref()),
        columns: if images.is_some() { Vec::new() } else { columns(&visit, &change) },
        diff: images.map(|images| diff(&visit, desk.engine.as_ref(), &waiting, images)),
        dependents: dependents
            .iter()
            .map(|other| (name(other), format!("{PATH}/{}", other.waitingid), target(&visit, &other.target)))
            .collect(),
        rail: rail(&visit, &waiting, &change, row.created_at()),
    })
}

fn commands(visit: &Visit, desk: &Desk, waiting: &Waiting) -> Vec<Command> {
    if desk.engine.is_none() || !visit.may(Privilege::Write, Waiting::NAME) {
        return Vec::new();
    }
    let here = format!("{PATH}/{}", waiting.waitingid);
    let mut commands = vec![Command::post(visit.say("retry"), "refresh", format!("{here}/retry")).key()];
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
fn ways(
    visit: &Visit,
    desk: &Desk,
    waiting: &Waiting,
    change: &Change,
    images: Option<&Images>,
) -> Vec<Command> {
    let from = Side::named(&waiting.side).unwrap_or(Side::Headquarters);
    let mut ways = Vec::new();
    let mut offer = |which: Side, set: &str, id: Uuid| {
        let page = (desk.page_of)(which, set, id).filter(|path| visit.may_enter(path));
        let label = || visit.say_with("open-in", "side", side(visit, which));
        ways.extend(page.map(|page| Command::go(label(), "edit", page)));
    };
    offer(from, &change.set, change.id);
    let link = images.and_then(|images| images.link.as_ref());
    let map = desk.engine.as_ref().and_then(|engine| engine.desk().solution.map(&waiting.target));
    if let (Some(link), Some(map)) = (link, map) {
        offer(from.other(), &map.end(from.other()).set, link.id(from.other()));
    }
    ways
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
    let lines = images.lines.into_iter().map(|line| diff_line(visit, from, message, line)).collect();
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
fn mentions(words: &str, column: &str) -> bool {
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    words
        .match_indices(column)
        .any(|(at, _)| !words[..at].ends_with(is_word) && !words[at + column.len()..].starts_with(is_word))
}

/// The changed row where no map compares it.
fn columns(visit: &Visit, change: &Change) -> Vec<(String, String)> {
    let row = change.row.iter().flatten();
    let known = row.filter(|(name, value)| !name.contains('@') && !crate::row::is_blank(value));
    known.take(COLUMNS_MAX).map(|(name, json)| (name.clone(), value(visit, json))).collect()
}

/// What happened to the change so far.
fn rail(visit: &Visit, waiting: &Waiting, change: &Change, since: Option<Timestamp>) -> Vec<Entry> {
    let from = Side::named(&waiting.side).unwrap_or(Side::Headquarters);
    let (icon, _) =
        direction(visit, if from == Side::Sales { Direction::ToHeadquarters } else { Direction::ToSales });
    let mut rail = vec![Entry {
        icon: "edit",
        title: visit.say_with("rail-changed", "side", side(visit, from)),
        at: change.at,
        lines: match change.changed.is_empty() {
            true => Vec::new(),
            false => vec![change.changed.join(", ")],
        },
        ..Entry::default()
    }];
    rail.push(Entry {
        icon,
        is_machine: true,
        title: visit.say("rail-captured"),
        at: since,
        lines: vec![visit.say_with("rail-sequence", "sequence", waiting.sequence)],
        ..Entry::default()
    });
    rail.push(Entry {
        icon: cause_look(waiting.cause).1,
        tone: cause_look(waiting.cause).0,
        title: visit.say_with("rail-attempts", "count", waiting.attempts),
        lines: waiting.code.iter().cloned().collect(),
        ..Entry::default()
    });
    rail
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
