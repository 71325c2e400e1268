//! Which customers the store may know, and what of them.

use std::collections::HashMap;

use channel::customers as store;
use tables::log::Position;
use tables::uuid::Uuid;
use tables::{Filter, Query, Reader, Result, Row, Table as _, Value};

use crate::customer_hierarchies::{CustomerHierarchy, CustomerHierarchyMember, MemberRole, MemberStatus};
use crate::customers::{Customer, OnHoldStatus, PartnerStatus, PartyType};

/// What the store is to know of one customer; `None` when that is nothing.
pub type News = (Uuid, Option<store::Publication>);

/// Reads these customers with all that belongs to them, as it stands now.
///
/// # Errors
/// As any read.
pub async fn read(reader: &mut Reader, ids: &[Uuid]) -> Result<Vec<News>> {
    // Before the rows: whoever reads later knows at least as much.
    let as_of = reader.log_end().await?;
    let rows = reader.get_rows(Customer::NAME, ids).await?;
    let customers = rows.iter().map(Customer::from_row).collect::<Result<Vec<_>>>()?;
    let accounts = customers.iter().map(|customer| customer.customer_account.as_str());
    let members: Vec<CustomerHierarchyMember> = all_in(reader, "CustomerAccount", accounts).await?;
    let numbers = members.iter().map(|member| member.customer_hierarchy_id.as_str());
    let hierarchies: Vec<CustomerHierarchy> = all_in(reader, "CustomerHierarchyId", numbers).await?;
    let by_number: HashMap<(&str, &str), &CustomerHierarchy> = hierarchies
        .iter()
        .map(|one| ((one.data_area_id.as_str(), one.customer_hierarchy_id.as_str()), one))
        .collect();
    let mut known: HashMap<Uuid, store::Publication> = HashMap::new();
    for customer in customers {
        let memberships = members
            .iter()
            .filter(|member| {
                member.customer_account == customer.customer_account
                    && member.data_area_id == customer.data_area_id
            })
            .filter_map(|member| {
                let key = (member.data_area_id.as_str(), member.customer_hierarchy_id.as_str());
                membership(member, &customer, by_number.get(&key)?)
            })
            .collect();
        let id = customer.external_row_id;
        known.extend(publication(customer, memberships, as_of).map(|publication| (id, publication)));
    }
    Ok(ids.iter().map(|id| (*id, known.remove(id))).collect())
}

/// All rows in which this column has one of these values.
async fn all_in<T: tables::Table>(
    reader: &mut Reader,
    column: &str,
    values: impl Iterator<Item = &str>,
) -> Result<Vec<T>> {
    let values: Vec<Value> = values.map(Value::from).collect();
    let mut query = Query::of(T::NAME).filter(Filter::In(column.into(), values));
    let mut rows = Vec::new();
    loop {
        let page = reader.page(&query).await?;
        rows.extend(page.rows.iter().map(T::from_row).collect::<Result<Vec<_>>>()?);
        query.after = page.next;
        if query.after.is_none() {
            return Ok(rows);
        }
    }
}

/// Ordinary customers and partners; not those who may become partners or did not.
fn publication(
    customer: Customer,
    memberships: Vec<store::Membership>,
    as_of: Position,
) -> Option<store::Publication> {
    match customer.partner_status {
        PartnerStatus::None | PartnerStatus::Active => {}
        PartnerStatus::Prospective | PartnerStatus::Declined => return None,
    }
    let person = customer.party_type == PartyType::Person;
    let names = [customer.person_first_name.as_deref(), customer.person_last_name.as_deref()];
    let name = match &customer.organization_name {
        Some(name) if !person => name.clone(),
        _ => names.into_iter().flatten().collect::<Vec<_>>().join(" "),
    };
    let customer = store::Customer {
        customerid: customer.external_row_id,
        company: customer.data_area_id,
        account: customer.customer_account,
        party_type: if person { store::PartyType::Person } else { store::PartyType::Organization },
        name,
        first_name: customer.person_first_name,
        last_name: customer.person_last_name,
        email: customer.primary_contact_email,
        phone: customer.primary_contact_phone,
        language: customer.language_id,
        currency: customer.sales_currency_code,
        credit_limit: customer.credit_limit,
        balance: customer.balance,
        invoice_account: customer.invoice_account,
        on_hold: word(customer.on_hold_status).into(),
        as_of: as_of.transaction,
    };
    Some(store::Publication { customer, memberships })
}

fn word(status: OnHoldStatus) -> &'static str {
    match status {
        OnHoldStatus::No => "No",
        OnHoldStatus::Invoice => "Invoice",
        OnHoldStatus::All => "All",
        OnHoldStatus::Payment => "Payment",
        OnHoldStatus::Requisition => "Requisition",
        OnHoldStatus::Never => "Never",
    }
}

/// A member as the store knows it. One that is pending waits for nothing but this.
fn membership(
    member: &CustomerHierarchyMember,
    customer: &Customer,
    hierarchy: &CustomerHierarchy,
) -> Option<store::Membership> {
    match member.status {
        MemberStatus::Pending | MemberStatus::Active => {}
        MemberStatus::Disabled => return None,
    }
    Some(store::Membership {
        membershipid: member.external_row_id,
        customerid: customer.external_row_id,
        company: member.data_area_id.clone(),
        hierarchy: member.customer_hierarchy_id.clone(),
        hierarchy_name: hierarchy.name.clone(),
        organization_account: hierarchy.organization_customer_account.clone(),
        role: match member.role {
            MemberRole::Admin => store::MemberRole::Admin,
            MemberRole::User => store::MemberRole::User,
        },
        spending_limit: member.spending_limit,
    })
}

/// The customers that a changed row of headquarters concerns, where its row is still there.
///
/// # Errors
/// As any read.
pub async fn concerned(reader: &mut Reader, table: &str, ids: &[Uuid]) -> Result<Vec<Uuid>> {
    let rows = reader.get_rows(table, ids).await?;
    let members = match table {
        Customer::NAME => return Ok(ids.to_vec()),
        CustomerHierarchyMember::NAME => {
            rows.iter().map(CustomerHierarchyMember::from_row).collect::<Result<Vec<_>>>()?
        }
        _ => {
            let numbers: Vec<&str> = rows.iter().filter_map(number).collect();
            all_in(reader, "CustomerHierarchyId", numbers.into_iter()).await?
        }
    };
    let accounts = members.iter().map(|member| member.customer_account.as_str());
    let customers: Vec<Customer> = all_in(reader, "CustomerAccount", accounts).await?;
    Ok(customers.iter().map(|customer| customer.external_row_id).collect())
}

fn number(hierarchy: &Row) -> Option<&str> {
    hierarchy.get("CustomerHierarchyId").as_text()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::customer;

    #[test]
    fn only_ordinary_customers_and_partners_are_for_the_store() {
        for (status, expected) in [
            (PartnerStatus::None, true),
            (PartnerStatus::Active, true),
            (PartnerStatus::Prospective, false),
            (PartnerStatus::Declined, false),
        ] {
            let customer = Customer { partner_status: status, ..customer(PartyType::Person) };
            let published = publication(customer, Vec::new(), Position::default());
            assert_eq!(published.is_some(), expected, "{status:?}");
            if let Some(published) = published {
                assert_eq!(published.customer.name, "Ola Nowak");
            }
        }
        let organization =
            Customer { partner_status: PartnerStatus::Active, ..customer(PartyType::Organization) };
        let published = publication(organization, Vec::new(), Position::default()).unwrap();
        assert_eq!(published.customer.name, "Nowak Trading");
    }
}
