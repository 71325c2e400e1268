//! Reading: one row, the first of a filter, a page. The same for readers and transactions.

use std::sync::Arc;

use uuid::Uuid;

use super::reckon::{Aggregated, Reckoning};
use super::{Access, Backend, ReaderPool, Shared, Store};
use crate::query::PAGE_SIZE_MAX;
use crate::row::Linked;
use crate::sql::aggregate as sql_aggregate;
use crate::sql::connection::Cells;
use crate::sql::keyset;
use crate::sql::layout::to_value;
use crate::sql::lower::{self, Lock, Lowered};
use crate::sql::postgres::Postgres;
use crate::sql::{Connection, Layout, Raw, Sql, Storage};
use crate::{Aggregate, Catalog, Error, Filter, Page, Principal, Query, Result, Row, Table, Value};

/// Pages above this many rows are read on a thread of their own, so that a long read does not
/// hold up the others.
const ROWS_INLINE_MAX: u32 = 200;

/// Reads committed rows as one principal. Give it back by dropping it.
pub struct Reader {
    pub(super) shared: Arc<Shared>,
    pub(super) principal: Arc<Principal>,
    /// `None` only while it is being dropped or is away on a thread.
    connection: Option<Connection>,
    pool: Option<Arc<ReaderPool>>,
}

impl Store {
    /// A reader for this principal.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn read(&self, principal: &Arc<Principal>) -> Result<Reader> {
        let pool = match &self.backend {
            Backend::Sqlite { readers, .. } => Some(Arc::clone(readers)),
            Backend::Postgres(_) => None,
        };
        Ok(Reader {
            shared: self.current.now(),
            principal: Arc::clone(principal),
            connection: Some(self.connect().await?),
            pool,
        })
    }

    /// A connection that sees what is committed.
    pub(super) async fn connect(&self) -> Result<Connection> {
        Ok(match &self.backend {
            Backend::Sqlite { readers, .. } => Connection::Sqlite(readers.take()?),
            Backend::Postgres(pool) => Connection::Postgres(Postgres::acquire(pool, false).await?),
        })
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        if let (Some(Connection::Sqlite(sqlite)), Some(pool)) = (self.connection.take(), &self.pool) {
            pool.give_back(sqlite);
        }
    }
}

