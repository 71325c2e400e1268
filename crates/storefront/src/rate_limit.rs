//! A limit per sender and minute, in bounded memory.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use platform::Clock;

/// Most senders that are told apart; beyond, newcomers share one limit.
const SENDERS_MAX: usize = 10_000;
/// Length of a window.
const WINDOW_SECONDS: i64 = 60;

/// Counts requests per sender in windows of a minute.
pub struct RateLimit {
    per_minute: u32,
    clock: Clock,
    windows: Mutex<HashMap<Option<IpAddr>, Window>>,
}

#[derive(Clone, Copy)]
struct Window {
    began: i64,
    count: u32,
}

impl RateLimit {
    /// At most this many per sender and minute.
    pub fn new(per_minute: u32, clock: Clock) -> Self {
        Self { per_minute, clock, windows: Mutex::default() }
    }

    /// Counts a request of this sender; `Err` holds the seconds until the next one is welcome.
    pub fn admit(&self, sender: Option<IpAddr>) -> Result<(), u64> {
        let now = self.clock.now().as_second();
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        let mut sender = sender.map(network);
        if windows.len() >= SENDERS_MAX && !windows.contains_key(&sender) {
            windows.retain(|_, window| now - window.began < WINDOW_SECONDS);
            if windows.len() >= SENDERS_MAX {
                sender = None;
            }
        }
        let window = windows.entry(sender).or_insert(Window { began: now, count: 0 });
        if now - window.began >= WINDOW_SECONDS {
            *window = Window { began: now, count: 0 };
        }
        if window.count >= self.per_minute {
            let seconds = window.began + WINDOW_SECONDS - now;
            return Err(u64::try_from(seconds).unwrap_or(1).max(1));
        }
        window.count += 1;
        Ok(())
    }

    /// Takes back a request that turned out not to be of the kind that is limited. Counting first
    /// and taking back holds even where one sender asks many times at once.
    pub fn forgive(&self, sender: Option<IpAddr>) {
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        let sender = sender.map(network);
        let sender = if windows.contains_key(&sender) { sender } else { None };
        if let Some(window) = windows.get_mut(&sender) {
            window.count = window.count.saturating_sub(1);
        }
    }
}

/// One customer of an internet provider usually has a whole /64 of IPv6 addresses.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6((u128::from(address) >> 64 << 64).into()),
        address => address,
    }
}

#[cfg(test)]
mod tests {
    use tables::jiff::{SignedDuration, Timestamp};

    use super::*;

    fn limit(per_minute: u32) -> (RateLimit, Clock) {
        let clock = Clock::frozen(Timestamp::UNIX_EPOCH);
        (RateLimit::new(per_minute, clock.clone()), clock)
    }

    #[test]
    fn the_third_of_two_waits_for_the_next_minute_and_others_do_not() {
        let (limit, clock) = limit(2);
        let (ola, ewa) = (Some([10, 0, 0, 1].into()), Some([10, 0, 0, 2].into()));
        assert_eq!([limit.admit(ola), limit.admit(ola)], [Ok(()), Ok(())]);
        clock.advance(SignedDuration::from_secs(20));
        assert_eq!(limit.admit(ola), Err(40));
        assert_eq!(limit.admit(ewa), Ok(()));
        clock.advance(SignedDuration::from_secs(40));
        assert_eq!(limit.admit(ola), Ok(()));
    }

    #[test]
    fn what_is_forgiven_does_not_count() {
        let (limit, _) = limit(1);
        let ola = Some([10, 0, 0, 1].into());
        assert_eq!(limit.admit(ola), Ok(()));
        limit.forgive(ola);
        assert_eq!(limit.admit(ola), Ok(()));
        assert_eq!(limit.admit(ola), Err(60));
        limit.forgive(Some([10, 0, 0, 2].into()));
        assert_eq!(limit.admit(ola), Err(60));
    }

    #[test]
    fn memory_stays_bounded_and_newcomers_share_what_is_left() {
        let (limit, clock) = limit(1);
        for number in 0..SENDERS_MAX + 5 {
            let number = u32::try_from(number).unwrap();
            let _ = limit.admit(Some(IpAddr::from(number.to_be_bytes())));
        }
        assert!(limit.windows.lock().unwrap().len() <= SENDERS_MAX + 1);
        clock.advance(SignedDuration::from_secs(60));
        assert_eq!(limit.admit(Some([200, 0, 0, 1].into())), Ok(()));
        assert_eq!(limit.windows.lock().unwrap().len(), 1);
    }

    #[test]
    fn addresses_of_one_network_count_together() {
        let (limit, _) = limit(1);
        assert_eq!(limit.admit("2001:db8::1".parse().ok()), Ok(()));
        assert!(limit.admit("2001:db8::2".parse().ok()).is_err());
        assert_eq!(limit.admit("2001:db8:0:1::1".parse().ok()), Ok(()));
    }
}
