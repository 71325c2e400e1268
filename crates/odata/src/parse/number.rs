//! Numbers, dates and date-times: whatever begins with a digit or a sign.

use super::tokens::{Token, in_name};
use crate::calendar::{Moment, read_moment};
use crate::{Literal, SyntaxError};

/// Reads the constant a text begins with, and its length.
pub(super) fn number_or_moment(text: &str) -> Result<(Token<'_>, usize), SyntaxError> {
    let (literal, length) = match read_moment(text) {
        Some(Moment::Date(length)) => (Literal::Date(slice(text, length)), length),
        Some(Moment::DateTime(length)) => (Literal::DateTime(slice(text, length)), length),
        None => number(text)?,
    };
    let rest = text.get(length..).unwrap_or_default();
    if rest.starts_with(|next| in_name(next) || matches!(next, '-' | '.' | '\'' | '+')) {
        return Err(SyntaxError::new(0, "a whole number, date, date-time or guid", text));
    }
    Ok((Token::Literal(literal), length))
}

/// A sign, digits, a fraction, an exponent. The `+` sign is dropped, so that
/// printing the number needs no escape in a URL.
fn number(text: &str) -> Result<(Literal, usize), SyntaxError> {
    let bytes = text.as_bytes();
    let digits_from = |start: usize| {
        let rest = bytes.get(start..).unwrap_or_default();
        start + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let start = usize::from(matches!(bytes.first(), Some(b'-' | b'+')));
    let whole_end = digits_from(start);
    let mut end = whole_end;
    let mut complete = end > start;
    if bytes.get(end) == Some(&b'.') {
        let fraction = end + 1;
        end = digits_from(fraction);
        complete &= end > fraction;
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let exponent = end + 1 + usize::from(matches!(bytes.get(end + 1), Some(b'-' | b'+')));
        end = digits_from(exponent);
        complete &= end > exponent;
    }
    if !complete {
        return Err(SyntaxError::new(0, "a number", text));
    }
    let digits = slice(text, end).trim_start_matches('+').to_owned();
    let fits = (end == whole_end).then(|| digits.parse().ok()).flatten();
    Ok((fits.map_or(Literal::Decimal(digits), Literal::Whole), end))
}

fn slice(text: &str, length: usize) -> String {
    text.get(..length).unwrap_or_default().to_owned()
}
