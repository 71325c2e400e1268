//! Establish: an organization gets its hierarchy, with an administrator.

use tables::{Filter, Result, Tx};

use super::{CustomerHierarchy, MemberRole, PURPOSE_B2B, join};
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
    join(tx, &hierarchy.customer_hierarchy_id, administrator, MemberRole::Admin, None).await?;
    Ok(hierarchy.customer_hierarchy_id)
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
