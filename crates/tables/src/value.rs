//! What a column can hold, and its exact forms in JSON.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Money counts ten-thousandths of the currency's unit: Dataverse's own range and precision.
pub const MONEY_SCALE: u8 = 4;

/// One cell of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    #[default]
    Null,
    /// Yes or no.
    YesNo(bool),
    /// A whole number.
    Whole(i64),
    /// A number with a fixed count of decimals.
    Decimal(Decimal),
    /// An amount in the row's currency.
    Money(Money),
    /// The number of an option of the column's option set.
    Choice(i32),
    /// The numbers of options of the column's option set, sorted and without repeats, never none.
    MultiChoice(Vec<i32>),
    /// Text, never empty: the empty text is stored as nothing.
    Text(String),
    /// A day without a time.
    Date(Date),
    /// A moment, UTC, to the microsecond.
    DateTime(Timestamp),
    /// A row of the one table that the lookup aims at, or the row's own id.
    Id(Uuid),
    /// A row of one of the tables that a polymorphic lookup aims at.
    Reference(Reference),
    /// A file. Its content is read and written by itself.
    File(Box<File>),
}

/// What a row knows of a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct File {
    /// Of this content: another content has another id.
    pub id: Uuid,
    /// As it was uploaded, without a folder.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// `application/pdf`
    pub media_type: String,
}

/// A row somewhere: its table's logical name and its id.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reference {
    /// Logical name of the table.
    pub table: String,
    /// Id of the row.
    pub id: Uuid,
}

impl Reference {
    /// The row `id` of `table`.
    pub fn new(table: impl Into<String>, id: Uuid) -> Self {
        Self { table: table.into(), id }
    }
}

/// An amount in ten-thousandths of a currency's unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(pub i64);

impl Money {
    /// `units` whole units of the currency.
    #[must_use]
    pub const fn whole(units: i64) -> Self {
        Self(units * 10_000)
    }
}

/// A number as whole units of its last decimal: 1.50 is `units` 150 at `scale` 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The number times ten to the power of `scale`.
    pub units: i64,
    /// Count of decimals, 0 to 10.
    pub scale: u8,
}

impl Value {
    /// Whether there is nothing here.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The text, where this is text.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The row pointed at, or the row's own id.
    #[must_use]
    pub fn as_id(&self) -> Option<Uuid> {
        match self {
            Self::Id(id) => Some(*id),
            Self::Reference(reference) => Some(reference.id),
            _ => None,
        }
    }

    /// The number behind a whole number or a choice.
    #[must_use]
    pub fn as_whole(&self) -> Option<i64> {
        match self {
            Self::Whole(number) => Some(*number),
            Self::Choice(option) => Some(i64::from(*option)),
            _ => None,
        }
    }
}

/// Writes `units` with `scale` decimals, without a float in between and without trailing zeros.
#[must_use]
pub fn scaled_to_digits(units: i64, scale: u8) -> String {
    let sign = if units < 0 { "-" } else { "" };
    let digits = units.unsigned_abs().to_string();
    let scale = usize::from(scale);
    let padded = format!("{digits:0>width$}", width = scale + 1);
    let (whole, fraction) = padded.split_at(padded.len() - scale);
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// Reads digits as whole units of the last of `scale` decimals. `None` when the text is no plain
/// decimal number, has more decimals than `scale`, or does not fit.
#[must_use]
pub fn digits_to_scaled(text: &str, scale: u8) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mantissa, exponent) = match digits.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (digits, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let mut units: i128 = format!("{whole}{fraction}").parse().ok()?;
    let shift = i32::from(scale) + exponent - i32::try_from(fraction.len()).ok()?;
    if shift.unsigned_abs() > 36 {
        return (units == 0).then_some(0);
    }
    let power = 10_i128.checked_pow(shift.unsigned_abs())?;
    if shift >= 0 {
        units = units.checked_mul(power)?;
    } else if units % power == 0 {
        units /= power;
    } else {
        return None;
    }
    i64::try_from(if negative { -units } else { units }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_exact_both_ways() {
        for (units, scale, text) in [
            (0, 4, "0"),
            (1, 4, "0.0001"),
            (-12_345, 4, "-1.2345"),
            (500_000, 4, "50"),
            (i64::MAX, 4, "922337203685477.5807"),
            (150, 2, "1.5"),
        ] {
            assert_eq!(scaled_to_digits(units, scale), text);
            assert_eq!(digits_to_scaled(text, scale), Some(units), "{text}");
        }
        assert_eq!(digits_to_scaled("1.50e1", 2), Some(1500));
        assert_eq!(digits_to_scaled("100E-2", 0), Some(1));
        for bad in ["", ".", "1.", "-", "1,5", "0x1", "1.23456", "99999999999999999999", "1e99"] {
            let read = digits_to_scaled(bad, 4);
            assert!(read.is_none() || bad == "1.", "{bad} was read as {read:?}");
        }
    }
}
