//! Submit: the store takes a request.

use tables::uuid::Uuid;
use tables::{Error, Filter, Tx};

use super::duplicates::{company_key, find_duplicate, tax_id_key};
use super::mail::{RequestMailKind, queue};
use super::repeated::{RepeatedRequest, find_open, repeat};
use super::token::{seal, unseal};
use super::{OnboardingRequest, Request, RequestEvent, RequestStatus, StatusToken};
use crate::features::{B2B_ECOMMERCE, is_enabled_now};
use platform::token::fingerprint;

/// Letters of a reference: Crockford's base 32, in which no two look alike.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A request on its way into the store.
#[derive(Clone, Debug)]
pub struct Submission {
    /// What the sender says.
    pub request: Request,
    /// The sender's own name for this attempt; the same one makes a repetition harmless.
    pub idempotency_key: Option<String>,
    /// Which text of the store's terms the sender agreed to.
    pub terms_version: Option<String>,
    /// Name of the store.
    pub store_name: String,
    /// Address of the store.
    pub store_url: String,
}

/// The request is in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    /// Its id.
    pub id: Uuid,
    /// What people call it.
    pub reference: String,
    /// Opens its status.
    pub token: StatusToken,
    /// Whether it was here already, under the same idempotency key.
    pub repeated: bool,
}

/// Why a request was not taken.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SubmitError {
    /// The key was used for something else.
    #[error("This Idempotency-Key was used for a different request. Send a new key with a new request.")]
    KeyReused,
    /// Headquarters turned the feature off.
    #[error("The store takes no requests at present. Try again later.")]
    Closed,
    /// The store of rows refused.
    #[error(transparent)]
    Tables(#[from] Error),
}

/// The sender's idempotency key with the fingerprints that are kept of it, for as long as the
/// request is.
pub(super) struct Key<'a> {
    pub text: &'a str,
    pub hash: String,
    pub content: String,
}

/// What is kept under a key.
struct Known {
    id: Uuid,
    reference: String,
    content_hash: Option<String>,
    sealed_token: Option<String>,
}

/// Takes a request, answers a repeated one as before, or, where the address has an open request,
/// makes nothing and answers as if it had.
///
/// Two attempts under one key, or from one address, at the same moment: the later one fails with
/// [`Error::DuplicateKey`]; repeated, it finds the first.
///
/// # Errors
/// [`SubmitError::KeyReused`], [`SubmitError::Closed`], or as any write.
pub async fn submit(tx: &mut Tx, submission: &Submission) -> Result<Submitted, SubmitError> {
    let request = &submission.request;
    let key = key(submission)?;
    if let Some(key) = &key
        && let Some(known) = find_known(tx, &key.hash).await?
    {
        return answer_again(known, key);
    }
    if !is_enabled_now(tx, B2B_ECOMMERCE).await? {
        return Err(SubmitError::Closed);
    }
    if let Some(open) = find_open(tx, &request.email).await? {
        return Ok(repeat(tx, &open, key).await?);
    }
    let (id, token) = (tx.new_id(), StatusToken::new(tx.random()));
    let row = OnboardingRequest {
        sealed_token: key.as_ref().map(|key| seal(&token, key.text, id)),
        content_hash: key.as_ref().map(|key| key.content.clone()),
        idempotency_key_hash: key.map(|key| key.hash),
        possible_duplicate_of: find_duplicate(tx, request).await?,
        ..draft(submission, id, reference(tx.random()), &token, tx.now())
    };
    tx.insert(&row).await?;
    tx.insert(&RequestEvent {
        onboardingrequesteventid: tx.new_id(),
        onboardingrequestid: id,
        status: row.status,
        at: row.submitted_at,
    })
    .await?;
    queue(tx, RequestMailKind::Received, &row).await?;
    Ok(Submitted { id, reference: row.reference, token, repeated: false })
}

fn key(submission: &Submission) -> Result<Option<Key<'_>>, Error> {
    let Some(text) = submission.idempotency_key.as_deref() else { return Ok(None) };
    let hash = fingerprint(&[b"idempotency key", text.as_bytes()]);
    Ok(Some(Key { text, hash, content: content_hash(submission)? }))
}

async fn find_known(tx: &mut Tx, key_hash: &str) -> Result<Option<Known>, Error> {
    let filter = Filter::equals("idempotency_key_hash", key_hash);
    if let Some(row) = tx.find::<OnboardingRequest>(filter.clone()).await? {
        return Ok(Some(Known {
            id: row.onboardingrequestid,
            reference: row.reference,
            content_hash: row.content_hash,
            sealed_token: row.sealed_token,
        }));
    }
    let row = tx.find::<RepeatedRequest>(filter).await?;
    Ok(row.map(|row| Known {
        id: row.repeatedonboardingrequestid,
        reference: row.reference,
        content_hash: row.content_hash,
        sealed_token: row.sealed_token,
    }))
}

/// The answer to a key that is known: the same as before, for the same content only.
fn answer_again(known: Known, key: &Key<'_>) -> Result<Submitted, SubmitError> {
    if known.content_hash.as_ref() != Some(&key.content) {
        return Err(SubmitError::KeyReused);
    }
    let sealed = known.sealed_token.unwrap_or_default();
    let token = unseal(&sealed, key.text, known.id)
        .ok_or_else(|| Error::internal("a request with an idempotency key has no sealed token"))?;
    Ok(Submitted { id: known.id, reference: known.reference, token, repeated: true })
}

fn content_hash(submission: &Submission) -> Result<String, Error> {
    let text = serde_json::to_vec(&submission.request).map_err(Error::internal)?;
    Ok(fingerprint(&[b"onboarding request", &text]))
}

