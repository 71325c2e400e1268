//! Databases for tests, one of each kind, empty and for this test alone.

#![expect(clippy::expect_used, clippy::panic, reason = "only tests use this; they should stop")]

use platform::{Environment, Randomness};
use tempfile::TempDir;

use crate::{Catalog, Location, Store};

/// The variable that `cargo xtask test` and `cargo xtask postgres` set.
pub const POSTGRES_VARIABLE: &str = "TANDEM_TEST_POSTGRES";

/// An empty place for databases; it goes with its value.
pub enum Place {
    /// A folder for SQLite files.
    Sqlite(TempDir),
    /// A PostgreSQL database and the start of this test's schema names.
    Postgres {
        /// Address.
        url: String,
        /// Unique to this test.
        prefix: String,
    },
}

/// How a test makes a database fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// SQLite: the file cannot grow any more.
    DiskFull,
    /// SQLite: it can again.
    DiskFree,
    /// PostgreSQL: the server ends this connection.
    ConnectionLost,
}

/// One place of each kind. Fails without PostgreSQL: a test that leaves it out proves half.
#[must_use]
pub fn places() -> Vec<Place> {
    let Ok(url) = std::env::var(POSTGRES_VARIABLE) else {
        panic!(
            "{POSTGRES_VARIABLE} is not set: run `cargo xtask test`, or `cargo xtask postgres` beside you"
        );
    };
    let unique = u64::from_le_bytes(Randomness::system().bytes());
    vec![
        Place::Sqlite(tempfile::tempdir().expect("a temporary folder")),
        Place::Postgres { url, prefix: format!("t{unique:016x}") },
    ]
}

impl Place {
    /// Where the database `name` lies here; the same name again is the same database.
    #[must_use]
    pub fn location(&self, name: &str) -> Location {
        match self {
            Self::Sqlite(folder) => Location::Sqlite(folder.path().join(format!("{name}.sqlite"))),
            Self::Postgres { url, prefix } => {
                Location::Postgres { url: url.clone(), schema: format!("{prefix}_{name}") }
            }
        }
    }

    /// Opens the database `name`.
    pub async fn open(&self, name: &str, catalog: Catalog, environment: Environment) -> Store {
        Store::open(catalog, &self.location(name), environment).await.expect("the database opens")
    }
}
