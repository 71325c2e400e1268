//! A backup of the system as it runs.

use std::path::PathBuf;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Controlled, Trouble};
use crate::backup::{BackupError, take};

pub(super) fn routes() -> Router<Controlled> {
    Router::new().route("/backup", post(backup))
}

#[derive(Deserialize)]
struct Wish {
    /// Absolute: who asks may be in another folder than this process.
    folder: PathBuf,
}

async fn backup(
    State(controlled): State<Controlled>,
    Json(wish): Json<Wish>,
) -> Result<Json<Value>, Trouble> {
    if !wish.folder.is_absolute() {
        return Err(Trouble::new(StatusCode::BAD_REQUEST, "The folder has to be given from the root on."));
    }
    let manifest = take(&controlled.source, &wish.folder).await.map_err(|error| {
        let status = match error {
            BackupError::Refused(_) => StatusCode::BAD_REQUEST,
            BackupError::File { .. } | BackupError::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Trouble::new(status, error.to_string())
    })?;
    Ok(Json(
        json!({ "takenAt": manifest.taken_at, "databases": manifest.parts.len(), "bytes": manifest.bytes() }),
    ))
}
