//! Why a request to a peer brought nothing.

use std::time::Duration;

use crate::Side;

/// Why a request brought nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeerError {
    /// The peer cannot answer now; the same request may work later.
    #[error("{side} cannot be reached at the moment: {message}")]
    Unavailable {
        /// Which side.
        side: Side,
        /// What it said.
        message: String,
        /// How long it asked to be left alone.
        retry_after: Option<Duration>,
    },
    /// The peer said no.
    #[error("{side} refused ({status}): {message}")]
    Refused {
        /// Which side.
        side: Side,
        /// HTTP status.
        status: u16,
        /// The code that it gave.
        code: String,
        /// What it said.
        message: String,
    },
}

impl PeerError {
    /// How long the peer asked to be left alone.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Unavailable { retry_after, .. } => *retry_after,
            Self::Refused { .. } => None,
        }
    }

    /// The status of a refusal.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Refused { status, .. } => Some(*status),
            Self::Unavailable { .. } => None,
        }
    }
}
