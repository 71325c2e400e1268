//! Who somebody is: by e-mail address when they sign in, by id from then on.

use tables::uuid::Uuid;
use tables::{Filter, Query, Reader, Result, Table as _};

use super::{Customer, Membership, Person};

/// All that the store knows of somebody who signs in.
#[derive(Clone, Debug, PartialEq)]
pub struct SignIn {
    /// With the hash of the password; where there is none yet, nobody gets in.
    pub person: Person,
    /// The person as a customer.
    pub customer: Customer,
    /// The organizations that the person acts for.
    pub memberships: Vec<Membership>,
}

/// The person of this company with this address, however its letters are cased.
///
/// # Errors
/// As any read.
pub async fn find_by_email(reader: &mut Reader, company: &str, email: &str) -> Result<Option<SignIn>> {
    let filter = Filter::equals("company", company).and(Filter::equals("email", email));
    match reader.find::<Person>(filter).await? {
        Some(person) => complete(reader, person).await,
        None => Ok(None),
    }
}

/// The person with this id, if the store still knows it.
///
/// # Errors
/// As any read.
pub async fn find_by_id(reader: &mut Reader, person: Uuid) -> Result<Option<SignIn>> {
    match reader.get::<Person>(person).await? {
        Some(person) => complete(reader, person).await,
        None => Ok(None),
    }
}

async fn complete(reader: &mut Reader, person: Person) -> Result<Option<SignIn>> {
    let Some(customer) = reader.get::<Customer>(person.personid).await? else { return Ok(None) };
    let of_person = Filter::equals("customerid", person.personid);
    let query = Query::of(Membership::NAME).filter(of_person).order_by("hierarchy");
    let memberships = reader.list(query).await?;
    Ok(Some(SignIn { person, customer, memberships }))
}
