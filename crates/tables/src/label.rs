//! What something that was made at run time is called.

use serde::{Deserialize, Serialize};

/// A text in some languages, each by its Windows number (1033 is American English).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Label(Vec<(u16, String)>);

impl Label {
    /// The last text given for a language counts.
    #[must_use]
    pub fn new(texts: impl IntoIterator<Item = (u16, String)>) -> Self {
        let mut label = Self::default();
        for (language, text) in texts {
            label.0.retain(|(known, _)| *known != language);
            label.0.push((language, text));
        }
        label
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The texts by language, in the order given.
    #[must_use]
    pub fn texts(&self) -> &[(u16, String)] {
        &self.0
    }

    /// The text in this language.
    #[must_use]
    pub fn text(&self, language: u16) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == language).map(|(_, text)| text.as_str())
    }
}
