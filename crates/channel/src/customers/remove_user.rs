//! Remove user: a partner's administrator takes a colleague out. Here it holds at once; headquarters
//! takes the wish (P-0001), and until it has, nothing that it publishes brings the person back.

use tables::uuid::Uuid;
use tables::{Filter, Query, Result, Table as _, Tx};

use super::change_user::{managed, note};
use super::withdraw::remove_person;
use super::{ChangeUserError, MemberChange, MemberChangeKind, Membership, UserRequest};

/// Who is to go.
#[derive(Clone, Debug)]
pub struct RemoveUser {
    /// The administrator who is signed in.
    pub administrator: Uuid,
    /// Number of the hierarchy.
    pub hierarchy: String,
    /// The membership, or the wish to add somebody that headquarters has not had.
    pub membership: Uuid,
}

/// Removes; answers with the person where there was one.
///
/// # Errors
/// [`ChangeUserError`].
pub async fn remove_user(tx: &mut Tx, wish: &RemoveUser) -> Result<Option<Uuid>, ChangeUserError> {
    if withdraw_wish(tx, wish).await? {
        return Ok(None);
    }
    let managed = managed(tx, wish.administrator, &wish.hierarchy, wish.membership).await?;
    let person = managed.membership.customerid;
    if person == wish.administrator {
        return Err(ChangeUserError::Yourself);
    }
    note(tx, &MemberChange { kind: MemberChangeKind::Remove, ..managed.change(tx) }).await?;
    tx.remove::<Membership>(managed.membership.membershipid).await?;
    let others = Query::of(Membership::NAME).filter(Filter::equals("customerid", person)).limit(1);
    if tx.page(&others).await?.rows.is_empty() {
        remove_person(tx, person).await?;
    }
    Ok(Some(person))
}

