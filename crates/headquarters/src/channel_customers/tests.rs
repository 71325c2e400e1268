//! Job 1010 with a channel database beside headquarters, on every kind of database.

mod office;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use channel::customers::{
    AddUser, AskForPassword, ChangeUser, InviteAgain, RemoveUser, SetPassword, add_user, ask_for_password,
    change_user, find_by_password_token, invite_again, organization_users, remove_user, set_password,
};
use jobs::{BatchJobHistoryRow, Summary};
use platform::faults::Outcome;
use platform::{Environment, Faults};
use tables::uuid::Uuid;
use tables::{Change, Context, Money, Principal, Store};

use crate::customer_hierarchies::{CustomerHierarchyMember, MemberRole, MemberStatus};
use crate::customers::{Customer, PartyType};
use crate::mail::EmailMessage;
use crate::prospects::approve::{Approve, TradeTerms, approve};
use crate::testing::{all, approve_as, ask, by_seller, open_prospect, prospect_now, reject_as};
use office::{RUNS_MAX, offices, offices_in, start, token};

#[tokio::test]
async fn the_mail_goes_when_sign_in_is_possible_and_its_link_sets_the_password() {
    for office in offices().await {
        let id = open_prospect(&office.store).await;
        office.publish().await;
        approve_as(Context::system(), &office.store, id).await.unwrap();
        assert!(all::<EmailMessage>(&office.store).await.is_empty());
        assert!(office.sign_in("ola@nowak.example").await.is_none());

        // Two customers, one welcome.
        office.publish_expecting(3, 0).await;
        let messages: Vec<EmailMessage> = all(&office.store).await;
        assert_eq!(messages.len(), 1);
        assert_eq!(messages[0].notification_type, "B2B prospect approved");
        assert_eq!(messages[0].language, "pl-PL");
        let members: Vec<CustomerHierarchyMember> = all(&office.store).await;
        assert_eq!(members[0].status, MemberStatus::Active);
        let found = office.sign_in("ola@nowak.example").await.unwrap();
        assert_eq!(found.memberships[0].role, channel::customers::MemberRole::Admin);
        assert_eq!(found.memberships[0].hierarchy_name, "Nowak Trading");
        assert_eq!(
            found.customer.invoice_account.as_deref(),
            Some(&*found.memberships[0].organization_account)
        );

        let command = SetPassword { token: token(&messages[0]), credential: "hash".into() };
        let set = office
            .channel
            .write(Context::system(), command, |tx, command| Box::pin(set_password(tx, command)))
            .await;
        assert_eq!(set.unwrap().email, "ola@nowak.example");
        for _ in 0..3 {
            assert_eq!(office.publish().await, Summary::default(), "nothing more happens");
        }
        assert_eq!(all::<EmailMessage>(&office.store).await.len(), 1);
        assert!(office.sign_in("ola@nowak.example").await.unwrap().person.credential.is_some());
    }
}

#[tokio::test]
async fn who_joins_a_second_partner_is_told_to_sign_in_as_before() {
    for office in offices().await {
        let first = open_prospect(&office.store).await;
        approve_as(Context::system(), &office.store, first).await.unwrap();
        office.publish_expecting(3, 0).await;
        let messages: Vec<EmailMessage> = all(&office.store).await;
        let command = SetPassword { token: token(&messages[0]), credential: "hash".into() };
        office
            .channel
            .write(Context::system(), command, |tx, command| Box::pin(set_password(tx, command)))
            .await
            .unwrap();
        let second = open_prospect(&office.store).await;
        let command = Approve {
            prospect: second,
            by: by_seller(),
            organization_account: None,
            requestor_account: None,
            join_existing: true,
            join_existing_organization: false,
            terms: TradeTerms::default(),
        };
        office
            .store
            .write(Context::system(), command, |tx, command| Box::pin(approve(tx, command)))
            .await
            .unwrap();
        // The organization, the person's second membership, one welcome.
        office.publish_expecting(3, 0).await;
        let messages: Vec<EmailMessage> = all(&office.store).await;
        assert_eq!(messages.len(), 2);
        assert!(messages[1].text_body.contains("https://store.example/sign-in"));
        assert!(!messages[1].text_body.contains("set-password"));
        let found = office.sign_in("ola@nowak.example").await.unwrap();
        assert_eq!(found.memberships.len(), 2);
        assert_eq!(found.person.credential.as_deref(), Some("hash"));
    }
}

