//! `GET /mail/messages`: what would have been sent, for demos and tests only.

use axum::extract::{Query as UrlQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use tables::{Filter, Principal, Query, Result, Store, Table as _};

use super::{EmailMessage, EmailStatus};

/// Most messages of one answer.
const MESSAGES_MAX: u32 = 1_000;

/// Shows captured mail to whoever asks: mount it in a demo only. People are led to the email history.
/// Paths are whole (`/mail/messages`).
pub fn mail_router(store: Store) -> Router {
    Router::new()
        .route("/mail/", get(async || shell::see_other("/headquarters/email-history")))
        .route("/mail/messages", get(messages))
        .with_state(store)
}

#[derive(Deserialize)]
struct Wanted {
    to: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Message {
    id: String,
    to: String,
    from: String,
    subject: String,
    text: String,
    html: String,
    notification_type: String,
    language: String,
    sent_at: Option<String>,
}

async fn messages(State(store): State<Store>, UrlQuery(wanted): UrlQuery<Wanted>) -> Response {
    match captured(&store, wanted.to.as_deref()).await {
        Ok(messages) => Json(messages).into_response(),
        Err(error) if !error.is_transient() && error.column().is_some() => {
            (StatusCode::BAD_REQUEST, error.to_string()).into_response()
        }
        Err(error) => {
            tracing::error!(error = ?error, "captured mail cannot be read");
            (StatusCode::SERVICE_UNAVAILABLE, error.to_string()).into_response()
        }
    }
}

async fn captured(store: &Store, to: Option<&str>) -> Result<Vec<Message>> {
    let mut query = Query::of(EmailMessage::NAME)
        .filter(Filter::equals("Status", EmailStatus::Captured))
        .order_by_descending("SentAt")
        .limit(MESSAGES_MAX);
    if let Some(to) = to {
        query = query.filter(Filter::equals("Recipient", to));
    }
    let messages: Vec<EmailMessage> = store.read(&Principal::system()).await?.list(query).await?;
    Ok(messages.into_iter().map(Message::from).collect())
}

impl From<EmailMessage> for Message {
    fn from(message: EmailMessage) -> Self {
        Self {
            id: message.external_row_id.to_string(),
            to: message.recipient,
            from: message.sender,
            subject: message.subject,
            text: message.text_body,
            html: message.html_body,
            notification_type: message.notification_type,
            language: message.language,
            sent_at: message.sent_at.map(|moment| moment.to_string()),
        }
    }
}
