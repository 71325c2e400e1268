//! The language that a visitor chooses, kept in a cookie.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use shell::form::Sent;
use shell::{Fault, Language, see_other, sessions};

const COOKIE: &str = "tandem_language";
/// A year.
const LIFE_SECONDS: u32 = 31_536_000;

/// What the visitor chose, else what the browser likes best.
pub fn of(headers: &HeaderMap) -> Language {
    let chosen = sessions::read_cookie(headers, COOKIE).and_then(|tag| Language::of_tag(&tag));
    chosen.or_else(|| Language::of_headers(headers)).unwrap_or_default()
}

pub async fn choose(sent: Sent) -> Result<Response, Fault> {
    let language = Language::of_tag(sent.get("language")).ok_or(Fault::Unreadable)?;
    let mut response = see_other(sent.get("next"));
    remember(&mut response, language);
    Ok(response)
}

/// Keeps the language for the pages to come.
pub fn remember(response: &mut Response, language: Language) {
    let cookie =
        format!("{COOKIE}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={LIFE_SECONDS}", language.tag());
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}
