//! The frame that the store's pages live in, and the pages that are nobody's feature.

mod field;
mod home;
mod language;
mod terms;
mod visitor;

use axum::Router;
use axum::middleware;
use axum::routing::{any, get, post};
use shell::Fault;

pub use field::{Field, Kind};
pub use language::remember;
pub use visitor::{Frame, Id, Secret, Signed, Visitor};

use crate::{Shop, account, onboarding, users};

/// Everything that a browser asks for.
pub fn router(shop: &Shop) -> Router<Shop> {
    Router::new()
        .route("/", get(home::page))
        .route("/terms", get(terms::page))
        .route("/language", post(language::choose))
        .route(onboarding::PATH, get(onboarding::page::form).post(onboarding::page::submit))
        .route("/requests/{token}", get(onboarding::status::handle))
        .route("/requests/{token}/confirmation", get(onboarding::status::confirmation))
        .merge(account::router())
        .merge(users::router())
        .fallback(any(async || Fault::NotFound))
        .method_not_allowed_fallback(async || Fault::WrongMethod)
        .layer(middleware::from_fn(shell::guard))
        .layer(middleware::from_fn_with_state(shop.clone(), visitor::arrive))
        .layer(middleware::from_fn(shell::headers))
}
