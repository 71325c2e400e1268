//! What happened with a row and what is planned: its notes, tasks, phone calls and closings.

use jiff::Timestamp;
use serde::Deserialize;
use shell::names::{Names, names};
use shell::{Command, Entry, Tone, Visit};
use tables::{Filter, Privilege, Query, Reader, Reference, Result, Row, System, Value};
use uuid::Uuid;

use super::records::{self, Kind, Older, is_open, text};

/// Entries that a page shows at first, and how many more each time.
const SHOWN: usize = 30;
/// Most entries that a page shows.
const SHOWN_MAX: usize = 600;

/// A row's timeline as its page shows it.
pub(super) struct Timeline {
    /// The row's page.
    pub path: String,
    /// What it can be narrowed to: in words, its address, and whether it is.
    pub kinds: Vec<(String, String, bool)>,
    /// What is planned first, then what happened, the newest first.
    pub entries: Vec<Entry>,
    /// Where more of it is shown.
    pub more: Option<String>,
    /// Whether one may write notes, tasks and calls.
    pub may_note: bool,
    pub may_plan: bool,
    pub may_call: bool,
}

/// What of a timeline is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Only {
    #[default]
    All,
    Notes,
    /// Tasks, phone calls and closings.
    Activities,
    /// What applications wrote: dual-write, above all.
    System,
}

impl Only {
    const ALL: [Self; 4] = [Self::All, Self::Notes, Self::Activities, Self::System];

    fn key(self) -> &'static str {
        match self {
            Self::All => "timeline-all",
            Self::Notes => "timeline-notes",
            Self::Activities => "timeline-activities",
            Self::System => "timeline-system",
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Notes => "notes",
            Self::Activities => "activities",
            Self::System => "system",
        }
    }

    /// Whether it shows these; without one: closings.
    fn has(self, activity: Option<Activity>) -> bool {
        match self {
            Self::All => true,
            Self::Notes => activity == Some(Activity::Note),
            Self::Activities => activity != Some(Activity::Note),
            Self::System => activity.is_some(),
        }
    }
}

/// The timeline narrowed to these, with so many entries; 0: as many as usual.
fn address(path: &str, only: Only, shown: usize) -> String {
    let only = if only == Only::All { String::new() } else { format!("only={}", only.word()) };
    let shown = if shown == 0 { String::new() } else { format!("timeline={shown}") };
    let pairs: Vec<String> = [only, shown].into_iter().filter(|pair| !pair.is_empty()).collect();
    let query = if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) };
    format!("{path}{query}#timeline")
}

/// The users that are applications.
async fn applications(reader: &mut Reader) -> Result<Vec<Value>> {
    let known = Filter::Not(Box::new(Filter::IsNull("applicationid".into())));
    let rows = reader.page(&Query::of("systemuser").filter(known)).await?.rows;
    Ok(rows.iter().map(|row| Value::Id(row.id())).collect())
}

/// What lies on timelines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Activity {
    Note,
    Task,
    PhoneCall,
}

impl Activity {
    pub const ALL: [Self; 3] = [Self::Note, Self::Task, Self::PhoneCall];

    pub fn table(self) -> &'static str {
        match self {
            Self::Note => "annotation",
            Self::Task => "task",
            Self::PhoneCall => "phonecall",
        }
    }

    /// The column that names the row it is about.
    pub fn parent(self) -> &'static str {
        match self {
            Self::Note => "objectid",
            Self::Task | Self::PhoneCall => "regardingobjectid",
        }
    }

    /// Where its pages are: `tasks` of `/sales/tasks/<id>`.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Note => "notes",
            Self::Task => "tasks",
            Self::PhoneCall => "phone-calls",
        }
    }

    pub fn page(self, id: Uuid) -> String {
        format!("/sales/{}/{id}", self.folder())
    }

    pub fn icon(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Task => "check",
            Self::PhoneCall => "phone",
        }
    }
}

