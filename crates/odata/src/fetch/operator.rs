//! The operators of conditions, by their names in FetchXML.

/// How a column is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Like,
    NotLike,
    BeginsWith,
    NotBeginsWith,
    EndsWith,
    NotEndsWith,
    In,
    NotIn,
    Between,
    NotBetween,
    Null,
    NotNull,
    EqualUser,
    NotEqualUser,
    EqualUserTeams,
    EqualUserOrTeams,
    EqualBusinessUnit,
    NotEqualBusinessUnit,
    On,
    NotOn,
    OnOrBefore,
    OnOrAfter,
    /// One day, week, month or year: 0 is the present one, -1 the last, 1 the next.
    Period(Unit, i8),
    /// The last x units up to now.
    Last(Unit),
    /// The next x units from now.
    Next(Unit),
    /// The last seven days up to now, and the next from now.
    LastSevenDays,
    NextSevenDays,
    /// Before the last x units.
    OlderThan(Unit),
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// How many values an operator takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arity {
    None,
    One,
    Two,
    Many,
}

impl Arity {
    pub fn fits(self, values: usize) -> bool {
        match self {
            Self::None => values == 0,
            Self::One => values == 1,
            Self::Two => values == 2,
            Self::Many => values > 0,
        }
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::None => "no value",
            Self::One => "one value",
            Self::Two => "two values",
            Self::Many => "at least one value",
        }
    }
}

const NAMES: &[(&str, Operator)] = &[
    ("eq", Operator::Equal),
    ("ne", Operator::NotEqual),
    ("neq", Operator::NotEqual),
    ("lt", Operator::Less),
    ("le", Operator::LessOrEqual),
    ("gt", Operator::Greater),
    ("ge", Operator::GreaterOrEqual),
    ("like", Operator::Like),
    ("not-like", Operator::NotLike),
    ("begins-with", Operator::BeginsWith),
    ("not-begin-with", Operator::NotBeginsWith),
    ("ends-with", Operator::EndsWith),
    ("not-end-with", Operator::NotEndsWith),
    ("in", Operator::In),
    ("not-in", Operator::NotIn),
    ("between", Operator::Between),
    ("not-between", Operator::NotBetween),
    ("null", Operator::Null),
    ("not-null", Operator::NotNull),
    ("eq-userid", Operator::EqualUser),
    ("ne-userid", Operator::NotEqualUser),
    ("eq-userteams", Operator::EqualUserTeams),
    ("eq-useroruserteams", Operator::EqualUserOrTeams),
    ("eq-businessid", Operator::EqualBusinessUnit),
    ("ne-businessid", Operator::NotEqualBusinessUnit),
    ("on", Operator::On),
    ("not-on", Operator::NotOn),
    ("on-or-before", Operator::OnOrBefore),
    ("on-or-after", Operator::OnOrAfter),
    ("yesterday", Operator::Period(Unit::Day, -1)),
    ("today", Operator::Period(Unit::Day, 0)),
    ("tomorrow", Operator::Period(Unit::Day, 1)),
    ("last-week", Operator::Period(Unit::Week, -1)),
    ("this-week", Operator::Period(Unit::Week, 0)),
    ("next-week", Operator::Period(Unit::Week, 1)),
    ("last-month", Operator::Period(Unit::Month, -1)),
    ("this-month", Operator::Period(Unit::Month, 0)),
    ("next-month", Operator::Period(Unit::Month, 1)),
    ("last-year", Operator::Period(Unit::Year, -1)),
    ("this-year", Operator::Period(Unit::Year, 0)),
    ("next-year", Operator::Period(Unit::Year, 1)),
    ("last-seven-days", Operator::LastSevenDays),
    ("next-seven-days", Operator::NextSevenDays),
    ("last-x-hours", Operator::Last(Unit::Hour)),
    ("last-x-days", Operator::Last(Unit::Day)),
    ("last-x-weeks", Operator::Last(Unit::Week)),
    ("last-x-months", Operator::Last(Unit::Month)),
    ("last-x-years", Operator::Last(Unit::Year)),
    ("next-x-hours", Operator::Next(Unit::Hour)),
    ("next-x-days", Operator::Next(Unit::Day)),
    ("next-x-weeks", Operator::Next(Unit::Week)),
    ("next-x-months", Operator::Next(Unit::Month)),
    ("next-x-years", Operator::Next(Unit::Year)),
    ("olderthan-x-minutes", Operator::OlderThan(Unit::Minute)),
    ("olderthan-x-hours", Operator::OlderThan(Unit::Hour)),
    ("olderthan-x-days", Operator::OlderThan(Unit::Day)),
    ("olderthan-x-weeks", Operator::OlderThan(Unit::Week)),
    ("olderthan-x-months", Operator::OlderThan(Unit::Month)),
    ("olderthan-x-years", Operator::OlderThan(Unit::Year)),
];

impl Operator {
    /// The operator of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, operator)| *operator)
    }

    /// The operator's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, operator)| *operator == self).map_or("", |(name, _)| name)
    }

    pub(super) fn arity(self) -> Arity {
        match self {
            Self::In | Self::NotIn => Arity::Many,
            Self::Between | Self::NotBetween => Arity::Two,
            Self::Null
            | Self::NotNull
            | Self::EqualUser
            | Self::NotEqualUser
            | Self::EqualUserTeams
            | Self::EqualUserOrTeams
            | Self::EqualBusinessUnit
            | Self::NotEqualBusinessUnit
            | Self::LastSevenDays
            | Self::NextSevenDays
            | Self::Period(..) => Arity::None,
            _ => Arity::One,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operator_has_one_name_to_be_printed_by() {
        for (name, operator) in NAMES {
            assert_eq!(Operator::named(name), Some(*operator), "{name}");
            assert!(*name == "neq" || operator.name() == *name, "{name}");
        }
        assert_eq!(Operator::named("EQ"), None);
    }
}
