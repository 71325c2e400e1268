//! Approve: a prospect becomes a business partner, with its customers and its hierarchy.
//!
//! The mail follows when job 1010 has made sign-in possible: until then it would promise too much.

use tables::uuid::Uuid;
use tables::{Change, Depth, Error, Money, Privilege, Right, Table as _, Tx, Values};

use super::decision::{Authorship, DecisionError, Outcome, Verdict, decide, load};
use super::{Prospect, ProspectStatus};
use crate::channel_requests::publish_status;
use crate::customer_hierarchies::establish;
use crate::customers::{self, Customer, PartnerStatus, PartyType, ProspectRole};

/// What approving may do for somebody who may change prospects.
const RIGHTS: &[Right] = &[
    Right { privilege: Privilege::Read, table: "legalentity" },
    Right { privilege: Privilege::Create, table: "customer" },
    Right { privilege: Privilege::Read, table: "customer" },
    Right { privilege: Privilege::Write, table: "customer" },
    Right { privilege: Privilege::Create, table: "customerhierarchy" },
    Right { privilege: Privilege::Read, table: "customerhierarchy" },
    Right { privilege: Privilege::Create, table: "customerhierarchymember" },
    Right { privilege: Privilege::Read, table: "customerhierarchymember" },
    Right { privilege: Privilege::Write, table: "customerhierarchymember" },
    Right { privilege: Privilege::Read, table: "numbersequence" },
    Right { privilege: Privilege::Write, table: "numbersequence" },
    Right { privilege: Privilege::Read, table: "onboardingrequest" },
    Right { privilege: Privilege::Write, table: "onboardingrequest" },
];

/// The command.
#[derive(Clone, Debug)]
pub struct Approve {
    /// The prospect's id.
    pub prospect: Uuid,
    /// Who decides.
    pub by: Authorship,
    /// The customer that the organization is, where it is known.
    pub organization_account: Option<String>,
    /// The customer that the requestor is, where it is known.
    pub requestor_account: Option<String>,
    /// Whether a person who signs in by the requestor's address already is the requestor.
    pub join_existing: bool,
    /// Whether an organization of another partner or prospect is the one that asked.
    pub join_existing_organization: bool,
    /// On what terms it trades.
    pub terms: TradeTerms,
}

/// On what terms a partner trades: nothing given leaves the organization as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TradeTerms {
    /// Most that it may owe, in the customer's currency.
    pub credit_limit: Option<Money>,
    /// Short name of its customer group.
    pub customer_group: Option<String>,
    /// Short name of its terms of payment.
    pub payment_terms: Option<String>,
}

impl TradeTerms {
    fn values(&self) -> Values {
        let text = |name: &Option<String>| name.as_deref().map(Into::into);
        [
            ("CreditLimit", self.credit_limit.map(Into::into)),
            ("CustomerGroupId", text(&self.customer_group)),
            ("PaymentTerms", text(&self.payment_terms)),
        ]
        .into_iter()
        .filter_map(|(column, value)| Some((column.to_owned(), value?)))
        .collect()
    }
}

/// Approves. Said twice, it happens once.
///
/// # Errors
/// [`DecisionError`].
pub async fn approve(tx: &mut Tx, command: &Approve) -> Result<Outcome, DecisionError> {
    let prospect = load(tx, command.prospect).await?;
    if decide(&prospect, Verdict::Approved)? == Outcome::AlreadyDecided {
        return Ok(Outcome::AlreadyDecided);
    }
    let terms = command.terms.values();
    if !terms.is_empty() && tx.principal().depth(Customer::NAME, Privilege::Write) == Depth::None {
        return Err(
            Error::NoPrivilege { action: Privilege::Write.word(), table: Customer::NAME.into() }.into()
        );
    }
    let customer = establish_partner(&mut tx.lend(RIGHTS), prospect, command).await?;
    if !terms.is_empty() {
        // With the caller's own rights: who may not write this customer gives it no credit.
        tx.write_one(Change::update(Customer::NAME, customer, terms)).await?;
    }
    Ok(Outcome::Decided)
}

/// Makes the partner of a prospect that may become one; the id of the organization's customer.
async fn establish_partner(
    tx: &mut Tx,
    prospect: Prospect,
    command: &Approve,
) -> Result<Uuid, DecisionError> {
    let (named_organization, named_requestor) = (&command.organization_account, &command.requestor_account);
    let organization = customer(tx, &prospect, ProspectRole::Organization, named_organization).await?;
    if let (Some(owner), false) = (owner(&organization, &prospect), command.join_existing_organization) {
        return Err(DecisionError::OrganizationInUse { account: organization.customer_account, owner });
    }
    let requestor = match joining(tx, &prospect, command).await? {
        Some(person) => person,
        None => customer(tx, &prospect, ProspectRole::Requestor, named_requestor).await?,
    };
    release_others(tx, &prospect, &[&organization, &requestor]).await?;
    let hierarchy = establish(tx, &organization, &requestor).await?;
    tx.save(&Customer {
        partner_status: PartnerStatus::Active,
        customer_hierarchy_id: Some(hierarchy.clone()),
        ..organization.clone()
    })
    .await?;
    tx.save(&administrator(requestor.clone(), &organization, &hierarchy)).await?;
    let id = organization.external_row_id;
    let decided = Prospect {
        organization_customer_account: Some(organization.customer_account),
        requestor_customer_account: Some(requestor.customer_account),
        customer_hierarchy_id: Some(hierarchy),
        ..prospect.decided(ProspectStatus::Approved, &command.by, tx.now())
    };
    tx.save(&decided).await?;
    publish_status::note(tx, &decided).await?;
    Ok(id)
}

