//! Approve: a prospect becomes a business partner, with its customers and its hierarchy.
//!
//! The mail follows when job 1010 has made sign-in possible: until then it would promise too much.

use tables::uuid::Uuid;
use tables::{Error, Privilege, Right, Tx};

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
    let requestor = match joining(&mut tx, &prospect, command).await? {
        Some(person) => person,
        None => customer(&mut tx, &prospect, ProspectRole::Requestor, named_requestor).await?,
    };
    let hierarchy = establish(&mut tx, &organization, &requestor).await?;
    tx.save(&Customer {
        partner_status: PartnerStatus::Active,
        customer_hierarchy_id: Some(hierarchy.clone()),
        ..organization.clone()
    })
    .await?;
    tx.save(&administrator(requestor.clone(), &organization, &hierarchy)).await?;
    let decided = Prospect {
        organization_customer_account: Some(organization.customer_account),
        requestor_customer_account: Some(requestor.customer_account),
        customer_hierarchy_id: Some(hierarchy),
        ..prospect.decided(ProspectStatus::Approved, &command.by, tx.now())
    };
    tx.save(&decided).await?;
    publish_status::note(&mut tx, &decided).await?;
    Ok(Outcome::Decided)
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
    if let Some(own) = own {
        // Made when the lead was qualified, and nobody's now: it must not sign in beside the other.
        tx.save(&Customer { partner_status: PartnerStatus::Declined, ..own }).await?;
    }
    Ok(Some(other))
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
mod tests {
    use super::*;
    use tables::{Change, Context};

    use crate::customer_hierarchies::{CustomerHierarchy, CustomerHierarchyMember, MemberRole, MemberStatus};
    use crate::mail::EmailMessage;
    use crate::prospects::DecidedIn;
    use crate::testing::{
        all, approve_as, ask, by_seller, customer, dual_write, each_store, open_prospect, prospect,
        prospect_now,
    };

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

    #[tokio::test]
    async fn a_partner_has_customers_and_a_hierarchy_with_an_admin_who_waits_for_the_store() {
        for (_folder, store) in each_store().await {
            let id = open_prospect(&store).await;
            assert_eq!(approve_as(dual_write(&store).await, &store, id).await, Ok(Outcome::Decided));
            let prospect = prospect_now(&store, id).await;
            assert_eq!(prospect.status, ProspectStatus::Approved);
            assert_eq!(prospect.decided_by.as_deref(), Some("seller@tandem.test"));
            assert_eq!(prospect.decided_in, Some(DecidedIn::Sales));
            assert!(prospect.decided_at.is_some());

            let customers: Vec<Customer> = all(&store).await;
            let of =
                |role| customers.iter().find(|customer| customer.b2b_prospect_role == Some(role)).unwrap();
            let (organization, person) = (of(ProspectRole::Organization), of(ProspectRole::Requestor));
            assert_eq!(customers.len(), 2);
            assert_eq!(prospect.organization_customer_account, Some(organization.customer_account.clone()));
            assert_eq!(prospect.requestor_customer_account, Some(person.customer_account.clone()));
            assert_eq!(person.invoice_account, Some(organization.customer_account.clone()));
            assert_eq!(organization.organization_name.as_deref(), Some("Nowak Trading"));
            assert_eq!(person.person_last_name.as_deref(), Some("Nowak"));
            assert_eq!(organization.sales_currency_code.as_deref(), Some("USD"));
            assert!(person.is_b2b_administrator && !organization.is_b2b_administrator);
            for customer in &customers {
                assert_eq!(customer.partner_status, PartnerStatus::Active);
                assert_eq!(customer.customer_hierarchy_id, prospect.customer_hierarchy_id);
            }

            let hierarchies: Vec<CustomerHierarchy> = all(&store).await;
            assert_eq!(hierarchies.len(), 1);
            assert_eq!(Some(&hierarchies[0].customer_hierarchy_id), prospect.customer_hierarchy_id.as_ref());
            assert_eq!(hierarchies[0].name, "Nowak Trading");
            assert_eq!(hierarchies[0].purpose, "B2B organization");
            let members: Vec<CustomerHierarchyMember> = all(&store).await;
            assert_eq!(members.len(), 1);
            assert_eq!(members[0].customer_account, person.customer_account);
            assert_eq!((members[0].role, members[0].status), (MemberRole::Admin, MemberStatus::Pending));

            assert_eq!(approve_as(Context::system(), &store, id).await, Ok(Outcome::AlreadyDecided));
            assert!(all::<EmailMessage>(&store).await.is_empty(), "not before job 1010");
            assert_eq!(all::<Customer>(&store).await.len(), 2);
        }
    }

