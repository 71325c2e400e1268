//! A demo of Tandem in a temporary folder, gone when it is dropped.

use std::env;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rustix::process::{Signal, kill_process};
use tempfile::TempDir;

use crate::interrupt::Interrupt;
use crate::processes::{cargo, pid, run_group, without_settings};

const POLL_INTERVAL: Duration = Duration::from_millis(50);
const STOP_POLLS: u32 = 200;
/// What the demo says of where it is.
const SAYS: &str = "Tandem serves at ";

/// Stopped and deleted on drop; should this process be killed outright, the server still stops.
pub struct Demo {
    server: Child,
    origin: String,
    _folder: TempDir,
}

impl Demo {
    /// Builds and starts it, on a port that is free.
    pub fn start(interrupt: &Interrupt) -> Result<Demo> {
        let mut build = cargo("build");
        build.args(["--package", "tandem"]).stdout(std::io::stderr());
        if !run_group(&mut build, interrupt, |_| Ok(()))?.success() {
            bail!("tandem cannot be built");
        }
        let folder = (tempfile::Builder::new().prefix("tandem-demo-").tempdir())
            .context("cannot make a temporary folder")?;
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "TERM", "--"]).arg(program()?);
        command.args(["serve", "--demo", "--listen", "127.0.0.1:0", "--data"]).arg(folder.path());
        without_settings(&mut command);
        command.env("TANDEM_LOG_FILTER", "warn");
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        // A group of its own: Ctrl-C in a terminal must reach the stories before their demo.
        command.process_group(0);
        let mut server = command.spawn().context("cannot start tandem")?;
        let origin = read_origin(&mut server);
        let demo = Demo { server, origin: origin.unwrap_or_default(), _folder: folder };
        if demo.origin.is_empty() {
            bail!("the demo did not start");
        }
        Ok(demo)
    }

    pub fn origin(&self) -> &str {
        &self.origin
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        if let Ok(pid) = pid(&self.server) {
            let _ = kill_process(pid, Signal::TERM);
        }
        for _ in 0..STOP_POLLS {
            match self.server.try_wait() {
                Ok(None) => sleep(POLL_INTERVAL),
                _ => return,
            }
        }
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// The program lies where cargo put this one.
pub fn program() -> Result<PathBuf> {
    let own = env::current_exe().context("this program has no path")?;
    Ok(own.with_file_name("tandem"))
}

/// Its first lines say where it is; the rest is let go by, lest it wait for a reader.
fn read_origin(server: &mut Child) -> Option<String> {
    let mut lines = BufReader::new(server.stdout.take()?).lines();
    let origin =
        lines.by_ref().map_while(Result::ok).find_map(|line| Some(line.strip_prefix(SAYS)?.to_owned()));
    std::thread::spawn(move || lines.for_each(drop));
    origin
}
