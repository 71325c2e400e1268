//! Find by token: the sender looks where the request stands.

use tables::jiff::Timestamp;
use tables::uuid::Uuid;
use tables::{Filter, Query, Reader, Result, Table as _};

use super::repeated::{RepeatedRequest, retell};
use super::{OnboardingRequest, RequestEvent, RequestLink, RequestStatus, StatusToken};

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

/// The request that this token opens, as its holder may see it `now`; `None` when it opens none.
///
/// # Errors
/// As any read.
pub async fn find_by_token(
    reader: &mut Reader,
    token: &StatusToken,
    now: Timestamp,
) -> Result<Option<StatusReport>> {
    let filter = Filter::equals("token_hash", token.hash());
    if let Some(request) = reader.find::<OnboardingRequest>(filter.clone()).await? {
        return report(reader, request).await.map(Some);
    }
    if let Some(link) = reader.find::<RequestLink>(filter.clone()).await? {
        let Some(request) = reader.get(link.onboardingrequestid).await? else { return Ok(None) };
        return report(reader, request).await.map(Some);
    }
    let Some(repeated) = reader.find::<RepeatedRequest>(filter).await? else { return Ok(None) };
    let history = retell(&history(reader, repeated.onboardingrequestid).await?, &repeated, now);
    let status = history.last().map_or(RequestStatus::Received, |(status, _)| *status);
    Ok(Some(StatusReport { reference: repeated.reference, status, history }))
}

async fn report(reader: &mut Reader, request: OnboardingRequest) -> Result<StatusReport> {
    let history = history(reader, request.onboardingrequestid).await?;
    Ok(StatusReport { reference: request.reference, status: request.status, history })
}

async fn history(reader: &mut Reader, request: Uuid) -> Result<Vec<(RequestStatus, Timestamp)>> {
    let of_request = Filter::equals("onboardingrequestid", request);
    let events = Query::of(RequestEvent::NAME).filter(of_request).order_by("at");
    let events: Vec<RequestEvent> = reader.list(events).await?;
    Ok(events.iter().map(|event| (event.status, event.at)).collect())
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
            let report = find_by_token(&mut reader, &submitted.token, Timestamp::MAX).await.unwrap().unwrap();
            assert_eq!(report.reference, submitted.reference);
            assert_eq!(report.status, RequestStatus::Received);
            assert_eq!(report.history.len(), 1);
            let other = StatusToken::new([9; 32]);
            assert_eq!(find_by_token(&mut reader, &other, Timestamp::MAX).await.unwrap(), None);
        }
    }
}
