//! Which key a database complains about. Both name it, each in its own way; the write path turns
//! the name into the key's columns.

use crate::Error;

/// `UNIQUE constraint failed: lead.tandem_b2bprospectid__folded`, or the index by name.
pub fn from_sqlite(message: &str) -> Error {
    let Some((_, failed)) = message.split_once("UNIQUE constraint failed: ") else {
        return Error::internal(message);
    };
    let mut table = String::new();
    let columns: Vec<&str> = failed
        .split(", ")
        .filter_map(|path| path.trim().split_once('.'))
        .map(|(of, column)| {
            of.clone_into(&mut table);
            column
        })
        .collect();
    Error::DuplicateKey { table, key: String::new(), columns: columns.join(",") }
}

/// The name of the violated constraint or index: `key__lead__by_prospect` or `lead_pkey`.
pub fn from_postgres(table: &str, constraint: &str) -> Error {
    let key = constraint.rsplit("__").next().unwrap_or_default();
    let key = if constraint.ends_with("_pkey") { "id" } else { key };
    Error::DuplicateKey { table: table.to_owned(), key: key.to_owned(), columns: String::new() }
}
