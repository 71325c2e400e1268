//! Qualifying: a lead becomes an opportunity with its account and contact.

use tables::{Privilege, Reference, Right, Tx};
use uuid::Uuid;

use super::{Lead, LeadReason, LeadState, PartnerStatus};
use crate::accounts::{Account, ActiveState, RelationshipType};
use crate::contacts::Contact;
use crate::opportunities::{Opportunity, OpportunityReason, OpportunityState};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qualify {
    /// The lead.
    pub lead: Uuid,
    /// Makes an account where the lead names none.
    pub create_account: bool,
    /// Makes a contact where the lead names none.
    pub create_contact: bool,
    /// Makes an opportunity.
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
    #[error("companyname is empty, so no account can be made of it. Fill it in, or qualify without an account.")]
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

/// The lead closes itself, whoever qualifies it.
const RIGHTS: &[Right] = &[Right { privilege: Privilege::Write, table: "lead" }];

/// Qualifies a lead: all rows in one transaction, owned by the caller.
///
/// # Errors
/// [`QualifyError`].
pub async fn qualify(tx: &mut Tx, input: &Qualify) -> Result<Qualified, QualifyError> {
    let mut lead: Lead = tx.get(input.lead).await?.ok_or(QualifyError::NotFound)?;
    let plan = decide(&lead, input)?;
    let ids = Ids { account: tx.new_id(), contact: tx.new_id(), opportunity: tx.new_id() };
    let mut made = Qualified::default();
    if plan.account {
        tx.insert(&account(&lead, ids.account)).await?;
        lead.parentaccountid = Some(ids.account);
        made.account = Some(ids.account);
    } else if let Some(id) = lead.parentaccountid.filter(|_| lead.tandem_b2bprospectid.is_some()) {
        mark_account(tx, &lead, id).await?;
    }
    if plan.contact {
        tx.insert(&contact(&lead, ids.contact)).await?;
        lead.parentcontactid = Some(ids.contact);
        made.contact = Some(ids.contact);
    } else if let Some(id) = lead.parentcontactid.filter(|_| lead.tandem_b2bprospectid.is_some()) {
        mark_contact(tx, &lead, id).await?;
    }
    if plan.opportunity {
        let customer = input.customer.clone().or_else(|| customer(&lead)).ok_or(QualifyError::NoCustomer)?;
        tx.insert(&opportunity(&lead, ids.opportunity, customer, input.currency)).await?;
        lead.qualifyingopportunityid = Some(ids.opportunity);
        made.opportunity = Some(ids.opportunity);
    }
    lead.statecode = LeadState::Qualified;
    lead.statuscode = LeadReason::Qualified;
    tx.lend(RIGHTS).save(&lead).await?;
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

fn decide(lead: &Lead, input: &Qualify) -> Result<Plan, QualifyError> {
    if lead.statecode != LeadState::Open {
        return Err(QualifyError::NotOpen(lead.statecode));
    }
    let plan = Plan {
        account: input.create_account && lead.parentaccountid.is_none(),
        contact: input.create_contact && lead.parentcontactid.is_none(),
        opportunity: input.create_opportunity,
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

/// The copy map of Dynamics 365 Sales, lead to account.
fn account(lead: &Lead, accountid: Uuid) -> Account {
    let lead = lead.clone();
    Account {
        accountid,
        name: lead.companyname.unwrap_or_default(),
        accountnumber: None,
        telephone1: lead.telephone1.clone(),
        emailaddress1: lead.emailaddress1,
        websiteurl: lead.websiteurl,
        address1_line1: lead.address1_line1,
        address1_line2: lead.address1_line2,
        address1_line3: lead.address1_line3,
        address1_city: lead.address1_city,
        address1_stateorprovince: lead.address1_stateorprovince,
        address1_postalcode: lead.address1_postalcode,
        address1_country: lead.address1_country,
        address1_telephone1: lead.telephone1,
        numberofemployees: lead.numberofemployees,
        revenue: lead.revenue,
        creditlimit: None,
        creditonhold: false,
        customertypecode: lead.tandem_b2bprospectid.is_some().then_some(RelationshipType::Customer),
        primarycontactid: None,
        parentaccountid: None,
        originatingleadid: Some(lead.leadid),
        transactioncurrencyid: lead.transactioncurrencyid,
        description: None,
        statecode: ActiveState::Active,
        tandem_b2bprospectid: lead.tandem_b2bprospectid,
    }
}

/// The copy map of Dynamics 365 Sales, lead to contact.
fn contact(lead: &Lead, contactid: Uuid) -> Contact {
    let lead = lead.clone();
    Contact {
        contactid,
        firstname: lead.firstname,
        lastname: lead.lastname,
        fullname: None,
        jobtitle: lead.jobtitle,
        emailaddress1: lead.emailaddress1,
        telephone1: lead.telephone1,
        mobilephone: lead.mobilephone,
        websiteurl: lead.websiteurl,
        parentcustomerid: lead.parentaccountid.map(|id| Reference::new("account", id)),
        originatingleadid: Some(lead.leadid),
        address1_line1: lead.address1_line1,
        address1_line2: lead.address1_line2,
        address1_line3: lead.address1_line3,
        address1_city: lead.address1_city,
        address1_stateorprovince: lead.address1_stateorprovince,
        address1_postalcode: lead.address1_postalcode,
        address1_country: lead.address1_country,
        birthdate: None,
        creditlimit: None,
        creditonhold: false,
        transactioncurrencyid: lead.transactioncurrencyid,
        description: None,
        statecode: ActiveState::Active,
        msdyn_sellable: lead.tandem_b2bprospectid.is_some(),
        msdyn_contactpersonid: None,
        tandem_b2bprospectid: lead.tandem_b2bprospectid,
    }
}

fn opportunity(lead: &Lead, opportunityid: Uuid, customer: Reference, currency: Option<Uuid>) -> Opportunity {
    let lead = lead.clone();
    let topic = lead.subject.or(lead.companyname).or(lead.lastname);
    Opportunity {
        opportunityid,
        name: topic.unwrap_or_else(|| "Opportunity".into()),
        customerid: customer,
        parentaccountid: lead.parentaccountid,
        parentcontactid: lead.parentcontactid,
        originatingleadid: Some(lead.leadid),
        estimatedvalue: lead.estimatedamount,
        estimatedclosedate: lead.estimatedclosedate,
        budgetamount: lead.budgetamount,
        actualvalue: None,
        actualclosedate: None,
        closeprobability: None,
        description: lead.description,
        transactioncurrencyid: currency.or(lead.transactioncurrencyid),
        statecode: OpportunityState::Open,
        statuscode: OpportunityReason::InProgress,
        tandem_partnerstatus: lead.tandem_b2bprospectid.is_some().then_some(PartnerStatus::Pending),
        tandem_b2bprospectid: lead.tandem_b2bprospectid,
    }
}

/// An existing account of a prospect is a customer from now on.
async fn mark_account(tx: &mut Tx, lead: &Lead, id: Uuid) -> Result<(), tables::Error> {
    if let Some(mut account) = tx.get::<Account>(id).await? {
        account.customertypecode = Some(RelationshipType::Customer);
        account.tandem_b2bprospectid = lead.tandem_b2bprospectid.clone();
        tx.save(&account).await?;
    }
    Ok(())
}

/// An existing contact of a prospect can be sold to from now on.
async fn mark_contact(tx: &mut Tx, lead: &Lead, id: Uuid) -> Result<(), tables::Error> {
    if let Some(mut contact) = tx.get::<Contact>(id).await? {
        contact.msdyn_sellable = true;
        contact.tandem_b2bprospectid = lead.tandem_b2bprospectid.clone();
        tx.save(&contact).await?;
    }
    Ok(())
}
