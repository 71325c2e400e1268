//! The two doors of a decision: headquarters, Sales, and both at once. The first to commit in
//! headquarters stands; the other side follows, or says why it does not.

use serde_json::{Value, json};

use crate::client::Client;
use crate::request::{Request, disqualify, lose, mails, qualify, submit, win};
use crate::world::{World, worlds};

const PENDING: i64 = 1;
const APPROVED: i64 = 2;
const DECLINED: i64 = 3;
const REFUSED: i64 = 4;

/// Decides in headquarters.
pub async fn decide(client: &Client, request: &Request, action: &str, body: Value) -> Value {
    let prospect = request.prospect(client).await["ProspectId"].as_str().unwrap().to_owned();
    let path = format!(
        "/data/BusinessPartnerProspects(dataAreaId='usmf',ProspectId='{prospect}')/Microsoft.Dynamics.DataEntities.{action}"
    );
    client.post(&path, body).await.expect(200).json()
}

async fn opportunities(client: &Client, lead: &Value) -> Vec<Value> {
    let filter = format!("_originatingleadid_value eq {}", lead["leadid"].as_str().unwrap());
    client.list("/api/data/v9.2/opportunities", &filter).await
}

async fn note_subjects(client: &Client, lead: &Value) -> Vec<String> {
    let filter = format!("_objectid_value eq {}", lead["leadid"].as_str().unwrap());
    let notes = client.list("/api/data/v9.2/annotations", &filter).await;
    notes.iter().map(|note| note["subject"].as_str().unwrap().to_owned()).collect()
}

/// One hierarchy, two customers, one mail; the same number on both sides.
pub async fn is_one_partner(client: &Client, request: &Request) {
    let prospect = request.prospect(client).await;
    assert_eq!(prospect["Status"], "Approved");
    assert_eq!(request.store_status(client).await, "approved");
    let customers = request.customers(client).await;
    assert_eq!(customers.len(), 2, "{customers:#?}");
    let hierarchies = client.list("/data/CustomerHierarchies", "Purpose eq 'B2B organization'").await;
    let named = hierarchies.iter().filter(|one| one["Name"] == request.company.as_str()).count();
    assert_eq!(named, 1, "{hierarchies:#?}");
    assert_eq!(mails(client, &request.email).await.len(), 1);
    let filter = format!("tandem_b2bprospectid eq '{}'", prospect["ProspectId"].as_str().unwrap());
    let account = client.one("/api/data/v9.2/accounts", &filter).await;
    let contact = client.one("/api/data/v9.2/contacts", &filter).await;
    assert_eq!(account["accountnumber"], prospect["OrganizationCustomerAccount"]);
    assert_eq!(contact["msdyn_contactpersonid"], prospect["RequestorCustomerAccount"]);
    assert_eq!(contact["_parentcustomerid_value"], account["accountid"]);
}

#[tokio::test]
async fn approved_in_headquarters_the_lead_is_qualified_and_won() {
    for world in worlds().await {
        let request = submit(&world.client).await;
        world.settle().await;
        let lead = request.lead(&world.client).await;
        let decided = decide(&world.client, &request, "Approve", json!({})).await;
        assert_eq!(decided["Status"], "Approved");
        world.settle().await;
        is_one_partner(&world.client, &request).await;
        let prospect = request.prospect(&world.client).await;
        assert_eq!(prospect["DecidedIn"], "Headquarters");
        let now = request.lead(&world.client).await;
        assert_eq!((&now["statecode"], &now["tandem_partnerstatus"]), (&json!(1), &json!(APPROVED)));
        let opportunities = opportunities(&world.client, &lead).await;
        assert_eq!(opportunities.len(), 1, "{opportunities:#?}");
        assert_eq!(opportunities[0]["statecode"], 1);
        assert_eq!(opportunities[0]["tandem_partnerstatus"], APPROVED);
        assert!(!opportunities[0]["_parentaccountid_value"].is_null());
        assert!(!note_subjects(&world.client, &lead).await.contains(&"Decision refused".to_owned()));
    }
}

#[tokio::test]
async fn approved_in_headquarters_while_the_opportunity_is_open_it_is_won() {
    for world in worlds().await {
        let request = submit(&world.client).await;
        world.settle().await;
        let lead = request.lead(&world.client).await;
        let seller = world.client.acting_as("seller@tandem.test").await;
        qualify(&seller, &lead).await;
        world.settle().await;
        decide(&world.client, &request, "Approve", json!({})).await;
        world.settle().await;
        is_one_partner(&world.client, &request).await;
        let opportunities = opportunities(&world.client, &lead).await;
        assert_eq!((opportunities.len(), &opportunities[0]["statecode"]), (1, &json!(1)));
    }
}

