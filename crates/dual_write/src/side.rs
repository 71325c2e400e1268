//! The two systems that are kept in step.

use serde::{Deserialize, Serialize};

/// One of the two peers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Commerce headquarters, the arbiter.
    Headquarters,
    /// The CRM.
    Sales,
}

impl Side {
    /// Both of them.
    pub const BOTH: [Self; 2] = [Self::Headquarters, Self::Sales];

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Headquarters => Self::Sales,
            Self::Sales => Self::Headquarters,
        }
    }

    /// As map documents and tables spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Headquarters => "headquarters",
            Self::Sales => "sales",
        }
    }

    /// The side spelled `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::BOTH.into_iter().find(|side| side.name() == name)
    }
}

impl std::fmt::Display for Side {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name())
    }
}
