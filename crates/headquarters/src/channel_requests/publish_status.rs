//! Publish status: the store learns where its requests stand.
//!
//! The two databases share no transaction. So a decision leaves a mark on the staged request, in
//! its own transaction, and this reconciler carries marked statuses over until the marks are gone.
//! Told twice, the store changes nothing.

use channel::requests::{RequestStatus, SetStatus, StatusOutcome, set_status};
use jobs::{Remark, Run};
use tables::uuid::Uuid;
use tables::{Context, Filter, Page, Principal, Query, Result, Row, Store, Table as _, Tx};

use super::StagedRequest;
use crate::prospects::{Prospect, ProspectStatus};

/// Requests per page.
const PAGE_ROWS: u32 = 200;

/// Marks the prospect's request so that the store is told where it stands. A prospect that came
/// from no store is left alone. Needs Read and Write on `onboardingrequest`.
///
/// # Errors
/// As any write.
pub async fn note(tx: &mut Tx, prospect: &Prospect) -> Result<()> {
    let Some(reference) = prospect.request_reference.as_deref() else { return Ok(()) };
    let filter = Filter::equals("RequestReference", reference);
    if let Some(request) = tx.find::<StagedRequest>(filter).await? {
        let request_status = request_status(prospect.status);
        tx.save(&StagedRequest { request_status, status_published: false, ..request }).await?;
    }
    Ok(())
}

/// What the sender sees of a prospect's status.
fn request_status(status: ProspectStatus) -> RequestStatus {
    match status {
        ProspectStatus::Open | ProspectStatus::InReview => RequestStatus::InReview,
        ProspectStatus::Approved => RequestStatus::Approved,
        ProspectStatus::Rejected => RequestStatus::Declined,
    }
}

/// Tells the store all that it does not know yet.
pub(super) async fn publish_all(run: &mut Run, channel: &Store) -> Result<()> {
    let mut query = Query::of(StagedRequest::NAME)
        .filter(Filter::equals("StatusPublished", false))
        .order_by("SubmittedAt")
        .limit(PAGE_ROWS);
    loop {
        let Page { rows, next, .. } = run.store().read(&Principal::system()).await?.page(&query).await?;
        for row in &rows {
            publish(run, channel, row).await?;
        }
        query.after = next;
        if query.after.is_none() {
            return Ok(());
        }
    }
}

async fn publish(run: &mut Run, channel: &Store, row: &Row) -> Result<()> {
    let request = StagedRequest::from_row(row)?;
    let (reference, status) = (request.request_reference, request.request_status);
    let news = SetStatus { reference: reference.clone(), status };
    match channel.write(Context::system(), news, |tx, news| Box::pin(set_status(tx, news))).await? {
        StatusOutcome::Changed => {
            let word = status.word();
            let remark = Remark::new(&format!("store-shows-{word}"), format!("the store shows {word}"));
            run.done(&reference, remark);
        }
        StatusOutcome::AlreadyThere => {
            run.skipped(&reference, Remark::new("store-knew", "the store knew already"))
        }
        StatusOutcome::NotFound => {
            run.failed(&reference, Remark::new("store-lost", "the store has no such request any more"))
        }
    }
    let published = (request.external_row_id, status);
    run.store().write(Context::system(), published, |tx, it| Box::pin(mark_published(tx, it))).await
}

/// Takes the mark away, unless the status went on in the meantime.
async fn mark_published(tx: &mut Tx, (id, status): &(Uuid, RequestStatus)) -> Result<()> {
    match tx.get::<StagedRequest>(*id).await? {
        Some(request) if request.request_status == *status => {
            tx.save(&StagedRequest { status_published: true, ..request }).await?;
            Ok(())
        }
        Some(_) | None => Ok(()),
    }
}
