//! The one error of the API, and the one place where the store's errors get status and code.
//!
//! Codes are Dataverse's wherever it has one for the case; clients look at status and code,
//! people read the message, which is the store's own.

use axum::Json;
use axum::http::header::{ALLOW, HeaderName, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use odata::SyntaxError;
use serde_json::json;
use tables::Error;

/// After how long a caller may try again when the database had no time for it.
const RETRY_AFTER_SECONDS: &str = "5";

pub(crate) const INVALID_ARGUMENT: &str = "0x80040203";
pub(crate) const BAD_PAYLOAD: &str = "0x80048d19";
pub(crate) const BAD_ATTRIBUTE: &str = "0x80041103";
pub(crate) const UNKNOWN_SEGMENT: &str = "0x80060888";
pub(crate) const NO_SUCH_ROW: &str = "0x80040217";
pub(crate) const NO_ROW_FOR_KEY: &str = "0x80060891";
pub(crate) const SAME_ID: &str = "0x80040237";
pub(crate) const SAME_KEY: &str = "0x80060892";
pub(crate) const STALE_VERSION: &str = "0x80060882";
pub(crate) const NO_PRIVILEGE: &str = "0x80040220";
pub(crate) const EXPIRED_VERSION_STAMP: &str = "0x80044352";
const TOO_LONG: &str = "0x80044331";
const OUT_OF_RANGE: &str = "0x8004432f";
const UNKNOWN_CHOICE: &str = "0x8004431a";
const STILL_REFERENCED: &str = "0x80040227";
const DUPLICATES_FOUND: &str = "0x80040333";
const DATABASE: &str = "0x80044150";
const UNEXPECTED: &str = "0x80040216";

/// Why a request was not carried out. Nothing was half-written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{status} {code}: {message}")]
pub struct ApiError {
    /// HTTP status.
    pub status: u16,
    /// For programs: a number as in Dataverse, or a word.
    pub code: String,
    /// For people: what is wrong and what to do.
    pub message: String,
}

impl ApiError {
    /// An error with this status, code and message.
    pub fn new(status: u16, code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { status, code: code.into(), message: message.into() }
    }

    /// 400: an argument that cannot be understood.
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(400, INVALID_ARGUMENT, message)
    }

    /// 501: a part of the protocol that this server does not have.
    pub(crate) fn not_implemented(what: &str) -> Self {
        Self::new(501, "NotImplemented", format!("{what} is not supported by this server yet."))
    }

    /// 404: nothing of that name in the service.
    pub(crate) fn unknown_segment(name: &str) -> Self {
        Self::new(404, UNKNOWN_SEGMENT, format!("Resource not found for the segment '{name}'."))
    }
}

impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        let (status, code) = match &error {
            Error::UnknownTable { .. } => (404, UNKNOWN_SEGMENT),
            Error::UnknownColumn { .. } | Error::NotQueryable { .. } => (400, BAD_ATTRIBUTE),
            Error::WrongType { .. } => (400, BAD_PAYLOAD),
            Error::InvalidText { .. }
            | Error::InvalidFile { .. }
            | Error::Unfit { .. }
            | Error::Required { .. }
            | Error::ReadOnly { .. }
            | Error::LimitExceeded { .. }
            | Error::InvalidCursor
            | Error::DefinitionLosesData { .. }
            | Error::InvalidDefinition { .. } => (400, INVALID_ARGUMENT),
            Error::LogTrimmed { .. } => (410, EXPIRED_VERSION_STAMP),
            Error::TooLong { .. } => (400, TOO_LONG),
            Error::OutOfRange { .. } => (400, OUT_OF_RANGE),
            Error::UnknownChoice { .. } => (400, UNKNOWN_CHOICE),
            // Dataverse says 404 here as well, but then a caller cannot tell it from a missing row.
            Error::BrokenLookup { .. } => (400, NO_SUCH_ROW),
            Error::StillReferenced { .. } => (405, STILL_REFERENCED),
            Error::NotFound { .. } => (404, NO_SUCH_ROW),
            Error::StaleVersion { .. } => (412, STALE_VERSION),
            Error::DuplicateKey { key, .. } if key == "id" => (412, SAME_ID),
            Error::DuplicateKey { .. } => (412, SAME_KEY),
            Error::NoPrivilege { .. } => (403, NO_PRIVILEGE),
            Error::Refused { code, .. } => (status_of_refusal(code), *code),
            Error::DiskFull
            | Error::Locked
            | Error::Unavailable
            | Error::Contention
            | Error::DefinitionsChanged => (503, DATABASE),
            Error::Internal(cause) => {
                tracing::error!(%cause, "a request failed inside");
                (500, UNEXPECTED)
            }
        };
        Self::new(status, code, error.to_string())
    }
}

