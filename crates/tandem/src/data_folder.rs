//! The folder of the SQLite files: one `serve` at a time has it, and says in it where it listens.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::Path;

use anyhow::{Context as _, bail};

/// The locked folder; the lock goes with this value, or with the process however it ends.
pub struct DataFolder {
    lock: File,
}

/// What is found in a folder.
pub enum Found {
    /// Nobody serves it; it is locked now.
    Free(DataFolder),
    /// A running `serve` has it.
    Served {
        /// Where people reach it.
        address: String,
        /// Where its control door is, on this machine.
        control: String,
        /// What its control door asks for.
        token: String,
    },
}

impl DataFolder {
    /// Makes the folder when it is missing, and locks it.
    pub fn lock(folder: &Path) -> anyhow::Result<Self> {
        Self::locked(Self::find(folder)?, folder)
    }

    /// The same, where it does not matter that an earlier restore broke off.
    pub fn lock_for_restore(folder: &Path) -> anyhow::Result<Self> {
        Self::locked(Self::look(folder)?, folder)
    }

    fn locked(found: Found, folder: &Path) -> anyhow::Result<Self> {
        match found {
            Found::Free(locked) => Ok(locked),
            Found::Served { address, .. } => bail!(
                "another tandem serves {} at {address}; use that one, stop it, or choose another folder with --data",
                folder.display()
            ),
        }
    }

    /// Locks the folder, or finds out who serves it. It is made when it is missing.
    pub fn find(folder: &Path) -> anyhow::Result<Found> {
        if tandem::backup::is_unfinished(folder) {
            bail!(
                "a restore into {} broke off half-way: say `tandem restore` again, with --replace",
                folder.display()
            );
        }
        Self::look(folder)
    }

    fn look(folder: &Path) -> anyhow::Result<Found> {
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        // What is in it is nobody else's business on this machine.
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder).with_context(|| {
            format!("the folder {} cannot be made; choose another with --data", folder.display())
        })?;
        let path = folder.join("tandem.lock");
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        // The token in it opens the control door.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut lock = options.open(&path).with_context(|| {
            format!("{} cannot be written; choose another folder with --data", path.display())
        })?;
        match lock.try_lock() {
            Ok(()) => Ok(Found::Free(Self { lock })),
            Err(TryLockError::WouldBlock) => {
                let mut announced = String::new();
                let _ = lock.read_to_string(&mut announced);
                let mut lines = announced.lines().map(|line| line.trim().to_owned());
                let address = lines.next().filter(|address| !address.is_empty());
                let address = address.unwrap_or_else(|| "an address it has not told yet".into());
                let (control, token) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
                Ok(Found::Served { address, control, token })
            }
            Err(TryLockError::Error(error)) => {
                Err(error).with_context(|| format!("{} cannot be locked", path.display()))
            }
        }
    }

    /// Leaves the addresses for others to find, and the token for those who may read the folder.
    pub fn announce(&mut self, address: &str, control: &str, token: &str) -> anyhow::Result<()> {
        self.lock.set_len(0)?;
        self.lock.rewind()?;
        writeln!(self.lock, "{address}\n{control}\n{token}")?;
        Ok(())
    }
}
