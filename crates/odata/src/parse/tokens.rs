//! Cuts a text into tokens, once, from left to right.
//!
//! A word is never a keyword here: whether `not` or `null` is one depends on
//! where it stands, and only the parser knows that.

use uuid::Uuid;

use crate::calendar::{Moment, read_moment};
use crate::limits::NAME_BYTES_MAX;
use crate::{Literal, SyntaxError};

/// Length of a guid with its hyphens.
const GUID_BYTES: usize = 36;

/// The smallest thing with a meaning.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Token<'a> {
    /// A name, possibly with dots: `name`, `eq`, `Microsoft.Dynamics.CRM.In`.
    Word(&'a str),
    /// A constant that shows by its shape what it is.
    Literal(Literal),
    /// `"text"`, which only lists and function arguments may hold.
    Json(String),
    /// `@p1`, without the `@`.
    Alias(&'a str),
    /// `$select`, with the `$`.
    Option(&'a str),
    /// One of `( ) [ ] , / = : ; *`.
    Symbol(char),
    /// Nothing is left.
    End,
}

/// A token and the byte it starts at.
#[derive(Debug, Clone)]
pub(crate) struct Located<'a> {
    pub(crate) token: Token<'a>,
    pub(crate) offset: usize,
}

/// Cuts the whole text; the last token is always [`Token::End`].
pub(crate) fn tokenize(text: &str) -> Result<Vec<Located<'_>>, SyntaxError> {
    let mut tokens = Vec::new();
    let mut offset = 0;
    while let Some(rest) = text.get(offset..) {
        let trimmed = rest.trim_start_matches([' ', '\t', '\r', '\n']);
        offset += rest.len() - trimmed.len();
        if trimmed.is_empty() {
            break;
        }
        let (token, length) = read_token(trimmed).map_err(|error| error.shifted(offset))?;
        tokens.push(Located { token, offset });
        offset += length;
    }
    tokens.push(Located {
        token: Token::End,
        offset: text.len(),
    });
    Ok(tokens)
}

/// Reads the token a text begins with, and its length.
fn read_token(text: &str) -> Result<(Token<'_>, usize), SyntaxError> {
    if let Some(id) = guid_at(text) {
        return Ok((Token::Literal(Literal::Id(id)), GUID_BYTES));
    }
    let rest = || text.get(1..).unwrap_or_default();
    match text.chars().next().unwrap_or_default() {
        symbol @ ('(' | ')' | '[' | ']' | ',' | '/' | '=' | ':' | ';' | '*') => {
            Ok((Token::Symbol(symbol), 1))
        }
        '\'' => quoted(text).map(|(value, length)| (Token::Literal(Literal::Text(value)), length)),
        '"' => json_text(text).map(|(value, length)| (Token::Json(value), length)),
        '{' => match (guid_at(rest()), text.as_bytes().get(GUID_BYTES + 1)) {
            (Some(id), Some(b'}')) => Ok((Token::Literal(Literal::Id(id)), GUID_BYTES + 2)),
            _ => Err(SyntaxError::new(0, "a guid in braces", text)),
        },
        '@' => name(rest()).map_or_else(
            || Err(SyntaxError::new(0, "an alias such as `@p1`", text)),
            |word| Ok((Token::Alias(word), word.len() + 1)),
        ),
        '$' => {
            let length = rest()
                .find(|c: char| !c.is_ascii_alphanumeric())
                .unwrap_or(rest().len());
            text.get(..=length)
                .filter(|option| option.len() > 1)
                .map(|option| (Token::Option(option), option.len()))
                .ok_or_else(|| SyntaxError::new(0, "an option such as `$select`", text))
        }
        '0'..='9' | '-' | '+' => number_or_moment(text),
        _ => word(text),
    }
}

fn word(text: &str) -> Result<(Token<'_>, usize), SyntaxError> {
    let mut length = match name(text) {
        Some(first) => first.len(),
        None => return Err(SyntaxError::new(0, "a name or a value", text)),
    };
    while let Some(next) = text.get(length..).and_then(|rest| rest.strip_prefix('.')) {
        match name(next) {
            Some(part) => length += 1 + part.len(),
            None => return Err(SyntaxError::new(length + 1, "a name after the dot", next)),
        }
    }
    let (whole, rest) = text.split_at_checked(length).unwrap_or((text, ""));
    if whole.len() > NAME_BYTES_MAX {
        return Err(SyntaxError::new(
            0,
            format!("a name of at most {NAME_BYTES_MAX} bytes"),
            whole,
        ));
    }
    // Only a dotted name can be an enum type, so `name eq'x'` stays three tokens.
    if rest.starts_with('\'') && whole.contains('.') {
        let (member, quoted_length) = quoted(rest).map_err(|error| error.shifted(length))?;
        let type_name = whole.to_owned();
        let literal = Literal::EnumMember { type_name, member };
        return Ok((Token::Literal(literal), length + quoted_length));
    }
    Ok((Token::Word(whole), length))
}

