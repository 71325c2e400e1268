//! Trail: where a request is on its way through store, headquarters, dual-write and Sales.

use channel::requests::{RequestStatus, Trace, trace};
use shell::names::Names;
use shell::{Command, Entry, Fault, Standing, State, Tone, Visit};
use tables::{Filter, Principal, Privilege, Query, Result, Row, Table as _};

use super::{Desk, batch_jobs, email_history, prospects, requests};
use crate::channel_requests::{ProcessingStatus, StagedRequest, p_0001, synchronize};
use crate::mail::{EmailMessage, EmailStatus};
use crate::prospects::{DecidedIn, Prospect, ProspectStatus};

/// Most messages shown.
const MESSAGES_MAX: u32 = 20;

/// The way of a request, or of a prospect that came from no store, in order.
pub(super) async fn trail(
    visit: &Visit,
    desk: &Desk,
    reference: Option<&str>,
    prospect: Option<&Row>,
) -> Result<Vec<Entry>, Fault> {
    let mut entries = Vec::new();
    let mut told = None;
    if let Some(reference) = reference.filter(|_| requests::may_follow(visit)) {
        let mut channel = desk.channel.read(&Principal::system()).await?;
        let known = trace(&mut channel, reference).await?;
        drop(channel);
        let staged = staged(visit, reference).await?;
        if let Some(known) = &known {
            entries.push(in_store(visit, known));
        }
        let is_pulled = staged.is_some() || known.as_ref().is_some_and(|one| one.request.pulled_at.is_some());
        if !is_pulled {
            entries.push(waits_for(visit, p_0001::NAME, reference));
        }
        if let Some(staged) = &staged {
            entries.push(in_headquarters(visit, staged, known.as_ref())?);
        }
        told = known.zip(staged);
    }
    let Some(row) = prospect else { return Ok(entries) };
    let prospect = Prospect::from_row(row)?;
    entries.push(as_prospect(visit, row, &prospect));
    let id = prospect.external_row_id;
    if let Some(standing) = visit.standings(Prospect::NAME, &[id]).await?.remove(&id) {
        entries.push(in_sales(visit, &standing));
    }
    entries.push(decision(visit, row, &prospect));
    if let Some((known, staged)) = told.filter(|_| !prospects::is_open(&prospect)) {
        entries.push(store_told(visit, &known, &StagedRequest::from_row(&staged)?));
    }
    entries.extend(mails(visit, &prospect).await?);
    // What is still to come has no time and stays at the end.
    entries.sort_by_key(|entry| (entry.at.is_none(), entry.at));
    Ok(entries)
}

/// The request as headquarters staged it, with its times.
async fn staged(visit: &Visit, reference: &str) -> Result<Option<Row>> {
    let of_reference = Filter::equals("RequestReference", reference);
    let query = Query::of(StagedRequest::NAME).filter(of_reference).limit(1);
    Ok(visit.read().await?.page(&query).await?.rows.into_iter().next())
}

fn in_store(visit: &Visit, known: &Trace) -> Entry {
    let mut lines = vec![visit.say_with("trail-received", "store", &known.request.store_name)];
    let version = known.request.terms_version.as_ref();
    lines.extend(version.map(|version| visit.say_with("trail-terms", "version", version)));
    Entry {
        icon: "basket",
        tone: Tone::Good,
        title: visit.say("store"),
        at: Some(known.request.submitted_at),
        lines,
        ..Entry::default()
    }
}

/// A job has to bring it on; whoever may can run it now.
fn waits_for(visit: &Visit, job: &str, reference: &str) -> Entry {
    let name = batch_jobs::label(visit, job);
    Entry {
        icon: "clock",
        tone: Tone::Warn,
        title: visit.say("headquarters"),
        lines: vec![visit.say_with("trail-waits-for-job", "job", name)],
        commands: batch_jobs::run_command(visit, job, &requests::path(reference)).into_iter().collect(),
        ..Entry::default()
    }
}

fn in_headquarters(visit: &Visit, row: &Row, known: Option<&Trace>) -> Result<Entry> {
    let staged = StagedRequest::from_row(row)?;
    let at = known.and_then(|known| known.request.pulled_at).or(row.created_at());
    let mut entry = Entry {
        icon: "inbox",
        tone: Tone::Good,
        title: visit.say("headquarters"),
        at,
        lines: vec![visit.say("trail-pulled")],
        ..Entry::default()
    };
    if staged.processing_status == ProcessingStatus::Pending {
        let waits = waits_for(visit, synchronize::NAMES[0], &staged.request_reference);
        entry.lines.extend(waits.lines);
        (entry.tone, entry.commands) = (Tone::Warn, waits.commands);
    }
    if let Some(why) = staged.failure_message {
        entry.lines.push(visit.say_with("trail-failed", "why", why));
        (entry.tone, entry.icon) = (Tone::Bad, "alert");
    }
    Ok(entry)
}

