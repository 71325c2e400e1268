//! The user that PostgreSQL runs as.

use std::fs;
use std::os::unix::fs::chown;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use rustix::process::geteuid;

/// PostgreSQL refuses to run as root, so root lends it a user without rights.
pub enum Account {
    Own,
    Lent { uid: u32, gid: u32 },
}

impl Account {
    pub fn choose() -> Result<Account> {
        if !geteuid().is_root() {
            return Ok(Account::Own);
        }
        let users = fs::read_to_string("/etc/passwd").context("cannot read /etc/passwd")?;
        let find = |name| users.lines().find_map(|line| lent(line, name));
        (find("postgres").or_else(|| find("nobody")))
            .context("neither user postgres nor nobody exists to run PostgreSQL as")
    }

    pub fn give(&self, folder: &Path) -> Result<()> {
        if let Account::Lent { uid, gid } = *self {
            chown(folder, Some(uid), Some(gid)).context("cannot give the folder away")?;
        }
        Ok(())
    }

    /// `setpriv` becomes the program, so the child's process id is the program's own; it also
    /// makes the kernel interrupt the program (a fast shutdown) when this process dies.
    pub fn command(&self, program: &Path, folder: &Path) -> Command {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "INT"]);
        if let Account::Lent { uid, gid } = self {
            command.args([format!("--reuid={uid}"), format!("--regid={gid}")]);
            command.arg("--clear-groups");
        }
        command.arg("--").arg(program);
        command.current_dir(folder).stdin(Stdio::null());
        command
    }
}

/// Reads one line of `/etc/passwd`: `name:x:uid:gid:…`.
fn lent(line: &str, name: &str) -> Option<Account> {
    let mut fields = line.split(':');
    (fields.next() == Some(name)).then_some(())?;
    let uid = fields.nth(1)?.parse().ok()?;
    let gid = fields.next()?.parse().ok()?;
    Some(Account::Lent { uid, gid })
}
