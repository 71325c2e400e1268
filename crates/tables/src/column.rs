//! A column as data: its type with its limits, and what may be written to it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{Error, Label, Value};

/// Longest text column; anything longer is a memo.
pub const TEXT_LENGTH_MAX: u32 = 4_000;
/// Longest memo, the length of a Dataverse note.
pub const MEMO_LENGTH_MAX: u32 = 1_048_576;

/// Most options of a column that takes several (Dataverse's own limit of those chosen).
pub const MULTI_CHOICE_OPTIONS_MAX: usize = 150;

/// Largest file, in bytes: 131,072 KB, as for an attachment in Dataverse.
pub const FILE_SIZE_MAX: u64 = 128 * 1024 * 1024;

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnDefinition {
    /// Name as the API shows it; in SQL the same in lower case.
    pub name: String,
    /// Type and limits.
    pub kind: ColumnKind,
    /// How much it is needed.
    pub requirement: Requirement,
    /// Written when a new row says nothing. Kept in the definition's code, not stored with it.
    #[serde(skip)]
    pub default: Option<Value>,
    /// Never in change log, audit, API or export.
    pub secret: bool,
    /// Written by rules and verbs only, never by a caller.
    pub read_only: bool,
    /// Made of these columns, joined by a space.
    pub composed: Vec<String>,
    /// About a person: log and audit keep its values apart, so that they can be erased with it.
    #[serde(default)]
    pub personal: bool,
    /// Made while the store ran, not declared in code.
    #[serde(default)]
    pub custom: bool,
    /// What people call it, where it was made at run time.
    #[serde(default, skip_serializing_if = "Label::is_empty")]
    pub label: Label,
    /// What it is for, where it was made at run time.
    #[serde(default, skip_serializing_if = "Label::is_empty")]
    pub description: Label,
}

/// A column's type with its limits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ColumnKind {
    /// A line of text, at most this many characters.
    Text {
        /// In characters.
        length_max: u32,
    },
    /// Long text, not sorted or compared.
    Memo {
        /// In characters.
        length_max: u32,
    },
    /// A whole number.
    Whole {
        /// Smallest allowed.
        min: i64,
        /// Largest allowed.
        max: i64,
    },
    /// A number with decimals.
    Decimal {
        /// Count of decimals, 0 to 10.
        scale: u8,
        /// Smallest allowed, in units of the last decimal.
        min: i64,
        /// Largest allowed, in units of the last decimal.
        max: i64,
    },
    /// An amount.
    Money {
        /// Smallest allowed, in ten-thousandths.
        min: i64,
        /// Largest allowed, in ten-thousandths.
        max: i64,
    },
    /// Yes or no.
    YesNo,
    /// A day.
    Date,
    /// A moment.
    DateTime,
    /// One of these options.
    Choice {
        /// In order of showing.
        options: Vec<ChoiceOption>,
    },
    /// Any of these options together.
    MultiChoice {
        /// In order of showing.
        options: Vec<ChoiceOption>,
    },
    /// A row of one of these tables. One target: stored as an id. Several: id and table.
    Lookup {
        /// Logical names.
        targets: Vec<String>,
    },
    /// A file; its content is kept apart from the row.
    File {
        /// In bytes.
        size_max: u64,
    },
    /// The row's own id.
    Id,
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceOption {
    /// The stored number.
    pub value: i32,
    /// The name in code and in headquarters' API.
    pub name: String,
    /// What people call it, where it was made at run time.
    #[serde(default, skip_serializing_if = "Label::is_empty")]
    pub label: Label,
}

impl ChoiceOption {
    /// An option without labels.
    #[must_use]
    pub fn new(value: i32, name: impl Into<String>) -> Self {
        Self { value, name: name.into(), label: Label::default() }
    }
}

/// How much a column is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    /// May be left out.
    Optional,
    /// Forms suggest it.
    Recommended,
    /// Forms insist on it, the store does not (Dataverse's `ApplicationRequired`).
    Form,
    /// Nobody can store a row without it.
    Required,
}

impl ColumnKind {
    /// Whether comparing, sorting and searching go by a folded shadow.
    #[must_use]
    pub fn is_text(&self) -> bool {
        matches!(self, Self::Text { .. })
    }

    /// Whether code that was written for `other` reads all that is kept here: the same type; for a
    /// choice no option that it does not know, for a number as many decimals. Limits may differ.
    #[must_use]
    pub fn is_read_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Decimal { scale, .. }, Self::Decimal { scale: other, .. }) => scale == other,
            (Self::Choice { options }, Self::Choice { options: others })
            | (Self::MultiChoice { options }, Self::MultiChoice { options: others }) => {
                let numbers = |options: &[ChoiceOption]| -> BTreeSet<i32> {
                    options.iter().map(|option| option.value).collect()
                };
                numbers(options).is_subset(&numbers(others))
            }
            (Self::Lookup { .. }, _) => self == other,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }

    /// Whether values are compared, sorted, grouped by and put into keys.
    #[must_use]
    pub fn is_comparable(&self) -> bool {
        !matches!(self, Self::Memo { .. } | Self::MultiChoice { .. } | Self::File { .. })
    }

    /// Whether the lookup names its target's table with each value.
    #[must_use]
    pub fn is_polymorphic(&self) -> bool {
        matches!(self, Self::Lookup { targets } if targets.len() > 1)
    }

    /// The options of a choice, in order of showing.
    #[must_use]
    pub fn options(&self) -> &[ChoiceOption] {
        match self {
            Self::Choice { options } | Self::MultiChoice { options } => options,
            _ => &[],
        }
    }

    /// The words for an error message.
    #[must_use]
    pub fn describe(&self) -> &'static str {
        match self {
            Self::Text { .. } | Self::Memo { .. } => "text",
            Self::Whole { .. } => "a whole number",
            Self::Decimal { .. } => "a decimal number",
            Self::Money { .. } => "an amount of money",
            Self::YesNo => "true or false",
            Self::Date => "a date such as 2026-11-20",
            Self::DateTime => "a moment such as 2026-11-20T09:30:00Z",
            Self::Choice { .. } => "the number or name of an option",
            Self::MultiChoice { .. } => "numbers or names of options, separated by commas",
            Self::Lookup { .. } => "a reference to a row",
            Self::File { .. } => "a file that was uploaded, or nothing",
            Self::Id => "a unique id",
        }
    }
}

