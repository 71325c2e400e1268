//! The actions as clients of the Web API call them.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt as _;
use serde_json::{Value as Json, json};
use tables::uuid::Uuid;
use tower::ServiceExt as _;
use web_api::{Authority, TrustedApplication};

use crate::office::{Office, offices};

pub struct Client {
    router: Router,
    seller: Uuid,
}

impl Client {
    pub async fn of(office: &Office) -> Self {
        Self::of_user(office, "seller@tandem.test").await
    }

    /// A client of this person.
    pub async fn of_user(office: &Office, name: &str) -> Self {
        let authority = Arc::new(Authority::open(office.store.clone()).await.unwrap());
        let router = Router::new()
            .nest_service("/api/data/v9.2", sales::api(office.store.clone(), authority).router());
        Self { router, seller: office.user(name).await.user }
    }

    /// A request of `demo-app` for the person; sets come two rows at a time.
    pub async fn send(&self, method: &str, path: &str, body: Json) -> (u16, Json) {
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/data/v9.2/{path}"))
            .header("host", "crm.test")
            .header("content-type", "application/json")
            .header("prefer", "return=representation,odata.maxpagesize=2")
            .header("mscrmcallerid", self.seller.to_string())
            .extension(TrustedApplication("demo-app".into()))
            .body(if method == "GET" { Body::empty() } else { Body::from(body.to_string()) })
            .unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        (status, serde_json::from_slice(&bytes).unwrap_or(Json::Null))
    }

    async fn lead(&self) -> String {
        let body = json!({ "subject": "Chairs", "lastname": "Byron", "companyname": "Byron & Co" });
        let (status, lead) = self.send("POST", "leads", body).await;
        assert_eq!(status, 201, "{lead}");
        lead["leadid"].as_str().unwrap().to_owned()
    }
}

fn all(status: i64) -> Json {
    json!({ "CreateAccount": true, "CreateContact": true, "CreateOpportunity": true, "Status": status })
}

#[tokio::test]
async fn a_lead_is_qualified_won_and_lost_over_the_web_api() {
    for office in offices().await {
        let client = Client::of(&office).await;
        let lead = client.lead().await;
        let path = format!("leads({lead})/Microsoft.Dynamics.CRM.QualifyLead");
        let (status, wrong) = client.send("POST", &path, all(4)).await;
        assert_eq!((status, &wrong["error"]["code"]), (400, &json!("0x80048408")));
        let (status, missing) = client.send("POST", &path, json!({ "CreateAccount": true })).await;
        assert_eq!(status, 400, "{missing}");
        assert!(missing["error"]["message"].as_str().unwrap().starts_with("CreateContact is required"));
        let (status, made) = client.send("POST", &path, all(3)).await;
        assert_eq!(status, 200, "{made}");
        let types: Vec<&str> =
            made["value"].as_array().unwrap().iter().filter_map(|row| row["@odata.type"].as_str()).collect();
        let named =
            ["account", "contact", "opportunity"].map(|name| format!("#Microsoft.Dynamics.CRM.{name}"));
        assert_eq!(types, named);
        let (status, again) = client.send("POST", &path, all(-1)).await;
        assert_eq!(status, 400, "{again}");
        let opportunity = made["value"][2]["opportunityid"].as_str().unwrap();
        let close = |status: i64| {
            let close = json!({
                "subject": "Done", "actualrevenue": 12.5, "actualend": "2026-11-19",
                "opportunityid@odata.bind": format!("/opportunities({opportunity})")
            });
            json!({ "Status": status, "OpportunityClose": close })
        };
        let (status, wrong) = client.send("POST", "LoseOpportunity", close(3)).await;
        assert_eq!((status, &wrong["error"]["code"]), (400, &json!("0x80048408")));
        assert_eq!(client.send("POST", "WinOpportunity", json!({ "Status": 3 })).await.0, 400);
        assert_eq!(client.send("POST", "LoseOpportunity", close(4)).await.0, 204);
        assert_eq!(client.send("POST", "WinOpportunity", close(3)).await.0, 400);
        let row = format!("opportunities({opportunity})");
        let (_, lost) = client.send("GET", &row, Json::Null).await;
        assert_eq!((&lost["statecode"], &lost["statuscode"]), (&json!(2), &json!(4)));
        assert_eq!((&lost["actualvalue"], &lost["actualclosedate"]), (&json!(12.5), &json!("2026-11-19")));
        assert_eq!(client.send("PATCH", &row, json!({ "statecode": 0 })).await.0, 200);
        assert_eq!(client.send("POST", "WinOpportunity", close(3)).await.0, 204);
        let nobody = format!("leads({})/Microsoft.Dynamics.CRM.QualifyLead", Uuid::from_u128(7));
        assert_eq!(client.send("POST", &nobody, all(3)).await.0, 404);
    }
}

