//! Secrets at rest: Argon2id with its default cost (19 MiB, two passes).

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Argon2, password_hash};

/// Longest secret that is looked at; anything longer is wrong.
pub const SECRET_BYTES_MAX: usize = 1_024;

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
}
