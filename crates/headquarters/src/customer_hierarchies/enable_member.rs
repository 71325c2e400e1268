//! Enable or disable a member: whether a person may act for the organization.

use tables::uuid::Uuid;
use tables::{Change, ColumnValue as _, Result, Table as _, Tx};

use super::{CustomerHierarchyMember, MemberStatus};

/// Lets the person act again, or not any more; false where it was so. Who is let in waits for job
/// 1010, which tells the store.
///
/// # Errors
/// As any write; [`tables::Error::NotFound`] where nobody is a member by this id.
pub async fn enable_member(tx: &mut Tx, member: Uuid, enabled: bool) -> Result<bool> {
    let missing = || tables::Error::NotFound { table: "customerhierarchymember".into(), id: member };
    let known: CustomerHierarchyMember = tx.get(member).await?.ok_or_else(missing)?;
    let status = match (enabled, known.status) {
        (true, MemberStatus::Disabled) => MemberStatus::Pending,
        (true, status) => status,
        (false, _) => MemberStatus::Disabled,
    };
    // By hand, so that the organization keeps an administrator.
    let values = vec![("Status".to_owned(), status.to_value())];
    let written = tx.write_one(Change::update(CustomerHierarchyMember::NAME, member, values)).await?;
    Ok(written.changed)
}
