//! The one error of this crate: where the text went wrong and what was hoped for.

use thiserror::Error;

/// Longest piece of the caller's text that an error repeats.
const FOUND_CHARACTERS_MAX: usize = 40;

/// A text that does not follow the grammar, or goes past one of the [`crate::limits`].
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("expected {expected}, found {found} at byte {offset}{}", self.origin())]
pub struct SyntaxError {
    /// Byte offset into the text: for [`crate::parse_query`] into the decoded
    /// value of [`SyntaxError::option`], or into the whole query without one.
    pub offset: usize,
    /// What would have been accepted here.
    pub expected: String,
    /// What stood here instead, shortened when long.
    pub found: String,
    /// The query option or header the text came from, such as `$filter`.
    pub option: Option<String>,
}

impl SyntaxError {
    pub(crate) fn new(offset: usize, expected: impl Into<String>, found: &str) -> Self {
        Self { offset, expected: expected.into(), found: shorten(found), option: None }
    }

    /// Names the option or header the text came from.
    pub(crate) fn in_option(mut self, option: &str) -> Self {
        self.option = Some(shorten(option));
        self
    }

    /// Moves the error from a part of a text to the whole of it.
    pub(crate) fn shifted(mut self, bytes: usize) -> Self {
        self.offset += bytes;
        self
    }

    fn origin(&self) -> String {
        self.option.as_ref().map(|option| format!(" of {option}")).unwrap_or_default()
    }
}

/// Refuses a text that is too long before anything else looks at it.
pub(crate) fn check_length(text: &str, bytes_max: usize) -> Result<(), SyntaxError> {
    if text.len() <= bytes_max {
        return Ok(());
    }
    let found = format!("{} bytes", text.len());
    Err(SyntaxError::new(bytes_max, format!("at most {bytes_max} bytes"), &found))
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(FOUND_CHARACTERS_MAX) {
        Some((end, _)) => format!("{}...", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
