//! Where is my request: search by reference, e-mail address or company, and the way of one request.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use channel::requests::{RequestStatus, search, trace};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use shell::grid::Ask;
use shell::{Command, Entry, Fault, Frame, Shown, Tone, Visit};
use tables::jiff::Timestamp;
use tables::{Depth, Filter, Principal, Privilege, Query, Result, Row, Table as _, TextMatch};

use super::facts::Fact;
use super::{Desk, prospects, trail};
use crate::channel_requests::{ProcessingStatus, StagedRequest};
use crate::prospects::Prospect;

/// Where the search is.
pub(super) const PATH: &str = "/headquarters/requests";
/// Most of each kind that are shown.
const FOUND_MAX: u32 = 50;

pub(super) fn routes() -> Router<Desk> {
    Router::new().route(PATH, get(list)).route("/headquarters/requests/{reference}", get(page))
}

/// The page that follows a request.
pub(super) fn path(reference: &str) -> String {
    format!("{PATH}/{}", utf8_percent_encode(reference, NON_ALPHANUMERIC))
}

/// Whether somebody may look into the store for requests: who may read all that were staged.
pub(super) fn may_follow(visit: &Visit) -> bool {
    visit.principal.depth(StagedRequest::NAME, Privilege::Read) == Depth::Organization
}

#[derive(Template)]
#[template(path = "requests.html")]
struct List {
    frame: Frame,
    asked: String,
    found: Vec<Found>,
    /// Whether there may be more than are shown.
    is_cut: bool,
}

