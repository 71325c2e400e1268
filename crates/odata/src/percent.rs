//! Percent-decoding that refuses what it cannot read.

use crate::SyntaxError;

/// Undoes `%XX`, and `+` for a space where forms are encoded that way.
///
/// Refusing a broken escape, instead of passing it on, keeps two readers of
/// one URL from seeing two different names.
pub(crate) fn decode(text: &str, plus_is_space: bool) -> Result<String, SyntaxError> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes().iter().enumerate();
    while let Some((offset, &byte)) = rest.next() {
        match byte {
            b'%' => {
                let high = rest.next().and_then(|(_, digit)| hexadecimal(*digit));
                let low = rest.next().and_then(|(_, digit)| hexadecimal(*digit));
                let (Some(high), Some(low)) = (high, low) else {
                    let found = text.get(offset..).unwrap_or_default();
                    return Err(SyntaxError::new(offset, "two hexadecimal digits after `%`", found));
                };
                bytes.push(high * 16 + low);
            }
            b'+' if plus_is_space => bytes.push(b' '),
            other => bytes.push(other),
        }
    }
    String::from_utf8(bytes)
        .map_err(|error| SyntaxError::new(error.utf8_error().valid_up_to(), "UTF-8 text", "other bytes"))
}

fn hexadecimal(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}
