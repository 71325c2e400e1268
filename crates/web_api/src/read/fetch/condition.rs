//! One condition of FetchXML becomes one of the store's.

use jiff::Timestamp;
use odata::Literal;
use odata::fetch::{FetchCondition, Operator};
use tables::{ColumnDefinition, ColumnKind, Comparison, Filter, Path, TextMatch, Value};

use crate::Convention;
use crate::model::Asker;
use crate::read::key_value;
use crate::read::period::Period;
use crate::respond::{ApiError, BAD_ATTRIBUTE};

/// `2026-11-20`: what is longer has a time.
const DAY_LENGTH: usize = 10;

impl Asker<'_> {
    /// The store's condition for one on this column.
    pub fn condition(
        &self,
        path: Path,
        column: &ColumnDefinition,
        condition: &FetchCondition,
    ) -> Result<Filter, ApiError> {
        let (operator, values) = (condition.operator, condition.values.as_slice());
        let first = values.first().map_or("", String::as_str);
        if let Some(period) = Period::of(operator, values.first().map(String::as_str), self.now) {
            let within = period?.filter(path, column)?;
            return Ok(if operator == Operator::NotOn { not(within) } else { within });
        }
        let principal = self.principal;
        let owners = |user: bool| {
            let user = user.then_some(principal.user);
            user.into_iter().chain(principal.teams.iter().copied()).map(Value::Id).collect()
        };
        let filter = match operator {
            Operator::Equal => Filter::equals(path, value(column, first)?),
            Operator::NotEqual => compare(path, column, Comparison::NotEqual, first)?,
            Operator::Less => compare(path, column, Comparison::Less, first)?,
            Operator::LessOrEqual => compare(path, column, Comparison::LessOrEqual, first)?,
            Operator::Greater => compare(path, column, Comparison::Greater, first)?,
            Operator::GreaterOrEqual => compare(path, column, Comparison::GreaterOrEqual, first)?,
            Operator::Like => like(path, column, first)?,
            Operator::NotLike => not(like(path, column, first)?),
            Operator::BeginsWith => text(path, column, TextMatch::StartsWith, first)?,
            Operator::NotBeginsWith => not(text(path, column, TextMatch::StartsWith, first)?),
            Operator::EndsWith => text(path, column, TextMatch::EndsWith, first)?,
            Operator::NotEndsWith => not(text(path, column, TextMatch::EndsWith, first)?),
            Operator::In => Filter::In(path, several(column, values)?),
            Operator::NotIn => not(Filter::In(path, several(column, values)?)),
            Operator::Between => between(path, column, values)?,
            Operator::NotBetween => not(between(path, column, values)?),
            Operator::Null => Filter::IsNull(path),
            Operator::NotNull => not(Filter::IsNull(path)),
            Operator::EqualUser => Filter::equals(lookup(path, column)?, principal.user),
            Operator::NotEqualUser => not(Filter::equals(lookup(path, column)?, principal.user)),
            Operator::EqualUserTeams => Filter::In(lookup(path, column)?, owners(false)),
            Operator::EqualUserOrTeams => Filter::In(lookup(path, column)?, owners(true)),
            Operator::EqualBusinessUnit => Filter::equals(lookup(path, column)?, principal.business_unit),
            Operator::NotEqualBusinessUnit => {
                not(Filter::equals(lookup(path, column)?, principal.business_unit))
            }
            other => return Err(ApiError::not_implemented(&format!("The operator {}", other.name()))),
        };
        Ok(filter)
    }
}

fn not(filter: Filter) -> Filter {
    Filter::Not(Box::new(filter))
}

/// The value that a text means in a column.
fn value(column: &ColumnDefinition, text: &str) -> Result<Value, ApiError> {
    let literal = match (&column.kind, text) {
        (
            ColumnKind::Whole { .. }
            | ColumnKind::Decimal { .. }
            | ColumnKind::Money { .. }
            | ColumnKind::Choice { .. },
            _,
        ) => Literal::Decimal(text.trim().to_owned()),
        // A moment without an offset is one of UTC, as everything here.
        (ColumnKind::DateTime, _) if text.len() > DAY_LENGTH && text.parse::<Timestamp>().is_err() => {
            Literal::Text(format!("{}Z", text.trim()))
        }
        (ColumnKind::YesNo, "1" | "true") => Literal::Boolean(true),
        (ColumnKind::YesNo, "0" | "false") => Literal::Boolean(false),
        _ => Literal::Text(text.to_owned()),
    };
    key_value(Convention::Dataverse, column, &literal)
}

fn several(column: &ColumnDefinition, texts: &[String]) -> Result<Vec<Value>, ApiError> {
    texts.iter().map(|text| value(column, text)).collect()
}

fn compare(
    path: Path,
    column: &ColumnDefinition,
    comparison: Comparison,
    text: &str,
) -> Result<Filter, ApiError> {
    let ordered = !matches!(column.kind, ColumnKind::Id | ColumnKind::Lookup { .. } | ColumnKind::YesNo);
    if !ordered && comparison != Comparison::NotEqual {
        let message = format!("{} can only be compared with eq and ne here.", column.name);
        return Err(ApiError::new(400, BAD_ATTRIBUTE, message));
    }
    Ok(Filter::Compare(path, comparison, value(column, text)?))
}

fn between(path: Path, column: &ColumnDefinition, texts: &[String]) -> Result<Filter, ApiError> {
    match several(column, texts)?.as_slice() {
        [low, high] if !low.is_null() && !high.is_null() => {
            Ok(Filter::Between(path, low.clone(), high.clone()))
        }
        _ => Err(ApiError::invalid(format!("{} between needs two values.", column.name))),
    }
}

fn text(path: Path, column: &ColumnDefinition, kind: TextMatch, text: &str) -> Result<Filter, ApiError> {
    if !matches!(column.kind, ColumnKind::Text { .. } | ColumnKind::Memo { .. }) {
        let message = format!("{} is no text and cannot be searched.", column.name);
        return Err(ApiError::new(400, BAD_ATTRIBUTE, message));
    }
    Ok(Filter::Text(path, kind, text.to_owned()))
}

/// A pattern with `%` at its start, its end or both.
fn like(path: Path, column: &ColumnDefinition, pattern: &str) -> Result<Filter, ApiError> {
    let (open, rest) = pattern.strip_prefix('%').map_or((false, pattern), |rest| (true, rest));
    let (closed, inner) = rest.strip_suffix('%').map_or((false, rest), |inner| (true, inner));
    if inner.contains(['%', '_', '[']) {
        let message = format!(
            "{} like '{pattern}': here % may stand at the start and the end, and _ and [ not at all.",
            column.name
        );
        return Err(ApiError::invalid(message));
    }
    match (open, closed) {
        (true, _) | (_, true) if inner.is_empty() => Ok(not(Filter::IsNull(path))),
        (true, true) => text(path, column, TextMatch::Contains, inner),
        (true, false) => text(path, column, TextMatch::EndsWith, inner),
        (false, true) => text(path, column, TextMatch::StartsWith, inner),
        (false, false) => Ok(Filter::equals(path, value(column, inner)?)),
    }
}

fn lookup(path: Path, column: &ColumnDefinition) -> Result<Path, ApiError> {
    match column.kind {
        ColumnKind::Lookup { .. } | ColumnKind::Id => Ok(path),
        _ => {
            let message = format!("{} is no lookup and names nobody.", column.name);
            Err(ApiError::new(400, BAD_ATTRIBUTE, message))
        }
    }
}
