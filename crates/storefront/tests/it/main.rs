//! The store's API as a sender meets it, on SQLite and on PostgreSQL.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod edges;
mod edits;
mod fields;
mod forms;
mod limits;
mod pages;
mod people;
mod repeats;
mod shop;
mod users;
