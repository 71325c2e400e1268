//! Running cargo as a child that can be ended as a whole.

use std::env;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

use anyhow::{Context, Result, bail};
use rustix::process::Pid;

use crate::interrupt::Interrupt;

/// The same cargo that started this program, in the root of the workspace.
///
/// Settings of Tandem itself stay behind: a test must not find somebody's real database. Knobs of
/// the tests (`TANDEM_TEST_…`) go along.
pub fn cargo(subcommand: &str) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.arg(subcommand).stdin(Stdio::null());
    command.current_dir(root());
    without_settings(&mut command);
    // What cargo says of this package is not about what is built now; build scripts that look at it
    // would run again each time.
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// The root of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Leaves somebody's settings of Tandem out of the command's environment.
pub fn without_settings(command: &mut Command) {
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("TANDEM_") && !text.starts_with("TANDEM_TEST_") {
            command.env_remove(&name);
        }
    }
}

/// Runs the command in a process group of its own, so that an interrupt reaches whatever the
/// tests have started too, and lets `watch` read its output meanwhile.
pub fn run_group(
    command: &mut Command,
    interrupt: &Interrupt,
    watch: impl FnOnce(&mut Child) -> Result<()>,
) -> Result<ExitStatus> {
    interrupt.check()?;
    let mut child = (command.process_group(0).spawn())
        .with_context(|| format!("cannot start {}", command.get_program().display()))?;
    interrupt.set_child_group(Some(pid(&child)?));
    let watched = watch(&mut child);
    let status = child.wait();
    interrupt.set_child_group(None);
    interrupt.check()?;
    watched?;
    status.context("cannot wait for the child")
}

pub fn pid(child: &Child) -> Result<Pid> {
    match i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
        Some(pid) => Ok(pid),
        None => bail!("{} is no process id", child.id()),
    }
}
