//! Findings in words, for pages and for the command line.

use std::sync::LazyLock;

use shell::{Language, Tone, Voice};

use super::super::BOOKS;
use super::super::values::side;
use crate::solutions::{About, Finding, Leg, LegName};

/// A finding as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What was looked at.
    pub title: String,
    /// What is wrong, exactly; empty: nothing, or nothing to add.
    pub detail: String,
    /// What to do; empty: nothing.
    pub remedy: String,
}

/// A finding in words.
pub(crate) fn say(voice: &Voice, finding: &Finding) -> Said {
    let sides = |key: &str, which| voice.say_with(key, "side", side(voice, which));
    let named = |key: &str, name: &str| voice.say_with(key, "name", name);
    let (title, remedy) = match &finding.about {
        About::Answers(which) => (sides("about-answers", *which), voice.say("remedy-answers")),
        About::Environment(which) => (sides("about-environment", *which), voice.say("remedy-environment")),
        About::Company(code) => (named("about-company", code), voice.say("remedy-company")),
        About::Store(code) => (named("about-store", code), named("remedy-store", code)),
        About::Reads(which, set) => {
            let gaps = [("side", &*side(voice, *which)), ("name", set)];
            (voice.say_all("about-reads", &gaps), voice.say("remedy-reads"))
        }
        About::Customizes => (voice.say("about-customizes"), voice.say("remedy-customizes")),
        About::Columns(set) => (named("about-columns", set), voice.say("remedy-columns")),
        About::Fits(name) => (named("about-fits", name), voice.say("remedy-fits")),
        About::Alone => (voice.say("about-alone"), voice.say("remedy-alone")),
        About::Own(check, variables) => {
            let language = voice.language_tag();
            (variables.fill(check.title.of(language)), variables.fill(check.remedy.of(language)))
        }
    };
    let remedy = if finding.is_good { String::new() } else { remedy };
    Said { title, detail: finding.detail.clone(), remedy }
}

static ENGLISH: LazyLock<Voice> =
    LazyLock::new(|| Voice::new(&BOOKS, Language::English, jiff::tz::TimeZone::UTC));

/// A finding in English: for the command line.
#[must_use]
pub fn finding_in_english(finding: &Finding) -> Said {
    say(&ENGLISH, finding)
}

/// A leg in English: for the command line.
#[must_use]
pub fn leg_in_english(leg: &Leg) -> String {
    self::leg(&ENGLISH, leg.name)
}

/// What a leg is called.
pub(super) fn leg(voice: &Voice, name: LegName) -> String {
    voice.say(&format!("leg-{name:?}"))
}

/// Colour and icon of a finding.
pub(super) fn look(finding: &Finding) -> (Tone, &'static str) {
    if finding.is_good { (Tone::Good, "check") } else { (Tone::Bad, "alert") }
}