impl Reader {
    /// The tables and rules that this reader began with.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.shared.catalog
    }

    /// One row as a struct; `None` when there is none that the principal may see.
    ///
    /// # Errors
    /// [`Error::NoPrivilege`] without any right to read the table; as any read.
    pub async fn get<T: Table>(&mut self, id: Uuid) -> Result<Option<T>> {
        self.get_row(T::NAME, id).await?.as_ref().map(T::from_row).transpose()
    }

    /// One row; `None` when there is none that the principal may see.
    ///
    /// # Errors
    /// As [`Reader::get`].
    pub async fn get_row(&mut self, table: &str, id: Uuid) -> Result<Option<Row>> {
        let query = by_id(&self.shared, table, id)?;
        Ok(self.page(&query).await?.rows.pop())
    }

    /// Current rows for ids, in no particular order; missing and hidden ones are left out.
    ///
    /// # Errors
    /// As [`Reader::get`].
    pub async fn get_rows(&mut self, table: &str, ids: &[Uuid]) -> Result<Vec<Row>> {
        let id_column = self.shared.layouts.get(table)?.definition.id_column().to_owned();
        let mut rows = Vec::with_capacity(ids.len());
        for some in ids.chunks(crate::query::IN_VALUES_MAX) {
            let values = some.iter().copied().map(Value::Id).collect();
            let query =
                Query::of(table).filter(Filter::In(id_column.as_str().into(), values)).limit(PAGE_SIZE_MAX);
            rows.append(&mut self.page(&query).await?.rows);
        }
        Ok(rows)
    }

    /// The first row that fulfils the filter.
    ///
    /// # Errors
    /// As [`Reader::get`].
    pub async fn find<T: Table>(&mut self, filter: Filter) -> Result<Option<T>> {
        let query = Query::of(T::NAME).filter(filter).limit(1);
        self.page(&query).await?.rows.first().map(T::from_row).transpose()
    }

    /// The rows of the query's first page as structs.
    ///
    /// # Errors
    /// As [`Reader::get`].
    pub async fn list<T: Table>(&mut self, query: Query) -> Result<Vec<T>> {
        self.page(&query).await?.rows.iter().map(T::from_row).collect()
    }

    /// One page of rows.
    ///
    /// # Errors
    /// [`Error::NoPrivilege`], [`Error::UnknownColumn`], [`Error::NotQueryable`],
    /// [`Error::InvalidCursor`], [`Error::LimitExceeded`]; as any read.
    pub async fn page(&mut self, query: &Query) -> Result<Page> {
        let long = query.page_size == 0 || query.page_size > ROWS_INLINE_MAX || query.count;
        if long && self.pool.is_some() {
            let query = query.clone();
            return self
                .on_thread(move |connection, shared, access| {
                    super::work::ready(page(connection, shared, access, &query))
                })
                .await;
        }
        let (connection, shared, access) = self.parts()?;
        page(connection, shared, access, query).await
    }

    /// Counts, sums and extremes of rows, by group, in the order of what the groups share.
    ///
    /// # Errors
    /// As [`Reader::page`]; [`Error::LimitExceeded`] beyond
    /// [`AGGREGATE_ROWS_MAX`](crate::query::AGGREGATE_ROWS_MAX) rows or
    /// [`GROUPS_MAX`](crate::query::GROUPS_MAX) groups.
    pub async fn aggregate(&mut self, query: &Aggregate) -> Result<Vec<Aggregated>> {
        if self.pool.is_some() {
            let query = query.clone();
            return self
                .on_thread(move |connection, shared, access| {
                    super::work::ready(aggregate(connection, shared, access, &query))
                })
                .await;
        }
        let (connection, shared, access) = self.parts()?;
        aggregate(connection, shared, access, query).await
    }

    /// Work on SQLite that takes long, on a thread where it holds up nobody.
    async fn on_thread<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut Connection, &Shared, Access<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let mut connection = self.connection.take().ok_or(Error::Unavailable)?;
        let (shared, principal) = (Arc::clone(&self.shared), Arc::clone(&self.principal));
        let (connection, outcome) = tokio::task::spawn_blocking(move || {
            let access = Access { principal: &principal, lent: &[] };
            let outcome = work(&mut connection, &shared, access);
            (connection, outcome)
        })
        .await
        .map_err(Error::internal)?;
        self.connection = Some(connection);
        outcome
    }

    fn parts(&mut self) -> Result<(&mut Connection, &Shared, Access<'_>)> {
        let access = Access { principal: &self.principal, lent: &[] };
        Ok((self.connection.as_mut().ok_or(Error::Unavailable)?, &self.shared, access))
    }

    pub(super) fn connection(&mut self) -> Result<&mut Connection> {
        self.connection.as_mut().ok_or(Error::Unavailable)
    }
}

/// The query for the row with this id.
pub(super) fn by_id(shared: &Shared, table: &str, id: Uuid) -> Result<Query> {
    let id_column = shared.layouts.get(table)?.definition.id_column();
    Ok(Query::of(table).filter(Filter::equals(id_column, id)).limit(1))
}

pub(super) async fn page(
    connection: &mut Connection,
    shared: &Shared,
    access: Access<'_>,
    query: &Query,
) -> Result<Page> {
    run(connection, shared, access, query, Lock::None).await
}

