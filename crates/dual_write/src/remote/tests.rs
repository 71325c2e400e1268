//! Against a server on this machine that says what a host elsewhere might.

use std::sync::atomic::{AtomicUsize, Ordering};

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::SignedDuration;
use serde_json::Value;

use super::*;
use crate::PeerError;
use crate::solutions::Environment;

/// A host that counts its tokens; only the newest is good.
#[derive(Clone, Default)]
struct Host {
    tokens: Arc<AtomicUsize>,
    asked: Arc<AtomicUsize>,
}

async fn token(State(host): State<Host>, form: String) -> axum::response::Response {
    if !form.contains("client_secret=s%25ecret") || !form.contains("client_id=dual%2Dwrite") {
        let body = Json(json!({ "error": "invalid_client", "error_description": "unknown" }));
        return (StatusCode::UNAUTHORIZED, body).into_response();
    }
    let number = host.tokens.fetch_add(1, Ordering::SeqCst) + 1;
    Json(json!({ "access_token": format!("token-{number}"), "expires_in": 3_600 })).into_response()
}

async fn who_am_i(State(host): State<Host>, headers: HeaderMap) -> axum::response::Response {
    host.asked.fetch_add(1, Ordering::SeqCst);
    let good = format!("Bearer token-{}", host.tokens.load(Ordering::SeqCst));
    if headers.get(header::AUTHORIZATION).is_none_or(|given| given != good.as_str()) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    Json(json!({ "OrganizationId": "one", "UserId": "two" })).into_response()
}

async fn start(host: &Host) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = Router::new()
        .route("/oauth2/v2.0/token", post(token))
        .route("/api/data/v9.2/WhoAmI()", get(who_am_i))
        .route("/api/data/v9.2/RetrieveVersion()", get(async || Json(json!({ "Version": "9.2.1" }))))
        .route("/api/data/v9.2/leads", get(async || axum::response::Redirect::to("http://127.0.0.1:1/")))
        .with_state(host.clone());
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    format!("http://{address}")
}

fn settings(url: &str) -> RemoteSettings {
    RemoteSettings {
        url: url.into(),
        client_id: "dual-write".into(),
        client_secret: "s%ecret".into(),
        token_url: None,
        scope: None,
        ca_file: None,
    }
}

fn clock() -> Clock {
    Clock::frozen("2026-11-20T09:30:00Z".parse().unwrap())
}

#[tokio::test]
async fn a_token_is_fetched_once_renewed_early_and_replaced_when_refused() {
    let (host, clock) = (Host::default(), clock());
    let remote = RemoteSales::new(settings(&start(&host).await), clock.clone()).unwrap();
    let peer = remote.peer();
    let asked = (0..8).map(|_| Environment::of(&peer));
    for environment in futures_util::future::join_all(asked).await {
        let environment = environment.unwrap();
        assert_eq!((environment.organization.as_str(), environment.user.as_str()), ("one", "two"));
        assert_eq!((environment.version.as_deref(), environment.fingerprint), (Some("9.2.1"), None));
    }
    assert_eq!(host.tokens.load(Ordering::SeqCst), 1, "one token for all who wait");
    clock.advance(SignedDuration::from_secs(3_299));
    Environment::of(&peer).await.unwrap();
    assert_eq!(host.tokens.load(Ordering::SeqCst), 1);
    clock.advance(SignedDuration::from_secs(1));
    Environment::of(&peer).await.unwrap();
    assert_eq!(host.tokens.load(Ordering::SeqCst), 2, "renewed before its end");
    // Withdrawn over there: asked again once, with a new one.
    host.tokens.fetch_add(1, Ordering::SeqCst);
    let before = host.asked.load(Ordering::SeqCst);
    Environment::of(&peer).await.unwrap();
    assert_eq!(host.tokens.load(Ordering::SeqCst), 4);
    assert_eq!(host.asked.load(Ordering::SeqCst), before + 2);
    assert_eq!(remote.fingerprint().await, Ok(None));
}

#[tokio::test]
async fn what_cannot_be_done_now_is_unavailable_and_tells_no_secret() {
    let url = start(&Host::default()).await;
    let wrong = RemoteSettings { client_secret: "another".into(), ..settings(&url) };
    let closed = settings("http://127.0.0.1:1");
    for (settings, part) in [(wrong, "remote_sales.client_id"), (closed, "cannot be reached")] {
        assert!(!format!("{settings:?}").contains(&settings.client_secret));
        let secret = settings.client_secret.clone();
        let peer = RemoteSales::new(settings, clock()).unwrap().peer();
        let error = Environment::of(&peer).await.unwrap_err();
        assert!(matches!(error, PeerError::Unavailable { .. }), "{error:?}");
        let words = error.to_string();
        assert!(words.contains(part) && !words.contains(&secret), "{words}");
    }
    let peer = RemoteSales::new(settings(&url), clock()).unwrap().peer();
    let error = peer.find("leads", &[("subject", &Value::from("x"))]).await.unwrap_err();
    assert!(error.to_string().contains("sends elsewhere"), "{error}");
}

#[tokio::test]
async fn secrets_go_to_the_configured_hosts_only() {
    for (url, part) in [
        ("http://sales.example", "by https only"),
        ("sales.example", "such as https://sales.example"),
        ("https://", "such as"),
        ("https://name:word@sales.example", "such as"),
        ("https://sales.example/crm", "such as"),
        ("ftp://sales.example", "such as"),
    ] {
        let error = RemoteSales::new(settings(url), clock()).err().unwrap().to_string();
        assert!(error.contains(part), "{url}: {error}");
    }
    for url in ["https://sales.example/", "http://localhost:9", "http://[::1]:9"] {
        assert!(RemoteSales::new(settings(url), clock()).is_ok(), "{url}");
    }
    let elsewhere =
        RemoteSettings { token_url: Some("http://login.example/t".into()), ..settings("https://a.example") };
    assert!(RemoteSales::new(elsewhere, clock()).is_err());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("empty.pem");
    std::fs::write(&file, "").unwrap();
    for (path, part) in [(file, "no certificate"), (folder.path().join("none"), "cannot be read")] {
        let settings = RemoteSettings { ca_file: Some(path), ..settings("https://a.example") };
        let error = RemoteSales::new(settings, clock()).err().unwrap().to_string();
        assert!(error.contains(part), "{error}");
    }
    let remote = RemoteSales::new(settings("https://a.example"), clock()).unwrap();
    let request = Request::get("https://b.example/api").body(Body::empty()).unwrap();
    assert!(remote.answer(request).await.unwrap_err().contains("another host"));
}
