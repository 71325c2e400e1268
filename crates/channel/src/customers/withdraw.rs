//! Withdraw: the store may not know a customer any more.

use tables::uuid::Uuid;
use tables::{Filter, Query, Result, Table, Tx};

use super::{Customer, MemberChange, Membership, PasswordRequest, Person, StoredToken};

/// Removes the customer with all that hangs on it, password included; false when it was gone.
///
/// # Errors
/// As any write.
pub async fn withdraw(tx: &mut Tx, customer: &Uuid) -> Result<bool> {
    if tx.get::<Customer>(*customer).await?.is_none() {
        return Ok(false);
    }
    remove_person(tx, *customer).await?;
    remove_all::<MemberChange>(tx, Filter::equals("customerid", *customer)).await?;
    remove_all::<Membership>(tx, Filter::equals("customerid", *customer)).await?;
    tx.remove::<Customer>(*customer).await?;
    Ok(true)
}

/// The customer that a membership is of: headquarters cannot say once its own row is gone.
///
/// # Errors
/// As any read.
pub async fn customer_of_membership(reader: &mut tables::Reader, membership: Uuid) -> Result<Option<Uuid>> {
    Ok(reader.get::<Membership>(membership).await?.map(|known| known.customerid))
}

/// The person cannot sign in any more; false when nobody could.
pub(super) async fn remove_person(tx: &mut Tx, person: Uuid) -> Result<bool> {
    if tx.get::<Person>(person).await?.is_none() {
        return Ok(false);
    }
    remove_all::<StoredToken>(tx, Filter::equals("personid", person)).await?;
    remove_all::<PasswordRequest>(tx, Filter::equals("personid", person)).await?;
    tx.remove::<Person>(person).await?;
    Ok(true)
}

/// Removes all rows that fulfil the filter: few, by the nature of what asks.
pub(super) async fn remove_all<T: Table>(tx: &mut Tx, filter: Filter) -> Result<()> {
    for row in tx.page(&Query::of(T::NAME).filter(filter)).await?.rows {
        tx.remove::<T>(row.id()).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use tables::{Context, Principal};

    use super::super::testing::{invite_one, organization, person, publish_one, sign_in};
    use super::*;
    use crate::requests::testing::each_store;

    #[tokio::test]
    async fn what_is_withdrawn_leaves_nothing_behind() {
        for (_folder, store) in each_store().await {
            publish_one(&store, &organization()).await.unwrap();
            let ola = person("ola@example.com", 1);
            publish_one(&store, &ola).await.unwrap();
            invite_one(&store, ola.customer.customerid).await;
            let mut reader = store.read(&Principal::system()).await.unwrap();
            let membership = ola.memberships[0].membershipid;
            let of = customer_of_membership(&mut reader, membership).await.unwrap();
            assert_eq!(of, Some(ola.customer.customerid));
            drop(reader);
            for expected in [true, false] {
                let id = ola.customer.customerid;
                let gone =
                    store.write(Context::system(), id, |tx, id| Box::pin(withdraw(tx, id))).await.unwrap();
                assert_eq!(gone, expected);
            }
            assert!(sign_in(&store, "ola@example.com").await.is_none());
            let mut reader = store.read(&Principal::system()).await.unwrap();
            for table in ["membership", "person", "passwordtoken"] {
                assert!(reader.page(&Query::of(table)).await.unwrap().rows.is_empty(), "{table}");
            }
            assert_eq!(reader.page(&Query::of("customer")).await.unwrap().rows.len(), 1);
        }
    }
}