    #[tokio::test]
    async fn customers_that_are_there_are_used_named_or_found() {
        for (_folder, store) in each_store().await {
            let id = open_prospect(&store).await;
            let number = prospect_now(&store, id).await.prospect_id;
            let person = Change::create(
                "customer",
                vec![
                    ("PartyType".into(), PartyType::Person.into()),
                    ("PersonLastName".into(), "Nowak".into()),
                    ("B2BProspectId".into(), number.into()),
                ],
            );
            let person = ask(&store, person).await.unwrap();
            let organization = Change::create(
                "customer",
                vec![
                    ("PartyType".into(), PartyType::Organization.into()),
                    ("OrganizationName".into(), "Nowak Holding".into()),
                    ("CustomerAccount".into(), "OLD-1".into()),
                ],
            );
            let organization = ask(&store, organization).await.unwrap();
            let command = |account: &str| Approve {
                prospect: id,
                by: by_seller(),
                organization_account: Some(account.into()),
                requestor_account: None,
                join_existing: false,
            };
            let unknown = store
                .write(Context::system(), command("OLD-2"), |tx, command| Box::pin(approve(tx, command)))
                .await;
            assert!(matches!(unknown, Err(DecisionError::UnknownCustomer { .. })), "{unknown:?}");
            assert_eq!(prospect_now(&store, id).await.status, ProspectStatus::Open);
            store
                .write(Context::system(), command("OLD-1"), |tx, command| Box::pin(approve(tx, command)))
                .await
                .unwrap();
            let customers: Vec<Customer> = all(&store).await;
            let ids: Vec<Uuid> = customers.iter().map(|customer| customer.external_row_id).collect();
            assert_eq!(ids, [person, organization]);
            assert!(customers.iter().all(|customer| customer.partner_status == PartnerStatus::Active));
            assert_eq!(customers[0].invoice_account.as_deref(), Some("OLD-1"));
        }
    }

    #[tokio::test]
    async fn an_address_is_one_persons_who_may_join_a_second_partner() {
        for (_folder, store) in each_store().await {
            let first = open_prospect(&store).await;
            approve_as(Context::system(), &store, first).await.unwrap();
            let person = prospect_now(&store, first).await.requestor_customer_account;
            let second = open_prospect(&store).await;
            let number = prospect_now(&store, second).await.prospect_id;
            let qualified = vec![
                ("PartyType".into(), PartyType::Person.into()),
                ("PersonLastName".into(), "Nowak".into()),
                ("PrimaryContactEmail".into(), "OLA@NOWAK.example".into()),
                ("B2BProspectId".into(), number.into()),
            ];
            let qualified = ask(&store, Change::create("customer", qualified)).await.unwrap();
            let refused = approve_as(Context::system(), &store, second).await;
            let Err(error @ DecisionError::EmailInUse { .. }) = refused else { panic!("{refused:?}") };
            assert!(error.to_string().contains("JoinExisting"), "{error}");
            assert!(error.to_string().contains(person.as_deref().unwrap()), "{error}");
            assert_eq!(prospect_now(&store, second).await.status, ProspectStatus::Open);

            let command = Approve {
                prospect: second,
                by: by_seller(),
                organization_account: None,
                requestor_account: None,
                join_existing: true,
            };
            let approve = || {
                let command = command.clone();
                store.write(Context::system(), command, |tx, command| Box::pin(approve(tx, command)))
            };
            assert_eq!(approve().await, Ok(Outcome::Decided));
            assert_eq!(approve().await, Ok(Outcome::AlreadyDecided));
            let (before, now) = (prospect_now(&store, first).await, prospect_now(&store, second).await);
            assert_eq!(now.requestor_customer_account, person);
            assert_ne!(now.customer_hierarchy_id, before.customer_hierarchy_id);
            let members: Vec<CustomerHierarchyMember> = all(&store).await;
            assert!(members.iter().all(|member| Some(&member.customer_account) == person.as_ref()));
            assert_eq!(members.len(), 2);
            let customers: Vec<Customer> = all(&store).await;
            let find = |account: &Option<String>| {
                customers.iter().find(|one| Some(&one.customer_account) == account.as_ref()).unwrap()
            };
            assert_eq!(find(&person).invoice_account, before.organization_customer_account);
            assert_eq!(find(&person).customer_hierarchy_id, before.customer_hierarchy_id);
            let qualified = customers.iter().find(|one| one.external_row_id == qualified).unwrap();
            assert_eq!(qualified.partner_status, PartnerStatus::Declined);
        }
    }

    #[tokio::test]
    async fn who_may_not_change_prospects_may_not_decide_them() {
        for (_folder, store) in each_store().await {
            let id = open_prospect(&store).await;
            let read = ("prospect".to_owned(), Privilege::Read, tables::Depth::Organization);
            let reader = tables::Principal::with_rights(Uuid::from_u128(5), Uuid::nil(), Vec::new(), [read]);
            let refused = approve_as(Context::of(reader), &store, id).await;
            assert!(matches!(refused, Err(DecisionError::Tables(Error::NoPrivilege { .. }))), "{refused:?}");
            assert!(all::<Customer>(&store).await.is_empty());
            assert!(all::<EmailMessage>(&store).await.is_empty());
        }
    }
}
