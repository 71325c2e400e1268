//! Establish: an organization gets its hierarchy, with an administrator.
//!
//! The administrator is pending until job 1010 has told the store, and then the person.

use tables::{Filter, Result, Tx};

use super::{CustomerHierarchy, CustomerHierarchyMember, MemberRole, MemberStatus, PURPOSE_B2B};
use crate::customers::Customer;
use crate::number_sequences::{Sequence, next_number};

/// The number of the organization's hierarchy, which has `administrator` as a pending Admin now.
/// An organization that is a partner already keeps its hierarchy, and the person joins it.
///
/// # Errors
/// As any write.
pub async fn establish(tx: &mut Tx, organization: &Customer, administrator: &Customer) -> Result<String> {
    let hierarchy = match of_organization(tx, organization).await? {
        Some(hierarchy) => hierarchy,
        None => make(tx, organization).await?,
    };
    let number = hierarchy.customer_hierarchy_id;
    let company = organization.data_area_id.as_str();
    let filter = Filter::equals("dataAreaId", company)
        .and(Filter::equals("CustomerHierarchyId", number.as_str()))
        .and(Filter::equals("CustomerAccount", administrator.customer_account.as_str()));
    if let Some(member) = tx.find::<CustomerHierarchyMember>(filter).await? {
        let (role, status) = (MemberRole::Admin, MemberStatus::Pending);
        tx.save(&CustomerHierarchyMember { role, status, ..member }).await?;
        return Ok(number);
    }
    let member = CustomerHierarchyMember {
        external_row_id: tx.new_id(),
        data_area_id: company.into(),
        customer_hierarchy_id: number.clone(),
        customer_account: administrator.customer_account.clone(),
        role: MemberRole::Admin,
        status: MemberStatus::Pending,
        email: administrator.primary_contact_email.clone(),
        spending_limit: None,
    };
    tx.insert(&member).await?;
    Ok(number)
}

async fn of_organization(tx: &mut Tx, organization: &Customer) -> Result<Option<CustomerHierarchy>> {
    let account = organization.customer_account.as_str();
    let filter = Filter::equals("dataAreaId", organization.data_area_id.as_str())
        .and(Filter::equals("OrganizationCustomerAccount", account));
    tx.find(filter).await
}

async fn make(tx: &mut Tx, organization: &Customer) -> Result<CustomerHierarchy> {
    let company = organization.data_area_id.as_str();
    let account = &organization.customer_account;
    let hierarchy = CustomerHierarchy {
        external_row_id: tx.new_id(),
        data_area_id: company.into(),
        customer_hierarchy_id: next_number(tx, company, Sequence::CustomerHierarchyId).await?,
        name: organization.organization_name.clone().unwrap_or_else(|| account.clone()),
        purpose: PURPOSE_B2B.into(),
        organization_customer_account: account.clone(),
    };
    tx.insert(&hierarchy).await?;
    Ok(hierarchy)
}
