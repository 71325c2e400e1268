//! Values and names of the other applications as people read them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value as Json;
use shell::{Tone, Voice};

use crate::Side;
use crate::maps::Direction;
use crate::row;
use crate::waiting::Cause;

/// A value of a row; empty: none.
pub(super) fn value(voice: &Voice, value: &Json) -> String {
    match value {
        Json::Bool(yes) => voice.say(if *yes { "yes" } else { "no" }),
        other => row::text(other),
    }
}

/// What a side is called.
pub(super) fn side(voice: &Voice, side: Side) -> String {
    voice.say(match side {
        Side::Headquarters => "headquarters",
        Side::Sales => "sales",
    })
}

/// What a map or decision is called; its own name where no words are known for it.
pub(super) fn target(voice: &Voice, name: &str) -> String {
    let key = name.replace(|letter: char| !letter.is_ascii_alphanumeric(), "-");
    voice.try_say(&format!("target-{key}")).unwrap_or_else(|| name.to_owned())
}

/// Why it was refused, by the code of the refusal; the code itself where no words are known for it.
pub(super) fn refusal(voice: &Voice, code: &str) -> String {
    known_refusal(voice, code).unwrap_or_else(|| code.to_owned())
}

fn known_refusal(voice: &Voice, code: &str) -> Option<String> {
    let is_plain = code.chars().all(|letter| letter.is_ascii_alphanumeric());
    if is_plain { voice.try_say(&format!("refused-{code}")) } else { None }
}

/// Why something waits, where there are words for it.
pub(crate) fn reason(voice: &Voice, cause: Cause, code: &str) -> Option<String> {
    match cause {
        Cause::Parent => Some(voice.say("headline-parent")),
        Cause::Behind => Some(voice.say("headline-behind")),
        Cause::Paused => Some(voice.say("headline-paused")),
        Cause::Refused => known_refusal(voice, code),
        Cause::Unanswered => None,
    }
}

/// What stays as it is in an address.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'_').remove(b'-').remove(b'.').remove(b'/');

/// A name as part of an address.
pub(super) fn encode(name: &str) -> String {
    utf8_percent_encode(name, PLAIN).to_string()
}

/// The page of a map or decision.
pub(super) fn target_path(name: &str) -> String {
    format!("/dual-write/maps/{}", encode(name))
}

/// Colour and icon of a cause.
pub(super) fn cause_look(cause: Cause) -> (Tone, &'static str) {
    match cause {
        Cause::Refused | Cause::Unanswered => (Tone::Bad, "alert"),
        Cause::Parent | Cause::Behind => (Tone::Info, "clock"),
        Cause::Paused => (Tone::Warn, "pause"),
    }
}

/// The cause in a word.
pub(super) fn cause(voice: &Voice, cause: Cause) -> String {
    voice.option("waiting", "cause", &format!("{cause:?}"))
}

/// Which way values go: the icon and its words.
pub(super) fn direction(voice: &Voice, direction: Direction) -> (&'static str, String) {
    match direction {
        Direction::Both | Direction::BothTransformed => ("both", voice.say("direction-both")),
        Direction::ToSales | Direction::ToSalesTransformed => ("to", voice.say("direction-to-sales")),
        Direction::ToHeadquarters | Direction::ToHeadquartersTransformed => {
            ("from", voice.say("direction-to-headquarters"))
        }
    }
}

/// A span of time: `240 ms`, `1.8 s`, `18 min`.
pub(super) fn span(voice: &Voice, milliseconds: i64) -> String {
    const SECOND: i64 = 1_000;
    const MINUTE: i64 = 60 * SECOND;
    const HOUR: i64 = 60 * MINUTE;
    const DAY: i64 = 24 * HOUR;
    match milliseconds {
        ..SECOND => voice.say_with("span-milliseconds", "span", milliseconds),
        SECOND..MINUTE => voice.say_with("span-seconds", "span", voice.scaled(milliseconds / 100, 1)),
        MINUTE..HOUR => voice.say_with("span-minutes", "span", voice.number(milliseconds / MINUTE)),
        HOUR..DAY => voice.say_with("span-hours", "span", voice.number(milliseconds / HOUR)),
        _ => voice.say_with("span-days", "span", voice.number(milliseconds / DAY)),
    }
}
