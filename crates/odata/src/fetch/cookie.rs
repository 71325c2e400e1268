//! Paging cookies: `<cookie page="1"><row last="…" /></cookie>`, and the annotation that hands one
//! to clients, which decode it twice.

use super::xml;
use crate::{SyntaxError, percent};

/// Where a page ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cookie {
    /// The page that ended there.
    pub page: u32,
    /// The marker of its last row, opaque here; of letters, digits, `-`, `_` and `.`.
    pub last: String,
}

impl Cookie {
    /// The annotation `fetchxmlpagingcookie` for the page behind this one.
    #[must_use]
    pub fn annotation(&self) -> String {
        let cookie = format!("<cookie page=\"{}\"><row last=\"{}\" /></cookie>", self.page, self.last);
        let encoded = encode(&encode(&cookie));
        let next = self.page.saturating_add(1);
        format!("<cookie pagenumber=\"{next}\" pagingcookie=\"{encoded}\" istracking=\"False\" />")
    }

    /// Reads the attribute `paging-cookie`. Some clients forget to decode it once or twice.
    pub(super) fn parse(text: &str) -> Result<Self, SyntaxError> {
        let expected = "the paging cookie of the page before";
        let mut text = text.trim().to_owned();
        for _ in 0..2 {
            if !text.starts_with('<') {
                text = percent::decode(&text, true)?;
            }
        }
        let root = xml::parse(&text)?;
        let page = root.attribute("page").and_then(|page| page.parse().ok());
        let last = root.children.iter().find_map(|row| row.attribute("last"));
        match (root.name.as_str(), page, last) {
            ("cookie", Some(page), Some(last)) => Ok(Self { page, last: last.to_owned() }),
            _ => Err(SyntaxError::new(0, expected, &text)),
        }
    }
}

/// Percent-encodes all but letters and digits, so that decoding never meets a `+` or a quote.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_survives_the_two_decodings_of_clients() {
        let cookie = Cookie { page: 3, last: "-.WyJhIl0".into() };
        let annotation = xml::parse(&cookie.annotation()).unwrap();
        assert_eq!(annotation.attribute("pagenumber"), Some("4"));
        let once = annotation.attribute("pagingcookie").unwrap();
        let twice = percent::decode(once, false).unwrap();
        let plain = percent::decode(&twice, false).unwrap();
        assert!(plain.starts_with("<cookie page=\"3\">"), "{plain}");
        for text in [once, &twice, &plain] {
            assert_eq!(Cookie::parse(text).as_ref(), Ok(&cookie), "{text}");
        }
    }

    #[test]
    fn another_text_is_no_cookie() {
        for text in
            ["", "x", "%", "<cookie/>", "<cookie page='x'><row last='a'/></cookie>", "<a><b last='1'/></a>"]
        {
            assert!(Cookie::parse(text).is_err(), "{text}");
        }
    }
}
