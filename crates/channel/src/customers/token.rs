//! The token in a set-password link: 256 random bits, kept only as a fingerprint.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::requests::fingerprint;

/// Opens the set-password page of one person, once. Whoever holds it may, so it is never logged.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordToken([u8; 32]);

impl PasswordToken {
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

    /// What the database keeps of it.
    #[must_use]
    pub fn hash(&self) -> String {
        fingerprint(&[b"set-password token", &self.0])
    }
}

impl std::fmt::Debug for PasswordToken {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("PasswordToken(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::PasswordToken;
    use crate::requests::StatusToken;

    #[test]
    fn a_token_survives_its_text_and_shows_in_no_log() {
        let token = PasswordToken::new([7; 32]);
        assert_eq!(PasswordToken::parse(&token.text()), Some(token.clone()));
        for nonsense in ["", "x", "%", &"A".repeat(44), &token.text()[1..]] {
            assert_eq!(PasswordToken::parse(nonsense), None, "{nonsense}");
        }
        assert_eq!(format!("{token:?}"), "PasswordToken(hidden)");
        assert_ne!(token.hash(), StatusToken::new([7; 32]).hash(), "a status link sets no password");
    }
}
