//! What the engine promises, one promise per test.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use dual_write::maps::Solution;
use dual_write::waiting::{Cause, Waiting};
use dual_write::{Ends, Engine, EngineError, Gallery, Hub, PeerError, Row, Side};
use jiff::Timestamp;
use platform::faults::{Faults, Outcome};
use platform::{Environment, derived_id};
use serde_json::{Value as Json, json};
use tables::testing::{Place, places};
use tables::{Principal, Query, Store};
use uuid::Uuid;

use crate::scripted::{Failure, Rule, Scripted};

pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// Headquarters gives customers their number.
pub fn numbers(set: &str, row: &mut Row, new: bool) -> Result<(), (u16, &'static str)> {
    if set == "CustomersV3" && new {
        row.insert(
            "CustomerAccount".into(),
            json!(format!("C-{}", row.get("OrganizationName").and_then(Json::as_str).unwrap_or("P"))),
        );
    }
    Ok(())
}

pub fn plain(_: &str, _: &mut Row, _: bool) -> Result<(), (u16, &'static str)> {
    Ok(())
}

pub struct World {
    pub headquarters: Scripted,
    pub sales: Scripted,
    pub store: Store,
    /// The point at which the engine dies once.
    dies: Arc<AtomicBool>,
    _place: Place,
}

impl World {
    /// One world per kind of database; its engine dies once at `point` when told to.
    pub async fn each(headquarters: Rule, sales: Rule, point: &'static str) -> Vec<Self> {
        let mut worlds = Vec::new();
        for place in places() {
            let mut environment = Environment::frozen(Timestamp::UNIX_EPOCH, 1);
            let dies = Arc::new(AtomicBool::new(false));
            let told = Arc::clone(&dies);
            environment.faults = Faults::heard_by(move |name| {
                let hit = name == point && told.swap(false, Ordering::SeqCst);
                if hit { Outcome::Fail } else { Outcome::Continue }
            });
            let store = place.open("dual_write", dual_write::catalog(), environment).await;
            let headquarters = Scripted::new(Side::Headquarters, headquarters);
            let sales = Scripted::new(Side::Sales, sales);
            worlds.push(Self { headquarters, sales, store, dies, _place: place });
        }
        worlds
    }

    /// From now on the engine dies once at the world's point.
    pub fn die(&self) {
        self.dies.store(true, Ordering::SeqCst);
    }

    pub fn engine(&self) -> Engine {
        let solution = Solution::commerce().unwrap();
        Engine::new(self.store.clone(), solution, self.headquarters.peer(), self.sales.peer(), "usmf")
    }

    /// The hub with this engine at work.
    pub fn hub(&self, engine: Engine) -> Hub {
        let (headquarters, sales) = (self.headquarters.peer(), self.sales.peer());
        let (headquarters_setup, sales_setup) = (headquarters.clone(), sales.clone());
        let ends = Ends { headquarters, sales, headquarters_setup, sales_setup };
        let hub = Hub::new(self.store.clone(), ends, Gallery::default(), None);
        hub.put_to_work(engine);
        hub
    }

    pub async fn waiting(&self) -> Vec<Waiting> {
        self.store.read(&Principal::system()).await.unwrap().list(Query::of("waiting")).await.unwrap()
    }
}

pub fn account(name: &str) -> Json {
    json!({ "customertypecode": 3, "name": name })
}

pub fn prospect() -> Json {
    json!({ "dataAreaId": "usmf", "TypeId": "B2B prospect", "ProspectId": "BP-1", "Status": "Open",
            "OrganizationName": "Alpen", "PersonLastName": "Z" })
}

#[tokio::test]
async fn a_prospect_becomes_one_lead_with_one_note_and_then_silence() {
    for world in World::each(numbers, plain, "").await {
        world.headquarters.write("BusinessPartnerProspects", id(1), prospect());
        world.engine().run_until_idle().await.unwrap();
        let leads = world.sales.rows("leads");
        assert_eq!(leads.len(), 1);
        assert_eq!(leads[0]["companyname"], "Alpen");
        assert_eq!(world.sales.rows("annotations").len(), 1);
        let lead = derived_id(
            Solution::commerce().unwrap().map("b2b_prospects_leads").unwrap().id,
            id(1).as_bytes(),
        );
        let before = world.sales.row("leads", lead).unwrap();
        world.engine().run_until_idle().await.unwrap();
        assert_eq!(world.sales.row("leads", lead).unwrap(), before);
    }
}

