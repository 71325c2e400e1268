//! Where rows become SQL: the only folder that writes it or speaks to a database driver.

pub mod aggregate;
pub mod backup;
#[cfg(feature = "testing")]
pub mod cells;
pub mod clock;
pub mod cluster;
pub mod condition;
pub mod connection;
pub mod constraint;
pub mod describe;
pub mod files;
mod filter;
pub mod keyset;
pub mod layout;
mod links;
pub mod log;
pub mod lower;
pub mod migrate;
pub mod personal;
mod places;
pub mod postgres;
pub mod schema;
pub mod sqlite;
pub mod text;
pub mod write;

pub use connection::Connection;
pub use layout::Layout;
pub use text::{Dialect, Raw, Sql, Storage};
