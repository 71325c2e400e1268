//! One moment of several databases: what was acknowledged before it is in it, nothing of later is.

use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use deadpool_postgres::Pool;
use tokio::sync::oneshot;

use super::tx::{Outcome, Wrote};
use super::writer::{Ran, Waiting, Work};
use super::{Backend, Shared, Store};
use crate::sql::Connection;
use crate::sql::postgres::{self, Postgres};
use crate::sql::sqlite::Sqlite;
use crate::{Error, Result};

/// Longest that writers of a SQLite database are kept waiting.
const HOLD_TIME_MAX: Duration = Duration::from_secs(10);

/// One moment of a SQLite database.
pub struct Moment(Sqlite);

impl Moment {
    /// Writes it into a new file. Blocks for as long as that takes.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::Unavailable`].
    pub fn copy_to(&self, path: &Path) -> Result<()> {
        self.0.copy_to(path)
    }
}

/// One moment of a whole PostgreSQL database, with all its schemas, for as long as this is kept.
pub struct NamedMoment {
    /// What `pg_dump --snapshot` knows it by.
    pub name: String,
    _transaction: Postgres,
}

/// The same moment of several SQLite databases: all their writers stand still while it is taken.
///
/// # Errors
/// [`Error::Locked`] when a writer does not come to a stop in time, and as any read.
pub async fn moment(stores: &[&Store]) -> Result<Vec<Moment>> {
    let mut held = Vec::with_capacity(stores.len());
    for store in stores {
        held.push(store.hold_writer().await?);
    }
    let moments = stores.iter().map(|store| store.hold_moment()).collect::<Result<Vec<_>>>()?;
    // A writer that lost its patience has gone on: its database may be ahead of the others.
    for release in held {
        release.send(()).map_err(|_| Error::Locked)?;
    }
    Ok(moments)
}

impl Store {
    /// One moment of the whole PostgreSQL database that this store is a schema of.
    ///
    /// # Errors
    /// As any read.
    pub async fn named_moment(&self) -> Result<NamedMoment> {
        let Backend::Postgres(pool) = &self.backend else {
            return Err(Error::internal("a moment of SQLite has no name"));
        };
        let mut transaction = Postgres::acquire(pool, true).await?;
        let name = transaction.hold_moment().await?;
        Ok(NamedMoment { name, _transaction: transaction })
    }

    fn hold_moment(&self) -> Result<Moment> {
        let Backend::Sqlite { readers, .. } = &self.backend else {
            return Err(Error::internal("PostgreSQL has no writer to hold"));
        };
        let reader = Sqlite::reader(&readers.path)?;
        reader.hold_moment()?;
        Ok(Moment(reader))
    }

    /// Keeps the writer from its next transaction until it is told to go on.
    async fn hold_writer(&self) -> Result<mpsc::Sender<()>> {
        let Backend::Sqlite { writer, .. } = &self.backend else {
            return Err(Error::internal("PostgreSQL has no writer to hold"));
        };
        let (release, released) = mpsc::channel();
        let (reached, stands) = oneshot::channel();
        let hold: Waiting = Box::new(Hold { reached: Some(reached), released: Some(released) });
        writer.send(hold).await.map_err(|_| Error::Unavailable)?;
        stands.await.map_err(|_| Error::Unavailable)?;
        Ok(release)
    }
}

/// A caller that writes nothing and takes its time.
struct Hold {
    reached: Option<oneshot::Sender<()>>,
    released: Option<mpsc::Receiver<()>>,
}

impl Work for Hold {
    fn run(&mut self, _: &std::sync::Arc<Shared>, connection: Connection) -> (Connection, Ran) {
        if let (Some(reached), Some(released)) = (self.reached.take(), self.released.take())
            && reached.send(()).is_ok()
        {
            let _ = released.recv_timeout(HOLD_TIME_MAX);
        }
        let outcome = Outcome { wrote: Wrote::Nothing, redefined: None };
        (connection, Ran { keep: false, outcome })
    }

    fn finish(self: Box<Self>, _: Result<()>) {}
}

/// Whether the SQLite file is sound. Blocks for as long as that takes.
///
/// # Errors
/// [`Error::Internal`] with the first fault.
pub fn check_file(path: &Path) -> Result<()> {
    Sqlite::check(path)
}

/// The schemas of a PostgreSQL database, as somebody who puts one in the place of another needs them.
pub struct Schemas(Pool);

impl Schemas {
    /// Those of the database at `url`.
    ///
    /// # Errors
    /// For an address that cannot be read.
    pub fn of(url: &str) -> Result<Self> {
        postgres::pool(url, "public").map(Self)
    }

    /// Their names.
    ///
    /// # Errors
    /// As any read.
    pub async fn names(&self) -> Result<Vec<String>> {
        Postgres::acquire(&self.0, false).await?.schemas().await
    }

    /// Whether a Tandem works on this database.
    ///
    /// # Errors
    /// As any read.
    pub async fn are_in_use(&self) -> Result<bool> {
        Ok(Postgres::acquire(&self.0, false).await?.others().await? > 0)
    }

    /// Gives one another name.
    ///
    /// # Errors
    /// As any write.
    pub async fn rename(&self, from: &str, to: &str) -> Result<()> {
        Postgres::acquire(&self.0, false).await?.rename_schema(from, to).await
    }

    /// Removes one with everything in it; one that is not there is no error.
    ///
    /// # Errors
    /// As any write.
    pub async fn remove(&self, name: &str) -> Result<()> {
        Postgres::acquire(&self.0, false).await?.drop_schema(name).await
    }
}

/// What PostgreSQL's own programs need to be told to reach `url`: variables, so that no password is
/// on a command line.
///
/// # Errors
/// For an address that cannot be read.
pub fn client_variables(url: &str) -> Result<Vec<(&'static str, String)>> {
    let config: tokio_postgres::Config = url.parse().map_err(Error::internal)?;
    let mut variables = Vec::new();
    let host = config.get_hosts().first().map(|host| match host {
        tokio_postgres::config::Host::Tcp(name) => name.clone(),
        #[cfg(unix)]
        tokio_postgres::config::Host::Unix(path) => path.display().to_string(),
    });
    let text = |given: Option<&str>| given.map(str::to_owned);
    for (name, value) in [
        ("PGHOST", host),
        ("PGPORT", config.get_ports().first().map(ToString::to_string)),
        ("PGUSER", text(config.get_user())),
        ("PGDATABASE", text(config.get_dbname())),
        ("PGPASSWORD", config.get_password().map(|bytes| String::from_utf8_lossy(bytes).into_owned())),
    ] {
        variables.extend(value.map(|value| (name, value)));
    }
    Ok(variables)
}
