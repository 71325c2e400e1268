//! The data service as a client sees it, on every kind of database.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use jobs::{Jobs, Mode};
use platform::Environment;
use serde_json::{Value, json};
use tables::{Change, Store};
use tempfile::TempDir;
use tower::ServiceExt as _;
use web_api::Authority;

use crate::JobSettings;
use crate::mail::Transport;
use crate::testing::{ask, each_location, each_store, open_prospect, prospect_now};

/// Headquarters with the demo's people, and a client with a token.
struct Office {
    _folders: [TempDir; 2],
    store: Store,
    jobs: Arc<Jobs>,
    router: Router,
    token: String,
}

async fn offices() -> Vec<Office> {
    let mut offices = Vec::new();
    for ((folder, store), (other, place)) in each_store().await.into_iter().zip(each_location("channel")) {
        crate::seed::demo(&store).await.unwrap();
        let channel = Store::open(channel::catalog(), &place, Environment::system()).await.unwrap();
        let settings =
            JobSettings { store_origin: "https://store.example".into(), transport: Transport::Captured };
        let jobs = crate::jobs(&store, &channel, &settings);
        let jobs = Jobs::open(store.clone(), Mode::Manual, jobs, Vec::new()).await.unwrap();
        let authority = Arc::new(Authority::open_with_limit(store.clone(), 6_000).await.unwrap());
        let api = crate::api(store.clone(), Arc::clone(&authority), Arc::clone(&jobs)).router();
        let router = authority.router().nest_service("/data", api);
        let mut office = Office { _folders: [folder, other], store, jobs, router, token: String::new() };
        let form = "grant_type=client_credentials&client_id=demo-app&client_secret=demo-secret";
        let content = "application/x-www-form-urlencoded";
        let (_, json) = office.send(Method::POST, "/oauth2/v2.0/token", content, form.into()).await;
        office.token = json["access_token"].as_str().unwrap().to_owned();
        offices.push(office);
    }
    offices
}

impl Office {
    async fn get(&self, path: &str) -> (StatusCode, Value) {
        self.send(Method::GET, path, "application/json", String::new()).await
    }

    async fn post(&self, path: &str, body: Value) -> (StatusCode, Value) {
        self.send(Method::POST, path, "application/json", body.to_string()).await
    }

    async fn send(&self, method: Method, path: &str, content: &str, body: String) -> (StatusCode, Value) {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "127.0.0.1");
        if !self.token.is_empty() {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        }
        if !body.is_empty() {
            request = request.header(header::CONTENT_TYPE, content);
        }
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let status = response.status();
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
    }

    /// An open prospect's path.
    async fn prospect(&self) -> String {
        let id = open_prospect(&self.store).await;
        let number = prospect_now(&self.store, id).await.prospect_id;
        format!("/data/BusinessPartnerProspects(dataAreaId='usmf',ProspectId='{number}')")
    }
}

fn code(answer: &(StatusCode, Value)) -> (u16, &str) {
    (answer.0.as_u16(), answer.1["error"]["code"].as_str().unwrap_or_default())
}

#[tokio::test]
async fn every_set_of_the_contract_answers_and_rows_have_their_keys() {
    for office in offices().await {
        let path = office.prospect().await;
        let approved =
            office.post(&format!("{path}/Microsoft.Dynamics.DataEntities.Approve"), json!({})).await;
        assert_eq!(approved.0, 200, "{approved:?}");
        let values = vec![("LastName".to_owned(), "Nowak".into())];
        ask(&office.store, Change::create("contactperson", values)).await.unwrap();
        office.jobs.run_now("1010").await.unwrap();
        for (set, key) in [
            ("LegalEntities", vec!["LegalEntityId"]),
            ("CustomersV3", vec!["dataAreaId", "CustomerAccount"]),
            ("BusinessPartnerProspects", vec!["dataAreaId", "ProspectId"]),
            ("CustomerHierarchies", vec!["dataAreaId", "CustomerHierarchyId"]),
            ("CustomerHierarchyMembers", vec!["dataAreaId", "CustomerHierarchyId", "CustomerAccount"]),
            ("ContactPersons", vec!["dataAreaId", "ContactPersonId"]),
            ("CustomerGroups", vec!["dataAreaId", "CustomerGroupId"]),
            ("PaymentTerms", vec!["dataAreaId", "Name"]),
            ("BatchJobs", vec!["Name"]),
            ("BatchJobHistory", vec!["ExternalRowId"]),
            ("EmailTemplates", vec!["NotificationType", "Language"]),
            ("EmailMessages", vec!["ExternalRowId"]),
        ] {
            let (status, rows) = office.get(&format!("/data/{set}")).await;
            assert_eq!(status, 200, "{set}: {rows}");
            let row = rows["value"][0].clone();
            let is_id = |name: &str| name == "ExternalRowId";
            let literal = |name: &&str| {
                let text = row[*name].as_str().unwrap_or_else(|| panic!("{set} has no {name}: {row}"));
                if is_id(name) {
                    format!("{name}={text}")
                } else {
                    format!("{name}='{}'", text.replace(' ', "%20"))
                }
            };
            let key: Vec<String> = key.iter().map(literal).collect();
            let (status, same) = office.get(&format!("/data/{set}({})", key.join(","))).await;
            assert_eq!(
                (status, &same["ExternalRowId"]),
                (StatusCode::OK, &row["ExternalRowId"]),
                "{set}: {same}"
            );
            let id = row["ExternalRowId"].as_str().unwrap();
            let (status, same) = office.get(&format!("/data/{set}(ExternalRowId={id})")).await;
            assert_eq!((status, &same["ExternalRowId"]), (StatusCode::OK, &row["ExternalRowId"]), "{set}");
        }
        let (status, rows) = office.get("/data/OnboardingRequests").await;
        assert_eq!((status, &rows["value"]), (StatusCode::OK, &json!([])));
        let (_, messages) = office.get("/data/EmailMessages").await;
        assert!(messages["value"][0]["Subject"].is_string());
        assert!(!messages.to_string().contains("set-password"), "{messages}");
    }
}

