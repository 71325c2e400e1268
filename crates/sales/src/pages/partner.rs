//! The prospect behind a row: its number, the verdict of headquarters, and how the row stands with it.

use shell::{Standing, Tone, Visit};
use tables::{Choice as _, Result, Row, Value};

use super::records::text;
use crate::leads::PartnerStatus;

/// What a page says of the prospect behind its row.
pub(super) struct Partner {
    /// Number in headquarters; empty: there is no prospect, but the row travels.
    pub prospect: String,
    /// The verdict.
    pub verdict: Option<Verdict>,
    /// How the row stands with its counterpart.
    pub standing: Option<Standing>,
}

impl Partner {
    /// The page of the prospect.
    pub fn counterpart(&self) -> Option<&str> {
        self.standing.as_ref().and_then(|standing| standing.counterpart.as_deref())
    }

    /// What to do where headquarters had decided otherwise.
    pub fn remedy(&self) -> Option<&str> {
        self.verdict.as_ref().and_then(|verdict| verdict.remedy.as_deref())
    }

    /// Why the row waits or failed.
    pub fn cause(&self) -> Option<&str> {
        self.standing.as_ref().and_then(|standing| standing.cause.as_deref())
    }
}

/// What headquarters says of a partner.
pub(super) struct Verdict {
    pub tone: Tone,
    pub icon: &'static str,
    pub word: String,
    /// What to do, where headquarters had decided otherwise before.
    pub remedy: Option<String>,
}

/// The prospect behind a row of `table`; nothing where the row is Sales' own.
pub(super) async fn partner(visit: &Visit, table: &str, row: &Row) -> Result<Option<Partner>> {
    let standing = visit.standings(table, &[row.id()]).await?.remove(&row.id());
    let prospect = text(row, "tandem_b2bprospectid").to_owned();
    if prospect.is_empty() && standing.is_none() {
        return Ok(None);
    }
    Ok(Some(Partner { prospect, verdict: verdict(visit, table, row), standing }))
}

/// The chip for `tandem_partnerstatus`.
pub(super) fn verdict(visit: &Visit, table: &str, row: &Row) -> Option<Verdict> {
    let Value::Choice(status) = row.get("tandem_partnerstatus") else { return None };
    let options = PartnerStatus::options();
    let word = options.iter().find(|option| option.value == *status).map_or("", |option| &option.name);
    let (tone, icon) = tone(word);
    let remedy = (*status == 4).then(|| {
        visit.say(match table {
            "opportunity" => "refused-opportunity-remedy",
            _ => "refused-lead-remedy",
        })
    });
    Some(Verdict { tone, icon, word: visit.option(table, "tandem_partnerstatus", word), remedy })
}

/// Colour and icon of a verdict by its name.
pub(super) fn tone(status: &str) -> (Tone, &'static str) {
    match status {
        "Pending" => (Tone::Info, "clock"),
        "Approved" => (Tone::Good, "check"),
        "Declined" => (Tone::None, "x"),
        _ => (Tone::Bad, "alert"),
    }
}
