//! A query as SQL: one page of rows, or their count.

use std::collections::HashMap;

use super::condition::comparable;
use super::keyset::{self, Term, shape};
use super::layout::{self, Layout, Part};
use super::places::{Lowering, readable};
use super::text::{Dialect, Raw, Sql, Storage};
use crate::query::{ORDER_MAX, PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX};
use crate::store::{Access, Layouts};
use crate::{Error, Query, Result};

/// A query ready to run, and how to read what it finds.
pub struct Lowered {
    pub sql: Sql,
    pub columns: Vec<Storage>,
    /// Stored columns at the start of each found row, as positions in the layout's `stored`.
    pub stored: Vec<usize>,
    pub page_size: usize,
    pub shape: u64,
}

/// How rows are locked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    None,
    /// For this transaction, skipping rows that another has.
    Claim,
}

/// Lowers `query` for whoever `access` is.
pub fn select(
    layouts: &Layouts,
    access: Access<'_>,
    dialect: Dialect,
    query: &Query,
    lock: Lock,
) -> Result<Lowered> {
    let layout = layouts.get(&query.table)?;
    let page_size = page_size(query)?;
    let mut lowering = Lowering::new(layouts, access, &query.table)?;
    let stored = selected(layout, query)?;
    let order = order(&mut lowering, query)?;
    let mut condition = Sql::new(dialect, "");
    readable(&mut condition, 0, &layout.definition, access)?;
    if let Some(filter) = &query.filter {
        condition.push(" AND (");
        lowering.filter(&mut condition, 0, filter, 0)?;
        condition.push(")");
    }
    let shape = shape(query);
    if let Some(cursor) = &query.after {
        if cursor.shape != shape || cursor.values.len() != order.len() {
            return Err(Error::InvalidCursor);
        }
        condition.push(" AND (");
        keyset::after(&mut condition, &order, cursor)?;
        condition.push(")");
    }

    let mut columns = Vec::new();
    // The condition was written first so that all joins are known; its values keep their numbers.
    let mut sql = Sql::new(dialect, "SELECT ");
    if query.select.is_empty() {
        sql.text.push_str(&layout.whole.1);
    } else {
        sql.join(", ", &stored, |sql, at| {
            sql.column(0, &layout.stored[*at].name);
        });
    }
    columns.extend(stored.iter().map(|at| layout.stored[*at].storage));
    for term in &order {
        sql.push(", ").column(term.alias, &term.name);
        columns.push(term.storage);
    }
    sql.push(" FROM ").name(&layout.definition.name).alias(0);
    sql.binds = condition.binds;
    lowering.write_joins(&mut sql, 0);
    sql.push(" WHERE ");
    sql.text.push_str(&condition.text);
    sql.push(" ORDER BY ").join(", ", &order, |sql, term| {
        sql.column(term.alias, &term.name);
        // The id always has a value; saying more would keep its index from being used.
        sql.push(match (term.descending, term.is_id) {
            (_, true) => " ASC",
            (true, false) => " DESC NULLS LAST",
            (false, false) => " ASC NULLS FIRST",
        });
    });
    sql.push(" LIMIT ").bind(Raw::Integer(page_size as i64 + 1));
    if lock == Lock::Claim && dialect == Dialect::Postgres {
        sql.push(" FOR UPDATE OF t0 SKIP LOCKED");
    }
    Ok(Lowered { sql, columns, stored, page_size, shape })
}

/// How many rows `query` finds, up to one more than [`PAGE_SIZE_MAX`].
pub fn count(layouts: &Layouts, access: Access<'_>, dialect: Dialect, query: &Query) -> Result<Sql> {
    let layout = layouts.get(&query.table)?;
    let mut lowering = Lowering::new(layouts, access, &query.table)?;
    let mut condition = Sql::new(dialect, "");
    readable(&mut condition, 0, &layout.definition, access)?;
    if let Some(filter) = &query.filter {
        condition.push(" AND (");
        lowering.filter(&mut condition, 0, filter, 0)?;
        condition.push(")");
    }
    let mut sql = Sql::new(dialect, "SELECT count(*) FROM (SELECT 1 FROM ");
    sql.name(&layout.definition.name).alias(0);
    sql.binds = condition.binds;
    lowering.write_joins(&mut sql, 0);
    sql.push(" WHERE ");
    sql.text.push_str(&condition.text);
    sql.push(" LIMIT ").bind(Raw::Integer(i64::from(PAGE_SIZE_MAX) + 1)).push(") AS found");
    Ok(sql)
}

fn order(lowering: &mut Lowering<'_>, query: &Query) -> Result<Vec<Term>> {
    if query.order.len() > ORDER_MAX {
        return Err(Error::LimitExceeded { what: "columns in an order", limit: ORDER_MAX as u64 });
    }
    let mut terms = Vec::with_capacity(query.order.len() + 1);
    for sort in &query.order {
        let target = lowering.resolve(0, &sort.path)?;
        comparable(target.column)?;
        terms.push(Term {
            alias: target.alias,
            name: layout::comparable_name(target.column),
            storage: layout::storage(&target.column.kind),
            descending: sort.descending,
            is_id: false,
        });
    }
    let id = lowering.places[0].layout.definition.id_column().to_ascii_lowercase();
    terms.push(Term { alias: 0, name: id, storage: Storage::Id, descending: false, is_id: true });
    Ok(terms)
}

fn page_size(query: &Query) -> Result<usize> {
    match query.page_size {
        0 => Ok(PAGE_SIZE_DEFAULT as usize),
        size if size > PAGE_SIZE_MAX => {
            Err(Error::LimitExceeded { what: "rows of one page", limit: u64::from(PAGE_SIZE_MAX) })
        }
        size => Ok(size as usize),
    }
}

/// Positions in `layout.stored` to read: the id, the selected columns, the version; no shadows.
fn selected(layout: &Layout, query: &Query) -> Result<Vec<usize>> {
    let mut wanted = HashMap::new();
    for name in &query.select {
        wanted.insert(layout.definition.require(name)?, ());
    }
    if query.select.is_empty() {
        return Ok(layout.whole.0.clone());
    }
    let read = |(_, stored): &(usize, &layout::Stored)| {
        stored.part != Part::Folded
            && (stored.source == 0 || stored.source == layout.version || wanted.contains_key(&stored.source))
    };
    Ok(layout.stored.iter().enumerate().filter(read).map(|(at, _)| at).collect())
}
