//! One transaction: its own database, clock, ids and randomness, and nothing else to wait for.

use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use super::read::{self, by_id};
use super::{Access, Aggregated, Context, Shared};
use crate::sql::Connection;
use crate::sql::lower::Lock;
use crate::{
    Aggregate, Catalog, Change, Error, Filter, Page, Principal, Query, Result, Right, Row, Table, Values,
    Written,
};

/// What a transaction wrote: only what the change log tells of rings the doorbell. Bookkeeping
/// would otherwise wake the very jobs that keep it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Wrote {
    Nothing,
    Bookkeeping,
    Logged,
}

/// What a transaction leaves for others to know.
pub(super) struct Outcome {
    pub wrote: Wrote,
    /// The definitions as they are now, and their version.
    pub redefined: Option<(Catalog, i64)>,
}

/// One transaction. Reads see its own writes; a failed write fails the whole transaction.
pub struct Tx {
    pub(super) shared: Arc<Shared>,
    pub(super) context: Context,
    pub(super) connection: Connection,
    pub(super) lent: Vec<&'static [Right]>,
    /// The first write that failed: the transaction cannot commit any more.
    pub(super) failed: Option<Error>,
    pub(super) wrote: Wrote,
    /// The definitions as this transaction leaves them, and their version.
    pub(super) redefined: Option<(Catalog, i64)>,
    pub(super) rows: usize,
    pub(super) rule_depth: usize,
    /// On SQLite the number that the change log tells this transaction by.
    pub(super) transaction: i64,
    pub(super) started: Timestamp,
    /// Numbers were drawn in this transaction; from here on none drawn ahead may be used.
    pub(super) drew: bool,
    /// Files whose upload ended in this transaction.
    pub(super) uploaded: Vec<Uuid>,
}

impl Tx {
    pub(super) fn new(
        shared: Arc<Shared>,
        context: Context,
        connection: Connection,
        transaction: i64,
    ) -> Self {
        let started = shared.environment.clock.now();
        Self {
            shared,
            context,
            connection,
            lent: Vec::new(),
            failed: None,
            wrote: Wrote::Nothing,
            redefined: None,
            rows: 0,
            rule_depth: 0,
            transaction,
            started,
            drew: false,
            uploaded: Vec::new(),
        }
    }

    /// The connection, and what came of the work.
    pub(super) fn into_parts(self) -> (Connection, Outcome) {
        (self.connection, Outcome { wrote: self.wrote, redefined: self.redefined })
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.shared.environment.clock.now()
    }

    /// A new row id.
    #[must_use]
    pub fn new_id(&self) -> Uuid {
        self.shared.environment.ids.next()
    }

    /// Random bytes.
    #[must_use]
    pub fn random<const N: usize>(&self) -> [u8; N] {
        self.shared.environment.randomness.bytes()
    }

    /// Who asks.
    #[must_use]
    pub fn principal(&self) -> &Arc<Principal> {
        &self.context.principal
    }

    /// Which program asks, where it said so.
    #[must_use]
    pub fn origin(&self) -> Option<&str> {
        self.context.origin.as_deref()
    }

