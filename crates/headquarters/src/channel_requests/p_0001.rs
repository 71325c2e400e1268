//! Job P-0001: requests from the channel database into headquarters; mails about them, users
//! that were added, changed or removed and wishes for a password too.
//!
//! Read there, write here, mark there: three transactions, none of which waits for another
//! database. Stopped anywhere, the next run brings the rest, and what was here already is known by
//! its reference.

use std::collections::HashSet;

use channel::requests::{OnboardingRequest, RequestStatus, mark_pulled, pull};
use jobs::{JobError, Remark, Run};
use tables::uuid::Uuid;
use tables::{Context, Error, Filter, Principal, Query, Result, Store, Table as _, Tx};

use super::{ProcessingStatus, StagedRequest, added_users, member_changes, password_resets, request_mails};
use crate::legal_entities;

/// Name of the job.
pub const NAME: &str = "P-0001";
/// Requests per transaction.
const BATCH_ROWS: u32 = 100;

/// Pulls all that waits.
///
/// # Errors
/// When a database cannot be reached; what was pulled by then stays pulled.
pub async fn run(mut run: Run, channel: Store, origin: String) -> Result<Run, JobError> {
    let mut after = None;
    loop {
        let mut reader = channel.read(&Principal::system()).await?;
        let (requests, next) = pull(&mut reader, after, BATCH_ROWS).await?;
        drop(reader);
        if !requests.is_empty() {
            let pulled = stage_all(&mut run, requests).await?;
            channel.write(Context::system(), pulled, |tx, ids| Box::pin(mark_pulled(tx, ids))).await?;
        }
        after = next;
        if after.is_none() {
            break;
        }
    }
    // Removals before additions: who was removed and added again is to be there in the end.
    member_changes::take_all(&mut run, &channel).await?;
    added_users::take_all(&mut run, &channel).await?;
    request_mails::send_all(&mut run, &channel).await?;
    password_resets::send_all(&mut run, &channel, &origin).await?;
    Ok(run)
}

/// Stages the requests together; where one is refused, each on its own, so that it stands in
/// nobody's way. Answers with the ids of those that are here.
async fn stage_all(run: &mut Run, requests: Vec<OnboardingRequest>) -> Result<Vec<Uuid>> {
    match stage_in_one(run.store(), requests.clone()).await {
        Ok(new) => {
            for request in &requests {
                report(run, &request.reference, new.contains(&request.reference));
            }
            return Ok(ids(&requests));
        }
        Err(error) if error.is_transient() => return Err(error),
        Err(_) => {}
    }
    let mut pulled = Vec::new();
    for request in requests {
        match stage_in_one(run.store(), vec![request.clone()]).await {
            Ok(new) => {
                report(run, &request.reference, new.contains(&request.reference));
                pulled.push(request.onboardingrequestid);
            }
            Err(error) if error.is_transient() => return Err(error),
            Err(error) => run.failed(&request.reference, &error),
        }
    }
    Ok(pulled)
}

fn report(run: &mut Run, reference: &str, new: bool) {
    if new {
        run.done(reference, Remark::new("pulled", "pulled from the store"));
    } else {
        run.skipped(reference, Remark::new("was-here", "was here already"));
    }
}

fn ids(requests: &[OnboardingRequest]) -> Vec<Uuid> {
    requests.iter().map(|request| request.onboardingrequestid).collect()
}

async fn stage_in_one(store: &Store, requests: Vec<OnboardingRequest>) -> Result<HashSet<String>> {
    store.write(Context::system(), requests, |tx, requests| Box::pin(stage(tx, requests))).await
}

/// Writes the requests that are not here yet; answers with their references.
async fn stage(tx: &mut Tx, requests: &Vec<OnboardingRequest>) -> Result<HashSet<String>, Error> {
    let references = requests.iter().map(|request| request.reference.as_str().into()).collect();
    let query = Query::of(StagedRequest::NAME).filter(Filter::In("RequestReference".into(), references));
    let known: Vec<StagedRequest> = tx.list(query).await?;
    let known: HashSet<&str> = known.iter().map(|staged| staged.request_reference.as_str()).collect();
    let company = legal_entities::resolve(tx, None).await?.legal_entity_id;
    let mut new = HashSet::new();
    for request in requests {
        if !known.contains(request.reference.as_str()) {
            tx.insert(&staged(request.clone(), &company)).await?;
            new.insert(request.reference.clone());
        }
    }
    Ok(new)
}

fn staged(request: OnboardingRequest, company: &str) -> StagedRequest {
    StagedRequest {
        external_row_id: request.onboardingrequestid,
        data_area_id: company.into(),
        request_reference: request.reference,
        organization_name: request.company_name,
        person_first_name: request.first_name,
        person_last_name: request.last_name,
        primary_contact_email: request.email,
        primary_contact_phone: request.phone,
        job_title: request.job_title,
        website: request.website,
        tax_id: request.tax_id,
        number_of_employees: request.number_of_employees,
        address_street: request.street,
        address_city: request.city,
        address_state: request.state,
        address_postal_code: request.postal_code,
        address_country: request.country,
        comments: request.comments,
        language: request.language,
        possible_duplicate_of: request.possible_duplicate_of,
        store_name: request.store_name,
        store_url: request.store_url,
        terms_accepted_at: request.terms_accepted_at,
        submitted_at: request.submitted_at,
        processing_status: ProcessingStatus::Pending,
        failure_message: None,
        prospect_id: None,
        request_status: RequestStatus::Received,
        status_published: true,
    }
}
