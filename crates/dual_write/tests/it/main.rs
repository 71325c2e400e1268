//! The engine between two peers in memory: one promise per test, and a simulation by seed.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod console;
mod correcting;
mod engine;
mod pages;
mod peer;
mod scripted;
mod simulation;
mod standings;
mod ways_out;
mod whole;
