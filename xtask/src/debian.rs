//! Programs that tests need and a machine lacks come from Debian.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

/// Installs these packages; `need` says what needs them.
pub fn install(packages: &[&str], need: &str) -> Result<()> {
    let names = packages.join(" ");
    if !Path::new("/usr/bin/apt-get").exists() {
        bail!("{need} need {names}, and there is no apt-get to install them: put them on PATH and try again");
    }
    eprintln!("Installing {names}, which {need} need.");
    apt_get(&["update"], &names)?;
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(packages);
    apt_get(&arguments, &names)
}

/// The program of this name on PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let on_path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&on_path).map(|folder| folder.join(program)).find(|path| path.is_file())
}

fn apt_get(arguments: &[&str], names: &str) -> Result<()> {
    let mut command = if rustix::process::geteuid().is_root() {
        Command::new("apt-get")
    } else {
        // `-n`: no question, since nobody may be there to answer.
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "apt-get"]);
        sudo
    };
    command.args(arguments).stdin(Stdio::null());
    command.env("DEBIAN_FRONTEND", "noninteractive");
    // The last line on standard output is the summary; what apt says is for the eyes only.
    command.stdout(std::io::stderr());
    let installed = command.status().is_ok_and(|status| status.success());
    if !installed {
        bail!("cannot run apt-get {}; install {names} as root and try again", arguments.join(" "));
    }
    Ok(())
}
