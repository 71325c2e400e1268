//! Dual-write: how far it is, what waits, try again, leave out.

use ::dual_write::waiting::Which;
use ::dual_write::watch::{ParkedPage, Retried, Status};
use ::dual_write::{Engine, EngineError};
use axum::extract::{Query as Parameters, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use tables::Context;
use tables::uuid::Uuid;

use super::{Controlled, Trouble};

pub(super) fn routes() -> Router<Controlled> {
    Router::new()
        .route("/dual-write/status", get(status))
        .route("/dual-write/errors", get(errors))
        .route("/dual-write/retry", post(retry))
        .route("/dual-write/skip", post(skip))
        .route("/dual-write/pause", post(pause))
        .route("/dual-write/resume", post(resume))
}

fn engine(controlled: &Controlled) -> Result<Engine, Trouble> {
    controlled.hub.engine().ok_or_else(|| {
        let words = "Nothing connects headquarters and Sales yet: `tandem solution install commerce` does.";
        Trouble::new(StatusCode::NOT_FOUND, words)
    })
}

async fn status(State(controlled): State<Controlled>) -> Result<Json<Status>, Trouble> {
    Ok(Json(engine(&controlled)?.status().await?))
}

#[derive(Deserialize)]
struct After {
    after: Option<String>,
}

async fn errors(
    State(controlled): State<Controlled>,
    Parameters(after): Parameters<After>,
) -> Result<Json<ParkedPage>, Trouble> {
    Ok(Json(engine(&controlled)?.errors(after.after.as_deref()).await?))
}

async fn retry(
    State(controlled): State<Controlled>,
    Json(ids): Json<Vec<Uuid>>,
) -> Result<Json<Retried>, Trouble> {
    let which = if ids.is_empty() { Which::All } else { Which::These(ids) };
    match engine(&controlled)?.retry(&Context::system(), &which).await {
        Ok(retried) => Ok(Json(retried)),
        Err(EngineError::Store(error)) => Err(error.into()),
        Err(error) => Err(Trouble::new(StatusCode::BAD_GATEWAY, error.to_string())),
    }
}

async fn skip(
    State(controlled): State<Controlled>,
    Json(ids): Json<Vec<Uuid>>,
) -> Result<StatusCode, Trouble> {
    let engine = engine(&controlled)?;
    for id in ids {
        engine.skip(Context::system(), id).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
struct Target {
    target: String,
    #[serde(default)]
    reason: String,
}

async fn pause(
    State(controlled): State<Controlled>,
    Json(target): Json<Target>,
) -> Result<StatusCode, Trouble> {
    engine(&controlled)?.pause(Context::system(), &target.target, &target.reason).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn resume(
    State(controlled): State<Controlled>,
    Json(target): Json<Target>,
) -> Result<StatusCode, Trouble> {
    engine(&controlled)?.resume(Context::system(), &target.target).await?;
    Ok(StatusCode::NO_CONTENT)
}
