//! Join: a person becomes a member of a hierarchy, pending until job 1010 has told the store, and
//! then the person.

use tables::{Filter, Money, Result, Tx};

use super::{CustomerHierarchyMember, MemberRole, MemberStatus};
use crate::customers::Customer;

/// The person is a pending member in this role now, whatever it was before.
///
/// # Errors
/// As any write.
pub async fn join(
    tx: &mut Tx,
    hierarchy: &str,
    person: &Customer,
    role: MemberRole,
    spending_limit: Option<Money>,
) -> Result<()> {
    let company = person.data_area_id.as_str();
    let filter = Filter::equals("dataAreaId", company)
        .and(Filter::equals("CustomerHierarchyId", hierarchy))
        .and(Filter::equals("CustomerAccount", person.customer_account.as_str()));
    if let Some(member) = tx.find::<CustomerHierarchyMember>(filter).await? {
        let status = MemberStatus::Pending;
        tx.save(&CustomerHierarchyMember { role, status, ..member }).await?;
        return Ok(());
    }
    let member = CustomerHierarchyMember {
        external_row_id: tx.new_id(),
        data_area_id: company.into(),
        customer_hierarchy_id: hierarchy.into(),
        customer_account: person.customer_account.clone(),
        role,
        status: MemberStatus::Pending,
        email: person.primary_contact_email.clone(),
        spending_limit,
    };
    tx.insert(&member).await?;
    Ok(())
}
