//! Retry and skip, for one delivery, some, or all alike.

use std::time::Duration;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use shell::grid::Selected;
use shell::{Fault, Frame, RowId, Shown, Visit};
use tables::{Error, Privilege};
use uuid::Uuid;

use super::super::Desk;
use super::{PATH, SKIP};
use crate::Engine;
use crate::waiting::{Waiting, Which};

/// Longest that a page waits to tell what became of a retry; the retry itself goes on.
const RETRY_TIME_MAX: Duration = Duration::from_secs(5);

pub(super) async fn retry_selected(visit: Visit, State(desk): State<Desk>, selected: Selected) -> Shown {
    if let Some(refusal) = selected.refusal(&visit) {
        return Ok(refusal);
    }
    let which = Which::These(still_waiting(&visit, &selected.rows).await?);
    retry(&visit, &desk.engine()?, which, &selected.back).await
}

pub(super) async fn retry_all(visit: Visit, State(desk): State<Desk>) -> Shown {
    retry(&visit, &desk.engine()?, Which::All, PATH).await
}

pub(super) async fn retry_alike(visit: Visit, State(desk): State<Desk>, RowId(id): RowId) -> Shown {
    let waiting = waiting(&visit, id).await?;
    let Waiting { target, cause, code, .. } = waiting;
    retry(&visit, &desk.engine()?, Which::Alike { target, cause, code }, PATH).await
}

pub(super) async fn retry_one(visit: Visit, State(desk): State<Desk>, RowId(id): RowId) -> Shown {
    let engine = desk.engine()?;
    let before = waiting(&visit, id).await?;
    engine.hasten(&visit.context(), &Which::These(vec![id])).await?;
    told(&visit, &engine, id, before.attempts).await
}

/// Lets the engine work, and tells what became of a delivery that was tried so often before.
pub(super) async fn told(visit: &Visit, engine: &Engine, id: Uuid, attempts: i64) -> Shown {
    run(engine).await;
    let mut reader = visit.read().await?;
    let here = format!("{PATH}/{id}");
    Ok(match reader.get::<Waiting>(id).await? {
        None => visit.done(PATH, &visit.say("retry-delivered")),
        Some(now) if now.attempts > attempts => {
            let why = now.message.unwrap_or_default();
            visit.failed(&here, &visit.say_with("retry-still-waits", "why", why))
        }
        Some(_) => visit.done(&here, &visit.say("retry-under-way")),
    })
}

/// Tries again and says what came of it.
async fn retry(visit: &Visit, engine: &Engine, which: Which, back: &str) -> Shown {
    let tried = engine.hasten(&visit.context(), &which).await?;
    if tried == 0 {
        return Ok(visit.done(back, &visit.say("retry-nothing")));
    }
    run(engine).await;
    Ok(visit.done(back, &visit.say_with("retried", "count", tried)))
}

/// Lets the engine work on what is due, and waits a little for it.
async fn run(engine: &Engine) {
    let engine = engine.clone();
    let work = tokio::spawn(async move {
        if let Err(error) = engine.run_until_idle().await {
            tracing::warn!(%error, "a retry ended early");
        }
    });
    let _ = tokio::time::timeout(RETRY_TIME_MAX, work).await;
}

/// The question before something is left out for good.
#[derive(Template)]
#[template(path = "skip.html")]
struct Question {
    frame: Frame,
    title: String,
    action: String,
    back: String,
    /// What is left out, by name.
    names: Vec<String>,
    /// The rows of a grid; none: the one of the address.
    rows: Vec<Uuid>,
}

pub(super) async fn ask_skip(visit: Visit, RowId(id): RowId) -> Shown {
    let waiting = waiting(&visit, id).await?;
    if !visit.may(Privilege::Delete, "waiting") {
        return Err(Fault::NotAllowed);
    }
    let title = visit.say_with("skip-question", "count", 1);
    visit.show(&Question {
        frame: visit.frame(title.clone()),
        title,
        action: format!("{PATH}/{id}/skip"),
        back: format!("{PATH}/{id}"),
        names: vec![name(&waiting)],
        rows: Vec::new(),
    })
}

pub(super) async fn skip_one(visit: Visit, State(desk): State<Desk>, RowId(id): RowId) -> Shown {
    desk.engine()?.skip(visit.context(), id).await?;
    Ok(visit.done(PATH, &visit.say_with("skipped", "count", 1)))
}

/// Asks first; the question's own form says that it was asked.
pub(super) async fn skip_selected(visit: Visit, State(desk): State<Desk>, selected: Selected) -> Shown {
    if let Some(refusal) = selected.refusal(&visit) {
        return Ok(refusal);
    }
    if selected.get("asked") == "1" {
        return skip(&visit, &desk.engine()?, &selected).await;
    }
    let rows = still_waiting(&visit, &selected.rows).await?;
    let mut reader = visit.read().await?;
    let mut names = Vec::new();
    for row in reader.get_rows("waiting", &rows).await? {
        names.push(name(&tables::Table::from_row(&row)?));
    }
    let title = visit.say_with("skip-question", "count", rows.len());
    visit.show(&Question {
        frame: visit.frame(title.clone()),
        title,
        action: SKIP.into(),
        back: if selected.back.is_empty() { PATH.into() } else { selected.back },
        names,
        rows,
    })
}

async fn skip(visit: &Visit, engine: &Engine, selected: &Selected) -> Result<Response, Fault> {
    let mut count = 0;
    for id in &selected.rows {
        match engine.skip(visit.context(), *id).await {
            Ok(()) => count += 1,
            // Delivered meanwhile, or somebody else was faster.
            Err(Error::NotFound { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(visit.done(&selected.back, &visit.say_with("skipped", "count", count)))
}

/// Those of these deliveries that are still there.
async fn still_waiting(visit: &Visit, ids: &[Uuid]) -> Result<Vec<Uuid>, Fault> {
    let rows = visit.read().await?.get_rows("waiting", ids).await?;
    Ok(ids.iter().copied().filter(|id| rows.iter().any(|row| row.id() == *id)).collect())
}

pub(super) async fn waiting(visit: &Visit, id: Uuid) -> Result<Waiting, Fault> {
    visit.read().await?.get(id).await?.ok_or(Fault::NotFound)
}

/// How people call what waits.
pub(super) fn name(waiting: &Waiting) -> String {
    let name = waiting.name.clone().or_else(|| waiting.sourceid.clone());
    name.unwrap_or_else(|| waiting.waitingid.to_string())
}