#[tokio::test]
async fn a_colleague_is_added_changed_invited_again_removed_and_added_again() {
    for office in offices().await {
        let id = open_prospect(&office.store).await;
        approve_as(Context::system(), &office.store, id).await.unwrap();
        office.publish_expecting(3, 0).await;
        let ola = office.sign_in("ola@nowak.example").await.unwrap();
        let (administrator, hierarchy) = (ola.person.personid, ola.memberships[0].hierarchy.clone());
        let wish = AddUser {
            administrator,
            hierarchy: hierarchy.clone(),
            first_name: "Jan".into(),
            last_name: "Nowka".into(),
            email: "jan@nowak.example".into(),
            role: channel::customers::MemberRole::User,
            spending_limit: None,
        };
        let add = async || {
            let added =
                office.channel.write(Context::system(), wish.clone(), |tx, it| Box::pin(add_user(tx, it)));
            added.await.unwrap();
            assert_eq!(office.jobs.run_now("P-0001").await.unwrap().succeeded, 1);
            office.publish_expecting(2, 0).await;
            let mut reader = office.channel.read(&Principal::system()).await.unwrap();
            let listed = organization_users(&mut reader, administrator, &hierarchy, None, 10).await.unwrap();
            assert_eq!(listed.unwrap().wishes, [], "a wish that came true is no wish any more");
            office.sign_in("jan@nowak.example").await.unwrap().memberships[0].membershipid
        };
        let membership = add().await;

        let change = ChangeUser {
            administrator,
            hierarchy: hierarchy.clone(),
            membership,
            names: ("Jan".into(), "Nowak".into()),
            role: channel::customers::MemberRole::Admin,
            spending_limit: Some(Money::whole(250)),
        };
        office
            .channel
            .write(Context::system(), change, |tx, it| Box::pin(change_user(tx, it)))
            .await
            .unwrap();
        let again = InviteAgain { administrator, hierarchy: hierarchy.clone(), membership };
        office
            .channel
            .write(Context::system(), again, |tx, it| Box::pin(invite_again(tx, it)))
            .await
            .unwrap();
        assert_eq!(office.jobs.run_now("P-0001").await.unwrap().succeeded, 2);
        office.publish_expecting(1, 0).await;
        let jan = office.sign_in("jan@nowak.example").await.unwrap();
        assert_eq!(jan.customer.name, "Jan Nowak");
        assert_eq!(jan.memberships[0].spending_limit, Some(Money::whole(250)));
        assert_eq!(jan.memberships[0].role, channel::customers::MemberRole::Admin);
        let messages: Vec<EmailMessage> = all(&office.store).await;
        let kinds: Vec<&str> = messages.iter().map(|message| &*message.notification_type).collect();
        assert_eq!(kinds, ["B2B prospect approved", "B2B user added", "B2B user added"]);
        assert_ne!(token(&messages[1]), token(&messages[2]));

        let gone = RemoveUser { administrator, hierarchy: hierarchy.clone(), membership };
        office.channel.write(Context::system(), gone, |tx, it| Box::pin(remove_user(tx, it))).await.unwrap();
        assert!(office.sign_in("jan@nowak.example").await.is_none(), "at once");
        office.publish().await;
        assert!(office.sign_in("jan@nowak.example").await.is_none(), "headquarters has not had it");
        assert_eq!(office.jobs.run_now("P-0001").await.unwrap().succeeded, 1);
        assert_eq!(all::<CustomerHierarchyMember>(&office.store).await.len(), 1);
        office.publish_expecting(0, 0).await;
        assert_ne!(add().await, membership);
    }
}

#[tokio::test]
async fn who_forgot_a_password_gets_one_link_per_wish() {
    for office in offices().await {
        let id = open_prospect(&office.store).await;
        approve_as(Context::system(), &office.store, id).await.unwrap();
        office.publish_expecting(3, 0).await;
        let wish = AskForPassword { company: "usmf".into(), email: "OLA@nowak.example".into() };
        office
            .channel
            .write(Context::system(), wish, |tx, wish| Box::pin(ask_for_password(tx, wish)))
            .await
            .unwrap();
        for expected in [1, 0] {
            assert_eq!(office.jobs.run_now("P-0001").await.unwrap().succeeded, expected);
        }
        let messages: Vec<EmailMessage> = all(&office.store).await;
        assert_eq!(messages.len(), 2);
        let reset = &messages[1];
        assert_eq!((&*reset.notification_type, &*reset.language), ("Password reset", "pl-PL"));
        let command = SetPassword { token: token(reset), credential: "new".into() };
        office
            .channel
            .write(Context::system(), command, |tx, command| Box::pin(set_password(tx, command)))
            .await
            .unwrap();
        let found = office.sign_in("ola@nowak.example").await.unwrap();
        assert_eq!(found.person.credential.as_deref(), Some("new"));
    }
}

