//! The pages of leads.

mod disqualify;
mod page;
mod qualify;

use axum::Router;
use axum::routing::get;

/// The pages under `/sales/leads`.
pub(super) fn router() -> Router {
    Router::new()
        .route("/sales/leads/new", get(page::ask_new).post(page::create))
        .route("/sales/leads/{id}", get(page::show).post(page::save))
        .route("/sales/leads/{id}/qualify", get(qualify::ask).post(qualify::submit))
        .route("/sales/leads/{id}/disqualify", get(disqualify::ask).post(disqualify::submit))
        .route("/sales/leads/{id}/reactivate", get(disqualify::ask_reactivate).post(disqualify::reactivate))
}
