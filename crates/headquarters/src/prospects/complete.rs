//! What every prospect gets, and what nobody may change any more once it is decided.

use std::sync::Arc;

use tables::{
    ColumnValue as _, Draft, Error, Moment, Operation, Privilege, Result, Right, Rule, Table as _, Tx,
};

use super::{Prospect, ProspectStatus};
use crate::legal_entities;
use crate::number_sequences::{Sequence, next_number};

const RIGHTS: &[Right] = &[
    Right { privilege: Privilege::Read, table: "legalentity" },
    Right { privilege: Privilege::Read, table: "numbersequence" },
    Right { privilege: Privilege::Write, table: "numbersequence" },
];

/// The rule.
#[must_use]
pub fn rule() -> Rule {
    Rule {
        name: "complete a prospect",
        table: Prospect::NAME,
        moment: Moment::Before,
        operations: &[Operation::Create, Operation::Update],
        rights: RIGHTS,
        run: Arc::new(|tx, draft| Box::pin(complete(tx, draft))),
    }
}

async fn complete(tx: &mut Tx, draft: &mut Draft) -> Result<()> {
    if draft.operation == Operation::Update {
        return may_change(draft);
    }
    let entity = legal_entities::resolve(tx, draft.after.get("dataAreaId").as_text()).await?;
    draft.after.set("dataAreaId", entity.legal_entity_id.as_str())?;
    if draft.after.get("ProspectId").is_null() {
        let number = next_number(tx, &entity.legal_entity_id, Sequence::ProspectId).await?;
        draft.after.set("ProspectId", number)?;
    }
    Ok(())
}

/// A decided prospect is the record of a decision; only code that goes on with it may write.
fn may_change(draft: &Draft) -> Result<()> {
    crate::keep(draft, &["dataAreaId", "ProspectId", "RequestReference"])?;
    let before = draft.before.as_ref().and_then(|row| ProspectStatus::from_value(row.get("Status")));
    match before {
        Some(ProspectStatus::Approved | ProspectStatus::Rejected) if !draft.by_code => Err(Error::Refused {
            code: "ProspectAlreadyDecided",
            message: "This prospect is decided and cannot be changed any more. Change its customers instead."
                .into(),
        }),
        _ => Ok(()),
    }
}
