//! The ways out for what waits: pause, resume, retry, skip; and who did it.

use dual_write::waiting::{Cause, Which};
use dual_write::watch::{Activity, Deed};
use serde_json::json;
use tables::{Context, Principal, Query};

use crate::engine::{World, account, failure, id, numbers, plain};

async fn deeds(world: &World) -> Vec<(Deed, Option<String>, Option<i64>)> {
    let mut reader = world.store.read(&Principal::system()).await.unwrap();
    let query = Query::of("activity").order_by("createdon");
    let deeds: Vec<Activity> = reader.list(query).await.unwrap();
    deeds.into_iter().map(|activity| (activity.deed, activity.name, activity.deliveries)).collect()
}

#[tokio::test]
async fn a_paused_map_keeps_its_changes_and_delivers_the_last_of_each_row() {
    for world in World::each(numbers, plain, "").await {
        let engine = world.engine();
        let map = "customers_accounts";
        let unknown = engine.pause(Context::system(), "customers", "").await;
        assert!(unknown.unwrap_err().to_string().contains("no map or decision customers"));
        engine.pause(Context::system(), map, " New groups ").await.unwrap();
        engine.pause(Context::system(), map, "").await.unwrap();
        world.sales.write("accounts", id(1), account("First"));
        engine.run_until_idle().await.unwrap();
        world.sales.write("accounts", id(1), account("Second"));
        let person = json!({ "msdyn_sellable": true, "lastname": "Z" });
        world.sales.write("contacts", id(2), person);
        engine.run_until_idle().await.unwrap();
        // Other maps go on.
        assert_eq!(world.headquarters.rows("CustomersV3").len(), 1);
        let waiting = world.waiting().await;
        assert_eq!((waiting.len(), waiting[0].cause), (1, Cause::Paused));
        assert_eq!(waiting[0].name.as_deref(), Some("Second"));
        // What is paused is not retried with the rest.
        assert_eq!(engine.hasten(&Context::system(), &Which::All).await.unwrap(), 0);
        engine.resume(Context::system(), map).await.unwrap();
        engine.resume(Context::system(), map).await.unwrap();
        engine.run_until_idle().await.unwrap();
        assert_eq!(world.waiting().await, []);
        let names: Vec<_> = world.headquarters.rows("CustomersV3").into_iter().collect();
        assert!(names.iter().any(|row| row.get("OrganizationName") == Some(&json!("Second"))), "{names:?}");
        let deeds = deeds(&world).await;
        let deeds: Vec<Deed> = deeds.into_iter().map(|(deed, ..)| deed).collect();
        assert_eq!(deeds, [Deed::Paused, Deed::Resumed]);
    }
}

#[tokio::test]
async fn alike_deliveries_are_retried_together_and_one_is_left_out() {
    for world in World::each(numbers, plain, "").await {
        let engine = world.engine();
        world.headquarters.fail(failure("PATCH CustomersV3", 400, 3));
        for number in 1..=3 {
            world.sales.write("accounts", id(number), account(&format!("Account {number}")));
        }
        engine.run_until_idle().await.unwrap();
        let waiting = world.waiting().await;
        assert_eq!(waiting.len(), 3);
        engine.skip(Context::system(), waiting[0].waitingid).await.unwrap();
        let gone = engine.skip(Context::system(), waiting[0].waitingid).await;
        assert!(matches!(gone, Err(tables::Error::NotFound { .. })));
        let alike = |code: Option<&str>| Which::Alike {
            target: "customers_accounts".into(),
            cause: Cause::Refused,
            code: code.map(str::to_owned),
        };
        assert_eq!(engine.hasten(&Context::system(), &alike(Some("Other"))).await.unwrap(), 0);
        let retried = engine.retry(&Context::system(), &alike(waiting[1].code.as_deref())).await.unwrap();
        assert_eq!((retried.tried, retried.waiting), (2, 0));
        assert_eq!(world.headquarters.rows("CustomersV3").len(), 2);
        let skipped = waiting[0].name.clone();
        assert_eq!(deeds(&world).await, [(Deed::Skipped, skipped, None), (Deed::Retried, None, Some(2))]);
    }
}
