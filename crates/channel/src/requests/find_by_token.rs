//! Find by token: the sender looks where the request stands.

use tables::jiff::Timestamp;
use tables::{Filter, Query, Reader, Result};

use super::{OnboardingRequest, RequestEvent, RequestStatus, StatusToken};

/// What the sender may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusReport {
    /// What people call the request.
    pub reference: String,
    /// Where it stands.
    pub status: RequestStatus,
    /// The way there, oldest first.
    pub history: Vec<(RequestStatus, Timestamp)>,
}

/// The request that this token opens; `None` when it opens none.
///
/// # Errors
/// As any read.
pub async fn find_by_token(reader: &mut Reader, token: &StatusToken) -> Result<Option<StatusReport>> {
    let filter = Filter::equals("token_hash", token.hash());
    let Some(request) = reader.find::<OnboardingRequest>(filter).await? else {
        return Ok(None);
    };
    let of_request = Filter::equals("onboardingrequestid", request.onboardingrequestid);
    let events = Query::of("onboardingrequestevent").filter(of_request).order_by("at");
    let events: Vec<RequestEvent> = reader.list(events).await?;
    let history = events.iter().map(|event| (event.status, event.at)).collect();
    Ok(Some(StatusReport { reference: request.reference, status: request.status, history }))
}

#[cfg(test)]
mod tests {
    use tables::Principal;

    use super::super::testing::{each_store, send, submission};
    use super::*;

    #[tokio::test]
    async fn a_token_opens_its_own_request_only() {
        for (_folder, store) in each_store().await {
            let submitted = send(&store, submission("Ola", None)).await.unwrap();
            send(&store, submission("Ewa", None)).await.unwrap();
            let mut reader = store.read(&Principal::system()).await.unwrap();
            let report = find_by_token(&mut reader, &submitted.token).await.unwrap().unwrap();
            assert_eq!(report.reference, submitted.reference);
            assert_eq!(report.status, RequestStatus::Received);
            assert_eq!(report.history.len(), 1);
            let other = StatusToken::new([9; 32]);
            assert_eq!(find_by_token(&mut reader, &other).await.unwrap(), None);
        }
    }
}
