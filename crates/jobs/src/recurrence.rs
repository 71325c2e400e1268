//! When a job is due by its cron expression, in UTC.

use std::str::FromStr as _;

use croner::Cron;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Whether the expression can be read.
///
/// # Errors
/// What is wrong with it, in words.
pub fn check(expression: &str) -> Result<(), String> {
    Cron::from_str(expression).map(|_| ()).map_err(|error| error.to_string())
}

/// The first occurrence after `after`; `None` for an expression that never comes true or cannot be
/// read.
pub(crate) fn next(expression: &str, after: Timestamp) -> Option<Timestamp> {
    let cron = Cron::from_str(expression).ok()?;
    let next = cron.find_next_occurrence(&after.to_zoned(TimeZone::UTC), false).ok()?;
    Some(next.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn occurrences_follow_the_expression() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        for (expression, after, expected) in [
            ("*/5 * * * *", "2026-11-20T09:30:00Z", Some("2026-11-20T09:35:00Z")),
            ("0 2 * * *", "2026-12-31T23:59:59Z", Some("2027-01-01T02:00:00Z")),
            ("* * * * *", "2026-11-20T09:30:59Z", Some("2026-11-20T09:31:00Z")),
            ("nonsense", "2026-11-20T09:30:00Z", None),
        ] {
            assert_eq!(next(expression, at(after)), expected.map(at), "{expression}");
        }
        assert!(check("61 * * * *").is_err());
    }
}
