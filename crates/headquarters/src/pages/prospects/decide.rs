//! Convert: the dialogs that approve or reject a prospect.

use askama::Template;
use shell::form::Sent;
use shell::{Fault, Frame, Shown, Visit};
use tables::uuid::Uuid;
use tables::value::MONEY_SCALE;
use tables::{Choice as _, Filter, Money, Privilege, Query, Reader, Table as _};

use super::page::is_open;
use super::path;
use crate::customer_groups::CustomerGroup;
use crate::customers::Customer;
use crate::legal_entities::LegalEntity;
use crate::pages::{RowId, customers};
use crate::payment_terms::PaymentTerm;
use crate::prospects::approve::{Approve, TradeTerms, approve};
use crate::prospects::checks::checks;
use crate::prospects::reject::{Reject, reject};
use crate::prospects::{Authorship, DecidedIn, DecisionError, Outcome, Prospect, RejectionReason};

#[derive(Template)]
#[template(path = "approve.html")]
struct ApprovePage {
    frame: Frame,
    action: String,
    back: String,
    title: String,
    requestor: String,
    /// The person who has the requestor's address: name and page.
    in_use: Option<(String, String)>,
    join: bool,
    /// Organizations that the prospect could be: account, name, and whether it is chosen.
    organizations: Vec<(String, String, bool)>,
    /// Whether the organization is, or may be, a partner already that the requestor would join.
    offers_organization: bool,
    join_organization: bool,
    /// What may be agreed with it; nothing for those who may not.
    terms: Option<Terms>,
    error: Option<String>,
}

/// Why the question is asked again.
enum Trouble {
    /// The credit limit is no amount.
    Amount,
    Refused(DecisionError),
}

/// What is agreed with a partner, as it is being typed.
struct Terms {
    credit_limit: String,
    currency: String,
    /// Short name, words, and whether it is chosen.
    groups: Vec<(String, String, bool)>,
    payment_terms: Vec<(String, String, bool)>,
}

#[derive(Template)]
#[template(path = "reject.html")]
struct RejectPage {
    frame: Frame,
    action: String,
    back: String,
    title: String,
    reasons: Vec<Reason>,
    comment: String,
    error: Option<String>,
}

/// A reason to choose.
pub(super) struct Reason {
    pub name: String,
    pub label: String,
    pub chosen: bool,
}

/// Nobody is asked what they may not answer.
pub(super) fn require_decider(visit: &Visit) -> Result<(), Fault> {
    if visit.may(Privilege::Write, Prospect::NAME) {
        return Ok(());
    }
    let (action, table) = (Privilege::Write.word(), Prospect::NAME.into());
    Err(tables::Error::NoPrivilege { action, table }.into())
}

/// The question.
pub(super) async fn ask_approve(visit: Visit, RowId(id): RowId) -> Shown {
    require_decider(&visit)?;
    approve_page(&visit, id, &Sent::default(), None).await
}

async fn approve_page(visit: &Visit, id: Uuid, sent: &Sent, error: Option<Trouble>) -> Shown {
    let mut reader = visit.read().await?;
    let prospect: Prospect = reader.get(id).await?.ok_or(Fault::NotFound)?;
    if !is_open(&prospect) {
        return Ok(visit.failed(&path(id), &visit.say("decided-meanwhile")));
    }
    let found = checks(&mut reader, &prospect).await?;
    let option = |organization: Customer| {
        let chosen = organization.customer_account == sent.get("organization");
        let (name, _) = customers::link(&organization);
        (organization.customer_account, name, chosen)
    };
    let is_partner = |one: &Customer| one.customer_hierarchy_id.is_some() || one.b2b_prospect_id.is_some();
    let offers_organization = found.organizations.iter().any(is_partner)
        || matches!(error, Some(Trouble::Refused(DecisionError::OrganizationInUse { .. })));
    let terms = terms(visit, &mut reader, &prospect, sent).await?;
    let title = visit.say_with("approve-title", "name", &prospect.organization_name);
    let page = ApprovePage {
        frame: visit.frame(title.clone()),
        action: format!("{}/approve", path(id)),
        back: path(id),
        title,
        requestor: requestor(&prospect),
        in_use: found.email_in_use.as_ref().map(customers::link),
        join: sent.find("join").is_some(),
        organizations: found.organizations.into_iter().map(option).collect(),
        offers_organization,
        join_organization: sent.find("join-organization").is_some(),
        terms,
        error: error.map(|error| match error {
            Trouble::Amount => {
                visit.say_with("form-wrong-number", "example", visit.amount(Money(12_345_000)))
            }
            Trouble::Refused(error) => words(visit, &error),
        }),
    };
    if page.error.is_some() { visit.show_again(&page) } else { visit.show(&page) }
}

