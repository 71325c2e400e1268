//! Dual-write: keeps headquarters and Sales in step, over their Web APIs alone.
//!
//! *Capture* reads each side's change log. *Plan* is pure: what a change means for the other side,
//! judged by value against what both sides last agreed on. *Apply* is idempotent: every create has
//! an id that follows from its source, every command a decision id. Only then are link and
//! checkpoint written, so a crash anywhere repeats work that is already done and finds it done.
#![warn(missing_docs)]

mod capture;
mod change;
mod checkpoints;
mod deliver;
mod engine;
pub mod links;
pub mod maps;
pub mod pages;
mod peer;
pub mod plan;
mod remote;
mod row;
pub mod seed;
mod side;
pub mod solutions;
pub mod waiting;
pub mod watch;

pub use capture::Dialect;
pub use change::{Change, Operation};
pub use checkpoints::Checkpoint;
pub use engine::{Engine, EngineError, Measured, Pulse, SidePulse};
pub use peer::{Address, Peer, PeerError, Service};
pub use remote::{RemoteError, RemoteSales, RemoteSettings};
pub use row::Row;
pub use side::Side;
pub use solutions::{Ends, Gallery, Handle, Hub};

use tables::Catalog;
use tables::security::with_security;

/// The origin that dual-write states with every request, and its application user's client id.
pub const ORIGIN: &str = "dual-write";
/// Client id of the application user that sets up, repairs and verifies.
pub const SETUP: &str = "dual-write-setup";

/// The tables of dual-write's own database. All of it but its people is bookkeeping.
#[must_use]
pub fn catalog() -> Catalog {
    with_security(Catalog::new())
        .with::<links::Link>()
        .with::<Checkpoint>()
        .with::<waiting::Waiting>()
        .with::<capture::Observed>()
        .with::<watch::Pause>()
        .with::<watch::Activity>()
        .with::<solutions::Installation>()
        .with::<solutions::InstallationStep>()
        .with::<solutions::Verification>()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_catalog_is_valid() {
        super::catalog().check().unwrap();
    }
}
