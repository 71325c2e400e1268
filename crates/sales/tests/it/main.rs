//! Sales on both databases: its verbs as its callers.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod closing;
mod office;
mod qualifying;
mod seeding;