#[tokio::test]
async fn a_number_flows_back() {
    for world in World::each(numbers, plain, "").await {
        world.sales.write("accounts", id(1), account("Alpen"));
        world.engine().run_until_idle().await.unwrap();
        assert_eq!(world.sales.row("accounts", id(1)).unwrap()["accountnumber"], "C-Alpen");
        assert_eq!(
            (world.sales.rows("accounts").len(), world.headquarters.rows("CustomersV3").len()),
            (1, 1)
        );
    }
}

#[tokio::test]
async fn a_contact_waits_for_its_account_and_nothing_else_does() {
    for world in World::each(numbers, plain, "").await {
        let contact = json!({ "msdyn_sellable": true, "lastname": "Z", "_parentcustomerid_value": id(9) });
        world.sales.write("contacts", id(1), contact);
        world.sales.write("accounts", id(2), account("Other"));
        world.engine().run_until_idle().await.unwrap();
        assert_eq!(world.headquarters.rows("CustomersV3").len(), 1);
        assert_eq!(world.waiting().await.len(), 1);
        world.sales.write("accounts", id(9), account("Alpen"));
        world.engine().run_until_idle().await.unwrap();
        assert!(world.waiting().await.is_empty());
        let persons = world.headquarters.rows("CustomersV3");
        let person = persons.iter().find(|row| row["PartyType"] == "Person").unwrap();
        assert_eq!(person["InvoiceAccount"], "C-Alpen");
    }
}

/// An account that no prospect stands behind has no key to be recognised by: the link alone says
/// whose customer it is.
#[tokio::test]
async fn a_crash_after_a_create_makes_no_second_row() {
    for world in World::each(numbers, plain, "dual_write.after_create").await {
        world.sales.write("accounts", id(1), account("Alpen"));
        world.die();
        world.engine().run_until_idle().await.unwrap_err();
        world.engine().run_until_idle().await.unwrap();
        assert_eq!(world.headquarters.rows("CustomersV3").len(), 1);
        assert_eq!(world.sales.rows("accounts").len(), 1);
    }
}

#[tokio::test]
async fn a_refused_row_waits_alone() {
    fn no_bad_names(set: &str, row: &mut Row, new: bool) -> Result<(), (u16, &'static str)> {
        let bad = row.get("OrganizationName").is_some_and(|name| name == "Bad");
        if bad { Err((400, "OrganizationName is not a name.")) } else { numbers(set, row, new) }
    }
    for world in World::each(no_bad_names, plain, "").await {
        world.sales.write("accounts", id(1), account("Bad"));
        world.sales.write("accounts", id(2), account("Good"));
        world.engine().run_until_idle().await.unwrap();
        assert_eq!(world.headquarters.rows("CustomersV3").len(), 1);
        let waiting = world.waiting().await;
        assert!(waiting[0].message.as_deref().unwrap().contains("OrganizationName is not a name."));
        world.sales.write("accounts", id(1), account("Better"));
        world.engine().run_until_idle().await.unwrap();
        assert_eq!(world.headquarters.rows("CustomersV3").len(), 2);
        assert!(world.waiting().await.is_empty());
    }
}

/// The update that completes an adoption can be refused like any other.
#[tokio::test]
async fn a_refusal_while_adopting_waits_alone() {
    for world in World::each(numbers, plain, "").await {
        let customer = json!({ "dataAreaId": "usmf", "PartyType": "Organization", "B2BProspectId": "BP-1",
                           "B2BProspectRole": "Organization", "OrganizationName": "Old" });
        world.headquarters.write_unlogged("CustomersV3", id(50), customer);
        let adopted = format!("PATCH CustomersV3(dataAreaId='usmf',ExternalRowId={})", id(50));
        world.headquarters.fail(failure(adopted.leak(), 400, usize::MAX));
        let mut clashing = account("New");
        clashing["tandem_b2bprospectid"] = json!("BP-1");
        clashing["websiteurl"] = json!("https://new.example");
        world.sales.write("accounts", id(1), clashing);
        world.sales.write("accounts", id(2), account("Other"));
        world.engine().run_until_idle().await.unwrap();
        assert_eq!(world.waiting().await.len(), 1);
        assert_eq!(world.headquarters.rows("CustomersV3").len(), 2);
    }
}

