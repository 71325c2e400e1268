//! A private PostgreSQL cluster in a temporary folder, gone when it is dropped.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Child;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rustix::process::{Signal, kill_process};
use tempfile::TempDir;

use crate::account::Account;
use crate::postgres_programs;
use crate::processes::pid;

const START_ATTEMPTS: u32 = 3;
const POLL_INTERVAL: Duration = Duration::from_millis(50);
const START_POLLS: u32 = 600;
const STOP_POLLS: u32 = 200;

/// Stopped and deleted on drop. Should this process be killed outright, the server still stops
/// (see [`Account::command`]) and only the folder stays behind.
pub struct Cluster {
    server: Child,
    port: u16,
    _folder: TempDir,
}

impl Cluster {
    pub fn start() -> Result<Cluster> {
        let programs = postgres_programs::folder()?;
        let account = Account::choose()?;
        let folder = (tempfile::Builder::new().prefix("tandem-postgres-"))
            .permissions(fs::Permissions::from_mode(0o700))
            .tempdir()
            .context("cannot make a temporary folder")?;
        account.give(folder.path())?;
        initialise(&programs, &account, folder.path())?;

        // The port is free when we look and may be taken when PostgreSQL does: then look again.
        for _ in 0..START_ATTEMPTS {
            let port = free_port()?;
            let mut server = start_server(&programs, &account, folder.path(), port)?;
            if becomes_ready(&mut server, folder.path())? {
                return Ok(Cluster { server, port, _folder: folder });
            }
        }
        let log = fs::read_to_string(folder.path().join("log")).unwrap_or_default();
        bail!("PostgreSQL does not start. Its log:\n{log}")
    }

    pub fn url(&self) -> String {
        format!("postgres://tandem@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        stop(&mut self.server);
    }
}

fn initialise(programs: &Path, account: &Account, folder: &Path) -> Result<()> {
    let mut command = account.command(&programs.join("initdb"), folder);
    command.args(["--pgdata=data", "--username=tandem", "--auth=trust"]);
    command.args(["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
    // A collation that sorts as people do, as servers in the field have: text that must compare
    // as bytes has to say so, or a test fails here.
    command.args(["--locale-provider=icu", "--icu-locale=en-US"]);
    let output = command.output().context("cannot run setpriv and initdb")?;
    if !output.status.success() {
        bail!("initdb failed: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}

fn start_server(programs: &Path, account: &Account, folder: &Path, port: u16) -> Result<Child> {
    let mut command = account.command(&programs.join("postgres"), folder);
    command.arg("-D").arg(folder.join("data"));
    let socket_folder = format!("unix_socket_directories={}", folder.display());
    let port = format!("port={port}");
    for setting in [
        "listen_addresses=127.0.0.1",
        "max_connections=200",
        "timezone=UTC",
        "log_timezone=UTC",
        &socket_folder,
        &port,
    ] {
        command.args(["-c", setting]);
    }
    let log = fs::File::create(folder.join("log")).context("cannot make the log")?;
    command.stdout(log.try_clone()?).stderr(log);
    // A group of its own: Ctrl-C in a terminal must reach the tests before their database.
    command.process_group(0);
    command.spawn().context("cannot start PostgreSQL")
}

/// Waits for the server's own word; false when it gave up.
fn becomes_ready(server: &mut Child, folder: &Path) -> Result<bool> {
    for _ in 0..START_POLLS {
        if server.try_wait()?.is_some() {
            return Ok(false);
        }
        // An open port is not enough: connections are refused until recovery is through.
        let state = fs::read_to_string(folder.join("data/postmaster.pid")).unwrap_or_default();
        if state.lines().last().is_some_and(|word| word.trim() == "ready") {
            return Ok(true);
        }
        sleep(POLL_INTERVAL);
    }
    stop(server);
    Ok(false)
}

/// A fast shutdown first; a kill when that takes too long.
fn stop(server: &mut Child) {
    if let Ok(pid) = pid(server) {
        let _ = kill_process(pid, Signal::INT);
    }
    for _ in 0..STOP_POLLS {
        match server.try_wait() {
            Ok(None) => sleep(POLL_INTERVAL),
            _ => return,
        }
    }
    let _ = server.kill();
    let _ = server.wait();
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port")?;
    Ok(listener.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpStream;

    #[test]
    fn a_dropped_cluster_leaves_nothing() {
        let cluster = Cluster::start().unwrap();
        let address = (Ipv4Addr::LOCALHOST, cluster.port);
        let folder = cluster._folder.path().to_owned();
        assert!(TcpStream::connect(address).is_ok());
        drop(cluster);
        assert!(TcpStream::connect(address).is_err());
        assert!(!folder.exists());
    }
}
