//! Passwords at a door: checked and hashed a few at a time, because each takes long and much memory
//! on purpose, and away from the threads that answer others.

use platform::Randomness;
use platform::credentials::{self, PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN, PasswordFault};
use tables::{Error, Result};
use tokio::sync::Semaphore;

use crate::Voice;

/// Most passwords at the same time: each takes 19 MiB.
const AT_ONCE: usize = 4;
/// The hash of a password that nobody has.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Checks and hashes passwords.
pub struct Passwords {
    turns: Semaphore,
    randomness: Randomness,
}

impl Passwords {
    /// With salts from here.
    #[must_use]
    pub fn new(randomness: Randomness) -> Self {
        Self { turns: Semaphore::new(AT_ONCE), randomness }
    }

    /// Whether this is the password with that hash. Takes as long where there is none, so that who
    /// has an account cannot be told.
    ///
    /// # Errors
    /// A fault of ours.
    pub async fn fits(&self, password: String, hash: Option<String>) -> Result<bool> {
        let is_known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
        let _turn = self.turns.acquire().await.map_err(Error::internal)?;
        let fits = tokio::task::spawn_blocking(move || credentials::verify(&password, &hash)).await;
        Ok(fits.map_err(Error::internal)? && is_known)
    }

    /// The hash of a new password.
    ///
    /// # Errors
    /// A fault of ours, or a password longer than any may be.
    pub async fn hash(&self, password: String) -> Result<String> {
        let salt = self.randomness.bytes();
        let _turn = self.turns.acquire().await.map_err(Error::internal)?;
        let hash = tokio::task::spawn_blocking(move || credentials::hash(&password, salt)).await;
        hash.map_err(Error::internal)?.map_err(Error::internal)
    }
}

/// Why the person with this address cannot choose this password, in their words.
#[must_use]
pub fn fault(voice: &Voice, email: &str, password: &str) -> Option<String> {
    match credentials::check_password(password, email) {
        Ok(()) => None,
        Err(PasswordFault::TooShort) => {
            Some(voice.say_with("password-too-short", "min", PASSWORD_LENGTH_MIN))
        }
        Err(PasswordFault::TooLong) => Some(voice.say_with("password-too-long", "max", PASSWORD_LENGTH_MAX)),
        Err(PasswordFault::TooSimple) => Some(voice.say("password-too-simple")),
    }
}

/// The rule, beside the field.
#[must_use]
pub fn rule(voice: &Voice) -> String {
    voice.say_with("password-rule", "min", PASSWORD_LENGTH_MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_and_nothing_fits_nobody() {
        let passwords = Passwords::new(platform::Environment::system().randomness);
        let hash = passwords.hash("correct horse".into()).await.unwrap();
        assert_eq!(passwords.fits("correct horse".into(), Some(hash.clone())).await, Ok(true));
        assert_eq!(passwords.fits("correct hors".into(), Some(hash)).await, Ok(false));
        assert_eq!(passwords.fits(String::new(), None).await, Ok(false));
    }
}
