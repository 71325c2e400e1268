//! `tandem jobs`, `tandem user` and `tandem dual-write`: plain lines for people, `--json` for programs.

use std::path::Path;
use std::process::ExitCode;

use axum::http::Method;
use platform::Environment;
use serde_json::{Value, json};
use tandem::backup::restore as restore_into;

use crate::ask::Control;
use crate::command_line::{Application, DualWrite, Jobs, Settings, User};
use crate::data_folder::DataFolder;
use crate::serve;

/// Batch jobs.
pub fn jobs(command: &Jobs) -> anyhow::Result<ExitCode> {
    match command {
        Jobs::List(settings) => {
            let jobs = ask(settings, Method::GET, "/jobs", None)?;
            for job in jobs.as_array().into_iter().flatten() {
                println!(
                    "{:62} {:14} {:10} next {}",
                    text(job, "name"),
                    text(job, "recurrence"),
                    text(job, "status"),
                    text(job, "nextRunAt")
                );
            }
            Ok(ExitCode::SUCCESS)
        }
        Jobs::Run { name, settings } => {
            let path = format!("/jobs/run?name={}", encode(name));
            let summary = ask(settings, Method::POST, &path, None)?;
            println!(
                "{name}: {} succeeded, {} failed, {} skipped",
                summary["succeeded"], summary["failed"], summary["skipped"]
            );
            if let Some(error) = summary["error"].as_str() {
                anyhow::bail!("the job broke off: {error}");
            }
            Ok(if summary["failed"] == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Jobs::History { name, settings } => {
            let path = match name {
                Some(name) => format!("/jobs/history?name={}", encode(name)),
                None => "/jobs/history".into(),
            };
            let runs = ask(settings, Method::GET, &path, None)?;
            for run in runs.as_array().into_iter().flatten() {
                println!(
                    "{}  {:62} {:6} {} succeeded, {} failed, {} skipped  {}",
                    text(run, "startedAt"),
                    text(run, "name"),
                    text(run, "status"),
                    run["succeeded"],
                    run["failed"],
                    run["skipped"],
                    text(run, "message")
                );
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// People of the back office.
pub fn user(command: &User) -> anyhow::Result<ExitCode> {
    match command {
        User::List(settings) => {
            let users = ask(settings, Method::GET, "/users", None)?;
            for user in users.as_array().into_iter().flatten() {
                let state = match (user["isDisabled"] == true, user["hasPassword"] == true) {
                    (true, _) => "disabled",
                    (false, true) => "active",
                    (false, false) => "without password",
                };
                println!("{:40} {:40} {state}", text(user, "email"), text(user, "name"));
            }
        }
        User::Add { email, name, roles, settings } => {
            let body = json!({ "email": email, "name": name, "roles": roles });
            let added = ask(settings, Method::POST, "/users", Some(body))?;
            println!("{email} sets a password here, once, within 7 days:\n{}", text(&added, "link"));
        }
        User::Disable { email, settings } => shut(settings, email, true)?,
        User::Enable { email, settings } => shut(settings, email, false)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Programs that call the APIs.
pub fn application(command: &Application) -> anyhow::Result<ExitCode> {
    let Application::Add { client_id, roles, settings } = command;
    let body = json!({ "client_id": client_id, "roles": roles });
    let added = ask(settings, Method::POST, "/applications", Some(body))?;
    println!("The secret of {client_id}, shown this once:\n{}", text(&added, "secret"));
    Ok(ExitCode::SUCCESS)
}

/// All four databases into a folder.
pub fn backup(folder: &Path, settings: &Settings) -> anyhow::Result<ExitCode> {
    let folder = std::path::absolute(folder)?;
    let taken = ask(settings, Method::POST, "/backup", Some(json!({ "folder": folder })))?;
    println!(
        "{} databases as they were at {}, {} bytes, in {}",
        taken["databases"],
        text(&taken, "takenAt"),
        taken["bytes"],
        folder.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// A backup where the databases are.
pub fn restore(folder: &Path, replace: bool, settings: &Settings) -> anyhow::Result<ExitCode> {
    let configuration = settings.load()?.configuration;
    let databases = serve::databases(&configuration);
    let _locked = match databases.uses_files() {
        true => Some(DataFolder::lock_for_restore(&configuration.data)?),
        false => None,
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let environment = Environment::system();
    let restored =
        runtime.block_on(restore_into(folder, &databases, &configuration.data, replace, &environment))?;
    println!("Restored as it was at {}. Everybody signs in anew.", restored.manifest.taken_at);
    if let Some(aside) = restored.put_aside {
        println!("What was there before is kept in {aside}.");
    }
    Ok(ExitCode::SUCCESS)
}

fn shut(settings: &Settings, email: &str, out: bool) -> anyhow::Result<()> {
    ask(settings, Method::POST, "/users/shut", Some(json!({ "email": email, "out": out })))?;
    Ok(())
}

/// Dual-write.
pub fn dual_write(command: &DualWrite) -> anyhow::Result<ExitCode> {
    match command {
        DualWrite::Status { json, settings } => {
            let status = ask(settings, Method::GET, "/dual-write/status", None)?;
            if *json {
                println!("{status}");
            } else {
                print_status(&status);
            }
            let each = |list: &str| status[list].as_array().cloned().unwrap_or_default();
            let ill = each("sides").iter().any(|side| side["trouble"].is_string())
                || each("targets").iter().any(|target| target["waiting"] != 0);
            Ok(if ill { ExitCode::FAILURE } else { ExitCode::SUCCESS })
        }
        DualWrite::Errors { json, settings } => {
            let parked = all_errors(settings)?;
            if *json {
                println!("{}", Value::from(parked.clone()));
            } else {
                parked.iter().for_each(print_error);
                if parked.is_empty() {
                    println!("Nothing waits.");
                }
            }
            Ok(if parked.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        DualWrite::Retry { ids, settings } => {
            let retried = ask(settings, Method::POST, "/dual-write/retry", Some(json!(ids)))?;
            println!("{} tried again, {} still wait", retried["tried"], retried["waiting"]);
            Ok(if retried["waiting"] == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        DualWrite::Skip { ids, settings } => {
            ask(settings, Method::POST, "/dual-write/skip", Some(json!(ids)))?;
            println!("{} left out", ids.len());
            Ok(ExitCode::SUCCESS)
        }
        DualWrite::Pause { target, reason, settings } => {
            let body = json!({ "target": target, "reason": reason });
            ask(settings, Method::POST, "/dual-write/pause", Some(body))?;
            println!("{target} is paused: its changes are kept in order");
            Ok(ExitCode::SUCCESS)
        }
        DualWrite::Resume { target, settings } => {
            ask(settings, Method::POST, "/dual-write/resume", Some(json!({ "target": target })))?;
            println!("{target} goes on");
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn ask(settings: &Settings, method: Method, path: &str, body: Option<Value>) -> anyhow::Result<Value> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async { Control::find(settings).await?.ask(method, path, body).await })
}

fn all_errors(settings: &Settings) -> anyhow::Result<Vec<Value>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let control = Control::find(settings).await?;
        let (mut parked, mut path) = (Vec::new(), "/dual-write/errors".to_owned());
        loop {
            let page = control.ask(Method::GET, &path, None).await?;
            parked.extend(page["parked"].as_array().cloned().unwrap_or_default());
            match page["next"].as_str() {
                Some(next) => path = format!("/dual-write/errors?after={}", encode(next)),
                None => return Ok(parked),
            }
        }
    })
}

fn print_status(status: &Value) {
    for side in status["sides"].as_array().into_iter().flatten() {
        let more = if side["more"] == true { " and more" } else { "" };
        match side["trouble"].as_str() {
            Some(trouble) => println!("{:13} {trouble}", text(side, "side")),
            None => {
                println!("{:13} answers, {}{more} changes to deliver", text(side, "side"), side["behind"])
            }
        }
    }
    for target in status["targets"].as_array().into_iter().flatten() {
        let oldest = target["oldest"].as_str().map(|since| format!(" since {since}")).unwrap_or_default();
        let paused = if target["paused"] == true { ", paused" } else { "" };
        println!(
            "{:36} {:2} version {:8} {:>5} linked, {:>3} waiting{oldest}{paused}",
            text(target, "name"),
            text(target, "direction"),
            text(target, "version"),
            target["links"],
            target["waiting"]
        );
    }
    println!("{} pairs of rows that each side spells its own way", status["disputed"]);
}

fn print_error(parked: &Value) {
    println!(
        "{}  {} of {} {} ({}, {} attempts, next {})\n    {}",
        text(parked, "id"),
        text(parked, "target"),
        text(parked, "set"),
        text(parked, "row"),
        text(parked, "cause"),
        parked["attempts"],
        text(parked, "next_attempt_at"),
        text(parked, "message")
    );
}

pub fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or("-")
}

fn encode(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}
