//! `tandem backup`: one moment of all four databases into a folder.

use std::path::Path;

use tables::Store;

use super::{BackupError, Manifest, Part, Place, aside, place, postgres};
use crate::{DatabaseName, Databases};

/// The databases of a system that is open.
#[derive(Clone)]
pub struct Source {
    /// Where they lie.
    pub databases: Databases,
    /// Each of them.
    pub stores: [(DatabaseName, Store); 4],
}

/// Writes a backup into `folder`, which is made, or is empty.
///
/// # Errors
/// [`BackupError`]; then what was written is gone again.
pub async fn take(source: &Source, folder: &Path) -> Result<Manifest, BackupError> {
    let place = place(&source.databases)?;
    prepare(folder)?;
    let written = write(source, place, folder).await;
    if written.is_err() {
        clear(folder);
    }
    written
}

async fn write(source: &Source, place: Place, folder: &Path) -> Result<Manifest, BackupError> {
    let (_, first) = &source.stores[0];
    let taken_at = first.environment().clock.now();
    let (database, parts) = match place {
        Place::Sqlite => {
            let stores: Vec<&Store> = source.stores.iter().map(|(_, store)| store).collect();
            let moments = tables::backup::moment(&stores).await?;
            let names = source.stores.clone().map(|(name, _)| name.as_str());
            let folder = folder.to_owned();
            let copy = move || {
                let copy = |(name, moment): (&'static str, tables::backup::Moment)| {
                    let file = format!("{name}.sqlite");
                    moment.copy_to(&folder.join(&file))?;
                    Part::of(name, &folder, &file)
                };
                names.into_iter().zip(moments).map(copy).collect::<Result<Vec<_>, _>>()
            };
            ("sqlite", aside(copy).await?)
        }
        Place::Postgres { url } => {
            let moment = first.named_moment().await?;
            let schemas = source.databases.schemas();
            let (folder, name) = (folder.to_owned(), moment.name.clone());
            let dump = move || postgres::dump(&url, &schemas, &name, &folder);
            let parts = aside(dump).await?;
            drop(moment);
            ("postgresql", parts)
        }
    };
    let manifest = Manifest::new(database, taken_at, parts);
    manifest.write(folder)?;
    Ok(manifest)
}

/// A folder that nobody else reads, with nothing in it.
fn prepare(folder: &Path) -> Result<(), BackupError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(BackupError::at(folder))?;
    let mut entries = std::fs::read_dir(folder).map_err(BackupError::at(folder))?;
    match entries.next() {
        None => Ok(()),
        Some(_) => Err(BackupError::refused(format!(
            "{} is not empty: give a new folder, so that no backup is written over.",
            folder.display()
        ))),
    }
}

/// The folder was empty before: whatever is in it is half a backup.
fn clear(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let _ = std::fs::remove_file(entry.path());
    }
}
