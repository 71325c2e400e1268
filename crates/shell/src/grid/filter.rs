//! The row of filters under a grid's heads: what each column offers, and what was asked of it.

use jiff::civil::Date;
use tables::{ColumnDefinition, ColumnKind, Comparison, Filter, Path, TableDefinition, TextMatch, Value};

use super::Ask;
use crate::Voice;

/// What a column's filter looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// None.
    Nothing,
    /// Part of a text.
    Text {
        /// As asked.
        value: String,
    },
    /// One of these.
    Choice {
        /// Value, label, and whether it is the one.
        options: Vec<(String, String, bool)>,
    },
    /// From a day or number until another.
    Range {
        /// `date` or `text`.
        kind: &'static str,
        /// As asked.
        from: String,
        /// As asked.
        until: String,
    },
}

/// The column's filter for people.
pub(super) fn field(voice: &Voice, table: &TableDefinition, column: &ColumnDefinition, ask: &Ask) -> Field {
    let asked = |suffix: &str| ask.get(&format!("f.{}{suffix}", column.name)).to_owned();
    let range = |kind| Field::Range { kind, from: asked(".from"), until: asked(".until") };
    match &column.kind {
        ColumnKind::Text { .. } => Field::Text { value: asked("") },
        ColumnKind::Lookup { targets } if targets.len() == 1 => Field::Text { value: asked("") },
        ColumnKind::Choice { options } => {
            let asked = asked("");
            let option = |option: &tables::ChoiceOption| {
                let value = option.value.to_string();
                let label = voice.option(&table.name, &column.name, &option.name);
                let is_asked = value == asked;
                (value, label, is_asked)
            };
            Field::Choice { options: options.iter().map(option).collect() }
        }
        ColumnKind::YesNo => {
            let asked = asked("");
            let option = |value: &str, key: &str| (value.to_owned(), voice.say(key), asked == value);
            Field::Choice { options: vec![option("1", "yes"), option("0", "no")] }
        }
        ColumnKind::Date | ColumnKind::DateTime => range("date"),
        ColumnKind::Whole { .. } | ColumnKind::Decimal { .. } | ColumnKind::Money { .. } => range("text"),
        _ => Field::Nothing,
    }
}

/// Fits no row.
fn nothing() -> Filter {
    Filter::Or(Vec::new())
}

/// What was asked of the column. Nonsense fits no row: whoever narrows a list must not take the whole
/// for a part of it.
pub(super) fn asked(
    voice: &Voice,
    column: &ColumnDefinition,
    name_of_target: Option<&str>,
    ask: &Ask,
) -> Vec<Filter> {
    let asked =
        |suffix: &str| Some(ask.get(&format!("f.{}{suffix}", column.name))).filter(|text| !text.is_empty());
    let path = || Path::from(column.name.as_str());
    let bounds = |read: &dyn Fn(&str, bool) -> Option<Value>| {
        let bound = |comparison, value: Option<Value>| {
            value.map_or_else(nothing, |value| Filter::Compare(path(), comparison, value))
        };
        let from = asked(".from").map(|text| bound(Comparison::GreaterOrEqual, read(text, false)));
        let until = asked(".until").map(|text| bound(Comparison::LessOrEqual, read(text, true)));
        from.into_iter().chain(until).collect()
    };
    let number = |text: &str, scale: u8| voice.read_scaled(text, scale);
    match &column.kind {
        ColumnKind::Text { .. } => {
            asked("").map(|text| Filter::Text(path(), TextMatch::Contains, text.into())).into_iter().collect()
        }
        ColumnKind::Lookup { targets } if targets.len() == 1 => {
            let of_target = name_of_target.map(|name| Path(vec![column.name.clone(), name.to_owned()]));
            let filter = |path| asked("").map(|text| Filter::Text(path, TextMatch::Contains, text.into()));
            of_target.and_then(filter).into_iter().collect()
        }
        ColumnKind::Choice { options } => {
            let known = |text: &str| options.iter().find(|option| option.value.to_string() == text);
            let filter = |text: &str| match known(text) {
                Some(option) => Filter::equals(path(), Value::Choice(option.value)),
                None => nothing(),
            };
            asked("").map(filter).into_iter().collect()
        }
        ColumnKind::YesNo => {
            let filter = |text: &str| match text {
                "1" | "0" => Filter::equals(path(), Value::YesNo(text == "1")),
                _ => nothing(),
            };
            asked("").map(filter).into_iter().collect()
        }
        ColumnKind::Date => bounds(&|text, _| text.parse::<Date>().ok().map(Value::Date)),
        ColumnKind::DateTime => bounds(&|text, is_end| {
            let day = text.parse::<Date>().ok()?;
            // The whole last day by the reader's clock.
            let day = if is_end { day.tomorrow().ok()? } else { day };
            let start = day.to_zoned(voice.zone.clone()).ok()?.timestamp();
            let last = jiff::SignedDuration::from_micros(i64::from(is_end));
            Some(Value::DateTime(start.checked_sub(last).ok()?))
        }),
        ColumnKind::Whole { .. } => bounds(&|text, _| number(text, 0).map(Value::Whole)),
        ColumnKind::Money { .. } => bounds(&|text, _| {
            number(text, tables::value::MONEY_SCALE).map(|units| Value::Money(tables::Money(units)))
        }),
        ColumnKind::Decimal { scale, .. } => bounds(&|text, _| {
            number(text, *scale).map(|units| Value::Decimal(tables::Decimal { units, scale: *scale }))
        }),
        _ => Vec::new(),
    }
}
