//! Entity tags: `If-Match` and `If-None-Match`.

use crate::SyntaxError;
use crate::error::check_length;
use crate::limits::TEXT_BYTES_MAX;

/// What a conditional header asks of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Condition {
    /// No condition: the header is absent, empty, or the word `null`.
    #[default]
    None,
    /// `*`
    Any,
    /// `W/"123"` or `"123"`
    Version(i64),
}

/// Reads an `If-Match` header.
///
/// # Errors
/// When it is not a condition. Taking it for none would overwrite blindly.
pub fn parse_if_match(header: &str) -> Result<Condition, SyntaxError> {
    parse(header).map_err(|error| error.in_option("If-Match"))
}

/// Reads an `If-None-Match` header; clients send the literal word `null`.
///
/// # Errors
/// When it is not a condition.
pub fn parse_if_none_match(header: &str) -> Result<Condition, SyntaxError> {
    parse(header).map_err(|error| error.in_option("If-None-Match"))
}

fn parse(header: &str) -> Result<Condition, SyntaxError> {
    check_length(header, TEXT_BYTES_MAX)?;
    match header.trim() {
        "" => Ok(Condition::None),
        "*" => Ok(Condition::Any),
        word if word.eq_ignore_ascii_case("null") => Ok(Condition::None),
        tag => version(tag)
            .map(Condition::Version)
            .ok_or_else(|| SyntaxError::new(0, "`*` or one tag such as `W/\"123\"`", tag)),
    }
}

fn version(tag: &str) -> Option<i64> {
    let strong = tag.strip_prefix("W/").unwrap_or(tag);
    let digits = strong.strip_prefix('"')?.strip_suffix('"')?;
    // `parse` alone would take a sign as well.
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}
