//! Backup and restore: one moment of all four databases as files, and back.

mod manifest;
mod postgres;
mod restore;
mod sqlite;
mod take;

pub use manifest::{Manifest, Part};
pub use restore::{Restored, restore};
pub use sqlite::{UNFINISHED, is_unfinished};
pub use take::{Source, take};

use std::path::{Path, PathBuf};

use tables::Location;

use crate::Databases;

/// Why there is no backup, or none restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// Something that the one who asked can put right.
    #[error("{0}")]
    Refused(String),
    /// A file.
    #[error("{}: {error}", path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// What the operating system says.
        error: std::io::Error,
    },
    /// A database.
    #[error(transparent)]
    Store(#[from] tables::Error),
}

impl BackupError {
    fn refused(words: impl Into<String>) -> Self {
        Self::Refused(words.into())
    }

    fn at(path: &Path) -> impl Fn(std::io::Error) -> Self {
        move |error| Self::File { path: path.into(), error }
    }
}

/// Where the four databases lie, as far as one moment of all of them can be had.
enum Place {
    /// Files in one folder.
    Sqlite,
    /// Schemas of one PostgreSQL database.
    Postgres { url: String },
}

fn place(databases: &Databases) -> Result<Place, BackupError> {
    let apart = || {
        BackupError::refused(
            "The four databases do not lie together, and no moment spans them. Put them all into one PostgreSQL \
             database (database_url), or stop every tandem and save each database with its own tools: \
             what is saved while all stand still fits together.",
        )
    };
    let mut urls = databases.all().map(|(_, location)| match location {
        Location::Sqlite(_) => None,
        Location::Postgres { url, .. } => Some(url.clone()),
    });
    let first = urls.next().flatten();
    if urls.any(|url| url != first) {
        return Err(apart());
    }
    Ok(match first {
        None => Place::Sqlite,
        Some(url) => Place::Postgres { url },
    })
}

/// Runs what blocks where it may.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, BackupError> + Send + 'static,
) -> Result<T, BackupError> {
    tokio::task::spawn_blocking(work).await.map_err(tables::Error::internal)?
}