/// A refusal with one of Dataverse's numbers has that number's status; one with a word says that
/// the state of things is against the request.
fn status_of_refusal(code: &str) -> u16 {
    match code {
        NO_SUCH_ROW | NO_ROW_FOR_KEY => 404,
        NO_PRIVILEGE => 403,
        STILL_REFERENCED => 405,
        SAME_ID | SAME_KEY | STALE_VERSION => 412,
        DUPLICATES_FOUND => 500,
        number if number.starts_with("0x") => 400,
        _ => 409,
    }
}

impl From<SyntaxError> for ApiError {
    fn from(error: SyntaxError) -> Self {
        Self::invalid(format!("The request cannot be read: {error}."))
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = json!({ "error": { "code": self.code, "message": self.message } });
        let mut response = (status, Json(body)).into_response();
        let headers = response.headers_mut();
        headers.insert(HeaderName::from_static("odata-version"), HeaderValue::from_static("4.0"));
        if status == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(RETRY_AFTER, HeaderValue::from_static(RETRY_AFTER_SECONDS));
        }
        response
    }
}

/// 405 that says what works.
pub(crate) fn method_not_allowed(method: &str, what: &str, allow: &'static str) -> Response {
    let message = format!("{method} is not possible on {what}. Use {allow}.");
    let mut response = ApiError::new(405, UNKNOWN_SEGMENT, message).into_response();
    response.headers_mut().insert(ALLOW, HeaderValue::from_static(allow));
    response
}

#[cfg(test)]
mod tests {
    use tables::uuid::Uuid;

    use super::*;

    fn check(error: Error, status: u16, code: &str) {
        let message = error.to_string();
        assert_eq!(ApiError::from(error), ApiError::new(status, code, message));
    }

    #[test]
    fn every_error_of_the_store_has_a_status_a_code_and_its_own_words() {
        let (table, column, id) = (String::from("lead"), String::from("subject"), Uuid::nil());
        check(Error::UnknownTable { table: table.clone() }, 404, "0x80060888");
        check(Error::UnknownColumn { table: table.clone(), column: column.clone() }, 400, "0x80041103");
        check(Error::WrongType { column: column.clone(), expected: "text" }, 400, "0x80048d19");
        check(Error::InvalidText { column: column.clone() }, 400, "0x80040203");
        check(Error::TooLong { column: column.clone(), length: 301, length_max: 300 }, 400, "0x80044331");
        let (min, max) = ("0".into(), "9".into());
        check(Error::OutOfRange { column: column.clone(), min, max }, 400, "0x8004432f");
        let (given, allowed) = ("7".into(), "1 Hot".into());
        check(Error::UnknownChoice { column: column.clone(), given, allowed }, 400, "0x8004431a");
        check(Error::Required { column: column.clone() }, 400, "0x80040203");
        check(Error::ReadOnly { column: column.clone(), owner: "the system".into() }, 400, "0x80040203");
        check(Error::BrokenLookup { column: column.clone(), table: table.clone(), id }, 400, "0x80040217");
        let used_by = "annotation.objectid".into();
        check(Error::StillReferenced { table: table.clone(), id, used_by }, 405, "0x80040227");
        check(Error::NotFound { table: table.clone(), id }, 404, "0x80040217");
        check(Error::StaleVersion { table: table.clone(), id, expected: 1, current: 2 }, 412, "0x80060882");
        let columns = "the id".into();
        check(Error::DuplicateKey { table: table.clone(), key: "id".into(), columns }, 412, "0x80040237");
        let columns = "tandem_b2bprospectid".into();
        check(
            Error::DuplicateKey { table: table.clone(), key: "by_prospect".into(), columns },
            412,
            "0x80060892",
        );
        check(Error::NoPrivilege { action: "read", table: table.clone() }, 403, "0x80040220");
        let message = String::from("The prospect is decided.");
        check(
            Error::Refused { code: "ProspectAlreadyDecided", message: message.clone() },
            409,
            "ProspectAlreadyDecided",
        );
        check(Error::Refused { code: "0x80048408", message: message.clone() }, 400, "0x80048408");
        check(Error::Refused { code: "0x80040333", message }, 500, "0x80040333");
        check(Error::LimitExceeded { what: "conditions", limit: 500 }, 400, "0x80040203");
        check(Error::NotQueryable { column, reason: "it is a memo" }, 400, "0x80041103");
        check(Error::InvalidCursor, 400, "0x80040203");
        check(Error::LogTrimmed { days: 7 }, 410, "0x80044352");
        for error in
            [Error::DiskFull, Error::Locked, Error::Unavailable, Error::Contention, Error::DefinitionsChanged]
        {
            check(error, 503, "0x80044150");
        }
    }

    #[test]
    fn a_fault_of_ours_is_not_told_to_callers() {
        let error = ApiError::from(Error::internal("password=hunter2"));
        assert_eq!((error.status, error.code.as_str()), (500, "0x80040216"));
        assert!(!error.message.contains("hunter2"), "{}", error.message);
    }
}