/// What whoever may change customers can agree with this one.
async fn terms(
    visit: &Visit,
    reader: &mut Reader,
    prospect: &Prospect,
    sent: &Sent,
) -> Result<Option<Terms>, Fault> {
    if !visit.may(Privilege::Write, Customer::NAME) {
        return Ok(None);
    }
    let company = || Filter::equals("dataAreaId", prospect.data_area_id.as_str());
    let entity: Option<LegalEntity> =
        reader.find(Filter::equals("LegalEntityId", prospect.data_area_id.as_str())).await?;
    let groups = Query::of(CustomerGroup::NAME).filter(company()).order_by("CustomerGroupId");
    let groups: Vec<CustomerGroup> = reader.list(groups).await?;
    let payment_terms = Query::of(PaymentTerm::NAME).filter(company()).order_by("NumberOfDays");
    let payment_terms: Vec<PaymentTerm> = reader.list(payment_terms).await?;
    let option = |name: String, description: Option<String>, chosen: &str| {
        let is_chosen = name == chosen;
        (name.clone(), description.map_or(name.clone(), |words| format!("{name} · {words}")), is_chosen)
    };
    let (group, chosen_terms) = (sent.get("customer-group"), sent.get("payment-terms"));
    Ok(Some(Terms {
        credit_limit: sent.get("credit-limit").into(),
        currency: entity.map(|entity| entity.currency_code).unwrap_or_default(),
        groups: groups.into_iter().map(|one| option(one.customer_group_id, one.description, group)).collect(),
        payment_terms: payment_terms
            .into_iter()
            .map(|one| option(one.name, one.description, chosen_terms))
            .collect(),
    }))
}

/// The terms that somebody typed; nothing for an amount that is none.
fn terms_sent(visit: &Visit, sent: &Sent) -> Option<TradeTerms> {
    let text = |name: &str| Some(sent.get(name).trim().to_owned()).filter(|text| !text.is_empty());
    let credit_limit = match text("credit-limit") {
        Some(amount) => Some(Money(visit.read_scaled(&amount, MONEY_SCALE)?)),
        None => None,
    };
    let (customer_group, payment_terms) = (text("customer-group"), text("payment-terms"));
    Some(TradeTerms { credit_limit, customer_group, payment_terms })
}

/// First and last name of whoever asked.
pub(in crate::pages) fn requestor(prospect: &Prospect) -> String {
    let first = prospect.person_first_name.as_deref().unwrap_or_default();
    format!("{first} {}", prospect.person_last_name).trim().to_owned()
}

/// Approves.
pub(super) async fn do_approve(visit: Visit, RowId(id): RowId, sent: Sent) -> Shown {
    let Some(terms) = terms_sent(&visit, &sent) else {
        return approve_page(&visit, id, &sent, Some(Trouble::Amount)).await;
    };
    let command = Approve {
        prospect: id,
        by: by(&visit),
        organization_account: Some(sent.get("organization").to_owned()).filter(|account| !account.is_empty()),
        requestor_account: None,
        join_existing: sent.find("join").is_some(),
        join_existing_organization: sent.find("join-organization").is_some(),
        terms,
    };
    let decided =
        visit.store().write(visit.context(), command, |tx, command| Box::pin(approve(tx, command))).await;
    match decided {
        Ok(Outcome::Decided) => Ok(visit.done(&path(id), &visit.say("approved-now"))),
        Ok(Outcome::AlreadyDecided) => Ok(visit.done(&path(id), &visit.say("approved-already"))),
        Err(DecisionError::Tables(error)) if !is_about_terms(&error) => Err(error.into()),
        // The page says who, when and where.
        Err(error @ DecisionError::Opposite { .. }) => Ok(visit.failed(&path(id), &words(&visit, &error))),
        Err(error) => approve_page(&visit, id, &sent, Some(Trouble::Refused(error))).await,
    }
}

/// Whether other terms would be taken.
fn is_about_terms(error: &tables::Error) -> bool {
    matches!(
        error,
        tables::Error::OutOfRange { .. }
            | tables::Error::TooLong { .. }
            | tables::Error::InvalidText { .. }
            | tables::Error::BrokenLookup { .. }
            | tables::Error::Unfit { .. }
            | tables::Error::Refused { .. }
    )
}

