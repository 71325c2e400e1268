//! Submit: the store takes a request.

use tables::uuid::Uuid;
use tables::{Error, Filter, Tx};

use super::{OnboardingRequest, Request, RequestEvent, RequestStatus, StatusToken, fingerprint};

/// Letters of a reference: Crockford's base 32, in which no two look alike.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A request on its way into the store.
#[derive(Clone, Debug)]
pub struct Submission {
    /// What the sender says.
    pub request: Request,
    /// The sender's own name for this attempt; the same one makes a repetition harmless.
    pub idempotency_key: Option<String>,
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
    /// The store of rows refused.
    #[error(transparent)]
    Tables(#[from] Error),
}

/// Takes a request, or answers a repeated one as before.
///
/// Two attempts under one key at the same moment: the later one fails with
/// [`Error::DuplicateKey`]; repeated, it finds the first.
///
/// # Errors
/// [`SubmitError::KeyReused`], or as any write.
pub async fn submit(tx: &mut Tx, submission: &Submission) -> Result<Submitted, SubmitError> {
    let content = content_hash(submission)?;
    let key = submission.idempotency_key.as_deref();
    let key_hash = key.map(|key| fingerprint(&[b"idempotency key", key.as_bytes()]));
    if let (Some(key), Some(hash)) = (key, &key_hash) {
        let filter = Filter::equals("idempotency_key_hash", hash.as_str());
        if let Some(known) = tx.find::<OnboardingRequest>(filter).await? {
            return repeat(&known, key, &content);
        }
    }
    let (id, token) = (tx.new_id(), StatusToken::new(tx.random()));
    let row = draft(submission, id, reference(tx.random()), &token, tx.now());
    let row = OnboardingRequest {
        content_hash: key_hash.is_some().then_some(content),
        idempotency_key_hash: key_hash,
        sealed_token: key.map(|key| token.seal(key, id)),
        ..row
    };
    tx.insert(&row).await?;
    tx.insert(&RequestEvent {
        onboardingrequesteventid: tx.new_id(),
        onboardingrequestid: id,
        status: row.status,
        at: row.submitted_at,
    })
    .await?;
    Ok(Submitted { id, reference: row.reference, token, repeated: false })
}

/// The answer to a key that is known: the same as before, for the same content only.
fn repeat(known: &OnboardingRequest, key: &str, content: &str) -> Result<Submitted, SubmitError> {
    if known.content_hash.as_deref() != Some(content) {
        return Err(SubmitError::KeyReused);
    }
    let id = known.onboardingrequestid;
    let sealed = known.sealed_token.as_deref().unwrap_or_default();
    let token = StatusToken::unseal(sealed, key, id)
        .ok_or_else(|| Error::internal("a request with an idempotency key has no sealed token"))?;
    Ok(Submitted { id, reference: known.reference.clone(), token, repeated: true })
}

fn content_hash(submission: &Submission) -> Result<String, Error> {
    let text = serde_json::to_vec(&submission.request).map_err(Error::internal)?;
    Ok(fingerprint(&[b"onboarding request", &text]))
}

/// `BP-` and eight letters: 40 random bits, to be read aloud.
fn reference(random: [u8; 8]) -> String {
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
    use super::super::testing::{each_store, send, submission};
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
            let without = send(&store, submission("Ola", None)).await.unwrap();
            assert_ne!(without.reference, first.reference);
            assert_ne!(without.token, first.token);
        }
    }
}
