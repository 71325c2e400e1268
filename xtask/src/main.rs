//! Chores of the workspace: `cargo xtask test`, `browser`, `screenshots`, `postgres`, `bench NAME`.

mod account;
mod bench;
mod browser;
mod cluster;
mod debian;
mod demo;
mod interrupt;
mod postgres_programs;
mod processes;
mod summary;
mod test;

use std::process::ExitCode;
use std::thread;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::bench::Benchmark;
use crate::cluster::Cluster;
use crate::interrupt::Interrupt;

/// Where tests and benchmarks find the PostgreSQL server they may use.
const POSTGRES_VARIABLE: &str = "TANDEM_TEST_POSTGRES";

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Chores of the Tandem workspace")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Run every test on SQLite and PostgreSQL; install what the tests need and is missing
    Test {
        /// Run the stories in a browser too, when the tests are through
        #[arg(long)]
        browser: bool,
        /// Passed to `cargo test`, for example `-- -p tables --test queries`
        #[arg(last = true)]
        cargo_arguments: Vec<String>,
    },
    /// Run the stories in a browser against a demo; install what they need and is missing
    Browser {
        /// Only the files in tests/browser that are named, for example `sign_in.test.mjs`
        files: Vec<String>,
    },
    /// Make the pictures in docs/screenshots from a demo
    Screenshots,
    /// Keep a private PostgreSQL cluster until standard input closes or Ctrl-C
    Postgres,
    /// Run a committed benchmark, with a private PostgreSQL cluster beside it
    Bench {
        name: Benchmark,
        /// Passed to the benchmark itself
        #[arg(last = true)]
        bench_arguments: Vec<String>,
    },
}

fn main() -> ExitCode {
    run(Arguments::parse()).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

fn run(arguments: Arguments) -> Result<ExitCode> {
    // Before anything is started: from here on Ctrl-C means an orderly end, with `Drop`.
    let interrupt = Interrupt::watch()?;
    match arguments.chore {
        Chore::Test { browser, cargo_arguments } => test::run(&cargo_arguments, browser, &interrupt),
        Chore::Browser { files } => browser::run(&files, &interrupt),
        Chore::Screenshots => browser::screenshots(&interrupt),
        Chore::Postgres => keep_postgres(&interrupt),
        Chore::Bench { name, bench_arguments } => bench::run(name, &bench_arguments, &interrupt),
    }
}

fn keep_postgres(interrupt: &Interrupt) -> Result<ExitCode> {
    let cluster = Cluster::start()?;
    println!("{}", cluster.url());
    eprintln!("PostgreSQL stays until standard input closes or Ctrl-C.");
    let end_of_input = interrupt.clone();
    thread::spawn(move || {
        let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
        end_of_input.request();
    });
    interrupt.wait();
    Ok(ExitCode::SUCCESS)
}
