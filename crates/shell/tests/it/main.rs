//! Grid and form as somebody uses them, on both databases, with a table of the tests' own.
#![expect(clippy::unwrap_used, reason = "tests stop where they stand")]

mod form;
mod grid;
mod world;
