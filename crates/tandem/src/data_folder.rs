//! The folder of the SQLite files: one `serve` at a time has it, and says in it where it listens.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::Path;

use anyhow::{Context as _, bail};

/// The locked folder; the lock goes with this value, or with the process however it ends.
pub struct DataFolder {
    lock: File,
}

impl DataFolder {
    /// Makes the folder when it is missing, and locks it.
    pub fn lock(folder: &Path) -> anyhow::Result<Self> {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("the folder {} cannot be made; choose another with --data", folder.display()))?;
        let path = folder.join("tandem.lock");
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut lock = options
            .open(&path)
            .with_context(|| format!("{} cannot be written; choose another folder with --data", path.display()))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { lock }),
            Err(TryLockError::WouldBlock) => {
                let mut address = String::new();
                let _ = lock.read_to_string(&mut address);
                let address = address.trim();
                let address = if address.is_empty() { "an address it has not told yet" } else { address };
                bail!(
                    "another tandem serves {} at {address}; use that one, stop it, or choose another folder with --data",
                    folder.display()
                );
            }
            Err(TryLockError::Error(error)) => {
                Err(error).with_context(|| format!("{} cannot be locked", path.display()))
            }
        }
    }

    /// Leaves the address for others to find.
    pub fn announce(&mut self, address: &str) -> anyhow::Result<()> {
        self.lock.set_len(0)?;
        self.lock.rewind()?;
        writeln!(self.lock, "{address}")?;
        Ok(())
    }
}
