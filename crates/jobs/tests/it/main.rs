//! Jobs and tasks on both databases.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod batch_jobs;
mod tasks;
