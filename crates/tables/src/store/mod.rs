//! One database with its tables: where it lives, who reads, who writes.
#![allow(missing_docs, unused, clippy::todo)]
use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;

use jiff::Timestamp;
use platform::Environment;
use tokio::sync::watch;
use uuid::Uuid;

use crate::log::{Entries, Position};
use crate::*;

/// Where a database lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// One SQLite file, made when missing.
    Sqlite(PathBuf),
    /// One schema of a PostgreSQL database, made when missing.
    Postgres { url: String, schema: String },
}

/// Who asks and why: goes into audit and change log.
#[derive(Clone, Debug)]
pub struct Context {
    pub principal: Arc<Principal>,
    /// Which program writes, where it is not a user's own client: `dual-write`.
    pub origin: Option<String>,
    /// The trace that the work belongs to.
    pub trace: Option<String>,
}

impl Context {
    /// Work of this principal.
    #[must_use]
    pub fn of(principal: Arc<Principal>) -> Self {
        Self { principal, origin: None, trace: None }
    }
    /// Work of the system itself.
    #[must_use]
    pub fn system() -> Self {
        Self::of(Principal::system())
    }
}

/// The future of a verb.
pub type VerbFuture<'a, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 'a>>;

/// One open database. Cloning shares it.
#[derive(Clone)]
pub struct Store {}

impl Store {
    /// Opens the database, making or migrating its schema.
    pub async fn open(catalog: Catalog, location: &Location, environment: Environment) -> Result<Self> {
        todo!()
    }
    pub fn catalog(&self) -> &Catalog {
        todo!()
    }
    pub fn environment(&self) -> &Environment {
        todo!()
    }
    /// Runs a verb in one transaction; on PostgreSQL it is repeated (with the same input) when
    /// concurrent work won, so it must have no effect but on `tx`.
    /// Call: `store.write(context, input, |tx, input| Box::pin(verb(tx, input))).await`.
    pub async fn write<I, T, E>(
        &self,
        context: Context,
        input: I,
        verb: impl for<'a> Fn(&'a mut Tx, &'a I) -> VerbFuture<'a, T, E> + Send + Sync + 'static,
    ) -> Result<T, E>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        todo!()
    }
    /// A reader for this principal. Give it back by dropping it.
    pub async fn read(&self, principal: &Arc<Principal>) -> Result<Reader> {
        todo!()
    }
    /// Rises after every commit that wrote something, in this process. Says only "look now".
    pub fn doorbell(&self) -> watch::Receiver<u64> {
        todo!()
    }
    /// Registers a reader of the change log at the log's present end, or finds it.
    pub async fn register_reader(&self, name: &str) -> Result<Position> {
        todo!()
    }
    /// Notes that the reader has read up to `position`.
    pub async fn advance_reader(&self, name: &str, position: Position) -> Result<()> {
        todo!()
    }
    /// Removes entries older than `KEEP_DAYS` that every registered reader has passed.
    pub async fn trim_log(&self) -> Result<u64> {
        todo!()
    }
}

/// Reads committed rows as one principal.
pub struct Reader {}
impl Reader {
    /// One row as a struct; `None` when there is none that the principal may see.
    pub async fn get<T: Table>(&mut self, id: Uuid) -> Result<Option<T>> {
        todo!()
    }
    pub async fn get_row(&mut self, table: &str, id: Uuid) -> Result<Option<Row>> {
        todo!()
    }
    /// The first row that fulfils the filter.
    pub async fn find<T: Table>(&mut self, filter: Filter) -> Result<Option<T>> {
        todo!()
    }
    pub async fn list<T: Table>(&mut self, query: Query) -> Result<Vec<T>> {
        todo!()
    }
    pub async fn page(&mut self, query: &Query) -> Result<Page> {
        todo!()
    }
    /// Entries after `position` of these tables (empty: all that the principal may read at
    /// organization depth). Needs the privilege Read on `changelog`.
    pub async fn changes(&mut self, after: Position, tables: &[&str], limit: u32) -> Result<Entries> {
        todo!()
    }
    /// Current rows for ids (missing ones left out), in no particular order.
    pub async fn get_rows(&mut self, table: &str, ids: &[Uuid]) -> Result<Vec<Row>> {
        todo!()
    }
}

/// One transaction. Reads see its own writes; a failed write fails the whole transaction.
pub struct Tx {}
impl Tx {
    pub fn now(&self) -> Timestamp {
        todo!()
    }
    pub fn new_id(&self) -> Uuid {
        todo!()
    }
    pub fn random<const N: usize>(&self) -> [u8; N] {
        todo!()
    }
    pub fn principal(&self) -> &Arc<Principal> {
        todo!()
    }
    pub fn origin(&self) -> Option<&str> {
        todo!()
    }
    pub fn catalog(&self) -> &Catalog {
        todo!()
    }
    /// Lends these rights to what follows, until the guard is dropped. A verb names them in a const.
    pub fn lend(&mut self, rights: &'static [Right]) -> Lent<'_> {
        todo!()
    }

    pub async fn get<T: Table>(&mut self, id: Uuid) -> Result<Option<T>> {
        todo!()
    }
    pub async fn get_row(&mut self, table: &str, id: Uuid) -> Result<Option<Row>> {
        todo!()
    }
    pub async fn find<T: Table>(&mut self, filter: Filter) -> Result<Option<T>> {
        todo!()
    }
    pub async fn list<T: Table>(&mut self, query: Query) -> Result<Vec<T>> {
        todo!()
    }
    pub async fn page(&mut self, query: &Query) -> Result<Page> {
        todo!()
    }
    /// Rows of the query that no other transaction has claimed, locked until commit
    /// (`FOR UPDATE SKIP LOCKED` on PostgreSQL).
    pub async fn claim<T: Table>(&mut self, query: Query) -> Result<Vec<T>> {
        todo!()
    }

    /// Code makes a row from a struct (read-only columns included).
    pub async fn insert<T: Table>(&mut self, row: &T) -> Result<Written> {
        todo!()
    }
    /// Code writes a struct back; columns that do not differ are left alone.
    pub async fn save<T: Table>(&mut self, row: &T) -> Result<Written> {
        todo!()
    }
    pub async fn remove<T: Table>(&mut self, id: Uuid) -> Result<()> {
        todo!()
    }
    /// Writes many changes in order, in few round trips. Each is authorised as the principal's.
    pub async fn write(&mut self, changes: Vec<Change>) -> Result<Vec<Written>> {
        todo!()
    }
    /// One change.
    pub async fn write_one(&mut self, change: Change) -> Result<Written> {
        todo!()
    }
}

/// A transaction with lent rights.
pub struct Lent<'a> {
    tx: &'a mut Tx,
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
