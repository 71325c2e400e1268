//! Rows as Web APIs show them, and when two of their values count as the same.

use serde_json::{Map, Value as Json};
use tables::value::digits_to_scaled;

/// A row's properties by name.
pub type Row = Map<String, Json>;

/// Most decimals of any column, so that `1.5` and `1.50` are the same number.
const DECIMALS_MAX: u8 = 10;

/// The value of a column by its logical name; a lookup's id where the API writes `_name_value`.
#[must_use]
pub fn value<'a>(row: &'a Row, column: &str) -> &'a Json {
    row.get(column).or_else(|| row.get(&lookup_property(column))).unwrap_or(&Json::Null)
}

/// The logical name of the table that a polymorphic lookup points to, where the API says so.
#[must_use]
pub fn lookup_table<'a>(row: &'a Row, column: &str) -> Option<&'a str> {
    let property = lookup_property(column);
    row.get(&format!("{property}@Microsoft.Dynamics.CRM.lookuplogicalname"))?.as_str()
}

fn lookup_property(column: &str) -> String {
    format!("_{column}_value")
}

/// Whether there is nothing: no property, null, or the empty text.
#[must_use]
pub fn is_blank(value: &Json) -> bool {
    value.is_null() || value.as_str() == Some("")
}

/// Whether two values mean the same.
#[must_use]
pub fn same(one: &Json, other: &Json) -> bool {
    match (one, other) {
        (Json::Number(one), Json::Number(other)) => {
            let (one, other) = (one.to_string(), other.to_string());
            one == other || {
                let one = digits_to_scaled(&one, DECIMALS_MAX);
                one.is_some() && one == digits_to_scaled(&other, DECIMALS_MAX)
            }
        }
        (one, other) => one == other || (is_blank(one) && is_blank(other)),
    }
}

/// A value as text in a template; nothing is the empty text.
#[must_use]
pub fn text(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_same_value_has_several_forms() {
        let number = |digits: &str| serde_json::from_str::<Json>(digits).unwrap();
        assert!(same(&number("1.50"), &number("1.5")));
        assert!(same(&json!(""), &Json::Null));
        assert!(same(&json!("a"), &json!("a")));
        for (one, other) in [(json!(0), Json::Null), (json!(false), Json::Null), (json!("A"), json!("a"))] {
            assert!(!same(&one, &other), "{one} {other}");
        }
    }

    #[test]
    fn a_lookup_is_read_by_its_logical_name() {
        let Json::Object(row) = json!({
            "_parentcustomerid_value": "7",
            "_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "account",
        }) else {
            unreachable!()
        };
        assert_eq!(value(&row, "parentcustomerid"), "7");
        assert_eq!(lookup_table(&row, "parentcustomerid"), Some("account"));
        assert!(value(&row, "ownerid").is_null());
    }
}