/// The requestor as the organization's administrator, invoiced to it. A person who acts for another
/// organization already goes on being invoiced there, because one account can be invoiced once.
fn administrator(person: Customer, organization: &Customer, hierarchy: &str) -> Customer {
    let own = organization.customer_account.clone();
    Customer {
        partner_status: PartnerStatus::Active,
        is_b2b_administrator: true,
        invoice_account: match &person.customer_hierarchy_id {
            Some(other) if other != hierarchy => person.invoice_account.or(Some(own)),
            _ => Some(own),
        },
        customer_hierarchy_id: person.customer_hierarchy_id.or_else(|| Some(hierarchy.to_owned())),
        ..person
    }
}

/// The person who signs in by the requestor's address already and is to join the new partner.
///
/// `None` where nobody does: an address is one person's of a company, or nobody could sign in by it.
async fn joining(
    tx: &mut Tx,
    prospect: &Prospect,
    command: &Approve,
) -> Result<Option<Customer>, DecisionError> {
    let (company, number) = (&prospect.data_area_id, &prospect.prospect_id);
    let own = customers::by_prospect(tx, company, number, ProspectRole::Requestor).await?;
    let named = match &command.requestor_account {
        Some(account) => customers::by_account(tx, company, account).await?,
        None => None,
    };
    let requestor = named.as_ref().or(own.as_ref());
    let email = requestor.and_then(|person| person.primary_contact_email.clone());
    let email = email.unwrap_or_else(|| prospect.primary_contact_email.clone());
    let others = customers::persons_by_email(tx, company, &email).await?;
    let id = requestor.map(|person| person.external_row_id);
    let Some(other) = others.into_iter().find(|other| Some(other.external_row_id) != id) else {
        return Ok(None);
    };
    if !command.join_existing {
        return Err(DecisionError::EmailInUse { email, account: other.customer_account });
    }
    Ok(Some(other))
}

/// To whom else the organization belongs, in words: its people act for it already, or an earlier
/// prospect is about it, and whoever joins becomes an administrator beside them.
fn owner(organization: &Customer, prospect: &Prospect) -> Option<String> {
    if let Some(hierarchy) = &organization.customer_hierarchy_id {
        return Some(format!("the customer hierarchy {hierarchy}"));
    }
    let other = organization.b2b_prospect_id.as_ref().filter(|other| **other != prospect.prospect_id);
    other.map(|other| format!("the prospect {other}"))
}

/// Customers that were made of the prospect, when its lead was qualified, and whose place others
/// take: they are nobody's now, and must not sign in or trade beside them.
async fn release_others(tx: &mut Tx, prospect: &Prospect, chosen: &[&Customer]) -> Result<(), DecisionError> {
    for role in [ProspectRole::Organization, ProspectRole::Requestor] {
        let own = customers::by_prospect(tx, &prospect.data_area_id, &prospect.prospect_id, role).await?;
        let left = own.filter(|own| chosen.iter().all(|one| one.external_row_id != own.external_row_id));
        if let Some(own) = left {
            let partner_status = PartnerStatus::Declined;
            tx.save(&Customer { partner_status, b2b_prospect_id: None, b2b_prospect_role: None, ..own })
                .await?;
        }
    }
    Ok(())
}

/// The customer in this role: the one that the command names, else the one that came from this
/// prospect already, else a new one.
async fn customer(
    tx: &mut Tx,
    prospect: &Prospect,
    role: ProspectRole,
    named: &Option<String>,
) -> Result<Customer, DecisionError> {
    let company = &prospect.data_area_id;
    if let Some(account) = named {
        let found = customers::by_account(tx, company, account).await?;
        let (company, account) = (company.clone(), account.clone());
        let customer = found.ok_or(DecisionError::UnknownCustomer { company, account })?;
        return adopt(customer, prospect, role);
    }
    if let Some(customer) = customers::by_prospect(tx, company, &prospect.prospect_id, role).await? {
        return Ok(customer);
    }
    let made = Customer::from_prospect(prospect, role, tx.new_id());
    tx.insert(&made).await?;
    // Read back, because its numbers come from a rule.
    let made: Option<Customer> = tx.get(made.external_row_id).await?;
    made.ok_or_else(|| DecisionError::Tables(Error::internal("a customer is gone that was just made")))
}

/// A customer that was there before takes the role in this prospect, if it can.
fn adopt(customer: Customer, prospect: &Prospect, role: ProspectRole) -> Result<Customer, DecisionError> {
    let unfit =
        |reason| Err(DecisionError::UnfitCustomer { account: customer.customer_account.clone(), reason });
    match (role, customer.party_type) {
        (ProspectRole::Organization, PartyType::Person) => {
            return unfit("it is a person, not an organization");
        }
        (ProspectRole::Requestor, PartyType::Organization) => {
            return unfit("it is an organization, not a person");
        }
        (ProspectRole::Organization, PartyType::Organization)
        | (ProspectRole::Requestor, PartyType::Person) => {}
    }
    match &customer.b2b_prospect_id {
        // An existing partner's customer keeps the prospect that it once came from.
        Some(_) => Ok(customer),
        None => Ok(Customer {
            b2b_prospect_id: Some(prospect.prospect_id.clone()),
            b2b_prospect_role: Some(role),
            ..customer
        }),
    }
}

#[cfg(test)]
mod tests;
