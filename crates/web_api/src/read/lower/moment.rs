//! Query functions about time, such as `LastXDays`: each means a stretch of time, in UTC.

use odata::Literal;
use tables::jiff::civil::{Date, Weekday};
use tables::jiff::tz::TimeZone;
use tables::jiff::{SignedDuration, Timestamp, ToSpan as _};
use tables::{ColumnDefinition, ColumnKind, Comparison, Filter, Path, Value};

use crate::respond::{ApiError, BAD_ATTRIBUTE};

/// Most days, hours and so on that a function may reach over.
const UNITS_MAX: i64 = 100_000;

/// From its start, included, to its end, excluded; without one: unbounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    start: Option<Timestamp>,
    end: Option<Timestamp>,
}

impl Stretch {
    /// The condition that a column's value lies in the stretch.
    pub fn filter(self, path: &Path, column: &ColumnDefinition) -> Result<Filter, ApiError> {
        let bound = |moment: Timestamp| match column.kind {
            ColumnKind::DateTime => Ok(Value::DateTime(moment)),
            ColumnKind::Date => Ok(Value::Date(day_of(moment))),
            _ => {
                let message = format!("{} is no date.", column.name);
                Err(ApiError::new(400, BAD_ATTRIBUTE, message))
            }
        };
        let mut all = Vec::new();
        if let Some(start) = self.start {
            all.push(Filter::Compare(path.clone(), Comparison::GreaterOrEqual, bound(start)?));
        }
        if let Some(end) = self.end {
            // A stretch of days ends at midnight; one that ends within a day includes that day.
            let whole = column.kind == ColumnKind::Date && midnight(day_of(end)) != Some(end);
            let comparison = if whole { Comparison::LessOrEqual } else { Comparison::Less };
            all.push(Filter::Compare(path.clone(), comparison, bound(end)?));
        }
        Ok(Filter::And(all))
    }
}

/// What a function means now; `None` for a function that is none of these.
pub(super) fn stretch(
    function: &str,
    values: &[Literal],
    now: Timestamp,
) -> Result<Option<Stretch>, ApiError> {
    let today = day_of(now);
    let between = |start: Option<Date>, end: Option<Date>| Stretch {
        start: start.and_then(midnight),
        end: end.and_then(midnight),
    };
    let days = |from: i64, to: i64| between(shifted(today, from), shifted(today, to));
    let month = |offset: i32| {
        let start = today.first_of_month().checked_add(offset.months()).ok();
        between(start, start.and_then(|start| start.checked_add(1.month()).ok()))
    };
    let year = |offset: i32| {
        let start = today.first_of_year().checked_add(offset.years()).ok();
        between(start, start.and_then(|start| start.checked_add(1.year()).ok()))
    };
    let week = |offset: i64| {
        let sunday = -i64::from(today.weekday().since(Weekday::Sunday));
        days(sunday + 7 * offset, sunday + 7 * offset + 7)
    };
    let found = match (function, values) {
        ("Today", []) => days(0, 1),
        ("Yesterday", []) => days(-1, 0),
        ("Tomorrow", []) => days(1, 2),
        ("ThisWeek", []) => week(0),
        ("LastWeek", []) => week(-1),
        ("NextWeek", []) => week(1),
        ("ThisMonth", []) => month(0),
        ("LastMonth", []) => month(-1),
        ("NextMonth", []) => month(1),
        ("ThisYear", []) => year(0),
        ("LastYear", []) => year(-1),
        ("NextYear", []) => year(1),
        ("Last7Days", []) => Stretch { end: Some(now), ..days(-7, 1) },
        ("Next7Days", []) => Stretch { start: Some(now), ..days(0, 8) },
        ("LastXDays", [count]) => Stretch { end: Some(now), ..days(-units(count)?, 1) },
        ("NextXDays", [count]) => Stretch { start: Some(now), ..days(0, units(count)? + 1) },
        ("OlderThanXDays", [count]) => Stretch { start: None, ..days(0, -units(count)?) },
        ("LastXHours", [count]) => Stretch { start: hours(now, -units(count)?), end: Some(now) },
        ("NextXHours", [count]) => Stretch { start: Some(now), end: hours(now, units(count)?) },
        ("On", [day]) => {
            let day = day_in(day)?;
            between(Some(day), shifted(day, 1))
        }
        ("OnOrAfter", [day]) => between(Some(day_in(day)?), None),
        ("OnOrBefore", [day]) => between(None, shifted(day_in(day)?, 1)),
        _ => return Ok(None),
    };
    Ok(Some(found))
}

