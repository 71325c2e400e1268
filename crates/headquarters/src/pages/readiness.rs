//! Readiness: what has to be in place, how each stands, and a button that puts it right.

use ::jobs::JobError;
use askama::Template;
use axum::Router;
use axum::extract::State as Shared;
use axum::routing::{get, post};
use shell::form::Sent;
use shell::{Fault, Frame, Shown, Tone, Visit};
use tables::{Error, Privilege, Table as _};

use super::Desk;
use crate::features::{B2B_ECOMMERCE, Feature, switch};
use crate::readiness::{Check, Finding, Fix, State, fix, look};

pub(super) const PATH: &str = "/headquarters/readiness";
const TURN_OFF: &str = "/headquarters/readiness/turn-off";

pub(super) fn routes() -> Router<Desk> {
    Router::new()
        .route(PATH, get(page))
        .route("/headquarters/readiness/fix", post(do_fix))
        .route(TURN_OFF, get(ask_turn_off).post(turn_off))
}

#[derive(Template)]
#[template(path = "readiness.html")]
struct Page {
    frame: Frame,
    title: String,
    /// Prerequisites that keep partners from coming.
    bad: usize,
    /// Prerequisites that somebody should look at.
    warn: usize,
    checks: Vec<Checked>,
}

/// A prerequisite with what was found.
struct Checked {
    title: String,
    about: String,
    state: (Tone, &'static str, String),
    lines: Vec<Line>,
    /// Where it is turned off; empty: not at all, or not by this person.
    turn_off: &'static str,
}

struct Line {
    tone: Tone,
    words: String,
    /// Page with more; empty: none, or not for this person.
    path: String,
    /// What puts it right, and its button.
    fix: Option<(&'static str, String)>,
}

async fn page(visit: Visit, Shared(desk): Shared<Desk>) -> Shown {
    let findings = look(visit.store(), &visit.principal, &desk, &visit).await?;
    let count = |state| findings.iter().filter(|finding| finding.state == state).count();
    let title = visit.say("readiness");
    let checked = |check: Check| checked(&visit, check, &findings);
    visit.show(&Page {
        frame: visit.frame(title.clone()),
        title,
        bad: count(State::Bad),
        warn: count(State::Warn),
        checks: Check::ALL.into_iter().filter_map(checked).collect(),
    })
}

fn checked(visit: &Visit, check: Check, findings: &[Finding]) -> Option<Checked> {
    let of_check = || findings.iter().filter(|finding| finding.check == check);
    let state = of_check().map(|finding| finding.state).max()?;
    let may_turn_off =
        check == Check::Feature && state == State::Good && visit.may(Privilege::Write, Feature::NAME);
    Some(Checked {
        title: visit.say(&format!("check-{}", check.name())),
        about: visit.say(&format!("check-{}-about", check.name())),
        state: (tone(state), tone(state).icon(), visit.say(word(state))),
        lines: of_check().map(|finding| line(visit, finding)).collect(),
        turn_off: if may_turn_off { TURN_OFF } else { "" },
    })
}

fn line(visit: &Visit, finding: &Finding) -> Line {
    let may = |fix: &Fix| {
        let (privilege, table) = fix.needs();
        visit.may(privilege, table)
    };
    let fix = finding.fix.filter(may);
    Line {
        tone: tone(finding.state),
        words: finding.words.clone(),
        path: Some(finding.path.clone()).filter(|path| visit.may_enter(path)).unwrap_or_default(),
        fix: fix.map(|fix| (fix.name(), label(visit, fix))),
    }
}

fn tone(state: State) -> Tone {
    match state {
        State::Good => Tone::Good,
        State::Warn => Tone::Warn,
        State::Bad => Tone::Bad,
    }
}

fn word(state: State) -> &'static str {
    match state {
        State::Good => "ready-good",
        State::Warn => "ready-warn",
        State::Bad => "ready-bad",
    }
}

async fn do_fix(visit: Visit, Shared(desk): Shared<Desk>, sent: Sent) -> Shown {
    let wanted = Fix::parse(sent.get("fix")).ok_or(Fault::Unreadable)?;
    match fix(visit.context(), visit.store(), &desk, wanted).await {
        Ok(()) => Ok(visit.done(PATH, &visit.say_with("ready-fixed", "fix", label(&visit, wanted)))),
        Err(JobError::Store(error)) => Err(error.into()),
        Err(JobError::Unknown(_)) => Err(Fault::NotFound),
        Err(JobError::Busy(job)) => {
            let job = super::job_label(&visit, &job);
            Ok(visit.failed(PATH, &visit.say_with("job-busy", "job", job)))
        }
        Err(JobError::Failed(error)) => Ok(visit.failed(PATH, &error)),
    }
}

fn label(visit: &Visit, fix: Fix) -> String {
    visit.say(&format!("fix-{}", fix.name()))
}

#[derive(Template)]
#[template(path = "turn_off.html")]
struct TurnOffPage {
    frame: Frame,
    title: String,
    action: &'static str,
    back: &'static str,
}

async fn ask_turn_off(visit: Visit) -> Shown {
    if !visit.may(Privilege::Write, Feature::NAME) {
        return Err(Fault::NotAllowed);
    }
    let title = visit.say("turn-off-title");
    visit.show(&TurnOffPage { frame: visit.frame(title.clone()), title, action: TURN_OFF, back: PATH })
}

async fn turn_off(visit: Visit) -> Shown {
    let turned: Result<bool, Error> =
        visit.store().write(visit.context(), (), |tx, ()| Box::pin(switch(tx, B2B_ECOMMERCE, false))).await;
    turned?;
    Ok(visit.done(PATH, &visit.say("turned-off")))
}
