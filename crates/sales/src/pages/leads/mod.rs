//! The pages of leads.

mod page;
mod qualify;
mod state;

use axum::Router;
use axum::routing::{get, post};

/// The pages under `/sales/leads`.
pub(super) fn router() -> Router {
    Router::new()
        .route("/sales/leads/new", get(page::ask_new).post(page::create))
        .route("/sales/leads/{id}", get(page::show).post(page::save))
        .route("/sales/leads/{id}/qualify", get(qualify::ask).post(qualify::submit))
        .route("/sales/leads/{id}/contacted", post(state::contacted))
        .route("/sales/leads/{id}/disqualify", get(state::ask).post(state::submit))
        .route("/sales/leads/{id}/reactivate", get(state::ask_reactivate).post(state::reactivate))
}
