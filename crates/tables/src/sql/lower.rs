//! A query as SQL: one page of rows, or their count.

use std::collections::HashSet;
use std::sync::Arc;

use super::condition::comparable;
use super::keyset::{self, Term, shape};
use super::layout::{self, Layout, Part};
use super::places::{By, Join, Lowering, Place, readable};
use super::text::{Dialect, Raw, Sql, Storage};
use crate::query::{ORDER_MAX, PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX};
use crate::store::{Access, Layouts};
use crate::{Error, Filter, Link, Query, Result};

/// A query ready to run, and how to read what it finds.
pub struct Lowered {
    pub sql: Sql,
    pub columns: Vec<Storage>,
    /// What each found row begins with.
    pub root: Read,
    /// What follows: rows of links, in their order, with their aliases.
    pub linked: Vec<(Arc<str>, Read)>,
    pub page_size: usize,
    pub shape: u64,
}

/// Stored columns of a found row, side by side.
pub struct Read {
    pub layout: Arc<Layout>,
    /// Positions in the layout's `stored`.
    pub stored: Vec<usize>,
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
    let mut condition = Sql::new(dialect, "");
    lowering.condition(&mut condition, &query.links, query.filter.as_ref())?;
    let linked = lowering.linked();
    let stored = match query.select.as_slice() {
        [] => layout.whole.0.clone(),
        some => selected(layout, some)?,
    };
    let order = order(&mut lowering, &linked, query)?;
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
    for (alias, _, read) in &linked {
        for at in &read.stored {
            sql.push(", ").column(*alias, &read.layout.stored[*at].name);
            columns.push(read.layout.stored[*at].storage);
        }
    }
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
    let root = Read { layout: Arc::clone(layout), stored };
    let linked = linked.into_iter().map(|(_, alias, read)| (alias, read)).collect();
    Ok(Lowered { sql, columns, root, linked, page_size, shape })
}

/// How many rows `query` finds, up to one more than [`PAGE_SIZE_MAX`].
pub fn count(layouts: &Layouts, access: Access<'_>, dialect: Dialect, query: &Query) -> Result<Sql> {
    let layout = layouts.get(&query.table)?;
    let mut lowering = Lowering::new(layouts, access, &query.table)?;
    let mut condition = Sql::new(dialect, "");
    lowering.condition(&mut condition, &query.links, query.filter.as_ref())?;
    let mut sql = Sql::new(dialect, "SELECT count(*) FROM (SELECT 1 FROM ");
    sql.name(&layout.definition.name).alias(0);
    sql.binds = condition.binds;
    lowering.write_joins(&mut sql, 0);
    sql.push(" WHERE ");
    sql.text.push_str(&condition.text);
    sql.push(" LIMIT ").bind(Raw::Integer(i64::from(PAGE_SIZE_MAX) + 1)).push(") AS found");
    Ok(sql)
}

impl Lowering<'_> {
    /// What rows of the place 0 must fulfil. Links come first: paths may begin with their aliases.
    pub fn condition(&mut self, sql: &mut Sql, links: &[Link], filter: Option<&Filter>) -> Result<()> {
        readable(sql, 0, &self.places[0].layout.definition, self.access)?;
        self.links(sql, 0, links)?;
        if let Some(filter) = filter {
            sql.push(" AND (");
            self.filter(sql, 0, filter, 0)?;
            sql.push(")");
        }
        Ok(())
    }

    /// The links whose rows come back: alias in the statement, alias in the query, what is read.
    fn linked(&self) -> Vec<(usize, Arc<str>, Read)> {
        let linked = |(at, place): (usize, &Place<'_>)| match place.join.as_ref()? {
            Join { step, by: By::Link { read, .. }, .. } if self.begins(at) == 0 => {
                let read = Read { layout: Arc::clone(place.layout), stored: read.clone() };
                Some((at, Arc::from(step.as_str()), read))
            }
            _ => None,
        };
        self.places.iter().enumerate().filter_map(linked).collect()
    }
}

fn order(
    lowering: &mut Lowering<'_>,
    linked: &[(usize, Arc<str>, Read)],
    query: &Query,
) -> Result<Vec<Term>> {
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
    // A row comes once for each row that its links lead to; together their ids are unique.
    for (alias, _, read) in linked {
        let name = read.layout.definition.id_column().to_ascii_lowercase();
        terms.push(Term { alias: *alias, name, storage: Storage::Id, descending: false, is_id: false });
    }
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

/// Positions in `layout.stored` to read: the id, these columns, the version; no shadows.
pub fn selected(layout: &Layout, select: &[String]) -> Result<Vec<usize>> {
    let wanted = select.iter().map(|name| layout.definition.require(name)).collect::<Result<HashSet<_>>>()?;
    let read = |(_, stored): &(usize, &layout::Stored)| {
        stored.part != Part::Folded
            && (stored.source == 0 || stored.source == layout.version || wanted.contains(&stored.source))
    };
    Ok(layout.stored.iter().enumerate().filter(read).map(|(at, _)| at).collect())
}
