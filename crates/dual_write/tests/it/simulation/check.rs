//! What must hold when everything has come to rest.

use std::collections::BTreeMap;

use dual_write::Row;
use serde_json::Value as Json;

use super::headquarters::text;
use super::sales::{id_in, state};
use crate::peer::Fake;

/// A promise that was broken, in words.
pub type Broken = String;

fn by<'a>(rows: &'a [Row], column: &str) -> BTreeMap<String, &'a Row> {
    rows.iter().map(|row| (text(row, column).to_owned(), row)).collect()
}

fn value<'a>(row: &'a Row, column: &str) -> &'a Json {
    row.get(column).filter(|value| value.as_str() != Some("")).unwrap_or(&Json::Null)
}

pub fn check(headquarters: &Fake, sales: &Fake) -> Result<(), Broken> {
    let customers = headquarters.rows("CustomersV3");
    let (organizations, persons): (Vec<Row>, Vec<Row>) =
        customers.into_iter().partition(|row| text(row, "PartyType") == "Organization");
    let columns = [("OrganizationName", "name"), ("PrimaryContactPhone", "telephone1")];
    pairs(&organizations, &sales.rows("accounts"), "accountnumber", &columns)?;
    pairs(&persons, &sales.rows("contacts"), "msdyn_contactpersonid", &[("PersonLastName", "lastname")])?;
    companies(&persons, sales)?;
    for prospect in headquarters.rows("BusinessPartnerProspects") {
        story_of(&prospect, headquarters, sales)
            .map_err(|broken| format!("{}: {broken}", text(&prospect, "ProspectId")))?;
    }
    Ok(())
}

/// Each row of one side is one row of the other, with the same number and the same values.
fn pairs(ours: &[Row], theirs: &[Row], number: &str, columns: &[(&str, &str)]) -> Result<(), Broken> {
    let (here, there) = (by(ours, "CustomerAccount"), by(theirs, number));
    if here.len() != ours.len() || there.len() != theirs.len() || here.len() != there.len() {
        return Err(format!(
            "{} rows here and {} there by {number}: {ours:#?} {theirs:#?}",
            ours.len(),
            theirs.len()
        ));
    }
    for (key, row) in here {
        let Some(other) = there.get(&key) else { return Err(format!("{key} has no partner by {number}")) };
        for (column, theirs) in columns {
            if value(row, column) != value(other, theirs) {
                return Err(format!(
                    "{key}: {column} {} is {theirs} {}",
                    value(row, column),
                    value(other, theirs)
                ));
            }
        }
    }
    Ok(())
}

fn companies(persons: &[Row], sales: &Fake) -> Result<(), Broken> {
    let contacts = sales.rows("contacts");
    let contacts = by(&contacts, "msdyn_contactpersonid");
    for person in persons {
        let contact = contacts[text(person, "CustomerAccount")];
        let account = id_in(contact, "_parentcustomerid_value").and_then(|id| sales.row("accounts", id));
        let company = account.map(|account| text(&account, "accountnumber").to_owned()).unwrap_or_default();
        if company != text(person, "InvoiceAccount") {
            return Err(format!("{person:?} is invoiced elsewhere than {contact:?}"));
        }
    }
    Ok(())
}

fn story_of(prospect: &Row, headquarters: &Fake, sales: &Fake) -> Result<(), Broken> {
    let number = text(prospect, "ProspectId");
    let of_prospect = |rows: Vec<Row>, column: &str| -> Vec<Row> {
        rows.into_iter().filter(|row| text(row, column) == number).collect()
    };
    let leads = of_prospect(sales.rows("leads"), "tandem_b2bprospectid");
    let [lead] = leads.as_slice() else { return Err(format!("{} leads", leads.len())) };
    let lead_id = text(lead, "leadid");
    let is_note = |note: &Row| {
        text(note, "_objectid_value") == lead_id && text(note, "subject") == "Created by dual-write"
    };
    let notes = sales.rows("annotations").iter().filter(|note| is_note(note)).count();
    if notes != 1 {
        return Err(format!("{notes} notes"));
    }
    let opportunity =
        id_in(lead, "_qualifyingopportunityid_value").and_then(|id| sales.row("opportunities", id));
    let in_sales = match (state(lead), opportunity.as_ref().map(state)) {
        (2, _) | (1, Some(2)) => Some("Rejected"),
        (1, Some(1)) => Some("Approved"),
        _ => None,
    };
    let status = text(prospect, "Status");
    let decided = ["Approved", "Rejected"].contains(&status).then_some(status);
    let count = |set: &str| of_prospect(headquarters.rows(set), "ProspectId").len();
    if count("Mails") != usize::from(decided.is_some()) {
        return Err(format!("{status} with {} mails", count("Mails")));
    }
    if count("CustomerHierarchies") != usize::from(decided == Some("Approved")) {
        return Err(format!("{status} with {} hierarchies", count("CustomerHierarchies")));
    }
    // Decided anywhere is decided everywhere; the verdict of headquarters stands, and a lead that
    // was closed the other way says Refused.
    if decided.is_none() != in_sales.is_none() {
        return Err(format!("headquarters: {status}, Sales: {in_sales:?}"));
    }
    let Some(decided) = decided else {
        return columns_agree(prospect, lead);
    };
    let expected = match (decided, in_sales == Some(decided)) {
        (_, false) => 4,
        ("Approved", true) => 2,
        _ => 3,
    };
    let shown = lead.get("tandem_partnerstatus").and_then(Json::as_i64);
    if shown != Some(expected) {
        return Err(format!("{decided} in headquarters, {in_sales:?} in Sales, shown as {shown:?}"));
    }
    Ok(())
}

/// While both are open, prospect and lead say the same.
fn columns_agree(prospect: &Row, lead: &Row) -> Result<(), Broken> {
    if state(lead) != 0 {
        return Ok(());
    }
    for (here, there) in [
        ("OrganizationName", "companyname"),
        ("PersonLastName", "lastname"),
        ("PrimaryContactPhone", "telephone1"),
    ] {
        if value(prospect, here) != value(lead, there) {
            return Err(format!("{here} {} is {there} {}", value(prospect, here), value(lead, there)));
        }
    }
    Ok(())
}
