//! The demo's door: loopback names only, and nobody in front who speaks for others.

use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Answers only requests to this machine's own names (421 otherwise, which keeps a page elsewhere
/// from reaching the demo through a name of its own), and none that came through a proxy.
pub async fn loopback_only(request: Request, next: Next) -> Response {
    let forwarded = |name: &axum::http::HeaderName| name.as_str().starts_with("x-forwarded-");
    if request.headers().keys().any(forwarded) {
        let words = "The demo does not sit behind a proxy. Run `tandem serve` without --demo for that.\n";
        return (StatusCode::BAD_REQUEST, words).into_response();
    }
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let host = host.or_else(|| request.uri().host()).unwrap_or_default();
    if !is_loopback(host) {
        let words = "The demo answers only at 127.0.0.1, localhost and [::1].\n";
        return (StatusCode::MISDIRECTED_REQUEST, words).into_response();
    }
    next.run(request).await
}

fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    matches!(name, "127.0.0.1" | "localhost" | "::1")
}

#[cfg(test)]
mod tests {
    use super::is_loopback;

    #[test]
    fn only_the_machines_own_names_pass() {
        for host in ["127.0.0.1", "127.0.0.1:8420", "localhost:1", "[::1]", "[::1]:8420"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in ["", "tandem.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "[::2]"] {
            assert!(!is_loopback(host), "{host}");
        }
    }
}
