//! Verifying a package: begun here, shown leg by leg.

use askama::Template;
use axum::extract::{Path, State};
use jiff::Timestamp;
use shell::{Command, Fault, Frame, Shown, Tone, Visit};
use tables::{Filter, Privilege, Query, Table as _};

use super::wizard::refreshing;
use super::{PATH, may_look, path_of, refuse, words};
use crate::pages::Desk;
use crate::pages::values::span;
use crate::solutions::{Leg, Patience, SetupError, Verification, VerificationState};

/// Verifications shown.
const SHOWN: u32 = 10;

#[derive(Template)]
#[template(path = "verification.html")]
struct Page {
    frame: Frame,
    title: String,
    back: String,
    action: Option<String>,
    newest: Option<Shot>,
    earlier: Vec<(Option<Timestamp>, Chip)>,
}

/// Colour, icon and word.
type Chip = (Tone, &'static str, String);

/// One verification.
struct Shot {
    at: Option<Timestamp>,
    chip: Chip,
    legs: Vec<LegLine>,
    note: String,
}

struct LegLine {
    look: (Tone, &'static str),
    name: String,
    took: String,
    found: String,
    trouble: String,
}

pub(super) async fn page(visit: Visit, State(desk): State<Desk>, Path(name): Path<String>) -> Shown {
    may_look(&visit)?;
    let package = match desk.hub.package(&name).await {
        Ok(package) => package,
        Err(error) => return refuse(&visit, error, PATH),
    };
    let mut reader = visit.read().await?;
    let of_package = Query::of(Verification::NAME).filter(Filter::equals("package", name.as_str()));
    let newest = reader.page(&of_package.order_by_descending("createdon").limit(SHOWN)).await?;
    drop(reader);
    let now = visit.store().environment().clock.now();
    let mut shots = Vec::new();
    for row in &newest.rows {
        let verification = Verification::from_row(row)?;
        let broke_off = verification.broke_off(row.created_at(), now);
        shots.push((row.created_at(), verification, broke_off));
    }
    let is_running = shots
        .first()
        .is_some_and(|(_, newest, broke_off)| newest.state == VerificationState::Running && !broke_off);
    let may = visit.may(Privilege::Create, Verification::NAME) && !is_running;
    let action = path_of(&name, "/verify");
    let mut shots = shots.into_iter();
    let first = shots.next().map(|(at, verification, broke_off)| Shot {
        at,
        chip: chip(&visit, &verification, broke_off),
        legs: verification.legs().iter().map(|leg| line(&visit, leg)).collect(),
        note: if broke_off { visit.say("verify-broke-off") } else { String::new() },
    });
    let title = visit.say_with("verify-title", "title", package.title());
    let mut frame = visit.frame(title.clone());
    if may {
        frame = frame.with(vec![Command::post(visit.say("verify-start"), "play", action.clone()).key()]);
    }
    frame.path = PATH.into();
    let shown = visit.show(&Page {
        frame,
        title,
        back: path_of(&name, ""),
        action: may.then_some(action),
        newest: first,
        earlier: shots.map(|(at, one, broke_off)| (at, chip(&visit, &one, broke_off))).collect(),
    });
    shown.map(|response| if is_running { refreshing(response) } else { response })
}

fn chip(visit: &Visit, verification: &Verification, broke_off: bool) -> Chip {
    let state = if broke_off { VerificationState::Failed } else { verification.state };
    let (tone, icon) = match state {
        VerificationState::Running => (Tone::Info, "clock"),
        VerificationState::Passed => (Tone::Good, "check"),
        VerificationState::Failed => (Tone::Bad, "alert"),
    };
    (tone, icon, visit.say(&format!("verify-{state:?}")))
}

fn line(visit: &Visit, leg: &Leg) -> LegLine {
    LegLine {
        look: if leg.trouble.is_none() { (Tone::Good, "check") } else { (Tone::Bad, "alert") },
        name: words::leg(visit, leg.name),
        took: span(visit, i64::try_from(leg.milliseconds).unwrap_or(i64::MAX)),
        found: leg.found.clone().unwrap_or_default(),
        trouble: leg.trouble.clone().unwrap_or_default(),
    }
}

/// Begins; the work goes on while the page shows how far it is.
pub(super) async fn begin(visit: Visit, State(desk): State<Desk>, Path(name): Path<String>) -> Shown {
    let here = path_of(&name, "/verify");
    match desk.hub.begin_verification(visit.context(), &name).await {
        Ok(id) => {
            let hub = desk.hub.clone();
            tokio::spawn(async move {
                if let Err(error) = hub.run_verification(id, Patience::default()).await {
                    tracing::warn!(%error, "a verification ended early");
                }
            });
            Ok(shell::see_other(&here))
        }
        Err(SetupError::Busy(_)) => Ok(visit.failed(&here, &visit.say("verify-busy"))),
        Err(SetupError::Store(error)) => Err(Fault::from(error)),
        Err(error) => refuse(&visit, error, &path_of(&name, "")),
    }
}
