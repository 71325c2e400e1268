//! An opaque marker of where a page ended: the sort values of its last row.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::{Error, Result};

/// Marks the end of a page. Its text is opaque to callers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Tells one order from another, so that a marker is not used with a different query.
    pub(crate) shape: u64,
    /// The last row's sort values as stored, the id last.
    pub(crate) values: Vec<serde_json::Value>,
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = serde_json::json!([format!("{:016x}", self.shape), self.values]).to_string();
        formatter.write_str(&URL_SAFE_NO_PAD.encode(text))
    }
}

impl std::str::FromStr for Cursor {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| Error::InvalidCursor)?;
        let (shape, values): (String, Vec<serde_json::Value>) =
            serde_json::from_slice(&bytes).map_err(|_| Error::InvalidCursor)?;
        let shape = u64::from_str_radix(&shape, 16).map_err(|_| Error::InvalidCursor)?;
        Ok(Self { shape, values })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_its_text_and_nonsense_is_refused() {
        let cursor = Cursor {
            shape: 0xFEED_0000_0000_0001,
            values: vec!["ż".into(), 3.into(), serde_json::Value::Null],
        };
        assert_eq!(cursor.to_string().parse::<Cursor>(), Ok(cursor));
        for text in ["", "x", "WyJ4Il0", "%%%"] {
            assert_eq!(text.parse::<Cursor>(), Err(Error::InvalidCursor));
        }
    }
}