pub(super) async fn run(
    connection: &mut Connection,
    shared: &Shared,
    access: Access<'_>,
    query: &Query,
    lock: Lock,
) -> Result<Page> {
    let lowered = lower::select(&shared.layouts, access, connection.dialect(), query, lock)?;
    let counted = match query.count {
        true => Some(lower::count(&shared.layouts, access, connection.dialect(), query)?),
        false => None,
    };
    let Lowered { sql, columns, root, linked, page_size, shape } = lowered;
    let mut rows = Vec::new();
    let (mut last, mut next) = (Vec::new(), None);
    let mut read = |cells: &dyn Cells| {
        if rows.len() == page_size {
            // The row after the page: it only says that there is one.
            next = Some(keyset::cursor(shape, &last));
            return Ok(());
        }
        let mut found = columns.iter().enumerate().map(|(at, storage)| cells.cell(at, *storage));
        let mut found_row = row(&root.layout, &root.stored, &mut found)?;
        if !linked.is_empty() {
            found_row = found_row.with_linked(beside(&linked, &mut found)?);
        }
        rows.push(found_row);
        if rows.len() == page_size {
            last = found.collect::<Result<Vec<Raw>>>()?;
        }
        Ok(())
    };
    connection.each(sql, &mut read).await?;
    let count = match counted {
        Some(sql) => Some(number(connection, sql).await?),
        None => None,
    };
    Ok(Page { rows, next, count })
}

/// The rows of links; one without an id was not found.
fn beside(
    linked: &[(Arc<str>, lower::Read)],
    cells: &mut dyn Iterator<Item = Result<Raw>>,
) -> Result<Linked> {
    let one = |(alias, read): &(Arc<str>, lower::Read)| {
        let row = row(&read.layout, &read.stored, cells)?;
        let there = !row.values().first().is_none_or(Value::is_null);
        Ok((Arc::clone(alias), there.then_some(row)))
    };
    linked.iter().map(one).collect()
}

pub(super) async fn aggregate(
    connection: &mut Connection,
    shared: &Shared,
    access: Access<'_>,
    query: &Aggregate,
) -> Result<Vec<Aggregated>> {
    let lowered = sql_aggregate::aggregate(&shared.layouts, access, connection.dialect(), query)?;
    let columns = lowered.columns;
    let storages: Vec<Vec<Storage>> =
        columns.iter().map(|column| sql_aggregate::storages(column).collect()).collect();
    let mut reckoning = Reckoning::new(query);
    let mut read = |cells: &dyn Cells| {
        let mut at = 0;
        reckoning.add(columns.iter().zip(&storages).map(|(column, storages)| {
            let mut cells = storages.iter().map(|storage| {
                at += 1;
                cells.cell(at, *storage)
            });
            let main = cells.next().unwrap_or(Ok(Raw::Null))?;
            to_value(column, main, cells.next().transpose()?)
        }))
    };
    connection.each(lowered.sql, &mut read).await?;
    reckoning.finish(&columns)
}

async fn number(connection: &mut Connection, sql: Sql) -> Result<u64> {
    let rows = connection.query(sql, vec![Storage::Integer]).await?;
    match rows.first().map(Vec::as_slice) {
        Some([Raw::Integer(number)]) => u64::try_from(*number).map_err(Error::internal),
        _ => Err(Error::internal("a count gave no number")),
    }
}

/// A row from its stored cells; columns that were not read are nothing.
pub(super) fn row(
    layout: &Layout,
    stored: &[usize],
    cells: &mut dyn Iterator<Item = Result<Raw>>,
) -> Result<Row> {
    let definition = &layout.definition;
    let mut values = vec![Value::Null; definition.columns.len()].into_boxed_slice();
    let mut at = 0;
    while at < stored.len() {
        let source = layout.stored[stored[at]].source;
        let column = &definition.columns[source];
        let main = cells.next().unwrap_or(Ok(Raw::Null))?;
        let table = column.kind.is_polymorphic().then(|| cells.next().unwrap_or(Ok(Raw::Null)));
        at += if table.is_some() { 2 } else { 1 };
        values[source] = to_value(column, main, table.transpose()?)?;
    }
    Ok(Row::new(Arc::clone(definition), values))
}
