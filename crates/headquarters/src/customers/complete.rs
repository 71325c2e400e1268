//! What every customer gets, whoever writes it: company, numbers, currency, its place as a partner.

use std::sync::Arc;

use tables::{
    ColumnValue as _, Draft, Error, Filter, Moment, Operation, Privilege, Query, Result, Right, Rule,
    Table as _, Tx, Value,
};

use super::{Customer, PartnerStatus, PartyType, ProspectRole};
use crate::customer_groups::CustomerGroup;
use crate::legal_entities;
use crate::number_sequences::{Sequence, next_number};
use crate::payment_terms::PaymentTerm;
use crate::prospects::{Prospect, ProspectStatus};

/// Numbers and status come from rows that the caller need not see.
const RIGHTS: &[Right] = &[
    Right { privilege: Privilege::Read, table: "legalentity" },
    Right { privilege: Privilege::Read, table: "numbersequence" },
    Right { privilege: Privilege::Write, table: "numbersequence" },
    Right { privilege: Privilege::Read, table: "prospect" },
    Right { privilege: Privilege::Read, table: "customer" },
    Right { privilege: Privilege::Read, table: "customergroup" },
    Right { privilege: Privilege::Read, table: "paymentterm" },
];

/// The rule.
#[must_use]
pub fn rule() -> Rule {
    Rule {
        name: "complete a customer",
        table: Customer::NAME,
        moment: Moment::Before,
        operations: &[Operation::Create, Operation::Update],
        rights: RIGHTS,
        run: Arc::new(|tx, draft| Box::pin(complete(tx, draft))),
    }
}

/// Most employees of an organization, as everywhere else. The column holds more, so that a row from
/// before can still be changed.
const EMPLOYEES_MAX: i64 = 1_000_000;

async fn complete(tx: &mut Tx, draft: &mut Draft) -> Result<()> {
    require_name(draft)?;
    require_employees(draft)?;
    if draft.operation == Operation::Update {
        crate::keep(draft, &["dataAreaId", "CustomerAccount", "PartyNumber"])?;
        return require_what_it_names(tx, draft).await;
    }
    let entity = legal_entities::resolve(tx, draft.after.get("dataAreaId").as_text()).await?;
    let company = entity.legal_entity_id;
    draft.after.set("dataAreaId", company.as_str())?;
    if draft.after.get("CustomerAccount").is_null() {
        let account = next_number(tx, &company, Sequence::CustomerAccount).await?;
        draft.after.set("CustomerAccount", account)?;
    }
    if draft.after.get("PartyNumber").is_null() {
        let number = next_number(tx, &company, Sequence::PartyNumber).await?;
        draft.after.set("PartyNumber", number)?;
    }
    if draft.after.get("SalesCurrencyCode").is_null() {
        draft.after.set("SalesCurrencyCode", entity.currency_code)?;
    }
    require_what_it_names(tx, draft).await?;
    place_as_partner(tx, draft, &company).await
}

/// Group, terms of payment and whoever is sent the invoice must be the company's; a customer may be
/// sent its own.
async fn require_what_it_names(tx: &mut Tx, draft: &Draft) -> Result<()> {
    let company = draft.after.get("dataAreaId").as_text().unwrap_or_default();
    for (column, table, key) in [
        ("CustomerGroupId", CustomerGroup::NAME, "CustomerGroupId"),
        ("PaymentTerms", PaymentTerm::NAME, "Name"),
        ("InvoiceAccount", Customer::NAME, "CustomerAccount"),
    ] {
        let Some(name) = draft.after.get(column).as_text().filter(|_| draft.changes(column)) else {
            continue;
        };
        if table == Customer::NAME && draft.after.get(key).as_text() == Some(name) {
            continue;
        }
        let of_key = Filter::equals("dataAreaId", company).and(Filter::equals(key, name));
        if tx.page(&Query::of(table).filter(of_key).limit(1)).await?.rows.is_empty() {
            let message =
                format!("Company {company} has no {name} to be used as {column}. Choose an existing one.");
            return Err(Error::Unfit { column: column.into(), reason: "not-in-company", message });
        }
    }
    Ok(())
}

/// A customer that says which prospect it comes from gets its role, and the status that follows
/// from where the prospect stands, also when it arrives after the decision.
async fn place_as_partner(tx: &mut Tx, draft: &mut Draft, company: &str) -> Result<()> {
    let Some(prospect) = draft.after.get("B2BProspectId").as_text().map(str::to_owned) else {
        return Ok(());
    };
    if draft.after.get("B2BProspectRole").is_null() {
        let person = draft.after.get("PartyType") == &Value::from(PartyType::Person);
        let role = if person { ProspectRole::Requestor } else { ProspectRole::Organization };
        draft.after.set("B2BProspectRole", role)?;
    }
    if !draft.names("PartnerStatus") {
        let filter = Filter::equals("dataAreaId", company).and(Filter::equals("ProspectId", prospect));
        let prospect: Option<Prospect> = tx.find(filter).await?;
        draft.after.set("PartnerStatus", status_for(prospect.map(|prospect| prospect.status)))?;
    }
    Ok(())
}

fn status_for(prospect: Option<ProspectStatus>) -> PartnerStatus {
    match prospect {
        Some(ProspectStatus::Approved) => PartnerStatus::Active,
        Some(ProspectStatus::Rejected) => PartnerStatus::Declined,
        Some(ProspectStatus::Open | ProspectStatus::InReview) | None => PartnerStatus::Prospective,
    }
}

