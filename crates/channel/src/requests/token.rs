//! The token in a status link.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use tables::uuid::Uuid;

use crate::token::{Purpose, Token, digest};

/// Opens the status of one request.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Status {}

impl Purpose for Status {
    const WORDS: &'static str = "status token";
}

/// Opens the status of one request.
pub type StatusToken = Token<Status>;

impl StatusToken {
    /// Where its holder sees the status, in the store at this address.
    #[must_use]
    pub fn link(&self, store_url: &str) -> String {
        format!("{store_url}/requests/{}", self.text())
    }

    /// The token locked with the sender's own idempotency key, of which the database keeps only a
    /// fingerprint: a repeated request can be answered with the same link, and the database alone
    /// gives the link to nobody (as far as the sender's key cannot be guessed).
    #[must_use]
    pub fn seal(&self, idempotency_key: &str, request: Uuid) -> String {
        URL_SAFE_NO_PAD.encode(xor(self.bytes(), &pad(idempotency_key, request)))
    }

    /// The token out of [`Self::seal`].
    #[must_use]
    pub fn unseal(sealed: &str, idempotency_key: &str, request: Uuid) -> Option<Self> {
        let sealed = URL_SAFE_NO_PAD.decode(sealed).ok()?.try_into().ok()?;
        Some(Self::new(xor(&sealed, &pad(idempotency_key, request))))
    }
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
        let sealed = token.seal("key", Uuid::nil());
        assert_eq!(StatusToken::unseal(&sealed, "key", Uuid::nil()), Some(token.clone()));
        assert_ne!(StatusToken::unseal(&sealed, "Key", Uuid::nil()), Some(token.clone()));
        assert_ne!(StatusToken::unseal(&sealed, "key", Uuid::max()), Some(token.clone()));
        assert!(!sealed.contains(&token.text()));
    }
}
