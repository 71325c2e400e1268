//! `tandem solution`: plain lines that people and scripts read.

use std::collections::HashSet;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use axum::http::Method;
use dual_write::solutions::Package;
use serde_json::{Value, json};

use crate::ask::Control;
use crate::command_line::{Settings, Solution};
use crate::commands::text;

/// How often progress is asked for.
const STEP: Duration = Duration::from_millis(100);

/// Solution packages.
pub fn solution(command: &Solution) -> anyhow::Result<ExitCode> {
    match command {
        Solution::List(settings) => in_runtime(settings, async |control| list(control).await),
        Solution::Install { name, company, yes, repair, dry_run, settings } => {
            in_runtime(settings, async |control| {
                let wish =
                    Wish { name, company: company.as_deref(), yes: *yes, repair: *repair, dry_run: *dry_run };
                install(control, wish).await
            })
        }
        Solution::Verify { name, settings } => {
            in_runtime(settings, async |control| verify(control, &name_of(name)?).await)
        }
        Solution::Uninstall { name, yes, settings } => in_runtime(settings, async |control| {
            let name = name_of(name)?;
            // A script says what it means; somebody at a terminal may have mistyped.
            if !yes && std::io::stdin().is_terminal() {
                println!(
                    "Nothing travels between headquarters and Sales any more. What {name} added to Sales \
                     goes, except where rows hold data; no row is removed."
                );
                if !agrees()? {
                    anyhow::bail!("nothing was changed; --yes agrees without being asked");
                }
            }
            control.ask(Method::POST, &format!("/solutions/{name}/uninstall"), None).await?;
            work(control, &name, true).await
        }),
        Solution::RollBack { name, settings } => in_runtime(settings, async |control| {
            let name = name_of(name)?;
            control.ask(Method::POST, &format!("/solutions/{name}/roll-back"), None).await?;
            work(control, &name, true).await
        }),
    }
}

fn in_runtime(
    settings: &Settings,
    command: impl AsyncFnOnce(&Control) -> anyhow::Result<ExitCode>,
) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let control = Control::find(settings).await?;
        command(&control).await
    })
}

async fn list(control: &Control) -> anyhow::Result<ExitCode> {
    let known = control.ask(Method::GET, "/solutions", None).await?;
    for package in known["packages"].as_array().into_iter().flatten() {
        let installed = match package["installedVersion"].as_str() {
            Some(version) => format!("{} {version}", text(package, "state")),
            None => text(package, "state").to_owned(),
        };
        println!(
            "{:20} {:10} {:20} {}",
            text(package, "name"),
            text(package, "version"),
            installed,
            text(package, "title")
        );
    }
    for unfit in known["unfit"].as_array().into_iter().flatten() {
        eprintln!("{} is no package: {}", text(unfit, "folder"), text(unfit, "error"));
    }
    Ok(ExitCode::SUCCESS)
}

/// The folder, where a package is given by one: `./mine`, `/opt/mine`.
fn folder(given: &str) -> Option<&Path> {
    given.contains(['/', '\\', '.']).then(|| Path::new(given))
}

/// The name of a package that is given by name or folder.
fn name_of(given: &str) -> anyhow::Result<String> {
    match folder(given) {
        Some(folder) => Ok(Package::read_folder(folder)?.name().to_owned()),
        None => Ok(given.to_owned()),
    }
}

/// What somebody wants to install, and how.
struct Wish<'a> {
    name: &'a str,
    company: Option<&'a str>,
    yes: bool,
    repair: bool,
    dry_run: bool,
}

