//! Resource paths: `leads(guid)/Microsoft.Dynamics.CRM.QualifyLead`.

use crate::error::check_length;
use crate::limits::{KEY_VALUES_MAX, RESOURCE_SEGMENTS_MAX, TEXT_BYTES_MAX};
use crate::parse::{NO_ALIASES, Parser, Token};
use crate::{Literal, SyntaxError, percent};

/// What stands in the parentheses of a segment.
///
/// Keys and function arguments look alike; whoever knows the name in front
/// knows which of the two they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// `WhoAmI()`
    Empty,
    /// `leads(guid)`
    Single(Literal),
    /// `Customers(dataAreaId='usmf',CustomerAccount='US-001')`, in the order given.
    Named(Vec<(String, Literal)>),
}

/// One step of a resource path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// A set, property, type, function or action; or `$ref`, `$count`, `$1`.
    pub name: String,
    /// The parentheses, if there were any.
    pub key: Option<Key>,
}

impl Segment {
    /// The named values in the parentheses; none unless the key is [`Key::Named`].
    #[must_use]
    pub fn arguments(&self) -> &[(String, Literal)] {
        match &self.key {
            Some(Key::Named(values)) => values,
            _ => &[],
        }
    }
}

/// Reads a raw, still percent-encoded resource path, relative to the service
/// root. One slash in front and one behind are tolerated; nothing at all is
/// the root itself and has no segments.
///
/// # Errors
/// When a segment is malformed, or there are too many. The offset of the error
/// counts within the segment after decoding, from where the segment starts.
pub fn parse_resource(raw: &str) -> Result<Vec<Segment>, SyntaxError> {
    check_length(raw, TEXT_BYTES_MAX)?;
    let mut start = usize::from(raw.starts_with('/'));
    let body = raw.get(start..).unwrap_or_default();
    let body = body.strip_suffix('/').unwrap_or(body);
    let mut segments = Vec::new();
    if body.is_empty() {
        return Ok(segments);
    }
    for part in split(body) {
        if segments.len() == RESOURCE_SEGMENTS_MAX {
            let expected = format!("at most {RESOURCE_SEGMENTS_MAX} segments");
            return Err(SyntaxError::new(start, expected, part));
        }
        segments.push(parse_segment(part).map_err(|error| error.shifted(start))?);
        start += part.len() + 1;
    }
    Ok(segments)
}

/// Cuts at each `/` outside quotes. Decoding comes later, so `%2F` never cuts;
/// but some clients encode their quotes, so `%27` and `%22` count as quotes.
fn split(path: &str) -> Vec<&str> {
    let bytes = path.as_bytes();
    let mut parts = Vec::new();
    let mut start = 0;
    let mut open: Option<u8> = None;
    for (offset, &byte) in bytes.iter().enumerate() {
        let quote = match byte {
            b'\'' | b'"' => Some(byte),
            b'%' => match bytes.get(offset + 1..offset + 3) {
                Some(b"27") => Some(b'\''),
                Some(b"22") => Some(b'"'),
                _ => None,
            },
            _ => None,
        };
        match (quote, open) {
            (Some(_), None) => open = quote,
            (Some(_), Some(_)) if quote == open => open = None,
            _ => {}
        }
        if byte == b'/' && open.is_none() {
            parts.push(path.get(start..offset).unwrap_or_default());
            start = offset + 1;
        }
    }
    parts.push(path.get(start..).unwrap_or_default());
    parts
}

fn parse_segment(raw: &str) -> Result<Segment, SyntaxError> {
    let text = percent::decode(raw, false)?;
    let mut parser = Parser::new(&text, &NO_ALIASES)?;
    let name = match *parser.peek() {
        Token::Word(name) | Token::Option(name) => name.to_owned(),
        _ => return Err(parser.expected("a name")),
    };
    parser.take();
    let key = if parser.take_symbol('(') { Some(parser.key()?) } else { None };
    parser.finish("`(`, `/` or the end of the path")?;
    Ok(Segment { name, key })
}

impl Parser<'_> {
    fn key(&mut self) -> Result<Key, SyntaxError> {
        if self.take_symbol(')') {
            return Ok(Key::Empty);
        }
        if !matches!(self.peek(), Token::Word(_)) || *self.peek_at(1) != Token::Symbol('=') {
            let value = self.argument()?;
            self.require_symbol(')')?;
            return Ok(Key::Single(value));
        }
        let mut values: Vec<(String, Literal)> = Vec::new();
        loop {
            if values.len() == KEY_VALUES_MAX {
                return Err(self.expected(format!("at most {KEY_VALUES_MAX} values")));
            }
            let repeated = self.expected("each name once");
            let name = self.require_name("a name")?.to_owned();
            if values.iter().any(|(known, _)| *known == name) {
                return Err(repeated);
            }
            self.require_symbol('=')?;
            values.push((name, self.argument()?));
            if !self.take_symbol(',') {
                break;
            }
        }
        if self.take_symbol(')') { Ok(Key::Named(values)) } else { Err(self.expected("`,` or `)`")) }
    }
}
