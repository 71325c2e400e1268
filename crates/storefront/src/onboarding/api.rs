//! `POST /api/v1/onboarding-requests`.

use std::net::SocketAddr;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, FromRequest as _, Request as HttpRequest, State};
use axum::http::{HeaderMap, StatusCode, header};
use channel::requests::SubmitError;
use serde::Serialize;
use serde_json::Value;

use super::{form, save};
use crate::Shop;
use crate::problem::{Fault, Problem};
use crate::words::Word;
use shell::Language;

/// Longest `Idempotency-Key`.
const KEY_LENGTH_MAX: usize = 255;

/// The request was taken.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Accepted {
    request_id: String,
    reference: String,
    status_url: String,
}

pub async fn handle(
    State(shop): State<Shop>,
    request: HttpRequest,
) -> Result<(StatusCode, Json<Accepted>), Problem> {
    let language = Language::of_headers(request.headers());
    take(&shop, request).await.map_err(|problem| problem.in_language(language))
}

async fn take(shop: &Shop, request: HttpRequest) -> Result<(StatusCode, Json<Accepted>), Problem> {
    let sender = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    shop.onboarding_limit.admit(sender).map_err(Problem::too_many)?;
    require_json(request.headers())?;
    let idempotency_key = idempotency_key(request.headers())?;
    let accepted = Language::of_headers(request.headers());
    let body = body(request).await?;
    // A store that passes on its customer's request may name the language in the form alone.
    let language = accepted.or_else(|| body["language"].as_str().and_then(Language::of_tag));
    let request = form::read(&body).map_err(|faults| Problem::fields(faults).in_language(language))?;
    let submitted = save(shop, request, idempotency_key).await;
    let submitted = submitted.map_err(|error| problem(error).in_language(language))?;
    let status_url = channel::requests::status_link(&submitted.token, &shop.settings.origin);
    let accepted =
        Accepted { request_id: submitted.id.to_string(), reference: submitted.reference, status_url };
    Ok((StatusCode::ACCEPTED, Json(accepted)))
}

async fn body(request: HttpRequest) -> Result<Value, Problem> {
    let bytes = Bytes::from_request(request, &()).await.map_err(|refusal| match refusal.status() {
        status @ StatusCode::PAYLOAD_TOO_LARGE => {
            Problem::new(status, Word::TooLarge.with([("max", crate::BODY_BYTES_MAX.to_string())]))
        }
        status => Problem::new(status, Word::Unreadable),
    })?;
    serde_json::from_slice(&bytes).map_err(|fault| {
        let gaps = [("line", fault.line().to_string()), ("column", fault.column().to_string())];
        Problem::new(StatusCode::BAD_REQUEST, Word::InvalidJson.with(gaps))
    })
}

fn problem(error: SubmitError) -> Problem {
    match error {
        SubmitError::Tables(error) => error.into(),
        SubmitError::Closed => Problem::new(StatusCode::SERVICE_UNAVAILABLE, Word::RequestsClosed),
        SubmitError::KeyReused => {
            let field = "Idempotency-Key".into();
            Problem::fields(vec![Fault { field, phrase: Word::KeyReused.into() }])
        }
    }
}

fn require_json(headers: &HeaderMap) -> Result<(), Problem> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if kind.eq_ignore_ascii_case("application/json") {
        return Ok(());
    }
    Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, Word::NotJson))
}

fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let mut keys = headers.get_all("idempotency-key").iter();
    let Some(given) = keys.next() else { return Ok(None) };
    match given.to_str() {
        // Of two keys nobody can tell which one is meant.
        Ok(key) if (1..=KEY_LENGTH_MAX).contains(&key.len()) && keys.next().is_none() => {
            Ok(Some(key.to_owned()))
        }
        _ => {
            let phrase = Word::InvalidKey.with([("max", KEY_LENGTH_MAX.to_string())]);
            Err(Problem::fields(vec![Fault { field: "Idempotency-Key".into(), phrase }]))
        }
    }
}
