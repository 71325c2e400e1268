//! The page of a package: what it is, how it stands, and its verbs.

use askama::Template;
use axum::extract::{Path, State};
use shell::form::Sent;
use shell::{Command, Frame, Shown, Tone, Visit};
use tables::{Privilege, Table as _};

use super::gallery::chip;
use super::words::{look, say};
use super::{PATH, may_look, path_of, refuse};
use crate::pages::Desk;
use crate::pages::values::{direction, target, target_path};
use crate::solutions::{Finding, Installation, InstallationState, Package, Verification, is_healthy};

#[derive(Template)]
#[template(path = "solution.html")]
struct Page {
    frame: Frame,
    title: String,
    back: &'static str,
    chip: (Tone, &'static str, String),
    description: String,
    facts: Vec<(String, String)>,
    /// Path, where it is at work; name; what it says.
    carries: Vec<(String, String, String)>,
    steps: Vec<Line>,
    /// Whether the steps are of an installation.
    is_known: bool,
}

/// Something that the package adds.
pub(super) struct Line {
    pub kind: String,
    pub table: String,
    pub name: String,
    pub state: String,
}

pub(super) async fn page(visit: Visit, State(desk): State<Desk>, Path(name): Path<String>) -> Shown {
    may_look(&visit)?;
    let package = match desk.hub.package(&name).await {
        Ok(package) => package,
        Err(error) => return refuse(&visit, error, PATH),
    };
    let known = match desk.hub.installation(&name).await {
        Ok(known) => known,
        Err(error) => return refuse(&visit, error, PATH),
    };
    let state = known.as_ref().map_or(InstallationState::Removed, |known| known.state);
    let mut facts = vec![
        (visit.say("version"), package.version().to_string()),
        (visit.say("publisher"), package.publisher().to_owned()),
    ];
    if let Some(known) = known.as_ref().filter(|known| known.state == InstallationState::Installed) {
        facts.push((visit.say("installed-version"), known.version.clone()));
        facts.push((visit.say("works-in"), known.company.clone().unwrap_or_default()));
        facts.push((visit.say("consented"), consent(&visit, known).await?));
    }
    let at_work = state == InstallationState::Installed;
    let carries = package.solution().maps().iter().map(|map| {
        let path = if at_work { target_path(&map.name) } else { String::new() };
        (path, target(&visit, &map.name), direction(&visit, map.creates).1)
    });
    let decisions = package.solution().decisions().map(|(document, decision)| {
        let name = document.target_name(decision);
        let path = if at_work { target_path(&name) } else { String::new() };
        (path, target(&visit, &name), String::new())
    });
    let carries = carries.chain(decisions).collect();
    let steps = desk.hub.steps(&name).await.unwrap_or_default();
    let is_known = !steps.is_empty() && state != InstallationState::Preparing;
    let steps = match is_known {
        false => planned(&visit, &package),
        true => steps.iter().map(|step| line(&visit, step)).collect(),
    };
    let mut frame = visit.frame(package.title().to_owned());
    frame.path = PATH.into();
    visit.show(&Page {
        frame: frame.with(commands(&visit, &package, known.as_ref())),
        title: package.title().to_owned(),
        back: PATH,
        chip: chip(&visit, state),
        description: package.description().of(visit.language_tag()).to_owned(),
        facts,
        carries,
        steps,
        is_known,
    })
}

/// Who agreed, and when.
async fn consent(visit: &Visit, known: &Installation) -> Result<String, shell::Fault> {
    let mut reader = visit.read().await?;
    let name = match known.consentedby {
        Some(user) => reader.get::<tables::security::SystemUser>(user).await?.map(|user| user.fullname),
        None => None,
    };
    let at = known.consentedon.map(|at| visit.moment(at)).unwrap_or_default();
    Ok(format!("{}, {at}", name.unwrap_or_else(|| visit.say("command-line"))))
}

fn commands(visit: &Visit, package: &Package, known: Option<&Installation>) -> Vec<Command> {
    let path = |verb: &str| path_of(package.name(), verb);
    let may = |privilege| visit.may(privilege, Installation::NAME);
    let state = known.map_or(InstallationState::Removed, |known| known.state);
    let mut commands = Vec::new();
    if !may(Privilege::Write) {
        return commands;
    }
    match state {
        InstallationState::Removed => {
            commands.push(Command::go(visit.say("solution-install"), "download", path("/install")).key());
        }
        InstallationState::Installed => {
            if visit.may(Privilege::Create, Verification::NAME) {
                commands.push(Command::go(visit.say("solution-verify"), "check", path("/verify")).key());
            }
            commands.push(Command::go(visit.say("solution-health"), "pulse", path("/health")));
            let newer = known.is_some_and(|known| is_newer(package, &known.version));
            if newer {
                let words = visit.say_with("solution-update", "version", package.version());
                commands.push(Command::go(words, "refresh", path("/install?step=consent")));
            }
            commands.push(Command::ask(visit.say("solution-uninstall"), "x", path("/uninstall")));
        }
        _ => commands.push(Command::go(visit.say("solution-continue"), "play", path("/install")).key()),
    }
    commands
}

/// Whether the gallery has a newer version than is installed.
pub(super) fn is_newer(package: &Package, installed: &str) -> bool {
    semver::Version::parse(installed).is_ok_and(|installed| *package.version() > installed)
}

/// What would be added, before anybody looked what is there.
fn planned(visit: &Visit, package: &Package) -> Vec<Line> {
    let line = |kind: &str, table: &str, name: &str| Line {
        kind: visit.say(kind),
        table: table.to_owned(),
        name: name.to_owned(),
        state: String::new(),
    };
    let columns = package.columns().iter().map(|column| line("item-Column", &column.table, &column.name));
    let keys = package.keys().iter().map(|key| line("item-Key", &key.table, &key.columns.join(", ")));
    let views = package.views().iter().map(|view| line("item-View", &view.table, &view.name));
    columns.chain(keys).chain(views).collect()
}

/// A step in words.
pub(super) fn line(visit: &Visit, step: &crate::solutions::InstallationStep) -> Line {
    Line {
        kind: visit.say(&format!("item-{:?}", step.kind)),
        table: step.tablename.clone(),
        name: step.name.clone(),
        state: visit.say(&format!("step-{:?}", step.state)),
    }
}

#[derive(Template)]
#[template(path = "solution_health.html")]
struct HealthPage {
    frame: Frame,
    title: String,
    back: String,
    findings: Vec<FindingLine>,
    healthy: bool,
    repair: String,
}

/// A finding on a page.
pub(super) struct FindingLine {
    pub look: (Tone, &'static str),
    pub title: String,
    pub detail: String,
    pub remedy: String,
    /// Name of the repair; empty: no button puts it right.
    pub repair: String,
}

/// Findings as lines, those that are bad first.
pub(super) fn lines(visit: &Visit, findings: &[Finding]) -> Vec<FindingLine> {
    let may = visit.may(Privilege::Write, Installation::NAME);
    let line = |finding: &Finding| {
        let said = say(visit, finding);
        FindingLine {
            look: look(finding),
            title: said.title,
            detail: said.detail,
            remedy: said.remedy,
            repair: if finding.can_repair && may { finding.about.name() } else { String::new() },
        }
    };
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| finding.is_good);
    sorted.into_iter().map(line).collect()
}

/// The health of a package that is installed.
pub(super) async fn health(visit: Visit, State(desk): State<Desk>, Path(name): Path<String>) -> Shown {
    may_look(&visit)?;
    let back = path_of(&name, "");
    let found = async {
        let package = desk.hub.package(&name).await?;
        let known = desk.hub.installation(&name).await?;
        let known = known.ok_or_else(|| crate::solutions::SetupError::NotInstalled(name.clone()))?;
        Ok((package.title().to_owned(), desk.hub.health(&package, &known).await?))
    };
    match found.await {
        Err(error) => refuse(&visit, error, &back),
        Ok((title, findings)) => {
            let here = path_of(&name, "/health");
            let again = Command::go(visit.say("check-again"), "refresh", here).key();
            let mut frame = visit.frame(visit.say("solution-health")).with(vec![again]);
            frame.path = PATH.into();
            visit.show(&HealthPage {
                frame,
                title,
                back,
                healthy: is_healthy(&findings),
                findings: lines(&visit, &findings),
                repair: path_of(&name, "/repair"),
            })
        }
    }
}

/// Puts right what one finding says, and shows the check again where it was.
pub(super) async fn repair(
    visit: Visit,
    State(desk): State<Desk>,
    Path(name): Path<String>,
    sent: Sent,
) -> Shown {
    let verb = if sent.get("from") == "wizard" { "/install?step=health" } else { "/health" };
    let back = path_of(&name, verb);
    match desk.hub.repair(&visit.context(), &name, sent.get("check")).await {
        Ok(()) => Ok(visit.done(&back, &visit.say("repaired"))),
        Err(error) => refuse(&visit, error, &back),
    }
}

#[derive(Template)]
#[template(path = "uninstall.html")]
struct Question {
    frame: Frame,
    title: String,
    action: String,
    back: String,
}

pub(super) async fn ask_uninstall(visit: Visit, State(desk): State<Desk>, Path(name): Path<String>) -> Shown {
    may_look(&visit)?;
    let back = path_of(&name, "");
    match desk.hub.package(&name).await {
        Err(error) => refuse(&visit, error, PATH),
        Ok(package) => {
            let title = visit.say_with("uninstall-question", "title", package.title());
            let frame = visit.frame(title.clone());
            visit.show(&Question { frame, title, action: path_of(&name, "/uninstall"), back })
        }
    }
}

pub(super) async fn uninstall(visit: Visit, State(desk): State<Desk>, Path(name): Path<String>) -> Shown {
    match desk.hub.uninstall(visit.context(), &name).await {
        Ok(()) => Ok(visit.done(&path_of(&name, "/install?step=progress"), &visit.say("uninstalling-now"))),
        Err(error) => refuse(&visit, error, &path_of(&name, "")),
    }
}
