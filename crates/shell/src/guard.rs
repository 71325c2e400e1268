//! What stands around every page: who may post to it, and what a browser may do with it.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::Fault;

/// Refuses what another site's page sends in its visitor's name: a browser says where a request
/// comes from (`Sec-Fetch-Site`, before 2020 `Origin`), and what says neither is no browser and has
/// no visitor to abuse. This takes the place of tokens in forms.
pub async fn guard(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if !reads && !is_own(&request) {
        return Fault::OtherSite.into_response();
    }
    next.run(request).await
}

fn is_own(request: &Request) -> bool {
    let text = |name: HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = request.headers().get(header::ORIGIN) else { return true };
    let host = text(header::HOST).or_else(|| request.uri().authority().map(|host| host.as_str()));
    let origin = origin.to_str().ok().and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    origin.is_some() && origin == host
}

/// Pages run our own script only, load nothing from elsewhere, stand in nobody's frame, tell other
/// sites nothing, and stay out of shared caches.
pub async fn headers(request: Request, next: Next) -> Response {
    const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                          font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
                          frame-ancestors 'none'";
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    #[test]
    fn a_form_of_another_site_is_refused() {
        for (sent, expected) in [
            (&[][..], true),
            (&[("sec-fetch-site", "same-origin")], true),
            (&[("sec-fetch-site", "none")], true),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("sec-fetch-site", "same-site"), ("origin", "http://shop.test")], false),
            (&[("origin", "http://shop.test")], true),
            (&[("origin", "http://evil.test")], false),
            (&[("origin", "http://shop.test.evil.test")], false),
            (&[("origin", "null")], false),
        ] {
            let mut request = Request::post("/x").header("host", "shop.test");
            for (name, value) in sent {
                request = request.header(*name, *value);
            }
            assert_eq!(is_own(&request.body(Body::empty()).unwrap()), expected, "{sent:?}");
        }
    }
}
