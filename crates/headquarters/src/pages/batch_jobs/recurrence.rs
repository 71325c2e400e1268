//! Recurrence: said in words, and set by a choice of the usual ones or as an expression.

use ::jobs::BatchJob;
use askama::Template;
use axum::extract::Path;
use shell::{Frame, Shown, Visit, Voice};
use tables::uuid::Uuid;
use tables::{Change, Error, Filter, Result, Table as _, Tx};

use super::{Sent, find, label, path};

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
    /// What is stored, as the form knows it.
    was: String,
    error: Option<String>,
}

/// The question.
pub(in crate::pages) async fn ask(visit: Visit, Path(name): Path<String>) -> Shown {
    crate::api::may_run(&visit.context())?;
    let job = find(&visit, &name).await?;
    visit.show(&page(&visit, &name, &job.recurrence, &job.recurrence, None))
}

/// The question with `now` chosen, where `was` is stored.
fn page(visit: &Visit, name: &str, now: &str, was: &str, error: Option<String>) -> Page {
    let title = visit.say_with("recurrence-title", "job", label(visit, name));
    Page {
        frame: visit.frame(title.clone()),
        action: format!("{}/recurrence", path(name)),
        back: path(name),
        title,
        usual: USUAL.map(|one| (one, words(visit, one), one == now)).to_vec(),
        own: now.into(),
        is_own: !USUAL.contains(&now),
        was: was.into(),
        error,
    }
}

/// Sets it, unless somebody else did meanwhile: then the question comes again with both.
pub(in crate::pages) async fn take(visit: Visit, Path(name): Path<String>, sent: Sent) -> Shown {
    let chosen = sent.get("recurrence");
    let expression = if chosen == "own" { sent.get("own") } else { chosen };
    let wish = Wish {
        job: name.clone(),
        was: sent.find("was").map(str::to_owned),
        expression: expression.to_owned(),
    };
    match visit.store().write(visit.context(), wish, |tx, wish| Box::pin(set(tx, wish))).await {
        Ok(None) => Ok(visit.done(&path(&name), &visit.say("recurrence-set"))),
        Ok(Some(theirs)) => {
            let both = [("theirs", &*words(&visit, &theirs)), ("yours", &*words(&visit, expression))];
            let error = visit.say_all("recurrence-stale", &both);
            visit.show_again(&page(&visit, &name, expression, &theirs, Some(error)))
        }
        Err(
            error @ (Error::Refused { .. }
            | Error::Required { .. }
            | Error::TooLong { .. }
            | Error::InvalidText { .. }),
        ) => {
            let was = match sent.find("was") {
                Some(was) => was.to_owned(),
                None => find(&visit, &name).await?.recurrence,
            };
            visit.show_again(&page(&visit, &name, expression, &was, Some(visit.error(&error))))
        }
        Err(error) => Err(error.into()),
    }
}

/// What somebody wants a job's recurrence to be.
struct Wish {
    job: String,
    /// What it was when they were asked.
    was: Option<String>,
    expression: String,
}

/// Nothing where it is as wished now, else what somebody else set meanwhile.
async fn set(tx: &mut Tx, wish: &Wish) -> Result<Option<String>> {
    let job: Option<BatchJob> = tx.find(Filter::equals("Name", wish.job.as_str())).await?;
    let job = job.ok_or_else(|| Error::NotFound { table: BatchJob::NAME.into(), id: Uuid::nil() })?;
    let is_stale = wish.was.as_ref().is_some_and(|was| *was != job.recurrence);
    if is_stale && job.recurrence != wish.expression {
        return Ok(Some(job.recurrence));
    }
    let values = vec![("Recurrence".to_owned(), wish.expression.as_str().into())];
    tx.write_one(Change::update(BatchJob::NAME, job.external_row_id, values)).await?;
    Ok(None)
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
