//! The engine between two peers in memory: crashes, clashes, refusals, and rules that disagree.

mod engine;
mod peer;
