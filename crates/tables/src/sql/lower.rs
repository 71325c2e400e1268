//! A query as SQL: joins for paths, authorisation as conditions, keyset paging.

use std::collections::HashMap;
use std::sync::Arc;

use super::condition::{Target, comparable, compare, is_in, not_secret, search};
use super::keyset::{self, Term, shape};
use super::layout::{self, Layout, Part};
use super::text::{Dialect, Raw, Sql, Storage};
use crate::query::{
    FILTER_DEPTH_MAX, FILTER_TERMS_MAX, JOINS_MAX, ORDER_MAX, PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX,
    PATH_STEPS_MAX,
};
use crate::store::{Access, Layouts};
use crate::{ColumnKind, Comparison, Depth, Error, Filter, Path, Privilege, Query, Result, System};

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

struct Lowering<'a> {
    layouts: &'a Layouts,
    access: Access<'a>,
    /// Joined tables by the path that leads to them.
    joins: Vec<Join<'a>>,
    terms: usize,
}

struct Join<'a> {
    path: Vec<String>,
    parent: usize,
    lookup: String,
    /// For a polymorphic lookup: the table that the value must name.
    only: Option<String>,
    layout: &'a Arc<Layout>,
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
    let mut lowering = Lowering { layouts, access, joins: Vec::new(), terms: 0 };
    let stored = selected(layout, query)?;
    let order = lowering.order(layout, query)?;
    let mut condition = Sql::new(dialect, "");
    lowering.readable(&mut condition, 0, layout)?;
    if let Some(filter) = &query.filter {
        condition.push(" AND (");
        lowering.filter(&mut condition, layout, filter, 0)?;
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
    lowering.write_joins(&mut sql)?;
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
    let mut lowering = Lowering { layouts, access, joins: Vec::new(), terms: 0 };
    let mut condition = Sql::new(dialect, "");
    lowering.readable(&mut condition, 0, layout)?;
    if let Some(filter) = &query.filter {
        condition.push(" AND (");
        lowering.filter(&mut condition, layout, filter, 0)?;
        condition.push(")");
    }
    let mut sql = Sql::new(dialect, "SELECT count(*) FROM (SELECT 1 FROM ");
    sql.name(&layout.definition.name).alias(0);
    sql.binds = condition.binds;
    lowering.write_joins(&mut sql)?;
    sql.push(" WHERE ");
    sql.text.push_str(&condition.text);
    sql.push(" LIMIT ").bind(Raw::Integer(i64::from(PAGE_SIZE_MAX) + 1)).push(") AS found");
    Ok(sql)
}

impl<'a> Lowering<'a> {
    fn order(&mut self, layout: &'a Arc<Layout>, query: &Query) -> Result<Vec<Term>> {
        if query.order.len() > ORDER_MAX {
            return Err(Error::LimitExceeded { what: "columns in an order", limit: ORDER_MAX as u64 });
        }
        let mut terms = Vec::with_capacity(query.order.len() + 1);
        for sort in &query.order {
            let target = self.resolve(layout, &sort.path)?;
            comparable(target.column)?;
            terms.push(Term {
                alias: target.alias,
                name: layout::comparable_name(target.column),
                storage: layout::storage(&target.column.kind),
                descending: sort.descending,
                is_id: false,
            });
        }
        let id = layout.definition.id_column().to_ascii_lowercase();
        terms.push(Term { alias: 0, name: id, storage: Storage::Id, descending: false, is_id: true });
        Ok(terms)
    }

