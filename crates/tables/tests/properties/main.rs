//! Properties of the store on both databases, over many seeds. A failure names its seed.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod authorisation;
mod change_log;
mod dice;
mod evaluate;
mod queries;
mod round_trip;
