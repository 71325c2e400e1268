//! `GET /requests/<token>`: where a request stands, for whoever holds its link.

use std::net::{IpAddr, SocketAddr};

use axum::extract::rejection::PathRejection;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::IntoResponse;
use axum::{Extension, Json};
use channel::requests::{StatusToken, find_by_token};
use serde::Serialize;
use tables::Principal;

use crate::Shop;
use crate::problem::Problem;
use crate::words::Word;
use shell::Language;

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
    peer: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
    token: Result<Path<String>, PathRejection>,
) -> Result<impl IntoResponse, Problem> {
    let sender = peer.map(|Extension(ConnectInfo(address))| address.ip());
    let token = token.ok().map(|Path(token)| token).unwrap_or_default();
    let status = look(&shop, sender, &token).await;
    let status = status.map_err(|problem| problem.in_language(Language::of_headers(&headers)))?;
    Ok((PRIVATE, Json(status)))
}

/// What is no token and what opens nothing are answered alike.
async fn look(shop: &Shop, sender: Option<IpAddr>, token: &str) -> Result<Status, Problem> {
    shop.wrong_link_limit.admit(sender).map_err(Problem::too_many)?;
    let unknown = || Problem::new(StatusCode::NOT_FOUND, Word::UnknownLink);
    let token = StatusToken::parse(token).ok_or_else(unknown)?;
    let mut reader = shop.store.read(&Principal::system()).await?;
    let report = find_by_token(&mut reader, &token, shop.store.environment().clock.now())
        .await?
        .ok_or_else(unknown)?;
    shop.wrong_link_limit.forgive(sender);
    let step = |(status, at): &(channel::requests::RequestStatus, jiff::Timestamp)| Step {
        status: status.word(),
        at: at.to_string(),
    };
    let history = report.history.iter().map(step).collect();
    Ok(Status { reference: report.reference, status: report.status.word(), history })
}
