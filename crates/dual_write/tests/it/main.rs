//! The engine between two peers in memory: crashes, clashes, refusals, and rules that disagree.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod engine;
mod peer;
