//! Rows that belong to a row, as its page lists them.

use shell::Visit;
use shell::names::{Names, names};
use tables::{Filter, Privilege, Query, Reader, Result, Row};

use super::records::{self, Kind};

/// Most rows of one list.
const ROWS_MAX: u32 = 20;

/// A list of them, and where one makes another.
pub(super) struct List {
    pub title: String,
    pub rows: Vec<Related>,
    /// In place of no rows.
    pub empty: String,
    /// Address and label.
    pub add: Option<(String, String)>,
}

/// A row in such a list.
pub(super) struct Related {
    pub name: String,
    pub note: String,
    pub page: String,
}

/// The newest rows of `kind` that fulfil the filter, each with a few columns as its note.
pub(super) async fn related(
    visit: &Visit,
    reader: &mut Reader,
    kind: &Kind,
    filter: Filter,
    columns: &[&str],
) -> Result<Vec<Related>> {
    if !visit.may(Privilege::Read, kind.table) {
        return Ok(Vec::new());
    }
    let query = Query::of(kind.table).filter(filter).order_by_descending("createdon").limit(ROWS_MAX);
    let rows = reader.page(&query).await?.rows;
    let names = names(reader, &rows, columns).await?;
    Ok(rows.iter().map(|row| one(visit, kind, row, columns, &names)).collect())
}

fn one(visit: &Visit, kind: &Kind, row: &Row, columns: &[&str], names: &Names) -> Related {
    let value = |column: &&str| {
        let definition = row.definition().column(column)?;
        let text = visit.value(kind.table, definition, row.get(column), names);
        (!text.is_empty()).then_some(text)
    };
    let note = columns.iter().filter_map(value).collect::<Vec<_>>().join(" · ");
    let name = Some(records::name(row)).filter(|name| !name.is_empty());
    Related { name: name.unwrap_or_else(|| visit.say("no-name")), note, page: kind.page(row.id()) }
}
