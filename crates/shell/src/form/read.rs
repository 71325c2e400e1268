//! Between values and the texts that stand in a form's fields.

use jiff::civil;
use tables::{ColumnDefinition, ColumnKind, Decimal, Error, Money, Requirement, Value};

use crate::Voice;
use crate::names::Names;

/// The text of a value in its field.
pub(super) fn text(voice: &Voice, column: &ColumnDefinition, value: &Value, names: &Names) -> String {
    match value {
        Value::YesNo(yes) => if *yes { "1" } else { "0" }.into(),
        Value::Choice(number) => number.to_string(),
        Value::MultiChoice(numbers) => numbers.iter().map(i32::to_string).collect::<Vec<_>>().join(","),
        Value::Date(day) => day.to_string(),
        Value::DateTime(moment) => {
            moment.to_zoned(voice.zone.clone()).datetime().strftime("%Y-%m-%dT%H:%M").to_string()
        }
        Value::Null if matches!(column.kind, ColumnKind::YesNo) => "0".into(),
        value => voice.value("", column, value, names),
    }
}

/// The value of a text that somebody sent; lookups are not read here.
pub(super) fn value(voice: &Voice, column: &ColumnDefinition, text: &str) -> Result<Value, String> {
    let text = if matches!(column.kind, ColumnKind::Memo { .. }) { text.trim_end() } else { text.trim() };
    if text.is_empty() {
        return Ok(Value::Null);
    }
    let number = |scale: u8, example: &str| {
        let read = voice.read_scaled(text, scale);
        read.ok_or_else(|| match is_number(text) {
            true => voice.say("form-number-too-large"),
            false => voice.say_with("form-wrong-number", "example", example),
        })
    };
    let example = |scale: u8| voice.scaled(1_234 * 10_i64.pow(scale.into()), scale);
    let read = match &column.kind {
        ColumnKind::Whole { .. } => Value::Whole(number(0, "12")?),
        ColumnKind::Decimal { scale, .. } => {
            Value::Decimal(Decimal { units: number(*scale, &example(*scale))?, scale: *scale })
        }
        ColumnKind::Money { .. } => Value::Money(Money(number(tables::value::MONEY_SCALE, &example(2))?)),
        ColumnKind::YesNo => Value::YesNo(text == "1"),
        ColumnKind::Date => {
            let day = text.parse::<civil::Date>();
            Value::Date(day.map_err(|_| voice.say_with("form-wrong-date", "example", "2026-11-20"))?)
        }
        ColumnKind::DateTime => {
            let local = text.parse::<civil::DateTime>().ok();
            let moment = local.and_then(|local| local.to_zoned(voice.zone.clone()).ok());
            Value::DateTime(moment.ok_or_else(|| voice.say("form-wrong-moment"))?.timestamp())
        }
        ColumnKind::Choice { .. } => Value::Choice(text.parse().unwrap_or(i32::MIN)),
        ColumnKind::MultiChoice { .. } => {
            let numbers = text.split(',').map(|number| number.parse().unwrap_or(i32::MIN));
            Value::MultiChoice(numbers.collect())
        }
        _ => Value::Text(text.to_owned()),
    };
    Ok(read)
}

/// Whether it is one, of whatever size.
fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_part = |letter: char| letter.is_ascii_digit() || letter.is_whitespace() || "+-.,".contains(letter);
    digits > 15 && text.chars().all(is_part)
}

/// What the column says to a value: the store's own check, and what forms insist on beyond it.
pub(super) fn check(
    voice: &Voice,
    table: &str,
    column: &ColumnDefinition,
    value: Value,
) -> Result<Value, String> {
    let wanted = matches!(column.requirement, Requirement::Form | Requirement::Required);
    if wanted && value.is_null() {
        return Err(voice.error_in(table, &Error::Required { column: column.name.clone() }));
    }
    column.accept(value).map_err(|error| voice.error_in(table, &error))
}
