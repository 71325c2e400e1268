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

#[cfg(test)]
mod tests {
    use tables::{Change, Context};

    use super::*;
    use crate::testing::{approve_as, ask, each_store, open_prospect, prospect_now};

    #[tokio::test]
    async fn callers_edit_an_undecided_prospect_and_never_its_decision() {
        for (_folder, store) in each_store().await {
            let id = open_prospect(&store).await;
            assert_eq!(prospect_now(&store, id).await.prospect_id, "PR-000001");
            let edit = |column: &str, value: tables::Value| {
                ask(&store, Change::update("prospect", id, vec![(column.into(), value)]))
            };
            edit("AddressCity", "Gdańsk".into()).await.unwrap();
            assert_eq!(prospect_now(&store, id).await.address_city.as_deref(), Some("Gdańsk"));
            for (column, value) in [
                ("Status", ProspectStatus::Approved.into()),
                ("DecidedBy", "me".into()),
                ("RejectionReason", super::super::RejectionReason::Other.into()),
                ("ProspectId", "PR-9".into()),
            ] {
                let refused = edit(column, value).await;
                assert!(matches!(refused, Err(Error::ReadOnly { .. })), "{column}: {refused:?}");
            }
            approve_as(Context::system(), &store, id).await.unwrap();
            let refused = edit("AddressCity", "Sopot".into()).await;
            assert!(
                matches!(refused, Err(Error::Refused { code: "ProspectAlreadyDecided", .. })),
                "{refused:?}"
            );
        }
    }

    #[tokio::test]
    async fn a_prospect_made_by_hand_gets_company_number_and_status() {
        for (_folder, store) in each_store().await {
            let values =
                [("OrganizationName", "A"), ("PersonLastName", "B"), ("PrimaryContactEmail", "a@b.co")];
            let values = values.map(|(column, value)| (column.to_owned(), value.into())).to_vec();
            let id = ask(&store, Change::create("prospect", values)).await.unwrap();
            let prospect = prospect_now(&store, id).await;
            assert_eq!(
                (prospect.data_area_id.as_str(), prospect.prospect_id.as_str()),
                ("usmf", "PR-000001")
            );
            assert_eq!(prospect.status, ProspectStatus::Open);
            assert_eq!(prospect.type_id.as_deref(), Some("B2B prospect"));
        }
    }
}
