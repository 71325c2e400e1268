//! Values as JSON, exactly: numbers keep their digits, times are UTC.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Number, Value as Json};
use uuid::Uuid;

use crate::value::{Decimal, MONEY_SCALE, Money, digits_to_scaled, scaled_to_digits};
use crate::{ColumnDefinition, ColumnKind, Reference, Result, Value};

/// Whether options are written by number (Dataverse) or by name (finance and operations).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceForm {
    /// `3`
    Number,
    /// `"Approved"`
    Name,
}

/// Writes a value of this column. Polymorphic lookups become `{"table", "id"}`.
#[must_use]
pub fn write(column: &ColumnDefinition, value: &Value, choices: ChoiceForm) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::YesNo(yes) => Json::Bool(*yes),
        Value::Whole(number) => Json::from(*number),
        Value::Decimal(decimal) => digits(&scaled_to_digits(decimal.units, decimal.scale)),
        Value::Money(money) => digits(&scaled_to_digits(money.0, MONEY_SCALE)),
        Value::Choice(number) => match (choices, &column.kind) {
            (ChoiceForm::Name, ColumnKind::Choice { options }) => options
                .iter()
                .find(|option| option.value == *number)
                .map_or(Json::Null, |option| Json::from(option.name.as_str())),
            _ => Json::from(*number),
        },
        Value::Text(text) => Json::from(text.as_str()),
        Value::Date(date) => Json::from(date.to_string()),
        Value::DateTime(moment) => Json::from(moment.to_string()),
        Value::Id(id) => Json::from(id.to_string()),
        Value::Reference(reference) => {
            serde_json::json!({ "table": reference.table, "id": reference.id.to_string() })
        }
    }
}

/// Reads a value for this column; numbers and names of options are both understood.
///
/// # Errors
/// As [`ColumnDefinition::accept`].
pub fn read(column: &ColumnDefinition, json: &Json) -> Result<Value> {
    if json.is_null() {
        return Ok(Value::Null);
    }
    let text = json.as_str();
    let number = match json {
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let value = match &column.kind {
        ColumnKind::Text { .. } | ColumnKind::Memo { .. } => text.map(Value::from),
        ColumnKind::Whole { .. } => {
            number.as_deref().and_then(|digits| digits_to_scaled(digits, 0)).map(Value::Whole)
        }
        ColumnKind::Decimal { scale, .. } => number
            .as_deref()
            .and_then(|digits| digits_to_scaled(digits, *scale))
            .map(|units| Value::Decimal(Decimal { units, scale: *scale })),
        ColumnKind::Money { .. } => number
            .as_deref()
            .and_then(|digits| digits_to_scaled(digits, MONEY_SCALE))
            .map(|units| Value::Money(Money(units))),
        ColumnKind::YesNo => json.as_bool().map(Value::YesNo),
        ColumnKind::Date => text.and_then(|text| text.parse::<Date>().ok()).map(Value::Date),
        ColumnKind::DateTime => text.and_then(|text| text.parse::<Timestamp>().ok()).map(Value::DateTime),
        ColumnKind::Choice { options } => match (text, number.as_deref()) {
            (Some(name), _) => match options.iter().find(|option| option.name == name) {
                Some(option) => Some(Value::Choice(option.value)),
                None => return Err(column.unknown_choice(format!("\"{name}\""))),
            },
            (None, Some(digits)) => match digits.parse::<i32>() {
                Ok(option) => Some(Value::Choice(option)),
                Err(_) => return Err(column.unknown_choice(digits.into())),
            },
            (None, None) => None,
        },
        ColumnKind::Id => text.and_then(read_id).map(Value::Id),
        ColumnKind::Lookup { targets } if targets.len() == 1 => text.and_then(read_id).map(Value::Id),
        ColumnKind::Lookup { .. } => json
            .get("id")
            .and_then(Json::as_str)
            .and_then(read_id)
            .zip(json.get("table").and_then(Json::as_str))
            .map(|(id, table)| Value::Reference(Reference::new(table, id))),
    };
    column.accept(value.ok_or_else(|| column.wrong_type())?)
}

/// An id in any of its usual spellings.
#[must_use]
pub fn read_id(text: &str) -> Option<Uuid> {
    Uuid::try_parse(text).ok()
}

fn digits(text: &str) -> Json {
    text.parse::<Number>().map_or(Json::Null, Json::Number)
}
