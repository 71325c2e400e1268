//! Organization users: whom a partner's administrator lets order for the organization.

mod add;
mod edit;
mod form;
mod invite;
mod list;
mod remove;

use axum::Router;
use axum::routing::{get, post};
use channel::customers::{ChangeUserError, MemberRole};
use shell::{Fault, Voice};

use crate::Shop;
use crate::account::Member;

/// Where the list is.
pub const PATH: &str = "/my-account/organization-users";

/// The pages of this feature.
pub fn router() -> Router<Shop> {
    Router::new()
        .route(PATH, get(list::page))
        .route("/my-account/organization-users/add", get(add::form).post(add::submit))
        .route("/my-account/organization-users/{id}/edit", get(edit::form).post(edit::submit))
        .route("/my-account/organization-users/{id}/remove", get(remove::ask).post(remove::submit))
        .route("/my-account/organization-users/{id}/invite", post(invite::submit))
}

/// Only administrators see these pages; the verbs decide it again.
fn require_administrator(member: &Member) -> Result<(), Fault> {
    if member.is_administrator() { Ok(()) } else { Err(Fault::NotAllowed) }
}

fn role_word(voice: &Voice, role: MemberRole) -> String {
    match role {
        MemberRole::Admin => voice.say("role-admin"),
        MemberRole::User => voice.say("role-user"),
    }
}

/// What was refused, in words; a fault where it is nobody's own mistake.
fn refused(error: ChangeUserError) -> Result<&'static str, Fault> {
    match error {
        ChangeUserError::NotAdministrator => Err(Fault::NotAllowed),
        ChangeUserError::NotMember => Ok("user-not-there"),
        ChangeUserError::Yourself => Ok("user-yourself"),
        ChangeUserError::Tables(error) => Err(error.into()),
    }
}