    /// Finds the column that a path leads to, adding the joins on the way.
    fn resolve(&mut self, layout: &'a Arc<Layout>, path: &Path) -> Result<Target<'a>> {
        let Some((last, steps)) = path.0.split_last() else {
            return Err(Error::UnknownColumn {
                table: layout.definition.name.clone(),
                column: String::new(),
            });
        };
        if steps.len() > PATH_STEPS_MAX {
            return Err(Error::LimitExceeded { what: "steps in a path", limit: PATH_STEPS_MAX as u64 });
        }
        let (mut alias, mut here) = (0, layout);
        for depth in 1..=steps.len() {
            let taken = &steps[..depth];
            if let Some(known) = self.joins.iter().position(|join| join.path == taken) {
                (alias, here) = (known + 1, self.joins[known].layout);
                continue;
            }
            if self.joins.len() >= JOINS_MAX {
                return Err(Error::LimitExceeded { what: "lookups in one query", limit: JOINS_MAX as u64 });
            }
            let (lookup, target, only) = step(here, &taken[depth - 1])?;
            let next = self.layouts.get(&target)?;
            self.joins.push(Join { path: taken.to_vec(), parent: alias, lookup, only, layout: next });
            (alias, here) = (self.joins.len(), next);
        }
        let at = here.definition.require(last)?;
        Ok(Target { alias, column: &here.definition.columns[at] })
    }

    /// Rows that the caller may not see count as not there, along lookups too.
    fn write_joins(&mut self, sql: &mut Sql) -> Result<()> {
        for at in 0..self.joins.len() {
            let join = &self.joins[at];
            let layout = join.layout;
            sql.push(" LEFT JOIN ").name(&layout.definition.name).alias(at + 1).push(" ON ");
            sql.column(at + 1, layout.definition.id_column()).push(" = ").column(join.parent, &join.lookup);
            if let Some(only) = &join.only {
                let table = format!("{}__table", join.lookup);
                sql.push(" AND ").column(join.parent, &table).push(" = ").bind(Raw::Text(only.clone()));
            }
            sql.push(" AND ");
            if self.access.depth(&layout.definition.name, Privilege::Read) == Depth::None {
                sql.push("1 = 0");
            } else {
                self.readable(sql, at + 1, layout)?;
            }
        }
        Ok(())
    }

    /// The condition by which only rows within the caller's depth are found.
    fn readable(&self, sql: &mut Sql, alias: usize, layout: &Layout) -> Result<()> {
        let definition = &layout.definition;
        readable(sql, alias, definition, self.access)
    }

    fn filter(
        &mut self,
        sql: &mut Sql,
        layout: &'a Arc<Layout>,
        filter: &Filter,
        depth: usize,
    ) -> Result<()> {
        self.terms += 1;
        if depth > FILTER_DEPTH_MAX {
            return Err(Error::LimitExceeded { what: "levels in a filter", limit: FILTER_DEPTH_MAX as u64 });
        }
        if self.terms > FILTER_TERMS_MAX {
            return Err(Error::LimitExceeded {
                what: "conditions in a filter",
                limit: FILTER_TERMS_MAX as u64,
            });
        }
        match filter {
            Filter::And(parts) => self.group(sql, layout, parts, " AND ", "1 = 1", depth),
            Filter::Or(parts) => self.group(sql, layout, parts, " OR ", "1 = 0", depth),
            Filter::Not(inner) => {
                sql.push("NOT (");
                self.filter(sql, layout, inner, depth + 1)?;
                sql.push(")");
                Ok(())
            }
            Filter::IsNull(path) => {
                let target = self.resolve(layout, path)?;
                not_secret(target.column)?;
                sql.column(target.alias, &target.column.name).push(" IS NULL");
                Ok(())
            }
            Filter::Compare(path, comparison, value) => {
                let target = self.resolve(layout, path)?;
                compare(sql, &target, *comparison, value)
            }
            Filter::Between(path, low, high) => {
                let target = self.resolve(layout, path)?;
                sql.push("(");
                compare(sql, &target, Comparison::GreaterOrEqual, low)?;
                sql.push(" AND ");
                compare(sql, &target, Comparison::LessOrEqual, high)?;
                sql.push(")");
                Ok(())
            }
            Filter::In(path, values) => {
                let target = self.resolve(layout, path)?;
                is_in(sql, &target, values)
            }
            Filter::Text(path, kind, text) => {
                let target = self.resolve(layout, path)?;
                search(sql, &target, *kind, text)
            }
        }
    }

    fn group(
        &mut self,
        sql: &mut Sql,
        layout: &'a Arc<Layout>,
        parts: &[Filter],
        separator: &'static str,
        empty: &'static str,
        depth: usize,
    ) -> Result<()> {
        if parts.is_empty() {
            sql.push(empty);
        }
        for (at, part) in parts.iter().enumerate() {
            sql.push(if at == 0 { "(" } else { separator }).push(if at == 0 { "" } else { "(" });
            self.filter(sql, layout, part, depth + 1)?;
            sql.push(")");
        }
        Ok(())
    }
}

/// The condition that a row is within the depth to which `access` may read its table.
pub fn readable(
    sql: &mut Sql,
    alias: usize,
    table: &crate::TableDefinition,
    access: Access<'_>,
) -> Result<()> {
    let depth = access.depth(&table.name, Privilege::Read);
    let principal = access.principal;
    let mine = |sql: &mut Sql| {
        sql.column(alias, table.system(System::Owner)).push(" IN (");
        let owners = std::iter::once(principal.user).chain(principal.teams.iter().copied());
        sql.join(", ", owners, |sql, owner| {
            sql.bind(Raw::Id(owner));
        });
        sql.push(")");
    };
    match (depth, table.ownership) {
        (Depth::None, _) | (Depth::User | Depth::BusinessUnit, crate::Ownership::Organization) => {
            return Err(Error::NoPrivilege { action: Privilege::Read.word(), table: table.name.clone() });
        }
        (Depth::Organization, _) => {
            sql.push("1 = 1");
        }
        (Depth::User, _) => mine(sql),
        (Depth::BusinessUnit, _) => {
            sql.push("(").column(alias, table.system(System::BusinessUnit)).push(" = ");
            sql.bind(Raw::Id(principal.business_unit)).push(" OR ");
            mine(sql);
            sql.push(")");
        }
    }
    Ok(())
}

/// Where a step of a path leads: the lookup's column, the target table, and for a polymorphic
/// lookup (`parentcustomerid_account`) the table that it must name.
fn step(layout: &Layout, name: &str) -> Result<(String, String, Option<String>)> {
    let definition = &layout.definition;
    for column in &definition.columns {
        let ColumnKind::Lookup { targets } = &column.kind else { continue };
        let sql = column.name.to_ascii_lowercase();
        if let [target] = targets.as_slice() {
            if column.name == name {
                return Ok((sql, target.clone(), None));
            }
        } else if let Some(target) =
            name.strip_prefix(column.name.as_str()).and_then(|rest| rest.strip_prefix('_'))
            && targets.iter().any(|known| known == target)
        {
            return Ok((sql, target.to_owned(), Some(target.to_owned())));
        }
    }
    Err(Error::UnknownColumn { table: definition.name.clone(), column: name.to_owned() })
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