/// `BP-` and eight letters: 40 random bits, to be read aloud.
pub(super) fn reference(random: [u8; 8]) -> String {
    let letters = random.map(|byte| char::from(ALPHABET[usize::from(byte % 32)]));
    format!("BP-{}", letters.iter().collect::<String>())
}

fn draft(
    submission: &Submission,
    id: Uuid,
    reference: String,
    token: &StatusToken,
    now: tables::jiff::Timestamp,
) -> OnboardingRequest {
    let request = submission.request.clone();
    OnboardingRequest {
        open_email: Some(request.email.clone()),
        company_key: company_key(&request),
        tax_id_key: tax_id_key(&request),
        possible_duplicate_of: None,
        onboardingrequestid: id,
        reference,
        first_name: request.first_name,
        last_name: request.last_name,
        email: request.email,
        phone: request.phone,
        job_title: request.job_title,
        company_name: request.company_name,
        website: request.website,
        tax_id: request.tax_id,
        number_of_employees: request.number_of_employees,
        street: request.street,
        city: request.city,
        state: request.state,
        postal_code: request.postal_code,
        country: request.country,
        comments: request.comments,
        language: request.language,
        terms_accepted_at: now,
        terms_version: submission.terms_version.clone(),
        store_name: submission.store_name.clone(),
        store_url: submission.store_url.clone(),
        submitted_at: now,
        status: RequestStatus::Received,
        token_hash: token.hash(),
        idempotency_key_hash: None,
        content_hash: None,
        sealed_token: None,
        pulled_at: None,
    }
}

#[cfg(test)]
mod tests {
    use tables::{Context, Principal};

    use super::super::testing::{each_store, send, submission};
    use super::super::{SetStatus, find_by_token, pull, set_status};
    use super::*;

    #[test]
    fn a_reference_is_short_and_has_no_letters_that_look_alike() {
        assert_eq!(reference([0, 31, 32, 63, 255, 18, 10, 22]), "BP-0Z0ZZJAP");
    }

    #[tokio::test]
    async fn the_same_key_gives_the_same_answer_and_makes_one_request() {
        for (_folder, store) in each_store().await {
            let first = send(&store, submission("Ola", Some("key-1"))).await.unwrap();
            let again = send(&store, submission("Ola", Some("key-1"))).await.unwrap();
            assert_eq!(again, Submitted { repeated: true, ..first.clone() });
            let other = send(&store, submission("Ewa", Some("key-1"))).await;
            assert_eq!(other, Err(SubmitError::KeyReused));
        }
    }

    #[tokio::test]
    async fn a_second_request_of_an_open_address_makes_nothing_and_looks_the_same() {
        for (_folder, store) in each_store().await {
            let first = send(&store, submission("Ola", None)).await.unwrap();
            let mut other = submission("Mallory", Some("key-2"));
            other.request.email = "ola@EXAMPLE.com".into();
            let second = send(&store, other.clone()).await.unwrap();
            assert!(
                first.id != second.id && first.reference != second.reference && first.token != second.token
            );
            let again = send(&store, other.clone()).await.unwrap();
            assert_eq!(again, Submitted { repeated: true, ..second.clone() });
            other.request.comments = Some("changed".into());
            assert_eq!(send(&store, other).await, Err(SubmitError::KeyReused));
            let mut reader = store.read(&Principal::system()).await.unwrap();
            let (waiting, _) = pull(&mut reader, None, 10).await.unwrap();
            assert_eq!(waiting.len(), 1);
            for sent in [first, second] {
                let report = find_by_token(&mut reader, &sent.token, tables::jiff::Timestamp::MAX).await;
                let report = report.unwrap().unwrap();
                assert_eq!((report.reference, report.status), (sent.reference, RequestStatus::Received));
            }
        }
    }

    #[tokio::test]
    async fn while_the_feature_is_off_nothing_new_is_taken() {
        for (_folder, store) in each_store().await {
            let switch = async |on: bool| {
                let tell = store.write::<_, _, Error>(Context::system(), on, |tx, on| {
                    Box::pin(crate::features::tell(tx, B2B_ECOMMERCE, *on))
                });
                tell.await.unwrap()
            };
            let first = send(&store, submission("Ola", Some("key-1"))).await.unwrap();
            assert!(switch(false).await && !switch(false).await, "told twice it is no news");
            assert_eq!(send(&store, submission("Ewa", None)).await, Err(SubmitError::Closed));
            let again = send(&store, submission("Ola", Some("key-1"))).await.unwrap();
            assert_eq!(again.reference, first.reference, "what was taken before is answered as before");
            switch(true).await;
            let mut other = submission("Ewa", None);
            other.request.email = "ewa@example.com".into();
            send(&store, other).await.unwrap();
        }
    }

    #[tokio::test]
    async fn an_address_is_free_again_when_its_request_is_decided() {
        for (_folder, store) in each_store().await {
            let first = send(&store, submission("Ola", None)).await.unwrap();
            let news = SetStatus { reference: first.reference.clone(), status: RequestStatus::Declined };
            store.write(Context::system(), news, |tx, news| Box::pin(set_status(tx, news))).await.unwrap();
            send(&store, submission("Ola", None)).await.unwrap();
            let mut reader = store.read(&Principal::system()).await.unwrap();
            let (waiting, _) = pull(&mut reader, None, 10).await.unwrap();
            assert_eq!(waiting.len(), 2);
            assert_eq!(waiting[1].possible_duplicate_of, Some(first.reference));
        }
    }
}
