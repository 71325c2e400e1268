//! `tandem doctor`: plain lines for people, `--json` for programs.

use std::path::Path;
use std::process::ExitCode;

use axum::http::Method;
use platform::configuration::{App, Configuration};
use serde_json::{Value, json};

use crate::ask::Control;
use crate::command_line::Settings;
use crate::commands::text;
use crate::{serve, tls};

/// Free space, in bytes, below which one is warned, and below which the next write may fail.
const FREE_BYTES_LOW: u64 = 1 << 30;
const FREE_BYTES_MIN: u64 = 100 << 20;
/// Days before its end in which a certificate is told of.
const CERTIFICATE_DAYS_MIN: i64 = 21;

/// Looks, puts right where that is wanted, and prints what is left.
pub fn doctor(settings: &Settings, fix: bool, as_json: bool) -> anyhow::Result<ExitCode> {
    let configuration = settings.load()?.configuration;
    let mut findings = here(&configuration);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let found = runtime.block_on(ask(settings, fix))?;
    // The running system may be a demo without these settings saying so.
    if found["isDemo"] != true {
        findings.extend(origins(&configuration));
    }
    findings.extend(found["findings"].as_array().cloned().unwrap_or_default());
    if as_json {
        println!("{}", Value::from(findings.clone()));
    } else {
        findings.iter().for_each(print);
    }
    let is_wrong = findings.iter().any(|finding| finding["state"] == "bad");
    Ok(if is_wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// What the running system finds, or the one that is opened here.
async fn ask(settings: &Settings, fix: bool) -> anyhow::Result<Value> {
    let control = Control::find(settings).await?;
    let mut found = look(&control).await?;
    if fix {
        let mut done = Vec::new();
        let findings = found["findings"].as_array().into_iter().flatten();
        for wanted in findings.filter_map(|finding| finding["fix"].as_str()) {
            if !done.contains(&wanted) {
                control.ask(Method::POST, "/doctor/fix", Some(json!({ "fix": wanted }))).await?;
                done.push(wanted);
            }
        }
        found = look(&control).await?;
    }
    Ok(found)
}

async fn look(control: &Control) -> anyhow::Result<Value> {
    let mut found = control.ask(Method::GET, "/doctor", None).await?;
    if matches!(control, Control::Opened { .. })
        && let Some(findings) = found["findings"].as_array_mut()
    {
        // Nothing runs in the background, and that alone is no illness.
        findings.retain(|finding| finding["isIdle"] != true);
    }
    Ok(found)
}

fn print(finding: &Value) {
    let fix = finding["fix"].as_str().map(|_| " (--fix puts it right)").unwrap_or_default();
    println!("{:5} {:17} {}{fix}", text(finding, "state"), text(finding, "check"), text(finding, "words"));
}

fn said(state: &str, check: &str, words: impl Into<String>) -> Value {
    json!({ "check": check, "state": state, "words": words.into(), "fix": null, "isIdle": false })
}

/// What can be told from the settings and this machine.
fn here(configuration: &Configuration) -> Vec<Value> {
    let mut findings = Vec::new();
    if serve::databases(configuration).uses_files() {
        findings.push(data_folder(&configuration.data));
    }
    if let Some(file) = &configuration.tls_certificate {
        findings.push(certificate(file));
    }
    findings
}

fn data_folder(folder: &Path) -> Value {
    let probe = folder.join(".doctor");
    let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&probe, "can be written"));
    let _ = std::fs::remove_file(&probe);
    match written {
        Ok(()) => match rustix::fs::statvfs(folder) {
            Ok(disk) => space(folder, disk.f_bavail.saturating_mul(disk.f_frsize)),
            Err(error) => said("warn", "data", format!("{}: free space unknown: {error}", folder.display())),
        },
        Err(error) => said("bad", "data", format!("{} cannot be written: {error}", folder.display())),
    }
}

