//! Recurrence: said in words, and set by a choice of the usual ones or as an expression.

use askama::Template;
use axum::extract::Path;
use shell::{Fault, Frame, Shown, Visit, Voice};
use tables::Error;

use super::{Sent, find, label, path, set};

/// What is offered beside an expression of one's own.
const USUAL: [&str; 6] =
    ["* * * * *", "*/5 * * * *", "*/15 * * * *", "0 * * * *", "0 */6 * * *", "0 2 * * *"];

/// An expression in words, where it is one of the simple ones.
pub(super) fn words(voice: &Voice, expression: &str) -> String {
    let parts: Vec<&str> = expression.split_whitespace().collect();
    let number = |part: &str| part.parse::<u8>().ok();
    let step = |part: &str| part.strip_prefix("*/").and_then(number);
    match parts.as_slice() {
        ["*", "*", "*", "*", "*"] => voice.say_with("every-minutes", "count", 1),
        [minutes, "*", "*", "*", "*"] if step(minutes).is_some() => {
            voice.say_with("every-minutes", "count", step(minutes).unwrap_or_default())
        }
        ["0", "*", "*", "*", "*"] => voice.say_with("every-hours", "count", 1),
        ["0", hours, "*", "*", "*"] if step(hours).is_some() => {
            voice.say_with("every-hours", "count", step(hours).unwrap_or_default())
        }
        [minute, hour, "*", "*", "*"] => match (number(minute), number(hour)) {
            (Some(minute), Some(hour)) => {
                voice.say_with("daily-at", "time", format!("{hour:02}:{minute:02}"))
            }
            _ => expression.to_owned(),
        },
        _ => expression.to_owned(),
    }
}

#[derive(Template)]
#[template(path = "recurrence.html")]
struct Page {
    frame: Frame,
    action: String,
    back: String,
    title: String,
    /// Expression, words, and whether it is the one now.
    usual: Vec<(&'static str, String, bool)>,
    own: String,
    is_own: bool,
    error: Option<String>,
}

/// The question.
pub(in crate::pages) async fn ask(visit: Visit, Path(name): Path<String>) -> Shown {
    let job = find(&visit, &name).await?;
    visit.show(&page(&visit, &name, &job.recurrence, None))
}

fn page(visit: &Visit, name: &str, now: &str, error: Option<String>) -> Page {
    let title = visit.say_with("recurrence-title", "job", label(visit, name));
    Page {
        frame: visit.frame(title.clone()),
        action: format!("{}/recurrence", path(name)),
        back: path(name),
        title,
        usual: USUAL.map(|one| (one, words(visit, one), one == now)).to_vec(),
        own: now.into(),
        is_own: !USUAL.contains(&now),
        error,
    }
}

/// Sets it.
pub(in crate::pages) async fn take(visit: Visit, Path(name): Path<String>, sent: Sent) -> Shown {
    let chosen = sent.get("recurrence");
    let expression = if chosen == "own" { sent.get("own") } else { chosen };
    match set(&visit, &name, "Recurrence", expression.into()).await {
        Ok(()) => Ok(visit.done(&path(&name), &visit.say("recurrence-set"))),
        Err(Fault::Tables(
            error @ (Error::Refused { .. } | Error::Required { .. } | Error::TooLong { .. }),
        )) => visit.show_again(&page(&visit, &name, expression, Some(visit.error(&error)))),
        Err(fault) => Err(fault),
    }
}

#[cfg(test)]
mod tests {
    use jobs::check_recurrence;
    use shell::Language;
    use tables::jiff::tz::TimeZone;

    use super::*;

    #[test]
    fn the_usual_recurrences_can_be_read_and_are_said_in_words() {
        let voice = Voice::new(&crate::pages::BOOKS, Language::English, TimeZone::UTC);
        for usual in USUAL {
            check_recurrence(usual).unwrap();
            assert_ne!(words(&voice, usual), usual);
        }
        assert_eq!(words(&voice, "*/5 * * * *"), "Every 5 minutes");
        assert_eq!(words(&voice, "30 4 * * *"), "Daily at 04:30 UTC");
        for other in ["0 2 * * 1", "1-5 * * * *", "x"] {
            assert_eq!(words(&voice, other), other);
        }
    }
}
