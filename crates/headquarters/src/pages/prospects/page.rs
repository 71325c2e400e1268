//! A prospect's page: what it says of itself, what is known beside it, where it is, its history.

use askama::Template;
use axum::extract::State;
use shell::{Command, Entry, Fault, Frame, Shown, Standing, Tone, Visit};
use tables::{Privilege, Row, Table as _};

use super::{path, tone};
use crate::pages::facts::{Fact, fact, facts};
use crate::pages::{Desk, RowId, customer_hierarchies, customers, history, requests, trail};
use crate::prospects::checks::{Checks, checks};
use crate::prospects::start_review::{self, start_review};
use crate::prospects::{DecidedIn, Prospect, ProspectStatus};

#[derive(Template)]
#[template(path = "prospect.html")]
struct Page {
    frame: Frame,
    initials: String,
    name: String,
    number: String,
    /// Colour, icon and word.
    status: (Tone, &'static str, String),
    standing: Option<Standing>,
    head: Vec<Fact>,
    company: Vec<Fact>,
    requestor: Vec<Fact>,
    decision: Vec<Fact>,
    comments: Option<String>,
    note: Option<(Tone, String)>,
    checks: Vec<Check>,
    trail: Vec<Entry>,
    trace: Option<String>,
    history: Vec<Entry>,
}

/// Something to know before a decision.
struct Check {
    tone: Tone,
    words: String,
    /// Rows that it is about: what they are called, and their pages.
    rows: Vec<(String, String)>,
}

/// Shows the prospect.
pub(super) async fn page(visit: Visit, State(desk): State<Desk>, RowId(id): RowId) -> Shown {
    let mut reader = visit.read().await?;
    let row = reader.get_row(Prospect::NAME, id).await?.ok_or(Fault::NotFound)?;
    let prospect = Prospect::from_row(&row)?;
    let is_open = is_open(&prospect);
    let checks = if is_open { checks(&mut reader, &prospect).await? } else { Checks::default() };
    drop(reader);
    let may_follow = requests::may_follow(&visit);
    let standing = visit.standings(Prospect::NAME, &[id]).await?.remove(&id);
    let title = prospect.organization_name.clone();
    let status = fact(&visit, &row, "Status").text;
    let (status_tone, icon) = tone(&format!("{:?}", prospect.status));
    visit.show(&Page {
        frame: visit.frame(title.clone()).with(commands(&visit, &prospect)),
        initials: shell::initials(&title),
        name: title,
        number: prospect.prospect_id.clone(),
        status: (status_tone, icon, status),
        standing,
        head: facts(&visit, &row, &["TypeId", "CreatedAt", "StoreName", "RequestReference"]),
        company: facts(
            &visit,
            &row,
            &[
                "OrganizationName",
                "TaxId",
                "NumberOfEmployees",
                "Website",
                "AddressStreet",
                "AddressCity",
                "AddressState",
                "AddressPostalCode",
                "AddressCountry",
            ],
        ),
        requestor: facts(
            &visit,
            &row,
            &[
                "PersonFirstName",
                "PersonLastName",
                "JobTitle",
                "PrimaryContactEmail",
                "PrimaryContactPhone",
                "Language",
            ],
        ),
        decision: decision(&visit, &row, &prospect).await?,
        comments: prospect.comments.clone(),
        note: note(&visit, &prospect),
        checks: if is_open { check_list(&visit, &prospect, checks) } else { Vec::new() },
        trail: trail::trail(&visit, &desk, prospect.request_reference.as_deref(), Some(&row)).await?,
        trace: prospect.request_reference.as_deref().filter(|_| may_follow).map(requests::path),
        history: history::history(&visit, Prospect::NAME, id).await?,
    })
}

/// Puts it in review: somebody of headquarters works on it now.
pub(super) async fn begin_review(visit: Visit, RowId(id): RowId) -> Shown {
    match visit.store().write(visit.context(), id, |tx, id| Box::pin(start_review(tx, id))).await? {
        start_review::Outcome::Started | start_review::Outcome::InReview => {
            Ok(visit.done(&path(id), &visit.say("review-started")))
        }
        start_review::Outcome::Decided => Ok(visit.failed(&path(id), &visit.say("decided-meanwhile"))),
    }
}

pub(in crate::pages) fn is_open(prospect: &Prospect) -> bool {
    matches!(prospect.status, ProspectStatus::Open | ProspectStatus::InReview)
}

fn commands(visit: &Visit, prospect: &Prospect) -> Vec<Command> {
    if !is_open(prospect) || !visit.may(Privilege::Write, Prospect::NAME) {
        return Vec::new();
    }
    let at = |verb: &str| format!("{}/{verb}", path(prospect.external_row_id));
    let mut commands = vec![
        Command::ask(visit.say("convert-approve"), "check", at("approve")).key(),
        Command::ask(visit.say("convert-reject"), "x", at("reject")),
    ];
    if prospect.status == ProspectStatus::Open {
        commands.push(Command::post(visit.say("start-review"), "eye", at("start-review")));
    }
    commands.push(Command::go(visit.say("edit"), "edit", at("edit")));
    commands
}

/// Where it stands, in a sentence.
fn note(visit: &Visit, prospect: &Prospect) -> Option<(Tone, String)> {
    let decided = |key: &str| {
        let by = prospect.decided_by.clone().unwrap_or_default();
        let place = visit.say(match prospect.decided_in {
            Some(DecidedIn::Sales) => "sales",
            Some(DecidedIn::Headquarters) | None => "headquarters",
        });
        let at = prospect.decided_at.map(|at| visit.moment(at)).unwrap_or_default();
        visit.say_all(key, &[("by", &by), ("place", &place), ("at", &at)])
    };
    match prospect.status {
        ProspectStatus::Open => None,
        ProspectStatus::InReview => Some((Tone::Info, visit.say("note-in-review"))),
        ProspectStatus::Approved => Some((Tone::Good, decided("note-approved"))),
        ProspectStatus::Rejected => Some((Tone::None, decided("note-rejected"))),
    }
}

/// What a decision came to, with links to what it made.
async fn decision(visit: &Visit, row: &Row, prospect: &Prospect) -> Result<Vec<Fact>, Fault> {
    if is_open(prospect) {
        return Ok(Vec::new());
    }
    let mut all = facts(visit, row, &["DecidedBy", "DecidedIn", "DecidedAt"]);
    if prospect.status == ProspectStatus::Rejected {
        all.extend(facts(visit, row, &["RejectionReason", "RejectionComment"]));
        return Ok(all);
    }
    let company = prospect.data_area_id.as_str();
    let mut reader = visit.read().await?;
    for column in ["OrganizationCustomerAccount", "RequestorCustomerAccount"] {
        let Some(account) = row.get(column).as_text() else { continue };
        let path = customers::path_of(&mut reader, company, account).await?;
        all.push(fact(visit, row, column).to(path.unwrap_or_default()));
    }
    if let Some(number) = &prospect.customer_hierarchy_id {
        let path = customer_hierarchies::path_of(&mut reader, company, number).await?;
        all.push(fact(visit, row, "CustomerHierarchyId").to(path.unwrap_or_default()));
    }
    Ok(all)
}

fn check_list(visit: &Visit, prospect: &Prospect, checks: Checks) -> Vec<Check> {
    let passed = |key: &str| Check { tone: Tone::Good, words: visit.say(key), rows: Vec::new() };
    let found =
        |key: &str, rows: Vec<(String, String)>| Check { tone: Tone::Warn, words: visit.say(key), rows };
    let mut list = Vec::new();
    list.push(match checks.email_in_use {
        None => passed("check-email-free"),
        Some(person) => found("check-email-in-use", vec![customers::link(&person)]),
    });
    list.push(match checks.organizations.as_slice() {
        [] => passed("check-organization-new"),
        known => found("check-organization-known", known.iter().map(customers::link).collect()),
    });
    list.push(match checks.prospects.as_slice() {
        [] => passed("check-prospect-single"),
        others => {
            let link = |other: &Prospect| {
                let name = format!("{} ({})", other.organization_name, other.prospect_id);
                (name, path(other.external_row_id))
            };
            found("check-prospect-alike", others.iter().map(link).collect())
        }
    });
    if let Some(reference) = prospect.possible_duplicate_of.as_ref().filter(|_| requests::may_follow(visit)) {
        let row = (reference.clone(), requests::path(reference));
        list.push(found("check-possible-duplicate", vec![row]));
    }
    list
}
