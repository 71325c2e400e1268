//! What a run says about one row.

use tables::Error;

/// A sentence about a row. Pages say it in their reader's language by its code; the others have the
/// message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// `pulled`; empty: nobody has other words for it.
    pub code: String,
    /// What the sentence names: a number, a count. Empty: nothing.
    pub detail: String,
    /// The sentence in English.
    pub message: String,
}

impl Remark {
    /// The sentence that goes by this code.
    pub fn new(code: &str, message: impl Into<String>) -> Self {
        Self { code: code.into(), detail: String::new(), message: message.into() }
    }

    /// The same, naming something.
    #[must_use]
    pub fn about(self, detail: impl ToString) -> Self {
        Self { detail: detail.to_string(), ..self }
    }
}

impl From<&str> for Remark {
    fn from(message: &str) -> Self {
        Self { message: message.into(), ..Self::default() }
    }
}

impl From<&Error> for Remark {
    fn from(error: &Error) -> Self {
        let code = if let Error::Refused { code, .. } = error { code } else { "" };
        Self::new(code, error.to_string())
    }
}
