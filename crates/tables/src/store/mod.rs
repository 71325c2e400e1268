//! One database with its tables: where it lives, who reads, who writes.

mod access;
pub mod backup;
mod check;
mod define;
mod doorbell;
mod draft;
mod erase;
mod feed;
mod files;
mod open;
mod read;
mod readers;
mod reckon;
mod told;
mod tx;
mod work;
mod write;
mod writer;

use std::collections::{HashMap, VecDeque};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use deadpool_postgres::Pool;
use platform::Environment;
use tokio::sync::{mpsc, watch};

pub use access::Access;
pub use define::{
    Addition, CUSTOM_KEYS_MAX, CUSTOM_TABLES_MAX, CUSTOMIZATION, KEY_COLUMNS_MAX, KEY_NAME_LENGTH_MAX,
    KEY_TEXT_LENGTH_MAX, Removal,
};
pub use doorbell::{Doorbell, rung};
pub use erase::{ERASED, ERASURE};
pub use files::{FILE_NAME_LENGTH_MAX, FILE_PART_MAX, MEDIA_TYPE_LENGTH_MAX, UPLOAD_HOURS_MAX};
pub use open::DEFINITIONS_LOOKED_AT_MS;
pub use read::Reader;
pub use reckon::Aggregated;
pub use tx::{Lent, Tx};
pub use work::VerbFuture;
pub use write::{CHANGES_MAX, RULE_DEPTH_MAX, TRANSACTION_ROWS_MAX, TRANSACTION_SECONDS_MAX};
pub use writer::{CALLERS_PER_COMMIT_MAX, CALLERS_WAITING_MAX};

use crate::sql::Layout;
use crate::sql::sqlite::Sqlite;
use crate::{Catalog, Error, Principal, Result};

/// Where a database lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// One SQLite file, made when missing. Only one process may use it.
    Sqlite(PathBuf),
    /// One schema of a PostgreSQL database, made when missing.
    Postgres {
        /// Address with user and database: `postgres://user@host:port/database`.
        url: String,
        /// Name of the schema.
        schema: String,
    },
}

/// Who asks and why: goes into audit and change log.
#[derive(Clone, Debug)]
pub struct Context {
    /// Who.
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

/// One open database. Cloning shares it.
#[derive(Clone)]
pub struct Store {
    current: Arc<Current>,
    backend: Backend,
}

/// The definitions as they are now. A transaction or reader keeps those that it began with.
struct Current {
    opened: Arc<Shared>,
    now: RwLock<Arc<Shared>>,
}

impl Current {
    fn new(shared: Shared) -> Arc<Self> {
        let opened = Arc::new(shared);
        Arc::new(Self { now: RwLock::new(Arc::clone(&opened)), opened })
    }

    fn now(&self) -> Arc<Shared> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Newer definitions for whoever begins from here on.
    fn put(&self, catalog: Catalog, version: i64) {
        let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
        if version > now.version {
            *now = Arc::new(Shared {
                layouts: Layouts::new(&catalog),
                catalog: Arc::new(catalog),
                declared: Arc::clone(&now.declared),
                version,
                environment: now.environment.clone(),
                bell: now.bell.clone(),
                drawn: Arc::clone(&now.drawn),
            });
        }
    }
}

/// What transactions and readers of one database share.
pub(crate) struct Shared {
    pub catalog: Arc<Catalog>,
    /// The catalog without what was made at run time.
    pub declared: Arc<Catalog>,
    pub layouts: Layouts,
    /// Rises with each definition that is made at run time.
    pub version: i64,
    pub environment: Environment,
    pub bell: watch::Sender<u64>,
    /// PostgreSQL: numbers drawn ahead for new rows.
    pub drawn: Arc<Mutex<VecDeque<i64>>>,
}

#[derive(Clone)]
enum Backend {
    Sqlite { writer: mpsc::Sender<writer::Waiting>, readers: Arc<ReaderPool> },
    Postgres(Pool),
}

/// Idle reading connections to one SQLite file.
struct ReaderPool {
    path: PathBuf,
    idle: Mutex<Vec<Sqlite>>,
}

/// Reading connections kept open.
const READERS_IDLE_MAX: usize = 4;

impl ReaderPool {
    fn take(&self) -> Result<Sqlite> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.map_or_else(|| Sqlite::reader(&self.path), Ok)
    }

    fn give_back(&self, reader: Sqlite) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < READERS_IDLE_MAX {
            idle.push(reader);
        }
    }
}

/// All tables as they lie in the database.
pub struct Layouts(HashMap<String, Arc<Layout>>);

impl Layouts {
    fn new(catalog: &Catalog) -> Self {
        let layout = |table: &Arc<crate::TableDefinition>| {
            (table.name.clone(), Arc::new(Layout::new(Arc::clone(table))))
        };
        Self(catalog.tables().iter().map(layout).collect())
    }

    /// The table's layout.
    pub(crate) fn get(&self, table: &str) -> Result<&Arc<Layout>> {
        self.0.get(table).ok_or_else(|| Error::UnknownTable { table: table.into() })
    }
}

impl Store {
    /// The tables and rules as they were when the store was opened. What was made since then is in
    /// [`Store::catalog_now`].
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.current.opened.catalog
    }

    /// The tables and rules that transactions and readers now begin with, and their version.
    /// Whatever was made of them is of that version.
    #[must_use]
    pub fn catalog_now(&self) -> (Arc<Catalog>, i64) {
        let now = self.current.now();
        (Arc::clone(&now.catalog), now.version)
    }

    /// Clock, ids and randomness.
    #[must_use]
    pub fn environment(&self) -> &Environment {
        &self.current.opened.environment
    }

    /// Whether no other process can be at work on this database.
    #[must_use]
    pub fn is_single_process(&self) -> bool {
        matches!(self.backend, Backend::Sqlite { .. })
    }
}
