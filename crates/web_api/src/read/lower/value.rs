//! A literal becomes a value of the column that it meets: numbers digit by digit, text, dates,
//! options by number or name, rows by id.

use odata::Literal;
use tables::value::{MONEY_SCALE, digits_to_scaled};
use tables::{ColumnDefinition, ColumnKind, Decimal, Money, Value, json};

use crate::api::Convention;
use crate::respond::{ApiError, BAD_ATTRIBUTE};

/// How strictly a literal has to be of its column's type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Typing {
    /// As written in a comparison: numbers bare, text in quotes.
    Exact,
    /// As written in a query function, where every value may stand in quotes.
    Quoted,
}

/// The value of a key's column in an address.
pub(crate) fn key_value(
    convention: Convention,
    column: &ColumnDefinition,
    literal: &Literal,
) -> Result<Value, ApiError> {
    value(convention, column, literal, Typing::Exact)
}

/// The value that a literal means in a column. A lookup gives the bare id.
pub(super) fn value(
    convention: Convention,
    column: &ColumnDefinition,
    literal: &Literal,
    typing: Typing,
) -> Result<Value, ApiError> {
    let digits = match literal {
        Literal::Whole(number) => Some(number.to_string()),
        Literal::Decimal(text) => Some(text.clone()),
        Literal::Text(text) if typing == Typing::Quoted => Some(text.trim().to_owned()),
        _ => None,
    };
    let scaled = |scale: u8| digits.as_deref().and_then(|digits| digits_to_scaled(digits, scale));
    let found = match (&column.kind, literal) {
        (_, Literal::Null) => Some(Value::Null),
        (ColumnKind::Text { .. } | ColumnKind::Memo { .. }, Literal::Text(text)) => {
            Some(Value::from(text.as_str()))
        }
        (ColumnKind::Whole { .. }, _) => scaled(0).map(Value::Whole),
        (ColumnKind::Decimal { scale, .. }, _) => {
            scaled(*scale).map(|units| Value::Decimal(Decimal { units, scale: *scale }))
        }
        (ColumnKind::Money { .. }, _) => scaled(MONEY_SCALE).map(|units| Value::Money(Money(units))),
        (ColumnKind::YesNo, Literal::Boolean(yes)) => Some(Value::YesNo(*yes)),
        (ColumnKind::YesNo, Literal::Text(text)) if typing == Typing::Quoted => match text.as_str() {
            "1" | "true" => Some(Value::YesNo(true)),
            "0" | "false" => Some(Value::YesNo(false)),
            _ => None,
        },
        (ColumnKind::YesNo, Literal::EnumMember { member, .. }) => match member.as_str() {
            "Yes" => Some(Value::YesNo(true)),
            "No" => Some(Value::YesNo(false)),
            _ => None,
        },
        (ColumnKind::Date, Literal::Date(text) | Literal::Text(text)) => text.parse().ok().map(Value::Date),
        (ColumnKind::DateTime, Literal::DateTime(text)) => text.parse().ok().map(Value::DateTime),
        (ColumnKind::DateTime, Literal::Date(text)) => midnight(text),
        (ColumnKind::DateTime, Literal::Text(text)) => {
            text.parse().ok().map(Value::DateTime).or_else(|| midnight(text))
        }
        (ColumnKind::Choice { .. }, _) => return option(convention, column, literal, digits.as_deref()),
        (ColumnKind::Id | ColumnKind::Lookup { .. }, Literal::Id(id)) => Some(Value::Id(*id)),
        (ColumnKind::Id | ColumnKind::Lookup { .. }, Literal::Text(text)) => {
            json::read_id(text).map(Value::Id)
        }
        _ => None,
    };
    found.ok_or_else(|| wrong(column, literal))
}

fn midnight(day: &str) -> Option<Value> {
    format!("{day}T00:00:00Z").parse().ok().map(Value::DateTime)
}

/// An option by number, or by name where the convention has names.
fn option(
    convention: Convention,
    column: &ColumnDefinition,
    literal: &Literal,
    digits: Option<&str>,
) -> Result<Value, ApiError> {
    let ColumnKind::Choice { options } = &column.kind else {
        return Err(wrong(column, literal));
    };
    let name = match literal {
        Literal::EnumMember { member, .. } => Some(member),
        Literal::Text(text) if convention == Convention::FinanceAndOperations => Some(text),
        _ => None,
    };
    let by_name = name.and_then(|name| options.iter().find(|option| option.name == *name));
    let number = digits.and_then(|digits| digits.parse::<i32>().ok());
    let by_number = number.and_then(|number| options.iter().find(|option| option.value == number));
    match by_name.or(by_number) {
        Some(option) => Ok(Value::Choice(option.value)),
        None if name.is_some() || digits.is_some() => Err(column.unknown_choice(literal.to_string()).into()),
        None => Err(wrong(column, literal)),
    }
}

pub(super) fn wrong(column: &ColumnDefinition, literal: &Literal) -> ApiError {
    let message = format!("{} is {}, and {literal} is not.", column.name, column.kind.describe());
    ApiError::new(400, BAD_ATTRIBUTE, message)
}
