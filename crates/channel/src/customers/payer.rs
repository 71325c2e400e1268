//! The payer: whoever is invoiced for what an organization orders.

use tables::{Filter, Reader, Result};

use super::{Customer, Membership};

/// The customer whose credit counts for whoever acts by this membership; `None` where the store does
/// not know it yet.
///
/// # Errors
/// As any read.
pub async fn find_payer(reader: &mut Reader, membership: &Membership) -> Result<Option<Customer>> {
    let company = membership.company.as_str();
    let of = |account: &str| Filter::equals("company", company).and(Filter::equals("account", account));
    let organization: Option<Customer> = reader.find(of(&membership.organization_account)).await?;
    match organization.as_ref().and_then(|organization| organization.invoice_account.clone()) {
        Some(account) if account != membership.organization_account => reader.find(of(&account)).await,
        _ => Ok(organization),
    }
}
