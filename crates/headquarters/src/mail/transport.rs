//! Where messages go.

use super::EmailMessage;

/// How messages leave headquarters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Transport {
    /// They do not: they stay in the database, where `/mail/` shows them. For demos and tests.
    #[default]
    Captured,
}

/// Why a message could not be handed over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// Another try may help.
    #[error("{0}")]
    Temporary(String),
    /// It will not.
    #[error("{0}")]
    Permanent(String),
}

impl Transport {
    /// Hands a message over.
    ///
    /// # Errors
    /// [`TransportError`].
    pub async fn deliver(&self, message: &EmailMessage) -> Result<(), TransportError> {
        match self {
            Self::Captured if message.recipient.is_empty() => {
                Err(TransportError::Permanent("the message has no recipient".into()))
            }
            Self::Captured => Ok(()),
        }
    }
}
