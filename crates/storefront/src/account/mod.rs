//! Signing in to the store, and what people see and set for themselves there.

mod change_password;
mod credit;
mod forgot_password;
mod member;
mod overview;
mod password;
mod set_password;
mod sign_in;

use axum::Router;
use axum::routing::{get, post};

pub use member::{Member, member_of};

use crate::Shop;

/// Where one's own pages begin.
pub const HOME: &str = "/my-account";

/// The pages of this feature.
pub fn router() -> Router<Shop> {
    Router::new()
        .route("/sign-in", get(sign_in::form).post(sign_in::submit))
        .route("/sign-out", post(sign_in::sign_out))
        .route("/forgot-password", get(forgot_password::form).post(forgot_password::submit))
        .route("/set-password/{token}", get(set_password::form).post(set_password::submit))
        .route(HOME, get(overview::page))
        .route("/my-account/credit", get(credit::page))
        .route("/my-account/organization", post(overview::switch))
        .route("/my-account/change-password", get(change_password::form).post(change_password::submit))
        .route("/my-account/sign-out-everywhere", post(sign_in::sign_out_everywhere))
}
