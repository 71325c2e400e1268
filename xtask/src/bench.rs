//! `cargo xtask bench NAME`: the committed benchmarks, beside a private PostgreSQL cluster.

use std::process::ExitCode;

use anyhow::Result;
use clap::ValueEnum;

use crate::POSTGRES_VARIABLE;
use crate::cluster::Cluster;
use crate::interrupt::Interrupt;
use crate::processes::{cargo, run_group};

#[derive(Clone, Copy, ValueEnum)]
pub enum Benchmark {
    /// Create, read, page, bulk and change-log scan on both databases
    Store,
    /// From request to lead and from won to mail, with 10,000 prospects present
    Story,
}

impl Benchmark {
    fn package_and_target(self) -> (&'static str, &'static str) {
        match self {
            Benchmark::Store => ("tables", "store"),
            Benchmark::Story => ("tandem", "story"),
        }
    }
}

pub fn run(name: Benchmark, arguments: &[String], interrupt: &Interrupt) -> Result<ExitCode> {
    let (package, target) = name.package_and_target();
    let cluster = Cluster::start()?;
    let mut command = cargo("bench");
    command.args(["--package", package, "--bench", target, "--"]);
    command.args(arguments);
    command.env(POSTGRES_VARIABLE, cluster.url());
    let status = run_group(&mut command, interrupt, |_| Ok(()))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
