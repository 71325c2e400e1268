//! Putting an account or contact aside, and taking it up again.

use axum::Router;
use axum::routing::get;
use shell::{Command, Shown, Visit};
use tables::{Change, Row, Value};
use uuid::Uuid;

use crate::pages::activities::write;
use crate::pages::question::Question;
use crate::pages::records::{self, ACCOUNT, CONTACT, Kind, RowId};

pub(super) fn router() -> Router {
    [&ACCOUNT, &CONTACT].into_iter().fold(Router::new(), |router, kind| {
        [true, false].into_iter().fold(router, |router, activates| {
            router.route(
                &format!("{}/{{id}}/{}", kind.list(), path(activates)),
                get(async move |visit: Visit, RowId(id)| ask(&visit, kind, id, activates).await)
                    .post(async move |visit: Visit, RowId(id)| set(&visit, kind, id, activates).await),
            )
        })
    })
}

fn path(activates: bool) -> &'static str {
    if activates { "activate" } else { "deactivate" }
}

/// What can be done about the row's state.
pub(super) fn command(visit: &Visit, kind: &Kind, row: &Row) -> Command {
    let activates = !records::is_open(row);
    let href = format!("{}/{}", kind.page(row.id()), path(activates));
    let icon = if activates { "refresh" } else { "x" };
    Command::ask(verb(visit, activates), icon, href)
}

fn verb(visit: &Visit, activates: bool) -> String {
    visit.say(if activates { "activate" } else { "deactivate" })
}

async fn ask(visit: &Visit, kind: &Kind, id: Uuid, activates: bool) -> Shown {
    let row = records::row(&mut visit.read().await?, kind.table, id).await?;
    let name = records::name(&row);
    let question = Question {
        title: visit.say_with(if activates { "activate-title" } else { "deactivate-title" }, "name", name),
        consequences: vec![visit.say(match activates {
            true => "activate-consequence",
            false => "deactivate-consequence",
        })],
        verb: verb(visit, activates),
        action: format!("{}/{}", kind.page(id), path(activates)),
        back: kind.page(id),
    };
    question.ask(visit)
}

async fn set(visit: &Visit, kind: &Kind, id: Uuid, activates: bool) -> Shown {
    let state = Value::Choice(i32::from(!activates));
    write(visit, Change::update(kind.table, id, vec![("statecode".into(), state)])).await?;
    Ok(visit.done(&kind.page(id), &visit.say(if activates { "activated" } else { "deactivated" })))
}
