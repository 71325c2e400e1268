//! Texts between quotes: single ones as in OData, double ones as in JSON.

use crate::SyntaxError;

/// `'text'` at the start of a text; a doubled quote stands for one.
pub(super) fn quoted(text: &str) -> Result<(String, usize), SyntaxError> {
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
pub(super) fn json_text(text: &str) -> Result<(String, usize), SyntaxError> {
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
                        .ok_or_else(|| SyntaxError::new(offset, "a JSON `\\u` escape", "another"))?;
                    value.push(decoded);
                    // All of an escape is ASCII, so its bytes are its characters.
                    characters.nth(used.saturating_sub(3));
                }
                _ => return Err(SyntaxError::new(offset, "a JSON escape", "another")),
            },
            other => value.push(other),
        }
    }
    Err(SyntaxError::new(text.len(), "a closing double quote", "the end"))
}

/// `\uXXXX`, or two of them where they form a surrogate pair.
fn json_unicode(text: &str) -> Option<(char, usize)> {
    let unit = |start: usize| {
        let digits = text.get(start..start + 6)?.strip_prefix("\\u")?;
        let plain = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        plain.then(|| u16::from_str_radix(digits, 16).ok()).flatten()
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
