//! `tandem restore`: a backup in the place of four databases.

use std::path::{Path, PathBuf};

use platform::Environment;
use tables::backup::Schemas;
use tables::{Location, Store};

use super::{BackupError, Manifest, Place, aside, place, postgres, sqlite};
use crate::{DatabaseName, Databases};

/// What was restored.
#[derive(Clone, Debug)]
pub struct Restored {
    /// The backup.
    pub manifest: Manifest,
    /// Where the databases are that were there before.
    pub put_aside: Option<String>,
}

/// Puts the backup in `folder` where `databases` say; on SQLite that is in the folder `data`, which
/// the caller has locked. Databases that are there are put aside if `replace`, else it is refused.
/// Everybody signs in anew.
///
/// # Errors
/// [`BackupError`]; then what was there still is.
pub async fn restore(
    folder: &Path,
    databases: &Databases,
    data: &Path,
    replace: bool,
    environment: &Environment,
) -> Result<Restored, BackupError> {
    let place = place(databases)?;
    let backup = folder.to_owned();
    let manifest = aside(move || Manifest::read(&backup)).await?;
    let kind = match place {
        Place::Sqlite => "sqlite",
        Place::Postgres { .. } => "postgresql",
    };
    if manifest.database != kind {
        return Err(BackupError::refused(format!(
            "The backup is one of {}, and the settings say {kind}: restore it where it came from.",
            manifest.database
        )));
    }
    let stamp = environment.clock.now().strftime("%Y%m%d%H%M%S").to_string();
    let put_aside = match place {
        Place::Sqlite => files(&manifest, folder, data, replace.then_some(&stamp)).await?,
        Place::Postgres { url } => {
            schemas(&manifest, folder, &url, &databases.schemas(), replace.then_some(&stamp)).await?
        }
    };
    for (catalog, location) in
        [(storefront::catalog(), &databases.channel), (headquarters::catalog(), &databases.headquarters)]
    {
        let store = Store::open(catalog, location, environment.clone()).await?;
        shell::sessions::end_everybodys(&store).await?;
        if *location == databases.headquarters {
            jobs::end_leases(&store).await?;
        }
    }
    Ok(Restored { manifest, put_aside })
}

async fn files(
    manifest: &Manifest,
    folder: &Path,
    data: &Path,
    stamp: Option<&String>,
) -> Result<Option<String>, BackupError> {
    let kept: Option<PathBuf> = stamp.map(|stamp| data.join(format!("before-restore-{stamp}")));
    let (manifest, folder, data, to) = (manifest.clone(), folder.to_owned(), data.to_owned(), kept.clone());
    aside(move || sqlite::restore(&manifest, &folder, &data, to.as_deref())).await?;
    Ok(kept.filter(|path| path.exists()).map(|path| path.display().to_string()))
}

async fn schemas(
    manifest: &Manifest,
    folder: &Path,
    url: &str,
    schemas: &[(DatabaseName, String)],
    stamp: Option<&String>,
) -> Result<Option<String>, BackupError> {
    let database = Schemas::of(url)?;
    if database.are_in_use().await? {
        return Err(BackupError::refused("A tandem works on this database: stop it first, all of them."));
    }
    let present = database.names().await?;
    let present: Vec<&String> =
        schemas.iter().map(|(_, schema)| schema).filter(|schema| present.contains(schema)).collect();
    if !present.is_empty() && stamp.is_none() {
        return Err(BackupError::refused(
            "There are databases of a Tandem here already: give another database, or put these aside with --replace.",
        ));
    }
    let old = |schema: &str| format!("{schema}_before_{}", stamp.map_or("", String::as_str));
    for schema in &present {
        database.rename(schema, &old(schema)).await?;
    }
    let mut restored = Ok(());
    for (name, _) in schemas {
        let (file, url) = (folder.join(&manifest.part(name.as_str())?.file), url.to_owned());
        restored = aside(move || postgres::restore(&url, &file)).await;
        if restored.is_err() {
            break;
        }
    }
    if let Err(error) = restored {
        for (_, schema) in schemas {
            database.remove(schema).await?;
        }
        for schema in &present {
            database.rename(&old(schema), schema).await?;
        }
        return Err(error);
    }
    let kept: Vec<String> = present.iter().map(|schema| old(schema)).collect();
    Ok((!kept.is_empty()).then(|| kept.join(", ")))
}

impl Databases {
    /// The schemas of those that lie in PostgreSQL.
    pub(super) fn schemas(&self) -> Vec<(DatabaseName, String)> {
        let schema = |(name, location): (DatabaseName, &Location)| match location {
            Location::Sqlite(_) => None,
            Location::Postgres { schema, .. } => Some((name, schema.clone())),
        };
        self.all().filter_map(schema).collect()
    }
}
