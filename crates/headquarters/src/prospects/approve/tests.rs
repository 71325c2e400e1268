//! What approving comes to.

use super::*;
use tables::{Change, Context};

use crate::customer_hierarchies::{CustomerHierarchy, CustomerHierarchyMember, MemberRole, MemberStatus};
use crate::mail::EmailMessage;
use crate::prospects::DecidedIn;
use crate::testing::{
    all, approve_as, ask, by_seller, customer, dual_write, each_store, open_prospect, prospect, prospect_now,
};

#[test]
fn a_named_customer_must_be_of_the_right_kind() {
    let organization = customer(PartyType::Organization);
    let adopted = adopt(organization.clone(), &prospect(), ProspectRole::Organization).unwrap();
    assert_eq!(adopted.b2b_prospect_id.as_deref(), Some("PR-000001"));
    assert_eq!(adopted.b2b_prospect_role, Some(ProspectRole::Organization));
    for (kind, role) in
        [(PartyType::Organization, ProspectRole::Requestor), (PartyType::Person, ProspectRole::Organization)]
    {
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
        let of = |role| customers.iter().find(|customer| customer.b2b_prospect_role == Some(role)).unwrap();
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
            join_existing_organization: false,
            terms: TradeTerms::default(),
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
            join_existing_organization: false,
            terms: TradeTerms::default(),
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

/// Qualify made an organization of the second prospect; the first one's is named instead.
#[tokio::test]
async fn another_partners_organization_is_joined_only_when_that_is_said() {
    for (_folder, store) in each_store().await {
        let first = open_prospect(&store).await;
        let second = open_prospect(&store).await;
        let number = prospect_now(&store, second).await.prospect_id;
        let person = vec![
            ("PartyType".into(), PartyType::Person.into()),
            ("PersonLastName".into(), "Kowal".into()),
            ("PrimaryContactEmail".into(), "jan@kowal.example".into()),
            ("B2BProspectId".into(), number.as_str().into()),
        ];
        ask(&store, Change::create("customer", person)).await.unwrap();
        let qualified = vec![
            ("PartyType".into(), PartyType::Organization.into()),
            ("OrganizationName".into(), "Nowak Trading".into()),
            ("B2BProspectId".into(), number.into()),
        ];
        let qualified = ask(&store, Change::create("customer", qualified)).await.unwrap();
        let undecided = vec![
            ("PartyType".into(), PartyType::Organization.into()),
            ("OrganizationName".into(), "Nowak Holding".into()),
            ("CustomerAccount".into(), "OLD-1".into()),
            ("B2BProspectId".into(), prospect_now(&store, first).await.prospect_id.into()),
        ];
        ask(&store, Change::create("customer", undecided)).await.unwrap();
        let approve_with = |join_existing_organization| {
            let command = Approve {
                prospect: second,
                by: by_seller(),
                organization_account: Some("OLD-1".into()),
                requestor_account: None,
                join_existing: true,
                join_existing_organization,
                terms: TradeTerms::default(),
            };
            store.write(Context::system(), command, |tx, command| Box::pin(approve(tx, command)))
        };
        let in_use = |refused: Result<Outcome, DecisionError>, owner: &str| {
            let Err(error @ DecisionError::OrganizationInUse { .. }) = refused else { panic!("{refused:?}") };
            for part in ["OLD-1", owner, "JoinExistingOrganization"] {
                assert!(error.to_string().contains(part), "{error} lacks {part}");
            }
        };
        in_use(approve_with(false).await, "prospect PR-000001");
        approve_as(Context::system(), &store, first).await.unwrap();
        let hierarchy = prospect_now(&store, first).await.customer_hierarchy_id.unwrap();
        in_use(approve_with(false).await, &hierarchy);
        assert_eq!(prospect_now(&store, second).await.status, ProspectStatus::Open);
        assert_eq!(all::<CustomerHierarchyMember>(&store).await.len(), 1);

        assert_eq!(approve_with(true).await, Ok(Outcome::Decided));
        let decided = prospect_now(&store, second).await;
        assert_eq!(decided.organization_customer_account.as_deref(), Some("OLD-1"));
        assert_eq!(decided.customer_hierarchy_id, Some(hierarchy));
        assert_eq!(all::<CustomerHierarchyMember>(&store).await.len(), 2);
        let customers: Vec<Customer> = all(&store).await;
        let qualified = customers.iter().find(|one| one.external_row_id == qualified).unwrap();
        assert_eq!(qualified.partner_status, PartnerStatus::Declined, "nobody's now");
    }
}

/// An ordinary customer that is named takes the place that Qualify gave to another.
#[tokio::test]
async fn the_customer_that_qualify_made_gives_way_to_the_one_that_is_named() {
    for (_folder, store) in each_store().await {
        let id = open_prospect(&store).await;
        let number = prospect_now(&store, id).await.prospect_id;
        let organization = |more: (&str, &str)| {
            let values =
                [("OrganizationName", "Nowak".into()), ("PartyType", PartyType::Organization.into())];
            let values = values.into_iter().chain([(more.0, more.1.into())]);
            Change::create("customer", values.map(|(name, value)| (name.to_owned(), value)).collect())
        };
        let qualified = ask(&store, organization(("B2BProspectId", &number))).await.unwrap();
        let named = ask(&store, organization(("CustomerAccount", "OLD-1"))).await.unwrap();
        let command = Approve {
            prospect: id,
            by: by_seller(),
            organization_account: Some("OLD-1".into()),
            requestor_account: None,
            join_existing: false,
            join_existing_organization: false,
            terms: TradeTerms::default(),
        };
        let outcome =
            store.write(Context::system(), command, |tx, command| Box::pin(approve(tx, command))).await;
        assert_eq!(outcome, Ok(Outcome::Decided));
        let customers: Vec<Customer> = all(&store).await;
        let find = |id| customers.iter().find(|one| one.external_row_id == id).unwrap();
        assert_eq!(find(qualified).partner_status, PartnerStatus::Declined);
        assert_eq!(find(named).partner_status, PartnerStatus::Active);
        assert_eq!(find(named).b2b_prospect_id, Some(number));
    }
}

#[tokio::test]
async fn what_is_agreed_is_the_organizations_from_the_start() {
    for (_folder, store) in each_store().await {
        let id = open_prospect(&store).await;
        let agreed = TradeTerms {
            credit_limit: Some(Money(125_000_000)),
            customer_group: Some("B2C".into()),
            payment_terms: Some("Net30".into()),
        };
        let approve_on = |context: Context, terms: TradeTerms| {
            let command = Approve {
                prospect: id,
                by: by_seller(),
                organization_account: None,
                requestor_account: None,
                join_existing: false,
                join_existing_organization: false,
                terms,
            };
            store.write(context, command, |tx, command| Box::pin(approve(tx, command)))
        };
        // Neither terms that the company lacks nor a debt of ours: nothing is decided.
        let unknown = TradeTerms { payment_terms: Some("Net99".into()), ..agreed.clone() };
        let refused = approve_on(Context::system(), unknown).await;
        assert!(matches!(refused, Err(DecisionError::Tables(Error::Unfit { .. }))), "{refused:?}");
        let negative = TradeTerms { credit_limit: Some(Money(-1)), ..agreed.clone() };
        let refused = approve_on(Context::system(), negative).await;
        assert!(matches!(refused, Err(DecisionError::Tables(Error::OutOfRange { .. }))), "{refused:?}");
        // Who may decide, but may not change customers, gives nobody credit.
        let rights = [("prospect", Privilege::Read), ("prospect", Privilege::Write)]
            .map(|(table, privilege)| (table.to_owned(), privilege, tables::Depth::Organization));
        let decider = tables::Principal::with_rights(Uuid::from_u128(5), Uuid::nil(), Vec::new(), rights);
        let refused = approve_on(Context::of(decider.clone()), agreed.clone()).await;
        assert!(matches!(refused, Err(DecisionError::Tables(Error::NoPrivilege { .. }))), "{refused:?}");
        assert_eq!(prospect_now(&store, id).await.status, ProspectStatus::Open);
        assert!(all::<Customer>(&store).await.is_empty());

        assert_eq!(approve_on(Context::system(), agreed.clone()).await, Ok(Outcome::Decided));
        // Said again it changes nothing, whatever terms it names.
        let other = TradeTerms { credit_limit: Some(Money(1)), ..TradeTerms::default() };
        assert_eq!(approve_on(Context::system(), other).await, Ok(Outcome::AlreadyDecided));
        let customers: Vec<Customer> = all(&store).await;
        let of = |kind| customers.iter().find(|one| one.party_type == kind).unwrap();
        let organization = of(PartyType::Organization);
        assert_eq!(organization.credit_limit, agreed.credit_limit);
        assert_eq!(organization.customer_group_id, agreed.customer_group);
        assert_eq!(organization.payment_terms, agreed.payment_terms);
        assert_eq!(organization.partner_status, PartnerStatus::Active);
        assert_eq!(of(PartyType::Person).credit_limit, Some(Money(0)));

        let second = open_prospect(&store).await;
        let email = ("PrimaryContactEmail".into(), "ewa@nowak.example".into());
        ask(&store, Change::update("prospect", second, vec![email])).await.unwrap();
        assert_eq!(approve_as(Context::of(decider), &store, second).await, Ok(Outcome::Decided));
    }
}
