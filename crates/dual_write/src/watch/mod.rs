//! Watching dual-write and putting it right: how far it is, what waits and why, and the ways out.

mod errors;
mod retry;
mod standings;
mod status;

pub use errors::{Parked, ParkedPage};
pub use retry::Retried;
pub use standings::{CounterpartPage, Standings};
pub use status::{Kind, SideStatus, Status, TargetStatus};