#[tokio::test]
async fn declined_in_headquarters_the_lead_is_disqualified_or_the_opportunity_lost() {
    for qualified in [false, true] {
        for world in worlds().await {
            let request = submit(&world.client).await;
            world.settle().await;
            let lead = request.lead(&world.client).await;
            assert_eq!(lead["tandem_partnerstatus"], PENDING);
            if qualified {
                qualify(&world.client.acting_as("seller@tandem.test").await, &lead).await;
                world.settle().await;
            }
            decide(&world.client, &request, "Reject", json!({ "Reason": "CreditRisk" })).await;
            world.settle().await;
            let prospect = request.prospect(&world.client).await;
            assert_eq!(prospect["RejectionReason"], "CreditRisk");
            assert_eq!(request.store_status(&world.client).await, "declined");
            assert_eq!(mails(&world.client, &request.email).await.len(), 1);
            let now = request.lead(&world.client).await;
            assert_eq!(now["tandem_partnerstatus"], DECLINED);
            let opportunities = opportunities(&world.client, &lead).await;
            if qualified {
                assert_eq!((&now["statecode"], opportunities.len()), (&json!(1), 1));
                let opportunity = &opportunities[0];
                assert_eq!(
                    (&opportunity["statecode"], &opportunity["statuscode"]),
                    (&json!(2), &json!(4)),
                    "{opportunity:#?}"
                );
            } else {
                assert_eq!((&now["statecode"], &now["statuscode"]), (&json!(2), &json!(7)));
                assert!(opportunities.is_empty());
                let notes = note_subjects(&world.client, &lead).await;
                assert!(notes.contains(&"Declined in headquarters".to_owned()), "{notes:?}");
            }
        }
    }
}

/// How two people decide at once: what Sales does, what headquarters does, and what stands.
#[tokio::test]
async fn of_two_opposite_decisions_the_first_in_headquarters_stands_and_the_other_says_refused() {
    for approve in [true, false] {
        for world in worlds().await {
            let request = submit(&world.client).await;
            world.settle().await;
            let lead = request.lead(&world.client).await;
            let seller = world.client.acting_as("seller@tandem.test").await;
            let (opportunity, ..) = qualify(&seller, &lead).await;
            world.settle().await;
            // Neither side has heard of the other.
            if approve {
                decide(&world.client, &request, "Approve", json!({})).await;
                lose(&seller, &opportunity).await;
            } else {
                decide(&world.client, &request, "Reject", json!({ "Reason": "NotEligible" })).await;
                win(&seller, &opportunity).await;
            }
            world.settle().await;
            let prospect = request.prospect(&world.client).await;
            let stands = if approve { "Approved" } else { "Rejected" };
            assert_eq!(
                (&prospect["Status"], &prospect["DecidedIn"]),
                (&json!(stands), &json!("Headquarters"))
            );
            assert_eq!(mails(&world.client, &request.email).await.len(), 1);
            // The row in Sales stays as its user left it, and says so.
            let opportunities = opportunities(&world.client, &lead).await;
            let left = if approve { 2 } else { 1 };
            assert_eq!(opportunities[0]["statecode"], left);
            assert_eq!(opportunities[0]["tandem_partnerstatus"], REFUSED);
            let lead_now = request.lead(&world.client).await;
            assert_eq!(lead_now["statecode"], 1);
            let notes = note_subjects(&world.client, &lead).await;
            assert_eq!(notes.iter().filter(|subject| *subject == "Decision refused").count(), 1, "{notes:?}");
        }
    }
}

#[tokio::test]
async fn a_lead_disqualified_while_headquarters_approves_says_refused() {
    for world in worlds().await {
        let request = submit(&world.client).await;
        world.settle().await;
        let lead = request.lead(&world.client).await;
        decide(&world.client, &request, "Approve", json!({})).await;
        disqualify(&world.client.acting_as("seller@tandem.test").await, &lead).await;
        world.settle().await;
        assert_eq!(request.prospect(&world.client).await["Status"], "Approved");
        let now = request.lead(&world.client).await;
        assert_eq!((&now["statecode"], &now["tandem_partnerstatus"]), (&json!(2), &json!(REFUSED)));
    }
}

