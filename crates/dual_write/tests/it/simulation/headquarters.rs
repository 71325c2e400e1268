//! Headquarters as far as its contract goes: numbers, keys, and the arbiter of decisions.

use dual_write::Row;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::weather::Weather;
use crate::peer::{Behaviour, Inside, Network, Refusal, Rows};

pub struct Headquarters(pub Weather);

pub fn text<'a>(row: &'a Row, column: &str) -> &'a str {
    row.get(column).and_then(Json::as_str).unwrap_or_default()
}

fn object(value: Json) -> Row {
    value.as_object().unwrap().clone()
}

impl Behaviour for Headquarters {
    fn keys(&self) -> &'static [(&'static str, &'static [&'static str])] {
        &[
            ("CustomersV3", &["B2BProspectId", "B2BProspectRole"]),
            ("CustomersV3", &["CustomerAccount"]),
            ("BusinessPartnerProspects", &["ProspectId"]),
        ]
    }

    fn write(&self, rows: &Rows, set: &str, row: &mut Row, before: Option<&Row>) -> Result<(), Refusal> {
        let decided = |row: &Row| ["Approved", "Rejected"].contains(&text(row, "Status"));
        if set == "BusinessPartnerProspects" && before.is_some_and(decided) {
            return Err((400, "the prospect is decided"));
        }
        if set == "CustomersV3" {
            if before.is_none() {
                let customers = rows.keys().filter(|(known, _)| known == "CustomersV3").count();
                row.insert("CustomerAccount".into(), json!(format!("C-{:04}", customers + 1)));
            }
            let invoiced_to = text(row, "InvoiceAccount");
            let there = |row: &Row| text(row, "CustomerAccount") == invoiced_to;
            if !invoiced_to.is_empty() && !there(row) && !rows.values().any(there) {
                return Err((400, "the invoice account does not exist"));
            }
        }
        Ok(())
    }

    fn command(
        &self,
        inside: &mut Inside<'_>,
        row: Option<(&str, Uuid)>,
        action: &str,
        body: &Json,
    ) -> Result<(), Refusal> {
        let Some((set, id)) = row else { return Err((404, "no such command")) };
        let prospect = inside.row(set, id).cloned().unwrap();
        let origin = if body["DecidedIn"] == "Sales" { "dual-write" } else { "user" };
        let status = text(&prospect, "Status").to_owned();
        let open = ["Open", "InReview"].contains(&status.as_str());
        let verdict = match action {
            "StartReview" if status == "Open" => {
                return inside.put(set, id, object(json!({ "Status": "InReview" })), origin);
            }
            "StartReview" => return Ok(()),
            "Approve" => "Approved",
            "Reject" => "Rejected",
            _ => return Err((404, "no such command")),
        };
        if !open {
            let same = status == verdict;
            return if same { Ok(()) } else { Err((409, "ProspectAlreadyDecided")) };
        }
        let mut decided = json!({
            "Status": verdict, "DecidedBy": "somebody",
            "DecidedIn": if origin == "user" { "Headquarters" } else { "Sales" },
        });
        if verdict == "Approved" {
            let organization =
                customer(inside, &prospect, "Organization", &body["OrganizationCustomerAccount"])?;
            let requestor = customer(inside, &prospect, "Requestor", &body["RequestorCustomerAccount"])?;
            let account =
                |inside: &Inside<'_>, id| inside.row("CustomersV3", id).unwrap()["CustomerAccount"].clone();
            let (organization, person) = (account(inside, organization), requestor);
            decided["OrganizationCustomerAccount"] = organization.clone();
            decided["RequestorCustomerAccount"] = account(inside, person);
            inside.put("CustomersV3", person, object(json!({ "InvoiceAccount": organization })), origin)?;
            once(inside, "CustomerHierarchies", &prospect)?;
        } else {
            decided["RejectionReason"] = body["Reason"].clone();
        }
        once(inside, "Mails", &prospect)?;
        inside.put(set, id, object(decided), origin)
    }

    fn network(&self, request: &str) -> Network {
        self.0.strikes(request)
    }
}

/// The customer that the command names, else that of this prospect, else a new one.
fn customer(inside: &mut Inside<'_>, prospect: &Row, role: &str, named: &Json) -> Result<Uuid, Refusal> {
    let id_of = |row: &Row| text(row, "ExternalRowId").parse::<Uuid>().unwrap();
    let customers = inside.state.rows.iter().filter(|((set, _), _)| set == "CustomersV3");
    let customers: Vec<Row> = customers.map(|(_, row)| row.clone()).collect();
    if let Some(number) = named.as_str() {
        let found = customers.iter().find(|row| text(row, "CustomerAccount") == number);
        return found.map(id_of).ok_or((400, "no such customer"));
    }
    let number = text(prospect, "ProspectId");
    let own = |row: &&Row| text(row, "B2BProspectId") == number && text(row, "B2BProspectRole") == role;
    if let Some(found) = customers.iter().find(own) {
        return Ok(id_of(found));
    }
    let id = Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("{number}/{role}").as_bytes());
    let mut values = json!({ "dataAreaId": "usmf", "B2BProspectId": number, "B2BProspectRole": role });
    if role == "Organization" {
        values["PartyType"] = json!("Organization");
        values["OrganizationName"] = prospect["OrganizationName"].clone();
    } else {
        values["PartyType"] = json!("Person");
        values["PersonLastName"] = prospect["PersonLastName"].clone();
    }
    inside.put("CustomersV3", id, object(values), "user")?;
    Ok(id)
}

/// What must happen once in a prospect's life: a second time is a fault of the engine or of ours.
fn once(inside: &mut Inside<'_>, set: &str, prospect: &Row) -> Result<(), Refusal> {
    let number = text(prospect, "ProspectId").to_owned();
    let count = inside.state.rows.keys().filter(|(known, _)| known == set).count();
    let id = Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("{set}/{number}/{count}").as_bytes());
    inside.put(set, id, object(json!({ "ProspectId": number })), "user")
}
