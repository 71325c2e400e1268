//! The bearer token: fetched by client credentials, renewed before its end, once for all who wait.

use axum::body::{Body, to_bytes};
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{Method, Request, Uri};
use jiff::{SignedDuration, Timestamp};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use platform::Clock;
use serde::Deserialize;
use tokio::sync::Mutex;

use super::connect::Connection;

/// Largest answer that is read, in bytes.
const ANSWER_BYTES_MAX: usize = 64 * 1024;
/// A token is renewed this long before its end, or in the last tenth of a short life.
const EARLY_SECONDS_MAX: i64 = 300;

pub(super) struct Tokens {
    url: Uri,
    /// Id and secret, as they are sent.
    form: String,
    connection: Connection,
    clock: Clock,
    held: Mutex<Option<Token>>,
}

struct Token {
    text: String,
    renewed_at: Timestamp,
}

#[derive(Deserialize)]
struct Granted {
    access_token: String,
    expires_in: i64,
}

#[derive(Deserialize, Default)]
struct Refused {
    #[serde(default)]
    error: String,
    #[serde(default)]
    error_description: String,
}

impl Tokens {
    pub(super) fn new(url: Uri, form: &[(&str, &str)], connection: Connection, clock: Clock) -> Self {
        let pair =
            |(name, value): &(&str, &str)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC));
        let form = form.iter().map(pair).collect::<Vec<_>>().join("&");
        Self { url, form, connection, clock, held: Mutex::default() }
    }

    /// A token that is good for a while.
    pub(super) async fn current(&self) -> Result<String, String> {
        self.unless(|token| token.renewed_at <= self.clock.now()).await
    }

    /// Another token than this one, which was refused. Whoever comes second gets what the first fetched.
    pub(super) async fn instead_of(&self, refused: &str) -> Result<String, String> {
        self.unless(|token| token.text == refused).await
    }

    async fn unless(&self, is_spent: impl Fn(&Token) -> bool) -> Result<String, String> {
        let mut held = self.held.lock().await;
        if let Some(token) = held.as_ref().filter(|token| !is_spent(token)) {
            return Ok(token.text.clone());
        }
        let granted = self.fetch().await?;
        let early = (granted.expires_in / 10).min(EARLY_SECONDS_MAX);
        let renewed_at = self.clock.now() + SignedDuration::from_secs(granted.expires_in - early);
        *held = Some(Token { text: granted.access_token.clone(), renewed_at });
        Ok(granted.access_token)
    }

    async fn fetch(&self) -> Result<Granted, String> {
        let request = Request::builder()
            .method(Method::POST)
            .uri(self.url.clone())
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(ACCEPT, "application/json")
            .body(Body::from(self.form.clone()))
            .map_err(|error| error.to_string())?;
        let answer = self.connection.send(request).await?;
        let status = answer.status();
        let body = to_bytes(answer.into_body(), ANSWER_BYTES_MAX).await.map_err(|error| error.to_string())?;
        if !status.is_success() {
            let refused: Refused = serde_json::from_slice(&body).unwrap_or_default();
            return Err(format!(
                "{} gives no token ({status}): {} {}. Check remote_sales.client_id and its secret.",
                self.url, refused.error, refused.error_description
            ));
        }
        let granted: Granted = serde_json::from_slice(&body)
            .map_err(|_| format!("{} answers {status}, and what it answers is no token", self.url))?;
        Ok(Granted { expires_in: granted.expires_in.clamp(0, 86_400), ..granted })
    }
}