async fn install(control: &Control, wish: Wish<'_>) -> anyhow::Result<ExitCode> {
    let mut body = match folder(wish.name) {
        Some(folder) => json!({ "documents": Package::read_folder(folder)?.documents() }),
        None => json!({ "name": wish.name }),
    };
    let first = control.ask(Method::POST, "/solutions/look", Some(body.clone())).await?;
    let company = company(&first, wish.company)?;
    body["company"] = company.as_str().into();
    body["repair"] = wish.repair.into();
    let look = control.ask(Method::POST, "/solutions/look", Some(body.clone())).await?;
    println!("{} {}\n\nEnvironments", text(&look, "title"), text(&look, "version"));
    let mut ids = Vec::new();
    for environment in look["environments"].as_array().into_iter().flatten() {
        match environment["error"].as_str() {
            Some(error) => println!("  {:13} {error}", text(environment, "side")),
            None => {
                println!(
                    "  {:13} {}  {}",
                    text(environment, "side"),
                    text(environment, "address"),
                    text(environment, "id")
                );
                if let Some(fingerprint) = environment["fingerprint"].as_str() {
                    println!("  {:13} certificate {fingerprint}", "");
                }
                ids.push(environment["id"].clone());
            }
        }
    }
    println!("\nCompany\n  {company}\n\nHealth check");
    let mut is_healthy = true;
    for finding in look["findings"].as_array().into_iter().flatten() {
        let (is_good, can_repair) = (finding["isGood"] == true, finding["canRepair"] == true);
        println!("  {} {}", if is_good { "ok    " } else { "WRONG " }, text(finding, "title"));
        if !is_good {
            let lines = [text(finding, "detail"), text(finding, "remedy")];
            lines.into_iter().filter(|line| !line.is_empty()).for_each(|line| println!("         {line}"));
            match (can_repair, wish.repair) {
                (true, true) => println!("         It will be repaired."),
                (true, false) => println!("         --repair puts it right."),
                (false, _) => {}
            }
            is_healthy &= can_repair && wish.repair;
        }
    }
    if !is_healthy {
        anyhow::bail!("the health check has findings; put them right and run the command again");
    }
    println!("\nWhat will be changed in Sales");
    for item in look["items"].as_array().into_iter().flatten() {
        println!(
            "  {:7} {:12} {:30} {}",
            text(item, "kind"),
            text(item, "table"),
            text(item, "name"),
            text(item, "presence")
        );
    }
    println!(
        "In headquarters nothing is added. From then on rows of both sides are made and changed as the maps say.\n"
    );
    if wish.dry_run {
        return Ok(ExitCode::SUCCESS);
    }
    if !wish.yes && !agrees()? {
        anyhow::bail!("nothing was changed; --yes agrees without being asked");
    }
    body["environments"] = ids.into();
    let begun = control.ask(Method::POST, "/solutions/install", Some(body)).await?;
    work(control, text(&begun, "name"), false).await
}

/// The company that was named, or the only one.
fn company(look: &Value, named: Option<&str>) -> anyhow::Result<String> {
    let known: Vec<&str> =
        look["companies"].as_array().into_iter().flatten().map(|company| text(company, "code")).collect();
    match (named, known.as_slice()) {
        (Some(named), _) => Ok(named.to_owned()),
        (None, [only]) => Ok((*only).to_owned()),
        (None, []) => Ok(String::new()),
        (None, _) => anyhow::bail!("name the company with --company: {}", known.join(", ")),
    }
}

fn agrees() -> anyhow::Result<bool> {
    if !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    print!("Do you agree to these changes? [y/N] ");
    std::io::stdout().flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(["y", "yes"].contains(&answer.trim().to_lowercase().as_str()))
}

/// Does what is left, and tells each step once it is done.
async fn work(control: &Control, name: &str, removes: bool) -> anyhow::Result<ExitCode> {
    let path = format!("/solutions/{name}");
    let go_on = control.ask(Method::POST, "/solutions/go-on", None);
    tokio::pin!(go_on);
    let mut told = HashSet::new();
    let mut is_done = false;
    loop {
        let status = control.ask(Method::GET, &path, None).await?;
        for step in status["steps"].as_array().into_iter().flatten() {
            let line = format!(
                "{:7} {:12} {:30} {}",
                text(step, "kind"),
                text(step, "table"),
                text(step, "name"),
                text(step, "state")
            );
            let is_news = matches!(
                (text(step, "state"), removes),
                ("Made" | "Adopted", false) | ("Removed" | "Kept", _)
            );
            if is_news && told.insert(line.clone()) {
                println!("{line}");
            }
        }
        if is_done && (status["isWorking"] != true || status["isStuck"] == true) {
            return match status["trouble"].as_str() {
                Some(trouble) => anyhow::bail!(
                    "{trouble}\nRun the command again once that is put right, or `tandem solution roll-back {name}`"
                ),
                None => {
                    println!("{name}: {}", text(&status, "state"));
                    Ok(ExitCode::SUCCESS)
                }
            };
        }
        if is_done && let Some(trouble) = status["trouble"].as_str() {
            anyhow::bail!("{trouble}\nIt goes on by itself while `tandem serve` runs");
        }
        if is_done {
            tokio::time::sleep(STEP).await;
            continue;
        }
        tokio::select! {
            gone = &mut go_on => { gone?; is_done = true; }
            () = tokio::time::sleep(STEP) => {}
        }
    }
}

async fn verify(control: &Control, name: &str) -> anyhow::Result<ExitCode> {
    let verification = control.ask(Method::POST, &format!("/solutions/{name}/verify"), None).await?;
    for leg in verification["legs"].as_array().into_iter().flatten() {
        let state = if leg["trouble"].is_null() { "ok    " } else { "BROKEN" };
        println!("{state} {:8} ms  {}  {}", leg["milliseconds"], text(leg, "leg"), text(leg, "found"));
        if let Some(trouble) = leg["trouble"].as_str() {
            println!("       {trouble}");
        }
    }
    match verification["passed"] == true {
        true => Ok(ExitCode::SUCCESS),
        false => anyhow::bail!("a leg is broken"),
    }
}
