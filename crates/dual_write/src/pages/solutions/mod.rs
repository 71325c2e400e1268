//! Packages: the gallery, the page of one, the wizard that installs it, its verification.

mod gallery;
mod package;
mod verification;
mod wizard;
pub(super) mod words;

use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use shell::{Fault, Visit};
use tables::{Privilege, Table as _};

use super::Desk;
use super::values::encode;
use crate::solutions::{Installation, SetupError};

pub(super) const PATH: &str = "/dual-write/solutions";

pub(super) fn routes() -> Router<Desk> {
    let of = |verb: &str| format!("{PATH}/{{name}}{verb}");
    Router::new()
        .route(PATH, get(gallery::page))
        .route(&of(""), get(package::page))
        .route(&of("/install"), get(wizard::page).post(wizard::answer))
        .route(&of("/give-up"), post(wizard::give_up))
        .route(&of("/try-again"), post(wizard::try_again))
        .route(&of("/roll-back"), post(wizard::roll_back))
        .route(&of("/health"), get(package::health))
        .route(&of("/repair"), post(package::repair))
        .route(&of("/uninstall"), get(package::ask_uninstall).post(package::uninstall))
        .route(&of("/verify"), get(verification::page).post(verification::begin))
}

/// The address of a package's page, or of one of its verbs.
fn path_of(package: &str, verb: &str) -> String {
    format!("{PATH}/{}{verb}", encode(package))
}

/// What is known of packages is shown to whoever may read it.
fn may_look(visit: &Visit) -> Result<(), Fault> {
    if visit.may(Privilege::Read, Installation::NAME) { Ok(()) } else { Err(Fault::NotAllowed) }
}

/// Why it was not done, said on the page `back`.
fn refuse(visit: &Visit, error: SetupError, back: &str) -> Result<Response, Fault> {
    let words = match error {
        SetupError::Store(error) => return Err(error.into()),
        SetupError::NoPackage(_) => return Err(Fault::NotFound),
        SetupError::NotInstalled(_) => visit.say("refuse-not-installed"),
        SetupError::Busy(_) => visit.say("refuse-busy"),
        SetupError::NotPrepared(_) => visit.say("refuse-not-prepared"),
        SetupError::OtherEnvironment(_) => visit.say("refuse-other-environment"),
        SetupError::NoConsent => visit.say("consent-needed"),
        SetupError::Unhealthy(_) => visit.say("health-bad"),
        SetupError::NoVerification(_) => visit.say("refuse-no-verification"),
        SetupError::NoRepair(_) => visit.say("refuse-no-repair"),
        // In the words of that side, or of the document.
        SetupError::Peer(error) => error.to_string(),
        SetupError::Documents(error) => error.to_string(),
    };
    Ok(visit.failed(back, &words))
}
