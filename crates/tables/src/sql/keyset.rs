//! Keyset paging: where a page ended, and the rows after it.

use std::hash::{DefaultHasher, Hash, Hasher};

use uuid::Uuid;

use super::text::{Raw, Sql, Storage};
use crate::{Cursor, Error, Link, Query, Result};

/// One term of the order, resolved.
pub struct Term {
    pub alias: usize,
    pub name: String,
    pub storage: Storage,
    pub descending: bool,
    pub is_id: bool,
}

/// Rows after the cursor: for each term, equal in all terms before it and beyond it in this one.
pub fn after(sql: &mut Sql, order: &[Term], cursor: &Cursor) -> Result<()> {
    let values = order
        .iter()
        .zip(&cursor.values)
        .map(|(term, json)| cursor_value(term.storage, json))
        .collect::<Result<Vec<_>>>()?;
    // Said once more in a form that an index can start from.
    if let (Some(first), Some(value), false) = (order.first(), values.first(), order[0].descending)
        && *value != Raw::Null
    {
        sql.column(first.alias, &first.name).push(" >= ").bind(value.clone()).push(" AND (");
    } else {
        sql.push("(");
    }
    for (at, term) in order.iter().enumerate() {
        sql.push(if at == 0 { "(" } else { " OR (" });
        for (before, value) in order[..at].iter().zip(&values) {
            sql.column(before.alias, &before.name);
            match value {
                Raw::Null => sql.push(" IS NULL"),
                value => sql.push(" = ").bind(value.clone()),
            };
            sql.push(" AND ");
        }
        let value = &values[at];
        match (value, term.descending) {
            (Raw::Null, false) => sql.column(term.alias, &term.name).push(" IS NOT NULL"),
            (Raw::Null, true) => sql.push("1 = 0"),
            (value, false) => sql.column(term.alias, &term.name).push(" > ").bind(value.clone()),
            (value, true) => {
                sql.push("(").column(term.alias, &term.name).push(" < ").bind(value.clone()).push(" OR ");
                sql.column(term.alias, &term.name).push(" IS NULL)")
            }
        };
        sql.push(")");
    }
    sql.push(")");
    Ok(())
}

fn cursor_value(storage: Storage, json: &serde_json::Value) -> Result<Raw> {
    if json.is_null() {
        return Ok(Raw::Null);
    }
    let raw = match storage {
        Storage::Integer => json.as_i64().map(Raw::Integer),
        Storage::Boolean => json.as_bool().map(Raw::Boolean),
        Storage::Text => json.as_str().map(|text| Raw::Text(text.to_owned())),
        // Nothing is sorted by content.
        Storage::Bytes => None,
        Storage::Id => json.as_str().and_then(|text| Uuid::try_parse(text).ok()).map(Raw::Id),
    };
    raw.filter(|raw| !matches!(raw, Raw::Text(text) if text.contains('\0'))).ok_or(Error::InvalidCursor)
}

/// The cursor after a row whose order terms are `raws`.
pub fn cursor(shape: u64, raws: &[Raw]) -> Cursor {
    let json = |raw: &Raw| match raw {
        Raw::Null | Raw::Bytes(_) => serde_json::Value::Null,
        Raw::Integer(number) => (*number).into(),
        Raw::Boolean(yes) => (*yes).into(),
        Raw::Text(text) => text.as_str().into(),
        Raw::Id(id) => id.to_string().into(),
    };
    Cursor { shape, values: raws.iter().map(json).collect() }
}

/// Tells queries apart whose pages may not be mixed: by table, order and links.
pub fn shape(query: &Query) -> u64 {
    let mut hasher = DefaultHasher::new();
    query.table.hash(&mut hasher);
    for sort in &query.order {
        (&sort.path, sort.descending).hash(&mut hasher);
    }
    let mut links: Vec<&Link> = query.links.iter().collect();
    while let Some(link) = links.pop() {
        (&link.alias, &link.table, &link.from, &link.to).hash(&mut hasher);
        links.extend(&link.links);
    }
    hasher.finish()
}
