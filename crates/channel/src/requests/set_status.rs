//! Set status: headquarters tells the sender where the request stands.

use tables::{Filter, Result, Tx};

use super::{OnboardingRequest, RequestEvent, RequestStatus};

/// The news from headquarters.
#[derive(Clone, Debug)]
pub struct SetStatus {
    /// What people call the request.
    pub reference: String,
    /// Where it stands now.
    pub status: RequestStatus,
}

/// What became of the news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusOutcome {
    /// The sender sees it now.
    Changed,
    /// The sender saw it already, or something later.
    AlreadyThere,
    /// The store has no such request.
    NotFound,
}

/// Sets the status. News may come twice or late: a status never goes back.
///
/// # Errors
/// As any write.
pub async fn set_status(tx: &mut Tx, news: &SetStatus) -> Result<StatusOutcome> {
    let filter = Filter::equals("reference", news.reference.as_str());
    let Some(request) = tx.find::<OnboardingRequest>(filter).await? else {
        return Ok(StatusOutcome::NotFound);
    };
    if !advances(request.status, news.status) {
        return Ok(StatusOutcome::AlreadyThere);
    }
    let event = RequestEvent {
        onboardingrequesteventid: tx.new_id(),
        onboardingrequestid: request.onboardingrequestid,
        status: news.status,
        at: tx.now(),
    };
    tx.insert(&event).await?;
    let is_final = matches!(news.status, RequestStatus::Approved | RequestStatus::Declined);
    let open_email = if is_final { None } else { request.open_email.clone() };
    tx.save(&OnboardingRequest { status: news.status, open_email, ..request }).await?;
    Ok(StatusOutcome::Changed)
}

/// Whether `to` comes after `from`. Both ends are final: headquarters decides once.
fn advances(from: RequestStatus, to: RequestStatus) -> bool {
    let rank = |status| match status {
        RequestStatus::Received => 0,
        RequestStatus::InReview => 1,
        RequestStatus::Approved | RequestStatus::Declined => 2,
    };
    rank(to) > rank(from)
}

#[cfg(test)]
mod tests {
    use tables::jiff::Timestamp;
    use tables::{Context, Principal, Store};

    use super::super::find_by_token;
    use super::super::testing::{each_store, send, submission};
    use super::*;

    async fn tell(store: &Store, reference: &str, status: RequestStatus) -> StatusOutcome {
        let news = SetStatus { reference: reference.into(), status };
        store.write(Context::system(), news, |tx, news| Box::pin(set_status(tx, news))).await.unwrap()
    }

    #[tokio::test]
    async fn news_that_comes_twice_or_late_changes_nothing() {
        for (_folder, store) in each_store().await {
            let sent = send(&store, submission("Ola", None)).await.unwrap();
            let reference = sent.reference.as_str();
            assert_eq!(tell(&store, reference, RequestStatus::Approved).await, StatusOutcome::Changed);
            for late in [RequestStatus::Approved, RequestStatus::InReview, RequestStatus::Declined] {
                assert_eq!(tell(&store, reference, late).await, StatusOutcome::AlreadyThere);
            }
            assert_eq!(tell(&store, "BP-UNKNOWN", RequestStatus::InReview).await, StatusOutcome::NotFound);
            let mut reader = store.read(&Principal::system()).await.unwrap();
            let report = find_by_token(&mut reader, &sent.token, Timestamp::MAX).await.unwrap().unwrap();
            assert_eq!(report.status, RequestStatus::Approved);
            assert_eq!(report.history.len(), 2);
        }
    }
}