#[tokio::test]
async fn only_what_changed_goes_and_what_is_no_longer_allowed_is_taken_out() {
    for office in offices().await {
        let (won, lost) = (open_prospect(&office.store).await, lost_prospect(&office.store).await);
        approve_as(Context::system(), &office.store, won).await.unwrap();
        office.publish_expecting(3, 0).await;
        assert_eq!(office.published().await, 2, "a prospective customer is not for the store");
        let prospect = prospect_now(&office.store, won).await;
        let customers: Vec<Customer> = all(&office.store).await;
        let of = |account: &Option<String>| {
            customers.iter().find(|one| Some(&one.customer_account) == account.as_ref()).unwrap()
        };
        let organization = of(&prospect.organization_customer_account);
        let person = of(&prospect.requestor_customer_account);

        office.set("customer", organization.external_row_id, "CreditLimit", Money::whole(900)).await;
        office.publish_expecting(1, 0).await;
        let members: Vec<CustomerHierarchyMember> = all(&office.store).await;
        let member = members[0].external_row_id;
        office.set("customerhierarchymember", member, "Role", MemberRole::User).await;
        office.publish_expecting(1, 0).await;
        assert_eq!(
            office.sign_in("ola@nowak.example").await.unwrap().memberships[0].role,
            channel::customers::MemberRole::User
        );
        office.set("customerhierarchymember", member, "Status", MemberStatus::Disabled).await;
        office.publish_expecting(1, 0).await;
        assert!(office.sign_in("ola@nowak.example").await.is_none());
        office.set("customerhierarchymember", member, "Status", MemberStatus::Active).await;
        office.publish_expecting(1, 0).await;
        assert!(office.sign_in("ola@nowak.example").await.is_some());
        ask(&office.store, Change::delete("customerhierarchymember", member)).await.unwrap();
        office.publish_expecting(1, 0).await;
        assert!(office.sign_in("ola@nowak.example").await.is_none(), "a removed member acts for nobody");

        office.set("customer", person.external_row_id, "PartnerStatus", declined()).await;
        office.publish_expecting(1, 0).await;
        assert_eq!(office.published().await, 1);
        reject_as(Context::system(), &office.store, lost).await.unwrap();
        assert_eq!(office.publish().await, Summary::default());
        let rows: Vec<BatchJobHistoryRow> = all(&office.store).await;
        let taken = |row: &&BatchJobHistoryRow| row.message.as_deref() == Some("taken out of the store");
        assert_eq!(rows.iter().filter(taken).count(), 1, "{rows:?}");
    }
}

#[tokio::test]
async fn who_is_refused_is_reported_and_tried_again_until_it_fits() {
    for office in offices().await {
        let first = open_prospect(&office.store).await;
        approve_as(Context::system(), &office.store, first).await.unwrap();
        office.publish_expecting(3, 0).await;
        // Another person of the same address gets into another hierarchy by hand.
        let values = vec![
            ("PartyType".to_owned(), PartyType::Person.into()),
            ("PersonLastName".to_owned(), "Twin".into()),
            ("CustomerAccount".to_owned(), "TWIN".into()),
            ("PrimaryContactEmail".to_owned(), "OLA@nowak.example".into()),
        ];
        let twin = ask(&office.store, Change::create("customer", values)).await.unwrap();
        let member = vec![
            ("dataAreaId".to_owned(), "usmf".into()),
            ("CustomerHierarchyId".to_owned(), "CH-000001".into()),
            ("CustomerAccount".to_owned(), "TWIN".into()),
            ("Role".to_owned(), MemberRole::User.into()),
            ("Status".to_owned(), MemberStatus::Pending.into()),
        ];
        ask(&office.store, Change::create("customerhierarchymember", member).by_code()).await.unwrap();
        for _ in 0..2 {
            office.publish_expecting(0, 1).await;
        }
        assert_eq!(all::<EmailMessage>(&office.store).await.len(), 1, "no welcome without a way in");
        office.set("customer", twin, "PrimaryContactEmail", "twin@nowak.example").await;
        office.publish_expecting(2, 0).await;
        let messages: Vec<EmailMessage> = all(&office.store).await;
        assert_eq!(messages[1].notification_type, "B2B user added");
        assert_eq!(messages[1].recipient, "twin@nowak.example");
        assert!(messages[1].subject.contains("Nowak Trading"), "{}", messages[1].subject);
        assert_eq!(office.publish().await, Summary::default());
    }
}

