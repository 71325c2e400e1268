//! Refusals as problem details (RFC 9457).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// Seconds after which a request may succeed that met a busy or unreachable database.
const RETRY_AFTER_SECONDS: u64 = 5;

/// Why a request is refused.
#[derive(Debug, Serialize)]
pub struct Problem {
    status: u16,
    title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldError>,
    #[serde(skip)]
    retry_after_seconds: Option<u64>,
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldError {
    /// The field as the API spells it: `address.city`.
    pub field: String,
    /// For programs.
    pub code: &'static str,
    /// For people.
    pub message: String,
}

impl Problem {
    /// A refusal with this status and these words.
    pub fn new(status: StatusCode, title: impl Into<String>) -> Self {
        Self { status: status.as_u16(), title: title.into(), errors: Vec::new(), retry_after_seconds: None }
    }

    /// All that is wrong with the fields, at once.
    pub fn fields(errors: Vec<FieldError>) -> Self {
        let title = "Some fields need your attention.";
        Self { errors, ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, title) }
    }

    /// Too many requests: come back later.
    pub fn too_many(retry_after_seconds: u64) -> Self {
        let title = "Too many requests. Wait a moment, then send it again.";
        Self {
            retry_after_seconds: Some(retry_after_seconds),
            ..Self::new(StatusCode::TOO_MANY_REQUESTS, title)
        }
    }
}

impl From<tables::Error> for Problem {
    fn from(error: tables::Error) -> Self {
        if error.is_transient() {
            let title = "The store is busy. Nothing was saved. Send the request again in a while.";
            return Self {
                retry_after_seconds: Some(RETRY_AFTER_SECONDS),
                ..Self::new(StatusCode::SERVICE_UNAVAILABLE, title)
            };
        }
        tracing::error!(error = ?error, "a request of the store failed");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong inside. Nothing was saved.")
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let kind = HeaderValue::from_static("application/problem+json");
        let mut response = (status, [(header::CONTENT_TYPE, kind)], body).into_response();
        if let Some(seconds) = self.retry_after_seconds {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
