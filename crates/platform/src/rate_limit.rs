//! How often one caller may ask: a leaky bucket per caller, in memory that does not
//! grow with the number of callers.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use sha2::{Digest, Sha256};

/// Buckets. Callers that meet in one share it: safe, and rare below a few thousand callers.
const BUCKETS: usize = 8_192;
const MINUTE_MILLISECONDS: i64 = 60_000;

/// A generic cell rate algorithm: each bucket is the moment by which its requests are paid off.
pub struct RateLimit {
    interval: i64,
    salt: [u8; 16],
    paid_off: Box<[AtomicI64]>,
}

impl RateLimit {
    /// `per_minute` requests, all at once or spread. The salt keeps callers from choosing whom
    /// they share a bucket with.
    pub fn new(per_minute: u32, salt: [u8; 16]) -> Self {
        let interval = MINUTE_MILLISECONDS / i64::from(per_minute.max(1));
        let paid_off = (0..BUCKETS).map(|_| AtomicI64::new(i64::MIN)).collect();
        Self { interval: interval.max(1), salt, paid_off }
    }

    /// Counts a request of `caller`.
    ///
    /// # Errors
    /// The seconds to wait, when the caller has had too many.
    pub fn take(&self, caller: &str, now: Timestamp) -> Result<(), i64> {
        let now = now.as_millisecond();
        let latest = now + MINUTE_MILLISECONDS;
        let pay = |paid_off: i64| Some(paid_off.max(now) + self.interval).filter(|next| *next <= latest);
        let bucket = &self.paid_off[self.bucket(caller)];
        match bucket.fetch_update(Ordering::Relaxed, Ordering::Relaxed, pay) {
            Ok(_) => Ok(()),
            Err(paid_off) => Err(((paid_off + self.interval - latest + 999) / 1_000).max(1)),
        }
    }

    fn bucket(&self, caller: &str) -> usize {
        let digest = Sha256::new().chain_update(self.salt).chain_update(caller).finalize();
        let number = digest.iter().take(4).fold(0_usize, |number, byte| number << 8 | usize::from(*byte));
        number % BUCKETS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(milliseconds: i64) -> Timestamp {
        Timestamp::from_millisecond(1_800_000_000_000 + milliseconds).unwrap()
    }

    #[test]
    fn the_request_over_the_limit_waits_and_others_do_not() {
        let limit = RateLimit::new(60, [0; 16]);
        for _ in 0..60 {
            assert_eq!(limit.take("10.0.0.1", at(0)), Ok(()));
        }
        assert_eq!(limit.take("10.0.0.1", at(0)), Err(1));
        assert_eq!(limit.take("10.0.0.2", at(0)), Ok(()));
        assert_eq!(limit.take("10.0.0.1", at(1_000)), Ok(()), "one is paid off after a second");
        assert_eq!(limit.take("10.0.0.1", at(1_000)), Err(1));
        assert!((0..60).all(|_| limit.take("10.0.0.1", at(120_000)).is_ok()), "a minute later all are");
    }

    #[test]
    fn a_small_limit_says_how_long_to_wait() {
        let limit = RateLimit::new(1, [0; 16]);
        assert_eq!(limit.take("a", at(0)), Ok(()));
        assert_eq!(limit.take("a", at(0)), Err(60));
        assert_eq!(limit.take("a", at(59_500)), Err(1));
    }
}
