//! The process from lead to opportunity: its four stages as both pages show them.

use jiff::Timestamp;
use shell::{Flow, Stage, Step, Visit};
use tables::{Reader, Result, Row, Value};

use super::records::{LEAD, OPPORTUNITY};

/// What a seller finds out at each stage.
const QUALIFY: &[&str] = &[
    "parentcontactid",
    "parentaccountid",
    "purchasetimeframe",
    "budgetamount",
    "purchaseprocess",
    "decisionmaker",
    "qualificationcomments",
];
const DEVELOP: &[&str] =
    &["customerneed", "proposedsolution", "identifycustomercontacts", "identifycompetitors"];
const PROPOSE: &[&str] =
    &["identifypursuitteam", "developproposal", "completeinternalreview", "presentproposal"];
const CLOSE: &[&str] = &[
    "completefinalproposal",
    "presentfinalproposal",
    "finaldecisiondate",
    "sendthankyounote",
    "filedebrief",
];

/// The stage of an open opportunity, 0 to 3.
pub(super) fn stage(opportunity: &Row) -> i32 {
    match opportunity.get("salesstage") {
        Value::Choice(stage) => *stage,
        _ => 0,
    }
}

/// The words for the stages, in order.
pub(super) fn stages(visit: &Visit) -> [String; 4] {
    ["Qualify", "Develop", "Propose", "Close"].map(|stage| visit.option("opportunity", "salesstage", stage))
}

/// The process that begins with this lead.
pub(super) async fn of_lead(visit: &Visit, reader: &mut Reader, lead: &Row) -> Result<Flow> {
    let opportunity = match lead.get("qualifyingopportunityid").as_id() {
        Some(id) => reader.get_row(OPPORTUNITY.table, id).await?,
        None => None,
    };
    Ok(flow(visit, Some(lead), opportunity.as_ref()))
}

/// The process that this opportunity is in.
pub(super) async fn of_opportunity(visit: &Visit, reader: &mut Reader, opportunity: &Row) -> Result<Flow> {
    let lead = match opportunity.get("originatingleadid").as_id() {
        Some(id) => reader.get_row(LEAD.table, id).await?,
        None => None,
    };
    Ok(flow(visit, lead.as_ref(), Some(opportunity)))
}

fn flow(visit: &Visit, lead: Option<&Row>, opportunity: Option<&Row>) -> Flow {
    let state = |row: &Row| row.get("statecode").as_whole().unwrap_or_default();
    // A closed process is at no stage any more; one that was won went through all of them.
    let (now, ended) = match (lead, opportunity) {
        (_, Some(opportunity)) => match state(opportunity) {
            0 => (stage(opportunity), None),
            1 => (4, Some("flow-won")),
            _ => (stage(opportunity), Some("flow-lost")),
        },
        (Some(lead), None) => match state(lead) {
            0 => (0, None),
            1 => (1, Some("flow-qualified")),
            _ => (0, Some("flow-disqualified")),
        },
        (None, None) => (0, None),
    };
    let began = lead.or(opportunity).and_then(Row::created_at);
    let note = match (ended, began) {
        (Some(key), _) => visit.say(key),
        (None, Some(began)) => active_for(visit, began),
        (None, None) => String::new(),
    };
    let page = |row: &Row, part: &str| {
        let kind = if row.definition().name == LEAD.table { &LEAD } else { &OPPORTUNITY };
        format!("{}#{part}", kind.page(row.id()))
    };
    let parts = [
        (lead, "section-qualification", QUALIFY),
        (opportunity, "section-develop", DEVELOP),
        (opportunity, "section-propose", PROPOSE),
        (opportunity, "section-close", CLOSE),
    ];
    let stages =
        stages(visit).into_iter().zip(parts).zip(0..).map(|((name, (row, part, steps)), at)| Stage {
            name,
            note: row.map_or_else(String::new, |row| steps_done(visit, row, steps)),
            href: row.map_or_else(String::new, |row| page(row, part)),
            step: match at {
                at if at < now => Step::Done,
                at if at == now && ended.is_none() => Step::Now,
                _ => Step::Next,
            },
        });
    Flow { name: visit.say("lead-to-opportunity"), note, stages: stages.collect() }
}

fn steps_done(visit: &Visit, row: &Row, steps: &[&str]) -> String {
    let is_done = |step: &&&str| !matches!(row.get(step), Value::Null | Value::YesNo(false));
    let done = steps.iter().filter(is_done).count().to_string();
    visit.say_all("steps-done", &[("done", &done), ("all", &steps.len().to_string())])
}

/// Days once there is a whole one, hours before, and neither within the first.
fn active_for(visit: &Visit, began: Timestamp) -> String {
    let now = visit.store().environment().clock.now();
    let hours = now.duration_since(began).as_hours().max(0);
    match hours {
        0 => visit.say("active-since-now"),
        1..24 => visit.say_with("active-for-hours", "count", hours),
        _ => visit.say_with("active-for-days", "count", hours / 24),
    }
}
