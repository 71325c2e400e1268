//! The steps of a story as a user would take them.

use serde_json::{Value, json};

use crate::client::{Client, onboarding_request};

pub const COMPANY: &str = "Alpen Möbel GmbH";
pub const EMAIL: &str = "zoe@alpen.example";

/// A request on its way: what its sender and the reviewers know of it.
pub struct Request {
    pub reference: String,
    pub status_path: String,
    pub company: String,
    pub email: String,
}

/// Sends the onboarding request to the store.
pub async fn submit(client: &Client) -> Request {
    submit_as(client, COMPANY, EMAIL).await
}

/// Sends the onboarding request of this company.
pub async fn submit_as(client: &Client, company: &str, email: &str) -> Request {
    let answer =
        client.post("/api/v1/onboarding-requests", onboarding_request(company, email)).await.expect(202);
    let json = answer.json();
    let url = json["statusUrl"].as_str().unwrap();
    let status_path = url[url.find("/requests/").unwrap()..].to_owned();
    Request {
        reference: json["reference"].as_str().unwrap().to_owned(),
        status_path,
        company: company.into(),
        email: email.into(),
    }
}

impl Request {
    pub async fn store_status(&self, client: &Client) -> String {
        let answer = client.get(&self.status_path).await.expect(200);
        answer.json()["status"].as_str().unwrap().to_owned()
    }

    pub async fn prospect(&self, client: &Client) -> Value {
        let filter = format!("RequestReference eq '{}'", self.reference);
        client.one("/data/BusinessPartnerProspects", &filter).await
    }

    pub async fn lead(&self, client: &Client) -> Value {
        let prospect = self.prospect(client).await;
        let filter = format!("tandem_b2bprospectid eq {}", quoted(&prospect["ProspectId"]));
        client.one("/api/data/v9.2/leads", &filter).await
    }

    pub async fn customers(&self, client: &Client) -> Vec<Value> {
        let prospect = self.prospect(client).await;
        let filter = format!("B2BProspectId eq {}", quoted(&prospect["ProspectId"]));
        client.list("/data/CustomersV3", &filter).await
    }
}

pub fn quoted(value: &Value) -> String {
    format!("'{}'", value.as_str().unwrap().replace('\'', "''"))
}

/// Qualifies the lead; answers the ids of opportunity, account and contact.
pub async fn qualify(client: &Client, lead: &Value) -> (String, String, String) {
    qualify_as(client, lead, false).await
}

/// Qualifies the lead, with rows of its own where others are alike.
pub async fn qualify_anyway(client: &Client, lead: &Value) -> (String, String, String) {
    qualify_as(client, lead, true).await
}

async fn qualify_as(client: &Client, lead: &Value, anyway: bool) -> (String, String, String) {
    let path = format!(
        "/api/data/v9.2/leads({})/Microsoft.Dynamics.CRM.QualifyLead",
        lead["leadid"].as_str().unwrap()
    );
    let mut body =
        json!({ "CreateAccount": true, "CreateContact": true, "CreateOpportunity": true, "Status": 3 });
    if anyway {
        body["SuppressDuplicateDetection"] = json!(true);
    }
    let rows = client.post(&path, body).await.expect(200).json()["value"].as_array().cloned().unwrap();
    let find = |column: &str| {
        let id = rows.iter().find_map(|row| row[column].as_str());
        id.unwrap_or_else(|| panic!("QualifyLead gave no {column}: {rows:?}")).to_owned()
    };
    (find("opportunityid"), find("accountid"), find("contactid"))
}

/// Closes the opportunity as won.
pub async fn win(client: &Client, opportunity: &str) {
    let close = json!({
        "subject": "Ναι", "actualrevenue": 1200.50,
        "opportunityid@odata.bind": format!("/opportunities({opportunity})")
    });
    let body = json!({ "Status": 3, "OpportunityClose": close });
    client.post("/api/data/v9.2/WinOpportunity", body).await.expect(204);
}

/// Closes the opportunity as lost: outsold.
pub async fn lose(client: &Client, opportunity: &str) {
    let close =
        json!({ "subject": "Όχι", "opportunityid@odata.bind": format!("/opportunities({opportunity})") });
    let body = json!({ "Status": 5, "OpportunityClose": close });
    client.post("/api/data/v9.2/LoseOpportunity", body).await.expect(204);
}

/// Disqualifies the lead: cannot be contacted.
pub async fn disqualify(client: &Client, lead: &Value) {
    let path = format!("/api/data/v9.2/leads({})", lead["leadid"].as_str().unwrap());
    client.patch(&path, json!({ "statecode": 2, "statuscode": 5 })).await.expect(204);
}

/// Mails of a verdict captured for an address, newest first.
pub async fn mails(client: &Client, to: &str) -> Vec<Value> {
    let mut mails = all_mails(client, to).await;
    mails.retain(|mail| mail["notificationType"] != "Onboarding request received");
    mails
}

/// All mails captured for an address, newest first.
pub async fn all_mails(client: &Client, to: &str) -> Vec<Value> {
    let answer = client.get(&format!("/mail/messages?to={}", to.replace('@', "%40"))).await.expect(200);
    answer.json().as_array().cloned().unwrap()
}
