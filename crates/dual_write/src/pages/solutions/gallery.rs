//! Which packages there are.

use askama::Template;
use axum::extract::State;
use shell::grid::Ask;
use shell::{Frame, Shown, Tone, Visit};

use super::super::overview;
use super::{PATH, may_look, path_of, refuse};
use crate::pages::Desk;
use crate::solutions::{InstallationState, Unfit};

#[derive(Template)]
#[template(path = "solutions.html")]
struct Page {
    frame: Frame,
    action: &'static str,
    searched: String,
    cards: Vec<Card>,
    unfit: Vec<Unfit>,
}

struct Card {
    path: String,
    title: String,
    chip: (Tone, &'static str, String),
    description: String,
    facts: Vec<(String, String)>,
}

pub(super) async fn page(visit: Visit, State(desk): State<Desk>, ask: Ask) -> Shown {
    may_look(&visit)?;
    let searched = ask.get("q").trim().to_owned();
    let (packages, unfit) = match desk.hub.packages().await {
        Ok(found) => found,
        Err(error) => return refuse(&visit, error, overview::PATH),
    };
    let mut cards = Vec::new();
    for package in packages.iter().filter(|package| package.is_found_by(&searched, visit.language_tag())) {
        let known = desk.hub.installation(package.name()).await.ok().flatten();
        let state = known.as_ref().map_or(InstallationState::Removed, |known| known.state);
        let mut facts = vec![
            (visit.say("version"), package.version().to_string()),
            (visit.say("publisher"), package.publisher().to_owned()),
        ];
        if let Some(known) = known.filter(|known| known.state == InstallationState::Installed) {
            facts.push((visit.say("installed-version"), known.version));
        }
        cards.push(Card {
            path: path_of(package.name(), ""),
            title: package.title().to_owned(),
            chip: chip(&visit, state),
            description: package.description().of(visit.language_tag()).to_owned(),
            facts,
        });
    }
    let frame = visit.frame(visit.say("solutions"));
    visit.show(&Page { frame, action: PATH, searched, cards, unfit })
}

/// How a package stands, as a chip.
pub(super) fn chip(visit: &Visit, state: InstallationState) -> (Tone, &'static str, String) {
    let (tone, icon) = match state {
        InstallationState::Installed => (Tone::Good, "check"),
        InstallationState::Removed => (Tone::None, "box"),
        InstallationState::Preparing => (Tone::Info, "edit"),
        InstallationState::Installing | InstallationState::RollingBack | InstallationState::Uninstalling => {
            (Tone::Info, "clock")
        }
    };
    (tone, icon, visit.say(&format!("state-{state:?}")))
}
