//! How a row lies in the database: one or two stored columns for each column of the definition.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::text::{Dialect, Raw, Sql, Storage};
use crate::value::{Decimal, Money};
use crate::{ColumnDefinition, ColumnKind, Error, Reference, Result, TableDefinition, Value, fold};

/// Which part of a column a stored column keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The value.
    Main,
    /// The folded shadow of text.
    Folded,
    /// The table of a polymorphic lookup.
    Table,
}

/// One column in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    pub name: String,
    pub storage: Storage,
    pub part: Part,
    /// Position of the column in the definition.
    pub source: usize,
}

/// A table as it lies in the database.
#[derive(Debug)]
pub struct Layout {
    pub definition: Arc<TableDefinition>,
    pub stored: Vec<Stored>,
    pub version: usize,
    /// What a whole row is read by: positions in `stored`, and `t0."a", t0."b"`.
    pub whole: (Vec<usize>, String),
}

impl Layout {
    pub fn new(definition: Arc<TableDefinition>) -> Self {
        let mut stored: Vec<Stored> =
            definition.columns.iter().enumerate().flat_map(|(at, column)| parts(at, column)).collect();
        // Both databases walk a row from its start: what authorisation asks for comes first, and
        // the shadows, which are never read, come last.
        stored.sort_by_key(|stored| match (stored.source, stored.part) {
            (0, _) => 0,
            (_, Part::Folded) => 3,
            (source, _) if definition.is_system(&definition.columns[source].name) => 1,
            _ => 2,
        });
        let version = definition.columns.len() - 1;
        let whole =
            (0..stored.len()).filter(|at: &usize| stored[*at].part != Part::Folded).collect::<Vec<_>>();
        let mut text = Sql::new(Dialect::Sqlite, "");
        text.join(", ", &whole, |sql, at| {
            sql.column(0, &stored[*at].name);
        });
        Self { definition, whole: (whole, text.text), stored, version }
    }
}

/// The stored columns of one column.
pub fn parts(source: usize, column: &ColumnDefinition) -> Vec<Stored> {
    let stored = |suffix: &str, storage, part| Stored {
        name: format!("{}{suffix}", column.name.to_ascii_lowercase()),
        storage,
        part,
        source,
    };
    let mut parts = vec![stored("", storage(&column.kind), Part::Main)];
    if column.kind.is_text() {
        parts.push(stored("__folded", Storage::Text, Part::Folded));
    }
    if column.kind.is_polymorphic() {
        parts.push(stored("__table", Storage::Text, Part::Table));
    }
    parts
}

/// The stored column that comparing and sorting go by.
pub fn comparable_name(column: &ColumnDefinition) -> String {
    let suffix = if column.kind.is_text() { "__folded" } else { "" };
    format!("{}{suffix}", column.name.to_ascii_lowercase())
}

pub fn storage(kind: &ColumnKind) -> Storage {
    match kind {
        ColumnKind::Text { .. }
        | ColumnKind::Memo { .. }
        | ColumnKind::MultiChoice { .. }
        | ColumnKind::File { .. } => Storage::Text,
        ColumnKind::YesNo => Storage::Boolean,
        ColumnKind::Lookup { .. } | ColumnKind::Id => Storage::Id,
        ColumnKind::Whole { .. }
        | ColumnKind::Decimal { .. }
        | ColumnKind::Money { .. }
        | ColumnKind::Date
        | ColumnKind::DateTime
        | ColumnKind::Choice { .. } => Storage::Integer,
    }
}

