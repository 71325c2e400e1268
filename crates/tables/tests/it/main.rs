//! The store on both databases.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod aggregates;
mod authorisation;
mod bad_input;
mod change_log;
mod failing;
mod links;
mod multi_choice;
mod pointing;
mod rules;
mod schema;
mod shop;
mod telemetry;
mod writing;
