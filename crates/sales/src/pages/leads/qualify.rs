//! Qualify: which account and contact, new or there already, and whether an opportunity is made.

use askama::Template;
use shell::form::Sent;
use shell::names::names;
use shell::{Fault, Frame, Shown, Visit};
use tables::Table as _;
use uuid::Uuid;

use crate::leads::{
    Duplicate, Lead, LeadState, Qualified, Qualify, QualifyError, possible_duplicates, qualify,
};
use crate::opportunities::{Opportunity, OpportunityState};
use crate::pages::records::{ACCOUNT, CONTACT, Kind, LEAD, OPPORTUNITY, RowId, row};

/// What stands for "make a new one" and "do without".
const NEW: &str = "new";
const NONE: &str = "none";

#[derive(Template)]
#[template(path = "qualify.html")]
struct Page {
    frame: Frame,
    title: String,
    action: String,
    back: String,
    /// The account and the contact.
    choices: [Choice; 2],
    /// The opportunity that an earlier qualifying made and that still stands.
    earlier: Option<String>,
    opportunity: bool,
    is_partner: bool,
    /// The duplicates that are offered.
    seen: Vec<Uuid>,
    error: Option<String>,
}

/// The account or contact to choose.
struct Choice {
    legend: String,
    name: &'static str,
    offers: Vec<Offer>,
    has_duplicates: bool,
}

struct Offer {
    value: String,
    label: String,
    note: String,
    /// The page of the row, to look at it first.
    page: Option<String>,
    is_chosen: bool,
    is_closed: bool,
}

pub(super) async fn ask(visit: Visit, RowId(id): RowId) -> Shown {
    let page = page(&visit, id, None, None).await?;
    visit.show(&page)
}

pub(super) async fn submit(visit: Visit, RowId(id): RowId, sent: Sent) -> Shown {
    let (account, contact) = (sent.get("account"), sent.get("contact"));
    if account.is_empty() || contact.is_empty() {
        let page = page(&visit, id, Some(&sent), Some(visit.say("qualify-choose"))).await?;
        return visit.show_again(&page);
    }
    let existing = |choice: &str| match choice {
        NEW | NONE => Ok(None),
        id => id.parse::<Uuid>().map(Some).map_err(|_| Fault::Unreadable),
    };
    let input = Qualify {
        lead: id,
        create_account: account == NEW,
        create_contact: contact == NEW,
        create_opportunity: sent.find("opportunity").is_some(),
        account: existing(account)?,
        contact: existing(contact)?,
        ..Qualify::default()
    };
    // Once for each duplicate that was offered.
    let seen = sent.all("seen").filter_map(|id| id.parse().ok());
    match run(&visit, input, seen.collect()).await {
        Ok(Qualified { opportunity, .. }) => {
            let to = opportunity.map_or_else(|| LEAD.page(id), |id| OPPORTUNITY.page(id));
            Ok(visit.done(&to, &visit.say("lead-qualified")))
        }
        Err(error) => {
            let words = words(&visit, error)?;
            let page = page(&visit, id, Some(&sent), Some(words)).await?;
            visit.show_again(&page)
        }
    }
}

/// Who chose a new row although all its duplicates were offered wants another one; a duplicate that
/// was made meanwhile has to be offered first.
async fn run(visit: &Visit, input: Qualify, seen: Vec<Uuid>) -> Result<Qualified, QualifyError> {
    let attempt = async |input: Qualify| {
        visit.store().write(visit.context(), input, |tx, input| Box::pin(qualify(tx, input))).await
    };
    match attempt(input.clone()).await {
        Err(QualifyError::Duplicates(found)) if found.iter().all(|row| seen.contains(&row.id)) => {
            attempt(Qualify { ignore_duplicates: true, ..input }).await
        }
        outcome => outcome,
    }
}

/// What the seller can correct; anything else is a page of its own.
fn words(visit: &Visit, error: QualifyError) -> Result<String, Fault> {
    let noun = |table: &str| Kind::of(table).map(|kind| kind.noun(visit)).unwrap_or_default();
    Ok(match error {
        QualifyError::NotFound => return Err(Fault::NotFound),
        QualifyError::Store(tables::Error::BrokenLookup { .. }) => visit.say("qualify-unseen"),
        QualifyError::Store(error) => return Err(error.into()),
        QualifyError::NotOpen(_) => visit.say("qualify-not-open"),
        QualifyError::NoCompany => visit.say("qualify-no-company"),
        QualifyError::NoLastName => visit.say("qualify-no-last-name"),
        QualifyError::NoCustomer => visit.say("qualify-no-customer"),
        QualifyError::Duplicates(_) => visit.say("qualify-duplicates"),
        QualifyError::OtherProspect { table, name, theirs, .. } => visit.say_all(
            "qualify-other-prospect",
            &[("table", &noun(table)), ("name", &name), ("prospect", &theirs)],
        ),
    })
}

