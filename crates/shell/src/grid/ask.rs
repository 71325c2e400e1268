//! What somebody asks of a grid: the pairs of the address.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use tables::Cursor;

use crate::Fault;

/// Most pairs in an address.
const PAIRS_MAX: usize = 100;
/// Longest text searched for, in characters.
const SEARCH_LENGTH_MAX: usize = 200;

/// What somebody asks of a grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    pub(super) pairs: Vec<(String, String)>,
}

impl<S: Send + Sync> FromRequestParts<S> for Ask {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        Self::parse(parts.uri.query().unwrap_or_default()).ok_or(Fault::Unreadable)
    }
}

impl Ask {
    /// Reads the part of an address behind `?`; `None` beyond the limits.
    #[must_use]
    pub fn parse(query: &str) -> Option<Self> {
        let pairs = form_urlencoded::parse(query.as_bytes()).into_owned();
        // What says nothing is left out: a form sends its empty fields too.
        let pairs: Vec<_> = pairs.filter(|(_, value)| !value.is_empty()).take(PAIRS_MAX + 1).collect();
        let fits = pairs.len() <= PAIRS_MAX
            && pairs.iter().all(|(key, value)| key == "after" || value.chars().count() <= SEARCH_LENGTH_MAX);
        fits.then_some(Self { pairs })
    }

    /// The value of `key`; empty where it is not there.
    #[must_use]
    pub fn get(&self, key: &str) -> &str {
        self.pairs.iter().find(|(name, _)| name == key).map_or("", |(_, value)| value)
    }

    /// The view asked for.
    #[must_use]
    pub fn view(&self) -> &str {
        self.get("view")
    }

    /// The text searched for.
    #[must_use]
    pub fn search(&self) -> &str {
        self.get("q").trim()
    }

    /// Where the page before ended; a marker that is none begins anew.
    pub(super) fn after(&self) -> Option<Cursor> {
        self.get("after").parse().ok()
    }

    /// The number of this page, for people.
    pub(super) fn page(&self) -> u32 {
        if self.after().is_some() { self.get("page").parse().unwrap_or(2) } else { 1 }
    }

    /// Whether rows are narrowed beyond the view.
    pub(super) fn is_narrowed(&self) -> bool {
        self.pairs.iter().any(|(key, _)| key == "q" || key.starts_with("f."))
    }

    /// This address with some pairs changed, added, or (without a value) taken away.
    pub(super) fn with(&self, path: &str, changes: &[(&str, &str)]) -> String {
        let kept = self.pairs.iter().filter(|(key, _)| changes.iter().all(|(name, _)| name != key));
        let kept = kept.map(|(key, value)| (key.as_str(), value.as_str()));
        let added = changes.iter().copied().filter(|(_, value)| !value.is_empty());
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(kept.chain(added)).finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }

    /// The pairs whose keys are not among these, for a form's hidden fields.
    pub(super) fn without(&self, dropped: impl Fn(&str) -> bool) -> Vec<(String, String)> {
        self.pairs.iter().filter(|(key, _)| !dropped(key)).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_changed_in_the_pairs_named_only() {
        let ask = Ask::parse("view=open&q=a+%26b&sort=name&after=x&f.city=").unwrap();
        assert_eq!(ask.search(), "a &b");
        assert_eq!(ask.with("/x", &[("after", ""), ("sort", "city")]), "/x?view=open&q=a+%26b&sort=city");
        assert_eq!(Ask::default().with("/x", &[]), "/x");
        assert!(ask.is_narrowed());
        assert!(!Ask::parse("view=open&f.city=").unwrap().is_narrowed());
    }

    #[test]
    fn an_address_has_limits() {
        let pairs = |count: usize| vec!["a=1"; count].join("&");
        assert!(Ask::parse(&pairs(PAIRS_MAX)).is_some());
        assert!(Ask::parse(&pairs(PAIRS_MAX + 1)).is_none());
        assert!(Ask::parse(&format!("q={}", "ż".repeat(SEARCH_LENGTH_MAX))).is_some());
        assert!(Ask::parse(&format!("q={}", "ż".repeat(SEARCH_LENGTH_MAX + 1))).is_none());
    }
}
