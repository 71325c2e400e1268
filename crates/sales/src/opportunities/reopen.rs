//! Reopening: writing `statecode` 0 on a closed opportunity. Its closing is canceled, not removed.

use std::sync::Arc;

use tables::{
    Change, Draft, Filter, Moment, Operation, Privilege, Query, Result, Right, Rule, Table as _, Tx, Value,
};

use super::{CloseReason, CloseState, OpportunityClose, OpportunityState};

/// After: the activities that closed the opportunity are canceled.
pub(crate) fn reopening_rule() -> Rule {
    Rule {
        name: "reopening cancels the closing",
        table: "opportunity",
        moment: Moment::After,
        operations: &[Operation::Update],
        rights: &[
            Right { privilege: Privilege::Read, table: "opportunityclose" },
            Right { privilege: Privilege::Write, table: "opportunityclose" },
        ],
        run: Arc::new(|tx, draft| Box::pin(cancel_closings(tx, draft))),
    }
}

/// Before: what closing said is no longer true.
pub(super) fn clear(draft: &mut Draft) -> Result<()> {
    if reopens(draft) {
        draft.after.set("actualvalue", Value::Null)?;
        draft.after.set("actualclosedate", Value::Null)?;
    }
    Ok(())
}

async fn cancel_closings(tx: &mut Tx, draft: &mut Draft) -> Result<()> {
    if !reopens(draft) {
        return Ok(());
    }
    let standing = Filter::equals("opportunityid", draft.after.id())
        .and(Filter::equals("statecode", CloseState::Completed));
    let closings: Vec<OpportunityClose> = tx.list(Query::of(OpportunityClose::NAME).filter(standing)).await?;
    let cancel = |closing: OpportunityClose| {
        let values = vec![
            ("statecode".into(), CloseState::Canceled.into()),
            ("statuscode".into(), CloseReason::Canceled.into()),
        ];
        Change::update(OpportunityClose::NAME, closing.activityid, values).by_code()
    };
    tx.write(closings.into_iter().map(cancel).collect()).await?;
    Ok(())
}

fn reopens(draft: &Draft) -> bool {
    draft.operation == Operation::Update
        && draft.changes("statecode")
        && *draft.after.get("statecode") == Value::from(OpportunityState::Open)
}
