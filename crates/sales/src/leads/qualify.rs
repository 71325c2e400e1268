//! Qualifying: a lead becomes an opportunity with its account and contact.

use tables::{Error, Reference, Tx};
use uuid::Uuid;

use super::copy_map::{account, contact, opportunity};
use super::{Lead, LeadReason, LeadState, PartnerStatus};
use crate::accounts::{Account, RelationshipType};
use crate::contacts::Contact;
use crate::opportunities::{Opportunity, OpportunityState};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qualify {
    /// The lead.
    pub lead: Uuid,
    /// Makes an account where the lead names none.
    pub create_account: bool,
    /// Makes a contact where the lead names none.
    pub create_contact: bool,
    /// Makes an opportunity, unless one of an earlier qualifying still stands.
    pub create_opportunity: bool,
    /// Account or contact of the opportunity, where it is to be another one.
    pub customer: Option<Reference>,
    /// Currency of the opportunity.
    pub currency: Option<Uuid>,
}

/// The rows that qualifying made, in the order account, contact, opportunity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Qualified {
    /// New account.
    pub account: Option<Uuid>,
    /// New contact.
    pub contact: Option<Uuid>,
    /// New opportunity.
    pub opportunity: Option<Uuid>,
}

/// Why a lead cannot be qualified.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QualifyError {
    /// No such lead.
    #[error("The lead does not exist, or you may not see it.")]
    NotFound,
    /// Closed already.
    #[error("The lead is closed already ({0:?}). Reactivate it before you qualify it.")]
    NotOpen(LeadState),
    /// An account needs a name.
    #[error(
        "companyname is empty, so no account can be made of it. Fill it in, or qualify without an account."
    )]
    NoCompany,
    /// A contact needs a name.
    #[error("lastname is empty, so no contact can be made of it. Fill it in, or qualify without a contact.")]
    NoLastName,
    /// An opportunity needs a customer.
    #[error("The opportunity needs an account or contact. Make one, or choose an existing one on the lead.")]
    NoCustomer,
    /// The store refused.
    #[error(transparent)]
    Store(#[from] tables::Error),
}

/// Qualifies a lead: all rows in one transaction, owned by the caller.
///
/// # Errors
/// [`QualifyError`].
pub async fn qualify(tx: &mut Tx, input: &Qualify) -> Result<Qualified, QualifyError> {
    let mut lead: Lead = tx.get(input.lead).await?.ok_or(QualifyError::NotFound)?;
    let earlier = match lead.qualifyingopportunityid {
        Some(id) => tx.get::<Opportunity>(id).await?.map(|opportunity| opportunity.statecode),
        None => None,
    };
    let plan = decide(&lead, earlier, input)?;
    let ids = Ids { account: tx.new_id(), contact: tx.new_id(), opportunity: tx.new_id() };
    let mut made = Qualified::default();
    if plan.account {
        tx.insert(&account(&lead, ids.account)).await?;
        lead.parentaccountid = Some(ids.account);
        made.account = Some(ids.account);
    } else if let Some(id) = lead.parentaccountid {
        use_account(tx, &lead, id).await?;
    }
    if plan.contact {
        tx.insert(&contact(&lead, ids.contact)).await?;
        lead.parentcontactid = Some(ids.contact);
        made.contact = Some(ids.contact);
    } else if let Some(id) = lead.parentcontactid {
        use_contact(tx, &lead, id).await?;
    }
    if plan.opportunity {
        let customer = input.customer.clone().or_else(|| customer(&lead)).ok_or(QualifyError::NoCustomer)?;
        tx.insert(&opportunity(&lead, ids.opportunity, customer, input.currency)).await?;
        lead.qualifyingopportunityid = Some(ids.opportunity);
        made.opportunity = Some(ids.opportunity);
    }
    lead.statecode = LeadState::Qualified;
    lead.statuscode = LeadReason::Qualified;
    if lead.tandem_b2bprospectid.is_some() {
        lead.tandem_partnerstatus = lead.tandem_partnerstatus.or(Some(PartnerStatus::Pending));
    }
    tx.save(&lead).await?;
    Ok(made)
}

struct Ids {
    account: Uuid,
    contact: Uuid,
    opportunity: Uuid,
}

/// Which rows are to be made.
#[derive(Debug, PartialEq, Eq)]
struct Plan {
    account: bool,
    contact: bool,
    opportunity: bool,
}

/// `earlier` is the state of the opportunity that an earlier qualifying made, where there is one.
fn decide(lead: &Lead, earlier: Option<OpportunityState>, input: &Qualify) -> Result<Plan, QualifyError> {
    if lead.statecode != LeadState::Open {
        return Err(QualifyError::NotOpen(lead.statecode));
    }
    // A prospect has one deciding opportunity for good; others may try anew once theirs is closed.
    let stands = match earlier {
        Some(state) => state == OpportunityState::Open || lead.tandem_b2bprospectid.is_some(),
        None => false,
    };
    let plan = Plan {
        account: input.create_account && lead.parentaccountid.is_none(),
        contact: input.create_contact && lead.parentcontactid.is_none(),
        opportunity: input.create_opportunity && !stands,
    };
    if plan.account && lead.companyname.is_none() {
        return Err(QualifyError::NoCompany);
    }
    if plan.contact && lead.lastname.is_none() {
        return Err(QualifyError::NoLastName);
    }
    let someone = plan.account || plan.contact || customer(lead).is_some() || input.customer.is_some();
    if plan.opportunity && !someone {
        return Err(QualifyError::NoCustomer);
    }
    Ok(plan)
}

fn customer(lead: &Lead) -> Option<Reference> {
    let account = lead.parentaccountid.map(|id| Reference::new("account", id));
    account.or_else(|| lead.parentcontactid.map(|id| Reference::new("contact", id)))
}

/// An existing account of a prospect is a customer from now on.
async fn use_account(tx: &mut Tx, lead: &Lead, id: Uuid) -> Result<(), Error> {
    let mut account: Account = tx.get(id).await?.ok_or_else(|| unseen("parentaccountid", "account", id))?;
    if lead.tandem_b2bprospectid.is_some() {
        account.customertypecode = Some(RelationshipType::Customer);
        account.tandem_b2bprospectid.clone_from(&lead.tandem_b2bprospectid);
        tx.save(&account).await?;
    }
    Ok(())
}

/// An existing contact works for the lead's account unless it works elsewhere already; that of a
/// prospect can be sold to from now on.
async fn use_contact(tx: &mut Tx, lead: &Lead, id: Uuid) -> Result<(), Error> {
    let mut contact: Contact = tx.get(id).await?.ok_or_else(|| unseen("parentcontactid", "contact", id))?;
    let company = lead.parentaccountid.map(|account| Reference::new("account", account));
    let joins = contact.parentcustomerid.is_none() && company.is_some();
    if joins {
        contact.parentcustomerid = company;
    }
    if lead.tandem_b2bprospectid.is_some() {
        contact.msdyn_sellable = true;
        contact.tandem_b2bprospectid.clone_from(&lead.tandem_b2bprospectid);
    }
    if joins || lead.tandem_b2bprospectid.is_some() {
        tx.save(&contact).await?;
    }
    Ok(())
}

/// The lead names a row that its qualifier may not see.
fn unseen(column: &str, table: &str, id: Uuid) -> Error {
    Error::BrokenLookup { column: column.into(), table: table.into(), id }
}
