//! PostgreSQL's own programs: `pg_dump` and `pg_restore`, one file for each schema.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{BackupError, Part};
use crate::DatabaseName;

/// A database and the schema that it is.
pub(super) type Schema = (DatabaseName, String);

/// Dumps each schema as it was at this moment.
pub(super) fn dump(
    url: &str,
    schemas: &[Schema],
    moment: &str,
    folder: &Path,
) -> Result<Vec<Part>, BackupError> {
    let dump = |(name, schema): &Schema| {
        let file = format!("{}.dump", name.as_str());
        let mut command = program("pg_dump", url)?;
        command.args(["--format=custom", "--no-owner", "--no-privileges", "--no-password"]);
        command.arg(format!("--snapshot={moment}")).arg(format!("--schema=\"{schema}\""));
        command.arg("--file").arg(folder.join(&file));
        run(command)?;
        Part::of(name.as_str(), folder, &file)
    };
    schemas.iter().map(dump).collect()
}

/// Makes a schema again, wholly or not at all.
pub(super) fn restore(url: &str, file: &Path) -> Result<(), BackupError> {
    let mut command = program("pg_restore", url)?;
    command.args([
        "--single-transaction",
        "--exit-on-error",
        "--no-owner",
        "--no-privileges",
        "--no-password",
    ]);
    let database = command.get_envs().find(|(name, _)| *name == OsStr::new("PGDATABASE"));
    let database = database.and_then(|(_, value)| value).map(ToOwned::to_owned);
    command.arg("--dbname").arg(database.unwrap_or_else(|| "postgres".into())).arg(file);
    run(command)
}

fn program(name: &str, url: &str) -> Result<Command, BackupError> {
    let mut command = Command::new(name);
    command.envs(tables::backup::client_variables(url)?).stdin(Stdio::null()).stdout(Stdio::null());
    Ok(command)
}

fn run(mut command: Command) -> Result<(), BackupError> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.stderr(Stdio::piped()).output() {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(BackupError::refused(format!(
            "{name} ended with {}: {}",
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        ))),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(BackupError::refused(format!(
            "{name} is not installed: install PostgreSQL's client programs, of the server's version or newer \
             (on Debian: apt install postgresql-client)."
        ))),
        Err(error) => Err(BackupError::File { path: name.into(), error }),
    }
}
