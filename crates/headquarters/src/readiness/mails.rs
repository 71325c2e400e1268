//! Mail has its words in every language and leaves the house.

use shell::Voice;
use tables::jiff::{SignedDuration, Timestamp};
use tables::{Comparison, Filter, Query, Result, Table as _};

use super::{Check, Finding, Fix, Look, State};
use crate::mail::{EmailMessage, EmailStatus, missing_templates};
use crate::pages::mail_type_label;

/// How long a message may wait to be sent.
const WAIT_MAX: SignedDuration = SignedDuration::from_mins(15);
/// How long a failed message is told of.
const FAILED_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);
const HISTORY: &str = "/headquarters/email-history";
const COMPANIES: &str = "/headquarters/legal-entities";

pub(super) async fn look(look: &mut Look<'_>) -> Result<Vec<Finding>> {
    let voice = look.voice;
    let found = |state, words| Finding::new(Check::Mail, state, words);
    let mut findings = vec![match (look.around.sends_mail, look.around.is_demo) {
        (true, _) => found(State::Good, voice.say("ready-mail-leaves")),
        (false, true) => found(State::Good, voice.say("ready-mail-demo")),
        (false, false) => found(State::Warn, voice.say("ready-mail-captured")),
    }];
    // Reserved names (RFC 6761), as of the address that headquarters begins with: nobody's.
    let is_nobodys = |email: &str| [".test", ".invalid", ".example"].iter().any(|end| email.ends_with(end));
    let company = look.companies.iter().find(|company| company.is_default);
    if let Some(company) =
        company.filter(|company| look.around.sends_as_company && is_nobodys(&company.sender_email))
    {
        let words = voice.say_with("ready-mail-sender", "address", &company.sender_email);
        findings.push(found(State::Warn, words).at(format!("{COMPANIES}/{}", company.external_row_id)));
    }
    let missing = missing_templates(look.reader).await?;
    findings.push(match missing.is_empty() {
        true => found(State::Good, voice.say("ready-templates")),
        false => {
            let words = voice.say_with("ready-templates-missing", "names", named(voice, &missing));
            found(State::Warn, words).with(Fix::RestoreTemplates)
        }
    });
    let since = |ago: SignedDuration| look.now.checked_sub(ago).unwrap_or(Timestamp::MIN);
    let of = |status: EmailStatus, comparison, at: Timestamp| {
        let created = Filter::Compare("CreatedAt".into(), comparison, at.into());
        let of_status = Filter::equals("Status", status).and(created);
        Query { count: true, ..Query::of(EmailMessage::NAME).filter(of_status).limit(1) }
    };
    let stuck = of(EmailStatus::Queued, Comparison::Less, since(WAIT_MAX));
    let failed = of(EmailStatus::Failed, Comparison::GreaterOrEqual, since(FAILED_FOR));
    for (query, words) in [(stuck, "ready-mail-stuck"), (failed, "ready-mail-failed")] {
        let count = look.reader.page(&query).await?.count.unwrap_or_default();
        if count > 0 {
            findings.push(found(State::Warn, voice.say_with(words, "count", count)).at(HISTORY));
        }
    }
    Ok(findings)
}

fn named(voice: &Voice, missing: &[(&'static str, String)]) -> String {
    let name = |(kind, language): &(&str, String)| format!("{} ({language})", mail_type_label(voice, kind));
    missing.iter().map(name).collect::<Vec<_>>().join(", ")
}
