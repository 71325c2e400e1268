//! Refusals as problem details (RFC 9457), in the sender's language.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::words::{Phrase, Word};
use shell::Language;

/// Seconds after which a request may succeed that met a busy or unreachable database.
const RETRY_AFTER_SECONDS: u64 = 5;

/// Why a request is refused.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    title: Phrase,
    faults: Vec<Fault>,
    retry_after_seconds: Option<u64>,
    language: Option<Language>,
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field as the API spells it: `address.city`.
    pub field: String,
    /// What is wrong.
    pub phrase: Phrase,
}

impl Problem {
    /// A refusal with this status and these words.
    pub fn new(status: StatusCode, title: impl Into<Phrase>) -> Self {
        Self { status, title: title.into(), faults: Vec::new(), retry_after_seconds: None, language: None }
    }

    /// All that is wrong with the fields, at once.
    pub fn fields(faults: Vec<Fault>) -> Self {
        Self { faults, ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, Word::FieldsNeedAttention) }
    }

    /// Too many requests: come back later.
    pub fn too_many(retry_after_seconds: u64) -> Self {
        Self {
            retry_after_seconds: Some(retry_after_seconds),
            ..Self::new(StatusCode::TOO_MANY_REQUESTS, Word::TooManyRequests)
        }
    }

    /// Says so in this language, unless one was chosen before.
    pub fn in_language(mut self, language: Option<Language>) -> Self {
        self.language = self.language.or(language);
        self
    }
}

impl From<tables::Error> for Problem {
    fn from(error: tables::Error) -> Self {
        // A key that others took again and again is as good as a busy database.
        if error.is_transient() || matches!(error, tables::Error::DuplicateKey { .. }) {
            return Self {
                retry_after_seconds: Some(RETRY_AFTER_SECONDS),
                ..Self::new(StatusCode::SERVICE_UNAVAILABLE, Word::Busy)
            };
        }
        tracing::error!(error = ?error, "a request of the store failed");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, Word::Failed)
    }
}

/// The refusal as it is sent.
#[derive(Serialize)]
struct Details {
    status: u16,
    code: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct FieldError {
    field: String,
    code: &'static str,
    message: String,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let language = self.language.unwrap_or_default();
        let errors = self.faults.into_iter().map(|fault| FieldError {
            code: fault.phrase.code(),
            message: fault.phrase.say(language),
            field: fault.field,
        });
        let details = Details {
            status: self.status.as_u16(),
            code: self.title.code(),
            title: self.title.say(language),
            errors: errors.collect(),
        };
        let headers = [
            (header::CONTENT_TYPE, "application/problem+json"),
            (header::CONTENT_LANGUAGE, language.tag()),
            (header::CACHE_CONTROL, "no-store"),
            (header::VARY, "Accept-Language"),
        ];
        let body = serde_json::to_vec(&details).unwrap_or_default();
        let mut response = (self.status, headers, body).into_response();
        if let Some(seconds) = self.retry_after_seconds {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
