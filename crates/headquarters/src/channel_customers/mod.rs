//! Customers for the store: job 1010 publishes them, and tells people that they can sign in.

pub mod job_1010;
mod publication;
#[cfg(test)]
mod tests;
mod welcome;
