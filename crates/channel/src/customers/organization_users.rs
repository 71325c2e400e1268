//! The users of an organization, as its administrators see them.

use tables::uuid::Uuid;
use tables::{Cursor, Filter, Query, Reader, Result, Table as _};

use super::administrator::administers;
use super::{Customer, MemberChange, Membership, Person, UserRequest, UserSettings};

/// A user of an organization.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganizationUser {
    /// The membership.
    pub membership: Membership,
    /// The person as a customer.
    pub customer: Customer,
    /// Whether the person has set a password.
    pub has_password: bool,
    /// What headquarters has not done yet, or refused.
    pub change: Option<MemberChange>,
}

impl OrganizationUser {
    /// What administrators have set of it, be it on its way to headquarters still.
    #[must_use]
    pub fn settings(&self) -> UserSettings {
        UserSettings::of(&self.membership, &self.customer, self.change.as_ref())
    }
}

/// The users of an organization.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OrganizationUsers {
    /// Those who can act, a page of them by when they came.
    pub users: Vec<OrganizationUser>,
    /// Where the next page begins.
    pub next: Option<Cursor>,
    /// Those who were added and are not there yet, all of them.
    pub wishes: Vec<UserRequest>,
}

/// A page of the users of the hierarchy; `None` where `administrator` does not administer it.
///
/// # Errors
/// As any read.
pub async fn organization_users(
    reader: &mut Reader,
    administrator: Uuid,
    hierarchy: &str,
    after: Option<Cursor>,
    limit: u32,
) -> Result<Option<OrganizationUsers>> {
    let Some(own) = administers(reader, administrator, hierarchy).await? else { return Ok(None) };
    let of_hierarchy =
        Filter::equals("company", own.company.as_str()).and(Filter::equals("hierarchy", hierarchy));
    let mut query =
        Query::of(Membership::NAME).filter(of_hierarchy.clone()).order_by("createdon").limit(limit);
    query.after = after;
    let page = reader.page(&query).await?;
    let mut users = Vec::with_capacity(page.rows.len());
    for row in &page.rows {
        users.extend(user(reader, Membership::from_row(row)?).await?);
    }
    let wishes = Query::of(UserRequest::NAME)
        .filter(of_hierarchy)
        .order_by("requested_at")
        .limit(super::USER_REQUESTS_OPEN_MAX * 2);
    Ok(Some(OrganizationUsers { users, next: page.next, wishes: reader.list(wishes).await? }))
}

/// One user of the hierarchy; `None` where there is none, or where `administrator` may not see it.
///
/// # Errors
/// As any read.
pub async fn organization_user(
    reader: &mut Reader,
    administrator: Uuid,
    hierarchy: &str,
    membership: Uuid,
) -> Result<Option<OrganizationUser>> {
    let Some(own) = administers(reader, administrator, hierarchy).await? else { return Ok(None) };
    let membership: Option<Membership> = reader.get(membership).await?;
    match membership.filter(|one| (&one.company, &one.hierarchy) == (&own.company, &own.hierarchy)) {
        Some(membership) => user(reader, membership).await,
        None => Ok(None),
    }
}

async fn user(reader: &mut Reader, membership: Membership) -> Result<Option<OrganizationUser>> {
    let id = membership.customerid;
    let Some(customer) = reader.get::<Customer>(id).await? else { return Ok(None) };
    let person: Option<Person> = reader.get(id).await?;
    let has_password = person.is_some_and(|person| person.credential.is_some());
    let change = reader.get(membership.membershipid).await?;
    Ok(Some(OrganizationUser { membership, customer, has_password, change }))
}
