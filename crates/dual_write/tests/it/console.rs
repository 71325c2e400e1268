//! The console of dual-write over a world, with people signed in.

use axum::Router;
use dual_write::waiting::{Cause, Waiting};
use dual_write::watch::{Activity, Deed};
use dual_write::{Engine, Side};
use serde_json::json;
use shell::testing::{Browser, office};
use tables::security::{ANY_TABLE, DepthOption, RoleSeed, SystemUser, UserSeed};
use tables::{Principal, Privilege, Query};
use uuid::Uuid;

use crate::engine::{World, account, failure, id, numbers, plain};

const ADMIN: &str = "admin@tandem.test";
const STRANGER: &str = "seller@tandem.test";
const AUDITOR: &str = "auditor@tandem.test";
/// Reads everything, changes nothing.
const READER: RoleSeed = ("Reader", &[(ANY_TABLE, &[Privilege::Read], DepthOption::Organization)]);

/// A console over a world, with somebody signed in.
pub struct Console {
    pub world: World,
    pub engine: Engine,
    pub router: Router,
    pub admin: Browser,
    pub auditor: Browser,
    pub stranger: Browser,
    _directory: tempfile::TempDir,
}

fn page_of(side: Side, set: &str, id: Uuid) -> Option<String> {
    Some(format!("/{side}/{set}/{id}"))
}

impl Console {
    pub async fn each() -> Vec<Self> {
        let mut consoles = Vec::new();
        for world in World::each(numbers, plain, "").await {
            dual_write::seed::demo(&world.store).await.unwrap();
            let engine = world.engine();
            let auditor = UserSeed::person("Aud Auditor", AUDITOR);
            dual_write::seed::add_person(&world.store, auditor, vec![READER]).await.unwrap();
            let (directory, office) = office(&[ADMIN, AUDITOR, STRANGER]).await;
            let store = world.store.clone();
            let hub = world.hub(engine.clone());
            let router = dual_write::pages::router(&office, store, hub, page_of);
            let admin = Browser::signed_in(&router, &office, ADMIN).await;
            let auditor = Browser::signed_in(&router, &office, AUDITOR).await;
            let stranger = Browser::signed_in(&router, &office, STRANGER).await;
            consoles.push(Self { world, engine, router, admin, auditor, stranger, _directory: directory });
        }
        consoles
    }

    /// A refused account, its contact that waits for it, and one that went through.
    pub async fn troubled() -> Vec<Self> {
        let consoles = Self::each().await;
        for console in &consoles {
            let map = dual_write::maps::Solution::commerce().unwrap();
            let map = map.map("customers_accounts").unwrap().id;
            let customer = platform::derived_id(map, id(1).as_bytes()).to_string();
            console.world.headquarters.fail(failure(customer.leak(), 400, 2));
            console.world.sales.write("accounts", id(1), account("<i>Bad</i> & Sons"));
            console.world.sales.write("accounts", id(2), account("Good"));
            let contact =
                json!({ "msdyn_sellable": true, "lastname": "Z", "_parentcustomerid_value": id(1) });
            console.world.sales.write("contacts", id(3), contact);
            console.engine.run_until_idle().await.unwrap();
        }
        consoles
    }

    pub async fn waiting(&self, cause: Cause) -> Waiting {
        let all = self.world.waiting().await;
        all.into_iter().find(|waiting| waiting.cause == cause).unwrap()
    }

    pub async fn deeds(&self) -> Vec<(Deed, Option<String>, Option<String>)> {
        let mut reader = self.world.store.read(&Principal::system()).await.unwrap();
        let page = reader.page(&Query::of("activity").order_by("createdon")).await.unwrap();
        let mut deeds = Vec::new();
        for row in &page.rows {
            let activity: Activity = tables::Table::from_row(row).unwrap();
            let by = row.get("createdby").as_id().unwrap();
            let user: Option<SystemUser> = reader.get(by).await.unwrap();
            deeds.push((activity.deed, activity.name, user.map(|user| user.fullname)));
        }
        deeds
    }
}
