//! `cargo xtask test`: every test of the workspace, with the databases it needs.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ExitCode, Stdio};

use anyhow::{Context, Result};

use crate::POSTGRES_VARIABLE;
use crate::browser;
use crate::cluster::Cluster;
use crate::interrupt::Interrupt;
use crate::processes::{cargo, run_group};
use crate::summary::Summary;

pub fn run(cargo_arguments: &[String], with_browser: bool, interrupt: &Interrupt) -> Result<ExitCode> {
    let mut summary = in_cargo(cargo_arguments, interrupt)?;
    if with_browser {
        summary = summary.and(&browser::test(interrupt)?);
    }
    println!("{summary}");
    Ok(if summary.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn in_cargo(cargo_arguments: &[String], interrupt: &Interrupt) -> Result<Summary> {
    let cluster = Cluster::start()?;
    let mut command = cargo("test");
    command.arg("--no-fail-fast");
    if !names_packages(cargo_arguments) {
        command.arg("--workspace");
    }
    command.args(cargo_arguments);
    command.env(POSTGRES_VARIABLE, cluster.url());
    command.stdout(Stdio::piped());

    let mut summary = Summary::default();
    let status =
        run_group(&mut command, interrupt, |child| pass_on_output(child, |line| summary.read(line)))?;
    // Before the last line, lest the end of the cluster has something to say.
    drop(cluster);

    Ok(summary.finish(status.success()))
}

/// Cargo ignores `-p` beside `--workspace`, so the latter is only for when no package is named.
fn names_packages(cargo_arguments: &[String]) -> bool {
    let for_cargo = cargo_arguments.iter().take_while(|a| *a != "--");
    for_cargo.into_iter().any(|a| a.starts_with("--package") || (a.starts_with("-p") && !a.starts_with("--")))
}

/// Lines may hold anything a test prints, so they are passed on as bytes.
fn pass_on_output(child: &mut Child, mut read: impl FnMut(&str)) -> Result<()> {
    let output = child.stdout.take().context("the child has no output")?;
    let mut output = BufReader::new(output);
    let mut screen = std::io::stdout().lock();
    let mut line = Vec::new();
    while output.read_until(b'\n', &mut line)? > 0 {
        screen.write_all(&line)?;
        screen.flush()?;
        read(String::from_utf8_lossy(&line).trim_end());
        line.clear();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_looked_for_before_the_second_dashes_only() {
        let check = |line: &str, expect: bool| {
            let arguments: Vec<String> = line.split(' ').map(str::to_owned).collect();
            assert_eq!(names_packages(&arguments), expect, "{line}");
        };
        check("-p tables", true);
        check("-ptables --lib", true);
        check("--package=tables", true);
        check("--lib", false);
        check("--lib -- -p", false);
        check("--profile release", false);
    }
}
