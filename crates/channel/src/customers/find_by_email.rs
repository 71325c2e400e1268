//! Find by e-mail address: somebody signs in.

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
    let Some(person) = reader.find::<Person>(filter).await? else { return Ok(None) };
    let Some(customer) = reader.get::<Customer>(person.personid).await? else { return Ok(None) };
    let of_person = Filter::equals("customerid", person.personid);
    let query = Query::of(Membership::NAME).filter(of_person).order_by("hierarchy");
    let memberships = reader.list(query).await?;
    Ok(Some(SignIn { person, customer, memberships }))
}
