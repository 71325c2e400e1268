//! The wiring: four databases, three applications, dual-write between two of them, one address.
//!
//! Nothing is decided here. No business rule, no SQL, no HTML.

pub mod backup;
mod connected;
pub mod control;
mod databases;
mod door;
mod ends;
mod hosts;
pub mod proxy;
mod served;
mod stores;
mod system;

pub use databases::{DatabaseName, Databases};
pub use hosts::Hosts;
pub use stores::Stores;
pub use system::{RemoteSales, Running, Settings, System, SystemError};
