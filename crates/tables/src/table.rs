//! Structs as typed views of rows: what `derive(Table)` and `derive(Choice)` implement.

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::value::{Decimal, File, Money, Reference};
use crate::{ChoiceOption, ColumnDefinition, KeyDefinition, Result, Row, TableDefinition, Value, Values};

/// A table declared as a struct. Implement it with `#[derive(Table)]`.
pub trait Table: Sized + Send + Sync + 'static {
    /// Logical name.
    const NAME: &'static str;

    /// The declaration as data.
    fn definition() -> TableDefinition;

    /// What the struct has a view of, and somebody may add to the table at run time.
    fn added() -> Added {
        Added::default()
    }

    /// Reads a whole row.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] when the row is not of this table.
    fn from_row(row: &Row) -> Result<Self>;

    /// The struct's columns; the system's columns are not among them.
    fn to_values(&self) -> Values;

    /// The row's id.
    fn id(&self) -> Uuid;
}

/// Columns and keys that are not declared but may be made at run time, as the code that knows of
/// them expects them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// The columns.
    pub columns: Vec<ColumnDefinition>,
    /// The keys over them.
    pub keys: Vec<KeyDefinition>,
}

/// A set of options declared as an enum. Implement it with `#[derive(Choice)]`.
pub trait Choice: Sized {
    /// All options in order of showing.
    fn options() -> Vec<ChoiceOption>;
}

impl<C: Choice> Choice for Option<C> {
    fn options() -> Vec<ChoiceOption> {
        C::options()
    }
}

impl<C: Choice> Choice for Vec<C> {
    fn options() -> Vec<ChoiceOption> {
        C::options()
    }
}

/// A Rust type that a column's values convert to and from.
pub trait ColumnValue: Sized {
    /// The value as this type; `None` when it does not fit.
    fn from_value(value: &Value) -> Option<Self>;
    /// As a value.
    fn to_value(&self) -> Value;
}

impl<T: ColumnValue> ColumnValue for Option<T> {
    fn from_value(value: &Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::from_value(value).map(Some) }
    }
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, ColumnValue::to_value)
    }
}

/// Several options; nothing is none of them.
impl<C: Choice + ColumnValue> ColumnValue for Vec<C> {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(Self::new()),
            Value::MultiChoice(numbers) => {
                numbers.iter().map(|number| C::from_value(&Value::Choice(*number))).collect()
            }
            _ => None,
        }
    }
    fn to_value(&self) -> Value {
        let number = |option: &C| match option.to_value() {
            Value::Choice(number) => Some(number),
            _ => None,
        };
        match self.is_empty() {
            true => Value::Null,
            false => Value::MultiChoice(self.iter().filter_map(number).collect()),
        }
    }
}

impl ColumnValue for String {
    fn from_value(value: &Value) -> Option<Self> {
        value.as_text().map(str::to_owned)
    }
    fn to_value(&self) -> Value {
        Value::from(self.as_str())
    }
}

impl ColumnValue for Uuid {
    fn from_value(value: &Value) -> Option<Self> {
        value.as_id()
    }
    fn to_value(&self) -> Value {
        Value::Id(*self)
    }
}

/// Types that are one variant of [`Value`], by copying.
macro_rules! plain {
    ($($type:ty => $variant:ident),*) => {$(
        impl ColumnValue for $type {
            fn from_value(value: &Value) -> Option<Self> {
                match value { Value::$variant(inner) => Some(inner.clone()), _ => None }
            }
            fn to_value(&self) -> Value {
                Value::$variant(self.clone())
            }
        }
        impl From<$type> for Value {
            fn from(inner: $type) -> Self {
                Self::$variant(inner)
            }
        }
    )*};
}
plain!(bool => YesNo, i64 => Whole, Money => Money, Decimal => Decimal, Date => Date,
       Timestamp => DateTime, Reference => Reference);

impl ColumnValue for File {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::File(file) => Some(file.as_ref().clone()),
            _ => None,
        }
    }
    fn to_value(&self) -> Value {
        Value::File(Box::new(self.clone()))
    }
}

impl From<Uuid> for Value {
    fn from(id: Uuid) -> Self {
        Self::Id(id)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Null } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Null } else { Self::Text(text) }
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
