//! Counts, sums and extremes of rows, by group.
//!
//! Reckoned here and not by the databases: they differ in how sums overflow, how means are rounded
//! and where weeks begin, and there are never more rows than [`AGGREGATE_ROWS_MAX`].

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::query::{AGGREGATE_ROWS_MAX, GROUPS_MAX};
use crate::sql::Raw;
use crate::sql::layout::{Part, to_raw};
use crate::value::{Decimal, Money};
use crate::{Aggregate, ColumnDefinition, ColumnKind, Error, Measure, Period, Result, Value};

/// Decimals of the mean of whole numbers.
const WHOLE_MEAN_SCALE: u8 = 4;

/// One group of an aggregate.
#[derive(Clone, Debug, PartialEq)]
pub struct Aggregated {
    /// What its rows share, in the order of the query.
    pub keys: Vec<Value>,
    /// What was reckoned, in the order of the query.
    pub values: Vec<Value>,
}

/// The groups so far, in the order of what their rows share, nothing first.
pub struct Reckoning<'a> {
    query: &'a Aggregate,
    groups: BTreeMap<Vec<Raw>, (Vec<Value>, Vec<Tally>)>,
    rows: usize,
}

/// What a measure has come to.
enum Tally {
    Count(i64),
    Distinct(BTreeSet<Raw>),
    Sum { total: i128, count: i128 },
    Extreme(Option<(Raw, Value)>),
}

impl<'a> Reckoning<'a> {
    pub fn new(query: &'a Aggregate) -> Self {
        let mut groups = BTreeMap::new();
        if query.group_by.is_empty() {
            // All rows are one group, even where there are none.
            groups.insert(Vec::new(), (Vec::new(), tallies(query)));
        }
        Self { query, groups, rows: 0 }
    }

    /// Counts one row in: the values to group by, then those to measure.
    pub fn add(&mut self, mut values: impl Iterator<Item = Result<Value>>) -> Result<()> {
        self.rows += 1;
        if self.rows > AGGREGATE_ROWS_MAX {
            let limit = AGGREGATE_ROWS_MAX as u64;
            return Err(Error::LimitExceeded { what: "rows of one aggregate", limit });
        }
        let mut keys = Vec::with_capacity(self.query.group_by.len());
        for group in &self.query.group_by {
            let value = values.next().unwrap_or(Ok(Value::Null))?;
            keys.push(group.period.map_or(value.clone(), |period| within(&value, period)));
        }
        let shared = keys.iter().map(key).collect();
        let (shown, tallies) =
            self.groups.entry(shared).or_insert_with(|| (keys.clone(), tallies(self.query)));
        for (shown, key) in shown.iter_mut().zip(keys) {
            // Texts that fold alike: one of them stands for all, whatever the order of rows.
            if key.as_text() < shown.as_text() {
                *shown = key;
            }
        }
        for (measure, tally) in self.query.measures.iter().zip(tallies) {
            match measure.path() {
                None => tally.add(measure, &Value::YesNo(true)),
                Some(_) => tally.add(measure, &values.next().unwrap_or(Ok(Value::Null))?),
            }
        }
        if self.groups.len() > GROUPS_MAX {
            return Err(Error::LimitExceeded { what: "groups of one aggregate", limit: GROUPS_MAX as u64 });
        }
        Ok(())
    }

    /// The groups; `columns` are those that were read.
    pub fn finish(self, columns: &[ColumnDefinition]) -> Result<Vec<Aggregated>> {
        let query = self.query;
        let finish = |(keys, tallies): (Vec<Value>, Vec<Tally>)| {
            let mut measured = columns[query.group_by.len()..].iter();
            let of = |(measure, tally): (&Measure, Tally)| {
                let column = measure.path().and_then(|_| measured.next());
                tally.finish(measure, column)
            };
            let values = query.measures.iter().zip(tallies).map(of).collect::<Result<Vec<_>>>()?;
            Ok(Aggregated { keys, values })
        };
        self.groups.into_values().map(finish).collect()
    }
}

fn tallies(query: &Aggregate) -> Vec<Tally> {
    let empty = |measure: &Measure| match measure {
        Measure::Count | Measure::CountOf(_) => Tally::Count(0),
        Measure::CountDistinct(_) => Tally::Distinct(BTreeSet::new()),
        Measure::Sum(_) | Measure::Average(_) => Tally::Sum { total: 0, count: 0 },
        Measure::Min(_) | Measure::Max(_) => Tally::Extreme(None),
    };
    query.measures.iter().map(empty).collect()
}