/// A wish that headquarters has not had, or refused, is simply gone.
async fn withdraw_wish(tx: &mut Tx, wish: &RemoveUser) -> Result<bool, ChangeUserError> {
    let Some(request) = tx.get::<UserRequest>(wish.membership).await? else { return Ok(false) };
    let own = super::administrator::administrator_of(tx, wish.administrator, &wish.hierarchy).await?;
    let (own, _) = own.ok_or(ChangeUserError::NotAdministrator)?;
    if (&request.company, &request.hierarchy) != (&own.company, &own.hierarchy) || request.is_under_way() {
        return Err(ChangeUserError::NotMember);
    }
    tx.remove::<UserRequest>(request.userrequestid).await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use tables::{Context, Money, Principal, Store};

    use super::super::testing::{organization, person, publish_one, sign_in};
    use super::super::{
        AddUser, ChangeUser, MemberRole, add_user, change_user, mark_member_change, open_member_changes,
        read_feed, write_feed,
    };
    use super::*;
    use crate::requests::testing::each_store;

    async fn remove(store: &Store, by: u128, membership: u128) -> Result<Option<Uuid>, ChangeUserError> {
        let wish = RemoveUser {
            administrator: Uuid::from_u128(by),
            hierarchy: "CH-1".into(),
            membership: Uuid::from_u128(membership),
        };
        store.write(Context::system(), wish, |tx, wish| Box::pin(remove_user(tx, wish))).await
    }

    async fn open(store: &Store) -> Vec<MemberChange> {
        let mut reader = store.read(&Principal::system()).await.unwrap();
        open_member_changes(&mut reader, None, 10).await.unwrap().0
    }

    async fn mark(store: &Store, change: MemberChange, refusal: Option<&str>) {
        let it = (change, refusal.map(str::to_owned));
        store.write(Context::system(), it, |tx, it| Box::pin(mark_member_change(tx, it))).await.unwrap();
    }

    #[tokio::test]
    async fn who_is_removed_is_out_at_once_and_no_late_news_brings_them_back() {
        for (_folder, store) in each_store().await {
            publish_one(&store, &organization()).await.unwrap();
            publish_one(&store, &person("ola@example.com", 1)).await.unwrap();
            let mut user = person("jan@example.com", 2);
            user.memberships[0].role = MemberRole::User;
            publish_one(&store, &user).await.unwrap();

            assert_eq!(remove(&store, 2, 1_001).await, Err(ChangeUserError::NotAdministrator));
            assert_eq!(remove(&store, 1, 1_001).await, Err(ChangeUserError::Yourself));
            assert_eq!(remove(&store, 1, 7).await, Err(ChangeUserError::NotMember));
            assert_eq!(remove(&store, 1, 1_002).await, Ok(Some(Uuid::from_u128(2))));
            assert!(sign_in(&store, "jan@example.com").await.is_none());
            user.customer.as_of = 9;
            publish_one(&store, &user).await.unwrap();
            assert!(sign_in(&store, "jan@example.com").await.is_none(), "headquarters did not know yet");

            let change = open(&store).await.remove(0);
            assert_eq!((change.kind, change.requested_by.as_str()), (MemberChangeKind::Remove, "C-1"));
            mark(&store, change, None).await;
            assert_eq!(open(&store).await, []);
        }
    }

    #[tokio::test]
    async fn a_refused_removal_has_the_person_published_again() {
        for (_folder, store) in each_store().await {
            publish_one(&store, &organization()).await.unwrap();
            publish_one(&store, &person("ola@example.com", 1)).await.unwrap();
            let user = person("jan@example.com", 2);
            publish_one(&store, &user).await.unwrap();
            store.write(Context::system(), (), |tx, ()| Box::pin(write_feed(tx, "3/0", None))).await.unwrap();
            remove(&store, 1, 1_002).await.unwrap();
            mark(&store, open(&store).await.remove(0), Some("no administrator")).await;
            let mut reader = store.read(&Principal::system()).await.unwrap();
            let waiting = read_feed(&mut reader).await.unwrap().unwrap().waiting;
            drop(reader);
            assert_eq!(waiting, Some(user.customer.customerid.to_string()));
            publish_one(&store, &user).await.unwrap();
            assert!(sign_in(&store, "jan@example.com").await.is_some());
        }
    }

    #[tokio::test]
    async fn a_change_waits_and_a_newer_one_takes_its_place() {
        for (_folder, store) in each_store().await {
            publish_one(&store, &organization()).await.unwrap();
            publish_one(&store, &person("ola@example.com", 1)).await.unwrap();
            let mut guest = person("guest@example.com", 2);
            guest.customer.invoice_account = Some("C-900".into());
            publish_one(&store, &guest).await.unwrap();
            let change = |membership: u128, role, limit| ChangeUser {
                administrator: Uuid::from_u128(1),
                hierarchy: "CH-1".into(),
                membership: Uuid::from_u128(membership),
                names: ("Jan".into(), "Kowalski".into()),
                role,
                spending_limit: limit,
            };
            let apply = async |wish: ChangeUser| {
                store.write(Context::system(), wish, |tx, wish| Box::pin(change_user(tx, wish))).await
            };
            let limit = Some(Money::whole(500));
            apply(change(1_001, MemberRole::Admin, limit)).await.unwrap();
            assert_eq!(apply(change(1_001, MemberRole::User, None)).await, Err(ChangeUserError::Yourself));
            apply(change(1_002, MemberRole::User, None)).await.unwrap();
            let first = open(&store).await;
            assert_eq!(first.len(), 2);
            assert_eq!(first[0].last_name.as_deref(), Some("Kowalski"));
            assert_eq!(first[1].last_name, None, "another organization's person keeps their name");
            apply(change(1_002, MemberRole::User, limit)).await.unwrap();
            mark(&store, first[1].clone(), None).await;
            assert_eq!(open(&store).await.len(), 2, "what was wished meanwhile stays open");
        }
    }

    #[tokio::test]
    async fn a_wish_that_nobody_has_had_is_withdrawn() {
        for (_folder, store) in each_store().await {
            publish_one(&store, &organization()).await.unwrap();
            publish_one(&store, &person("ola@example.com", 1)).await.unwrap();
            let wish = AddUser {
                administrator: Uuid::from_u128(1),
                hierarchy: "CH-1".into(),
                first_name: "Jan".into(),
                last_name: "Nowak".into(),
                email: "jan@example.com".into(),
                role: MemberRole::User,
                spending_limit: None,
            };
            let add =
                async |wish| store.write(Context::system(), wish, |tx, it| Box::pin(add_user(tx, it))).await;
            let id = add(wish.clone()).await.unwrap();
            assert_eq!(remove(&store, 1, id.as_u128()).await, Ok(None));
            add(wish).await.unwrap();
            assert_eq!(open(&store).await, []);
        }
    }
}
