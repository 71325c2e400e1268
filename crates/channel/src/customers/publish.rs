//! Publish: headquarters tells of a customer that the store may know.

use tables::{Error, Filter, Query, Result, Table as _, Tx};

use super::add_user::fulfil;
use super::change_user::forget_taken;
use super::withdraw::remove_person;
use super::{Customer, MemberChange, MemberChangeKind, Membership, PartyType, Person};

/// A customer as headquarters has it, whole: a membership that is not here is over.
#[derive(Clone, Debug, PartialEq)]
pub struct Publication {
    /// The customer.
    pub customer: Customer,
    /// The organizations that a person acts for.
    pub memberships: Vec<Membership>,
}

/// What became of a publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishOutcome {
    /// The store knows more than before.
    Changed,
    /// It knew all of it already, or something later.
    Unchanged,
}

/// Makes the store know the customer. A person with an e-mail address who acts for somebody can
/// sign in from then on, as soon as a password is set. News may come twice or late.
///
/// # Errors
/// A refusal where another person of the company signs in by that address; as any write.
pub async fn publish(tx: &mut Tx, publication: &Publication) -> Result<PublishOutcome> {
    let Publication { customer, memberships } = publication;
    let known: Option<Customer> = tx.get(customer.customerid).await?;
    if known.as_ref().is_some_and(|known| known.as_of > customer.as_of) {
        return Ok(PublishOutcome::Unchanged);
    }
    let mut changed = put_customer(tx, customer, known).await?;
    let memberships = without_removed(tx, memberships).await?;
    changed |= put_memberships(tx, customer, &memberships).await?;
    changed |= put_person(tx, customer, !memberships.is_empty()).await?;
    Ok(if changed { PublishOutcome::Changed } else { PublishOutcome::Unchanged })
}

async fn put_customer(tx: &mut Tx, customer: &Customer, known: Option<Customer>) -> Result<bool> {
    match known {
        None => tx.insert(customer).await.map(|_| true),
        // That it was looked at again is no news.
        Some(known) if (Customer { as_of: customer.as_of, ..known.clone() }) == *customer => Ok(false),
        Some(_) => tx.save(customer).await.map(|_| true),
    }
}

/// What an administrator took away in the store is not here any more, whether headquarters knows it
/// yet or not.
async fn without_removed(tx: &mut Tx, memberships: &[Membership]) -> Result<Vec<Membership>> {
    let mut kept = Vec::with_capacity(memberships.len());
    for membership in memberships {
        let change: Option<MemberChange> = tx.get(membership.membershipid).await?;
        let is_removed =
            |change: MemberChange| change.kind == MemberChangeKind::Remove && change.refusal.is_none();
        if !change.is_some_and(is_removed) {
            kept.push(membership.clone());
        }
    }
    Ok(kept)
}

async fn put_memberships(tx: &mut Tx, customer: &Customer, memberships: &[Membership]) -> Result<bool> {
    let query = Query::of(Membership::NAME).filter(Filter::equals("customerid", customer.customerid));
    let known: Vec<Membership> = tx.list(query).await?;
    let mut changed = false;
    for membership in memberships {
        match known.iter().find(|known| known.membershipid == membership.membershipid) {
            None => {
                tx.insert(membership).await?;
                fulfil(tx, membership, customer.email.as_deref()).await?;
                changed = true;
            }
            Some(_) => changed |= tx.save(membership).await?.changed,
        }
        forget_taken(tx, membership.membershipid).await?;
    }
    let over = |known: &&Membership| memberships.iter().all(|one| one.membershipid != known.membershipid);
    for membership in known.iter().filter(over) {
        tx.remove::<Membership>(membership.membershipid).await?;
        forget_taken(tx, membership.membershipid).await?;
        changed = true;
    }
    Ok(changed)
}

async fn put_person(tx: &mut Tx, customer: &Customer, is_member: bool) -> Result<bool> {
    let id = customer.customerid;
    let signs_in = customer.party_type == PartyType::Person && is_member;
    let Some(email) = customer.email.clone().filter(|_| signs_in) else {
        return remove_person(tx, id).await;
    };
    let of_email =
        Filter::equals("company", customer.company.as_str()).and(Filter::equals("email", email.as_str()));
    if tx.find::<Person>(of_email).await?.is_some_and(|other| other.personid != id) {
        return Err(Error::Refused {
            code: "EmailInUse",
            message: format!(
                "Another person of company {} signs in by {email}. Give {} another e-mail address.",
                customer.company, customer.account
            ),
        });
    }
    match tx.get::<Person>(id).await? {
        Some(known) => Ok(tx.save(&Person { email, ..known }).await?.changed),
        None => {
            let person = Person { personid: id, company: customer.company.clone(), email, credential: None };
            tx.insert(&person).await.map(|_| true)
        }
    }
}

#[cfg(test)]
mod tests {
    use tables::{Money, Principal};

    use super::super::testing::{organization, person, publish_one, sign_in};
    use super::super::{MemberRole, find_by_email};
    use super::*;
    use crate::requests::testing::each_store;

    #[tokio::test]
    async fn a_publication_may_come_twice_or_late_and_replaces_what_was_there() {
        for (_folder, store) in each_store().await {
            let (first, ola) = (organization(), person("ola@example.com", 1));
            assert_eq!(publish_one(&store, &first).await, Ok(PublishOutcome::Changed));
            assert_eq!(publish_one(&store, &ola).await, Ok(PublishOutcome::Changed));
            assert_eq!(publish_one(&store, &ola).await, Ok(PublishOutcome::Unchanged));
            let found = sign_in(&store, "OLA@example.com").await.unwrap();
            assert_eq!(found.customer.account, "C-1");
            assert_eq!(found.memberships[0].role, MemberRole::Admin);
            assert_eq!(found.person.credential, None);

            let mut later = ola.clone();
            later.customer.as_of = 9;
            later.customer.credit_limit = Some(Money::whole(5));
            later.memberships[0].role = MemberRole::User;
            assert_eq!(publish_one(&store, &later).await, Ok(PublishOutcome::Changed));
            assert_eq!(publish_one(&store, &ola).await, Ok(PublishOutcome::Unchanged), "older news");
            let found = sign_in(&store, "ola@example.com").await.unwrap();
            assert_eq!(found.customer.credit_limit, Some(Money::whole(5)));
            assert_eq!(found.memberships[0].role, MemberRole::User);

            let alone = Publication { memberships: Vec::new(), ..later };
            assert_eq!(publish_one(&store, &alone).await, Ok(PublishOutcome::Changed));
            assert!(sign_in(&store, "ola@example.com").await.is_none(), "acts for nobody any more");
        }
    }

    #[tokio::test]
    async fn one_address_is_one_person_of_a_company() {
        for (_folder, store) in each_store().await {
            publish_one(&store, &person("ola@example.com", 1)).await.unwrap();
            let second = publish_one(&store, &person("Ola@Example.com", 2)).await;
            assert!(matches!(&second, Err(Error::Refused { code: "EmailInUse", .. })), "{second:?}");
            let mut reader = store.read(&Principal::system()).await.unwrap();
            assert!(find_by_email(&mut reader, "demf", "ola@example.com").await.unwrap().is_none());
        }
    }
}
