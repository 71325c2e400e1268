//! How long changes took, as a small picture and as figures: measured, never made up.

use std::fmt::Write as _;

use jiff::{SignedDuration, Timestamp};

use crate::Measured;

/// How far back.
pub(super) const WINDOW: SignedDuration = SignedDuration::from_hours(1);
/// From here on a change took long.
pub(super) const LONG_MILLISECONDS: i64 = 3_000;
/// The picture's size, and the stretches of time in it.
const WIDTH: f64 = 96.0;
const HEIGHT: f64 = 24.0;
const STRETCHES: usize = 30;
/// How wide one stretch alone is drawn.
const ALONE: f64 = 6.0;

/// The picture: paths of a line, of the area below it, and of the mark for long.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Spark {
    pub line: String,
    pub area: String,
    pub limit: String,
    /// Whether anything took long.
    pub is_long: bool,
    /// The newest lag, in milliseconds.
    pub last: i64,
}

/// The picture of these deliveries, oldest first; `None` where there are none.
pub(super) fn spark<'a>(deliveries: impl Iterator<Item = &'a Measured>, now: Timestamp) -> Option<Spark> {
    let start = now.checked_sub(WINDOW).unwrap_or(Timestamp::MIN);
    let mut worst: [Option<i64>; STRETCHES] = [None; STRETCHES];
    let mut last = None;
    for measured in deliveries {
        let passed = measured.at.duration_since(start).as_millis().max(0);
        let at = usize::try_from(passed * STRETCHES as i128 / WINDOW.as_millis()).unwrap_or_default();
        let stretch = &mut worst[at.min(STRETCHES - 1)];
        *stretch = Some(stretch.map_or(measured.lag, |known| known.max(measured.lag)));
        last = Some(measured.lag);
    }
    let last = last?;
    let top = worst.iter().flatten().copied().max().unwrap_or_default().max(2 * LONG_MILLISECONDS);
    #[expect(clippy::cast_precision_loss, reason = "a picture of 24 dots")]
    let height = |lag: i64| HEIGHT - 1.0 - (lag as f64 / top as f64) * (HEIGHT - 2.0);
    let mut line = String::new();
    let (mut first, mut end) = (0.0, 0.0);
    for (at, lag) in worst.iter().enumerate().filter_map(|(at, lag)| Some((at, (*lag)?))) {
        #[expect(clippy::cast_precision_loss, reason = "thirty stretches")]
        let across = at as f64 / (STRETCHES - 1) as f64 * WIDTH;
        if line.is_empty() {
            first = across;
            let _ = write!(line, "M{across:.1} {:.1}", height(lag));
        } else {
            let _ = write!(line, "L{across:.1} {:.1}", height(lag));
        }
        end = across;
    }
    if first >= end {
        // One stretch alone: a short line, so that it can be seen.
        first = (end - ALONE).max(0.0);
        line = format!("M{first:.1} {0:.1}H{1:.1}", height(last), first + ALONE);
        end = first + ALONE;
    }
    Some(Spark {
        area: format!("{line}L{end:.1} {HEIGHT}L{first:.1} {HEIGHT}Z"),
        line,
        limit: format!("M0 {:.1}H{WIDTH}", height(LONG_MILLISECONDS)),
        is_long: worst.iter().flatten().any(|lag| *lag > LONG_MILLISECONDS),
        last,
    })
}

/// The lag that 95 of 100 of these deliveries kept below; `None` where there are none.
pub(super) fn percentile_95(deliveries: &[Measured]) -> Option<i64> {
    let mut lags: Vec<i64> = deliveries.iter().map(|measured| measured.lag).collect();
    lags.sort_unstable();
    let at = (lags.len() * 95).div_ceil(100).checked_sub(1)?;
    lags.get(at).copied()
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;

    use super::*;

    fn measured(minute: i64, lag: i64) -> Measured {
        Measured { at: Timestamp::UNIX_EPOCH + minute.minutes(), target: "m".into(), lag }
    }

    #[test]
    fn the_worst_of_each_stretch_is_drawn() {
        let now = Timestamp::UNIX_EPOCH + 60.minutes();
        assert_eq!(spark([].iter(), now), None);
        let some = [measured(0, 0), measured(0, 6_000), measured(59, 3_000)];
        let picture = spark(some.iter(), now).unwrap();
        assert_eq!(picture.line, "M0.0 1.0L96.0 12.0");
        assert_eq!(picture.limit, "M0 12.0H96");
        assert!(picture.is_long);
        assert_eq!(picture.last, 3_000);
        let one = spark([measured(59, 10)].iter(), now).unwrap();
        assert!(one.line.starts_with("M90.0") && !one.is_long, "{one:?}");
    }

    #[test]
    fn the_percentile_is_one_of_the_values() {
        let all: Vec<Measured> = (1..=100).map(|lag| measured(0, lag)).collect();
        for (count, expected) in [(0, None), (1, Some(1)), (20, Some(19)), (100, Some(95))] {
            assert_eq!(percentile_95(&all[..count]), expected);
        }
    }
}
