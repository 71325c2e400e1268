//! How rows stand, as the pages of either side are told.

use dual_write::Side;
use dual_write::maps::Solution;
use dual_write::watch::Standings;
use platform::derived_id;
use serde_json::json;
use shell::{Stand, Standings as _, State};
use uuid::Uuid;

use crate::engine::{World, account, failure, id, numbers, plain, prospect};

fn page(side: Side, set: &str, id: Uuid) -> Option<String> {
    Some(format!("/{side}/{set}/{id}"))
}

async fn stand(world: &World, application: &'static str, set: &str, ids: &[Uuid]) -> Stand {
    let standings = Standings::new(world.store.clone(), world.hub(world.engine()), page);
    standings.of(application, set, ids, shell::Language::English).await.unwrap()
}

#[tokio::test]
async fn rows_are_in_step_wait_or_failed() {
    for world in World::each(numbers, plain, "").await {
        let map = Solution::commerce().unwrap().map("customers_accounts").unwrap().id;
        let customer = |account: Uuid| derived_id(map, account.as_bytes());
        world.headquarters.fail(failure(customer(id(2)).to_string().leak(), 400, usize::MAX));
        world.sales.write("accounts", id(1), account("Good"));
        world.sales.write("accounts", id(2), account("Bad"));
        let contact = json!({ "msdyn_sellable": true, "lastname": "Z", "_parentcustomerid_value": id(2) });
        world.sales.write("contacts", id(3), contact);
        world.engine().run_until_idle().await.unwrap();

        let accounts = stand(&world, "sales", "accounts", &[id(1), id(2), id(9)]).await;
        assert_eq!(accounts.len(), 2, "{accounts:?}");
        assert_eq!(accounts[&id(1)].state, State::InStep);
        let counterpart = format!("/headquarters/CustomersV3/{}", customer(id(1)));
        assert_eq!(accounts[&id(1)].counterpart.as_deref(), Some(counterpart.as_str()));
        assert!(accounts[&id(1)].path.starts_with("/dual-write/rows/"));
        assert_eq!((accounts[&id(2)].state, &accounts[&id(2)].counterpart), (State::Failed, &None));
        assert!(accounts[&id(2)].cause.as_deref().is_some_and(|cause| cause.contains("refused")));
        assert!(accounts[&id(2)].path.starts_with("/dual-write/parked/"));

        let contacts = stand(&world, "sales", "contacts", &[id(3)]).await;
        assert_eq!(contacts[&id(3)].state, State::Waiting);
        // The other side tells the same of the same pair.
        let customers = stand(&world, "headquarters", "CustomersV3", &[customer(id(1))]).await;
        let counterpart = format!("/sales/accounts/{}", id(1));
        assert_eq!(customers[&customer(id(1))].counterpart.as_deref(), Some(counterpart.as_str()));
        // A change that comes from there concerns the account as well.
        world.sales.fail(failure("PATCH accounts", 400, usize::MAX));
        let renamed = json!({ "OrganizationName": "Better" });
        world.headquarters.write("CustomersV3", customer(id(1)), renamed);
        world.engine().run_until_idle().await.unwrap();
        let accounts = stand(&world, "sales", "accounts", &[id(1)]).await;
        assert_eq!(accounts[&id(1)].state, State::Failed);
    }
}

#[tokio::test]
async fn a_decision_that_waits_concerns_prospect_and_lead() {
    for world in World::each(numbers, plain, "").await {
        world.headquarters.write("BusinessPartnerProspects", id(1), prospect());
        world.engine().run_until_idle().await.unwrap();
        let map = Solution::commerce().unwrap().map("b2b_prospects_leads").unwrap().id;
        let lead = derived_id(map, id(1).as_bytes());
        world.headquarters.fail(failure("Reject", 400, usize::MAX));
        world.sales.write("leads", lead, json!({ "statecode": 2, "statuscode": 5 }));
        world.engine().run_until_idle().await.unwrap();
        for (application, set, row) in
            [("sales", "leads", lead), ("headquarters", "BusinessPartnerProspects", id(1))]
        {
            let stand = stand(&world, application, set, &[row]).await;
            assert_eq!(stand[&row].state, State::Failed, "{application}");
            assert!(stand[&row].counterpart.is_some());
        }
    }
}