fn require_employees(draft: &Draft) -> Result<()> {
    let column = "OrganizationNumberOfEmployees";
    let is_too_many = draft.after.get(column).as_whole().is_some_and(|count| count > EMPLOYEES_MAX);
    if draft.by_code || !draft.changes(column) || !is_too_many {
        return Ok(());
    }
    Err(Error::OutOfRange { column: column.into(), min: "0".into(), max: EMPLOYEES_MAX.to_string() })
}

fn require_name(draft: &Draft) -> Result<()> {
    let column = match PartyType::from_value(draft.after.get("PartyType")) {
        Some(PartyType::Organization) => "OrganizationName",
        Some(PartyType::Person) => "PersonLastName",
        None => "PartyType",
    };
    if draft.after.get(column).is_null() {
        return Err(Error::Required { column: column.into() });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use tables::{Change, Values};

    use super::*;
    use crate::customers::OnHoldStatus;
    use crate::testing::{all, ask, each_store};

    fn organization(more: &[(&str, Value)]) -> Values {
        let mut values: Values = vec![
            ("PartyType".into(), PartyType::Organization.into()),
            ("OrganizationName".into(), "Nowak Trading".into()),
        ];
        values.extend(more.iter().map(|(column, value)| ((*column).to_owned(), value.clone())));
        values
    }

    #[tokio::test]
    async fn a_customer_gets_numbers_currency_and_group_of_its_company() {
        for (_folder, store) in each_store().await {
            ask(&store, Change::create("customer", organization(&[]))).await.unwrap();
            let german = organization(&[("dataAreaId", "demf".into())]);
            ask(&store, Change::create("customer", german)).await.unwrap();
            let customers: Vec<Customer> = all(&store).await;
            let facts: Vec<(&str, &str, Option<&str>)> = customers
                .iter()
                .map(|customer| {
                    let currency = customer.sales_currency_code.as_deref();
                    (customer.data_area_id.as_str(), customer.customer_account.as_str(), currency)
                })
                .collect();
            assert_eq!(facts, [("usmf", "C-000001", Some("USD")), ("demf", "C-000001", Some("EUR"))]);
            assert_eq!(customers[0].customer_group_id.as_deref(), Some("B2B"));
            assert_eq!(customers[0].partner_status, PartnerStatus::None);
            assert_eq!(customers[0].on_hold_status, OnHoldStatus::No);
        }
    }

    #[tokio::test]
    async fn employees_are_counted_up_to_a_million_and_more_from_before_hold_nothing_up() {
        for (_folder, store) in each_store().await {
            let id = ask(&store, Change::create("customer", organization(&[]))).await.unwrap();
            let set =
                |column: &str, value: Value| Change::update("customer", id, vec![(column.into(), value)]);
            let employees = |count: i64| set("OrganizationNumberOfEmployees", count.into());
            ask(&store, employees(EMPLOYEES_MAX)).await.unwrap();
            let refused = ask(&store, employees(EMPLOYEES_MAX + 1)).await;
            assert!(matches!(refused, Err(Error::OutOfRange { .. })), "{refused:?}");
            ask(&store, employees(5_000_000).by_code()).await.unwrap();
            ask(&store, set("AddressCity", "Lima".into())).await.unwrap();
        }
    }

    #[tokio::test]
    async fn what_a_customer_is_known_by_stays_and_what_it_needs_is_asked_for() {
        for (_folder, store) in each_store().await {
            let of_prospect = organization(&[("B2BProspectId", "PR-000001".into())]);
            let id = ask(&store, Change::create("customer", of_prospect.clone())).await.unwrap();
            let second = ask(&store, Change::create("customer", of_prospect)).await;
            assert!(
                matches!(&second, Err(Error::DuplicateKey { key, .. }) if key == "by_prospect"),
                "{second:?}"
            );
            let rename = Change::update("customer", id, vec![("CustomerAccount".into(), "C-7".into())]);
            assert!(matches!(ask(&store, rename).await, Err(Error::ReadOnly { .. })));
            let balance = Change::update("customer", id, vec![("Balance".into(), tables::Money(1).into())]);
            assert!(matches!(ask(&store, balance).await, Err(Error::ReadOnly { .. })));
            let nameless = vec![("PartyType".into(), PartyType::Person.into())];
            let nameless = ask(&store, Change::create("customer", nameless)).await;
            assert_eq!(nameless, Err(Error::Required { column: "PersonLastName".into() }));
            let nowhere = organization(&[("dataAreaId", "xxmf".into())]);
            let nowhere = ask(&store, Change::create("customer", nowhere)).await;
            assert!(matches!(&nowhere, Err(Error::Refused { .. })), "{nowhere:?}");
            for column in ["CustomerGroupId", "PaymentTerms", "InvoiceAccount"] {
                let unknown = Change::update("customer", id, vec![(column.into(), "None".into())]);
                let unknown = ask(&store, unknown).await;
                assert!(
                    matches!(&unknown, Err(Error::Unfit { column: of, .. }) if of == column),
                    "{unknown:?}"
                );
            }
            let terms = Change::update("customer", id, vec![("PaymentTerms".into(), "Net30".into())]);
            ask(&store, terms).await.unwrap();
            let mut own =
                organization(&[("CustomerAccount", "C-9".into()), ("InvoiceAccount", "C-9".into())]);
            ask(&store, Change::create("customer", own.clone())).await.unwrap();
            own[2].1 = "C-10".into();
            ask(&store, Change::create("customer", own)).await.unwrap();
        }
    }
}
