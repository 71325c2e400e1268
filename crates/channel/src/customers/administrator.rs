//! Who may manage an organization's users: its administrators.

use tables::uuid::Uuid;
use tables::{Filter, Reader, Result, Tx};

use super::{Customer, MemberRole, Membership};

/// The membership by which this person administers the hierarchy, with the person as a customer;
/// `None` where the person does not.
pub(super) async fn administrator_of(
    tx: &mut Tx,
    person: Uuid,
    hierarchy: &str,
) -> Result<Option<(Membership, Customer)>> {
    let Some(membership) = tx.find::<Membership>(own(person, hierarchy)).await? else { return Ok(None) };
    Ok(tx.get(person).await?.map(|customer| (membership, customer)))
}

/// The same for whoever only looks.
pub(super) async fn administers(
    reader: &mut Reader,
    person: Uuid,
    hierarchy: &str,
) -> Result<Option<Membership>> {
    reader.find(own(person, hierarchy)).await
}

fn own(person: Uuid, hierarchy: &str) -> Filter {
    Filter::equals("customerid", person)
        .and(Filter::equals("hierarchy", hierarchy))
        .and(Filter::equals("role", MemberRole::Admin))
}