/// The timeline of `of`. What is about `also` is on it too: an opportunity shows its lead's.
pub(super) async fn timeline(
    visit: &Visit,
    reader: &mut Reader,
    kind: &Kind,
    row: &Row,
    also: Option<Reference>,
    older: Older,
) -> Result<Timeline> {
    let shown = older.timeline.clamp(SHOWN, SHOWN_MAX);
    let applications = if older.only == Only::System { applications(reader).await? } else { Vec::new() };
    let this = Reference::new(kind.table, row.id());
    let mut rows = Vec::new();
    for activity in Activity::ALL {
        if !older.only.has(Some(activity)) || !visit.may(Privilege::Read, activity.table()) {
            continue;
        }
        let is_about =
            |reference: &Reference| Filter::equals(activity.parent(), Value::Reference(reference.clone()));
        let about = std::iter::once(&this).chain(&also).map(is_about).collect();
        let mut query = Query::of(activity.table()).filter(Filter::Or(about));
        if older.only == Only::System {
            query = query.filter(Filter::In("createdby".into(), applications.clone()));
        }
        rows.extend(newest(reader, query, shown).await?.into_iter().map(|row| (Some(activity), row)));
    }
    let has_closings = *kind == records::OPPORTUNITY && older.only.has(None);
    if has_closings && visit.may(Privilege::Read, "opportunityclose") {
        let query = Query::of("opportunityclose").filter(Filter::equals("opportunityid", row.id()));
        rows.extend(newest(reader, query, shown).await?.into_iter().map(|row| (None, row)));
    }
    let is_planned = |row: &(Option<Activity>, Row)| row.0.is_some() && is_open(&row.1);
    let made = |row: &Row| std::cmp::Reverse(row.created_at());
    rows.sort_by_cached_key(|row| match is_planned(row) {
        true => (0, due(&row.1).or(Some(Timestamp::MAX)), made(&row.1)),
        false => (1, None, made(&row.1)),
    });
    // What was told to lead and opportunity alike is shown once.
    rows.dedup_by(|(next, row), (activity, kept)| {
        let same = |column| text(row, column) == text(kept, column);
        let are_notes = *next == Some(Activity::Note) && *activity == Some(Activity::Note);
        are_notes && row.get("objectid") != kept.get("objectid") && same("subject") && same("notetext")
    });
    let has_more = rows.len() > shown;
    rows.truncate(shown);
    let names = names(reader, rows.iter().map(|(_, row)| row), &["createdby", "competitorid"]).await?;
    let path = kind.page(row.id());
    let shown_as = |(activity, row): &(Option<Activity>, Row)| match activity {
        Some(Activity::Note) => note(visit, row, &names),
        Some(activity) => entry(visit, *activity, row, &names),
        None => closing(visit, row, &names),
    };
    Ok(Timeline {
        entries: rows.iter().map(shown_as).collect(),
        more: (has_more && shown < SHOWN_MAX)
            .then(|| address(&path, older.only, (shown + SHOWN).min(SHOWN_MAX))),
        kinds: Only::ALL
            .map(|only| (visit.say(only.key()), address(&path, only, 0), only == older.only))
            .into(),
        path,
        may_note: visit.may(Privilege::Create, "annotation"),
        may_plan: visit.may(Privilege::Create, "task"),
        may_call: visit.may(Privilege::Create, "phonecall"),
    })
}

/// One more than are shown, so that one can see that there are more.
async fn newest(reader: &mut Reader, query: Query, shown: usize) -> Result<Vec<Row>> {
    let most = u32::try_from(shown + 1).unwrap_or(u32::MAX);
    let query = query.order_by_descending("createdon").limit(most);
    Ok(reader.page(&query).await?.rows)
}

pub(super) fn due(row: &Row) -> Option<Timestamp> {
    match row.get("scheduledend") {
        Value::DateTime(moment) => Some(*moment),
        _ => None,
    }
}

fn maker(row: &Row, names: &Names) -> String {
    let maker = row.system(System::CreatedBy).as_id();
    maker.and_then(|id| names.get(&id)).cloned().unwrap_or_default()
}

