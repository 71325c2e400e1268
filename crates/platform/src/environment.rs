//! What a program is given instead of reaching for it: time, ids, randomness, faults.

use jiff::Timestamp;

use crate::{Clock, Faults, Ids, Randomness};

/// Everything ambient, passed in. Cloning shares all of it.
#[derive(Clone)]
pub struct Environment {
    /// Tells the time.
    pub clock: Clock,
    /// Issues row ids.
    pub ids: Ids,
    /// Gives random bytes.
    pub randomness: Randomness,
    /// Where a test makes the program fail. Never set in production.
    pub faults: Faults,
}

impl Environment {
    /// The operating system's clock and randomness, no faults.
    #[must_use]
    pub fn system() -> Self {
        Self::new(Clock::system(), Randomness::system())
    }

    /// A frozen clock and a seeded stream: the same run every time.
    #[must_use]
    pub fn frozen(at: Timestamp, seed: u64) -> Self {
        Self::new(Clock::frozen(at), Randomness::seeded(seed))
    }

    fn new(clock: Clock, randomness: Randomness) -> Self {
        Self { ids: Ids::new(clock.clone(), randomness.clone()), clock, randomness, faults: Faults::none() }
    }
}
