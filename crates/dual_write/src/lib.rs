//! Dual-write: keeps headquarters and Sales in step.
#![warn(missing_docs)]
pub mod maps;
mod row;
mod side;
pub use row::Row;
pub use side::Side;
