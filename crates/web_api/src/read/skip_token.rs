//! The marker in `@odata.nextLink`: where the page ended, and how many rows `$top` still allows.

use percent_encoding::percent_decode_str;
use tables::{Cursor, Error};

/// Opaque to callers: `<rows left or -> . <cursor>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SkipToken {
    pub left: Option<u32>,
    pub cursor: Cursor,
}

impl std::fmt::Display for SkipToken {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.left {
            Some(left) => write!(formatter, "{left}.{}", self.cursor),
            None => write!(formatter, "-.{}", self.cursor),
        }
    }
}

impl std::str::FromStr for SkipToken {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (left, cursor) = text.split_once('.').ok_or(Error::InvalidCursor)?;
        let left = match left {
            "-" => None,
            number => Some(number.parse().map_err(|_| Error::InvalidCursor)?),
        };
        Ok(Self { left, cursor: cursor.parse()? })
    }
}

/// The address of the next page: this one's, with every option as the caller wrote it.
pub(super) fn next_link(root: &str, set: &str, raw_query: &str, token: &SkipToken) -> String {
    let is_token = |part: &&str| {
        let name = part.split('=').next().unwrap_or_default();
        percent_decode_str(name).decode_utf8_lossy() == "$skiptoken"
    };
    let mut query: Vec<&str> =
        raw_query.split('&').filter(|part| !part.is_empty() && !is_token(part)).collect();
    let token = format!("$skiptoken={token}");
    query.push(&token);
    format!("{root}/{set}?{}", query.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token() -> SkipToken {
        let cursor = "WyIwMDAwMDAwMDAwMDAwMDAxIixbImEiXV0".parse().unwrap();
        SkipToken { left: Some(7), cursor }
    }

    #[test]
    fn a_token_survives_its_text_and_nonsense_is_refused() {
        for left in [None, Some(0), Some(7)] {
            let token = SkipToken { left, ..token() };
            assert_eq!(token.to_string().parse(), Ok(token));
        }
        for text in ["", ".", "-.", "x.WyI", "-1.WyI", "7"] {
            assert_eq!(text.parse::<SkipToken>(), Err(Error::InvalidCursor), "{text}");
        }
    }

    #[test]
    fn the_next_page_is_asked_for_as_this_one_was() {
        let link = |query: &str| next_link("http://h/api/data/v9.0", "leads", query, &token());
        let end = format!("$skiptoken={}", token());
        assert_eq!(link(""), format!("http://h/api/data/v9.0/leads?{end}"));
        assert_eq!(
            link("%24filter=subject+eq+'a%26b'&%24skiptoken=old&$top=9"),
            format!("http://h/api/data/v9.0/leads?%24filter=subject+eq+'a%26b'&$top=9&{end}")
        );
        let query = link("$top=9");
        let options = odata::parse_query(query.split_once('?').unwrap().1).unwrap();
        assert_eq!(options.skip_token, Some(token().to_string()));
    }
}