fn day_of(moment: Timestamp) -> Date {
    moment.to_zoned(TimeZone::UTC).date()
}

fn midnight(day: Date) -> Option<Timestamp> {
    day.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

fn shifted(day: Date, days: i64) -> Option<Date> {
    day.checked_add(days.days()).ok()
}

fn hours(moment: Timestamp, hours: i64) -> Option<Timestamp> {
    moment.checked_add(SignedDuration::from_hours(hours)).ok()
}

fn units(literal: &Literal) -> Result<i64, ApiError> {
    let number = match literal {
        Literal::Whole(number) => Some(*number),
        Literal::Text(text) => text.trim().parse().ok(),
        _ => None,
    };
    let wrong = || ApiError::invalid(format!("{literal} must be a whole number from 1 to {UNITS_MAX}."));
    number.filter(|number| (1..=UNITS_MAX).contains(number)).ok_or_else(wrong)
}

fn day_in(literal: &Literal) -> Result<Date, ApiError> {
    let text = match literal {
        Literal::Text(text) | Literal::Date(text) | Literal::DateTime(text) => text.get(..10),
        _ => None,
    };
    let wrong = || ApiError::invalid(format!("{literal} must be a date such as 2026-11-20."));
    text.and_then(|text| text.parse().ok()).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(function: &str, value: Option<&str>, start: &str, end: &str) {
        // A Friday.
        let now: Timestamp = "2026-11-20T09:30:00Z".parse().unwrap();
        let values: Vec<Literal> = value.into_iter().map(|text| Literal::Text(text.into())).collect();
        let found = stretch(function, &values, now).unwrap().unwrap();
        let moment = |text: &str| match text {
            "" => None,
            "now" => Some(now),
            day => Some(format!("{day}Z").parse().unwrap()),
        };
        assert_eq!(found, Stretch { start: moment(start), end: moment(end) }, "{function}");
    }

    #[test]
    fn each_function_means_a_stretch_of_time() {
        check("Today", None, "2026-11-20T00:00:00", "2026-11-21T00:00:00");
        check("Yesterday", None, "2026-11-19T00:00:00", "2026-11-20T00:00:00");
        check("ThisWeek", None, "2026-11-15T00:00:00", "2026-11-22T00:00:00");
        check("NextMonth", None, "2026-12-01T00:00:00", "2027-01-01T00:00:00");
        check("LastYear", None, "2025-01-01T00:00:00", "2026-01-01T00:00:00");
        check("Last7Days", None, "2026-11-13T00:00:00", "now");
        check("LastXDays", Some("3"), "2026-11-17T00:00:00", "now");
        check("NextXDays", Some("3"), "now", "2026-11-24T00:00:00");
        check("OlderThanXDays", Some("3"), "", "2026-11-17T00:00:00");
        check("LastXHours", Some("2"), "2026-11-20T07:30:00", "now");
        check("On", Some("2026-11-01"), "2026-11-01T00:00:00", "2026-11-02T00:00:00");
        check("OnOrAfter", Some("2026-11-01"), "2026-11-01T00:00:00", "");
        check("OnOrBefore", Some("2026-11-01"), "", "2026-11-02T00:00:00");
    }

    #[test]
    fn nonsense_is_refused() {
        let now = Timestamp::UNIX_EPOCH;
        let text = |text: &str| vec![Literal::Text(text.into())];
        assert_eq!(stretch("LastXDays", &text("0"), now).unwrap_err().status, 400);
        assert_eq!(stretch("On", &text("soon"), now).unwrap_err().status, 400);
        assert_eq!(stretch("Nosuch", &[], now), Ok(None));
    }
}
