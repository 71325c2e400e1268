//! Operators that mean a stretch of time: `today`, `last-x-days`, `on-or-after`. All in UTC; a
//! week begins on Sunday.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ToSpan as _};
use odata::fetch::{Operator, Unit};
use tables::{ColumnDefinition, ColumnKind, Comparison, Filter, Path, Value};

use crate::respond::{ApiError, BAD_ATTRIBUTE};

/// From a moment up to before another; without one, endless on that side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    from: Option<DateTime>,
    until: Option<DateTime>,
}

impl Period {
    /// The period that the operator means with this value, if it is one of those.
    pub fn of(operator: Operator, value: Option<&str>, now: Timestamp) -> Option<Result<Self, ApiError>> {
        let now = now.to_zoned(TimeZone::UTC).datetime();
        let day = || day(value.unwrap_or_default());
        let count = || count(value.unwrap_or_default());
        let period = match operator {
            Operator::On | Operator::NotOn => day().map(|day| Self::both(start(day), after(day))),
            Operator::OnOrBefore => day().map(|day| Self { from: None, until: after(day) }),
            Operator::OnOrAfter => day().map(|day| Self { from: start(day), until: None }),
            Operator::Period(unit, shift) => Ok(present(unit, shift, now)),
            Operator::LastSevenDays => Ok(last(Unit::Day, 7, now)),
            Operator::NextSevenDays => Ok(next(Unit::Day, 7, now)),
            Operator::Last(unit) => count().map(|count| last(unit, count, now)),
            Operator::Next(unit) => count().map(|count| next(unit, count, now)),
            Operator::OlderThan(unit) => {
                count().map(|count| Self { from: None, until: back(unit, count, now) })
            }
            _ => return None,
        };
        // A day that no calendar has any more leaves both sides empty.
        let known = |period: Self| match period {
            Self { from: None, until: None } => Err(ApiError::invalid("This goes beyond the calendar.")),
            period => Ok(period),
        };
        Some(period.and_then(known))
    }

    fn both(from: Option<DateTime>, until: Option<DateTime>) -> Self {
        Self { from, until: from.and(until) }
    }

    /// The condition that the column is within the period.
    pub fn filter(self, path: Path, column: &ColumnDefinition) -> Result<Filter, ApiError> {
        let is_day = match column.kind {
            ColumnKind::Date => true,
            ColumnKind::DateTime => false,
            _ => {
                let message = format!("{} is {}, not a date.", column.name, column.kind.describe());
                return Err(ApiError::new(400, BAD_ATTRIBUTE, message));
            }
        };
        let mut both = Vec::with_capacity(2);
        let mut add = |comparison, value| both.push(Filter::Compare(path.clone(), comparison, value));
        if let Some(from) = self.from {
            add(Comparison::GreaterOrEqual, if is_day { from.date().into() } else { moment(from)? });
        }
        if let Some(until) = self.until {
            if is_day {
                // The last day that has a moment within.
                let last = until.checked_sub(1.microsecond()).unwrap_or(until);
                add(Comparison::LessOrEqual, last.date().into());
            } else {
                add(Comparison::Less, moment(until)?);
            }
        }
        Ok(Filter::And(both))
    }
}

fn moment(at: DateTime) -> Result<Value, ApiError> {
    let zoned = at.to_zoned(TimeZone::UTC);
    let moment = zoned.map_err(|_| ApiError::invalid("This goes beyond the calendar."))?;
    Ok(Value::DateTime(moment.timestamp()))
}

/// A day, of which a time may follow.
fn day(text: &str) -> Result<Date, ApiError> {
    let written = text.get(..10).and_then(|day| day.parse().ok());
    let moment = || text.parse::<Timestamp>().ok().map(|at| at.to_zoned(TimeZone::UTC).date());
    let found: Option<Date> = moment().or(written);
    found.ok_or_else(|| ApiError::invalid(format!("'{text}' is no day such as 2026-11-20.")))
}

fn count(text: &str) -> Result<i32, ApiError> {
    let found = text.trim().parse().ok().filter(|count: &i32| *count > 0);
    found.ok_or_else(|| ApiError::invalid(format!("'{text}' is no number of units above zero.")))
}

fn start(day: Date) -> Option<DateTime> {
    Some(day.to_datetime(Time::midnight()))
}

fn after(day: Date) -> Option<DateTime> {
    start(day.tomorrow().ok()?)
}