impl Tally {
    fn add(&mut self, measure: &Measure, value: &Value) {
        if value.is_null() {
            return;
        }
        match self {
            Self::Count(count) => *count += 1,
            Self::Distinct(seen) => drop(seen.insert(key(value))),
            Self::Sum { total, count } => {
                *total += i128::from(units(value));
                *count += 1;
            }
            Self::Extreme(extreme) => {
                let raw = key(value);
                let beyond = match (&extreme, measure) {
                    (None, _) => true,
                    (Some((known, _)), Measure::Min(_)) => raw < *known,
                    (Some((known, _)), _) => raw > *known,
                };
                if beyond {
                    *extreme = Some((raw, value.clone()));
                }
            }
        }
    }

    fn finish(self, measure: &Measure, column: Option<&ColumnDefinition>) -> Result<Value> {
        match (self, column) {
            (Self::Count(count), _) => Ok(Value::Whole(count)),
            (Self::Distinct(seen), _) => i64::try_from(seen.len()).map(Value::Whole).map_err(Error::internal),
            (Self::Extreme(extreme), _) => Ok(extreme.map(|(_, value)| value).unwrap_or_default()),
            (Self::Sum { count: 0, .. }, _) | (_, None) => Ok(Value::Null),
            (Self::Sum { total, count }, Some(column)) if matches!(measure, Measure::Average(_)) => {
                match &column.kind {
                    ColumnKind::Whole { .. } => {
                        let power = 10_i128.pow(u32::from(WHOLE_MEAN_SCALE));
                        let units = fits(column, rounded(total * power, count))?;
                        Ok(Value::Decimal(Decimal { units, scale: WHOLE_MEAN_SCALE }))
                    }
                    kind => Ok(number(kind, fits(column, rounded(total, count))?)),
                }
            }
            (Self::Sum { total, .. }, Some(column)) => Ok(number(&column.kind, fits(column, total)?)),
        }
    }
}

/// By what values are alike and ordered.
fn key(value: &Value) -> Raw {
    to_raw(value, if matches!(value, Value::Text(_)) { Part::Folded } else { Part::Main })
}

fn units(value: &Value) -> i64 {
    match value {
        Value::Whole(number) => *number,
        Value::Decimal(decimal) => decimal.units,
        Value::Money(money) => money.0,
        _ => 0,
    }
}

fn number(kind: &ColumnKind, units: i64) -> Value {
    match kind {
        ColumnKind::Decimal { scale, .. } => Value::Decimal(Decimal { units, scale: *scale }),
        ColumnKind::Money { .. } => Value::Money(Money(units)),
        _ => Value::Whole(units),
    }
}

fn fits(column: &ColumnDefinition, total: i128) -> Result<i64> {
    let reason = "the result is greater than a number can be; narrow the filter";
    i64::try_from(total).map_err(|_| Error::NotQueryable { column: column.name.clone(), reason })
}

/// `total / count`, half away from zero.
fn rounded(total: i128, count: i128) -> i128 {
    (2 * total + total.signum() * count) / (2 * count)
}

/// The first day of the period in which a day or moment falls.
fn within(value: &Value, period: Period) -> Value {
    match value {
        Value::Date(date) => first_day(*date, period).into(),
        Value::DateTime(moment) => first_day(moment.to_zoned(TimeZone::UTC).date(), period).into(),
        _ => Value::Null,
    }
}

fn first_day(date: Date, period: Period) -> Date {
    match period {
        Period::Day => date,
        Period::Week => {
            let since_monday = date.weekday().to_monday_zero_offset();
            date.saturating_sub(jiff::Span::new().days(since_monday))
        }
        Period::Month => date.first_of_month(),
        Period::Quarter => {
            let first = (date.month() - 1) / 3 * 3 + 1;
            Date::new(date.year(), first, 1).unwrap_or(date)
        }
        Period::Year => date.first_of_year(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn means_are_rounded_half_away_from_zero() {
        for (total, count, expected) in
            [(5, 2, 3), (-5, 2, -3), (4, 3, 1), (-4, 3, -1), (0, 9, 0), (7, 7, 1), (1, 3, 0)]
        {
            assert_eq!(rounded(total, count), expected, "{total} / {count}");
        }
    }

    #[test]
    fn a_day_falls_into_its_periods() {
        let periods = [Period::Day, Period::Week, Period::Month, Period::Quarter, Period::Year];
        for (day, expected) in [
            (date(2026, 11, 22), ["2026-11-22", "2026-11-16", "2026-11-01", "2026-10-01", "2026-01-01"]),
            (date(2026, 11, 23), ["2026-11-23", "2026-11-23", "2026-11-01", "2026-10-01", "2026-01-01"]),
            (date(2024, 2, 29), ["2024-02-29", "2024-02-26", "2024-02-01", "2024-01-01", "2024-01-01"]),
            (date(2027, 1, 1), ["2027-01-01", "2026-12-28", "2027-01-01", "2027-01-01", "2027-01-01"]),
        ] {
            assert_eq!(periods.map(|period| first_day(day, period).to_string()), expected);
        }
        assert_eq!(first_day(Date::MIN, Period::Week), Date::MIN);
    }
}
