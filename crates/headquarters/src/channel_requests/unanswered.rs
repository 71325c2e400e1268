//! Whoever asked in the store gets an answer: request and prospect stay until it is given. Deleted
//! before, they would leave the request in review for ever, and its sender unable to make another.

use std::sync::Arc;

use channel::requests::RequestStatus;
use tables::{
    ColumnValue as _, Draft, Error, Filter, Moment, Operation, Privilege, Result, Right, Rule, Table as _,
    Tx, Value,
};

use super::StagedRequest;
use crate::prospects::{Prospect, ProspectStatus};

/// One rule for requests, one for prospects.
pub(crate) fn rules() -> [Rule; 2] {
    let rule = |table, run| Rule {
        name: "unanswered requests are not deleted",
        table,
        moment: Moment::Before,
        operations: &[Operation::Delete],
        rights: &[Right { privilege: Privilege::Read, table: "onboardingrequest" }],
        run,
    };
    [
        rule(StagedRequest::NAME, Arc::new(|_, draft| Box::pin(async move { keep_request(draft) }))),
        rule(Prospect::NAME, Arc::new(|tx, draft| Box::pin(keep_prospect(tx, draft)))),
    ]
}

fn keep_request(draft: &Draft) -> Result<()> {
    let status = RequestStatus::from_value(draft.after.get("RequestStatus"));
    let told = draft.after.get("StatusPublished") == &Value::YesNo(true);
    match status {
        Some(RequestStatus::Approved | RequestStatus::Declined) if told => Ok(()),
        _ => Err(unanswered("Decide its prospect first and let the synchronise job tell the store.")),
    }
}

/// A prospect that came from no store has nobody who waits.
async fn keep_prospect(tx: &mut Tx, draft: &mut Draft) -> Result<()> {
    let Some(reference) = draft.after.get("RequestReference").as_text() else { return Ok(()) };
    match ProspectStatus::from_value(draft.after.get("Status")) {
        Some(ProspectStatus::Approved | ProspectStatus::Rejected) => return Ok(()),
        Some(ProspectStatus::Open | ProspectStatus::InReview) | None => {}
    }
    match tx.find::<StagedRequest>(Filter::equals("RequestReference", reference)).await? {
        Some(_) => Err(unanswered("Reject it first, or approve it.")),
        None => Ok(()),
    }
}

fn unanswered(remedy: &str) -> Error {
    Error::Refused {
        code: "RequestUnanswered",
        message: format!("Somebody waits in the store for an answer to this. {remedy}"),
    }
}

#[cfg(test)]
mod tests {
    use tables::uuid::Uuid;
    use tables::{Change, Context};

    use super::*;
    use crate::channel_requests::ProcessingStatus;
    use crate::testing::{all, ask, each_store, open_prospect, reject_as};

    #[tokio::test]
    async fn an_unanswered_request_and_its_prospect_stay() {
        for (_folder, store) in each_store().await {
            let by_hand = open_prospect(&store).await;
            ask(&store, Change::delete("prospect", by_hand)).await.unwrap();

            store
                .write(Context::system(), staged(), |tx, row| Box::pin(async move { tx.insert(row).await }))
                .await
                .unwrap();
            let named = vec![("RequestReference".to_owned(), "R-1".into())];
            let undecided = Change::create("prospect", [given(), named].concat());
            let undecided = ask(&store, undecided).await.unwrap();
            let request = all::<StagedRequest>(&store).await.remove(0).external_row_id;
            for (table, id) in [("prospect", undecided), ("onboardingrequest", request)] {
                let refused = ask(&store, Change::delete(table, id)).await;
                let Err(Error::Refused { code: "RequestUnanswered", .. }) = refused else {
                    panic!("{table}: {refused:?}")
                };
            }
            reject_as(Context::system(), &store, undecided).await.unwrap();
            let refused = ask(&store, Change::delete("onboardingrequest", request)).await;
            assert!(refused.is_err(), "the store does not know yet: {refused:?}");
            ask(&store, Change::delete("prospect", undecided)).await.unwrap();
            let told =
                Change::update("onboardingrequest", request, vec![("StatusPublished".into(), true.into())]);
            ask(&store, told).await.unwrap();
            ask(&store, Change::delete("onboardingrequest", request)).await.unwrap();
        }
    }

    fn given() -> tables::Values {
        let values = [("OrganizationName", "A"), ("PersonLastName", "B"), ("PrimaryContactEmail", "a@b.co")];
        values.map(|(column, value)| (column.to_owned(), value.into())).to_vec()
    }

    fn staged() -> StagedRequest {
        let moment = "2026-11-20T09:30:00Z".parse().unwrap();
        StagedRequest {
            external_row_id: Uuid::from_u128(70),
            data_area_id: "usmf".into(),
            request_reference: "R-1".into(),
            organization_name: "A".into(),
            person_first_name: "A".into(),
            person_last_name: "B".into(),
            primary_contact_email: "a@b.co".into(),
            primary_contact_phone: None,
            job_title: None,
            website: None,
            tax_id: None,
            number_of_employees: None,
            address_street: "Street 1".into(),
            address_city: "City".into(),
            address_state: None,
            address_postal_code: None,
            address_country: "PL".into(),
            comments: None,
            language: "pl-PL".into(),
            possible_duplicate_of: None,
            store_name: "Store".into(),
            store_url: "http://127.0.0.1:8420".into(),
            terms_accepted_at: moment,
            terms_version: None,
            submitted_at: moment,
            processing_status: ProcessingStatus::Completed,
            failure_message: None,
            prospect_id: None,
            request_status: RequestStatus::InReview,
            status_published: true,
        }
    }
}