impl ColumnDefinition {
    /// An optional column that anybody may write.
    #[must_use]
    pub fn new(name: impl Into<String>, kind: ColumnKind) -> Self {
        Self {
            name: name.into(),
            kind,
            requirement: Requirement::Optional,
            default: None,
            secret: false,
            read_only: false,
            composed: Vec::new(),
            personal: false,
            custom: false,
            label: Label::default(),
            description: Label::default(),
        }
    }

    /// Brings `value` into this column's form or says why it cannot be stored here.
    ///
    /// # Errors
    /// [`Error::WrongType`], [`Error::TooLong`], [`Error::OutOfRange`], [`Error::UnknownChoice`]
    /// or [`Error::InvalidText`], each naming the column.
    pub fn accept(&self, value: Value) -> Result<Value, Error> {
        let within = |number: i64, min: i64, max: i64, scale: u8| {
            if (min..=max).contains(&number) {
                Ok(())
            } else {
                Err(Error::OutOfRange {
                    column: self.name.clone(),
                    min: crate::value::scaled_to_digits(min, scale),
                    max: crate::value::scaled_to_digits(max, scale),
                })
            }
        };
        match (&self.kind, value) {
            (_, Value::Null) => Ok(Value::Null),
            (ColumnKind::Text { length_max } | ColumnKind::Memo { length_max }, Value::Text(text)) => {
                self.accept_text(text, *length_max)
            }
            (ColumnKind::Whole { min, max }, Value::Whole(number)) => {
                within(number, *min, *max, 0)?;
                Ok(Value::Whole(number))
            }
            (ColumnKind::Decimal { scale, min, max }, Value::Decimal(decimal)) if decimal.scale == *scale => {
                within(decimal.units, *min, *max, *scale)?;
                Ok(Value::Decimal(decimal))
            }
            (ColumnKind::Money { min, max }, Value::Money(money)) => {
                within(money.0, *min, *max, crate::value::MONEY_SCALE)?;
                Ok(Value::Money(money))
            }
            (ColumnKind::Choice { options }, Value::Choice(number)) => {
                if options.iter().any(|option| option.value == number) {
                    Ok(Value::Choice(number))
                } else {
                    Err(self.unknown_choice(number.to_string()))
                }
            }
            (ColumnKind::MultiChoice { .. }, Value::MultiChoice(numbers)) => self.accept_options(numbers),
            (ColumnKind::DateTime, Value::DateTime(moment)) => {
                // Stored to the microsecond; anything finer would come back changed.
                let whole = moment.as_microsecond();
                Ok(Value::DateTime(jiff::Timestamp::from_microsecond(whole).unwrap_or(moment)))
            }
            (ColumnKind::Lookup { targets }, Value::Reference(reference)) => {
                if !targets.contains(&reference.table) {
                    Err(self.wrong_type())
                } else if targets.len() == 1 {
                    Ok(Value::Id(reference.id))
                } else {
                    Ok(Value::Reference(reference))
                }
            }
            (ColumnKind::Lookup { targets }, Value::Id(id)) if targets.len() == 1 => Ok(Value::Id(id)),
            (ColumnKind::YesNo, value @ Value::YesNo(_))
            | (ColumnKind::Date, value @ Value::Date(_))
            | (ColumnKind::File { .. }, value @ Value::File(_))
            | (ColumnKind::Id, value @ Value::Id(_)) => Ok(value),
            _ => Err(self.wrong_type()),
        }
    }

    fn accept_text(&self, text: String, length_max: u32) -> Result<Value, Error> {
        if text.is_empty() {
            return Ok(Value::Null);
        }
        if text.contains('\0') {
            return Err(Error::InvalidText { column: self.name.clone() });
        }
        let length = text.chars().count();
        if length > length_max as usize {
            return Err(Error::TooLong { column: self.name.clone(), length, length_max });
        }
        Ok(Value::Text(text))
    }

    /// Sorted and without repeats; none of them is nothing.
    fn accept_options(&self, mut numbers: Vec<i32>) -> Result<Value, Error> {
        numbers.sort_unstable();
        numbers.dedup();
        let known = |number: &i32| self.kind.options().iter().any(|option| option.value == *number);
        match numbers.iter().find(|number| !known(number)) {
            Some(unknown) => Err(self.unknown_choice(unknown.to_string())),
            None if numbers.is_empty() => Ok(Value::Null),
            None => Ok(Value::MultiChoice(numbers)),
        }
    }

    /// The error for a value of another type.
    #[must_use]
    pub fn wrong_type(&self) -> Error {
        Error::WrongType { column: self.name.clone(), expected: self.kind.describe() }
    }

    /// The error for an option that the column does not have.
    #[must_use]
    pub fn unknown_choice(&self, given: String) -> Error {
        if self.kind.options().is_empty() {
            return self.wrong_type();
        }
        let allowed = self.kind.options().iter().map(|option| format!("{} {}", option.value, option.name));
        Error::UnknownChoice {
            column: self.name.clone(),
            given,
            allowed: allowed.collect::<Vec<_>>().join(", "),
        }
    }
}