#[tokio::test]
async fn refusals_of_a_decision_say_what_can_be_done() {
    for office in offices().await {
        let (first, second) = (office.prospect().await, office.prospect().await);
        let unknown = office.post(&format!("{first}/Reject"), json!({ "Reason": "Because" })).await;
        assert_eq!(code(&unknown), (400, "UnknownRejectionReason"), "{unknown:?}");
        let status = json!({ "Status": "Approved" }).to_string();
        let written = office.send(Method::PATCH, &first, "application/json", status).await;
        assert_eq!(written.0, 400, "{written:?}");
        let wrong = office.post(&format!("{first}/Approve"), json!({ "CreditLimit": "much" })).await;
        assert_eq!(wrong.0, 400, "{wrong:?}");
        assert!(wrong.1.to_string().contains("CreditLimit"), "{wrong:?}");
        let terms = json!({ "CreditLimit": 5000.5, "CustomerGroupId": "B2C", "PaymentTerms": "Net10" });
        let approved = office.post(&format!("{first}/Approve"), terms.clone()).await;
        assert_eq!((approved.0.as_u16(), &approved.1["Status"]), (200, &json!("Approved")));
        let account = approved.1["OrganizationCustomerAccount"].as_str().unwrap();
        let customer = format!("/data/CustomersV3(dataAreaId='usmf',CustomerAccount='{account}')");
        let (_, customer) = office.get(&customer).await;
        for column in ["CreditLimit", "CustomerGroupId", "PaymentTerms"] {
            assert_eq!(customer[column], terms[column], "{customer}");
        }
        let again = office.post(&format!("{first}/Approve"), json!({})).await;
        assert_eq!((again.0, &again.1["DecidedAt"]), (StatusCode::OK, &approved.1["DecidedAt"]));
        let opposite = office.post(&format!("{first}/Reject"), json!({ "Reason": "Other" })).await;
        assert_eq!(code(&opposite), (409, "ProspectAlreadyDecided"), "{opposite:?}");
        let message = opposite.1["error"]["message"].as_str().unwrap();
        for part in ["# Demo", "Headquarters", "approved"] {
            assert!(message.contains(part), "{message} lacks {part}");
        }
        let in_use = office.post(&format!("{second}/Approve"), json!({})).await;
        assert_eq!(code(&in_use), (409, "EmailInUse"), "{in_use:?}");
        let joined = office.post(&format!("{second}/Approve"), json!({ "JoinExisting": true })).await;
        assert_eq!(joined.0, 200, "{joined:?}");
        assert_eq!(joined.1["RequestorCustomerAccount"], approved.1["RequestorCustomerAccount"]);
    }
}

#[tokio::test]
async fn mail_is_sent_again_and_a_template_brought_back_by_the_same_verbs_as_pages_call() {
    for office in offices().await {
        let path = office.prospect().await;
        office.post(&format!("{path}/Reject"), json!({"Reason": "Other"})).await;
        let (_, mails) = office.get("/data/EmailMessages").await;
        let mail = format!("/data/EmailMessages({})", mails["value"][0]["ExternalRowId"].as_str().unwrap());
        assert_eq!(code(&office.post(&format!("{mail}/Resend"), json!({})).await), (409, "StillQueued"));
        office.jobs.run_now("Process email notifications").await.unwrap();
        let wrong = office.post(&format!("{mail}/Resend"), json!({"Recipient": "nobody"})).await;
        assert_eq!(wrong.0, StatusCode::BAD_REQUEST);
        let again = office.post(&format!("{mail}/Resend"), json!({"Recipient": "right@nowak.example"})).await;
        assert_eq!((again.0, &again.1["Recipient"]), (StatusCode::OK, &json!("right@nowak.example")));

        let (_, templates) = office.get("/data/EmailTemplates").await;
        let first = &templates["value"][0];
        let template = format!("/data/EmailTemplates({})", first["ExternalRowId"].as_str().unwrap());
        let edit = json!({"Subject": "Hi"}).to_string();
        office.send(Method::PATCH, &template, "application/json", edit).await;
        let (status, restored) = office.post(&format!("{template}/Restore"), json!({})).await;
        assert_eq!((status, &restored["Subject"]), (StatusCode::OK, &first["Subject"]));
    }
}
