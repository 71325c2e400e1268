//! Opening a database: its schema is brought to the declared tables first.

use std::sync::{Arc, Weak};
use std::time::Duration;

use platform::Environment;
use tokio::sync::{mpsc, watch};

use super::{Backend, CALLERS_WAITING_MAX, Current, Layouts, Location, ReaderPool, Shared, Store, writer};
use crate::sql::postgres::{self, Postgres};
use crate::sql::sqlite::Sqlite;
use crate::sql::{Connection, Raw, cluster, describe, log, schema};
use crate::{Catalog, Error, Result};

/// How often a process looks whether another one changed the definitions.
pub const DEFINITIONS_LOOKED_AT_MS: u64 = 1_000;

impl Store {
    /// Opens the database, making or migrating its schema.
    ///
    /// # Errors
    /// [`Error::InvalidDefinition`] and [`Error::DefinitionLosesData`] for declarations that cannot
    /// be brought in; [`Error::Locked`], [`Error::Unavailable`] for a database that cannot be used.
    pub async fn open(catalog: Catalog, location: &Location, environment: Environment) -> Result<Self> {
        catalog.check()?;
        let declared = Arc::new(catalog.clone());
        let current = |(catalog, version): (Catalog, i64)| {
            Current::new(Shared {
                declared,
                layouts: Layouts::new(&catalog),
                catalog: Arc::new(catalog),
                version,
                environment,
                bell: watch::Sender::new(0),
                drawn: Arc::default(),
            })
        };
        match location {
            Location::Sqlite(path) => {
                let (sqlite, made) = prepare_sqlite(Sqlite::writer(path)?, catalog).await?;
                let current = current(made);
                let (sender, receiver) = mpsc::channel(CALLERS_WAITING_MAX);
                writer::spawn(Arc::clone(&current), sqlite, receiver)?;
                let readers = Arc::new(ReaderPool { path: path.clone(), idle: std::sync::Mutex::default() });
                Ok(Self { current, backend: Backend::Sqlite { writer: sender, readers } })
            }
            Location::Postgres { url, schema } => {
                let pool = postgres::pool(url, schema)?;
                let made = prepare_postgres(Postgres::acquire(&pool, false).await?, catalog, schema).await?;
                let store = Self { current: current(made), backend: Backend::Postgres(pool) };
                tokio::spawn(look_at_definitions(Arc::downgrade(&store.current), store.backend.clone()));
                Ok(store)
            }
        }
    }

    /// Makes a PostgreSQL database look as if it were restored from another cluster.
    ///
    /// # Errors
    /// As any write.
    #[cfg(feature = "testing")]
    pub async fn come_from_elsewhere(&self) -> Result<()> {
        let mut connection = self.connect().await?;
        if let Connection::Postgres(_) = &connection {
            cluster::come_from_elsewhere(&mut connection)?;
            connection.query_many(Vec::new()).await?;
        }
        Ok(())
    }

    /// Every cell of the database as text, one line for each row of each table.
    ///
    /// # Errors
    /// As any read.
    #[cfg(feature = "testing")]
    pub async fn cells(&self) -> Result<Vec<String>> {
        crate::sql::cells::cells(&mut self.connect().await?).await
    }

    /// The schema as sorted lines, the same on both databases.
    ///
    /// # Errors
    /// As any read.
    pub async fn describe_schema(&self) -> Result<Vec<String>> {
        describe::describe(&mut self.connect().await?).await
    }
}

/// Notices what other processes make or take away, as long as anybody uses the store.
async fn look_at_definitions(current: Weak<Current>, backend: Backend) {
    loop {
        tokio::time::sleep(Duration::from_millis(DEFINITIONS_LOOKED_AT_MS)).await;
        let Some(current) = current.upgrade() else { return };
        let store = Store { current, backend: backend.clone() };
        if let Err(error) = store.refresh_definitions().await {
            tracing::warn!(%error, "the version of the definitions could not be read");
        }
    }
}

/// The catalog with what was made at run time, and the version of that.
type Made = (Catalog, i64);

async fn migrate(connection: &mut Connection, catalog: Catalog) -> Result<Made> {
    let catalog = schema::migrate(connection, catalog).await?;
    Ok((catalog, schema::version(connection).await?))
}

async fn prepare_sqlite(sqlite: Sqlite, catalog: Catalog) -> Result<(Sqlite, Made)> {
    sqlite.run("BEGIN IMMEDIATE")?;
    let mut connection = Connection::Sqlite(sqlite);
    let migrated = migrate(&mut connection, catalog).await;
    let (counter, columns) = log::last_number();
    let rows = connection.query(counter, columns).await;
    let Connection::Sqlite(mut sqlite) = connection else {
        return Err(Error::internal("a connection changed its database"));
    };
    let made = match migrated {
        Ok(made) => made,
        Err(error) => {
            sqlite.run("ROLLBACK")?;
            return Err(error);
        }
    };
    sqlite.run("COMMIT")?;
    sqlite.next_sequence = match rows?.first().map(Vec::as_slice) {
        Some([Raw::Integer(last)]) => last + 1,
        _ => 1,
    };
    Ok((sqlite, made))
}

async fn prepare_postgres(mut postgres: Postgres, catalog: Catalog, name: &str) -> Result<Made> {
    postgres.run(schema::BEGIN_ALONE).await?;
    postgres.run_built(&schema::create_schema(name)).await?;
    let mut connection = Connection::Postgres(postgres);
    let mut migrated = migrate(&mut connection, catalog).await;
    if migrated.is_ok()
        && let Err(error) = cluster::recognize(&mut connection).await
    {
        migrated = Err(error);
    }
    let Connection::Postgres(mut postgres) = connection else {
        return Err(Error::internal("a connection changed its database"));
    };
    match migrated {
        Ok(made) => {
            postgres.query_many(Vec::new()).await?;
            postgres.run("COMMIT").await?;
            Ok(made)
        }
        Err(error) => {
            postgres.run("ROLLBACK").await?;
            Err(error)
        }
    }
}
