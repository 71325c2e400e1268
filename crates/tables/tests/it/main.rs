//! The store on both databases.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod added_columns;
mod aggregates;
mod authorisation;
mod backup;
mod bad_input;
mod change_log;
mod defining;
mod failing;
mod files;
mod links;
mod multi_choice;
mod personal;
mod pointing;
mod rules;
mod schema;
mod shop;
mod telemetry;
mod undefining;
mod writing;
