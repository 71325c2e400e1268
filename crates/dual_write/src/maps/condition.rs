//! Small typed conditions: the filters of a map on either side.

use serde::Deserialize;
use serde_json::Value as Json;

use super::{Constant, Scope};
use crate::row::{is_blank, same};

/// A test of one column.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Written")]
pub struct Condition {
    /// The column, or another name of the scope.
    pub column: String,
    /// What must hold.
    pub test: Test,
}

/// What a column is tested for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// Has this value.
    Equals(Constant),
    /// Has one of these values.
    In(Vec<Constant>),
    /// Has the same value as this column, and has one.
    EqualsColumn(String),
    /// Has a value.
    NotNull,
    /// Has none.
    Null,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    column: String,
    equals: Option<Constant>,
    #[serde(rename = "in")]
    one_of: Option<Vec<Constant>>,
    equals_column: Option<String>,
    not_null: Option<bool>,
}

impl TryFrom<Written> for Condition {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let mut tests = Vec::new();
        tests.extend(written.equals.map(Test::Equals));
        tests.extend(written.one_of.map(Test::In));
        tests.extend(written.equals_column.map(Test::EqualsColumn));
        tests.extend(written.not_null.map(|yes| if yes { Test::NotNull } else { Test::Null }));
        match (tests.pop(), tests.is_empty()) {
            (Some(test), true) => Ok(Self { column: written.column, test }),
            _ => Err(format!(
                "the condition on {} needs exactly one of equals, in, equals_column, not_null",
                written.column
            )),
        }
    }
}

impl Condition {
    /// Whether it holds.
    #[must_use]
    pub fn holds(&self, scope: &Scope<'_>) -> bool {
        let value = scope.get(&self.column);
        match &self.test {
            Test::Equals(expected) => same(&value, &expected.fill(scope)),
            Test::In(values) => values.iter().any(|expected| same(&value, &expected.fill(scope))),
            Test::EqualsColumn(other) => !is_blank(&value) && same(&value, &scope.get(other)),
            Test::NotNull => !is_blank(&value),
            Test::Null => is_blank(&value),
        }
    }

    /// Whether all of them hold.
    #[must_use]
    pub fn all(conditions: &[Self], scope: &Scope<'_>) -> bool {
        conditions.iter().all(|condition| condition.holds(scope))
    }
}

/// Pairs of a value map: `{ from = 4, to = "Canceled" }`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// The value read.
    pub from: Json,
    /// The value written.
    pub to: Json,
}

impl Pair {
    /// The value that `value` is mapped to; nothing stays nothing; `None` when the map has no such
    /// value.
    #[must_use]
    pub fn map(pairs: &[Self], value: &Json) -> Option<Json> {
        let found = pairs.iter().find(|pair| same(&pair.from, value)).map(|pair| pair.to.clone());
        found.or_else(|| is_blank(value).then_some(Json::Null))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(text: &str) -> Result<Condition, toml::de::Error> {
        toml::from_str(text)
    }

    #[test]
    fn a_condition_is_exactly_one_test() {
        let Json::Object(row) = json!({ "state": 1, "name": "x", "other": "x" }) else { unreachable!() };
        let scope = Scope::of(&row);
        for (text, expect) in [
            ("column = 'state'\nequals = 1", true),
            ("column = 'state'\nequals = '1'", false),
            ("column = 'name'\nin = ['a', 'x']", true),
            ("column = 'name'\nequals_column = 'other'", true),
            ("column = 'none'\nequals_column = 'missing'", false),
            ("column = 'none'\nnot_null = true", false),
            ("column = 'none'\nnot_null = false", true),
        ] {
            assert_eq!(read(text).unwrap().holds(&scope), expect, "{text}");
        }
        for bad in ["column = 'a'", "column = 'a'\nequals = 1\nnot_null = true", "column = 'a'\nequal = 1"] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