#[tokio::test]
async fn the_same_verdict_from_both_sides_is_one_verdict() {
    for world in worlds().await {
        let request = submit(&world.client).await;
        world.settle().await;
        let lead = request.lead(&world.client).await;
        let seller = world.client.acting_as("seller@tandem.test").await;
        let (opportunity, ..) = qualify(&seller, &lead).await;
        world.settle().await;
        decide(&world.client, &request, "Approve", json!({})).await;
        win(&seller, &opportunity).await;
        world.settle().await;
        is_one_partner(&world.client, &request).await;
        assert_eq!(opportunities(&world.client, &lead).await[0]["tandem_partnerstatus"], APPROVED);
    }
}

/// A second partner whose requestor signs in already: the way out that headquarters offers goes
/// through to Sales.
#[tokio::test]
async fn a_person_who_joins_a_second_partner_is_on_both_sides() {
    for world in worlds().await {
        let client = &world.client;
        let first = submit(client).await;
        world.settle().await;
        decide(client, &first, "Approve", json!({})).await;
        world.settle().await;
        let second = crate::request::submit_as(client, "Second GmbH", &first.email).await;
        world.settle().await;
        let prospect = second.prospect(client).await["ProspectId"].as_str().unwrap().to_owned();
        let path =
            format!("/data/BusinessPartnerProspects(dataAreaId='usmf',ProspectId='{prospect}')/Approve");
        let taken = client.post(&path, json!({})).await.expect(409);
        assert_eq!(taken.json()["error"]["code"], "EmailInUse", "{}", taken.body);
        client.post(&path, json!({ "JoinExisting": true })).await.expect(200);
        world.settle().await;
        let lead = second.lead(client).await;
        assert_eq!((&lead["statecode"], &lead["tandem_partnerstatus"]), (&json!(1), &json!(APPROVED)));
        let opportunities = opportunities(client, &lead).await;
        assert_eq!((opportunities.len(), &opportunities[0]["statecode"]), (1, &json!(1)));
        assert!(world.engine().errors(None).await.unwrap().parked.is_empty());
        // The person is one contact, and stands for the prospect that it came from.
        let contact =
            client.one("/api/data/v9.2/contacts", &format!("emailaddress1 eq '{}'", first.email)).await;
        let own = first.prospect(client).await["ProspectId"].clone();
        assert_eq!(contact["tandem_b2bprospectid"], own);
    }
}

/// A second requestor of a company that is a partner already.
#[tokio::test]
async fn a_second_requestor_joins_the_organization_only_when_that_is_said() {
    for world in worlds().await {
        let client = &world.client;
        let first = submit(client).await;
        world.settle().await;
        decide(client, &first, "Approve", json!({})).await;
        world.settle().await;
        let second = crate::request::submit_as(client, "Alpen Möbel Filiale", "eva@alpen.example").await;
        world.settle().await;
        let organization = first.prospect(client).await["OrganizationCustomerAccount"].clone();
        let prospect = second.prospect(client).await["ProspectId"].as_str().unwrap().to_owned();
        let path =
            format!("/data/BusinessPartnerProspects(dataAreaId='usmf',ProspectId='{prospect}')/Approve");
        let named = json!({ "OrganizationCustomerAccount": organization });
        let taken = client.post(&path, named).await.expect(409);
        assert_eq!(taken.json()["error"]["code"], "OrganizationInUse", "{}", taken.body);
        assert_eq!(second.prospect(client).await["Status"], "Open", "nothing was half-written");
        let joins = json!({ "OrganizationCustomerAccount": organization, "JoinExistingOrganization": true });
        client.post(&path, joins).await.expect(200);
        world.settle().await;
        let lead = second.lead(client).await;
        assert_eq!((&lead["statecode"], &lead["tandem_partnerstatus"]), (&json!(1), &json!(APPROVED)));
        let of_first = first.lead(client).await["_parentaccountid_value"].clone();
        assert_eq!(lead["_parentaccountid_value"], of_first, "one company, one account");
        assert!(world.engine().errors(None).await.unwrap().parked.is_empty());
        assert_eq!(second.store_status(client).await, "approved");
        assert_eq!(mails(client, &second.email).await.len(), 1);
    }
}

#[tokio::test]
async fn without_the_solution_headquarters_decides_alone() {
    for world in World::each(|settings| settings.solution = false).await {
        let request = submit(&world.client).await;
        world.settle().await;
        assert_eq!(request.store_status(&world.client).await, "in_review");
        assert!(world.client.list("/api/data/v9.2/leads", "statecode eq 0").await.is_empty());
        decide(&world.client, &request, "Approve", json!({})).await;
        world.settle().await;
        assert_eq!(request.store_status(&world.client).await, "approved");
        assert_eq!(request.customers(&world.client).await.len(), 2);
        assert_eq!(mails(&world.client, &request.email).await.len(), 1);
    }
}
