//! The binary: command line, configuration, and the system it starts.

mod ask;
mod command_line;
mod commands;
mod data_folder;
mod doctor;
mod mail;
mod serve;
mod solutions;
mod tls;

use std::process::ExitCode;

use clap::Parser as _;

use command_line::{Command, CommandLine};

/// A page of rows is a thousand small texts: this allocator takes a fifth off its cost.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    end_quietly_without_reader();
    let command_line = CommandLine::parse();
    let result = match &command_line.command {
        Command::Serve(arguments) => serve::run(arguments).map(|()| ExitCode::SUCCESS),
        Command::Config(arguments) => config(arguments).map(|()| ExitCode::SUCCESS),
        Command::Jobs(command) => commands::jobs(command),
        Command::DualWrite(command) => commands::dual_write(command),
        Command::Solution(command) => solutions::solution(command),
        Command::Application(command) => commands::application(command),
        Command::Doctor { fix, json, settings } => doctor::doctor(settings, *fix, *json),
        Command::Backup { folder, settings } => commands::backup(folder, settings),
        Command::Restore { folder, replace, settings } => commands::restore(folder, *replace, settings),
        Command::User(command) => commands::user(command),
    };
    match result {
        Ok(code) => code,
        Err(error) => {
            eprintln!("tandem: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whoever reads what is printed may have enough of it (`tandem doctor | head`): that is no fault.
fn end_quietly_without_reader() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let words = panic.payload().downcast_ref::<String>().map(String::as_str).unwrap_or_default();
        if words.starts_with("failed printing to stdout") && words.contains("Broken pipe") {
            std::process::exit(0);
        }
        usual(panic);
    }));
}

/// Prints every setting with its value and where it came from.
fn config(arguments: &command_line::Settings) -> anyhow::Result<()> {
    let loaded = arguments.load()?;
    for setting in loaded.explain()? {
        println!("{:40} {:32} {}", setting.name, setting.value, setting.origin);
    }
    Ok(())
}
