//! The token in a status link.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use tables::uuid::Uuid;

use platform::token::{Purpose, Token, digest};

/// Opens the status of one request.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Status {}

impl Purpose for Status {
    const WORDS: &'static str = "status token";
}

/// Opens the status of one request.
pub type StatusToken = Token<Status>;

/// Where the token's holder sees the status, in the store at this address.
#[must_use]
pub fn status_link(token: &StatusToken, store_url: &str) -> String {
    format!("{store_url}/requests/{}", token.text())
}

/// The token locked with the sender's own idempotency key, of which the database keeps only a
/// fingerprint: a repeated request can be answered with the same link, and the database alone
/// gives the link to nobody (as far as the sender's key cannot be guessed).
pub(super) fn seal(token: &StatusToken, idempotency_key: &str, request: Uuid) -> String {
    URL_SAFE_NO_PAD.encode(xor(token.bytes(), &pad(idempotency_key, request)))
}

/// The token out of [`seal`].
pub(super) fn unseal(sealed: &str, idempotency_key: &str, request: Uuid) -> Option<StatusToken> {
    let sealed = URL_SAFE_NO_PAD.decode(sealed).ok()?.try_into().ok()?;
    Some(StatusToken::new(xor(&sealed, &pad(idempotency_key, request))))
}

fn pad(idempotency_key: &str, request: Uuid) -> [u8; 32] {
    digest(&[b"token pad", request.as_bytes(), idempotency_key.as_bytes()])
}

fn xor(left: &[u8; 32], right: &[u8; 32]) -> [u8; 32] {
    std::array::from_fn(|at| left[at] ^ right[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_opens_with_the_right_key_only() {
        let token = StatusToken::new([7; 32]);
        let sealed = seal(&token, "key", Uuid::nil());
        assert_eq!(unseal(&sealed, "key", Uuid::nil()), Some(token.clone()));
        assert_ne!(unseal(&sealed, "Key", Uuid::nil()), Some(token.clone()));
        assert_ne!(unseal(&sealed, "key", Uuid::max()), Some(token.clone()));
        assert!(!sealed.contains(&token.text()));
    }
}
