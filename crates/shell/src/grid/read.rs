//! From what was asked to rows.

use tables::{ColumnKind, Error, Filter, Path, Query, Reader, Result, Row, Sort, TableDefinition, TextMatch};

use super::view::fixed;
use super::{Ask, Column, Grid, Page, filter};
use crate::Visit;
use crate::names::{Names, names};

/// Rows that were asked for, with the names that they point at.
pub(super) struct Found {
    pub rows: Vec<Row>,
    pub names: Names,
    pub next: Option<String>,
    pub count: u64,
}

/// The column that names rows of a table which a lookup with one target points at.
pub(super) fn name_of_target(reader: &Reader, kind: &ColumnKind) -> Option<String> {
    let ColumnKind::Lookup { targets } = kind else { return None };
    let [target] = targets.as_slice() else { return None };
    reader.catalog().table(target).ok()?.primary_name.clone()
}

/// What to sort by where somebody wants this column: a lookup by the name of its target.
pub(super) fn sort_path(reader: &Reader, table: &TableDefinition, column: &str) -> Option<Path> {
    let definition = table.column(column)?;
    match &definition.kind {
        ColumnKind::Lookup { .. } => {
            let name = name_of_target(reader, &definition.kind)?;
            Some(Path(vec![column.to_owned(), name]))
        }
        kind if kind.is_comparable() => Some(Path::from(column)),
        _ => None,
    }
}

/// The query for all that was asked.
pub(super) fn query(visit: &Visit, reader: &Reader, grid: &Grid, page: &Page, ask: &Ask) -> Result<Query> {
    let table = reader.catalog().table(grid.table)?;
    let mut query = Query::of(grid.table);
    for filter in fixed(page, ask) {
        query = query.filter(filter);
    }
    if !ask.search().is_empty() {
        let contains =
            |column: &&str| Filter::Text(Path::from(*column), TextMatch::Contains, ask.search().into());
        let there = grid.search.iter().filter(|column| table.column(column).is_some());
        query = query.filter(Filter::Or(there.map(contains).collect()));
    }
    for column in grid.columns {
        let Some(definition) = table.column(column.name) else { continue };
        let name = name_of_target(reader, &definition.kind);
        for filter in filter::asked(visit, definition, name.as_deref(), ask) {
            query = query.filter(filter);
        }
    }
    let is_column = grid.columns.iter().any(|column| column.name == ask.get("sort"));
    let asked = if is_column { sort_path(reader, table, ask.get("sort")) } else { None };
    query.order = match asked {
        Some(path) => vec![Sort { path, descending: ask.get("desc") == "1" }],
        None if !page.order.is_empty() => page.order.clone(),
        None => vec![Sort { path: grid.newest_by.into(), descending: true }],
    };
    Ok(query)
}

/// One page.
pub(super) async fn page(
    reader: &mut Reader,
    mut query: Query,
    columns: &[Column],
    ask: &Ask,
) -> Result<Found> {
    query.page_size = super::PAGE_ROWS;
    query.count = true;
    query.after = ask.after();
    let page = match reader.page(&query).await {
        // A marker of another order: the list begins anew.
        Err(Error::InvalidCursor) => {
            query.after = None;
            reader.page(&query).await?
        }
        page => page?,
    };
    let shown: Vec<&str> = columns.iter().map(|column| column.name).collect();
    let names = names(reader, &page.rows, &shown).await?;
    let next = page.next.map(|next| next.to_string());
    Ok(Found { rows: page.rows, names, next, count: page.count.unwrap_or_default() })
}
