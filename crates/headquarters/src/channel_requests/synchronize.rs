//! The synchronise job, one engine under three names: staged requests become prospects, and the
//! store learns where its requests stand.

use channel::requests::RequestStatus;
use jobs::{JobError, Remark, Run};
use tables::uuid::Uuid;
use tables::{Context, Error, Filter, Page, Principal, Query, Result, Row, Store, Table as _, Tx};

use super::{ProcessingStatus, StagedRequest, publish_status};
use crate::prospects::{Prospect, ProspectStatus, TYPE_B2B};

/// The names under which the job is known; each does the same.
pub const NAMES: [&str; 3] = [
    "Synchronize customers and channel requests",
    "Synchronize orders and channel requests",
    "Synchronize customers and business partners from async mode",
];
/// Requests per page.
const PAGE_ROWS: u32 = 200;

/// Brings in all that waits, then tells the store.
///
/// # Errors
/// When a database cannot be reached; what was done by then stays done.
pub async fn run(mut run: Run, channel: Store) -> Result<Run, JobError> {
    let mut query = Query::of(StagedRequest::NAME)
        .filter(Filter::equals("ProcessingStatus", ProcessingStatus::Pending))
        .order_by("SubmittedAt")
        .limit(PAGE_ROWS);
    loop {
        let Page { rows, next, .. } = run.store().read(&Principal::system()).await?.page(&query).await?;
        for request in rows.iter().map(Row::id) {
            bring_in_one(&mut run, request).await?;
        }
        query.after = next;
        if query.after.is_none() {
            break;
        }
    }
    publish_status::publish_all(&mut run, &channel).await?;
    Ok(run)
}

async fn bring_in_one(run: &mut Run, id: Uuid) -> Result<()> {
    let store = run.store().clone();
    match store.write(Context::system(), id, |tx, id| Box::pin(bring_in(tx, id))).await {
        Ok(Some((reference, prospect))) => {
            let remark = Remark::new("became-prospect", format!("became prospect {prospect}"));
            run.done(&reference, remark.about(prospect));
        }
        // Another run has it, or had it.
        Ok(None) => {}
        Err(error) if error.is_transient() => return Err(error),
        Err(error) => {
            let message = error.to_string();
            run.failed(&id.to_string(), &error);
            store
                .write(Context::system(), (id, message), |tx, failed| Box::pin(note_failure(tx, failed)))
                .await?;
        }
    }
    Ok(())
}

/// Makes the prospect of a staged request. `None` when the request is another run's.
async fn bring_in(tx: &mut Tx, id: &Uuid) -> Result<Option<(String, String)>> {
    let pending = Filter::equals("ExternalRowId", *id)
        .and(Filter::equals("ProcessingStatus", ProcessingStatus::Pending));
    let query = Query::of(StagedRequest::NAME).filter(pending).limit(1);
    let Some(request) = tx.claim::<StagedRequest>(query).await?.pop() else {
        return Ok(None);
    };
    let prospect = prospect(&request, tx.new_id());
    tx.insert(&prospect).await?;
    // Read back, because its number comes from a rule.
    let gone = || Error::internal("a prospect is gone that was just made");
    let prospect = tx.get::<Prospect>(prospect.external_row_id).await?.ok_or_else(gone)?;
    let reference = request.request_reference.clone();
    tx.save(&StagedRequest {
        processing_status: ProcessingStatus::Completed,
        failure_message: None,
        prospect_id: Some(prospect.prospect_id.clone()),
        request_status: RequestStatus::InReview,
        status_published: false,
        ..request
    })
    .await?;
    Ok(Some((reference, prospect.prospect_id)))
}

async fn note_failure(tx: &mut Tx, (id, message): &(Uuid, String)) -> Result<()> {
    if let Some(request) = tx.get::<StagedRequest>(*id).await? {
        tx.save(&StagedRequest { failure_message: Some(message.clone()), ..request }).await?;
    }
    Ok(())
}

fn prospect(request: &StagedRequest, id: Uuid) -> Prospect {
    let request = request.clone();
    Prospect {
        external_row_id: id,
        data_area_id: request.data_area_id,
        prospect_id: String::new(),
        status: ProspectStatus::Open,
        type_id: Some(TYPE_B2B.into()),
        organization_name: request.organization_name,
        person_first_name: Some(request.person_first_name),
        person_last_name: request.person_last_name,
        primary_contact_email: request.primary_contact_email,
        primary_contact_phone: request.primary_contact_phone,
        job_title: request.job_title,
        website: request.website,
        tax_id: request.tax_id,
        number_of_employees: request.number_of_employees,
        address_street: Some(request.address_street),
        address_city: Some(request.address_city),
        address_state: request.address_state,
        address_postal_code: request.address_postal_code,
        possible_duplicate_of: request.possible_duplicate_of,
        address_country: Some(request.address_country),
        comments: request.comments,
        request_reference: Some(request.request_reference),
        language: Some(request.language),
        store_name: Some(request.store_name),
        store_url: Some(request.store_url),
        rejection_reason: None,
        rejection_comment: None,
        decided_by: None,
        decided_in: None,
        decided_at: None,
        decision_id: None,
        organization_customer_account: None,
        requestor_customer_account: None,
        customer_hierarchy_id: None,
    }
}