/// A value as it is stored in this part of its column.
pub fn to_raw(value: &Value, part: Part) -> Raw {
    match (value, part) {
        (Value::Null, _) => Raw::Null,
        (Value::Text(text), Part::Folded) => Raw::Text(fold(text).into_owned()),
        (Value::Reference(reference), Part::Table) => Raw::Text(reference.table.clone()),
        (Value::Text(text), _) => Raw::Text(text.clone()),
        (Value::YesNo(yes), _) => Raw::Boolean(*yes),
        (Value::Whole(number), _) => Raw::Integer(*number),
        (Value::Decimal(decimal), _) => Raw::Integer(decimal.units),
        (Value::Money(money), _) => Raw::Integer(money.0),
        (Value::Choice(option), _) => Raw::Integer(i64::from(*option)),
        (Value::MultiChoice(options), _) => Raw::Text(options_text(options)),
        // Nothing in a file's description can fail to become JSON.
        (Value::File(file), _) => Raw::Text(serde_json::to_string(file).unwrap_or_default()),
        (Value::Date(date), _) => Raw::Integer(days(*date)),
        (Value::DateTime(moment), _) => Raw::Integer(moment.as_microsecond()),
        (Value::Id(id), _) => Raw::Id(*id),
        (Value::Reference(reference), _) => Raw::Id(reference.id),
    }
}

/// The value of a column from its stored parts: the main one, and the table for a polymorphic
/// lookup.
pub fn to_value(column: &ColumnDefinition, main: Raw, table: Option<Raw>) -> Result<Value> {
    Ok(match (&column.kind, main) {
        (_, Raw::Null) => Value::Null,
        (ColumnKind::MultiChoice { .. }, Raw::Text(text)) => {
            let numbers = text.split(',').filter(|number| !number.is_empty());
            let numbers = numbers.map(str::parse).collect::<Result<Vec<i32>, _>>();
            Value::MultiChoice(numbers.map_err(Error::internal)?)
        }
        (ColumnKind::File { .. }, Raw::Text(text)) => {
            Value::File(serde_json::from_str(&text).map_err(Error::internal)?)
        }
        (_, Raw::Bytes(_)) => return Err(Error::internal("a column holds bytes")),
        (_, Raw::Text(text)) => Value::Text(text),
        (_, Raw::Boolean(yes)) => Value::YesNo(yes),
        (_, Raw::Id(id)) => match table {
            Some(Raw::Text(table)) => Value::Reference(Reference { table, id }),
            _ => Value::Id(id),
        },
        (ColumnKind::Decimal { scale, .. }, Raw::Integer(units)) => {
            Value::Decimal(Decimal { units, scale: *scale })
        }
        (ColumnKind::Money { .. }, Raw::Integer(units)) => Value::Money(Money(units)),
        (ColumnKind::Choice { .. }, Raw::Integer(option)) => {
            Value::Choice(i32::try_from(option).map_err(Error::internal)?)
        }
        (ColumnKind::Date, Raw::Integer(days)) => Value::Date(date(days)?),
        (ColumnKind::DateTime, Raw::Integer(microseconds)) => {
            Value::DateTime(Timestamp::from_microsecond(microseconds).map_err(Error::internal)?)
        }
        (_, Raw::Integer(number)) => Value::Whole(number),
    })
}

/// `,1,30,`: each number between commas, so that it can be searched for.
pub fn options_text(options: &[i32]) -> String {
    options.iter().fold(String::from(","), |text, option| format!("{text}{option},"))
}

const EPOCH: Date = jiff::civil::date(1970, 1, 1);

fn days(date: Date) -> i64 {
    // Dates span less than 10,000 years, so the difference in days always fits.
    date.since((jiff::Unit::Day, EPOCH)).map_or(0, |span| i64::from(span.get_days()))
}

fn date(days: i64) -> Result<Date> {
    let days = i32::try_from(days).map_err(Error::internal)?;
    let span = jiff::Span::new().try_days(days).map_err(Error::internal)?;
    EPOCH.checked_add(span).map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_survive_the_epoch_and_both_ends() {
        for day in
            [Date::MIN, Date::MAX, EPOCH, jiff::civil::date(1969, 12, 31), jiff::civil::date(2028, 2, 29)]
        {
            assert_eq!(date(days(day)), Ok(day));
        }
    }
}
