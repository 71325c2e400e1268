//! The control door: what the command line asks of a running `serve`, or of the system that it
//! opened itself. Whoever comes in needs the token that lies in the data folder.

mod applications;
mod backup;
mod doctor;
mod dual_write;
mod jobs;
mod solutions;
mod users;

use std::sync::Arc;

use ::jobs::Jobs;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use headquarters::readiness::Surroundings;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::backup::Source;
use crate::{Stores, System};

/// Where the door is.
pub const PATH: &str = "/control";

/// What the door works on.
#[derive(Clone)]
struct Controlled {
    stores: Stores,
    /// Where people reach the back office.
    office_origin: String,
    jobs: Arc<Jobs>,
    /// What headquarters is surrounded by.
    around: Surroundings,
    hub: ::dual_write::Hub,
    /// All that a backup is taken of.
    source: Source,
}

/// The door, open to whoever knows `token`.
pub fn router(system: &System, token: &str) -> Router {
    let controlled = Controlled {
        stores: system.stores.clone(),
        office_origin: system.office_origin.clone(),
        jobs: Arc::clone(&system.jobs),
        around: system.around.clone(),
        hub: system.hub.clone(),
        source: system.source(),
    };
    let expected = format!("Bearer {token}");
    let routes = Router::new()
        .merge(jobs::routes())
        .merge(dual_write::routes())
        .merge(solutions::routes())
        .merge(users::routes())
        .merge(applications::routes())
        .merge(backup::routes())
        .merge(doctor::routes())
        .with_state(controlled);
    let routes = routes.fallback(|| async { StatusCode::NOT_FOUND });
    let routes = routes.layer(middleware::from_fn(move |request: Request, next: Next| {
        let expected = expected.clone();
        async move {
            let given = request.headers().get(header::AUTHORIZATION).map(|value| value.as_bytes().to_vec());
            if given.is_some_and(|given| same(&given, expected.as_bytes())) {
                return next.run(request).await;
            }
            Trouble::new(StatusCode::UNAUTHORIZED, "The control token is missing or wrong.").into_response()
        }
    }));
    let door = Router::new().nest(PATH, routes);
    if system.demo { door.route_layer(middleware::from_fn(crate::door::loopback_only)) } else { door }
}

/// Compared by hash, so that the time it takes says nothing about the token.
fn same(given: &[u8], expected: &[u8]) -> bool {
    Sha256::digest(given) == Sha256::digest(expected)
}

/// Why the door gave nothing, in words for the terminal.
struct Trouble {
    status: StatusCode,
    message: String,
}

impl Trouble {
    fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, message: message.into() }
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        (self.status, Json(json!({ "message": self.message }))).into_response()
    }
}

impl From<tables::Error> for Trouble {
    fn from(error: tables::Error) -> Self {
        let status = match error {
            tables::Error::NotFound { .. } => StatusCode::NOT_FOUND,
            tables::Error::InvalidCursor | tables::Error::Refused { .. } => StatusCode::BAD_REQUEST,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self::new(status, error.to_string())
    }
}
