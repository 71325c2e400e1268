//! Sales as far as its contract goes: states, keys, qualifying and closing.

use dual_write::Row;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::headquarters::text;
use super::weather::Weather;
use crate::peer::{Behaviour, Inside, Network, Refusal, Rows};

pub struct Sales(pub Weather);

fn object(value: Json) -> Row {
    value.as_object().unwrap().clone()
}

pub fn state(row: &Row) -> i64 {
    row.get("statecode").and_then(Json::as_i64).unwrap_or(0)
}

pub fn id_in(row: &Row, column: &str) -> Option<Uuid> {
    text(row, column).parse().ok()
}

impl Behaviour for Sales {
    fn keys(&self) -> &'static [(&'static str, &'static [&'static str])] {
        &[
            ("leads", &["tandem_b2bprospectid"]),
            ("accounts", &["tandem_b2bprospectid"]),
            ("contacts", &["tandem_b2bprospectid"]),
        ]
    }

    fn write(&self, rows: &Rows, set: &str, row: &mut Row, before: Option<&Row>) -> Result<(), Refusal> {
        if ["leads", "opportunities"].contains(&set) {
            row.entry("statecode").or_insert(json!(0));
            if let Some(before) = before.filter(|before| state(before) != 0) {
                let open = |column: &String| column == "tandem_partnerstatus" || column.starts_with('@');
                if row.iter().any(|(column, value)| !open(column) && before.get(column) != Some(value)) {
                    return Err((400, "the row is closed"));
                }
            }
        }
        if let Some(parent) = id_in(row, "_parentcustomerid_value") {
            row.insert(
                "_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname".into(),
                json!("account"),
            );
            if !rows.contains_key(&("accounts".to_owned(), parent)) {
                return Err((400, "the parent account does not exist"));
            }
        }
        // A rule of this side: telephone numbers without blanks.
        if let Some(number) = row.get("telephone1").and_then(Json::as_str) {
            let plain = number.replace(' ', "");
            row.insert("telephone1".into(), json!(plain));
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
        match (action, row) {
            ("Microsoft.Dynamics.CRM.QualifyLead", Some((_, lead))) => qualify(inside, lead, body),
            ("WinOpportunity", None) => close(inside, body, 1),
            ("LoseOpportunity", None) => close(inside, body, 2),
            _ => Err((404, "no such command")),
        }
    }

    fn network(&self, request: &str) -> Network {
        self.0.strikes(request)
    }
}

/// All or nothing, as one transaction: everything that can be refused is looked at first.
fn qualify(inside: &mut Inside<'_>, id: Uuid, body: &Json) -> Result<(), Refusal> {
    let lead = inside.row("leads", id).cloned().unwrap();
    if state(&lead) != 0 {
        return Err((400, "the lead is closed"));
    }
    let number = lead["tandem_b2bprospectid"].clone();
    let derived = |what: &str| Uuid::new_v5(&id, what.as_bytes());
    let mut values = json!({ "statecode": 1, "statuscode": 3 });
    let taken = |set: &str| {
        let mut rows = inside.state.rows.iter();
        rows.find(|((known, _), row)| known == set && row.get("tandem_b2bprospectid") == Some(&number))
            .map(|((_, id), _)| *id)
    };
    let (account_there, contact_there) = (taken("accounts"), taken("contacts"));
    let mut account = id_in(&lead, "_parentaccountid_value");
    if account.is_none() && body["CreateAccount"] == true {
        // The prospect's account came from headquarters meanwhile: it is used.
        account = Some(account_there.unwrap_or_else(|| derived("account")));
        if account_there.is_none() {
            let row = json!({ "name": lead["companyname"], "customertypecode": 3, "tandem_b2bprospectid": number,
                              "telephone1": lead.get("telephone1") });
            inside.put("accounts", derived("account"), object(row), "user")?;
        }
    }
    let mut contact = id_in(&lead, "_parentcontactid_value");
    if contact.is_none() && body["CreateContact"] == true {
        contact = Some(contact_there.unwrap_or_else(|| derived("contact")));
        if contact_there.is_none() {
            let row = json!({ "lastname": lead["lastname"], "msdyn_sellable": true, "tandem_b2bprospectid": number,
                              "_parentcustomerid_value": account });
            inside.put("contacts", derived("contact"), object(row), "user")?;
        }
    }
    let row = json!({ "tandem_b2bprospectid": number, "_originatingleadid_value": id, "statecode": 0,
                      "_parentaccountid_value": account, "_parentcontactid_value": contact });
    inside.put("opportunities", derived("opportunity"), object(row), "user")?;
    values["_qualifyingopportunityid_value"] = json!(derived("opportunity"));
    values["_parentaccountid_value"] = json!(account);
    values["_parentcontactid_value"] = json!(contact);
    inside.put("leads", id, object(values), "user")
}

fn close(inside: &mut Inside<'_>, body: &Json, verdict: i64) -> Result<(), Refusal> {
    let path = body["OpportunityClose"]["opportunityid@odata.bind"].as_str().unwrap();
    let id: Uuid = path.split(['(', ')']).nth(1).unwrap().parse().unwrap();
    let Some(opportunity) = inside.row("opportunities", id) else { return Err((404, "no such row")) };
    if state(opportunity) != 0 {
        return Err((400, "the opportunity is closed"));
    }
    let values = json!({ "statecode": verdict, "statuscode": body["Status"] });
    inside.put("opportunities", id, object(values), "user")
}
