//! `POST /api/v1/onboarding-requests`.

use std::net::SocketAddr;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, FromRequest as _, Request as HttpRequest, State};
use axum::http::{HeaderMap, StatusCode, header};
use channel::requests::{Submission, SubmitError, Submitted, submit};
use serde::Serialize;
use tables::{Context, Error};

use super::form;
use crate::Shop;
use crate::problem::{FieldError, Problem};

/// Longest `Idempotency-Key`.
const KEY_LENGTH_MAX: usize = 255;
/// How often a request is tried whose key or reference somebody took at the same moment.
const ATTEMPTS_MAX: u32 = 3;

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
    let sender = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    shop.onboarding_limit.admit(sender).map_err(Problem::too_many)?;
    require_json(request.headers())?;
    let idempotency_key = idempotency_key(request.headers())?;
    let bytes = Bytes::from_request(request, &()).await.map_err(|refusal| {
        let status = refusal.status();
        let title = if status == StatusCode::PAYLOAD_TOO_LARGE {
            format!("The request is too large: at most {} bytes.", crate::BODY_BYTES_MAX)
        } else {
            "The request could not be read.".into()
        };
        Problem::new(status, title)
    })?;
    let body = serde_json::from_slice(&bytes).map_err(|fault| {
        Problem::new(StatusCode::BAD_REQUEST, format!("The request is no valid JSON: {fault}."))
    })?;
    let submission = Submission {
        request: form::read(&body).map_err(Problem::fields)?,
        idempotency_key,
        store_name: shop.settings.name.clone(),
        store_url: shop.settings.origin.clone(),
    };
    let submitted = save(&shop, submission).await?;
    let status_url = format!("{}/requests/{}", shop.settings.origin, submitted.token.text());
    let accepted =
        Accepted { request_id: submitted.id.to_string(), reference: submitted.reference, status_url };
    Ok((StatusCode::ACCEPTED, Json(accepted)))
}

async fn save(shop: &Shop, submission: Submission) -> Result<Submitted, Problem> {
    let mut attempt = 1;
    loop {
        let input = submission.clone();
        let result =
            shop.store.write(Context::system(), input, |tx, input| Box::pin(submit(tx, input))).await;
        match result {
            Ok(submitted) => return Ok(submitted),
            Err(SubmitError::Tables(Error::DuplicateKey { .. })) if attempt < ATTEMPTS_MAX => attempt += 1,
            Err(SubmitError::Tables(error)) => return Err(error.into()),
            Err(reused @ SubmitError::KeyReused) => {
                let (field, message) = ("Idempotency-Key".into(), reused.to_string());
                return Err(Problem::fields(vec![FieldError { field, code: "key_reused", message }]));
            }
        }
    }
}

fn require_json(headers: &HeaderMap) -> Result<(), Problem> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if kind.eq_ignore_ascii_case("application/json") {
        return Ok(());
    }
    let title = "Send the request as application/json.";
    Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, title))
}

fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(given) = headers.get("idempotency-key") else { return Ok(None) };
    match given.to_str() {
        Ok(key) if (1..=KEY_LENGTH_MAX).contains(&key.len()) => Ok(Some(key.to_owned())),
        _ => {
            let message = format!("Use 1 to {KEY_LENGTH_MAX} plain letters, digits and signs.");
            let field = "Idempotency-Key".into();
            Err(Problem::fields(vec![FieldError { field, code: "invalid_key", message }]))
        }
    }
}