async fn page(visit: &Visit, id: Uuid, sent: Option<&Sent>, error: Option<String>) -> Result<Page, Fault> {
    let mut reader = visit.read().await?;
    let row = row(&mut reader, LEAD.table, id).await?;
    let lead = Lead::from_row(&row)?;
    let names = names(&mut reader, [&row], &["parentaccountid", "parentcontactid"]).await?;
    let is_over = lead.statecode != LeadState::Open;
    let error = error.or_else(|| is_over.then(|| visit.say("qualify-not-open")));
    let duplicates = possible_duplicates(&mut reader, &lead).await?;
    let earlier: Option<Opportunity> = match lead.qualifyingopportunityid {
        Some(id) => reader.get(id).await?,
        None => None,
    };
    let is_partner = lead.tandem_b2bprospectid.is_some();
    let earlier = earlier.filter(|row| is_partner || row.statecode == OpportunityState::Open);
    let known = |row: Option<Uuid>| row.map(|id| (id, names.get(&id).cloned()));
    let given = |name: &str| sent.and_then(|sent| sent.find(name)).map(str::to_owned);
    let offering = |kind: &'static Kind, name, known, made: Option<&str>| {
        let duplicates: Vec<&Duplicate> = duplicates.iter().filter(|row| row.table == kind.table).collect();
        Offering { visit, lead: &lead, kind, name, known, made, duplicates, given: given(name) }.choice()
    };
    let title = visit.say_with("qualify-title", "name", lead.fullname.as_deref().unwrap_or_default());
    Ok(Page {
        frame: visit.frame(title.clone()),
        title,
        action: format!("{}/qualify", LEAD.page(id)),
        back: LEAD.page(id),
        choices: [
            offering(&ACCOUNT, "account", known(lead.parentaccountid), lead.companyname.as_deref()),
            offering(
                &CONTACT,
                "contact",
                known(lead.parentcontactid),
                lead.fullname.as_deref().filter(|_| lead.lastname.is_some()),
            ),
        ],
        earlier: earlier.map(|row| row.name),
        opportunity: sent.is_none() || given("opportunity").is_some(),
        is_partner,
        seen: duplicates.iter().map(|row| row.id).collect(),
        error,
    })
}

/// What one of the two choices is made of.
struct Offering<'a> {
    visit: &'a Visit,
    lead: &'a Lead,
    kind: &'static Kind,
    name: &'static str,
    /// The row that the lead names already, and what it is called.
    known: Option<(Uuid, Option<String>)>,
    /// What a new row would be called; nothing: none can be made.
    made: Option<&'a str>,
    duplicates: Vec<&'a Duplicate>,
    given: Option<String>,
}

impl Offering<'_> {
    fn choice(self) -> Choice {
        let Self { visit, kind, .. } = self;
        let is_account = *kind == ACCOUNT;
        let mut offers = Vec::new();
        let mut offer =
            |value: String, label: String, note: String, page: Option<String>, is_closed: bool| {
                offers.push(Offer { value, label, note, page, is_closed, is_chosen: false });
            };
        let known = self.known.as_ref().map(|(id, _)| *id);
        if let Some((id, name)) = &self.known {
            let label = name.clone().unwrap_or_else(|| visit.say("not-yours-to-see"));
            offer(id.to_string(), label, visit.say("qualify-chosen-on-lead"), Some(kind.page(*id)), false);
        }
        for row in self.duplicates.iter().filter(|row| Some(row.id) != known) {
            let theirs = row.prospect.as_deref().filter(|theirs| {
                self.lead.tandem_b2bprospectid.as_deref().is_some_and(|ours| ours != *theirs)
            });
            let note = match theirs {
                Some(prospect) => visit.say_with("qualify-of-prospect", "prospect", prospect),
                None => visit.say("qualify-there-already"),
            };
            offer(row.id.to_string(), row.name.clone(), note, Some(kind.page(row.id)), theirs.is_some());
        }
        // A lead that names a row keeps it: only another existing one can take its place.
        if known.is_none() {
            if let Some(made) = self.made {
                let key = if is_account { "qualify-new-account" } else { "qualify-new-contact" };
                offer(NEW.into(), visit.say_with(key, "name", made), String::new(), None, false);
            }
            let key = if is_account { "qualify-no-account" } else { "qualify-no-contact" };
            offer(NONE.into(), visit.say(key), String::new(), None, false);
        }
        let has_duplicates = !self.duplicates.is_empty();
        // With duplicates a person decides; otherwise the first offer is what qualifying means.
        let first = offers.first().filter(|_| known.is_some() || !has_duplicates);
        let chosen = self.given.or_else(|| first.map(|offer| offer.value.clone()));
        for offer in &mut offers {
            offer.is_chosen = chosen.as_ref() == Some(&offer.value);
        }
        Choice { legend: kind.noun(visit), name: self.name, offers, has_duplicates }
    }
}
