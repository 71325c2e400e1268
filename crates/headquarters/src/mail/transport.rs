//! Where messages go.

use std::sync::Arc;

use tables::jiff::Timestamp;

use super::smtp::{Smtp, SmtpSettings};
use super::{EmailMessage, EmailStatus};

/// How messages leave headquarters.
#[derive(Clone, Debug, Default)]
pub enum Transport {
    /// They do not: they stay in the database, where the email history shows them. For demos and tests.
    #[default]
    Captured,
    /// To a mail server.
    Smtp(Arc<Smtp>),
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

/// Settings that mail cannot leave with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct SettingsError(pub String);

/// Whether nobody can ever have this address (RFC 6761): that of a test request.
pub(crate) fn is_reserved(recipient: &str) -> bool {
    recipient.trim_end_matches('.').to_ascii_lowercase().ends_with(".invalid")
}

impl Transport {
    /// To this mail server.
    ///
    /// # Errors
    /// [`SettingsError`] for settings that cannot work or would show mail to others.
    pub fn smtp(settings: &SmtpSettings) -> Result<Self, SettingsError> {
        Ok(Self::Smtp(Arc::new(Smtp::new(settings)?)))
    }

    /// Whether mail leaves under the address of the company that writes.
    #[must_use]
    pub fn sends_as_company(&self) -> bool {
        matches!(self, Self::Smtp(smtp) if smtp.sends_as_company())
    }

    /// Whether mail leaves at all.
    #[must_use]
    pub fn sends(&self) -> bool {
        matches!(self, Self::Smtp(_))
    }

    /// Hands a message over; answers with what it is then.
    ///
    /// # Errors
    /// [`TransportError`].
    pub async fn deliver(
        &self,
        message: &EmailMessage,
        now: Timestamp,
    ) -> Result<EmailStatus, TransportError> {
        if message.recipient.is_empty() {
            return Err(TransportError::Permanent("the message has no recipient".into()));
        }
        if is_reserved(&message.recipient) {
            let words = "addresses under .invalid are nobody's (RFC 6761): nothing is sent there";
            return Err(TransportError::Permanent(words.into()));
        }
        match self {
            Self::Captured => Ok(EmailStatus::Captured),
            Self::Smtp(smtp) => smtp.deliver(message, now).await.map(|()| EmailStatus::Sent),
        }
    }
}
