//! What the pages of every application are tested with: somebody signed in, and words held against
//! the sources that say them.

#![expect(clippy::expect_used, clippy::panic, reason = "only tests use this; they should stop")]

mod browser;
mod words;

#[cfg(test)]
pub(crate) use browser::people;
pub use browser::{Answer, Browser, office, signed_in};
pub use words::check_words;
