//! Redirects to pages of ours, and the notice that one of them carries to the next page.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::frame::{Notice, Tone};
use crate::sessions;

/// The cookie that carries a notice to the next page.
const NOTICE: &str = "tandem_notice";
/// Longest notice, in bytes.
const NOTICE_BYTES_MAX: usize = 1_000;

/// 303 to a page of ours, with a notice.
#[must_use]
pub fn go(to: &str, tone: Tone, words: &str) -> Response {
    let mut end = words.len().min(NOTICE_BYTES_MAX / 3);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    let words = utf8_percent_encode(&words[..end], NON_ALPHANUMERIC);
    let cookie = format!("{NOTICE}={tone}.{words}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60");
    ([(header::SET_COOKIE, cookie)], see_other(to)).into_response()
}

/// 303 to a page of ours: anything else leads home.
#[must_use]
pub fn see_other(to: &str) -> Response {
    let location = HeaderValue::from_str(own_path(to)).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

/// A path on this host, or `/`: no redirect leads elsewhere.
#[must_use]
pub fn own_path(to: &str) -> &str {
    let is_own = to.starts_with('/') && !to.starts_with("//") && !to.contains(['\\', '\r', '\n', '\t']);
    if is_own { to } else { "/" }
}

/// The notice that the page before left.
#[must_use]
pub fn notice(headers: &HeaderMap) -> Option<Notice> {
    let cookie = sessions::read_cookie(headers, NOTICE)?;
    let (tone, words) = cookie.split_once('.')?;
    let text = percent_decode_str(words).decode_utf8().ok()?.into_owned();
    let tone = if tone == "bad" { Tone::Bad } else { Tone::Good };
    (!text.is_empty()).then_some(Notice { tone, text })
}

/// Takes the notice away once a page showed it.
pub fn clear_notice(response: &mut Response) {
    let gone = HeaderValue::from_static("tandem_notice=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    response.headers_mut().append(header::SET_COOKIE, gone);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_redirect_leaves_the_house() {
        for (to, expected) in [
            ("/sales/leads?view=1", "/sales/leads?view=1"),
            ("//evil.test/x", "/"),
            ("/\\evil.test", "/"),
            ("https://evil.test", "/"),
            ("/a\r\nset-cookie: x=y", "/"),
            ("", "/"),
        ] {
            assert_eq!(own_path(to), expected, "{to}");
        }
    }

    #[test]
    fn a_notice_survives_its_cookie_whatever_its_words() {
        let response = go("/x", Tone::Good, "Zażółć; <b>\"=,");
        let cookie = response.headers()[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap();
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, cookie.parse().unwrap());
        assert_eq!(notice(&headers), Some(Notice { tone: Tone::Good, text: "Zażółć; <b>\"=,".into() }));
    }
}
