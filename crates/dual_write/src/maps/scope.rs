//! What a map document can name: columns of the changed row, columns of rows read beside it
//! (`lead.statecode`), and facts of the delivery (`$company`).

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::row::{self, Row};

/// Names with their values.
#[derive(Clone, Debug, Default)]
pub struct Scope<'a> {
    row: Option<&'a Row>,
    related: BTreeMap<String, Row>,
    facts: BTreeMap<String, Json>,
}

impl<'a> Scope<'a> {
    /// The columns of `row`.
    #[must_use]
    pub fn of(row: &'a Row) -> Self {
        Self { row: Some(row), ..Self::default() }
    }

    /// With `$name`.
    #[must_use]
    pub fn fact(mut self, name: &str, value: impl Into<Json>) -> Self {
        self.facts.insert(name.to_owned(), value.into());
        self
    }

    /// With the columns of another row as `name.column`; without a row they are nothing.
    #[must_use]
    pub fn related(mut self, name: &str, row: Option<Row>) -> Self {
        match row {
            Some(row) => self.related.insert(name.to_owned(), row),
            None => self.related.remove(name),
        };
        self
    }

    /// The value that `name` stands for; nothing for what is not there.
    #[must_use]
    pub fn get(&self, name: &str) -> Json {
        if let Some(fact) = name.strip_prefix('$') {
            return self.facts.get(fact).cloned().unwrap_or_default();
        }
        let (row, column) = match name.split_once('.') {
            Some((related, column)) => (self.related.get(related), column),
            None => (self.row, name),
        };
        row.map_or(Json::Null, |row| row::value(row, column).clone())
    }
}
