//! The service through its router, on both databases.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod actions;
mod bad_input;
mod batch;
mod changes;
mod customizing;
mod delta;
mod expand;
mod fetching;
mod filters;
mod finance;
mod metadata;
mod multiple;
mod properties;
mod reading;
mod tokens;
mod world;
mod writing;

#[path = "../../src/respond/fixture.rs"]
mod fixture;
