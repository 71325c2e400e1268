//! Why a page could not be shown or a form not taken, in the reader's words.

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use tables::Error;

use crate::{Frame, Voice};

/// What a handler answers: a page, or why not.
pub type Shown = Result<Response, Fault>;

/// Why there is no page. The frame around it is added where the visit is known.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Fault {
    /// The store refused.
    #[error(transparent)]
    Tables(#[from] Error),
    /// Nothing is at this address, or nothing that one may see.
    #[error("not found")]
    NotFound,
    /// One is not allowed here.
    #[error("not allowed")]
    NotAllowed,
    /// The request makes no sense: a form that no page of ours sends.
    #[error("unreadable")]
    Unreadable,
    /// Another site's page sent the form.
    #[error("sent from another site")]
    OtherSite,
    /// What is here can be looked at but not sent to, or the reverse.
    #[error("method not allowed")]
    WrongMethod,
    /// Too often; welcome again after so many seconds.
    #[error("too many requests")]
    TooMany(u64),
    /// A template failed: a fault of ours.
    #[error("template: {0}")]
    Template(String),
}

impl From<askama::Error> for Fault {
    fn from(error: askama::Error) -> Self {
        Self::Template(error.to_string())
    }
}

impl Fault {
    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::Tables(Error::NotFound { .. } | Error::UnknownTable { .. }) => {
                StatusCode::NOT_FOUND
            }
            Self::NotAllowed | Self::OtherSite | Self::Tables(Error::NoPrivilege { .. }) => {
                StatusCode::FORBIDDEN
            }
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Tables(
                Error::StaleVersion { .. }
                | Error::DuplicateKey { .. }
                | Error::Refused { .. }
                | Error::Unfit { .. },
            ) => StatusCode::CONFLICT,
            Self::Tables(Error::Internal(_)) | Self::Template(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Tables(error) if error.is_transient() => StatusCode::SERVICE_UNAVAILABLE,
            Self::Tables(Error::DefinitionLosesData { .. } | Error::InvalidDefinition { .. }) => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
            Self::Unreadable | Self::Tables(_) => StatusCode::BAD_REQUEST,
        }
    }

    /// Whether it is a fault of ours, for the log.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        self.status() == StatusCode::INTERNAL_SERVER_ERROR
    }

    /// What happened, in a few words.
    #[must_use]
    pub fn title(&self, voice: &Voice) -> String {
        match self {
            Self::OtherSite => return voice.say("fault-other-site"),
            Self::Tables(Error::Refused { .. } | Error::Unfit { .. }) => return voice.say("fault-refused"),
            _ => {}
        }
        voice.say(match self.status() {
            StatusCode::NOT_FOUND => "fault-not-found",
            StatusCode::FORBIDDEN => "fault-not-allowed",
            StatusCode::TOO_MANY_REQUESTS => "fault-too-many",
            StatusCode::CONFLICT => "fault-conflict",
            StatusCode::METHOD_NOT_ALLOWED => "fault-wrong-method",
            StatusCode::SERVICE_UNAVAILABLE => "fault-busy",
            StatusCode::INTERNAL_SERVER_ERROR => "fault-ours",
            _ => "fault-unreadable",
        })
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self, voice: &Voice) -> String {
        match self {
            Self::TooMany(seconds) => voice.say_with("fault-too-many-remedy", "seconds", seconds),
            // Without the table a column has no name for people.
            Self::Tables(error)
                if error.column().is_some_and(|column| voice.try_column("", column).is_none()) =>
            {
                voice.say("fault-unreadable-remedy")
            }
            Self::Tables(error) => voice.error(error),
            Self::OtherSite => voice.say("fault-other-site-remedy"),
            Self::WrongMethod => voice.say("fault-wrong-method-remedy"),
            Self::NotFound => voice.say("fault-not-found-remedy"),
            Self::NotAllowed => voice.say("fault-not-allowed-remedy"),
            Self::Unreadable => voice.say("fault-unreadable-remedy"),
            Self::Template(_) => voice.say("error-internal"),
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        if self.is_ours() {
            tracing::error!(fault = %match &self {
                Self::Tables(Error::Internal(cause)) => cause.clone(),
                fault => fault.to_string(),
            }, "a page failed");
        }
        let mut response = self.status().into_response();
        if let Self::TooMany(seconds) = self {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response.extensions_mut().insert(self);
        response
    }
}

#[derive(Template)]
#[template(path = "fault.html")]
struct Page {
    frame: Frame,
    title: String,
    remedy: String,
}

/// The whole page for a fault, inside this frame.
pub(crate) fn page(fault: &Fault, mut frame: Frame, response: Response) -> Response {
    let (title, remedy) = (fault.title(&frame), fault.remedy(&frame));
    frame.title.clone_from(&title);
    let (mut parts, _) = response.into_parts();
    match (Page { frame, title, remedy }).render() {
        Ok(html) => {
            let html_type = axum::http::HeaderValue::from_static("text/html; charset=utf-8");
            parts.headers.insert(header::CONTENT_TYPE, html_type);
            parts.headers.remove(header::CONTENT_LENGTH);
            Response::from_parts(parts, html.into())
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

impl Voice {
    /// What the store refused, in this language.
    #[must_use]
    pub fn error(&self, error: &Error) -> String {
        self.error_in("", error)
    }

    /// What the store refused about a row of `table`, in this language.
    #[must_use]
    pub fn error_in(&self, table: &str, error: &Error) -> String {
        let label = |column: &str| self.column(table, column);
        let about = |key: &str, column: &str| self.say_with(key, "column", label(column));
        match error {
            Error::WrongType { column, .. } => about("error-wrong-type", column),
            Error::InvalidText { column } => about("error-invalid-text", column),
            Error::TooLong { column, length, length_max } => self.say_all(
                "error-too-long",
                &[
                    ("column", &label(column)),
                    ("length", &length.to_string()),
                    ("max", &length_max.to_string()),
                ],
            ),
            Error::OutOfRange { column, min, max } => {
                self.say_all("error-out-of-range", &[("column", &label(column)), ("min", min), ("max", max)])
            }
            Error::UnknownChoice { column, .. } => about("error-unknown-choice", column),
            Error::Required { column } => about("error-required", column),
            Error::ReadOnly { column, .. } => about("error-read-only", column),
            Error::BrokenLookup { column, .. } => about("error-broken-lookup", column),
            Error::InvalidFile { column, .. } => about("error-invalid-file", column),
            Error::StillReferenced { .. } => self.say("error-still-referenced"),
            Error::NotFound { .. } => self.say("fault-not-found-remedy"),
            Error::StaleVersion { .. } => self.say("error-stale"),
            Error::DuplicateKey { columns, .. } => {
                let names = columns.split(" and ").flat_map(|some| some.split(", "));
                let labels: Vec<String> = names.map(label).collect();
                self.say_with("error-duplicate", "columns", labels.join(", "))
            }
            Error::NoPrivilege { .. } => self.say("error-no-privilege"),
            Error::Unfit { reason, message, .. } => {
                self.try_say(&format!("unfit-{reason}")).unwrap_or_else(|| message.clone())
            }
            // A rule's own words; an application translates those that its pages can meet.
            Error::Refused { code, message } => {
                self.try_say(&format!("refused-{code}")).unwrap_or_else(|| message.clone())
            }
            Error::LimitExceeded { limit, .. } => self.say_with("error-limit", "limit", limit),
            Error::UnknownTable { .. } | Error::UnknownColumn { .. } | Error::NotQueryable { .. } => {
                self.say("fault-unreadable-remedy")
            }
            Error::InvalidCursor | Error::LogTrimmed { .. } => self.say("error-cursor"),
            Error::DiskFull
            | Error::Locked
            | Error::Unavailable
            | Error::Contention
            | Error::DefinitionsChanged => self.say("error-busy"),
            Error::DefinitionLosesData { .. } | Error::InvalidDefinition { .. } | Error::Internal(_) => {
                self.say("error-internal")
            }
        }
    }
}
