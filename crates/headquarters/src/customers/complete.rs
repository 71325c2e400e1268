//! What every customer gets, whoever writes it: company, numbers, currency, its place as a partner.

use std::sync::Arc;

use tables::{
    ColumnValue as _, Draft, Error, Filter, Moment, Operation, Privilege, Result, Right, Rule, Table as _, Tx,
    Value,
};

use super::{Customer, PartnerStatus, PartyType, ProspectRole};
use crate::legal_entities;
use crate::number_sequences::{Sequence, next_number};
use crate::prospects::{Prospect, ProspectStatus};

/// Numbers and status come from rows that the caller need not see.
const RIGHTS: &[Right] = &[
    Right { privilege: Privilege::Read, table: "legalentity" },
    Right { privilege: Privilege::Read, table: "numbersequence" },
    Right { privilege: Privilege::Write, table: "numbersequence" },
    Right { privilege: Privilege::Read, table: "prospect" },
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

async fn complete(tx: &mut Tx, draft: &mut Draft) -> Result<()> {
    require_name(draft)?;
    if draft.operation == Operation::Update {
        return crate::keep(draft, &["dataAreaId", "CustomerAccount", "PartyNumber"]);
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
    place_as_partner(tx, draft, &company).await
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