fn span(unit: Unit, count: i32) -> Option<Span> {
    let span = Span::new();
    match unit {
        Unit::Minute => span.try_minutes(count),
        Unit::Hour => span.try_hours(count),
        Unit::Day => span.try_days(count),
        Unit::Week => span.try_weeks(count),
        Unit::Month => span.try_months(count),
        Unit::Year => span.try_years(count),
    }
    .ok()
}

fn present(unit: Unit, shift: i8, now: DateTime) -> Period {
    let today = now.date();
    let begin = match unit {
        Unit::Week => {
            let days = i32::from(today.weekday().to_sunday_zero_offset());
            span(Unit::Day, days).and_then(|span| today.checked_sub(span).ok())
        }
        Unit::Month => Some(today.first_of_month()),
        Unit::Year => Some(today.first_of_year()),
        Unit::Day | Unit::Hour | Unit::Minute => Some(today),
    };
    let moved = |count: i8| {
        let moved = begin?.checked_add(span(unit, i32::from(count))?).ok()?;
        start(moved)
    };
    Period::both(moved(shift), moved(shift + 1))
}

/// So many units ago; from days on, the beginning of that day.
fn back(unit: Unit, count: i32, now: DateTime) -> Option<DateTime> {
    let then = now.checked_sub(span(unit, count)?).ok()?;
    if matches!(unit, Unit::Minute | Unit::Hour) { Some(then) } else { start(then.date()) }
}

fn last(unit: Unit, count: i32, now: DateTime) -> Period {
    // The present moment is within.
    Period::both(back(unit, count, now), now.checked_add(1.microsecond()).ok())
}

fn next(unit: Unit, count: i32, now: DateTime) -> Period {
    let until = span(unit, count).and_then(|span| now.checked_add(span).ok());
    let until = until.and_then(|until| match unit {
        Unit::Minute | Unit::Hour => Some(until),
        _ => after(until.date()),
    });
    Period::both(Some(now).filter(|_| until.is_some()), until)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(operator: Operator, value: Option<&str>, expect: &str) {
        // A Friday.
        let now = "2026-11-20T09:30:00Z".parse().unwrap();
        let period = Period::of(operator, value, now).unwrap().unwrap();
        let side = |side: Option<DateTime>| side.map(|side| side.to_string()).unwrap_or_default();
        let found = format!("{}..{}", side(period.from), side(period.until));
        assert_eq!(found.replace("T00:00:00", ""), expect, "{operator:?} {value:?}");
    }

    #[test]
    fn periods_are_those_of_the_calendar() {
        check(Operator::On, Some("2026-02-28"), "2026-02-28..2026-03-01");
        check(Operator::On, Some("2026-02-28T23:30:00-01:00"), "2026-03-01..2026-03-02");
        check(Operator::OnOrBefore, Some("2026-11-20"), "..2026-11-21");
        check(Operator::OnOrAfter, Some("2026-11-20T10:00:00"), "2026-11-20..");
        check(Operator::Period(Unit::Day, 0), None, "2026-11-20..2026-11-21");
        check(Operator::Period(Unit::Week, 0), None, "2026-11-15..2026-11-22");
        check(Operator::Period(Unit::Week, -1), None, "2026-11-08..2026-11-15");
        check(Operator::Period(Unit::Month, 1), None, "2026-12-01..2027-01-01");
        check(Operator::Period(Unit::Year, -1), None, "2025-01-01..2026-01-01");
        check(Operator::LastSevenDays, None, "2026-11-13..2026-11-20T09:30:00.000001");
        check(Operator::Last(Unit::Hour), Some("2"), "2026-11-20T07:30:00..2026-11-20T09:30:00.000001");
        check(Operator::Last(Unit::Month), Some("9"), "2026-02-20..2026-11-20T09:30:00.000001");
        check(Operator::Next(Unit::Day), Some("1"), "2026-11-20T09:30:00..2026-11-22");
        check(Operator::OlderThan(Unit::Week), Some("1"), "..2026-11-13");
    }

    #[test]
    fn what_is_no_period_is_refused() {
        let now = Timestamp::UNIX_EPOCH;
        assert_eq!(Period::of(Operator::Equal, Some("1"), now), None);
        for (operator, value) in [
            (Operator::On, "tomorrow"),
            (Operator::On, ""),
            (Operator::Last(Unit::Day), "0"),
            (Operator::Last(Unit::Day), "-1"),
            (Operator::Last(Unit::Year), "2000000000"),
            (Operator::Next(Unit::Year), "9000"),
            (Operator::OlderThan(Unit::Hour), "x"),
        ] {
            let refused = Period::of(operator, Some(value), now).unwrap();
            assert!(refused.is_err(), "{operator:?} {value}: {refused:?}");
        }
    }
}
