//! Stories across all applications, on both databases, and once against the running binary.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]

mod backup;
mod bad_input;
mod binary;
mod client;
mod commands;
mod crashes;
mod customers;
mod doctor;
mod doors;
mod full_house;
mod html;
mod mails;
mod pages;
mod remote;
mod request;
mod restarted;
mod solutions;
mod stories;
mod users;
mod verification;
mod world;
