//! Secrets at rest: Argon2id with its default cost (19 MiB, two passes).

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Argon2, password_hash};

/// Longest secret that is looked at; anything longer is wrong.
pub const SECRET_BYTES_MAX: usize = 1_024;

/// Fewest characters of a password that somebody chooses.
pub const PASSWORD_LENGTH_MIN: usize = 12;
/// Most characters of one.
pub const PASSWORD_LENGTH_MAX: usize = 200;
/// Fewest different characters of one: `aaaaaaaaaaaa` is long and still none.
const PASSWORD_DIFFERENT_MIN: usize = 5;

/// Why somebody cannot choose this password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordFault {
    /// Too few characters.
    #[error("a password has at least {PASSWORD_LENGTH_MIN} characters")]
    TooShort,
    /// Too many.
    #[error("a password has at most {PASSWORD_LENGTH_MAX} characters")]
    TooLong,
    /// Everybody would try it.
    #[error("a password has more different characters and is not the e-mail address")]
    TooSimple,
}

/// Whether the person with this address may choose this password. Length is what counts, so nobody
/// is asked for digits and signs.
///
/// # Errors
/// [`PasswordFault`].
pub fn check_password(password: &str, email: &str) -> Result<(), PasswordFault> {
    let length = password.chars().count();
    if length < PASSWORD_LENGTH_MIN {
        return Err(PasswordFault::TooShort);
    }
    if length > PASSWORD_LENGTH_MAX {
        return Err(PasswordFault::TooLong);
    }
    let different: std::collections::HashSet<char> = password.chars().collect();
    let is_address = password.to_lowercase() == email.trim().to_lowercase();
    if different.len() < PASSWORD_DIFFERENT_MIN || is_address {
        return Err(PasswordFault::TooSimple);
    }
    Ok(())
}

/// Why a secret has no hash.
#[derive(Debug, thiserror::Error)]
pub enum HashError {
    /// Longer than any secret may be.
    #[error("a secret has at most {SECRET_BYTES_MAX} bytes")]
    TooLong,
    /// The algorithm refused.
    #[error("the secret cannot be hashed: {0}")]
    Algorithm(#[from] password_hash::Error),
}

/// The hash of `secret` in the PHC text form, which names its own cost.
///
/// # Errors
/// When the secret is longer than [`SECRET_BYTES_MAX`].
pub fn hash(secret: &str, salt: [u8; 16]) -> Result<String, HashError> {
    if secret.len() > SECRET_BYTES_MAX {
        return Err(HashError::TooLong);
    }
    let hash: PasswordHash = Argon2::default().hash_password_with_salt(secret.as_bytes(), &salt)?;
    Ok(hash.to_string())
}

/// Whether `secret` is the one that `hash` was made of.
#[must_use]
pub fn verify(secret: &str, hash: &str) -> bool {
    let Ok(hash) = PasswordHash::new(hash) else { return false };
    secret.len() <= SECRET_BYTES_MAX && Argon2::default().verify_password(secret.as_bytes(), &hash).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_secret_fits_its_hash() {
        let hash = hash("demo-secret", [7; 16]).unwrap();
        assert!(hash.starts_with("$argon2id$"), "{hash}");
        assert!(verify("demo-secret", &hash));
        for wrong in ["", "demo-secre", "demo-secret ", "Demo-secret"] {
            assert!(!verify(wrong, &hash), "{wrong:?}");
        }
        assert!(!verify("demo-secret", "no hash"));
    }

    #[test]
    fn the_salt_makes_hashes_of_one_secret_differ() {
        assert_ne!(hash("x", [1; 16]).unwrap(), hash("x", [2; 16]).unwrap());
        assert!(matches!(hash(&"x".repeat(SECRET_BYTES_MAX + 1), [1; 16]), Err(HashError::TooLong)));
    }

    #[test]
    fn a_password_is_long_rather_than_odd() {
        for (password, expected) in [
            ("correct horse", Ok(())),
            ("żółwżółwżół7", Ok(())),
            ("elevenchars", Err(PasswordFault::TooShort)),
            ("żółwżółwżół", Err(PasswordFault::TooShort)),
            ("aaaabbbbccccdddd", Err(PasswordFault::TooSimple)),
            ("Ola.Nowak@Shop.Example", Err(PasswordFault::TooSimple)),
        ] {
            assert_eq!(check_password(password, "ola.nowak@shop.example"), expected, "{password}");
        }
        let long = "abcde".repeat(PASSWORD_LENGTH_MAX / 5);
        assert_eq!(check_password(&long, ""), Ok(()));
        assert_eq!(check_password(&format!("{long}x"), ""), Err(PasswordFault::TooLong));
        assert!(
            hash(&"\u{10ffff}".repeat(PASSWORD_LENGTH_MAX), [1; 16]).is_ok(),
            "the longest fits a secret"
        );
    }
}
