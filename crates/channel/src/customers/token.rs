//! The token in a set-password link.

use platform::token::{Purpose, Token};

/// Opens the set-password page of one person, once.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum PasswordLink {}

impl Purpose for PasswordLink {
    const WORDS: &'static str = "set-password token";
}

/// Opens the set-password page of one person, once.
pub type PasswordToken = Token<PasswordLink>;
