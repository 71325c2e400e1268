//! The answer to a batch, in the one form that both real clients take apart: CRLF, no preamble,
//! `batchresponse_` and `changesetresponse_`, headers in their usual case.

use axum::body::{Body, to_bytes};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};

use crate::respond::{ApiError, BAD_PAYLOAD};

/// Largest answer to one batch.
const REPLY_BYTES_MAX: usize = 64 * 1024 * 1024;

/// An answer under way.
pub(super) struct Reply {
    boundary: String,
    text: Vec<u8>,
}

impl Reply {
    pub fn new(id: impl std::fmt::Display) -> Self {
        Self { boundary: format!("batchresponse_{id}"), text: Vec::new() }
    }

    /// The answer to a single request.
    pub async fn single(&mut self, content_id: Option<&str>, response: Response) {
        let part = self.part(content_id, response).await;
        self.add(&[part]);
    }

    /// The answers to a change set.
    pub async fn change_set(&mut self, id: impl std::fmt::Display, answers: Vec<(Option<String>, Response)>) {
        let boundary = format!("changesetresponse_{id}");
        let mut inner = Self { boundary, text: Vec::new() };
        for (content_id, response) in answers {
            inner.single(content_id.as_deref(), response).await;
        }
        inner.close();
        let head = format!("Content-Type: multipart/mixed; boundary={}\r\n\r\n", inner.boundary);
        self.add(&[head.into_bytes(), inner.text]);
    }

    fn add(&mut self, pieces: &[Vec<u8>]) {
        self.text.extend_from_slice(format!("--{}\r\n", self.boundary).as_bytes());
        for piece in pieces {
            self.text.extend_from_slice(piece);
        }
        self.text.extend_from_slice(b"\r\n");
    }

    fn close(&mut self) {
        self.text.extend_from_slice(format!("--{}--\r\n", self.boundary).as_bytes());
    }

    async fn part(&self, content_id: Option<&str>, response: Response) -> Vec<u8> {
        let left = REPLY_BYTES_MAX.saturating_sub(self.text.len());
        let (mut head, body) = response.into_parts();
        let mut body = to_bytes(body, left).await;
        if body.is_err() {
            let message =
                format!("The answer to this batch would be over {REPLY_BYTES_MAX} bytes. Ask for less.");
            let refusal = ApiError::new(413, BAD_PAYLOAD, message).into_response().into_parts();
            head = refusal.0;
            body = to_bytes(refusal.1, REPLY_BYTES_MAX).await;
        }
        let mut text =
            String::from("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if let Some(id) = content_id {
            text.push_str(&format!("Content-ID: {id}\r\n"));
        }
        let reason = head.status.canonical_reason().unwrap_or("Unknown");
        text.push_str(&format!("\r\nHTTP/1.1 {} {reason}\r\n", head.status.as_u16()));
        for (name, value) in &head.headers {
            if let Ok(value) = value.to_str() {
                text.push_str(&format!("{}: {value}\r\n", spelled(name)));
            }
        }
        text.push_str("\r\n");
        let mut part = text.into_bytes();
        part.extend_from_slice(&body.unwrap_or_default());
        part
    }

    /// The whole answer.
    pub fn finish(mut self, status: StatusCode) -> Response {
        self.close();
        let mut response = Response::new(Body::from(self.text));
        *response.status_mut() = status;
        let media = format!("multipart/mixed; boundary={}", self.boundary);
        if let Ok(media) = HeaderValue::from_str(&media) {
            response.headers_mut().insert(CONTENT_TYPE, media);
        }
        response.headers_mut().insert("odata-version", HeaderValue::from_static("4.0"));
        response
    }
}

/// `content-type` as `Content-Type`.
fn spelled(name: &HeaderName) -> String {
    match name.as_str() {
        "odata-entityid" => "OData-EntityId".into(),
        "odata-version" => "OData-Version".into(),
        "etag" => "ETag".into(),
        other => {
            let word = |word: &str| match word.split_at_checked(1) {
                Some((first, rest)) => format!("{}{rest}", first.to_ascii_uppercase()),
                None => String::new(),
            };
            other.split('-').map(word).collect::<Vec<_>>().join("-")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_spelled_as_usual() {
        for (name, expect) in [
            ("odata-entityid", "OData-EntityId"),
            ("preference-applied", "Preference-Applied"),
            ("etag", "ETag"),
        ] {
            assert_eq!(spelled(&HeaderName::from_static(name)), expect);
        }
    }
}
