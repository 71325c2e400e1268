//! A value as people read it.

use tables::{ColumnDefinition, ColumnKind, Row, Value};

use super::{Column, Place};
use crate::names::Names;
use crate::{Tone, Voice};

/// Longest text that is taken for a code, in characters.
const CODE_LENGTH_MAX: u32 = 30;

/// One cell of a grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// In words; empty: no value.
    pub text: String,
    /// Classes of the cell.
    pub class: String,
    /// A chip's colour and icon.
    pub chip: Option<(Tone, &'static str)>,
    /// The moment for machines.
    pub moment: String,
    /// Whether it names the row.
    pub is_main: bool,
}

impl Voice {
    /// A value as this language writes it; empty where there is none.
    #[must_use]
    pub fn value(&self, table: &str, column: &ColumnDefinition, value: &Value, names: &Names) -> String {
        let option = |number: i32| {
            let options = column.kind.options();
            let known = options.iter().find(|option| option.value == number);
            known.map_or_else(|| number.to_string(), |option| self.option(table, &column.name, &option.name))
        };
        match value {
            Value::Null => String::new(),
            Value::YesNo(yes) => self.say(if *yes { "yes" } else { "no" }),
            Value::Whole(number) => self.number(*number),
            Value::Decimal(decimal) => self.scaled(decimal.units, decimal.scale),
            Value::Money(money) => self.amount(*money),
            Value::Choice(number) => option(*number),
            Value::MultiChoice(numbers) => {
                numbers.iter().map(|number| option(*number)).collect::<Vec<_>>().join(", ")
            }
            Value::Text(text) => text.clone(),
            Value::Date(day) => self.day(*day),
            Value::DateTime(moment) => self.moment(*moment),
            Value::Id(id) => names.get(id).cloned().unwrap_or_default(),
            Value::Reference(reference) => names.get(&reference.id).cloned().unwrap_or_default(),
            Value::File(file) => file.name.clone(),
        }
    }
}

/// The cell of this column in `row`.
pub(super) fn cell(voice: &Voice, row: &Row, column: &Column, names: &Names) -> Cell {
    let Some(definition) = row.definition().column(column.name) else { return Cell::default() };
    let value = row.get(column.name);
    let text = match (column.words, value.as_text()) {
        (Some(words), Some(text)) => words(voice, text),
        _ => voice.value(&row.definition().name, definition, value, names),
    };
    let option = value
        .as_whole()
        .and_then(|number| definition.kind.options().iter().find(|option| i64::from(option.value) == number));
    let chip = column.tone.zip(option).map(|(tone, option)| tone(&option.name));
    let moment = match value {
        Value::DateTime(moment) => moment.to_string(),
        Value::Date(day) => day.to_string(),
        _ => String::new(),
    };
    Cell { text, class: class(column, definition), chip, moment, is_main: column.place == Place::Main }
}

/// Classes of a column's head and cells.
pub(super) fn class(column: &Column, definition: &ColumnDefinition) -> String {
    let place = match column.place {
        Place::Main => "f-main clip",
        Place::Sub => "f-sub quiet",
        Place::State => "f-state",
        Place::When => "f-when quiet nowrap",
        Place::Plain => "quiet",
    };
    let shape = match definition.kind {
        ColumnKind::Whole { .. } | ColumnKind::Decimal { .. } | ColumnKind::Money { .. } => " num",
        // Codes and numbers do not break.
        ColumnKind::Text { length_max } if length_max <= CODE_LENGTH_MAX => " nowrap",
        ColumnKind::Date | ColumnKind::DateTime if column.place != Place::When => " nowrap",
        ColumnKind::Memo { .. } => " long",
        _ => "",
    };
    let priority = match column.priority {
        2 => " p2",
        3 => " p3",
        _ => "",
    };
    format!("{place}{shape}{priority}")
}
