//! What a backup says of itself. It is written last: a folder without it is no backup.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use tables::jiff::Timestamp;

use super::BackupError;

const FILE: &str = "manifest.json";
/// Rises when older programs cannot read what newer ones write.
const FORMAT: u32 = 1;
/// Bytes read at a time.
const CHUNK: usize = 1024 * 1024;

/// A backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    format: u32,
    /// The program that took it: it also says what the tables look like.
    pub tandem: String,
    /// When.
    pub taken_at: Timestamp,
    /// `sqlite` or `postgresql`.
    pub database: String,
    /// One for each database.
    pub parts: Vec<Part>,
}

/// The file of one database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Which database.
    pub name: String,
    /// The file's name.
    pub file: String,
    /// Its size.
    pub bytes: u64,
    /// Its hash, in lower-case hex.
    pub sha256: String,
}

impl Manifest {
    pub(super) fn new(database: &str, taken_at: Timestamp, parts: Vec<Part>) -> Self {
        let tandem = env!("CARGO_PKG_VERSION").to_owned();
        Self { format: FORMAT, tandem, taken_at, database: database.into(), parts }
    }

    /// How large it is.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.parts.iter().map(|part| part.bytes).sum()
    }

    pub(super) fn write(&self, folder: &Path) -> Result<(), BackupError> {
        let path = folder.join(FILE);
        let text = serde_json::to_string_pretty(self).map_err(tables::Error::internal)?;
        let mut file = File::create_new(&path).map_err(BackupError::at(&path))?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(BackupError::at(&path))
    }

    /// Reads it, and every byte of every part.
    pub(super) fn read(folder: &Path) -> Result<Self, BackupError> {
        let path = folder.join(FILE);
        let text = std::fs::read(&path).map_err(|_| {
            BackupError::refused(format!("{} is no backup: there is no {FILE} in it.", folder.display()))
        })?;
        let damaged = |what: &str| {
            BackupError::refused(format!("The backup in {} is damaged: {what}.", folder.display()))
        };
        let manifest: Self =
            serde_json::from_slice(&text).map_err(|_| damaged("its manifest cannot be read"))?;
        if manifest.format != FORMAT || number(&manifest.tandem) > number(env!("CARGO_PKG_VERSION")) {
            return Err(BackupError::refused(format!(
                "The backup was taken by tandem {}, which is newer than this one: restore it with that version.",
                manifest.tandem
            )));
        }
        for part in &manifest.parts {
            let is_plain = !part.file.contains(['/', '\\']) && part.file != "..";
            let found = if is_plain { Part::of(&part.name, folder, &part.file).ok() } else { None };
            if found.as_ref() != Some(part) {
                return Err(damaged(&format!("{} is missing or not as it was", part.file)));
            }
        }
        Ok(manifest)
    }

    pub(super) fn part(&self, name: &str) -> Result<&Part, BackupError> {
        let part = self.parts.iter().find(|part| part.name == name);
        part.ok_or_else(|| BackupError::refused(format!("The database {name} is not in the backup.")))
    }
}

impl Part {
    pub(super) fn of(name: &str, folder: &Path, file: &str) -> Result<Self, BackupError> {
        let path = folder.join(file);
        let mut content = File::open(&path).map_err(BackupError::at(&path))?;
        let (mut hash, mut bytes, mut chunk) = (Sha256::new(), 0, vec![0; CHUNK]);
        loop {
            let read = content.read(&mut chunk).map_err(BackupError::at(&path))?;
            let Some(some) = chunk.get(..read).filter(|some| !some.is_empty()) else { break };
            hash.update(some);
            bytes += read as u64;
        }
        let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { name: name.into(), file: file.into(), bytes, sha256 })
    }
}

/// A version as it compares.
fn number(version: &str) -> Vec<u64> {
    version.split(['.', '-', '+']).map_while(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_that_is_not_as_it_was_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        let refusal = || Manifest::read(path).unwrap_err().to_string();
        assert!(refusal().contains("is no backup"));
        std::fs::write(path.join("sales.sqlite"), "content").unwrap();
        let part = Part::of("sales", path, "sales.sqlite").unwrap();
        assert_eq!(part.bytes, 7);
        let manifest = Manifest::new("sqlite", "2026-11-20T09:30:00Z".parse().unwrap(), vec![part]);
        manifest.write(path).unwrap();
        assert_eq!(Manifest::read(path).unwrap(), manifest);
        assert!(manifest.write(path).is_err(), "nothing is written over");
        std::fs::write(path.join("sales.sqlite"), "Content").unwrap();
        assert!(refusal().contains("sales.sqlite is missing or not as it was"));
        let put = |manifest: &Manifest| {
            std::fs::write(path.join(FILE), serde_json::to_string(manifest).unwrap()).unwrap();
        };
        put(&Manifest { tandem: "999.0.0".into(), ..manifest.clone() });
        assert!(refusal().contains("newer than this one"));
        let outside = Part { file: "../sales.sqlite".into(), ..manifest.parts[0].clone() };
        put(&Manifest { parts: vec![outside], ..manifest });
        assert!(refusal().contains("is missing or not as it was"));
        std::fs::write(path.join(FILE), "{").unwrap();
        assert!(refusal().contains("cannot be read"));
        assert!(number("0.10.0") > number("0.9.3"));
    }
}
