//! The main job: won, lost, disqualified.

use serde_json::{Value, json};

use crate::client::Client;
use crate::request::{
    COMPANY, EMAIL, Request, all_mails, disqualify, lose, mails, qualify, quoted, submit, win,
};
use crate::world::worlds;

#[tokio::test]
async fn a_request_becomes_an_approved_partner() {
    for world in worlds().await {
        let request = submit(&world.client).await;
        assert_eq!(request.store_status(&world.client).await, "received");
        world.settle().await;
        was_acknowledged(&world.client, &request).await;
        assert_eq!(request.store_status(&world.client).await, "in_review");
        let lead = request.lead(&world.client).await;
        is_a_new_lead(&world.client, &lead).await;

        let seller = world.client.acting_as("seller@tandem.test").await;
        let (opportunity, account, contact) = qualify(&seller, &lead).await;
        world.settle().await;
        assert_eq!(request.prospect(&world.client).await["Status"], "InReview");
        numbers_flowed_back(&world.client, &request, &account, &contact).await;

        win(&seller, &opportunity).await;
        world.settle().await;
        is_approved(&world.client, &request, &lead).await;
        // Nothing more happens, whatever runs again.
        world.settle().await;
        is_approved(&world.client, &request, &lead).await;
    }
}

#[tokio::test]
async fn a_lost_opportunity_declines_the_request() {
    for world in worlds().await {
        let request = submit(&world.client).await;
        world.settle().await;
        let lead = request.lead(&world.client).await;
        let seller = world.client.acting_as("seller@tandem.test").await;
        let (opportunity, ..) = qualify(&seller, &lead).await;
        lose(&seller, &opportunity).await;
        world.settle().await;
        is_declined(&world.client, &request, "OutSold").await;
        let customers = request.customers(&world.client).await;
        assert_eq!(customers.len(), 2, "customers of a lost deal are kept: {customers:?}");
        assert!(customers.iter().all(|customer| customer["PartnerStatus"] == "Declined"), "{customers:?}");
    }
}

#[tokio::test]
async fn a_disqualified_lead_declines_the_request() {
    for world in worlds().await {
        let request = submit(&world.client).await;
        world.settle().await;
        let lead = request.lead(&world.client).await;
        disqualify(&world.client.acting_as("seller@tandem.test").await, &lead).await;
        world.settle().await;
        is_declined(&world.client, &request, "CannotContact").await;
        assert!(request.customers(&world.client).await.is_empty());
    }
}

/// The sender has one mail that repeats nothing but a name, with a link that works.
async fn was_acknowledged(client: &Client, request: &Request) {
    let mails = all_mails(client, &request.email).await;
    assert_eq!(mails.len(), 1, "{mails:#?}");
    assert_eq!(mails[0]["notificationType"], "Onboarding request received");
    let text = mails[0]["text"].as_str().unwrap();
    assert!(text.contains(&request.reference) && !text.contains("lamps"), "{text}");
    let link = text.split_whitespace().find(|word| word.contains("/requests/")).unwrap();
    let path = &link[link.find("/requests/").unwrap()..];
    assert_eq!(client.get(path).await.expect(200).json()["status"], "in_review");
}

pub async fn is_a_new_lead(client: &Client, lead: &Value) {
    for (column, expected) in [
        ("companyname", json!(COMPANY)),
        ("firstname", json!("Zoë")),
        ("lastname", json!("Żmijewska")),
        ("emailaddress1", json!(EMAIL)),
        ("address1_city", json!("Warszawa")),
        ("numberofemployees", json!(120)),
        ("statecode", json!(0)),
        ("leadsourcecode", json!(8)),
    ] {
        assert_eq!(lead[column], expected, "{column} of {lead:#?}");
    }
    let team = client.one("/api/data/v9.2/teams", "name eq 'usmf DW'").await;
    assert_eq!(lead["_ownerid_value"], team["teamid"]);
    let filter = format!("_objectid_value eq {}", lead["leadid"].as_str().unwrap());
    let note = client.one("/api/data/v9.2/annotations", &filter).await;
    assert_eq!(note["subject"], "Created by dual-write");
}

async fn numbers_flowed_back(client: &Client, request: &Request, account: &str, contact: &str) {
    let customers = request.customers(client).await;
    let find = |party: &str| {
        let found: Vec<&Value> = customers.iter().filter(|customer| customer["PartyType"] == party).collect();
        assert_eq!(found.len(), 1, "{party} in {customers:#?}");
        found[0].clone()
    };
    let (organization, person) = (find("Organization"), find("Person"));
    assert_eq!(organization["OrganizationName"], COMPANY);
    assert_eq!(person["PersonLastName"], "Żmijewska");
    assert_eq!(person["InvoiceAccount"], organization["CustomerAccount"]);
    let account = client.get(&format!("/api/data/v9.2/accounts({account})")).await.expect(200).json();
    let contact = client.get(&format!("/api/data/v9.2/contacts({contact})")).await.expect(200).json();
    assert_eq!(account["accountnumber"], organization["CustomerAccount"]);
    assert_eq!(contact["msdyn_contactpersonid"], person["CustomerAccount"]);
}

pub async fn is_approved(client: &Client, request: &Request, lead: &Value) {
    let prospect = request.prospect(client).await;
    assert_eq!(prospect["Status"], "Approved", "{prospect:#?}");
    assert_eq!(prospect["DecidedIn"], "Sales");
    assert_eq!(prospect["DecidedBy"], "seller@tandem.test");
    assert_eq!(request.store_status(client).await, "approved");
    let customers = request.customers(client).await;
    assert_eq!(customers.len(), 2, "{customers:#?}");
    assert!(customers.iter().all(|customer| customer["PartnerStatus"] == "Active"));
    let hierarchies = client.list("/data/CustomerHierarchies", "Purpose eq 'B2B organization'").await;
    let hierarchies: Vec<&Value> =
        hierarchies.iter().filter(|one| one["Name"] == request.company.as_str()).collect();
    assert_eq!(hierarchies.len(), 1, "{hierarchies:#?}");
    let filter = format!("CustomerHierarchyId eq {}", quoted(&hierarchies[0]["CustomerHierarchyId"]));
    let admin = client.one("/data/CustomerHierarchyMembers", &filter).await;
    assert_eq!(admin["Role"], "Admin");
    assert_eq!(admin["CustomerAccount"], prospect["RequestorCustomerAccount"]);
    let mails = mails(client, &request.email).await;
    assert_eq!(mails.len(), 1, "{mails:#?}");
    assert_eq!(mails[0]["notificationType"], "B2B prospect approved");
    assert!(mails[0]["text"].as_str().unwrap().contains("/set-password/"), "{mails:#?}");
    let lead = client.get(&format!("/api/data/v9.2/leads({})", lead["leadid"].as_str().unwrap())).await;
    let lead = lead.expect(200).json();
    assert_eq!((&lead["statecode"], &lead["tandem_partnerstatus"]), (&json!(1), &json!(2)));
}

pub async fn is_declined(client: &Client, request: &Request, reason: &str) {
    let prospect = request.prospect(client).await;
    assert_eq!((&prospect["Status"], &prospect["RejectionReason"]), (&json!("Rejected"), &json!(reason)));
    assert_eq!(request.store_status(client).await, "declined");
    let mails = mails(client, &request.email).await;
    assert_eq!(mails.len(), 1, "{mails:#?}");
    assert_eq!(mails[0]["notificationType"], "B2B prospect rejected");
    let lead = request.lead(client).await;
    assert_eq!(lead["tandem_partnerstatus"], 3);
}
