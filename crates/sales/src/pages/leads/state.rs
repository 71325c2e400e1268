//! What becomes of a lead without qualifying: contacted, disqualified with one of four reasons, and
//! reactivated.

use askama::Template;
use serde::Deserialize;
use shell::form::Filled;
use shell::{Frame, Shown, Visit};
use tables::{Change, Value};

use crate::leads::{Lead, LeadReason};
use crate::pages::activities::write;
use crate::pages::question::Question;
use crate::pages::records::{self, LEAD, RowId, text};

/// The reasons of a disqualified lead, as the table numbers them.
const REASONS: [(i32, &str); 4] =
    [(4, "Lost"), (5, "CannotContact"), (6, "NoLongerInterested"), (7, "Canceled")];

#[derive(Template)]
#[template(path = "disqualify.html")]
struct Page {
    frame: Frame,
    title: String,
    action: String,
    back: String,
    reasons: Vec<(i32, String)>,
    is_partner: bool,
    error: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Fields {
    /// Its number; nothing: none was chosen.
    #[serde(default)]
    reason: String,
}

/// Somebody spoke to them: the lead is no longer new.
pub(super) async fn contacted(visit: Visit, RowId(id): RowId) -> Shown {
    let values = vec![("statuscode".into(), LeadReason::Contacted.into())];
    match write(&visit, Change::update(LEAD.table, id, values)).await {
        Ok(()) => Ok(visit.done(&LEAD.page(id), &visit.say("lead-contacted"))),
        // Somebody closed it since the page was opened.
        Err(tables::Error::Refused { .. }) => Ok(visit.failed(&LEAD.page(id), &visit.say("lead-not-open"))),
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn ask(visit: Visit, RowId(id): RowId) -> Shown {
    let page = page(&visit, id, None).await?;
    visit.show(&page)
}

pub(super) async fn submit(visit: Visit, RowId(id): RowId, Filled(fields): Filled<Fields>) -> Shown {
    let chosen = REASONS.iter().find(|(reason, _)| reason.to_string() == fields.reason);
    let Some((reason, _)) = chosen else {
        let page = page(&visit, id, Some(visit.say("reason-missing"))).await?;
        return visit.show_again(&page);
    };
    let values = vec![("statecode".into(), Value::Choice(2)), ("statuscode".into(), Value::Choice(*reason))];
    match write(&visit, Change::update(LEAD.table, id, values)).await {
        Ok(()) => Ok(visit.done(&LEAD.page(id), &visit.say("lead-disqualified"))),
        Err(tables::Error::Refused { .. }) => {
            let page = page(&visit, id, Some(visit.say("disqualify-refused"))).await?;
            visit.show_again(&page)
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn ask_reactivate(visit: Visit, RowId(id): RowId) -> Shown {
    let lead = records::row(&mut visit.read().await?, LEAD.table, id).await?;
    let title = visit.say_with("reactivate-title", "name", records::name(&lead));
    let mut consequences = vec![visit.say("reactivate-consequence")];
    if !text(&lead, "tandem_b2bprospectid").is_empty() {
        consequences.push(visit.say("reopen-partner-consequence"));
    }
    let question = Question {
        title,
        consequences,
        verb: visit.say("reactivate"),
        action: format!("{}/reactivate", LEAD.page(id)),
        back: LEAD.page(id),
    };
    question.ask(&visit)
}

pub(super) async fn reactivate(visit: Visit, RowId(id): RowId) -> Shown {
    let values = vec![("statecode".into(), Value::Choice(0))];
    write(&visit, Change::update(LEAD.table, id, values)).await?;
    Ok(visit.done(&LEAD.page(id), &visit.say("lead-reactivated")))
}

async fn page(visit: &Visit, id: uuid::Uuid, error: Option<String>) -> Result<Page, shell::Fault> {
    let lead: Option<Lead> = visit.read().await?.get(id).await?;
    let lead = lead.ok_or(shell::Fault::NotFound)?;
    let title = visit.say_with("disqualify-title", "name", lead.fullname.as_deref().unwrap_or_default());
    let reason = |(number, name)| (number, visit.option(LEAD.table, "statuscode", name));
    Ok(Page {
        frame: visit.frame(title.clone()),
        title,
        action: format!("{}/disqualify", LEAD.page(id)),
        back: LEAD.page(id),
        reasons: REASONS.into_iter().map(reason).collect(),
        is_partner: lead.tandem_b2bprospectid.is_some(),
        error,
    })
}
