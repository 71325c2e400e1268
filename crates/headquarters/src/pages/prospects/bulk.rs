//! Reject several: one question for all prospects that somebody ticked, each decided on its own.

use askama::Template;
use axum::extract::RawQuery;
use axum::response::{IntoResponse as _, Redirect};
use shell::grid::Selected;
use shell::{Fault, Frame, Shown, Visit};
use tables::Table as _;
use tables::uuid::Uuid;

use super::decide::{Reason, reasons, reject_one, require_decider, words};
use super::{PATH, path};
use crate::prospects::{DecisionError, Outcome, Prospect};

#[derive(Template)]
#[template(path = "reject_several.html")]
struct Page {
    frame: Frame,
    action: String,
    back: String,
    title: String,
    /// Those to be rejected: id, what it is called.
    prospects: Vec<(Uuid, String)>,
    /// Those that were not: what it is called, its page, why.
    refused: Vec<(String, String, String)>,
    reasons: Vec<Reason>,
    comment: String,
    error: Option<String>,
}

/// Takes the ticked rows to the question.
pub(super) async fn selected(visit: Visit, selected: Selected) -> Shown {
    if let Some(refusal) = selected.refusal(&visit) {
        return Ok(refusal);
    }
    let rows: Vec<String> = selected.rows.iter().map(|id| id.simple().to_string()).collect();
    Ok(Redirect::to(&format!("{PATH}/reject?rows={}", rows.join("."))).into_response())
}

/// The question.
pub(super) async fn ask(visit: Visit, RawQuery(query): RawQuery) -> Shown {
    require_decider(&visit)?;
    let rows = query.as_deref().and_then(|query| query.strip_prefix("rows=")).unwrap_or_default();
    let rows: Result<Vec<Uuid>, _> = rows.split('.').map(str::parse).collect();
    let rows = rows.map_err(|_| Fault::Unreadable)?;
    let prospects = load(&visit, &rows).await?;
    let page = page(&visit, &prospects, "", String::new());
    if page.prospects.is_empty() {
        let why = if prospects.is_empty() { "prospects-not-found" } else { "nothing-to-reject" };
        return Ok(visit.failed(PATH, &visit.say(why)));
    }
    visit.show(&page)
}

async fn load(visit: &Visit, ids: &[Uuid]) -> Result<Vec<Prospect>, Fault> {
    if ids.len() > shell::grid::SELECTED_MAX {
        return Err(Fault::Unreadable);
    }
    let rows = visit.read().await?.get_rows(Prospect::NAME, ids).await?;
    Ok(rows.iter().map(Prospect::from_row).collect::<tables::Result<_>>()?)
}

fn page(visit: &Visit, prospects: &[Prospect], reason: &str, comment: String) -> Page {
    let open: Vec<(Uuid, String)> = prospects
        .iter()
        .filter(|prospect| super::page::is_open(prospect))
        .map(|prospect| (prospect.external_row_id, name(prospect)))
        .collect();
    let title = visit.say_with("reject-several-title", "count", open.len());
    Page {
        frame: visit.frame(title.clone()),
        action: format!("{PATH}/reject"),
        back: PATH.into(),
        title,
        prospects: open,
        refused: Vec::new(),
        reasons: reasons(visit, reason),
        comment,
        error: None,
    }
}

fn name(prospect: &Prospect) -> String {
    format!("{} ({})", prospect.organization_name, prospect.prospect_id)
}

/// Rejects them, each in a transaction of its own; says which were not, and why.
pub(super) async fn reject_all(visit: Visit, selected: Selected) -> Shown {
    let (reason, comment) = (selected.get("reason"), selected.get("comment"));
    let mut refused = Vec::new();
    let mut count = 0;
    match selected.rows.len() {
        0 => return Ok(visit.failed(PATH, &visit.say("grid-none-selected"))),
        rows if rows > shell::grid::SELECTED_MAX => return Err(Fault::Unreadable),
        _ => {}
    }
    for id in &selected.rows {
        match reject_one(&visit, *id, reason, comment).await {
            Ok(Outcome::Decided) => count += 1,
            Ok(Outcome::AlreadyDecided) => {}
            // All of them would be refused alike.
            Err(DecisionError::Tables(error @ tables::Error::NoPrivilege { .. })) => return Err(error.into()),
            Err(error @ DecisionError::Tables(tables::Error::NotFound { .. })) => {
                refused.push((*id, words(&visit, &error)));
            }
            Err(error @ (DecisionError::UnknownReason { .. } | DecisionError::Tables(_))) if count == 0 => {
                let prospects = load(&visit, &selected.rows).await?;
                let mut again = page(&visit, &prospects, reason, comment.to_owned());
                again.error = Some(words(&visit, &error));
                return visit.show_again(&again);
            }
            Err(error) => refused.push((*id, words(&visit, &error))),
        }
    }
    if refused.is_empty() && count == 0 {
        return Ok(visit.failed(PATH, &visit.say("nothing-to-reject")));
    }
    if refused.is_empty() {
        return Ok(visit.done(PATH, &visit.say_with("rejected-several", "count", count)));
    }
    let mut rest = page(&visit, &[], reason, comment.to_owned());
    let mut reader = visit.read().await?;
    for (id, why) in refused {
        let prospect: Option<Prospect> = reader.get(id).await?;
        let name = prospect.as_ref().map_or_else(|| id.to_string(), name);
        rest.refused.push((name, path(id), why));
    }
    rest.title = visit.say_with("rejected-several", "count", count);
    visit.show_again(&rest)
}
