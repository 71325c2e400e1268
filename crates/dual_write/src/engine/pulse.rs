//! What the engine measured lately: whether both sides answer, what is still to be delivered, and
//! how long changes take. In memory only, so a restart begins anew.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use crate::Side;

/// Deliveries remembered.
const DELIVERIES_MAX: usize = 4_096;

/// One delivery that was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// When.
    pub at: Timestamp,
    /// By which map or decision.
    pub target: String,
    /// Milliseconds since the change was made.
    pub lag: i64,
}

/// What is known of a side's feed.
#[derive(Clone, Debug, Default, PartialEq)]
struct FeedPulse {
    answered_at: Option<Timestamp>,
    behind: usize,
    more: bool,
}

/// What is known of a side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SidePulse {
    /// When it last answered; nothing: not since the start.
    pub answered_at: Option<Timestamp>,
    /// Since when and why it does not answer.
    pub trouble: Option<(Timestamp, String)>,
    /// Changes read and not delivered yet.
    pub behind: usize,
    /// Whether there are even more to read.
    pub more: bool,
}

/// The engine's measurements.
#[derive(Debug, Default)]
pub struct Pulse(Mutex<Inner>);

#[derive(Debug, Default)]
struct Inner {
    feeds: BTreeMap<(Side, String), FeedPulse>,
    troubles: BTreeMap<Side, (Timestamp, String)>,
    deliveries: VecDeque<Measured>,
}

impl Pulse {
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A feed answered with so many changes.
    pub(super) fn answered(&self, side: Side, feed: &str, at: Timestamp, behind: usize, more: bool) {
        let mut inner = self.inner();
        inner.troubles.remove(&side);
        inner.feeds.insert((side, feed.to_owned()), FeedPulse { answered_at: Some(at), behind, more });
    }

    /// A change of the feed is dealt with.
    pub(super) fn dealt_with(&self, side: Side, feed: &str) {
        if let Some(feed) = self.inner().feeds.get_mut(&(side, feed.to_owned())) {
            feed.behind = feed.behind.saturating_sub(1);
        }
    }

    /// A side does not answer.
    pub(super) fn troubled(&self, side: Side, at: Timestamp, message: &str) {
        let mut inner = self.inner();
        let since = inner.troubles.get(&side).map_or(at, |(since, _)| *since);
        inner.troubles.insert(side, (since, message.to_owned()));
    }

    /// A delivery was made.
    pub(super) fn delivered(&self, measured: Measured) {
        let mut inner = self.inner();
        if inner.deliveries.len() >= DELIVERIES_MAX {
            inner.deliveries.pop_front();
        }
        inner.deliveries.push_back(measured);
    }

    /// What is known of a side.
    #[must_use]
    pub fn side(&self, side: Side) -> SidePulse {
        let inner = self.inner();
        let mut known = SidePulse { trouble: inner.troubles.get(&side).cloned(), ..SidePulse::default() };
        for ((_, _), feed) in inner.feeds.iter().filter(|((of, _), _)| *of == side) {
            known.answered_at = known.answered_at.max(feed.answered_at);
            known.behind += feed.behind;
            known.more |= feed.more;
        }
        known
    }

    /// Deliveries since `since`, oldest first, as far back as they are remembered.
    #[must_use]
    pub fn deliveries(&self, since: Timestamp) -> Vec<Measured> {
        self.inner().deliveries.iter().filter(|measured| measured.at >= since).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;

    use super::*;

    #[test]
    fn a_side_is_in_trouble_since_the_first_time_until_it_answers() {
        let (pulse, start) = (Pulse::default(), Timestamp::UNIX_EPOCH);
        let later = start + 5.seconds();
        assert_eq!(pulse.side(Side::Sales), SidePulse::default());
        pulse.troubled(Side::Sales, start, "down");
        pulse.troubled(Side::Sales, later, "still down");
        assert_eq!(pulse.side(Side::Sales).trouble, Some((start, "still down".into())));
        assert_eq!(pulse.side(Side::Headquarters).trouble, None);
        pulse.answered(Side::Sales, "sales/leads", later, 2, false);
        pulse.answered(Side::Sales, "sales/accounts", start, 1, true);
        pulse.dealt_with(Side::Sales, "sales/leads");
        let known = pulse.side(Side::Sales);
        assert_eq!((known.trouble, known.answered_at), (None, Some(later)));
        assert_eq!((known.behind, known.more), (2, true));
    }

    #[test]
    fn only_so_many_deliveries_are_remembered() {
        let pulse = Pulse::default();
        for lag in 0..=DELIVERIES_MAX as i64 {
            let at = Timestamp::UNIX_EPOCH;
            pulse.delivered(Measured { at, target: "m".into(), lag });
        }
        let known = pulse.deliveries(Timestamp::UNIX_EPOCH);
        assert_eq!((known.len(), known[0].lag), (DELIVERIES_MAX, 1));
        assert!(pulse.deliveries(Timestamp::UNIX_EPOCH + 1.second()).is_empty());
    }
}
