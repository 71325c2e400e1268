//! Qualifying: a lead becomes an opportunity with its account and contact.

use tables::{Change, Error, Reference, Table, Tx, Values};
use uuid::Uuid;

use super::duplicates::{self, Duplicate};
use super::{Lead, LeadReason, LeadState, PartnerStatus, copy_map};
use crate::accounts::{Account, RelationshipType};
use crate::contacts::Contact;
use crate::opportunities::{Opportunity, OpportunityState};

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Qualify {
    /// The lead.
    pub lead: Uuid,
    /// Makes an account where none is chosen.
    pub create_account: bool,
    /// Makes a contact where none is chosen.
    pub create_contact: bool,
    /// Makes an opportunity, unless one of an earlier qualifying still stands.
    pub create_opportunity: bool,
    /// Existing account, where it is to be another one than the lead names.
    pub account: Option<Uuid>,
    /// Existing contact, where it is to be another one than the lead names.
    pub contact: Option<Uuid>,
    /// Account or contact of the opportunity, where it is to be another one.
    pub customer: Option<Reference>,
    /// Currency of the opportunity.
    pub currency: Option<Uuid>,
    /// Campaign that the opportunity comes from.
    pub campaign: Option<Uuid>,
    /// Makes account and contact even where the same seem to be there already.
    pub ignore_duplicates: bool,
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
    /// The same company or person seems to be there already.
    #[error(
        "This may be there already: {}. Choose it as the lead's account or contact (parentaccountid, \
         parentcontactid), or set SuppressDuplicateDetection to make another one.",
        duplicates::list(.0)
    )]
    Duplicates(Vec<Duplicate>),
    /// The chosen account or contact came from another request.
    #[error(
        "The {table} \"{name}\" belongs to the prospect {theirs}, so it cannot also stand for {ours}. \
         Choose another {table}, or have a new one made."
    )]
    OtherProspect {
        /// `account` or `contact`.
        table: &'static str,
        /// Its name.
        name: String,
        /// The prospect that it belongs to.
        theirs: String,
        /// The lead's prospect.
        ours: String,
    },
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
    choose(&mut lead, input);
    let plan = decide(&lead, earlier, input)?;
    if !input.ignore_duplicates {
        refuse_duplicates(tx, &lead, &plan).await?;
    }
    let mut made = Qualified::default();
    if plan.account {
        let id = make(tx, Account::NAME, copy_map::account(&lead)).await?;
        lead.parentaccountid = Some(id);
        made.account = Some(id);
    } else if let Some(id) = lead.parentaccountid {
        use_account(tx, &lead, id).await?;
    }
    if plan.contact {
        let id = make(tx, Contact::NAME, copy_map::contact(&lead)).await?;
        lead.parentcontactid = Some(id);
        made.contact = Some(id);
    } else if let Some(id) = lead.parentcontactid {
        use_contact(tx, &lead, id).await?;
    }
    if plan.opportunity {
        let customer = input.customer.clone().or_else(|| customer(&lead)).ok_or(QualifyError::NoCustomer)?;
        let opportunity = copy_map::opportunity(&lead, customer, input.currency);
        let id = make(tx, Opportunity::NAME, opportunity).await?;
        lead.qualifyingopportunityid = Some(id);
        made.opportunity = Some(id);
    }
    lead.statecode = LeadState::Qualified;
    lead.statuscode = LeadReason::Qualified;
    if lead.tandem_b2bprospectid.is_some() {
        lead.tandem_partnerstatus = lead.tandem_partnerstatus.or(Some(PartnerStatus::Pending));
    }
    tx.save(&lead).await?;
    Ok(made)
}

/// The lead takes up what the call names. A customer of the opportunity is also the lead's account
/// or contact where that is neither named nor to be made.
fn choose(lead: &mut Lead, input: &Qualify) {
    let chosen = |table: &str| input.customer.as_ref().filter(|customer| customer.table == table);
    let account = chosen(Account::NAME).filter(|_| !input.create_account).map(|customer| customer.id);
    let contact = chosen(Contact::NAME).filter(|_| !input.create_contact).map(|customer| customer.id);
    lead.parentaccountid = input.account.or(lead.parentaccountid).or(account);
    lead.parentcontactid = input.contact.or(lead.parentcontactid).or(contact);
    lead.campaignid = input.campaign.or(lead.campaignid);
}

async fn refuse_duplicates(tx: &mut Tx, lead: &Lead, plan: &Plan) -> Result<(), QualifyError> {
    let found = duplicates::of_new_rows(tx, lead, plan.account, plan.contact).await?;
    if found.is_empty() { Ok(()) } else { Err(QualifyError::Duplicates(found)) }
}

async fn make(tx: &mut Tx, table: &str, values: Values) -> Result<Uuid, Error> {
    Ok(tx.write_one(Change::create(table, values).by_code()).await?.id)
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
async fn use_account(tx: &mut Tx, lead: &Lead, id: Uuid) -> Result<(), QualifyError> {
    let mut account: Account = tx.get(id).await?.ok_or_else(|| unseen("parentaccountid", "account", id))?;
    let Some(prospect) = &lead.tandem_b2bprospectid else { return Ok(()) };
    let theirs = account.tandem_b2bprospectid.take();
    account.tandem_b2bprospectid = Some(stands_for(tx, Account::NAME, &account.name, theirs, prospect)?);
    account.customertypecode = Some(RelationshipType::Customer);
    tx.save(&account).await?;
    Ok(())
}

/// An existing contact works for the lead's account unless it works elsewhere already; that of a
/// prospect can be sold to from now on.
async fn use_contact(tx: &mut Tx, lead: &Lead, id: Uuid) -> Result<(), QualifyError> {
    let mut contact: Contact = tx.get(id).await?.ok_or_else(|| unseen("parentcontactid", "contact", id))?;
    let company = lead.parentaccountid.map(|account| Reference::new("account", account));
    let joins = contact.parentcustomerid.is_none() && company.is_some();
    if joins {
        contact.parentcustomerid = company;
    }
    if let Some(prospect) = &lead.tandem_b2bprospectid {
        let theirs = contact.tandem_b2bprospectid.take();
        let name = contact.fullname.as_deref().unwrap_or_default();
        contact.tandem_b2bprospectid = Some(stands_for(tx, Contact::NAME, name, theirs, prospect)?);
        contact.msdyn_sellable = true;
    }
    if joins || lead.tandem_b2bprospectid.is_some() {
        tx.save(&contact).await?;
    }
    Ok(())
}

/// A row stands for one prospect for good: headquarters finds its customers by it. Where
/// headquarters itself decided that an existing partner's row joins another prospect, dual-write
/// brings that, and the row keeps the prospect that it came from.
fn stands_for(
    tx: &Tx,
    table: &'static str,
    name: &str,
    theirs: Option<String>,
    ours: &str,
) -> Result<String, QualifyError> {
    match theirs.filter(|theirs| theirs != ours) {
        None => Ok(ours.to_owned()),
        Some(theirs) if tx.origin() == Some(crate::DUAL_WRITE) => Ok(theirs),
        Some(theirs) => {
            Err(QualifyError::OtherProspect { table, name: name.into(), theirs, ours: ours.into() })
        }
    }
}

/// The lead names a row that its qualifier may not see.
fn unseen(column: &str, table: &str, id: Uuid) -> Error {
    Error::BrokenLookup { column: column.into(), table: table.into(), id }
}
