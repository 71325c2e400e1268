//! The stage of an open opportunity: forward, back, or to where the board says.

use serde::Deserialize;
use shell::form::Filled;
use shell::{Fault, Shown, Visit};
use tables::{Change, Value};

use crate::pages::activities::write;
use crate::pages::process;
use crate::pages::records::{OPPORTUNITY, RowId};

#[derive(Deserialize)]
pub(super) struct Fields {
    stage: i32,
    /// Where one was; nothing: the opportunity's page.
    #[serde(default)]
    back: Option<String>,
}

pub(super) async fn enter(visit: Visit, RowId(id): RowId, Filled(fields): Filled<Fields>) -> Shown {
    let stages = process::stages(&visit);
    let name = usize::try_from(fields.stage).ok().and_then(|stage| stages.get(stage));
    let name = name.ok_or(Fault::Unreadable)?;
    let values = vec![("salesstage".into(), Value::Choice(fields.stage))];
    write(&visit, Change::update(OPPORTUNITY.table, id, values)).await?;
    let back = fields.back.unwrap_or_else(|| OPPORTUNITY.page(id));
    Ok(visit.done(&back, &visit.say_with("stage-entered", "stage", name)))
}