#[tokio::test]
async fn a_lead_is_disqualified_by_its_state_over_the_web_api() {
    for office in offices().await {
        let client = Client::of(&office).await;
        let row = format!("leads({})", client.lead().await);
        let (status, wrong) = client.send("PATCH", &row, json!({ "statecode": 2, "statuscode": 3 })).await;
        assert_eq!((status, &wrong["error"]["code"]), (400, &json!("0x80048408")));
        let (status, lead) = client.send("PATCH", &row, json!({ "statecode": 2, "statuscode": 5 })).await;
        assert_eq!((status, &lead["statuscode"]), (200, &json!(5)));
        assert_eq!(client.send("PATCH", &row, json!({ "subject": "Tables" })).await.0, 400);
    }
}

#[tokio::test]
async fn duplicates_are_answered_as_dataverse_does_and_chosen_by_parameters() {
    for office in offices().await {
        let client = Client::of(&office).await;
        let (_, account) = client.send("POST", "accounts", json!({ "name": "byron & co" })).await;
        let account = account["accountid"].as_str().unwrap();
        let path = format!("leads({})/Microsoft.Dynamics.CRM.QualifyLead", client.lead().await);
        let (status, found) = client.send("POST", &path, all(3)).await;
        assert_eq!((status, &found["error"]["code"]), (500, &json!("0x80040333")), "{found}");
        assert!(found["error"]["message"].as_str().unwrap().contains(account), "{found}");
        let mut chosen = all(3);
        chosen["SourceCampaignId"] =
            json!({ "accountid": account, "@odata.type": "#Microsoft.Dynamics.CRM.account" });
        let (status, wrong) = client.send("POST", &path, chosen.clone()).await;
        assert_eq!(status, 400, "{wrong}");
        assert!(wrong["error"]["message"].as_str().unwrap().contains("SourceCampaignId"), "{wrong}");
        chosen["SourceCampaignId"] = Json::Null;
        chosen["ExistingAccountId"] = json!({ "@odata.id": format!("accounts({account})") });
        let (status, made) = client.send("POST", &path, chosen).await;
        assert_eq!((status, made["value"].as_array().map(Vec::len)), (200, Some(2)), "{made}");
        let path = format!("leads({})/QualifyLead", client.lead().await);
        let mut anyway = all(-1);
        anyway["SuppressDuplicateDetection"] = json!(true);
        let (status, made) = client.send("POST", &path, anyway).await;
        assert_eq!((status, made["value"].as_array().map(Vec::len)), (200, Some(3)), "{made}");
    }
}

#[tokio::test]
async fn an_opportunity_is_lost_to_a_competitor() {
    for office in offices().await {
        let client = Client::of(&office).await;
        let (_, made) = client.send("POST", "competitors", json!({ "name": "Cheap Chairs" })).await;
        let competitor = made["competitorid"].as_str().unwrap();
        let path = format!("leads({})/QualifyLead", client.lead().await);
        let (_, made) = client.send("POST", &path, all(3)).await;
        let opportunity = made["value"][2]["opportunityid"].as_str().unwrap();
        let close = json!({ "Status": 5, "OpportunityClose": {
            "subject": "Too expensive",
            "opportunityid@odata.bind": format!("/opportunities({opportunity})"),
            "competitorid@odata.bind": format!("/competitors({competitor})"),
        }});
        assert_eq!(client.send("POST", "LoseOpportunity", close).await.0, 204);
        let (_, closes) = client.send("GET", "opportunitycloses", Json::Null).await;
        let close = &closes["value"][0];
        assert_eq!(close["_competitorid_value"], competitor);
        assert_eq!(close["_regardingobjectid_value"], json!(opportunity));
        assert_eq!((&close["statecode"], &close["statuscode"]), (&json!(1), &json!(2)));
        // By hand it is neither made nor told otherwise; its words may be mended.
        let by_hand = json!({ "opportunityid@odata.bind": format!("/opportunities({opportunity})") });
        assert_eq!(client.send("POST", "opportunitycloses", by_hand).await.0, 400);
        let row = format!("opportunitycloses({})", close["activityid"].as_str().unwrap());
        assert_eq!(client.send("PATCH", &row, json!({ "actualrevenue": 9 })).await.0, 400);
        assert_eq!(client.send("PATCH", &row, json!({ "description": "Too dear" })).await.0, 200);
    }
}