/// The map says that headquarters' value stands where both have one.
#[tokio::test]
async fn adopting_a_row_of_headquarters_keeps_its_values() {
    for world in World::each(numbers, plain, "").await {
        let customer = json!({ "dataAreaId": "usmf", "PartyType": "Organization", "B2BProspectId": "BP-1",
                           "B2BProspectRole": "Organization", "OrganizationName": "Headquarters' name" });
        world.headquarters.write_unlogged("CustomersV3", id(50), customer);
        let mut clashing = account("Sales' name");
        clashing["tandem_b2bprospectid"] = json!("BP-1");
        world.sales.write("accounts", id(1), clashing);
        world.engine().run_until_idle().await.unwrap();
        assert_eq!(
            world.headquarters.row("CustomersV3", id(50)).unwrap()["OrganizationName"],
            "Headquarters' name"
        );
    }
}

/// Each side insists on its own spelling: that has to stop somewhere.
#[tokio::test]
async fn sides_that_disagree_about_a_spelling_fall_silent() {
    fn upper(set: &str, row: &mut Row, new: bool) -> Result<(), (u16, &'static str)> {
        let name = row.get("OrganizationName").and_then(Json::as_str).map(str::to_uppercase);
        if let Some(name) = name {
            row.insert("OrganizationName".into(), json!(name));
        }
        numbers(set, row, new)
    }
    fn lower(_: &str, row: &mut Row, _: bool) -> Result<(), (u16, &'static str)> {
        let name = row.get("name").and_then(Json::as_str).map(str::to_lowercase);
        if let Some(name) = name {
            row.insert("name".into(), json!(name));
        }
        Ok(())
    }
    for world in World::each(upper, lower, "").await {
        world.sales.write("accounts", id(1), account("Alpen"));
        world.engine().run_until_idle().await.unwrap();
    }
}

/// A row that is gone on the other side cannot take a change: somebody has to be told.
#[tokio::test]
async fn a_change_for_a_row_that_is_gone_is_not_lost_in_silence() {
    for world in World::each(numbers, plain, "").await {
        world.sales.write("accounts", id(1), account("Alpen"));
        world.engine().run_until_idle().await.unwrap();
        let customer =
            derived_id(Solution::commerce().unwrap().map("customers_accounts").unwrap().id, id(1).as_bytes());
        world.headquarters.remove("CustomersV3", customer);
        world.sales.write("accounts", id(1), json!({ "name": "Alpen GmbH" }));
        world.engine().run_until_idle().await.unwrap();
        assert_eq!(world.waiting().await.len(), 1);
    }
}

/// A row that leaves the map's filter takes no further part.
#[tokio::test]
async fn a_linked_row_outside_the_filter_is_left_alone() {
    for world in World::each(numbers, plain, "").await {
        world.sales.write("accounts", id(1), account("Alpen"));
        world.engine().run_until_idle().await.unwrap();
        world.sales.write("accounts", id(1), json!({ "customertypecode": 10, "name": "Supplier now" }));
        world.engine().run_until_idle().await.unwrap();
        assert_eq!(world.headquarters.rows("CustomersV3")[0]["OrganizationName"], "Alpen");
    }
}

/// A command is sent once, however often the engine starts anew.
#[tokio::test]
async fn a_decision_is_one_command_with_one_decision_id() {
    for world in World::each(numbers, plain, "").await {
        world.headquarters.write("BusinessPartnerProspects", id(1), prospect());
        world.engine().run_until_idle().await.unwrap();
        let map = Solution::commerce().unwrap().map("b2b_prospects_leads").unwrap().id;
        let lead = derived_id(map, id(1).as_bytes());
        world.sales.write("leads", lead, json!({ "statecode": 2, "statuscode": 5 }));
        world.engine().run_until_idle().await.unwrap();
        world.engine().run_until_idle().await.unwrap();
        let commands = world.headquarters.commands();
        assert_eq!(commands.len(), 1, "{commands:?}");
        let (action, parameters) = &commands[0];
        assert!(action.ends_with("Reject"), "{action}");
        assert_eq!(
            (&parameters["Reason"], &parameters["DecidedIn"]),
            (&json!("CannotContact"), &json!("Sales"))
        );
        assert!(parameters["DecisionId"].as_str().is_some_and(|id| Uuid::try_parse(id).is_ok()));
    }
}

pub fn failure(part: &'static str, status: u16, times: usize) -> Failure {
    Failure { part, status, times, retry_after: None }
}

