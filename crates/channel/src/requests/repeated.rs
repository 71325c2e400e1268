//! A second request from the same address while the first is open: nothing new is made.
//!
//! Its sender gets a reference and a link of their own, and nothing in them tells that there was a
//! request before: else anybody could learn who asked to become a partner.

use tables::jiff::{SignedDuration, Timestamp};
use tables::uuid::Uuid;
use tables::{Filter, Query, Result, Table, Tx};

use super::mail::{RequestMailKind, queue};
use super::submit::{Key, Submitted, reference};
use super::token::seal;
use super::{OnboardingRequest, RequestEvent, RequestStatus, StatusToken};

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
    /// When its sender sees it in review, where it was so before: not at once.
    #[column(date_time)]
    pub in_review_at: Option<Timestamp>,
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
pub(super) async fn repeat(tx: &mut Tx, open: &OnboardingRequest, key: Option<Key<'_>>) -> Result<Submitted> {
    let (id, token) = (tx.new_id(), StatusToken::new(tx.random()));
    let row = RepeatedRequest {
        repeatedonboardingrequestid: id,
        reference: reference(tx.random()),
        onboardingrequestid: open.onboardingrequestid,
        submitted_at: tx.now(),
        in_review_at: in_review_at(tx, open).await?,
        token_hash: token.hash(),
        sealed_token: key.as_ref().map(|key| seal(&token, key.text, id)),
        content_hash: key.as_ref().map(|key| key.content.clone()),
        idempotency_key_hash: key.map(|key| key.hash),
    };
    tx.insert(&row).await?;
    queue(tx, RequestMailKind::AlreadyOpen, open).await?;
    Ok(Submitted { id, reference: row.reference, token, repeated: false })
}

/// When a second request comes into review, if the first is there already: after about as long as
/// the newest one waited. Chance is added, because two that waited alike to the microsecond would
/// tell that they are one.
async fn in_review_at(tx: &mut Tx, open: &OnboardingRequest) -> Result<Option<Timestamp>> {
    if open.status == RequestStatus::Received {
        return Ok(None);
    }
    let newest = Query::of(RequestEvent::NAME)
        .filter(Filter::equals("status", RequestStatus::InReview))
        .order_by_descending("at")
        .limit(1);
    let events: Vec<RequestEvent> = tx.list(newest).await?;
    let Some(event) = events.into_iter().next() else { return Ok(None) };
    let Some(request) = tx.get::<OnboardingRequest>(event.onboardingrequestid).await? else {
        return Ok(None);
    };
    let wait = around(event.at.duration_since(request.submitted_at), tx.random());
    Ok(Some(tx.now().checked_add(wait).unwrap_or(Timestamp::MAX)))
}

/// Between three and five quarters of it.
fn around(wait: SignedDuration, chance: [u8; 2]) -> SignedDuration {
    let share = f64::from(u16::from_le_bytes(chance)) / f64::from(u16::MAX);
    SignedDuration::try_from_secs_f64(wait.as_secs_f64() * (0.75 + share / 2.0)).unwrap_or(wait)
}

/// What the second sender sees of the first request's history. It begins with the second request;
/// what had happened before is told when a fresh request would have come so far.
pub(super) fn retell(
    history: &[(RequestStatus, Timestamp)],
    repeated: &RepeatedRequest,
    now: Timestamp,
) -> Vec<(RequestStatus, Timestamp)> {
    let mut latest = repeated.submitted_at;
    let mut told = vec![(RequestStatus::Received, latest)];
    for (status, at) in history.iter().filter(|(status, _)| *status != RequestStatus::Received) {
        let held_back = repeated.in_review_at.unwrap_or(*at);
        latest = latest.max(if *status == RequestStatus::InReview { held_back } else { *at });
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
        let told = |repeated_at: i64, in_review_at: Option<i64>, now: i64| {
            let repeated = RepeatedRequest {
                repeatedonboardingrequestid: Uuid::nil(),
                reference: String::new(),
                onboardingrequestid: Uuid::nil(),
                submitted_at: at(repeated_at),
                in_review_at: in_review_at.map(at),
                token_hash: String::new(),
                idempotency_key_hash: None,
                content_hash: None,
                sealed_token: None,
            };
            retell(&history, &repeated, at(now))
        };
        assert_eq!(told(110, None, 129), [(Received, at(110))]);
        assert_eq!(told(110, None, 130), [(Received, at(110)), (InReview, at(130))]);
        assert_eq!(told(200, Some(230), 229), [(Received, at(200))]);
        assert_eq!(told(200, Some(230), 499), [(Received, at(200)), (InReview, at(230))]);
        assert_eq!(
            told(200, Some(230), 500),
            [(Received, at(200)), (InReview, at(230)), (Approved, at(500))]
        );
        assert_eq!(told(490, Some(520), 519), [(Received, at(490))]);
        assert_eq!(
            told(490, Some(520), 520),
            [(Received, at(490)), (InReview, at(520)), (Approved, at(520))]
        );
    }

    #[test]
    fn a_wait_is_about_as_long_as_the_other_and_never_the_same() {
        let wait = SignedDuration::from_secs(100);
        assert_eq!(around(wait, [0, 0]), SignedDuration::from_secs(75));
        assert_eq!(around(wait, [255, 255]), SignedDuration::from_secs(125));
        assert_ne!(around(wait, [0, 1]), around(wait, [1, 1]));
    }
}
