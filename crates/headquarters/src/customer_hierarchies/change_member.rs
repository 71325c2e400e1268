//! Change member: what an administrator of the organization wished in the store for a colleague.

use tables::uuid::Uuid;
use tables::{Error, Filter, Money, Tx};

use super::{CustomerHierarchyMember, MemberRole, MemberStatus};
use crate::customers::{Customer, by_account};

/// What is to become of a member.
#[derive(Clone, Debug)]
pub struct ChangeMember {
    /// The member.
    pub member: Uuid,
    /// Account of the administrator.
    pub requested_by: String,
    /// What.
    pub wish: Wish,
}

/// What is to become of a member.
#[derive(Clone, Debug)]
pub enum Wish {
    /// Other rights.
    Change {
        /// First and last name; nothing: as they are.
        names: Option<(String, String)>,
        /// What the person may do.
        role: MemberRole,
        /// Most that the person may spend at a time.
        spending_limit: Option<Money>,
    },
    /// The person leaves the organization and stays a customer.
    Remove,
}

/// What it came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done.
    Changed,
    /// It was so before.
    AlreadySo,
}

/// Why nothing was changed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ChangeMemberError {
    /// Nobody to change.
    #[error("The person does not belong to the organization any more.")]
    NoMember,
    /// Who asks is no administrator of it, or not any more.
    #[error("{0} is no active administrator of the organization any more. Let another one do it.")]
    NotAdministrator(String),
    /// Nobody takes their own rights away.
    #[error("{0} cannot remove themselves or give up their own role. Let another administrator do it.")]
    Yourself(String),
    /// The store of rows refused.
    #[error(transparent)]
    Tables(#[from] Error),
}

/// Changes or removes. Said twice, it happens once.
///
/// # Errors
/// [`ChangeMemberError`].
pub async fn change_member(tx: &mut Tx, command: &ChangeMember) -> Result<Outcome, ChangeMemberError> {
    let Some(member) = tx.get::<CustomerHierarchyMember>(command.member).await? else {
        return match command.wish {
            Wish::Remove => Ok(Outcome::AlreadySo),
            Wish::Change { .. } => Err(ChangeMemberError::NoMember),
        };
    };
    let by = &command.requested_by;
    require_administrator(tx, &member, by).await?;
    let (role, removed) = match &command.wish {
        Wish::Change { role, .. } => (*role, false),
        Wish::Remove => (member.role, true),
    };
    if member.customer_account == *by && (removed || role != member.role) {
        return Err(ChangeMemberError::Yourself(by.clone()));
    }
    match &command.wish {
        Wish::Remove => {
            tx.remove::<CustomerHierarchyMember>(command.member).await?;
            Ok(Outcome::Changed)
        }
        Wish::Change { names, role, spending_limit } => {
            let renamed = match names {
                Some(names) => rename(tx, &member, names).await?,
                None => false,
            };
            let (role, spending_limit) = (*role, *spending_limit);
            let saved = tx.save(&CustomerHierarchyMember { role, spending_limit, ..member }).await?;
            Ok(if saved.changed || renamed { Outcome::Changed } else { Outcome::AlreadySo })
        }
    }
}

async fn require_administrator(
    tx: &mut Tx,
    member: &CustomerHierarchyMember,
    account: &str,
) -> Result<(), ChangeMemberError> {
    let own = Filter::equals("dataAreaId", member.data_area_id.as_str())
        .and(Filter::equals("CustomerHierarchyId", member.customer_hierarchy_id.as_str()))
        .and(Filter::equals("CustomerAccount", account));
    let asks: Option<CustomerHierarchyMember> = tx.find(own).await?;
    match asks.is_some_and(|asks| asks.role == MemberRole::Admin && asks.status == MemberStatus::Active) {
        true => Ok(()),
        false => Err(ChangeMemberError::NotAdministrator(account.to_owned())),
    }
}

