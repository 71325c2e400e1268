//! A second request from the same address while the first is open: nothing new is made.
//!
//! Its sender gets a reference and a link of their own, and nothing in them tells that there was a
//! request before: else anybody could learn who asked to become a partner.

use tables::jiff::Timestamp;
use tables::uuid::Uuid;
use tables::{Filter, Result, Table, Tx};

use super::mail::{RequestMailKind, queue};
use super::submit::{Key, Submitted, reference};
use super::{OnboardingRequest, RequestStatus, StatusToken, Submission};

/// What the sender of a second request holds in hands.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "repeatedonboardingrequest",
    set = "repeatedonboardingrequests",
    primary = "reference",
    key(by_reference(reference)),
    key(by_token(token_hash)),
    key(by_idempotency_key(idempotency_key_hash))
)]
pub struct RepeatedRequest {
    /// Id.
    #[column(id)]
    pub repeatedonboardingrequestid: Uuid,
    /// What this sender calls the request.
    #[column(text = 20)]
    pub reference: String,
    /// The request that is open.
    #[column(lookup = "onboardingrequest")]
    pub onboardingrequestid: Uuid,
    /// When it was sent.
    #[column(date_time)]
    pub submitted_at: Timestamp,
    /// As of a request.
    #[column(text = 64)]
    pub token_hash: String,
    /// As of a request.
    #[column(text = 64)]
    pub idempotency_key_hash: Option<String>,
    /// As of a request.
    #[column(text = 64, secret)]
    pub content_hash: Option<String>,
    /// As of a request.
    #[column(text = 64, secret)]
    pub sealed_token: Option<String>,
}

/// The open request of this address.
pub(super) async fn find_open(tx: &mut Tx, email: &str) -> Result<Option<OnboardingRequest>> {
    tx.find(Filter::equals("open_email", email)).await
}

/// Notes the second request and tells the address, not the sender, that one is open.
pub(super) async fn repeat(
    tx: &mut Tx,
    open: &OnboardingRequest,
    submission: &Submission,
    key: Option<Key<'_>>,
) -> Result<Submitted> {
    let (id, token) = (tx.new_id(), StatusToken::new(tx.random()));
    let row = RepeatedRequest {
        repeatedonboardingrequestid: id,
        reference: reference(tx.random()),
        onboardingrequestid: open.onboardingrequestid,
        submitted_at: tx.now(),
        token_hash: token.hash(),
        sealed_token: key.as_ref().map(|key| token.seal(key.text, id)),
        content_hash: key.as_ref().map(|key| key.content.clone()),
        idempotency_key_hash: key.map(|key| key.hash),
    };
    tx.insert(&row).await?;
    queue(tx, RequestMailKind::AlreadyOpen, open, &submission.status_url(&token)).await?;
    Ok(Submitted { id, reference: row.reference, token, repeated: false })
}

/// What the second sender sees of the first request's history. It begins with the second request,
/// and what happened before is told after as long a wait as it took then: a fresh request looks
/// the same.
pub(super) fn retell(
    submitted_at: Timestamp,
    history: &[(RequestStatus, Timestamp)],
    repeated_at: Timestamp,
    now: Timestamp,
) -> Vec<(RequestStatus, Timestamp)> {
    let mut told = vec![(RequestStatus::Received, repeated_at)];
    let mut latest = repeated_at;
    for (status, at) in history.iter().filter(|(status, _)| *status != RequestStatus::Received) {
        let after = repeated_at.checked_add(at.duration_since(submitted_at)).unwrap_or(Timestamp::MAX);
        let shown_at = if *at >= repeated_at { *at } else { after };
        latest = latest.max(shown_at);
        if latest > now {
            break;
        }
        told.push((*status, latest));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_history_is_told_as_if_it_had_just_begun() {
        use RequestStatus::{Approved, InReview, Received};
        let at = |second: i64| Timestamp::from_second(second).unwrap();
        // Sent at 100, in review at 130, approved at 500.
        let history = [(Received, at(100)), (InReview, at(130)), (Approved, at(500))];
        let told = |repeated_at: i64, now: i64| retell(at(100), &history, at(repeated_at), at(now));
        assert_eq!(told(110, 110), [(Received, at(110))]);
        assert_eq!(told(110, 130), [(Received, at(110)), (InReview, at(130))]);
        assert_eq!(told(200, 229), [(Received, at(200))]);
        assert_eq!(told(200, 230), [(Received, at(200)), (InReview, at(230))]);
        assert_eq!(told(200, 500), [(Received, at(200)), (InReview, at(230)), (Approved, at(500))]);
        assert_eq!(told(490, 510), [(Received, at(490))]);
        assert_eq!(told(490, 520), [(Received, at(490)), (InReview, at(520)), (Approved, at(520))]);
    }
}
