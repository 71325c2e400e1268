//! Approve: a prospect becomes a business partner, with its customers, its hierarchy and a mail.

use tables::uuid::Uuid;
use tables::{Error, Privilege, Right, Tx};

use super::decision::{Authorship, DecisionError, Outcome, Verdict, decide, load};
use super::{Prospect, ProspectStatus};
use crate::channel_requests::publish_status;
use crate::customer_hierarchies::establish;
use crate::customers::{self, Customer, PartnerStatus, PartyType, ProspectRole};
use crate::mail::{self, NotificationType};

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
    Right { privilege: Privilege::Create, table: "emailmessage" },
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
    let mut tx = tx.lend(RIGHTS);
    let (named_organization, named_requestor) = (&command.organization_account, &command.requestor_account);
    let organization = customer(&mut tx, &prospect, ProspectRole::Organization, named_organization).await?;
    let requestor = customer(&mut tx, &prospect, ProspectRole::Requestor, named_requestor).await?;
    let hierarchy = establish(&mut tx, &organization, &requestor).await?;
    tx.save(&Customer {
        partner_status: PartnerStatus::Active,
        customer_hierarchy_id: Some(hierarchy.clone()),
        ..organization.clone()
    })
    .await?;
    tx.save(&Customer {
        partner_status: PartnerStatus::Active,
        customer_hierarchy_id: Some(hierarchy.clone()),
        is_b2b_administrator: true,
        invoice_account: Some(organization.customer_account.clone()),
        ..requestor.clone()
    })
    .await?;
    let decided = Prospect {
        organization_customer_account: Some(organization.customer_account),
        requestor_customer_account: Some(requestor.customer_account),
        customer_hierarchy_id: Some(hierarchy),
        ..prospect.decided(ProspectStatus::Approved, &command.by, tx.now())
    };
    tx.save(&decided).await?;
    mail::queue(&mut tx, &decided, NotificationType::ProspectApproved).await?;
    publish_status::note(&mut tx, &decided).await?;
    Ok(Outcome::Decided)
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
    let unfit = |reason| {
        Err(DecisionError::UnfitCustomer { account: customer.customer_account.clone(), reason })
    };
    match (role, customer.party_type) {
        (ProspectRole::Organization, PartyType::Person) => return unfit("it is a person, not an organization"),
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
mod tests {
    use super::*;
    use crate::testing::{customer, prospect};

    #[test]
    fn a_named_customer_must_be_of_the_right_kind() {
        let organization = customer(PartyType::Organization);
        let adopted = adopt(organization.clone(), &prospect(), ProspectRole::Organization).unwrap();
        assert_eq!(adopted.b2b_prospect_id.as_deref(), Some("PR-000001"));
        assert_eq!(adopted.b2b_prospect_role, Some(ProspectRole::Organization));
        for (kind, role) in [
            (PartyType::Organization, ProspectRole::Requestor),
            (PartyType::Person, ProspectRole::Organization),
        ] {
            let refused = adopt(customer(kind), &prospect(), role);
            assert!(matches!(refused, Err(DecisionError::UnfitCustomer { .. })), "{refused:?}");
        }
        let partner = Customer { b2b_prospect_id: Some("PR-000000".into()), ..organization };
        assert_eq!(adopt(partner.clone(), &prospect(), ProspectRole::Organization), Ok(partner));
    }
}
