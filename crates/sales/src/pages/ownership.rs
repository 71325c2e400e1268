//! Whose rows are: Assign to me, for one row and for those ticked in a list, and Assign.

use askama::Template;
use axum::Router;
use axum::routing::{get, post};
use serde::Deserialize;
use shell::form::Filled;
use shell::grid::Selected;
use shell::{Command, Fault, Frame, Shown, Visit};
use tables::{Change, Error, Filter, Privilege, Query, Reader, Reference, Row, Value};
use uuid::Uuid;

use super::activities::write;
use super::records::{self, KINDS, Kind, LEAD, OPPORTUNITY, RowId};

/// Most people, and most teams, that one can choose from.
const OWNERS_MAX: u32 = 500;

/// The verbs of all tables whose rows have an owner and a page.
pub(super) fn router() -> Router {
    KINDS.into_iter().fold(Router::new(), |router, kind| {
        router
            .route(
                &format!("{}/assign-to-me", kind.list()),
                post(async move |visit: Visit, selected: Selected| take_all(&visit, kind, selected).await),
            )
            .route(
                &format!("{}/{{id}}/assign-to-me", kind.list()),
                post(async move |visit: Visit, RowId(id)| take(&visit, kind, id).await),
            )
            .route(
                &format!("{}/{{id}}/assign", kind.list()),
                get(async move |visit: Visit, RowId(id)| ask(&visit, kind, id).await).post(
                    async move |visit: Visit, RowId(id), Filled(fields): Filled<Fields>| {
                        assign(&visit, kind, id, &fields.owner).await
                    },
                ),
            )
    })
}

/// What to offer for this row.
pub(super) fn commands(visit: &Visit, kind: &Kind, row: &Row) -> Vec<Command> {
    // Nothing of a closed lead or opportunity can be changed.
    let is_held = [&LEAD, &OPPORTUNITY].contains(&kind) && !records::is_open(row);
    if is_held || !records::may(visit, Privilege::Assign, row) {
        return Vec::new();
    }
    let page = kind.page(row.id());
    let is_mine = row.owner().is_some_and(|owner| owner.id == visit.principal.user);
    let take = Command::post(visit.say("assign-to-me"), "person", format!("{page}/assign-to-me"));
    let assign = Command::ask(visit.say("assign"), "people", format!("{page}/assign"));
    if is_mine { vec![assign] } else { vec![take, assign] }
}

fn owned_by(owner: Reference) -> Vec<(String, Value)> {
    vec![("ownerid".into(), owner.into())]
}

fn me(visit: &Visit) -> Reference {
    Reference::new("systemuser", visit.principal.user)
}

async fn take(visit: &Visit, kind: &Kind, id: Uuid) -> Shown {
    write(visit, Change::update(kind.table, id, owned_by(me(visit)))).await?;
    Ok(visit.done(&kind.page(id), &visit.say("assigned-to-you")))
}

/// Each ticked row by itself: one that cannot be taken, such as a closed one, holds up no other.
async fn take_all(visit: &Visit, kind: &Kind, selected: Selected) -> Shown {
    if let Some(refusal) = selected.refusal(visit) {
        return Ok(refusal);
    }
    let (mut taken, mut refused) = (0, None);
    for id in &selected.rows {
        match write(visit, Change::update(kind.table, *id, owned_by(me(visit)))).await {
            Ok(()) => taken += 1,
            Err(error @ Error::Internal(_)) => return Err(error.into()),
            Err(error) => refused = Some(error),
        }
    }
    let Some(error) = refused else {
        return Ok(visit.done(&selected.back, &visit.say_with("rows-assigned", "count", taken)));
    };
    let left = (selected.rows.len() - taken).to_string();
    let (taken, why) = (taken.to_string(), visit.error(&error));
    let words = visit.say_all("some-assigned", &[("taken", &taken), ("left", &left), ("why", &why)]);
    Ok(visit.failed(&selected.back, &words))
}

#[derive(Template)]
#[template(path = "assign.html")]
struct Page {
    frame: Frame,
    title: String,
    action: String,
    back: String,
    people: Vec<(String, String)>,
    teams: Vec<(String, String)>,
    owner: String,
    error: Option<String>,
}

#[derive(Deserialize)]
struct Fields {
    #[serde(default)]
    owner: String,
}

async fn ask(visit: &Visit, kind: &Kind, id: Uuid) -> Shown {
    let page = page(visit, kind, id, None).await?;
    visit.show(&page)
}

async fn assign(visit: &Visit, kind: &Kind, id: Uuid, owner: &str) -> Shown {
    let chosen = owner.split_once('/').and_then(|(table, id)| Some((table, id.parse().ok()?)));
    let Some((table @ ("systemuser" | "team"), owner)) = chosen else {
        let page = page(visit, kind, id, Some(visit.say("owner-missing"))).await?;
        return visit.show_again(&page);
    };
    write(visit, Change::update(kind.table, id, owned_by(Reference::new(table, owner)))).await?;
    // Who gave a row away may not see it any more.
    let is_seen = visit.read().await?.get_row(kind.table, id).await?.is_some();
    let to = if is_seen { kind.page(id) } else { kind.list() };
    Ok(visit.done(&to, &visit.say("assigned")))
}

async fn page(visit: &Visit, kind: &Kind, id: Uuid, error: Option<String>) -> Result<Page, Fault> {
    let mut reader = visit.read().await?;
    let row = records::row(&mut reader, kind.table, id).await?;
    let active = Filter::equals("isdisabled", false)
        .and(Filter::Not(Box::new(Filter::IsNull("internalemailaddress".into()))));
    let people = owners(visit, &mut reader, "systemuser", Some(active)).await?;
    let teams = owners(visit, &mut reader, "team", None).await?;
    let title = visit.say_with("assign-title", "name", records::name(&row));
    Ok(Page {
        frame: visit.frame(title.clone()),
        title,
        action: format!("{}/assign", kind.page(id)),
        back: kind.page(id),
        people,
        teams,
        owner: row.owner().map(|owner| format!("{}/{}", owner.table, owner.id)).unwrap_or_default(),
        error,
    })
}

async fn owners(
    visit: &Visit,
    reader: &mut Reader,
    table: &str,
    filter: Option<Filter>,
) -> Result<Vec<(String, String)>, Fault> {
    if !visit.may(Privilege::Read, table) {
        return Ok(Vec::new());
    }
    let name = if table == "team" { "name" } else { "fullname" };
    let mut query = Query::of(table).order_by(name).limit(OWNERS_MAX);
    query.filter = filter;
    let rows = reader.page(&query).await?.rows;
    Ok(rows.iter().map(|row| (format!("{table}/{}", row.id()), records::name(row))).collect())
}
