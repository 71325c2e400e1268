//! `GET /requests/<token>`: where a request stands, for whoever holds its link.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::IntoResponse;
use channel::requests::{StatusToken, find_by_token};
use serde::Serialize;
use tables::Principal;

use crate::Shop;
use crate::problem::Problem;

/// The link is a secret: it is neither kept by caches nor told to other sites.
const PRIVATE: [(HeaderName, &str); 3] =
    [(header::CACHE_CONTROL, "no-store"), (header::REFERRER_POLICY, "no-referrer"), (header::VARY, "Accept")];

#[derive(Serialize)]
struct Status {
    reference: String,
    status: &'static str,
    history: Vec<Step>,
}

#[derive(Serialize)]
struct Step {
    status: &'static str,
    at: String,
}

pub async fn handle(
    State(shop): State<Shop>,
    Path(token): Path<String>,
) -> Result<impl IntoResponse, Problem> {
    let unknown = || Problem::new(StatusCode::NOT_FOUND, "There is no request behind this link.");
    let token = StatusToken::parse(&token).ok_or_else(unknown)?;
    let mut reader = shop.store.read(&Principal::system()).await?;
    let report = find_by_token(&mut reader, &token).await?.ok_or_else(unknown)?;
    let step = |(status, at): &(channel::requests::RequestStatus, jiff::Timestamp)| Step {
        status: status.word(),
        at: at.to_string(),
    };
    let history = report.history.iter().map(step).collect();
    let status = Status { reference: report.reference, status: report.status.word(), history };
    Ok((PRIVATE, Json(status)))
}