/// A peer that fails over one row and answers others holds up that row alone.
#[tokio::test]
async fn a_row_that_a_peer_fails_over_waits_alone() {
    for world in World::each(numbers, plain, "").await {
        let map = Solution::commerce().unwrap().map("customers_accounts").unwrap().id;
        let customer = derived_id(map, id(1).as_bytes()).to_string();
        world.headquarters.fail(failure(customer.leak(), 500, usize::MAX));
        world.sales.write("accounts", id(1), account("Cursed"));
        world.sales.write("accounts", id(2), account("Fine"));
        world.engine().run_until_idle().await.unwrap();
        assert_eq!(world.headquarters.rows("CustomersV3").len(), 1);
        let waiting = world.waiting().await;
        assert_eq!((waiting.len(), waiting[0].cause), (1, Cause::Unanswered));
    }
}

/// A peer that answers nobody stops the round, and nothing is put aside for it.
#[tokio::test]
async fn a_peer_that_is_down_is_waited_for() {
    for world in World::each(numbers, plain, "").await {
        world.sales.write("accounts", id(1), account("Alpen"));
        world.headquarters.fail(failure(" CustomersV3", 503, 4));
        let error = world.engine().run_until_idle().await.unwrap_err();
        assert!(matches!(error, EngineError::Peer(PeerError::Unavailable { .. })), "{error}");
        assert!(world.waiting().await.is_empty());
        world.engine().run_until_idle().await.unwrap_err();
        world.engine().run_until_idle().await.unwrap();
        assert_eq!(world.headquarters.rows("CustomersV3").len(), 1);
    }
}

#[tokio::test]
async fn a_peer_that_asks_for_rest_gets_it() {
    for world in World::each(numbers, plain, "").await {
        world.sales.write("accounts", id(1), account("Alpen"));
        world.headquarters.fail(Failure { retry_after: Some("7"), ..failure("PATCH", 429, 1) });
        let error = world.engine().run_until_idle().await.unwrap_err();
        let EngineError::Peer(error) = error else { panic!("{error}") };
        assert_eq!(error.retry_after(), Some(std::time::Duration::from_secs(7)));
        assert!(world.waiting().await.is_empty());
        world.engine().run_until_idle().await.unwrap();
        assert_eq!(world.headquarters.rows("CustomersV3").len(), 1);
    }
}

/// A row that somebody changed since it was read is merged anew at once, not put aside.
#[tokio::test]
async fn a_stale_update_is_merged_at_once() {
    for world in World::each(numbers, plain, "").await {
        world.sales.write("accounts", id(1), account("Alpen"));
        world.engine().run_until_idle().await.unwrap();
        world.headquarters.fail(failure("PATCH", 412, 2));
        world.sales.write("accounts", id(1), json!({ "name": "Alpen GmbH" }));
        world.engine().run_until_idle().await.unwrap();
        assert!(world.waiting().await.is_empty());
        assert_eq!(world.headquarters.rows("CustomersV3")[0]["OrganizationName"], "Alpen GmbH");
    }
}

/// What a decision needs to read may be forbidden: the decision waits and says so.
#[tokio::test]
async fn a_forbidden_read_makes_the_decision_wait_and_no_other_row() {
    for world in World::each(numbers, plain, "").await {
        world.headquarters.write("BusinessPartnerProspects", id(1), prospect());
        world.engine().run_until_idle().await.unwrap();
        let map = Solution::commerce().unwrap().map("b2b_prospects_leads").unwrap().id;
        let lead = derived_id(map, id(1).as_bytes());
        world.sales.fail(failure("GET systemusers", 403, usize::MAX));
        world.sales.write("leads", lead, json!({ "statecode": 2, "statuscode": 5 }));
        world.sales.write("accounts", id(2), account("Fine"));
        world.engine().run_until_idle().await.unwrap();
        assert!(world.headquarters.commands().is_empty());
        let waiting = world.waiting().await;
        assert_eq!((waiting.len(), waiting[0].cause), (1, Cause::Refused));
        assert_eq!(world.headquarters.rows("CustomersV3").len(), 1);
    }
}

/// Nobody waits for himself.
#[tokio::test]
async fn a_person_that_is_invoiced_to_itself_has_no_company() {
    for world in World::each(numbers, plain, "").await {
        let person = json!({ "dataAreaId": "usmf", "PartyType": "Person", "CustomerAccount": "C-P",
                             "InvoiceAccount": "C-P", "PersonLastName": "Self" });
        world.headquarters.write("CustomersV3", id(7), person);
        world.engine().run_until_idle().await.unwrap();
        assert_eq!(world.waiting().await, []);
        assert_eq!(world.sales.rows("contacts")[0]["lastname"], "Self");
        assert_eq!(world.headquarters.row("CustomersV3", id(7)).unwrap()["InvoiceAccount"], "C-P");
    }
}
