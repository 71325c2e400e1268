//! The crate through its public door: text in, trees or errors out.
#![allow(missing_docs)]

mod expand;
mod fetch;
mod filter;
mod filter_errors;
mod headers;
mod limits;
mod literals;
mod query;
mod resource;
mod round_trip;
mod shape;