/// The name without dots that a text begins with.
fn name(text: &str) -> Option<&str> {
    text.chars()
        .next()
        .filter(|first| first.is_alphabetic() || *first == '_')?;
    text.get(
        ..text
            .find(|character| !in_name(character))
            .unwrap_or(text.len()),
    )
}

fn in_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// A guid may start like a number or like a name, so it is looked for first.
fn guid_at(text: &str) -> Option<Uuid> {
    let (candidate, rest) = text.split_at_checked(GUID_BYTES)?;
    let ends = !rest.starts_with(|next| in_name(next) || next == '-');
    if !ends || candidate.as_bytes().get(8) != Some(&b'-') {
        return None;
    }
    Uuid::try_parse(candidate).ok()
}

fn number_or_moment(text: &str) -> Result<(Token<'_>, usize), SyntaxError> {
    let (literal, length) = match read_moment(text) {
        Some(Moment::Date(length)) => (Literal::Date(slice(text, length)), length),
        Some(Moment::DateTime(length)) => (Literal::DateTime(slice(text, length)), length),
        None => number(text)?,
    };
    let rest = text.get(length..).unwrap_or_default();
    if rest.starts_with(|next| in_name(next) || matches!(next, '-' | '.' | '\'' | '+')) {
        return Err(SyntaxError::new(
            0,
            "a whole number, date, date-time or guid",
            text,
        ));
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

/// `'text'` at the start of a text; a doubled quote stands for one.
fn quoted(text: &str) -> Result<(String, usize), SyntaxError> {
    let mut value = String::new();
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((offset, character)) = characters.next() {
        if character != '\'' {
            value.push(character);
        } else if characters.next_if(|(_, next)| *next == '\'').is_some() {
            value.push('\'');
        } else {
            return Ok((value, offset + 1));
        }
    }
    Err(SyntaxError::new(text.len(), "a closing quote", "the end"))
}

/// `"text"` at the start of a text, with JSON's escapes.
fn json_text(text: &str) -> Result<(String, usize), SyntaxError> {
    let mut value = String::new();
    let mut characters = text.char_indices().skip(1);
    while let Some((offset, character)) = characters.next() {
        match character {
            '"' => return Ok((value, offset + 1)),
            '\\' => match characters.next().map(|(_, escape)| escape) {
                Some(same @ ('"' | '\\' | '/')) => value.push(same),
                Some('b') => value.push('\u{8}'),
                Some('f') => value.push('\u{c}'),
                Some('n') => value.push('\n'),
                Some('r') => value.push('\r'),
                Some('t') => value.push('\t'),
                Some('u') => {
                    let (decoded, used) = json_unicode(text.get(offset..).unwrap_or_default())
                        .ok_or_else(|| {
                            SyntaxError::new(offset, "a JSON `\\u` escape", "another")
                        })?;
                    value.push(decoded);
                    // All of an escape is ASCII, so its bytes are its characters.
                    characters.nth(used.saturating_sub(3));
                }
                _ => return Err(SyntaxError::new(offset, "a JSON escape", "another")),
            },
            other => value.push(other),
        }
    }
    Err(SyntaxError::new(
        text.len(),
        "a closing double quote",
        "the end",
    ))
}

/// `\uXXXX`, or two of them where they form a surrogate pair.
fn json_unicode(text: &str) -> Option<(char, usize)> {
    let unit = |start: usize| {
        let digits = text.get(start..start + 6)?.strip_prefix("\\u")?;
        let plain = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        plain
            .then(|| u16::from_str_radix(digits, 16).ok())
            .flatten()
    };
    let first = unit(0)?;
    match char::from_u32(u32::from(first)) {
        Some(character) => Some((character, 6)),
        None => match char::decode_utf16([first, unit(6)?]).next() {
            Some(Ok(character)) => Some((character, 12)),
            _ => None,
        },
    }
}

fn slice(text: &str, length: usize) -> String {
    text.get(..length).unwrap_or_default().to_owned()
}
