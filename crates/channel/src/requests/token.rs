//! The token in a status link: 256 random bits, kept only as a fingerprint.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use tables::uuid::Uuid;

/// Opens the status of one request. Whoever holds it may look, so it is never logged.
#[derive(Clone, PartialEq, Eq)]
pub struct StatusToken([u8; 32]);

impl StatusToken {
    /// A token of these random bytes.
    #[must_use]
    pub fn new(random: [u8; 32]) -> Self {
        Self(random)
    }

    /// The token in a link; `None` for anything that is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }

    /// As it stands in a link.
    #[must_use]
    pub fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// Where its holder sees the status, in the store at this address.
    #[must_use]
    pub fn link(&self, store_url: &str) -> String {
        format!("{store_url}/requests/{}", self.text())
    }

    /// What the database keeps of it.
    #[must_use]
    pub fn hash(&self) -> String {
        fingerprint(&[b"status token", &self.0])
    }

    /// The token locked with the sender's own idempotency key, of which the database keeps only a
    /// fingerprint: a repeated request can be answered with the same link, and the database alone
    /// gives the link to nobody (as far as the sender's key cannot be guessed).
    #[must_use]
    pub fn seal(&self, idempotency_key: &str, request: Uuid) -> String {
        URL_SAFE_NO_PAD.encode(xor(&self.0, &pad(idempotency_key, request)))
    }

    /// The token out of [`Self::seal`].
    #[must_use]
    pub fn unseal(sealed: &str, idempotency_key: &str, request: Uuid) -> Option<Self> {
        let sealed = URL_SAFE_NO_PAD.decode(sealed).ok()?.try_into().ok()?;
        Some(Self(xor(&sealed, &pad(idempotency_key, request))))
    }
}

impl std::fmt::Debug for StatusToken {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("StatusToken(hidden)")
    }
}

fn pad(idempotency_key: &str, request: Uuid) -> [u8; 32] {
    digest(&[b"token pad", request.as_bytes(), idempotency_key.as_bytes()])
}

fn xor(left: &[u8; 32], right: &[u8; 32]) -> [u8; 32] {
    std::array::from_fn(|at| left[at] ^ right[at])
}

/// SHA-256 of the parts with their lengths, in hexadecimal. The first part says what it is for.
#[must_use]
pub fn fingerprint(parts: &[&[u8]]) -> String {
    digest(parts).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn digest(parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_survives_its_text_and_its_seal_opens_with_the_right_key_only() {
        let token = StatusToken::new([7; 32]);
        assert_eq!(StatusToken::parse(&token.text()), Some(token.clone()));
        let sealed = token.seal("key", Uuid::nil());
        assert_eq!(StatusToken::unseal(&sealed, "key", Uuid::nil()), Some(token.clone()));
        assert_ne!(StatusToken::unseal(&sealed, "Key", Uuid::nil()), Some(token.clone()));
        assert_ne!(StatusToken::unseal(&sealed, "key", Uuid::max()), Some(token.clone()));
        assert!(!sealed.contains(&token.text()));
        for nonsense in ["", "x", "%", &"A".repeat(44), &token.text()[1..]] {
            assert_eq!(StatusToken::parse(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn parts_do_not_run_into_each_other_and_nothing_shows_in_logs() {
        assert_ne!(fingerprint(&[b"ab", b"c"]), fingerprint(&[b"a", b"bc"]));
        assert_eq!(format!("{:?}", StatusToken::new([7; 32])), "StatusToken(hidden)");
    }
}
