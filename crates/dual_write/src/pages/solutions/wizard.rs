//! The wizard: environments, company, health, consent, progress. Its answers are rows, so that it
//! goes on where somebody left it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::REFRESH;
use axum::response::Response;
use shell::form::Sent;
use shell::grid::Ask;
use shell::{Command, Fault, Flow, Frame, Shown, Stage, Step, Tone, Visit};

use super::package::{FindingLine, Line, line, lines};
use super::{PATH, may_look, path_of, refuse};
use crate::Side;
use crate::pages::Desk;
use crate::pages::values::{side, target};
use crate::solutions::{
    Company, Installation, InstallationState, Item, Package, Presence, Question, SetupError, is_healthy,
};

#[derive(Template)]
#[template(path = "wizard.html")]
struct Page {
    frame: Frame,
    title: String,
    back: String,
    flow: Flow,
    action: String,
    body: Body,
}

/// What one question shows.
enum Body {
    Environments {
        cards: Vec<Card>,
        can_confirm: bool,
    },
    Company {
        companies: Vec<Company>,
        chosen: String,
    },
    Health {
        findings: Vec<FindingLine>,
        healthy: bool,
        repair: String,
        next: String,
        again: String,
    },
    Consent {
        items: Vec<Line>,
        carries: Vec<String>,
    },
    Progress {
        chip: (Tone, &'static str, String),
        steps: Vec<Line>,
        note: Option<(Tone, String)>,
        trouble: String,
    },
}

/// One of the two environments.
struct Card {
    name: String,
    chip: (Tone, &'static str, String),
    facts: Vec<(String, String)>,
    trouble: String,
    organization: String,
}

pub(super) async fn page(
    visit: Visit,
    State(desk): State<Desk>,
    Path(name): Path<String>,
    ask: Ask,
) -> Shown {
    may_look(&visit)?;
    match show(&visit, &desk, &name, ask.get("step")).await {
        Ok(shown) => shown,
        Err(error) => refuse(&visit, error, &path_of(&name, "")),
    }
}

async fn show(visit: &Visit, desk: &Desk, name: &str, step: &str) -> Result<Shown, SetupError> {
    let package = desk.hub.package(name).await?;
    let known = match desk.hub.installation(name).await? {
        Some(known) if known.state != InstallationState::Removed || step == "progress" => known,
        _ => desk.hub.prepare(visit.context(), &package).await?,
    };
    let question = current(&known, step);
    let body = match question {
        Question::Environments => environments(visit, desk).await,
        Question::Company => {
            let companies = desk.hub.companies().await?;
            let usual = match companies.as_slice() {
                [only] => only.code.clone(),
                _ => desk.hub.store_company().unwrap_or_default().to_owned(),
            };
            Body::Company { companies, chosen: known.company.clone().unwrap_or(usual) }
        }
        Question::Health => {
            let findings = desk.hub.health(&package, &known).await?;
            let step = |question: Question| path_of(name, &format!("/install?step={}", question.name()));
            Body::Health {
                healthy: is_healthy(&findings),
                findings: lines(visit, &findings),
                repair: path_of(name, "/repair"),
                next: step(Question::Consent),
                again: step(Question::Health),
            }
        }
        Question::Consent => {
            let items = desk.hub.outline(&package).await?;
            let carries = package.solution().maps().iter().map(|map| map.name.clone());
            let decided =
                package.solution().decisions().map(|(document, decision)| document.target_name(decision));
            Body::Consent {
                items: items.iter().map(|item| planned(visit, item)).collect(),
                carries: carries.chain(decided).map(|name| target(visit, &name)).collect(),
            }
        }
        Question::Progress => progress(visit, desk, &known).await?,
    };
    let title = visit.say_with("wizard-title", "title", package.title());
    let mut frame = visit.frame(title.clone()).with(commands(visit, &package, &known, question));
    frame.path = PATH.into();
    let page = Page {
        frame,
        title,
        back: path_of(name, ""),
        flow: flow(visit, &known, question),
        action: path_of(name, "/install"),
        body,
    };
    let shown = visit.show(&page);
    let looks_again = question == Question::Progress && known.state.is_working() && !known.isstuck;
    Ok(shown.map(|response| if looks_again { refreshing(response) } else { response }))
}

/// Shown again by itself, without a script.
pub(super) fn refreshing(mut response: Response) -> Response {
    response.headers_mut().insert(REFRESH, HeaderValue::from_static("1"));
    response
}

/// The question that is asked: an earlier one where somebody wants to answer it again, the next one
/// otherwise.
fn current(known: &Installation, step: &str) -> Question {
    let next = Question::next(known);
    let asked = Question::ALL.into_iter().find(|question| question.name() == step);
    let can_consent = known.company.is_some() && !known.state.is_working();
    match asked {
        Some(Question::Consent) if can_consent && known.state != InstallationState::Removed => {
            Question::Consent
        }
        Some(asked) if asked <= next && known.state == InstallationState::Preparing => asked,
        _ => next,
    }
}

fn flow(visit: &Visit, known: &Installation, now: Question) -> Flow {
    let stage = |question: Question| Stage {
        name: visit.say(&format!("wizard-{}", question.name())),
        note: String::new(),
        href: match question < now && known.state == InstallationState::Preparing {
            true => path_of(&known.package, &format!("/install?step={}", question.name())),
            false => String::new(),
        },
        step: match question.cmp(&now) {
            std::cmp::Ordering::Less => Step::Done,
            std::cmp::Ordering::Equal if known.state == InstallationState::Installed => Step::Done,
            std::cmp::Ordering::Equal => Step::Now,
            std::cmp::Ordering::Greater => Step::Next,
        },
    };
    Flow {
        name: visit.say("solution-install"),
        note: known.title.clone(),
        stages: Question::ALL.into_iter().map(stage).collect(),
    }
}

fn commands(visit: &Visit, package: &Package, known: &Installation, question: Question) -> Vec<Command> {
    let path = |verb: &str| path_of(package.name(), verb);
    match known.state {
        InstallationState::Preparing => {
            vec![Command::post(visit.say("give-up"), "x", path("/give-up"))]
        }
        InstallationState::Installing => {
            let mut commands = vec![Command::post(visit.say("roll-back"), "left", path("/roll-back"))];
            if known.isstuck {
                commands
                    .insert(0, Command::post(visit.say("try-again"), "refresh", path("/try-again")).key());
            }
            commands
        }
        InstallationState::RollingBack | InstallationState::Uninstalling if known.isstuck => {
            vec![Command::post(visit.say("try-again"), "refresh", path("/try-again")).key()]
        }
        InstallationState::Installed if question == Question::Progress => {
            vec![Command::go(visit.say("solution-verify"), "check", path("/verify")).key()]
        }
        _ => Vec::new(),
    }
}

async fn environments(visit: &Visit, desk: &Desk) -> Body {
    let mut cards = Vec::new();
    for (which, environment) in desk.hub.environments().await {
        cards.push(match environment {
            Ok(found) => Card {
                name: side(visit, which),
                chip: (Tone::Good, "check", visit.say("side-answers")),
                facts: [
                    ("environment-address", address(visit, &found.address)),
                    ("environment-id", found.organization.clone()),
                    ("environment-user", found.user),
                    ("version", found.version.unwrap_or_default()),
                    ("environment-fingerprint", found.fingerprint.unwrap_or_default()),
                ]
                .into_iter()
                .filter(|(_, fact)| !fact.is_empty())
                .map(|(label, fact)| (visit.say(label), fact))
                .collect(),
                trouble: String::new(),
                organization: found.organization,
            },
            Err(error) => Card {
                name: side(visit, which),
                chip: (Tone::Bad, "alert", visit.say("side-silent")),
                facts: Vec::new(),
                trouble: error.to_string(),
                organization: String::new(),
            },
        });
    }
    let can_confirm = cards.iter().all(|card| card.trouble.is_empty());
    Body::Environments { cards, can_confirm }
}

fn address(visit: &Visit, address: &str) -> String {
    match address.contains("://") {
        true => address.to_owned(),
        false => format!("{address} ({})", visit.say("environment-here")),
    }
}

fn planned(visit: &Visit, item: &Item) -> Line {
    Line {
        kind: visit.say(&format!("item-{:?}", item.kind)),
        table: item.table.clone(),
        name: item.name.clone(),
        state: match &item.presence {
            Presence::Missing => visit.say("presence-missing"),
            Presence::Present => visit.say("presence-present"),
            Presence::Different(found) => format!("{}: {found}", visit.say("presence-different")),
        },
    }
}

async fn progress(visit: &Visit, desk: &Desk, known: &Installation) -> Result<Body, SetupError> {
    let steps = desk.hub.steps(&known.package).await?;
    let trouble = known.trouble.clone().unwrap_or_default();
    let note = match known.state {
        InstallationState::Installed => Some((Tone::Good, visit.say("progress-installed"))),
        InstallationState::Removed => Some((Tone::None, visit.say("progress-removed"))),
        _ if known.isstuck => Some((Tone::Bad, visit.say("progress-stuck"))),
        _ if !trouble.is_empty() => Some((Tone::Warn, visit.say("progress-waiting"))),
        _ => Some((Tone::Info, visit.say("progress-working"))),
    };
    Ok(Body::Progress {
        chip: super::gallery::chip(visit, known.state),
        steps: steps.iter().map(|step| line(visit, step)).collect(),
        note,
        trouble,
    })
}

/// Takes the answer to one question.
pub(super) async fn answer(
    visit: Visit,
    State(desk): State<Desk>,
    Path(name): Path<String>,
    sent: Sent,
) -> Shown {
    let question = Question::ALL.into_iter().find(|question| question.name() == sent.get("question"));
    let here = path_of(&name, "/install");
    let at = |question: Question| format!("{here}?step={}", question.name());
    let hub = &desk.hub;
    let (taken, back) = match question {
        Some(Question::Environments) => {
            let shown = [Side::Headquarters, Side::Sales].map(|side| sent.get(side.name()));
            (hub.confirm_environments(visit.context(), &name, shown).await, at(Question::Environments))
        }
        Some(Question::Company) => {
            let company = sent.get("company");
            (hub.choose_company(visit.context(), &name, company).await, at(Question::Company))
        }
        Some(Question::Consent) => {
            let begun = match sent.find("agree") {
                None => Err(SetupError::NoConsent),
                Some(_) => match hub.package(&name).await {
                    Ok(package) => hub.begin(visit.context(), &package).await,
                    Err(error) => Err(error),
                },
            };
            (begun, at(Question::Consent))
        }
        Some(Question::Health | Question::Progress) | None => return Err(Fault::Unreadable),
    };
    match taken {
        Ok(()) => Ok(shell::see_other(&here)),
        Err(error) => refuse(&visit, error, &back),
    }
}

pub(super) async fn give_up(visit: Visit, State(desk): State<Desk>, Path(name): Path<String>) -> Shown {
    let back = path_of(&name, "");
    match desk.hub.give_up(visit.context(), &name).await {
        Ok(()) => Ok(visit.done(&back, &visit.say("given-up"))),
        Err(error) => refuse(&visit, error, &back),
    }
}

pub(super) async fn try_again(visit: Visit, State(desk): State<Desk>, Path(name): Path<String>) -> Shown {
    let here = path_of(&name, "/install");
    match desk.hub.try_again(visit.context(), &name).await {
        Ok(()) => Ok(shell::see_other(&here)),
        Err(error) => refuse(&visit, error, &here),
    }
}

pub(super) async fn roll_back(visit: Visit, State(desk): State<Desk>, Path(name): Path<String>) -> Shown {
    let here = path_of(&name, "/install?step=progress");
    match desk.hub.roll_back(visit.context(), &name).await {
        Ok(()) => Ok(visit.done(&here, &visit.say("rolling-back-now"))),
        Err(error) => refuse(&visit, error, &here),
    }
}
