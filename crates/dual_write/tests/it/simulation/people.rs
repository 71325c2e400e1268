//! People on both sides: each act is one that a user of that side could do at that moment.

use std::sync::{Arc, Mutex};

use dual_write::Row;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::dice::Dice;
use super::headquarters::text;
use super::sales::{id_in, state};
use crate::peer::{Fake, Refusal};

const NAMES: [&str; 4] = ["Alpen", "Birke", "Cedar", "Dünen"];
const PHONES: [&str; 3] = ["1 23", "456", "7 8 9"];

pub struct People {
    pub headquarters: Fake,
    pub sales: Fake,
    pub dice: Arc<Mutex<Dice>>,
    pub story: Mutex<Vec<String>>,
    made: Mutex<u128>,
}

impl People {
    pub fn new(headquarters: Fake, sales: Fake, dice: Arc<Mutex<Dice>>) -> Self {
        Self { headquarters, sales, dice, story: Mutex::default(), made: Mutex::new(0) }
    }

    fn below(&self, limit: usize) -> usize {
        self.dice.lock().unwrap().below(limit)
    }

    fn new_id(&self) -> Uuid {
        let mut made = self.made.lock().unwrap();
        *made += 1;
        Uuid::from_u128(0x1000 + *made)
    }

    fn one(&self, rows: Vec<Row>) -> Option<Row> {
        let at = self.below(rows.len());
        rows.into_iter().nth(at)
    }

    fn tell(&self, words: String, outcome: Result<(), Refusal>) {
        let outcome =
            outcome.err().map_or_else(String::new, |(status, words)| format!(" -> {status} {words}"));
        self.story.lock().unwrap().push(format!("{words}{outcome}"));
    }

    /// One act of somebody.
    pub fn act(&self) {
        match self.below(14) {
            0 | 1 => self.a_request_comes_in(),
            2 | 3 => self.headquarters_corrects(),
            4 => self.headquarters_decides(),
            5 | 6 => self.a_seller_corrects(),
            7 | 8 => self.a_seller_qualifies(),
            9 | 10 => self.a_seller_closes(),
            11 => self.a_seller_disqualifies(),
            12 => self.a_customer_is_made(),
            _ => self.an_account_or_contact_is_made(),
        }
    }

