//! State and reason of leads and opportunities: which pairs there are, and who may change a closed
//! row.

use std::sync::Arc;

use tables::{Draft, Error, Moment, Operation, Result, Rule, Tx, Value};

use crate::DUAL_WRITE;

/// Code of Dataverse: the reason does not belong to the state.
const BAD_STATUS: &str = "0x80048408";
/// Code of Dataverse: the row cannot be changed in its state.
const CLOSED: &str = "0x80040203";

/// The states of a table.
pub(crate) struct States {
    /// What rows are called in messages.
    pub noun: &'static str,
    /// (reason, its state)
    pub reasons: &'static [(i32, i32)],
    /// The reason of a state when only the state is given.
    pub default_reasons: &'static [(i32, i32)],
    /// Whether only code changes a row that is not open.
    pub closed_rows_are_read_only: bool,
    /// Columns that dual-write may write on a closed row.
    pub open_to_dual_write: &'static [&'static str],
}

/// The states of accounts and contacts: one put aside can still be written.
pub(crate) const fn active_or_not(noun: &'static str) -> States {
    States {
        noun,
        reasons: &[(1, 0), (2, 1)],
        default_reasons: &[(0, 1), (1, 2)],
        closed_rows_are_read_only: false,
        open_to_dual_write: &[],
    }
}

/// The check as the only rule of states that the table has.
pub(crate) fn rule(states: &'static States) -> Rule {
    Rule {
        name: "state and reason",
        table: states.noun,
        moment: Moment::Before,
        operations: &[Operation::Create, Operation::Update],
        rights: &[],
        run: Arc::new(move |tx, draft| Box::pin(async move { check(states, tx, draft) })),
    }
}

/// Completes and checks `statecode` and `statuscode`, and keeps closed rows as they are.
pub(crate) fn check(states: &States, tx: &Tx, draft: &mut Draft) -> Result<()> {
    let number = |row: &tables::Row, column: &str| match row.get(column) {
        Value::Choice(option) => *option,
        _ => 0,
    };
    if draft.operation == Operation::Create {
        if draft.names("statecode") && !draft.by_code && number(&draft.after, "statecode") != 0 {
            let owner = "closing it, once it exists,".into();
            return Err(Error::ReadOnly { column: "statecode".into(), owner });
        }
        return pair(states, number(&draft.after, "statecode"), number(&draft.after, "statuscode"));
    }
    // Code writes whole structs; a caller who names the reason means it, even the present one.
    let names_reason = if draft.by_code { draft.changes("statuscode") } else { draft.names("statuscode") };
    if draft.changes("statecode") && !names_reason {
        let state = number(&draft.after, "statecode");
        let default = states.default_reasons.iter().find(|(known, _)| *known == state);
        if let Some((_, reason)) = default {
            draft.after.set("statuscode", Value::Choice(*reason))?;
        }
    }
    pair(states, number(&draft.after, "statecode"), number(&draft.after, "statuscode"))?;
    let was_closed = draft.before.as_ref().is_some_and(|before| number(before, "statecode") != 0);
    let reopens = draft.changes("statecode") && number(&draft.after, "statecode") == 0;
    if !was_closed || reopens || draft.by_code || !states.closed_rows_are_read_only {
        return Ok(());
    }
    let dual_write = tx.origin() == Some(DUAL_WRITE);
    let definition = draft.after.definition();
    let held = definition.columns.iter().find(|column| {
        draft.changes(&column.name)
            && !(dual_write && states.open_to_dual_write.contains(&column.name.as_str()))
    });
    match held {
        None => Ok(()),
        Some(column) => Err(Error::Refused {
            code: CLOSED,
            message: format!(
                "This {} is closed, so {} cannot be changed. Reopen it first.",
                states.noun, column.name
            ),
        }),
    }
}

fn pair(states: &States, state: i32, reason: i32) -> Result<()> {
    if states.reasons.contains(&(reason, state)) {
        return Ok(());
    }
    let allowed: Vec<String> = states
        .reasons
        .iter()
        .filter(|(_, known)| *known == state)
        .map(|(reason, _)| reason.to_string())
        .collect();
    Err(Error::Refused {
        code: BAD_STATUS,
        message: format!(
            "{reason} is not a reason (statuscode) of state {state} of this {}. Use one of: {}.",
            states.noun,
            allowed.join(", ")
        ),
    })
}
