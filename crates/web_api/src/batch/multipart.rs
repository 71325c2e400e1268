//! `multipart/mixed` as clients send it: lines end with LF or CRLF, a preamble is passed over, and
//! parts may have no headers.

use axum::http::{HeaderMap, HeaderName, HeaderValue};

use crate::respond::{ApiError, BAD_PAYLOAD};

/// Longest boundary that RFC 2046 allows.
const BOUNDARY_BYTES_MAX: usize = 70;

/// Most headers of one part.
const HEADERS_MAX: usize = 64;

/// The boundary in `multipart/mixed; boundary=…`, quoted or bare; `None` for another media type.
pub(super) fn boundary(content_type: &str) -> Option<&str> {
    let (media, parameters) = content_type.split_once(';')?;
    if !media.trim().eq_ignore_ascii_case("multipart/mixed") {
        return None;
    }
    parameters.split(';').find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let value = value.trim();
        let value = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value);
        let fits = name.trim().eq_ignore_ascii_case("boundary") && !value.is_empty();
        (fits && value.len() <= BOUNDARY_BYTES_MAX).then_some(value)
    })
}

/// The parts between the delimiter lines.
pub(super) fn parts<'a>(body: &'a str, boundary: &str) -> Result<Vec<&'a str>, ApiError> {
    let mut found = Vec::new();
    let mut start = None;
    let mut offset = 0;
    for line in body.split_inclusive('\n') {
        let rest = line.strip_prefix("--").and_then(|rest| rest.strip_prefix(boundary));
        let closes = match rest.map(str::trim_end) {
            Some("") => false,
            Some("--") => true,
            _ => {
                offset += line.len();
                continue;
            }
        };
        if let Some(start) = start {
            found.push(body.get(start..offset).unwrap_or_default());
        }
        if closes {
            return Ok(found);
        }
        offset += line.len();
        start = Some(offset);
    }
    // Half a batch must not be run as if it were the whole.
    Err(malformed(format!("the closing line --{boundary}-- is missing")))
}

/// Headers up to the first empty line, and what follows.
pub(super) fn headers(text: &str) -> Result<(HeaderMap, &str), ApiError> {
    let mut headers = HeaderMap::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        rest = after;
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        let header = line.split_once(':').and_then(|(name, value)| {
            let name = HeaderName::from_bytes(name.trim().as_bytes()).ok()?;
            Some((name, HeaderValue::from_str(value.trim()).ok()?))
        });
        let (name, value) = header.ok_or_else(|| malformed(format!("'{}' is no header", short(line))))?;
        if headers.len() == HEADERS_MAX {
            return Err(malformed(format!("a part has more than {HEADERS_MAX} headers")));
        }
        headers.append(name, value);
    }
    Ok((headers, rest))
}

pub(super) fn malformed(what: impl std::fmt::Display) -> ApiError {
    ApiError::new(400, BAD_PAYLOAD, format!("The batch cannot be read: {what}."))
}

/// The start of a text, for an error.
pub(super) fn short(text: &str) -> String {
    text.chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_boundary_may_be_quoted() {
        assert_eq!(boundary("multipart/mixed; boundary=batch_1"), Some("batch_1"));
        assert_eq!(boundary("Multipart/Mixed;charset=utf-8; Boundary=\"batch_1\""), Some("batch_1"));
        for wrong in ["multipart/mixed", "multipart/mixed; boundary=", "application/json; boundary=x"] {
            assert_eq!(boundary(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn parts_are_found_whatever_ends_a_line() {
        for body in
            ["\r\npreamble\r\n--b\r\none\r\n--b \r\n\r\ntwo\r\n--b--\r\n", "--b\none\n--b\n\ntwo\n--b--"]
        {
            let found: Vec<&str> = parts(body, "b").unwrap().into_iter().map(str::trim).collect();
            assert_eq!(found, ["one", "two"], "{body:?}");
        }
        // Another boundary that begins alike is content.
        assert_eq!(parts("--b\n--bc\n--b--", "b").unwrap(), ["--bc\n"]);
        assert_eq!(parts("--b--", "b").unwrap(), [""; 0]);
        for wrong in ["", "--b\none", "--c\n--c--"] {
            assert_eq!(parts(wrong, "b").unwrap_err().status, 400, "{wrong:?}");
        }
    }

    #[test]
    fn headers_end_at_an_empty_line() {
        let (found, rest) = headers("A: 1\r\nB:2\r\n\r\nrest").unwrap();
        assert_eq!((found["a"].as_bytes(), found["b"].as_bytes(), rest), (&b"1"[..], &b"2"[..], "rest"));
        assert_eq!(headers("\nrest").unwrap(), (HeaderMap::new(), "rest"));
        assert_eq!(headers("no header\n").unwrap_err().status, 400);
    }
}
