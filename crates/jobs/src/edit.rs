//! What callers may set on a job: when it runs, and whether it runs by itself.

use std::sync::Arc;

use jiff::Timestamp;
use tables::{ColumnValue as _, Draft, Error, Moment, Operation, Result, Rule, Table as _, Tx};

use crate::recurrence;
use crate::rows::{BatchJob, JobStatus};

/// Refuses a recurrence that nobody can read or that never comes true, and reckons the next run of
/// one that can. Runs themselves write by code and are let through.
pub(crate) fn rule() -> Rule {
    Rule {
        name: "edit a batch job",
        table: BatchJob::NAME,
        moment: Moment::Before,
        operations: &[Operation::Update],
        rights: &[],
        run: Arc::new(|tx, draft| Box::pin(async move { edit(tx, draft) })),
    }
}

fn edit(tx: &Tx, draft: &mut Draft) -> Result<()> {
    if draft.by_code {
        return Ok(());
    }
    if draft.changes("Name") {
        let owner = "the program".into();
        return Err(Error::ReadOnly { column: "Name".into(), owner });
    }
    if draft.changes("Status")
        && JobStatus::from_value(draft.after.get("Status")) == Some(JobStatus::Executing)
    {
        let message = "A job executes when it is run. Set its status to Waiting or Withhold, or run it.";
        return Err(Error::Refused { code: "JobStatusNotSettable", message: message.into() });
    }
    if draft.changes("Recurrence") {
        let next = first(draft.after.get("Recurrence").as_text().unwrap_or_default(), tx.now())?;
        draft.after.set("NextRunAt", next)?;
    }
    Ok(())
}

/// When an expression comes true first.
fn first(expression: &str, now: Timestamp) -> Result<Timestamp> {
    let refuse = |reason: &str| {
        let message = format!(
            "\"{expression}\" is no recurrence: {reason}. Write minute, hour, day, month and weekday, such \
             as \"*/5 * * * *\"."
        );
        Err(Error::Refused { code: "InvalidRecurrence", message })
    };
    if expression.split_whitespace().count() != 5 {
        return refuse("it does not have five parts");
    }
    match recurrence::check(expression) {
        Err(reason) => refuse(&reason),
        Ok(()) => match recurrence::next(expression, now) {
            Some(next) => Ok(next),
            None => refuse("it never comes true"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recurrence_is_taken_only_when_it_comes_true_some_day() {
        let now = "2026-11-20T09:30:00Z".parse().unwrap();
        assert_eq!(first("0 2 * * *", now), Ok("2026-11-21T02:00:00Z".parse().unwrap()));
        for wrong in ["", "often", "61 * * * *", "0 0 30 2 *", "* * * * * *", "@daily", "1 2 3 4"] {
            let refused = first(wrong, now);
            assert!(
                matches!(refused, Err(Error::Refused { code: "InvalidRecurrence", .. })),
                "{wrong}: {refused:?}"
            );
        }
    }
}
