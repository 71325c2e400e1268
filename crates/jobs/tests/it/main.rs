//! Jobs and tasks on both databases.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]

mod batch_jobs;
mod tasks;