/// One request, or a prospect that came from none.
struct Found {
    name: String,
    path: String,
    reference: String,
    email: String,
    at: Option<Timestamp>,
    /// Colour, icon and words.
    place: (Tone, &'static str, String),
}

async fn list(visit: Visit, State(desk): State<Desk>, ask: Ask) -> Shown {
    let found = find(&visit, &desk, ask.search()).await?;
    let frame = visit.frame(visit.say("where-is-my-request"));
    let is_cut = found.len() >= FOUND_MAX as usize;
    visit.show(&List { frame, asked: ask.search().into(), found, is_cut })
}

async fn find(visit: &Visit, desk: &Desk, text: &str) -> Result<Vec<Found>, Fault> {
    let mut prospects = prospects_like(visit, text).await?;
    let mut found = Vec::new();
    if may_follow(visit) {
        let mut channel = desk.channel.read(&Principal::system()).await?;
        let requests = search(&mut channel, text, FOUND_MAX).await?;
        drop(channel);
        let references: Vec<&str> = requests.iter().map(|request| request.reference.as_str()).collect();
        let staged = staged(visit, &references).await?;
        for (reference, row) in by_reference(visit, &references).await? {
            prospects.entry(reference).or_insert(row);
        }
        for request in requests {
            let prospect = prospects.remove(&request.reference);
            let place = match (&prospect, staged.get(&request.reference)) {
                (Some(row), _) => as_prospect(visit, &Prospect::from_row(row)?),
                (None, Some(staged)) => in_headquarters(visit, staged),
                (None, None) => in_store(visit, request.status),
            };
            found.push(Found {
                name: request.company_name,
                path: path(&request.reference),
                reference: request.reference,
                email: request.email,
                at: Some(request.submitted_at),
                place,
            });
        }
    }
    for row in prospects.into_values() {
        let prospect = Prospect::from_row(&row)?;
        let place = as_prospect(visit, &prospect);
        found.push(Found {
            name: prospect.organization_name,
            path: prospects::path(prospect.external_row_id),
            reference: prospect.request_reference.unwrap_or_default(),
            email: prospect.primary_contact_email,
            at: row.created_at(),
            place,
        });
    }
    found.sort_by_key(|one| std::cmp::Reverse(one.at));
    Ok(found)
}

/// Prospects that the text is part of, by the reference of their request, or by their number.
async fn prospects_like(visit: &Visit, text: &str) -> Result<HashMap<String, Row>> {
    let mut query = Query::of(Prospect::NAME).order_by_descending("CreatedAt").limit(FOUND_MAX);
    if !text.is_empty() {
        let contains = |column: &str| Filter::Text(column.into(), TextMatch::Contains, text.to_owned());
        let columns =
            ["RequestReference", "ProspectId", "OrganizationName", "PersonLastName", "PrimaryContactEmail"];
        query = query.filter(Filter::Or(columns.map(contains).to_vec()));
    }
    let found = visit.read().await?.page(&query).await?;
    Ok(found.rows.into_iter().map(|row| (known_by(&row), row)).collect())
}

async fn by_reference(visit: &Visit, references: &[&str]) -> Result<HashMap<String, Row>> {
    if references.is_empty() {
        return Ok(HashMap::new());
    }
    let values = references.iter().map(|reference| (*reference).into()).collect();
    let query = Query::of(Prospect::NAME).filter(Filter::In("RequestReference".into(), values));
    let found = visit.read().await?.page(&query).await?;
    Ok(found.rows.into_iter().map(|row| (known_by(&row), row)).collect())
}

fn known_by(row: &Row) -> String {
    let reference = row.get("RequestReference").as_text();
    reference.or(row.get("ProspectId").as_text()).unwrap_or_default().to_owned()
}

async fn staged(visit: &Visit, references: &[&str]) -> Result<HashMap<String, StagedRequest>> {
    if references.is_empty() {
        return Ok(HashMap::new());
    }
    let values = references.iter().map(|reference| (*reference).into()).collect();
    let query = Query::of(StagedRequest::NAME).filter(Filter::In("RequestReference".into(), values));
    let rows = visit.read().await?.page(&query).await?.rows;
    let staged = rows.iter().map(StagedRequest::from_row);
    staged.map(|one| one.map(|one| (one.request_reference.clone(), one))).collect()
}

type Place = (Tone, &'static str, String);

fn as_prospect(visit: &Visit, prospect: &Prospect) -> Place {
    let status = format!("{:?}", prospect.status);
    let (tone, icon) = prospects::tone(&status);
    (tone, icon, visit.option(Prospect::NAME, "Status", &status))
}

fn in_headquarters(visit: &Visit, staged: &StagedRequest) -> Place {
    match (staged.processing_status, &staged.failure_message) {
        (ProcessingStatus::Pending, Some(_)) => (Tone::Bad, "alert", visit.say("place-failed")),
        (ProcessingStatus::Pending, None) => (Tone::Warn, "clock", visit.say("place-headquarters")),
        (ProcessingStatus::Completed, _) => (Tone::None, "info", visit.say("place-gone")),
    }
}

fn in_store(visit: &Visit, status: RequestStatus) -> Place {
    match status {
        RequestStatus::Received => (Tone::Info, "basket", visit.say("place-store")),
        RequestStatus::InReview | RequestStatus::Approved | RequestStatus::Declined => {
            (Tone::None, "info", visit.say("place-gone"))
        }
    }
}

#[derive(Template)]
#[template(path = "request.html")]
struct Page {
    frame: Frame,
    reference: String,
    name: String,
    head: Vec<Fact>,
    trail: Vec<Entry>,
}

async fn page(visit: Visit, State(desk): State<Desk>, Path(reference): Path<String>) -> Shown {
    if !may_follow(&visit) {
        return Err(Fault::NotAllowed);
    }
    let mut channel = desk.channel.read(&Principal::system()).await?;
    let known = trace(&mut channel, &reference).await?;
    drop(channel);
    let prospect = by_reference(&visit, &[&reference]).await?.into_values().next();
    let staged = staged(&visit, &[&reference]).await?.into_values().next();
    let fact = |column: &str, text: String| Fact::new(visit.column(StagedRequest::NAME, column), text);
    let (name, email, requestor) = match (&known, &staged, &prospect) {
        (Some(one), _, _) => {
            let request = one.request.clone();
            (request.company_name, request.email, format!("{} {}", request.first_name, request.last_name))
        }
        (None, Some(one), _) => {
            let requestor = format!("{} {}", one.person_first_name, one.person_last_name);
            (one.organization_name.clone(), one.primary_contact_email.clone(), requestor)
        }
        (None, None, Some(row)) => {
            let one = Prospect::from_row(row)?;
            let requestor = prospects::requestor(&one);
            (one.organization_name, one.primary_contact_email, requestor)
        }
        (None, None, None) => return Err(Fault::NotFound),
    };
    let mut commands = Vec::new();
    if let Some(row) = &prospect {
        commands.push(Command::go(visit.say("open-prospect"), "prospect", prospects::path(row.id())));
    }
    visit.show(&Page {
        frame: visit.frame(format!("{reference} · {name}")).with(commands),
        head: vec![
            fact("RequestReference", reference.clone()),
            Fact::new(visit.say("requestor"), requestor),
            fact("PrimaryContactEmail", email),
        ],
        trail: trail::trail(&visit, &desk, Some(&reference), prospect.as_ref()).await?,
        reference,
        name,
    })
}
