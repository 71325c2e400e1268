//! What should not be there: tokens of every wrong kind, wrong companies and roles, stale versions,
//! and a prospect that vanished while Sales decided about it.

use serde_json::{Value, json};
use tables::jiff::SignedDuration;

use crate::client::Client;
use crate::doors::decide;
use crate::request::{disqualify, quoted, submit};
use crate::world::worlds;

const LEADS: &str = "/api/data/v9.2/leads";
const PROSPECTS: &str = "/data/BusinessPartnerProspects";

fn with_token(client: &Client, token: &str) -> Client {
    Client { token: token.into(), ..client.clone() }
}

#[tokio::test]
async fn a_token_of_every_wrong_kind_opens_neither_door() {
    for world in worlds().await {
        let client = &world.client;
        let (head, signature) = client.token.rsplit_once('.').unwrap();
        let (header, payload) = head.split_once('.').unwrap();
        let other: String = signature.chars().rev().collect();
        let wrong = [
            String::new(),
            "nonsense".into(),
            "a.b.c".into(),
            head.to_owned(),
            format!("{head}."),
            format!("{head}.{other}"),
            format!("{header}.{}.{signature}", &payload[..payload.len() - 4]),
            // {"alg":"none","typ":"JWT"}
            format!("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{payload}."),
        ];
        for token in &wrong {
            for path in [LEADS, PROSPECTS] {
                let answer = with_token(client, token).get(path).await;
                assert_eq!(answer.status, 401, "{token}: {}", answer.body);
                assert!(answer.json()["error"]["message"].is_string(), "{}", answer.body);
            }
        }
        for (id, secret) in [("demo-app", "wrong"), ("nobody", "demo-secret"), ("", "")] {
            let form = format!("grant_type=client_credentials&client_id={id}&client_secret={secret}");
            let refused = with_token(client, "").form("/oauth2/v2.0/token", &form).await;
            assert_eq!((refused.status.as_u16(), &refused.json()["error"]), (401, &json!("invalid_client")));
        }
        client.get(LEADS).await.expect(200);
        world.advance(SignedDuration::from_secs(3_601));
        client.get(LEADS).await.expect(401);
    }
}

#[tokio::test]
async fn wrong_companies_roles_and_versions_are_told_apart() {
    for world in worlds().await {
        let client = &world.client;
        let request = submit(client).await;
        world.settle().await;
        let prospect = request.prospect(client).await["ProspectId"].as_str().unwrap().to_owned();
        let elsewhere = format!("{PROSPECTS}(dataAreaId='demf',ProspectId='{prospect}')/Approve");
        client.post(&elsewhere, json!({})).await.expect(404);
        let unknown = format!("{PROSPECTS}(dataAreaId='usmf',ProspectId='BP-999999')/Approve");
        client.post(&unknown, json!({})).await.expect(404);
        let own = format!("{PROSPECTS}(dataAreaId='usmf',ProspectId='{prospect}')");
        let reason = client.post(&format!("{own}/Reject"), json!({ "Reason": "Mood" })).await.expect(400);
        assert!(reason.body.contains("CreditRisk"), "{}", reason.body);
        // The verdict changes by its commands only.
        client.patch(&own, json!({ "Status": "Approved" })).await.expect(400);

        let lead = request.lead(client).await;
        let path = format!("{LEADS}({})", lead["leadid"].as_str().unwrap());
        let etag = lead["@odata.etag"].as_str().unwrap().to_owned();
        client.patch_if(&path, json!({ "jobtitle": "First" }), &etag).await.expect(204);
        let stale = client.patch_if(&path, json!({ "jobtitle": "Second" }), &etag).await.expect(412);
        assert!(stale.body.contains("Read it again"), "{}", stale.body);

        // A seller may not delete, and nobody acts as somebody who is not there.
        let seller = client.acting_as("seller@tandem.test").await;
        assert_eq!(seller.delete(&path).await.status, 403);
        let nobody = Client { caller: Some("00000000-0000-0000-0000-0000000000ff".into()), ..client.clone() };
        assert_eq!(nobody.get(LEADS).await.status, 403);
        assert_eq!(request.prospect(client).await["Status"], "Open");
    }
}

#[tokio::test]
async fn a_decision_about_a_vanished_prospect_waits_and_holds_up_nobody() {
    for world in worlds().await {
        let client = &world.client;
        let other = crate::request::submit_as(client, "Other AG", "o@other.example").await;
        let by_hand = json!({ "OrganizationName": "Gone AG", "PersonLastName": "Ash",
            "PrimaryContactEmail": "ash@gone.example" });
        client.post(PROSPECTS, by_hand).await.expect(204);
        world.settle().await;
        let path = |prospect: &Value| {
            format!("{PROSPECTS}(dataAreaId='usmf',ProspectId={})", quoted(&prospect["ProspectId"]))
        };
        let refused = client.delete(&path(&other.prospect(client).await)).await.expect(409).json();
        assert_eq!(refused["error"]["code"], "RequestUnanswered", "{refused}");
        let prospect = client.one(PROSPECTS, "OrganizationName eq 'Gone AG'").await;
        let about = format!("tandem_b2bprospectid eq {}", quoted(&prospect["ProspectId"]));
        let lead = client.one(LEADS, &about).await;
        client.delete(&path(&prospect)).await.expect(204);
        disqualify(&client.acting_as("seller@tandem.test").await, &lead).await;
        decide(client, &other, "Reject", json!({ "Reason": "Other" })).await;
        world.settle().await;
        let waiting = world.engine().errors(None).await.unwrap().parked;
        let about: Vec<&str> = waiting.iter().map(|parked| parked.cause.as_str()).collect();
        assert!(!about.is_empty() && about.iter().all(|cause| *cause == "refused"), "{waiting:?}");
        let says = |words: &str| waiting.iter().any(|parked| parked.message.contains(words));
        assert!(says("was deleted in headquarters. Restore it") && says("refused (404)"), "{waiting:?}");
        let lead: Value = other.lead(client).await;
        assert_eq!((&lead["statecode"], &lead["tandem_partnerstatus"]), (&json!(2), &json!(3)));
    }
}
