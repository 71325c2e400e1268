//! Files of a backup into a data folder: first all of them beside, then all in their place.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::{BackupError, Manifest};
use crate::DatabaseName;

/// Stands in a data folder while databases are put in their place: some may be old, some new.
pub const UNFINISHED: &str = "restore-unfinished";

/// Whether a restore into this data folder broke off half-way.
#[must_use]
pub fn is_unfinished(data: &Path) -> bool {
    data.join(UNFINISHED).exists()
}

/// Puts the four files into `data`; what was there goes into `aside`, if that is wanted. Blocks.
pub(super) fn restore(
    manifest: &Manifest,
    folder: &Path,
    data: &Path,
    aside: Option<&Path>,
) -> Result<(), BackupError> {
    let present = present(data)?;
    if !present.is_empty() && aside.is_none() {
        return Err(BackupError::refused(format!(
            "There are databases in {} already: give another folder with --data, or put these aside with --replace.",
            data.display()
        )));
    }
    let beside = |name: &DatabaseName| data.join(format!("{}.restoring", name.as_str()));
    let copied = DatabaseName::ALL.iter().try_for_each(|name| {
        let from = folder.join(&manifest.part(name.as_str())?.file);
        copy(&from, &beside(name))?;
        tables::backup::check_file(&beside(name)).map_err(|error| {
            BackupError::refused(format!("The database {} in the backup is damaged: {error}.", name.as_str()))
        })
    });
    if let Err(error) = copied {
        for name in &DatabaseName::ALL {
            let _ = std::fs::remove_file(beside(name));
        }
        return Err(error);
    }
    let mark = data.join(UNFINISHED);
    File::create(&mark).and_then(|file| file.sync_all()).map_err(BackupError::at(&mark))?;
    if let Some(aside) = aside.filter(|_| !present.is_empty()) {
        std::fs::create_dir(aside).map_err(BackupError::at(aside))?;
        for path in &present {
            let name = path.file_name().unwrap_or_default();
            std::fs::rename(path, aside.join(name)).map_err(BackupError::at(path))?;
        }
    }
    for name in &DatabaseName::ALL {
        let to = data.join(format!("{}.sqlite", name.as_str()));
        std::fs::rename(beside(name), &to).map_err(BackupError::at(&to))?;
    }
    #[cfg(unix)]
    File::open(data).and_then(|folder| folder.sync_all()).map_err(BackupError::at(data))?;
    std::fs::remove_file(&mark).map_err(BackupError::at(&mark))
}

/// The databases in a folder with what belongs to them.
fn present(data: &Path) -> Result<Vec<PathBuf>, BackupError> {
    let names = DatabaseName::ALL.iter().flat_map(|name| {
        ["", "-wal", "-shm", "-journal"].map(|end| data.join(format!("{}.sqlite{end}", name.as_str())))
    });
    let mut present = Vec::new();
    for path in names {
        if path.try_exists().map_err(BackupError::at(&path))? {
            present.push(path);
        }
    }
    Ok(present)
}

fn copy(from: &Path, to: &Path) -> Result<(), BackupError> {
    std::fs::copy(from, to).map_err(BackupError::at(to))?;
    File::open(to).and_then(|file| file.sync_all()).map_err(BackupError::at(to))
}