#[tokio::test]
async fn who_gets_an_address_back_is_invited_anew() {
    for office in offices().await {
        let id = open_prospect(&office.store).await;
        approve_as(Context::system(), &office.store, id).await.unwrap();
        office.publish_expecting(3, 0).await;
        let people: Vec<Customer> = all(&office.store).await;
        let ola = people.iter().find(|one| one.party_type == PartyType::Person).unwrap().external_row_id;
        for mails in [2, 3] {
            // As it was before that was refused.
            office.set("customer", ola, "PrimaryContactEmail", tables::Value::Null).await;
            office.publish_expecting(1, 0).await;
            assert!(office.sign_in("ola@nowak.example").await.is_none());
            let back = ("PrimaryContactEmail".to_owned(), "ola@nowak.example".into());
            ask(&office.store, Change::update("customer", ola, vec![back])).await.unwrap();
            office.publish_expecting(2, 0).await;
            assert!(office.sign_in("ola@nowak.example").await.is_some());
            let messages: Vec<EmailMessage> = all(&office.store).await;
            assert_eq!(messages.len(), mails);
            assert_eq!(messages[mails - 1].notification_type, "B2B user added");
            let mut reader = office.channel.read(&Principal::system()).await.unwrap();
            let (token, now) = (token(&messages[mails - 1]), office.channel.environment().clock.now());
            assert!(find_by_password_token(&mut reader, &token, now).await.unwrap().is_some());
        }
    }
}

#[tokio::test]
async fn a_first_run_finds_what_was_there_before_it() {
    for office in offices().await {
        let id = open_prospect(&office.store).await;
        approve_as(Context::system(), &office.store, id).await.unwrap();
        let other = tempfile::TempDir::new().unwrap();
        let place = tables::Location::Sqlite(other.path().join("new.db"));
        office.publish_expecting(3, 0).await;
        // The same headquarters with a channel that is new.
        let channel = Store::open(channel::catalog(), &place, Environment::system()).await.unwrap();
        let jobs = start(&office.store, &channel).await;
        assert_eq!(jobs.run_now("1010").await.unwrap().succeeded, 2);
        assert_eq!(jobs.run_now("1010").await.unwrap(), Summary::default());
        assert_eq!(all::<EmailMessage>(&office.store).await.len(), 1);
    }
}

#[tokio::test]
async fn stopped_between_any_two_steps_it_ends_with_one_mail_whose_link_works() {
    for point in ["job_1010.after_publish", "job_1010.after_invite"] {
        let stopping = Arc::new(AtomicBool::new(true));
        let listening = Arc::clone(&stopping);
        let mut environment = Environment::system();
        environment.faults = Faults::heard_by(move |name| {
            let stop = name == point && listening.load(Ordering::SeqCst);
            if stop { Outcome::Fail } else { Outcome::Continue }
        });
        for office in offices_in(environment).await {
            stopping.store(true, Ordering::SeqCst);
            let id = open_prospect(&office.store).await;
            approve_as(Context::system(), &office.store, id).await.unwrap();
            let mut stopped = 0;
            for _ in 0..RUNS_MAX {
                stopped += usize::from(office.jobs.run_now("1010").await.unwrap().error.is_some());
                if stopped == 2 {
                    break;
                }
            }
            assert_eq!(stopped, 2, "{point}");
            stopping.store(false, Ordering::SeqCst);
            for _ in 0..RUNS_MAX {
                office.publish().await;
                if !all::<EmailMessage>(&office.store).await.is_empty() {
                    break;
                }
            }
            office.publish().await;
            let messages: Vec<EmailMessage> = all(&office.store).await;
            assert_eq!(messages.len(), 1, "{point}");
            let mut reader = office.channel.read(&Principal::system()).await.unwrap();
            let now = office.channel.environment().clock.now();
            let found = find_by_password_token(&mut reader, &token(&messages[0]), now).await.unwrap();
            assert_eq!(found.unwrap().email, "ola@nowak.example", "{point}");
        }
    }
}

/// A prospect with a customer that Qualify made, not decided yet.
async fn lost_prospect(store: &Store) -> Uuid {
    let id = open_prospect(store).await;
    let number = prospect_now(store, id).await.prospect_id;
    let values = vec![
        ("PartyType".to_owned(), PartyType::Organization.into()),
        ("OrganizationName".to_owned(), "Lost".into()),
        ("B2BProspectId".to_owned(), number.into()),
    ];
    ask(store, Change::create("customer", values)).await.unwrap();
    id
}

fn declined() -> tables::Value {
    crate::customers::PartnerStatus::Declined.into()
}
