//! Job 1010 with a channel database beside headquarters, on every kind of database.

use std::sync::Arc;

use channel::customers::{PasswordToken, SetPassword, SignIn, find_by_email, set_password};
use jobs::{BatchJobHistoryRow, Jobs, Mode, Summary};
use platform::Environment;
use tables::uuid::Uuid;
use tables::{Change, Context, Money, Principal, Query, Store};
use tempfile::TempDir;

use crate::JobSettings;
use crate::customer_hierarchies::{CustomerHierarchyMember, MemberRole, MemberStatus};
use crate::customers::{Customer, PartyType};
use crate::mail::{EmailMessage, Transport};
use crate::testing::{
    all, approve_as, ask, each_location, each_store, open_prospect, prospect_now, reject_as,
};

/// Headquarters, its jobs, and the channel that they publish to.
struct Office {
    _folders: [TempDir; 2],
    store: Store,
    channel: Store,
    jobs: Arc<Jobs>,
}

async fn offices() -> Vec<Office> {
    let mut offices = Vec::new();
    for ((folder, store), (other, place)) in each_store().await.into_iter().zip(each_location("channel")) {
        let channel = Store::open(channel::catalog(), &place, Environment::system()).await.unwrap();
        let jobs = start(&store, &channel).await;
        offices.push(Office { _folders: [folder, other], store, channel, jobs });
    }
    offices
}

async fn start(store: &Store, channel: &Store) -> Arc<Jobs> {
    let settings =
        JobSettings { store_origin: "https://store.example".into(), transport: Transport::Captured };
    let jobs = crate::jobs(store, channel, &settings);
    Jobs::open(store.clone(), Mode::Manual, jobs, Vec::new()).await.unwrap()
}

impl Office {
    async fn publish(&self) -> Summary {
        let summary = self.jobs.run_now("1010").await.unwrap();
        assert_eq!(summary.error, None);
        summary
    }

    async fn sign_in(&self, email: &str) -> Option<SignIn> {
        let mut reader = self.channel.read(&Principal::system()).await.unwrap();
        find_by_email(&mut reader, "usmf", email).await.unwrap()
    }

    async fn published(&self) -> usize {
        let mut reader = self.channel.read(&Principal::system()).await.unwrap();
        reader.page(&Query::of("customer")).await.unwrap().rows.len()
    }

    async fn set(&self, table: &str, id: Uuid, column: &str, value: impl Into<tables::Value>) {
        ask(&self.store, Change::update(table, id, vec![(column.into(), value.into())])).await.unwrap();
    }
}

fn token(message: &EmailMessage) -> PasswordToken {
    let (_, after) = message.text_body.split_once("https://store.example/set-password/").unwrap();
    PasswordToken::parse(after.split_whitespace().next().unwrap()).unwrap()
}

#[tokio::test]
async fn the_mail_goes_when_sign_in_is_possible_and_its_link_sets_the_password() {
    for office in offices().await {
        let id = open_prospect(&office.store).await;
        office.publish().await;
        approve_as(Context::system(), &office.store, id).await.unwrap();
        assert!(all::<EmailMessage>(&office.store).await.is_empty());
        assert!(office.sign_in("ola@nowak.example").await.is_none());

        let summary = office.publish().await;
        assert_eq!((summary.succeeded, summary.failed), (3, 0), "two customers, one welcome");
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
async fn only_what_changed_goes_and_what_is_no_longer_allowed_is_taken_out() {
    for office in offices().await {
        let (won, lost) = (open_prospect(&office.store).await, lost_prospect(&office.store).await);
        approve_as(Context::system(), &office.store, won).await.unwrap();
        office.publish().await;
        assert_eq!(office.published().await, 2, "a prospective customer is not for the store");
        let prospect = prospect_now(&office.store, won).await;
        let customers: Vec<Customer> = all(&office.store).await;
        let of = |account: &Option<String>| {
            customers.iter().find(|one| Some(&one.customer_account) == account.as_ref()).unwrap()
        };
        let organization = of(&prospect.organization_customer_account);
        let person = of(&prospect.requestor_customer_account);

        office.set("customer", organization.external_row_id, "CreditLimit", Money::whole(900)).await;
        assert_eq!(office.publish().await.succeeded, 1);
        let members: Vec<CustomerHierarchyMember> = all(&office.store).await;
        let member = members[0].external_row_id;
        office.set("customerhierarchymember", member, "Role", MemberRole::User).await;
        assert_eq!(office.publish().await.succeeded, 1);
        assert_eq!(
            office.sign_in("ola@nowak.example").await.unwrap().memberships[0].role,
            channel::customers::MemberRole::User
        );
        office.set("customerhierarchymember", member, "Status", MemberStatus::Disabled).await;
        office.publish().await;
        assert!(office.sign_in("ola@nowak.example").await.is_none());
        office.set("customerhierarchymember", member, "Status", MemberStatus::Active).await;
        office.publish().await;
        assert!(office.sign_in("ola@nowak.example").await.is_some());
        ask(&office.store, Change::delete("customerhierarchymember", member)).await.unwrap();
        office.publish().await;
        assert!(office.sign_in("ola@nowak.example").await.is_none(), "a removed member acts for nobody");

        office.set("customer", person.external_row_id, "PartnerStatus", declined()).await;
        let summary = office.publish().await;
        assert_eq!((summary.succeeded, office.published().await), (1, 1));
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
        office.publish().await;
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
        ask(&office.store, Change::create("customerhierarchymember", member)).await.unwrap();
        for _ in 0..2 {
            let summary = office.publish().await;
            assert_eq!((summary.succeeded, summary.failed), (0, 1));
        }
        assert_eq!(all::<EmailMessage>(&office.store).await.len(), 1, "no welcome without a way in");
        office.set("customer", twin, "PrimaryContactEmail", "twin@nowak.example").await;
        assert_eq!(office.publish().await.failed, 0);
        let messages: Vec<EmailMessage> = all(&office.store).await;
        assert_eq!(messages[1].notification_type, "B2B user added");
        assert_eq!(messages[1].recipient, "twin@nowak.example");
        assert!(messages[1].subject.contains("Nowak Trading"), "{}", messages[1].subject);
        assert_eq!(office.publish().await, Summary::default());
    }
}

#[tokio::test]
async fn a_first_run_finds_what_was_there_before_it() {
    for office in offices().await {
        let id = open_prospect(&office.store).await;
        approve_as(Context::system(), &office.store, id).await.unwrap();
        let other = TempDir::new().unwrap();
        let place = tables::Location::Sqlite(other.path().join("new.db"));
        office.publish().await;
        // The same headquarters with a channel that is new.
        let channel = Store::open(channel::catalog(), &place, Environment::system()).await.unwrap();
        let jobs = start(&office.store, &channel).await;
        assert_eq!(jobs.run_now("1010").await.unwrap().succeeded, 2);
        assert_eq!(jobs.run_now("1010").await.unwrap(), Summary::default());
        assert_eq!(all::<EmailMessage>(&office.store).await.len(), 1);
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