fn note(visit: &Visit, row: &Row, names: &Names) -> Entry {
    let (subject, who) = (text(row, "subject"), maker(row, names));
    // Application users are called `# Dual-write`.
    let is_machine = who.starts_with('#');
    let body = text(row, "notetext");
    let lines = Some(body).filter(|body| !body.is_empty()).map(str::to_owned);
    let file = Some(text(row, "filename")).filter(|file| !file.is_empty()).map(str::to_owned);
    let is_titled = !subject.is_empty();
    Entry {
        icon: if is_machine { "swap" } else { "note" },
        is_machine,
        title: if is_titled { subject.to_owned() } else { who.clone() },
        who: if is_titled { who } else { String::new() },
        at: row.created_at(),
        lines: lines.into_iter().chain(file).collect(),
        is_quote: !is_machine,
        commands: if is_machine { Vec::new() } else { commands(visit, Activity::Note, row) },
        ..Entry::default()
    }
}

pub(super) fn entry(visit: &Visit, activity: Activity, row: &Row, names: &Names) -> Entry {
    let now = visit.store().environment().clock.now();
    let is_late = is_open(row) && due(row).is_some_and(|due| due < now);
    let state = match row.get("statecode").as_whole() {
        Some(1) => 1,
        Some(2) => 2,
        _ => 0,
    };
    let is_ours = *row.get("directioncode") != Value::YesNo(false);
    let title = visit.say(match (activity, state) {
        (Activity::PhoneCall, 1) if is_ours => "call-made",
        (Activity::PhoneCall, 1) => "call-received",
        (Activity::PhoneCall, 2) => "call-canceled",
        (Activity::PhoneCall, _) => "call-planned",
        (_, 1) => "task-completed",
        (_, 2) => "task-canceled",
        _ => "task-planned",
    });
    let late = is_late.then(|| visit.say("overdue"));
    let number = Some(text(row, "phonenumber").to_owned());
    let high = (*row.get("prioritycode") == Value::Choice(2)).then(|| visit.say("high-priority"));
    let who: Vec<String> = [late, high, number, Some(maker(row, names))]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    let lines = [text(row, "subject"), text(row, "description")];
    Entry {
        icon: activity.icon(),
        tone: match (is_late, state) {
            (true, _) => Tone::Warn,
            (_, 1) => Tone::Good,
            _ => Tone::None,
        },
        title,
        who: who.join(" · "),
        at: if is_open(row) { due(row) } else { moment(row.system(System::ModifiedAt)) },
        lines: lines.into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        commands: commands(visit, activity, row),
        ..Entry::default()
    }
}

fn moment(value: &Value) -> Option<Timestamp> {
    match value {
        Value::DateTime(moment) => Some(*moment),
        _ => None,
    }
}

fn closing(visit: &Visit, row: &Row, names: &Names) -> Entry {
    let is_canceled = *row.get("statecode") == Value::Choice(2);
    let revenue = match row.get("actualrevenue") {
        Value::Money(money) => Some(visit.say_with("closed-revenue", "amount", visit.amount(*money))),
        _ => None,
    };
    let competitor = row.get("competitorid").as_id().and_then(|id| names.get(&id));
    let competitor = competitor.map(|name| visit.say_with("closed-competitor", "name", name));
    let own = [text(row, "subject"), text(row, "description")].map(str::to_owned);
    let lines = own.into_iter().chain(revenue).chain(competitor).filter(|line| !line.is_empty());
    Entry {
        icon: "trophy",
        title: visit.say(if is_canceled { "closing-canceled" } else { "opportunity-closed" }),
        who: maker(row, names),
        at: row.created_at(),
        lines: lines.collect(),
        ..Entry::default()
    }
}

fn commands(visit: &Visit, activity: Activity, row: &Row) -> Vec<Command> {
    let page = activity.page(row.id());
    let may_write = records::may(visit, Privilege::Write, row);
    let is_done = activity != Activity::Note && !is_open(row);
    let mut commands = Vec::new();
    if may_write && !is_done && activity != Activity::Note {
        commands.push(Command::post(visit.say("complete"), "check", format!("{page}/complete")));
    }
    if may_write && !is_done {
        commands.push(Command::ask(visit.say("edit"), "edit", page.clone()));
    }
    if records::may(visit, Privilege::Delete, row) {
        commands.push(Command::ask(visit.say("delete"), "x", format!("{page}/delete")));
    }
    commands
}
