//! The marker in `@odata.nextLink`: where the page ended, and how many rows `$top` still allows.

use percent_encoding::percent_decode_str;
use tables::{Cursor, Error};

use super::delta::DeltaToken;
use crate::respond::ApiError;

/// Opaque to callers: `<rows left or -> . <cursor>`, and `~ <delta token>` where changes are tracked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SkipToken {
    pub left: Option<u32>,
    pub cursor: Cursor,
    /// Where in the log the first page was read.
    pub since: Option<DeltaToken>,
}

impl std::fmt::Display for SkipToken {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.left {
            Some(left) => write!(formatter, "{left}.{}", self.cursor)?,
            None => write!(formatter, "-.{}", self.cursor)?,
        }
        match self.since {
            Some(since) => write!(formatter, "~{since}"),
            None => Ok(()),
        }
    }
}

impl std::str::FromStr for SkipToken {
    type Err = ApiError;

    fn from_str(text: &str) -> Result<Self, ApiError> {
        let (page, since) = match text.split_once('~') {
            Some((page, since)) => (page, Some(since.parse()?)),
            None => (text, None),
        };
        let (left, cursor) = page.split_once('.').ok_or(Error::InvalidCursor)?;
        let left = match left {
            "-" => None,
            number => Some(number.parse().map_err(|_| Error::InvalidCursor)?),
        };
        Ok(Self { left, cursor: cursor.parse()?, since })
    }
}

/// The address of the next page: this one's, with every option as the caller wrote it.
pub(super) fn next_link(root: &str, path: &str, raw_query: &str, token: &SkipToken) -> String {
    link(root, path, raw_query, &format!("$skiptoken={token}"))
}

/// The address of this request with another token.
pub(super) fn link(root: &str, path: &str, raw_query: &str, token: &str) -> String {
    let is_token = |part: &&str| {
        let name = part.split('=').next().unwrap_or_default();
        let name = percent_decode_str(name).decode_utf8_lossy();
        name == "$skiptoken" || name == "$deltatoken"
    };
    let mut query: Vec<&str> =
        raw_query.split('&').filter(|part| !part.is_empty() && !is_token(part)).collect();
    query.push(token);
    format!("{root}/{path}?{}", query.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token() -> SkipToken {
        let cursor = "WyIwMDAwMDAwMDAwMDAwMDAxIixbImEiXV0".parse().unwrap();
        SkipToken { left: Some(7), cursor, since: None }
    }

    #[test]
    fn a_token_survives_its_text_and_nonsense_is_refused() {
        for left in [None, Some(0), Some(7)] {
            let token = SkipToken { left, ..token() };
            assert_eq!(token.to_string().parse(), Ok(token.clone()));
            let since = "1.2!3".parse().ok();
            let tracked = SkipToken { since, ..token };
            assert_eq!(tracked.to_string().parse(), Ok(tracked));
        }
        for text in ["", ".", "-.", "x.WyI", "-1.WyI", "7"] {
            assert_eq!(text.parse::<SkipToken>(), Err(Error::InvalidCursor.into()), "{text}");
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