fn space(folder: &Path, free: u64) -> Value {
    let (folder, mebibytes) = (folder.display(), free >> 20);
    match free {
        FREE_BYTES_LOW.. => {
            said("good", "data", format!("{folder} can be written; {mebibytes} MiB are free."))
        }
        FREE_BYTES_MIN.. => {
            said("warn", "data", format!("Only {mebibytes} MiB are free for {folder}: make room."))
        }
        _ => {
            said("bad", "data", format!("{folder} is all but full, {mebibytes} MiB are free: make room now."))
        }
    }
}

fn origins(configuration: &Configuration) -> Vec<Value> {
    let mut findings = Vec::new();
    let missing = |setting: &str, variable: &str, what: &str| {
        let words = format!("{setting} ({variable}) is not set: links in mails lead nowhere for {what}.");
        said("warn", "origin", words)
    };
    if configuration.origin.is_none() {
        findings.push(missing("origin", "TANDEM_ORIGIN", "the store's customers"));
    }
    let has_office = [App::Headquarters, App::Sales, App::DualWrite];
    let has_office = has_office.iter().any(|app| configuration.apps.has(*app));
    if has_office && configuration.office_origin.is_none() && !configuration.one_host {
        findings.push(missing("office_origin", "TANDEM_OFFICE_ORIGIN", "the back office"));
    }
    findings
}

fn certificate(file: &Path) -> Value {
    let now = platform::Environment::system().clock.now();
    match tls::ends_at(file) {
        Err(error) => said("bad", "tls", format!("{error:#}")),
        Ok(end) if end <= now => said("bad", "tls", format!("The certificate ended at {end}: renew it.")),
        Ok(end) if end.duration_since(now).as_hours() < CERTIFICATE_DAYS_MIN * 24 => {
            said("warn", "tls", format!("The certificate ends at {end}: renew it, then send SIGHUP."))
        }
        Ok(end) => said("good", "tls", format!("The certificate is good until {end}.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn states(configuration: &Configuration) -> Vec<(String, String)> {
        let here = here(configuration);
        here.iter().map(|one| (text(one, "check").to_owned(), text(one, "state").to_owned())).collect()
    }

    #[test]
    fn folder_origins_and_certificate_are_looked_at() {
        let folder = tempfile::tempdir().unwrap();
        let pair = |check: &str, state: &str| (check.to_owned(), state.to_owned());
        let mut configuration =
            Configuration { data: folder.path().join("data"), ..Configuration::default() };
        assert_eq!(states(&configuration), [pair("data", "good")]);
        assert_eq!(origins(&configuration).len(), 2);
        configuration.origin = Some("https://shop.example".into());
        configuration.office_origin = Some("https://office.example".into());
        assert_eq!(origins(&configuration), Vec::<Value>::new());
        let file = folder.path().join("certificate.pem");
        configuration.tls_certificate = Some(file.clone());
        assert_eq!(states(&configuration)[1], pair("tls", "bad"));
        let year = |year: i32| {
            let mut parameters = rcgen::CertificateParams::new(vec!["localhost".into()]).unwrap();
            parameters.not_after = rcgen::date_time_ymd(year, 1, 1);
            let key = rcgen::KeyPair::generate().unwrap();
            std::fs::write(&file, parameters.self_signed(&key).unwrap().pem()).unwrap();
        };
        for (until, expected) in [(2020, "bad"), (2049, "good"), (2090, "good")] {
            year(until);
            assert_eq!(states(&configuration)[1], pair("tls", expected), "{until}");
        }
        let full = |free: u64| text(&space(folder.path(), free), "state").to_owned();
        let edges = [FREE_BYTES_LOW, FREE_BYTES_LOW - 1, FREE_BYTES_MIN, FREE_BYTES_MIN - 1];
        assert_eq!(edges.map(full), ["good", "warn", "warn", "bad"]);
        // A file where the folder should be.
        configuration.data = file;
        assert_eq!(states(&configuration)[0], pair("data", "bad"));
    }
}
