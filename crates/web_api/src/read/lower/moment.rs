//! Query functions about time, such as `LastXDays`: FetchXML's operators by other names.

use odata::Literal;
use odata::fetch::{Operator, Unit};
use tables::jiff::Timestamp;

use crate::read::period::Period;
use crate::respond::ApiError;

/// What a function means now; `None` for a function that is none of these.
pub(super) fn period(function: &str, values: &[Literal], now: Timestamp) -> Result<Option<Period>, ApiError> {
    let Some(operator) = operator(function) else { return Ok(None) };
    let alone = matches!(operator, Operator::Period(..) | Operator::LastSevenDays | Operator::NextSevenDays);
    let value = match values {
        [] if alone => None,
        [value] if !alone => Some(text(value)),
        _ => return Ok(None),
    };
    Period::of(operator, value.as_deref(), now).transpose()
}

fn operator(function: &str) -> Option<Operator> {
    let present = |unit: &str, shift: i8| {
        let unit = match unit {
            "Week" => Unit::Week,
            "Month" => Unit::Month,
            "Year" => Unit::Year,
            _ => return None,
        };
        Some(Operator::Period(unit, shift))
    };
    Some(match function {
        "Today" => Operator::Period(Unit::Day, 0),
        "Yesterday" => Operator::Period(Unit::Day, -1),
        "Tomorrow" => Operator::Period(Unit::Day, 1),
        "Last7Days" => Operator::LastSevenDays,
        "Next7Days" => Operator::NextSevenDays,
        "On" => Operator::On,
        "NotOn" => Operator::NotOn,
        "OnOrAfter" => Operator::OnOrAfter,
        "OnOrBefore" => Operator::OnOrBefore,
        other => {
            return if let Some(unit) = other.strip_prefix("LastX") {
                units(unit).map(Operator::Last)
            } else if let Some(unit) = other.strip_prefix("NextX") {
                units(unit).map(Operator::Next)
            } else if let Some(unit) = other.strip_prefix("OlderThanX") {
                units(unit).map(Operator::OlderThan)
            } else if let Some(unit) = other.strip_prefix("This") {
                present(unit, 0)
            } else if let Some(unit) = other.strip_prefix("Last") {
                present(unit, -1)
            } else {
                present(other.strip_prefix("Next")?, 1)
            };
        }
    })
}

fn units(name: &str) -> Option<Unit> {
    Some(match name {
        "Minutes" => Unit::Minute,
        "Hours" => Unit::Hour,
        "Days" => Unit::Day,
        "Weeks" => Unit::Week,
        "Months" => Unit::Month,
        "Years" => Unit::Year,
        _ => return None,
    })
}

fn text(literal: &Literal) -> String {
    match literal {
        Literal::Text(text) | Literal::Date(text) | Literal::DateTime(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_function_is_the_operator_of_the_same_meaning() {
        for (function, expected) in [
            ("Today", Operator::Period(Unit::Day, 0)),
            ("LastWeek", Operator::Period(Unit::Week, -1)),
            ("NextMonth", Operator::Period(Unit::Month, 1)),
            ("ThisYear", Operator::Period(Unit::Year, 0)),
            ("Last7Days", Operator::LastSevenDays),
            ("LastXHours", Operator::Last(Unit::Hour)),
            ("NextXDays", Operator::Next(Unit::Day)),
            ("OlderThanXWeeks", Operator::OlderThan(Unit::Week)),
            ("OnOrBefore", Operator::OnOrBefore),
        ] {
            assert_eq!(operator(function), Some(expected), "{function}");
        }
        for unknown in ["Nosuch", "LastXParsecs", "ThisDay", "Next", ""] {
            assert_eq!(operator(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn a_value_is_asked_for_where_one_is_meant() {
        let now = Timestamp::UNIX_EPOCH;
        let number = [Literal::Whole(3)];
        assert!(period("LastXDays", &number, now).unwrap().is_some());
        assert_eq!(period("LastXDays", &[], now), Ok(None));
        assert_eq!(period("Today", &number, now), Ok(None));
        for (function, text) in [("LastXDays", "0"), ("On", "soon")] {
            let refused = period(function, &[Literal::Text(text.into())], now).unwrap_err();
            assert_eq!(refused.status, 400);
        }
    }
}
