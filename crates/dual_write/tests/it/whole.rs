//! Where a change log no longer reaches back, the tables are read as a whole.

use crate::engine::{World, account, id, numbers, plain, prospect};

/// Two pages and a part of one.
const ACCOUNTS: u128 = 7;

fn write_and_trim(world: &World) {
    for number in 1..=ACCOUNTS {
        world.sales.write("accounts", id(number), account(&format!("Account {number}")));
    }
    world.headquarters.write("BusinessPartnerProspects", id(20), prospect());
    world.sales.trim();
    world.headquarters.trim();
}

fn counts(world: &World) -> [usize; 4] {
    let (headquarters, sales) = (&world.headquarters, &world.sales);
    [
        headquarters.rows("CustomersV3").len(),
        sales.rows("accounts").len(),
        sales.rows("leads").len(),
        sales.rows("annotations").len(),
    ]
}

#[tokio::test]
async fn what_was_there_before_the_log_begins_comes_over_once_and_the_log_goes_on() {
    for world in World::each(numbers, plain, "").await {
        write_and_trim(&world);
        let engine = world.engine();
        engine.run_until_idle().await.unwrap();
        assert_eq!(counts(&world), [7, 7, 1, 1]);
        // Rows that both sides have fall silent.
        let versions = (world.headquarters.version(), world.sales.version());
        engine.run_until_idle().await.unwrap();
        assert_eq!((world.headquarters.version(), world.sales.version()), versions);
        // From there on the log tells of changes.
        world.sales.write("accounts", id(30), account("Later"));
        engine.run_until_idle().await.unwrap();
        assert_eq!(counts(&world), [8, 8, 1, 1]);
        assert_eq!(world.waiting().await, []);
    }
}

#[tokio::test]
async fn stopped_in_the_middle_it_goes_on_where_it_was() {
    for world in World::each(numbers, plain, "dual_write.after_links").await {
        write_and_trim(&world);
        for _ in 0..3 {
            world.die();
            world.engine().run_until_idle().await.unwrap_err();
        }
        // A row that changes before its page comes is read as it is then, and told of again.
        world.sales.write("accounts", id(ACCOUNTS), account("Renamed"));
        world.engine().run_until_idle().await.unwrap();
        assert_eq!(counts(&world), [7, 7, 1, 1]);
        let customers = world.headquarters.rows("CustomersV3");
        assert!(customers.iter().any(|row| row["OrganizationName"] == "Renamed"), "{customers:?}");
    }
}