    /// The tables and rules.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.shared.catalog
    }

    /// Lends these rights to what follows, until the guard is dropped. A verb that needs more than
    /// its caller may do names that in a constant.
    pub fn lend(&mut self, rights: &'static [Right]) -> Lent<'_> {
        self.lent.push(rights);
        Lent { tx: self }
    }

    pub(super) fn access(&self) -> Access<'_> {
        Access { principal: &self.context.principal, lent: &self.lent }
    }

    /// One row as a struct; `None` when there is none that the principal may see.
    ///
    /// # Errors
    /// As [`crate::Reader::get`].
    pub async fn get<T: Table>(&mut self, id: Uuid) -> Result<Option<T>> {
        self.get_row(T::NAME, id).await?.as_ref().map(T::from_row).transpose()
    }

    /// One row; `None` when there is none that the principal may see.
    ///
    /// # Errors
    /// As [`crate::Reader::get`].
    pub async fn get_row(&mut self, table: &str, id: Uuid) -> Result<Option<Row>> {
        let query = by_id(&self.shared, table, id)?;
        Ok(self.page(&query).await?.rows.pop())
    }

    /// The first row that fulfils the filter.
    ///
    /// # Errors
    /// As [`crate::Reader::get`].
    pub async fn find<T: Table>(&mut self, filter: Filter) -> Result<Option<T>> {
        let query = Query::of(T::NAME).filter(filter).limit(1);
        self.page(&query).await?.rows.first().map(T::from_row).transpose()
    }

    /// The rows of the query's first page as structs.
    ///
    /// # Errors
    /// As [`crate::Reader::page`].
    pub async fn list<T: Table>(&mut self, query: Query) -> Result<Vec<T>> {
        self.page(&query).await?.rows.iter().map(T::from_row).collect()
    }

    /// One page of rows.
    ///
    /// # Errors
    /// As [`crate::Reader::page`].
    pub async fn page(&mut self, query: &Query) -> Result<Page> {
        self.run(query, Lock::None).await
    }

    /// Counts, sums and extremes of rows, by group.
    ///
    /// # Errors
    /// As [`crate::Reader::aggregate`].
    pub async fn aggregate(&mut self, query: &Aggregate) -> Result<Vec<Aggregated>> {
        let access = Access { principal: &self.context.principal, lent: &self.lent };
        let found = read::aggregate(&mut self.connection, &self.shared, access, query).await;
        found.map_err(|error| self.spoiled_by(error))
    }

    /// Rows of the query that no other transaction has claimed, locked until this one ends.
    ///
    /// # Errors
    /// As [`crate::Reader::page`].
    pub async fn claim<T: Table>(&mut self, query: Query) -> Result<Vec<T>> {
        self.run(&query, Lock::Claim).await?.rows.iter().map(T::from_row).collect()
    }

    async fn run(&mut self, query: &Query, lock: Lock) -> Result<Page> {
        let access = Access { principal: &self.context.principal, lent: &self.lent };
        let found = read::run(&mut self.connection, &self.shared, access, query, lock).await;
        found.map_err(|error| self.spoiled_by(error))
    }

    /// On PostgreSQL a read's error may be about writes that were sent along.
    fn spoiled_by(&mut self, error: Error) -> Error {
        if !self.connection.is_spoiled() {
            return error;
        }
        let error = super::write::explain(&self.shared, error);
        self.failed.get_or_insert_with(|| error.clone());
        error
    }

    /// Makes the database fail as a test wants it.
    ///
    /// # Errors
    /// The failure, where it comes at once.
    #[cfg(feature = "testing")]
    pub async fn fail(&mut self, failure: crate::testing::Failure) -> Result<()> {
        self.connection.fail(failure).await
    }

    /// Code makes a row from a struct, read-only columns included.
    ///
    /// # Errors
    /// As [`Tx::write`].
    pub async fn insert<T: Table>(&mut self, row: &T) -> Result<Written> {
        let change = Change::create(T::NAME, self.values_of(row)?).with_id(row.id());
        self.write_one(change.by_code()).await
    }

    /// Code writes a struct back; columns that do not differ are left alone.
    ///
    /// # Errors
    /// As [`Tx::write`].
    pub async fn save<T: Table>(&mut self, row: &T) -> Result<Written> {
        self.write_one(Change::update(T::NAME, row.id(), self.values_of(row)?).by_code()).await
    }

    /// The struct's columns, without those that were never added to the table and have no value.
    fn values_of<T: Table>(&self, row: &T) -> Result<Values> {
        let definition = self.shared.catalog.table(T::NAME)?;
        let mut values = row.to_values();
        values.retain(|(name, value)| !value.is_null() || definition.column(name).is_some());
        Ok(values)
    }

    /// Code removes a row.
    ///
    /// # Errors
    /// As [`Tx::write`].
    pub async fn remove<T: Table>(&mut self, id: Uuid) -> Result<()> {
        self.write_one(Change::delete(T::NAME, id).by_code()).await.map(|_| ())
    }

    /// One change.
    ///
    /// # Errors
    /// As [`Tx::write`].
    pub async fn write_one(&mut self, change: Change) -> Result<Written> {
        let mut written = self.write(vec![change]).await?;
        written.pop().ok_or_else(|| Error::internal("a change left no trace"))
    }
}

/// A transaction with lent rights.
pub struct Lent<'a> {
    tx: &'a mut Tx,
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        self.tx.lent.pop();
    }
}

impl std::ops::Deref for Lent<'_> {
    type Target = Tx;

    fn deref(&self) -> &Tx {
        self.tx
    }
}

impl std::ops::DerefMut for Lent<'_> {
    fn deref_mut(&mut self) -> &mut Tx {
        self.tx
    }
}
