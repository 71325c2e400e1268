//! Add user: a colleague whom a partner's administrator named becomes a person of the organization,
//! invoiced to it.

use tables::uuid::Uuid;
use tables::{Change, Error, Filter, Money, Table as _, Tx, Value};

use super::{CustomerHierarchy, CustomerHierarchyMember, MemberRole, MemberStatus, join};
use crate::customers::{Customer, PartnerStatus, PartyType, by_account};

/// Who is to be added, to what, by whom.
#[derive(Clone, Debug)]
pub struct AddUser {
    /// Id of the person, where it is a new one.
    pub id: Uuid,
    /// Company.
    pub company: String,
    /// Number of the hierarchy.
    pub hierarchy: String,
    /// Account of the administrator.
    pub requested_by: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address.
    pub email: String,
    /// What the person may do.
    pub role: MemberRole,
    /// Most that the person may spend at a time.
    pub spending_limit: Option<Money>,
}

/// What it came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A member, pending until the store knows.
    Added,
    /// A member already; nothing happened.
    AlreadyMember,
}

/// Why nobody was added. Nothing was written.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum AddUserError {
    /// The hierarchy is gone.
    #[error("The customer hierarchy {0} does not exist any more.")]
    NoHierarchy(String),
    /// Who asks is no administrator of it, or not any more.
    #[error("{0} is no active administrator of the organization any more. Let another one add the user.")]
    NotAdministrator(String),
    /// The store of rows refused.
    #[error(transparent)]
    Tables(#[from] Error),
}

/// Adds. Said twice, it happens once. A person who signs in by this address already joins, and goes
/// on being invoiced where it is.
///
/// # Errors
/// [`AddUserError`].
pub async fn add_user(tx: &mut Tx, wish: &AddUser) -> Result<Outcome, AddUserError> {
    let of_number = Filter::equals("dataAreaId", wish.company.as_str())
        .and(Filter::equals("CustomerHierarchyId", wish.hierarchy.as_str()));
    let hierarchy: Option<CustomerHierarchy> = tx.find(of_number.clone()).await?;
    let hierarchy = hierarchy.ok_or_else(|| AddUserError::NoHierarchy(wish.hierarchy.clone()))?;
    let member = |account: &str| of_number.clone().and(Filter::equals("CustomerAccount", account));
    let asks: Option<CustomerHierarchyMember> = tx.find(member(&wish.requested_by)).await?;
    if !asks.is_some_and(|asks| asks.role == MemberRole::Admin && asks.status == MemberStatus::Active) {
        return Err(AddUserError::NotAdministrator(wish.requested_by.clone()));
    }
    let by_address = Filter::equals("dataAreaId", wish.company.as_str())
        .and(Filter::equals("PartyType", PartyType::Person))
        .and(Filter::equals("PrimaryContactEmail", wish.email.as_str()))
        .and(Filter::equals("PartnerStatus", PartnerStatus::Active));
    let person = match tx.find::<Customer>(by_address).await? {
        Some(person) => {
            let known: Option<CustomerHierarchyMember> = tx.find(member(&person.customer_account)).await?;
            if known.is_some_and(|known| known.status != MemberStatus::Disabled) {
                return Ok(Outcome::AlreadyMember);
            }
            person
        }
        None => make(tx, wish, &hierarchy).await?,
    };
    join(tx, &wish.hierarchy, &person, wish.role, wish.spending_limit).await?;
    Ok(Outcome::Added)
}

async fn make(tx: &mut Tx, wish: &AddUser, hierarchy: &CustomerHierarchy) -> Result<Customer, AddUserError> {
    let organization = by_account(tx, &wish.company, &hierarchy.organization_customer_account).await?;
    let language = organization.and_then(|organization| organization.language_id);
    let values: Vec<(String, Value)> = vec![
        ("dataAreaId".into(), wish.company.as_str().into()),
        ("PartyType".into(), PartyType::Person.into()),
        ("PersonFirstName".into(), wish.first_name.as_str().into()),
        ("PersonLastName".into(), wish.last_name.as_str().into()),
        ("PrimaryContactEmail".into(), wish.email.as_str().into()),
        ("InvoiceAccount".into(), hierarchy.organization_customer_account.as_str().into()),
        ("CustomerHierarchyId".into(), wish.hierarchy.as_str().into()),
        ("PartnerStatus".into(), PartnerStatus::Active.into()),
        ("LanguageId".into(), language.into()),
    ];
    tx.write_one(Change::create(Customer::NAME, values).with_id(wish.id).by_code()).await?;
    // Read back, because its numbers come from a rule.
    let made: Option<Customer> = tx.get(wish.id).await?;
    made.ok_or_else(|| Error::internal("a customer is gone that was just made").into())
}