async fn rename(
    tx: &mut Tx,
    member: &CustomerHierarchyMember,
    (first, last): &(String, String),
) -> Result<bool, ChangeMemberError> {
    let person = by_account(tx, &member.data_area_id, &member.customer_account).await?;
    let person = person.ok_or(ChangeMemberError::NoMember)?;
    let (person_first_name, person_last_name) = (Some(first.clone()), Some(last.clone()));
    Ok(tx.save(&Customer { person_first_name, person_last_name, ..person }).await?.changed)
}

#[cfg(test)]
mod tests {
    use tables::{Context, Store};

    use super::super::{AddUser, add_user};
    use super::*;
    use crate::testing::{all, approve_as, each_store, open_prospect};

    async fn save(store: &Store, member: CustomerHierarchyMember) {
        store
            .write(Context::system(), member, |tx, member| {
                Box::pin(async move { tx.save(member).await.map(|_| ()) })
            })
            .await
            .unwrap();
    }

    async fn apply(
        store: &Store,
        (member, by): (Uuid, &str),
        wish: Wish,
    ) -> Result<Outcome, ChangeMemberError> {
        let command = ChangeMember { member, requested_by: by.into(), wish };
        store.write(Context::system(), command, |tx, it| Box::pin(change_member(tx, it))).await
    }

    #[tokio::test]
    async fn an_active_administrator_changes_others_and_nobody_else_does() {
        for (_folder, store) in each_store().await {
            let prospect = open_prospect(&store).await;
            approve_as(Context::system(), &store, prospect).await.unwrap();
            let ola = all::<CustomerHierarchyMember>(&store).await.remove(0);
            let ola = CustomerHierarchyMember { status: MemberStatus::Active, ..ola };
            save(&store, ola.clone()).await;
            let wish = AddUser {
                id: Uuid::from_u128(7),
                company: ola.data_area_id.clone(),
                hierarchy: ola.customer_hierarchy_id.clone(),
                requested_by: ola.customer_account.clone(),
                first_name: "Jan".into(),
                last_name: "Nowka".into(),
                email: "jan@nowak.example".into(),
                role: MemberRole::User,
                spending_limit: None,
            };
            store.write(Context::system(), wish, |tx, wish| Box::pin(add_user(tx, wish))).await.unwrap();
            let jan = all::<CustomerHierarchyMember>(&store).await.remove(1);
            let (of_jan, of_ola) = (jan.external_row_id, ola.external_row_id);
            let (by_ola, by_jan) = (ola.customer_account.as_str(), jan.customer_account.as_str());
            let change = |role| Wish::Change {
                names: Some(("Jan".into(), "Nowak".into())),
                role,
                spending_limit: Some(Money::whole(9)),
            };

            let refused = Err(ChangeMemberError::NotAdministrator(by_jan.into()));
            assert_eq!(apply(&store, (of_ola, by_jan), Wish::Remove).await, refused);
            let refused = Err(ChangeMemberError::Yourself(by_ola.into()));
            assert_eq!(apply(&store, (of_ola, by_ola), Wish::Remove).await, refused);
            assert_eq!(apply(&store, (of_ola, by_ola), change(MemberRole::User)).await, refused);
            for expected in [Outcome::Changed, Outcome::AlreadySo] {
                assert_eq!(apply(&store, (of_jan, by_ola), change(MemberRole::User)).await, Ok(expected));
            }
            let people: Vec<Customer> = all(&store).await;
            assert!(people.iter().any(|person| person.person_last_name.as_deref() == Some("Nowak")));

            let disabled = CustomerHierarchyMember { status: MemberStatus::Disabled, ..ola.clone() };
            save(&store, disabled).await;
            let refused = Err(ChangeMemberError::NotAdministrator(by_ola.into()));
            assert_eq!(apply(&store, (of_jan, by_ola), Wish::Remove).await, refused);
            save(&store, ola.clone()).await;
            for expected in [Outcome::Changed, Outcome::AlreadySo] {
                assert_eq!(apply(&store, (of_jan, by_ola), Wish::Remove).await, Ok(expected));
            }
            let gone = apply(&store, (of_jan, by_ola), change(MemberRole::User)).await;
            assert_eq!(gone, Err(ChangeMemberError::NoMember));
        }
    }
}