fn as_prospect(visit: &Visit, row: &Row, prospect: &Prospect) -> Entry {
    Entry {
        icon: "prospect",
        tone: Tone::Good,
        title: visit.say_with("trail-prospect", "number", &prospect.prospect_id),
        at: row.created_at(),
        ..Entry::default()
    }
}

/// How the prospect stands with its lead. The cause is told in the words of the side that refused.
fn in_sales(visit: &Visit, standing: &Standing) -> Entry {
    let words = visit.say(match standing.state {
        State::InStep => "trail-lead-in-step",
        State::Waiting => "trail-lead-waiting",
        State::Failed => "trail-lead-failed",
    });
    let lead = standing.counterpart.clone();
    let lead = lead.map(|path| Command::go(visit.say("open-lead"), "lead", path));
    let trouble = (standing.state != State::InStep && !standing.path.is_empty())
        .then(|| Command::go(visit.say("open-dual-write"), "both", standing.path.clone()));
    Entry {
        icon: standing.icon(),
        tone: standing.tone(),
        is_machine: true,
        title: visit.say("sales"),
        at: standing.at,
        lines: [words].into_iter().chain(standing.cause.clone()).collect(),
        commands: lead.into_iter().chain(trouble).collect(),
        ..Entry::default()
    }
}

fn decision(visit: &Visit, row: &Row, prospect: &Prospect) -> Entry {
    let definition = row.definition();
    let value = |column: &str| {
        let known = definition.column(column);
        known.map(|column_| visit.value(&definition.name, column_, row.get(column), &Names::new()))
    };
    let status = value("Status").unwrap_or_default();
    if prospects::is_open(prospect) {
        let key = match prospect.status {
            ProspectStatus::InReview => "trail-in-review",
            _ => "trail-undecided",
        };
        let (title, lines) = (visit.say("trail-decision"), vec![visit.say(key)]);
        return Entry { icon: "clock", title, lines, ..Entry::default() };
    }
    let (tone, icon) = prospects::tone(&format!("{:?}", prospect.status));
    let place = visit.say(match prospect.decided_in {
        Some(DecidedIn::Sales) => "sales",
        Some(DecidedIn::Headquarters) | None => "headquarters",
    });
    let by = prospect.decided_by.clone().unwrap_or_default();
    Entry {
        icon,
        tone,
        title: status,
        who: visit.say_all("trail-decided-by", &[("by", &by), ("place", &place)]),
        at: prospect.decided_at,
        lines: value("RejectionReason").filter(|reason| !reason.is_empty()).into_iter().collect(),
        ..Entry::default()
    }
}

/// Whether the sender can see the decision.
fn store_told(visit: &Visit, known: &Trace, staged: &StagedRequest) -> Entry {
    let event = known
        .events
        .iter()
        .rev()
        .find(|event| matches!(event.status, RequestStatus::Approved | RequestStatus::Declined));
    let title = visit.say("store");
    match event.filter(|_| staged.status_published) {
        Some(event) => Entry {
            icon: "basket",
            tone: Tone::Good,
            title,
            at: Some(event.at),
            lines: vec![visit.say("trail-store-knows")],
            ..Entry::default()
        },
        None => {
            let waits = waits_for(visit, synchronize::NAMES[0], &staged.request_reference);
            Entry { title, lines: vec![visit.say("trail-store-waits")], ..waits }
        }
    }
}

/// Mail to the requestor since the request.
async fn mails(visit: &Visit, prospect: &Prospect) -> Result<Vec<Entry>> {
    if !visit.may(Privilege::Read, EmailMessage::NAME) {
        return Ok(Vec::new());
    }
    let to_requestor = Filter::equals("Recipient", prospect.primary_contact_email.as_str())
        .and(Filter::equals("dataAreaId", prospect.data_area_id.as_str()));
    let query = Query::of(EmailMessage::NAME).filter(to_requestor).order_by("CreatedAt").limit(MESSAGES_MAX);
    let found = visit.read().await?.page(&query).await?;
    let entry = |row: &Row| -> Result<Entry> {
        let message = EmailMessage::from_row(row)?;
        let (tone, icon) = email_history::tone(&format!("{:?}", message.status));
        let status = visit.option(EmailMessage::NAME, "Status", &format!("{:?}", message.status));
        Ok(Entry {
            icon: if message.status == EmailStatus::Sent { "mail" } else { icon },
            tone,
            title: email_history::type_label(visit, &message.notification_type),
            who: status,
            at: message.sent_at.or(row.created_at()),
            lines: message.failure_details.into_iter().collect(),
            commands: vec![Command::go(
                visit.say("open-mail"),
                "mail",
                email_history::path(message.external_row_id),
            )],
            ..Entry::default()
        })
    };
    found.rows.iter().map(entry).collect()
}