/// The question.
pub(super) async fn ask_reject(visit: Visit, RowId(id): RowId) -> Shown {
    require_decider(&visit)?;
    reject_page(&visit, id, &Sent::default(), None).await
}

async fn reject_page(visit: &Visit, id: Uuid, sent: &Sent, error: Option<String>) -> Shown {
    let prospect: Prospect = visit.read().await?.get(id).await?.ok_or(Fault::NotFound)?;
    if !is_open(&prospect) {
        return Ok(visit.failed(&path(id), &visit.say("decided-meanwhile")));
    }
    let title = visit.say_with("reject-title", "name", &prospect.organization_name);
    let page = RejectPage {
        frame: visit.frame(title.clone()),
        action: format!("{}/reject", path(id)),
        back: path(id),
        title,
        reasons: reasons(visit, sent.get("reason")),
        comment: sent.get("comment").into(),
        error,
    };
    if page.error.is_some() { visit.show_again(&page) } else { visit.show(&page) }
}

/// All reasons in the reader's words.
pub(super) fn reasons(visit: &Visit, chosen: &str) -> Vec<Reason> {
    let reason = |name: String| Reason {
        label: visit.option(Prospect::NAME, "RejectionReason", &name),
        chosen: name == chosen,
        name,
    };
    RejectionReason::options().into_iter().map(|option| reason(option.name)).collect()
}

/// Rejects.
pub(super) async fn do_reject(visit: Visit, RowId(id): RowId, sent: Sent) -> Shown {
    match reject_one(&visit, id, sent.get("reason"), sent.get("comment")).await {
        Ok(Outcome::Decided) => Ok(visit.done(&path(id), &visit.say("rejected-now"))),
        Ok(Outcome::AlreadyDecided) => Ok(visit.done(&path(id), &visit.say("rejected-already"))),
        Err(error @ DecisionError::Opposite { .. }) => Ok(visit.failed(&path(id), &words(&visit, &error))),
        Err(
            error @ DecisionError::Tables(tables::Error::TooLong { .. } | tables::Error::InvalidText { .. }),
        ) => reject_page(&visit, id, &sent, Some(words(&visit, &error))).await,
        Err(DecisionError::Tables(error)) => Err(error.into()),
        Err(error) => reject_page(&visit, id, &sent, Some(words(&visit, &error))).await,
    }
}

/// Rejects one prospect in a transaction of its own.
pub(super) async fn reject_one(
    visit: &Visit,
    prospect: Uuid,
    reason: &str,
    comment: &str,
) -> Result<Outcome, DecisionError> {
    let comment = Some(comment.trim().to_owned()).filter(|comment| !comment.is_empty());
    let command = Reject { prospect, by: by(visit), reason: RejectionReason::parse(reason)?, comment };
    visit.store().write(visit.context(), command, |tx, command| Box::pin(reject(tx, command))).await
}

/// Whoever is signed in decides, here.
fn by(visit: &Visit) -> Authorship {
    Authorship {
        decided_by: visit.person.email.clone(),
        decided_in: DecidedIn::Headquarters,
        decision_id: None,
    }
}

/// Why a decision was not carried out, in the reader's words.
pub(super) fn words(visit: &Visit, error: &DecisionError) -> String {
    match error {
        DecisionError::Opposite { prospect, verdict, by, place, at } => {
            let key =
                if *verdict == "approved" { "refused-approved-before" } else { "refused-rejected-before" };
            let in_sales = *place == "Sales";
            let place = visit.say(if in_sales { "sales" } else { "headquarters" });
            let at = visit.moment(*at);
            visit.say_all(key, &[("prospect", prospect), ("by", by), ("place", &place), ("at", &at)])
        }
        DecisionError::UnknownReason { .. } => visit.say("choose-reason"),
        DecisionError::UnknownCustomer { account, .. } | DecisionError::UnfitCustomer { account, .. } => {
            visit.say_with("unfit-customer", "account", account)
        }
        DecisionError::EmailInUse { email, account } => {
            visit.say_all("email-in-use", &[("email", email), ("account", account)])
        }
        DecisionError::OrganizationInUse { account, .. } => {
            visit.say_with("organization-in-use", "account", account)
        }
        // Among several fields, which one.
        DecisionError::Tables(error @ tables::Error::Unfit { column, .. }) => {
            let column = visit.column(Customer::NAME, column);
            visit.say_all("unfit-of-column", &[("column", &column), ("why", &visit.error(error))])
        }
        DecisionError::Tables(error) => visit.error(error),
    }
}
