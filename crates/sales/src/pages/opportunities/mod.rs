//! The pages of opportunities.

mod close;
mod page;
mod pipeline;
mod stage;

use axum::Router;
use axum::routing::{get, post};

/// The pages under `/sales/opportunities`, and the board.
pub(super) fn router() -> Router {
    Router::new()
        .route("/sales/opportunities/new", get(page::ask_new).post(page::create))
        .route("/sales/opportunities/{id}", get(page::show).post(page::save))
        .route("/sales/opportunities/{id}/won", get(close::ask_won).post(close::won))
        .route("/sales/opportunities/{id}/lost", get(close::ask_lost).post(close::lost))
        .route("/sales/opportunities/{id}/reopen", get(close::ask_reopen).post(close::reopen))
        .route("/sales/opportunities/{id}/stage", post(stage::enter))
        .route("/sales/pipeline", get(pipeline::show))
}
