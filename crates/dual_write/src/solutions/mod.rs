//! Solution packages: which there are, how one is installed, verified and removed.
//!
//! An installation is rows: one for the package, one for each thing that it adds. Whoever looks at
//! them, in this process or the next, knows what is left to do; each step can be done twice.

mod drive;
mod environment;
mod form;
pub mod gallery;
mod health;
mod hub;
mod install;
pub mod installation;
mod items;
mod legs;
mod package;
mod parts;
mod traces;
mod uninstall;
mod variables;
mod verification;
mod wizard;

pub use drive::Handle;
pub use environment::Environment;
pub use gallery::{Gallery, Unfit};
pub use health::{About, Finding, is_healthy};
pub use hub::{Ends, Hub};
pub use installation::{Installation, InstallationState, InstallationStep, StepKind, StepState};
pub use items::{Item, Presence};
pub use package::{Documents, Package};
pub use parts::{Check, NewColumn, NewColumnKind, NewKey, NewOption, NewView, Repair, Words};
pub use variables::Variables;
pub use verification::{Forget, Leg, LegName, Patience, StoreDoor, Verification, VerificationState};
pub use wizard::{Company, Question};

use crate::maps::MapError;
use crate::{PeerError, Side};

/// Why a package cannot be installed, verified or removed.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// No package of this name.
    #[error("There is no package {0}. `tandem solution list` shows all of them.")]
    NoPackage(String),
    /// Not installed.
    #[error("The package {0} is not installed.")]
    NotInstalled(String),
    /// It is installed, or steps are under way.
    #[error(
        "The package {0} is installed already, or being installed or removed. Wait for the end, or look at it."
    )]
    Busy(String),
    /// The wizard's questions are not answered.
    #[error("The installation of {0} is not prepared: confirm the environments and choose a company first.")]
    NotPrepared(String),
    /// Another environment answers than the one that was shown.
    #[error("Another environment of {0} answers than the one that you were shown. Look again and confirm.")]
    OtherEnvironment(Side),
    /// Nobody agreed to what will be changed.
    #[error("Nothing is changed without consent: agree to the changes first.")]
    NoConsent,
    /// Findings stand in the way.
    #[error("The health check has findings: {0}. Put them right first.")]
    Unhealthy(String),
    /// A test request takes a way that this package does not have.
    #[error("The package {0} makes no leads of prospects, and a verification follows such a one.")]
    NoVerification(String),
    /// There is no button for it.
    #[error("Nothing to repair is called {0}. Look at the health check again.")]
    NoRepair(String),
    /// A side.
    #[error(transparent)]
    Peer(#[from] PeerError),
    /// A package's documents.
    #[error(transparent)]
    Documents(#[from] MapError),
    /// Dual-write's own database.
    #[error(transparent)]
    Store(#[from] tables::Error),
}
