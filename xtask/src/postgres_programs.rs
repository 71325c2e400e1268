//! Finds the programs of a PostgreSQL server, and installs them where they are missing.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::debian;

/// The version that is installed where there is none; a newer one that is there is used.
const PACKAGE: &str = "postgresql-15";

/// Debian keeps each major version in a folder here, outside PATH.
const DEBIAN_FOLDER: &str = "/usr/lib/postgresql";

/// The folder with `initdb` and `postgres`.
pub fn folder() -> Result<PathBuf> {
    if let Some(folder) = find() {
        return Ok(folder);
    }
    debian::install(&[PACKAGE], "the tests")?;
    find().with_context(|| format!("{PACKAGE} is installed, but initdb is nowhere to be found"))
}

fn find() -> Option<PathBuf> {
    let on_path = env::var_os("PATH").unwrap_or_default();
    debian_folders()
        .into_iter()
        .chain(env::split_paths(&on_path))
        .find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
}

/// The oldest version that we support first, then newer ones.
fn debian_folders() -> Vec<PathBuf> {
    let installed = fs::read_dir(DEBIAN_FOLDER).into_iter().flatten();
    let mut folders: Vec<PathBuf> = installed.flatten().map(|entry| entry.path()).collect();
    folders.sort_by_key(|folder| (!folder.ends_with("15"), folder.clone()));
    folders.iter().map(|folder| folder.join("bin")).collect()
}
