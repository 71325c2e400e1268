//! What the tests of these verbs share.

use tables::uuid::Uuid;
use tables::{Context, Error, Principal, Store};

use super::{
    Customer, Invitation, MemberRole, Membership, PartyType, Publication, PublishOutcome, SignIn,
    find_by_email, invite, publish,
};

/// The organization that everybody acts for.
pub fn organization() -> Publication {
    let customer = Customer {
        customerid: Uuid::from_u128(100),
        company: "usmf".into(),
        account: "C-100".into(),
        party_type: PartyType::Organization,
        name: "Nowak Trading".into(),
        first_name: None,
        last_name: None,
        email: Some("office@example.com".into()),
        phone: None,
        language: None,
        currency: Some("USD".into()),
        credit_limit: None,
        balance: None,
        invoice_account: None,
        on_hold: "No".into(),
        as_of: 5,
    };
    Publication { customer, memberships: Vec::new() }
}

/// Its administrator with this address.
pub fn person(email: &str, number: u128) -> Publication {
    let customer = Customer {
        customerid: Uuid::from_u128(number),
        account: format!("C-{number}"),
        party_type: PartyType::Person,
        name: "Ola Nowak".into(),
        email: Some(email.into()),
        invoice_account: Some("C-100".into()),
        ..organization().customer
    };
    let membership = Membership {
        membershipid: Uuid::from_u128(1_000 + number),
        customerid: customer.customerid,
        company: "usmf".into(),
        hierarchy: "CH-1".into(),
        hierarchy_name: "Nowak Trading".into(),
        organization_account: "C-100".into(),
        role: MemberRole::Admin,
        spending_limit: None,
    };
    Publication { customer, memberships: vec![membership] }
}

pub async fn publish_one(store: &Store, publication: &Publication) -> Result<PublishOutcome, Error> {
    store.write(Context::system(), publication.clone(), |tx, it| Box::pin(publish(tx, it))).await
}

pub async fn invite_one(store: &Store, person: Uuid) -> Invitation {
    store.write(Context::system(), person, |tx, person| Box::pin(invite(tx, person))).await.unwrap()
}

pub async fn sign_in(store: &Store, email: &str) -> Option<SignIn> {
    let mut reader = store.read(&Principal::system()).await.unwrap();
    find_by_email(&mut reader, "usmf", email).await.unwrap()
}
