//! Watching dual-write and putting it right: how far it is, what waits and why, and the ways out.

mod activity;
mod correct;
mod errors;
mod parked;
mod pause;
mod preview;
mod retry;
mod standings;
mod status;

pub use activity::{Activity, Deed};
pub use correct::{CorrectError, Correctable, Correction};
pub use errors::{Parked, ParkedPage};
pub use parked::{Images, Ready};
pub(crate) use pause::is_paused;
pub use pause::{Pause, REASON_LENGTH_MAX};
pub use preview::{Line, Mark, Pair, preview};
pub use retry::Retried;
pub use standings::{CounterpartPage, Standings};
pub use status::{Kind, SideStatus, Status, TargetStatus};
