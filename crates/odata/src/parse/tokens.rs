//! Cuts a text into tokens, once, from left to right.
//!
//! A word is never a keyword here: whether `not` or `null` is one depends on
//! where it stands, and only the parser knows that.

use uuid::Uuid;

use super::number::number_or_moment;
use super::quoted::{json_text, quoted};
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
    tokens.push(Located { token: Token::End, offset: text.len() });
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
        '@' => match name(rest()) {
            Some(word) => Ok((Token::Alias(limited(word)?), word.len() + 1)),
            None => Err(SyntaxError::new(0, "an alias such as `@p1`", text)),
        },
        '$' => {
            let length = rest().find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest().len());
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
    limited(whole)?;
    // Only a dotted name can be an enum type, so `name eq'x'` stays three tokens.
    if rest.starts_with('\'') && whole.contains('.') {
        let (member, quoted_length) = quoted(rest).map_err(|error| error.shifted(length))?;
        let type_name = whole.to_owned();
        let literal = Literal::EnumMember { type_name, member };
        return Ok((Token::Literal(literal), length + quoted_length));
    }
    Ok((Token::Word(whole), length))
}

fn limited(name: &str) -> Result<&str, SyntaxError> {
    if name.len() <= NAME_BYTES_MAX {
        return Ok(name);
    }
    Err(SyntaxError::new(0, format!("a name of at most {NAME_BYTES_MAX} bytes"), name))
}

/// The name without dots that a text begins with.
fn name(text: &str) -> Option<&str> {
    text.chars().next().filter(|first| first.is_alphabetic() || *first == '_')?;
    text.get(..text.find(|character| !in_name(character)).unwrap_or(text.len()))
}

/// Whether a character may go on a name.
pub(super) fn in_name(character: char) -> bool {
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
