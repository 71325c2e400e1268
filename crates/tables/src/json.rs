//! Values as JSON, exactly: numbers keep their digits, times are UTC.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::ser::SerializeStruct as _;
use serde::{Deserialize as _, Serialize, Serializer};
use serde_json::{Number, Value as Json};
use uuid::Uuid;

use crate::value::{Decimal, MONEY_SCALE, Money, digits_to_scaled, scaled_to_digits};
use crate::{ColumnDefinition, ColumnKind, File, Reference, Result, Value};

/// Whether options are written by number (Dataverse) or by name (finance and operations).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceForm {
    /// `3`
    Number,
    /// `"Approved"`
    Name,
}

/// A value of a column on its way into JSON. Polymorphic lookups become `{"table", "id"}`.
pub struct Cell<'a> {
    /// The column.
    pub column: &'a ColumnDefinition,
    /// Its value.
    pub value: &'a Value,
    /// How options are written.
    pub choices: ChoiceForm,
}

impl Cell<'_> {
    fn name(&self, number: i32) -> Option<&str> {
        let option = self.column.kind.options().iter().find(|option| option.value == number);
        option.map(|option| option.name.as_str())
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value {
            Value::Null => serializer.serialize_unit(),
            Value::YesNo(yes) => serializer.serialize_bool(*yes),
            Value::Whole(number) => serializer.serialize_i64(*number),
            Value::Decimal(decimal) => digits(decimal.units, decimal.scale).serialize(serializer),
            Value::Money(money) => digits(money.0, MONEY_SCALE).serialize(serializer),
            Value::Choice(number) => match self.choices {
                ChoiceForm::Name => self.name(*number).serialize(serializer),
                ChoiceForm::Number => serializer.serialize_i32(*number),
            },
            Value::MultiChoice(numbers) => {
                let word = |number: &i32| match self.choices {
                    ChoiceForm::Name => self.name(*number).unwrap_or_default().to_owned(),
                    ChoiceForm::Number => number.to_string(),
                };
                serializer.serialize_str(&numbers.iter().map(word).collect::<Vec<_>>().join(","))
            }
            Value::Text(text) => serializer.serialize_str(text),
            Value::Date(date) => serializer.collect_str(date),
            Value::DateTime(moment) => serializer.collect_str(moment),
            Value::Id(id) => serializer.collect_str(id),
            Value::File(file) => file.serialize(serializer),
            Value::Reference(reference) => {
                let mut object = serializer.serialize_struct("Reference", 2)?;
                object.serialize_field("table", &reference.table)?;
                object.serialize_field("id", &format_args!("{}", reference.id))?;
                object.end()
            }
        }
    }
}

/// Writes a value of this column.
#[must_use]
pub fn write(column: &ColumnDefinition, value: &Value, choices: ChoiceForm) -> Json {
    // Nothing in a cell can fail to become JSON.
    serde_json::to_value(Cell { column, value, choices }).unwrap_or_default()
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
        ColumnKind::MultiChoice { .. } => match text {
            Some(text) => return column.accept(Value::MultiChoice(read_options(column, text)?)),
            None => None,
        },
        ColumnKind::File { .. } => File::deserialize(json).ok().map(|file| Value::File(Box::new(file))),
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

/// `1,30` or `Red,Blue`.
fn read_options(column: &ColumnDefinition, text: &str) -> Result<Vec<i32>> {
    let one = |word: &str| {
        let is_it = |option: &&crate::ChoiceOption| option.name == word || option.value.to_string() == word;
        let option = column.kind.options().iter().find(is_it);
        option.map(|option| option.value).ok_or_else(|| column.unknown_choice(format!("\"{word}\"")))
    };
    text.split(',').map(str::trim).filter(|word| !word.is_empty()).map(one).collect()
}

/// An id in any of its usual spellings.
#[must_use]
pub fn read_id(text: &str) -> Option<Uuid> {
    Uuid::try_parse(text).ok()
}

/// Whole numbers need no digits of their own making.
fn digits(units: i64, scale: u8) -> Option<Number> {
    let power = 10_i64.checked_pow(u32::from(scale))?;
    if units % power == 0 {
        return Some(Number::from(units / power));
    }
    scaled_to_digits(units, scale).parse().ok()
}