    fn name(&self) -> &'static str {
        NAMES[self.below(NAMES.len())]
    }

    fn write(&self, who: &str, fake: &Fake, set: &str, id: Uuid, values: Json) {
        let outcome = fake.try_write(set, id, values.clone());
        self.tell(format!("{who} writes {set} {id}: {values}"), outcome);
    }

    fn a_request_comes_in(&self) {
        let id = self.new_id();
        let number = format!("BP-{:03}", id.as_u128() - 0x1000);
        let values = json!({ "dataAreaId": "usmf", "TypeId": "B2B prospect", "ProspectId": number, "Status": "Open",
                             "OrganizationName": self.name(), "PersonLastName": self.name(),
                             "PrimaryContactPhone": PHONES[self.below(3)] });
        self.write("headquarters", &self.headquarters, "BusinessPartnerProspects", id, values);
    }

    fn headquarters_corrects(&self) {
        let prospects = self.headquarters.rows("BusinessPartnerProspects");
        let customers = self.headquarters.rows("CustomersV3");
        let prospects_first = self.below(2) == 0;
        let (set, rows) = match prospects_first {
            true => ("BusinessPartnerProspects", prospects),
            false => ("CustomersV3", customers),
        };
        let Some(row) = self.one(rows) else { return };
        let column = match (set, text(&row, "PartyType"), self.below(2)) {
            ("CustomersV3", "Person", _) => "PersonLastName",
            (_, _, 0) => "OrganizationName",
            _ => "PrimaryContactPhone",
        };
        let value = if column == "PrimaryContactPhone" { PHONES[self.below(3)] } else { self.name() };
        let id = id_in(&row, "ExternalRowId").unwrap();
        self.write("headquarters", &self.headquarters, set, id, json!({ column: value }));
    }

    fn headquarters_decides(&self) {
        let Some(row) = self.one(self.headquarters.rows("BusinessPartnerProspects")) else { return };
        let id = id_in(&row, "ExternalRowId").unwrap();
        let (action, body) = match self.below(2) {
            0 => ("Approve", json!({})),
            _ => ("Reject", json!({ "Reason": "CreditRisk" })),
        };
        let outcome = self.headquarters.try_command(Some(("BusinessPartnerProspects", id)), action, body);
        self.tell(format!("headquarters: {action} {}", text(&row, "ProspectId")), outcome);
    }

    fn a_seller_corrects(&self) {
        let set = ["leads", "accounts", "contacts"][self.below(3)];
        let Some(row) = self.one(self.sales.rows(set)) else { return };
        let (id, column) = match set {
            "leads" => ("leadid", ["companyname", "lastname", "telephone1"][self.below(3)]),
            "accounts" => ("accountid", ["name", "telephone1"][self.below(2)]),
            _ => ("contactid", "lastname"),
        };
        let value = if column == "telephone1" { PHONES[self.below(3)] } else { self.name() };
        self.write("seller", &self.sales, set, id_in(&row, id).unwrap(), json!({ column: value }));
    }

    fn a_seller_qualifies(&self) {
        let open = self.sales.rows("leads").into_iter().filter(|lead| state(lead) == 0).collect();
        let Some(lead) = self.one(open) else { return };
        let body = json!({ "CreateAccount": true, "CreateContact": true });
        let id = id_in(&lead, "leadid").unwrap();
        let outcome = self.sales.try_command(Some(("leads", id)), "Microsoft.Dynamics.CRM.QualifyLead", body);
        self.tell(format!("seller qualifies {}", text(&lead, "tandem_b2bprospectid")), outcome);
    }

    fn a_seller_closes(&self) {
        let open = self.sales.rows("opportunities").into_iter().filter(|row| state(row) == 0).collect();
        let Some(opportunity) = self.one(open) else { return };
        let (action, status) =
            if self.below(2) == 0 { ("WinOpportunity", 3) } else { ("LoseOpportunity", 5) };
        let path = format!("/opportunities({})", text(&opportunity, "opportunityid"));
        let body = json!({ "Status": status, "OpportunityClose": { "opportunityid@odata.bind": path } });
        let outcome = self.sales.try_command(None, action, body);
        self.tell(format!("seller: {action} {}", text(&opportunity, "tandem_b2bprospectid")), outcome);
    }

    fn a_seller_disqualifies(&self) {
        let open = self.sales.rows("leads").into_iter().filter(|lead| state(lead) == 0).collect();
        let Some(lead) = self.one(open) else { return };
        let id = id_in(&lead, "leadid").unwrap();
        self.write("seller", &self.sales, "leads", id, json!({ "statecode": 2, "statuscode": 5 }));
    }

    fn a_customer_is_made(&self) {
        let values = match self.below(2) {
            0 => {
                json!({ "dataAreaId": "usmf", "PartyType": "Organization", "OrganizationName": self.name() })
            }
            _ => {
                let customers = self.headquarters.rows("CustomersV3");
                let companies = customers.into_iter().filter(|row| text(row, "PartyType") == "Organization");
                let company = self.one(companies.collect());
                json!({ "dataAreaId": "usmf", "PartyType": "Person", "PersonLastName": self.name(),
                        "InvoiceAccount": company.map(|row| row["CustomerAccount"].clone()) })
            }
        };
        let id = self.new_id();
        self.write("headquarters", &self.headquarters, "CustomersV3", id, values);
    }

    fn an_account_or_contact_is_made(&self) {
        let id = self.new_id();
        if self.below(2) == 0 {
            let values =
                json!({ "customertypecode": 3, "name": self.name(), "telephone1": PHONES[self.below(3)] });
            return self.write("seller", &self.sales, "accounts", id, values);
        }
        let account = self.one(self.sales.rows("accounts"));
        let values = json!({ "msdyn_sellable": true, "lastname": self.name(),
                             "_parentcustomerid_value": account.map(|row| row["accountid"].clone()) });
        self.write("seller", &self.sales, "contacts", id, values);
    }
}
