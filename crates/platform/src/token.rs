//! Tokens in links: 256 random bits, kept only as a fingerprint.

use std::marker::PhantomData;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// What a token is for. One for one purpose is nothing for another.
pub trait Purpose {
    /// Goes into the fingerprint.
    const WORDS: &'static str;
}

/// A token for a purpose. Whoever holds it may, so it is never logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Token<P>([u8; 32], PhantomData<P>);

impl<P: Purpose> Token<P> {
    /// A token of these random bytes.
    #[must_use]
    pub fn new(random: [u8; 32]) -> Self {
        Self(random, PhantomData)
    }

    /// The token in a link; `None` for anything that is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self::new)
    }

    /// As it stands in a link.
    #[must_use]
    pub fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// What the database keeps of it.
    #[must_use]
    pub fn hash(&self) -> String {
        fingerprint(&[P::WORDS.as_bytes(), &self.0])
    }

    /// The random bytes themselves.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl<P> std::fmt::Debug for Token<P> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Token(hidden)")
    }
}

/// SHA-256 of the parts with their lengths, in hexadecimal. The first part says what it is for.
#[must_use]
pub fn fingerprint(parts: &[&[u8]]) -> String {
    digest(parts).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// SHA-256 of the parts with their lengths.
#[must_use]
pub fn digest(parts: &[&[u8]]) -> [u8; 32] {
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

    #[derive(Clone, PartialEq)]
    struct Password;
    struct Status;

    impl Purpose for Password {
        const WORDS: &'static str = "password";
    }

    impl Purpose for Status {
        const WORDS: &'static str = "status";
    }

    #[test]
    fn a_token_survives_its_text_and_shows_in_no_log() {
        let token = Token::<Password>::new([7; 32]);
        assert_eq!(Token::<Password>::parse(&token.text()), Some(token.clone()));
        for nonsense in ["", "x", "%", &"A".repeat(44), &token.text()[1..]] {
            assert_eq!(Token::<Password>::parse(nonsense), None, "{nonsense}");
        }
        assert_eq!(format!("{token:?}"), "Token(hidden)");
        assert_ne!(token.hash(), Token::<Status>::new([7; 32]).hash(), "a status link sets no password");
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_ne!(fingerprint(&[b"ab", b"c"]), fingerprint(&[b"a", b"bc"]));
    }
}
