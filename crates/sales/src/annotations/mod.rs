//! Notes on timelines.

use std::sync::Arc;

use tables::{Draft, Error, Moment, Operation, Reference, Result, Rule, Table, Value};
use uuid::Uuid;

/// A note.
#[derive(Clone, Debug, Table)]
#[table(name = "annotation", set = "annotations", ownership = "user", primary = "subject", index(objectid))]
pub struct Annotation {
    /// Id.
    #[column(id)]
    pub annotationid: Uuid,
    /// Headline.
    #[column(text = 500)]
    pub subject: Option<String>,
    /// Text.
    #[column(memo = 100_000)]
    pub notetext: Option<String>,
    /// What it is about.
    #[column(lookup("lead", "opportunity", "account", "contact"))]
    pub objectid: Option<Reference>,
    /// Logical name of the table of `objectid`.
    #[column(text = 60, read_only)]
    pub objecttypecode: Option<String>,
    /// Whether a file hangs on it.
    #[column(yes_no, default = false)]
    pub isdocument: bool,
    /// Name of the file.
    #[column(text = 255)]
    pub filename: Option<String>,
    /// Type of the file.
    #[column(text = 256)]
    pub mimetype: Option<String>,
    /// The file in Base64. As long as a memo can be; larger files need a place of their own.
    #[column(memo = 1_048_576)]
    pub documentbody: Option<String>,
    /// Bytes of the file.
    #[column(whole, min = 0, read_only)]
    pub filesize: Option<i64>,
}

/// Before: what a note says of its own parent and file.
pub(crate) fn completing_rule() -> Rule {
    Rule {
        name: "parent and file of notes",
        table: Annotation::NAME,
        moment: Moment::Before,
        operations: &[Operation::Create, Operation::Update],
        rights: &[],
        run: Arc::new(|_, draft| Box::pin(async move { complete(draft) })),
    }
}

fn complete(draft: &mut Draft) -> Result<()> {
    let parent = match draft.after.get("objectid") {
        Value::Reference(reference) => Value::from(reference.table.as_str()),
        _ => Value::Null,
    };
    draft.after.set("objecttypecode", parent)?;
    if !draft.changes("documentbody") {
        return Ok(());
    }
    let size = match draft.after.get("documentbody") {
        Value::Text(text) => Some(bytes_of_base64(text).ok_or_else(|| Error::WrongType {
            column: "documentbody".into(),
            expected: "a file in Base64 with its padding",
        })?),
        _ => None,
    };
    draft.after.set("isdocument", size.is_some())?;
    draft.after.set("filesize", size)
}

/// How many bytes a Base64 text stands for.
fn bytes_of_base64(text: &str) -> Option<i64> {
    let padding = text.bytes().rev().take(2).take_while(|byte| *byte == b'=').count();
    let digits = &text.as_bytes()[..text.len() - padding];
    let known = digits.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'));
    let bytes = text.len() / 4 * 3 - padding;
    (known && text.len().is_multiple_of(4)).then(|| i64::try_from(bytes).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_file_is_read_off_its_base64() {
        let cases: [(&str, Option<i64>); 7] = [
            ("", Some(0)),
            ("YQ==", Some(1)),
            ("YWI=", Some(2)),
            ("YWJj", Some(3)),
            ("YWJ", None),
            ("YW!j", None),
            ("====", None),
        ];
        for (text, expect) in cases {
            assert_eq!(bytes_of_base64(text), expect, "{text}");
        }
    }
}
