//! Row ids: `UUIDv7` in the order of issue, `UUIDv5` where an id must follow from another one.

use std::sync::{Arc, Mutex, PoisonError};

use uuid::{Builder, Uuid};

use crate::{Clock, Randomness};

/// Issues `UUIDv7`, each greater than the one before: ids in order keep index pages together
/// (reference: store-cost, "Ids in order matter").
#[derive(Clone)]
pub struct Ids {
    clock: Clock,
    randomness: Randomness,
    last: Arc<Mutex<Last>>,
}

#[derive(Default)]
struct Last {
    millisecond: u64,
    counter: u32,
}

/// The counter fills the 12 bits of `rand_a` and the first 14 of `rand_b`.
const COUNTER_BITS: u32 = 26;

impl Ids {
    /// Ids by this clock and this randomness.
    #[must_use]
    pub fn new(clock: Clock, randomness: Randomness) -> Self {
        Self { clock, randomness, last: Arc::default() }
    }

    /// The next id.
    #[must_use]
    pub fn next(&self) -> Uuid {
        let mut bytes: [u8; 10] = self.randomness.bytes();
        let now = u64::try_from(self.clock.now().as_millisecond()).unwrap_or(0);
        let (millisecond, counter) = {
            let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
            if now > last.millisecond {
                last.millisecond = now;
                // Half of the range stays free for ids within this millisecond.
                last.counter = u32::from_be_bytes([0, bytes[0], bytes[1], bytes[2]]);
            } else {
                last.counter += 1;
                if last.counter >> COUNTER_BITS != 0 {
                    last.millisecond += 1;
                    last.counter = 0;
                }
            }
            (last.millisecond, last.counter)
        };
        let high = (counter >> 14) as u16;
        let low = (counter & 0x3FFF) as u16;
        bytes[0..2].copy_from_slice(&high.to_be_bytes());
        bytes[2..4].copy_from_slice(&low.to_be_bytes());
        Builder::from_unix_timestamp_millis(millisecond, &bytes).into_uuid()
    }
}

/// The id that follows from `name` within `namespace` (`UUIDv5`): the same pair always gives the
/// same id, which is what makes a repeated create harmless.
#[must_use]
pub fn derived_id(namespace: Uuid, name: &[u8]) -> Uuid {
    Uuid::new_v5(&namespace, name)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    #[test]
    fn ids_rise_even_when_the_clock_stands_still() {
        let ids = Ids::new(Clock::frozen(Timestamp::UNIX_EPOCH), Randomness::seeded(1));
        let issued: Vec<Uuid> = (0..1000).map(|_| ids.next()).collect();
        assert!(issued.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(issued[0].get_version_num(), 7);
    }
}
