//! Sales on both databases: its verbs as its callers.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]

mod api;
mod choosing;
mod closing;
mod copying;
mod deciding;
mod office;
mod pages;
mod qualifying;
mod seeding;
mod views;
mod without_package;
