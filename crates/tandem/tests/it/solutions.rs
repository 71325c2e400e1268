//! The package `commerce`: installed, verified, removed and installed again, interrupted anywhere,
//! with each finding caused and repaired and each leg broken.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use dual_write::Hub;
use dual_write::solutions::{
    Finding, Installation, InstallationState, Package, Presence, Question, SetupError, StepState,
    VerificationState, is_healthy,
};
use platform::Faults;
use platform::faults::Outcome;
use serde_json::json;
use tables::security::{Role, RolePrivilege, Team, TeamMembership};
use tables::{Context, Filter, Query, Store, Table};

use crate::request::{qualify, submit, submit_as, win};
use crate::verification::{verify, withhold};
use crate::world::{World, worlds};

pub const PACKAGE: &str = "commerce";
pub const SETUP_ROLE: &str = "Dual-write setup";
/// Worlds in which nothing was installed.
async fn bare() -> Vec<World> {
    World::each(|settings| settings.solution = false).await
}

async fn package(hub: &Hub) -> Package {
    hub.package(PACKAGE).await.unwrap()
}

/// Answers the wizard's questions.
async fn answer(hub: &Hub) {
    let context = Context::system;
    hub.prepare(context(), &package(hub).await).await.unwrap();
    let [(_, headquarters), (_, sales)] = hub.environments().await;
    let (headquarters, sales) = (headquarters.unwrap().organization, sales.unwrap().organization);
    hub.confirm_environments(context(), PACKAGE, [&headquarters, &sales]).await.unwrap();
    hub.choose_company(context(), PACKAGE, "usmf").await.unwrap();
}

async fn state(hub: &Hub) -> InstallationState {
    hub.installation(PACKAGE).await.unwrap().unwrap().state
}

async fn step_states(hub: &Hub) -> Vec<StepState> {
    hub.steps(PACKAGE).await.unwrap().iter().map(|step| step.state).collect()
}

async fn columns_of_lead(world: &World) -> Vec<String> {
    let path = "/api/data/v9.2/EntityDefinitions(LogicalName='lead')/Attributes?$select=LogicalName";
    let columns = world.client.get(path).await.expect(200).json();
    let columns = columns["value"].as_array().unwrap().clone();
    columns.iter().map(|column| column["LogicalName"].as_str().unwrap().to_owned()).collect()
}

async fn has_view(world: &World) -> bool {
    !world.client.list("/api/data/v9.2/savedqueries", "name eq 'All Commerce B2B leads'").await.is_empty()
}

#[tokio::test]
async fn it_is_installed_question_by_question_and_removed_again() {
    for world in bare().await {
        let hub = world.hub();
        assert!(hub.engine().is_none());
        assert!(!columns_of_lead(&world).await.iter().any(|name| name.starts_with("tandem_")));
        let package = package(hub).await;
        assert!(matches!(hub.begin(Context::system(), &package).await, Err(SetupError::NotPrepared(_))));

        let known = hub.prepare(Context::system(), &package).await.unwrap();
        assert_eq!(Question::next(&known), Question::Environments);
        let wrong = hub.confirm_environments(Context::system(), PACKAGE, ["other", "other"]).await;
        assert!(matches!(wrong, Err(SetupError::OtherEnvironment(_))), "{wrong:?}");
        let nowhere = hub.choose_company(Context::system(), PACKAGE, "none").await;
        assert!(matches!(nowhere, Err(SetupError::NotPrepared(_))), "{nowhere:?}");
        answer(hub).await;
        let known = hub.installation(PACKAGE).await.unwrap().unwrap();
        assert_eq!(Question::next(&known), Question::Health);
        let findings = hub.health(&package, &known).await.unwrap();
        assert!(is_healthy(&findings), "{findings:?}");
        let outline = hub.outline(&package).await.unwrap();
        assert_eq!(outline.len(), 11);
        assert!(outline.iter().all(|item| item.presence == Presence::Missing), "{outline:?}");

        hub.begin(Context::system(), &package).await.unwrap();
        assert!(matches!(hub.begin(Context::system(), &package).await, Err(SetupError::Busy(_))));
        hub.go_on().await.unwrap();
        assert_eq!(state(hub).await, InstallationState::Installed);
        assert!(step_states(hub).await.iter().all(|state| *state == StepState::Made));
        assert!(columns_of_lead(&world).await.contains(&"tandem_partnerstatus".to_owned()));
        assert!(has_view(&world).await);
        assert_eq!(verify(hub).await.state, VerificationState::Passed);

        hub.uninstall(Context::system(), PACKAGE).await.unwrap();
        assert!(hub.engine().is_none(), "its work ends at once");
        hub.go_on().await.unwrap();
        assert_eq!(state(hub).await, InstallationState::Removed);
        assert!(!has_view(&world).await);
        assert!(!columns_of_lead(&world).await.iter().any(|name| name.starts_with("tandem_")));
    }
}

#[tokio::test]
async fn without_it_headquarters_works_alone() {
    for world in bare().await {
        let request = submit(&world.client).await;
        world.settle().await;
        let prospect = request.prospect(&world.client).await;
        let id = prospect["ProspectId"].as_str().unwrap();
        let path = format!("/data/BusinessPartnerProspects(dataAreaId='usmf',ProspectId='{id}')/Approve");
        world.client.post(&path, json!({})).await.expect(200);
        world.settle().await;
        assert_eq!(request.store_status(&world.client).await, "approved");
        assert!(world.client.list("/api/data/v9.2/leads", "leadid ne null").await.is_empty());
    }
}

#[tokio::test]
async fn removed_it_leaves_data_and_installed_again_it_goes_on() {
    for world in worlds().await {
        let request = submit(&world.client).await;
        world.settle().await;
        let lead = request.lead(&world.client).await;
        let hub = world.hub();
        hub.uninstall(Context::system(), PACKAGE).await.unwrap();
        hub.go_on().await.unwrap();
        let kept = hub.steps(PACKAGE).await.unwrap();
        let kept = kept.iter().filter(|step| step.state == StepState::Kept && step.tablename == "lead");
        assert_eq!(kept.count(), 3, "two columns and their key hold data");
        let now = request.lead(&world.client).await;
        assert_eq!(now["tandem_b2bprospectid"], lead["tandem_b2bprospectid"]);
        assert!(!has_view(&world).await);

        // What happens meanwhile waits on its side.
        let later = submit_as(&world.client, "Later Trading", "later@later.test").await;
        world.settle().await;
        let path = format!("/api/data/v9.2/leads({})", lead["leadid"].as_str().unwrap());
        world.client.patch(&path, json!({ "companyname": "Changed meanwhile" })).await;
        assert_eq!(world.client.list("/api/data/v9.2/leads", "leadid ne null").await.len(), 1);

        let package = package(hub).await;
        hub.install_at_once(Context::system(), &package, "usmf").await.unwrap();
        assert_eq!(state(hub).await, InstallationState::Installed);
        world.settle().await;
        assert!(has_view(&world).await);
        assert_eq!(later.lead(&world.client).await["statecode"], 0);
        assert_eq!(world.client.list("/api/data/v9.2/leads", "leadid ne null").await.len(), 2);
        let prospect = request.prospect(&world.client).await;
        assert_eq!(prospect["OrganizationName"], "Changed meanwhile");
        let seller = world.client.acting_as("seller@tandem.test").await;
        let (opportunity, ..) = qualify(&seller, &later.lead(&world.client).await).await;
        win(&seller, &opportunity).await;
        world.settle().await;
        assert_eq!(later.store_status(&world.client).await, "approved");
    }
}

#[tokio::test]
async fn in_another_company_rows_take_part_that_were_passed_over() {
    for world in worlds().await {
        let hub = world.hub();
        let installed = hub.installation(PACKAGE).await.unwrap().unwrap();
        let elsewhere = Installation { company: Some("demf".into()), readfor: None, ..installed };
        put(&world.system().stores.dual_write, elsewhere).await;
        hub.refresh().await.unwrap();
        let request = submit(&world.client).await;
        world.settle().await;
        assert!(world.client.list("/api/data/v9.2/leads", "leadid ne null").await.is_empty());
        let found = bad(hub).await;
        assert!(found.iter().any(|finding| finding.about.name() == "store-usmf"), "{found:?}");

        hub.uninstall(Context::system(), PACKAGE).await.unwrap();
        hub.go_on().await.unwrap();
        answer(hub).await;
        hub.begin(Context::system(), &package(hub).await).await.unwrap();
        hub.go_on().await.unwrap();
        assert_eq!(state(hub).await, InstallationState::Installed);
        world.settle().await;
        assert_eq!(request.lead(&world.client).await["statecode"], 0);
    }
}

#[tokio::test]
async fn interrupted_at_each_step_it_goes_on_or_rolls_back() {
    let left = Arc::new(AtomicUsize::new(0));
    let heard = Arc::clone(&left);
    let faults = || {
        let left = Arc::clone(&heard);
        Faults::heard_by(move |name| {
            let is_hit = name.starts_with("solutions.") && left.load(Ordering::SeqCst) > 0;
            if is_hit && left.fetch_sub(1, Ordering::SeqCst) == 1 { Outcome::Fail } else { Outcome::Continue }
        })
    };
    for mut world in World::with_faults(faults, |settings| settings.solution = false).await {
        // Each of eleven things has a point before and one after it.
        for point in 1..=22 {
            let hub = world.hub();
            answer(hub).await;
            hub.begin(Context::system(), &package(hub).await).await.unwrap();
            left.store(point, Ordering::SeqCst);
            assert!(hub.go_on().await.is_err(), "at {point}");
            assert_eq!(state(hub).await, InstallationState::Installing);
            hub.roll_back(Context::system(), PACKAGE).await.unwrap();
            // Rolling back is broken off too, and goes on.
            left.store(point, Ordering::SeqCst);
            let _ = hub.go_on().await;
            left.store(0, Ordering::SeqCst);
            hub.go_on().await.unwrap();
            assert_eq!(state(hub).await, InstallationState::Removed);
            assert!(!columns_of_lead(&world).await.iter().any(|name| name.starts_with("tandem_")));
            assert!(!has_view(&world).await);
        }
        answer(world.hub()).await;
        world.hub().begin(Context::system(), &package(world.hub()).await).await.unwrap();
        for _ in 0..10 {
            // Made and not yet noted as made; then noted, and stopped before the next.
            for points in [2, 3] {
                left.store(points, Ordering::SeqCst);
                assert!(world.hub().go_on().await.is_err());
            }
        }
        left.store(2, Ordering::SeqCst);
        assert!(world.hub().go_on().await.is_err());
        world.restart().await;
        left.store(0, Ordering::SeqCst);
        world.hub().go_on().await.unwrap();
        assert_eq!(state(world.hub()).await, InstallationState::Installed);
        assert!(step_states(world.hub()).await.iter().all(|state| *state == StepState::Made));
    }
}

/// Removes rows by nobody's hand.
async fn remove<T: Table>(store: &Store, filter: Filter) {
    let remove = store.write::<_, _, tables::Error>(Context::system(), filter, |tx, filter| {
        Box::pin(async move {
            for row in tx.list::<T>(Query::of(T::NAME).filter(filter.clone())).await? {
                tx.remove::<T>(row.id()).await?;
            }
            Ok(())
        })
    });
    remove.await.unwrap();
}

async fn bad(hub: &Hub) -> Vec<Finding> {
    let known = hub.installation(PACKAGE).await.unwrap().unwrap();
    let findings = hub.health(&package(hub).await, &known).await.unwrap();
    findings.into_iter().filter(|finding| !finding.is_good).collect()
}

/// The one finding there is; a button puts it right.
async fn is_repaired(hub: &Hub, name: &str) {
    let found = bad(hub).await;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].about.name(), name);
    let begun = hub.begin(Context::system(), &package(hub).await).await;
    assert!(matches!(begun, Err(SetupError::Unhealthy(_))), "{begun:?}");
    hub.repair(&Context::system(), PACKAGE, name).await.unwrap();
    assert!(bad(hub).await.is_empty());
}

#[tokio::test]
async fn each_finding_has_a_way_out() {
    for world in bare().await {
        let (hub, system) = (world.hub(), world.system());
        answer(hub).await;

        remove::<TeamMembership>(
            &system.stores.sales,
            Filter::Not(Box::new(Filter::IsNull("teamid".into()))),
        )
        .await;
        remove::<Team>(&system.stores.sales, Filter::equals("name", "usmf DW")).await;
        is_repaired(hub, "check-owning-team").await;

        let currencies =
            world.client.list("/api/data/v9.2/transactioncurrencies", "isocurrencycode eq 'USD'").await;
        let path = format!(
            "/api/data/v9.2/transactioncurrencies({})",
            currencies[0]["transactioncurrencyid"].as_str().unwrap()
        );
        world.client.delete(&path).await.expect(204);
        is_repaired(hub, "check-currency").await;

        for (job, check) in [("P-0001", "p-0001"), ("Synchronize orders and channel requests", "synchronize")]
        {
            withhold(&world, job).await;
            is_repaired(hub, &format!("check-{check}")).await;
        }

        // A column of that name that cannot be used.
        let path = "/api/data/v9.2/EntityDefinitions(LogicalName='account')/Attributes";
        let column = json!({
            "@odata.type": "Microsoft.Dynamics.CRM.StringAttributeMetadata", "SchemaName": "tandem_B2BProspectId",
            "MaxLength": 5,
            "DisplayName": { "LocalizedLabels": [{ "Label": "Mine", "LanguageCode": 1033 }] },
        });
        world.client.post(path, column).await.expect(204);
        let found = bad(hub).await;
        assert_eq!(found[0].about.name(), "fits-account.tandem_b2bprospectid", "{found:?}");
        world.client.delete(&format!("{path}(LogicalName='tandem_b2bprospectid')")).await.expect(204);
        assert!(bad(hub).await.is_empty());

        // Rights that are gone, of either identity.
        for (role, table, name) in
            [(SETUP_ROLE, "customization", "customizes"), ("Dual-write", "account", "reads-sales-accounts")]
        {
            take_right(&system.stores.sales, role, table).await;
            let found = bad(hub).await;
            assert_eq!(found[0].about.name(), name, "{found:?}");
            sales::seed::company(&system.stores.sales).await.unwrap();
            assert!(bad(hub).await.is_empty(), "a restart gives its own roles what they lack");
        }

        // Another environment, another package, no company.
        let confirmed = hub.installation(PACKAGE).await.unwrap().unwrap();
        let mut other = confirmed.clone();
        other.salesorganization = Some("another".into());
        put(&system.stores.dual_write, other).await;
        assert_eq!(bad(hub).await[0].about.name(), "environment-sales");
        let mut other = confirmed.clone();
        other.company = Some("none".into());
        put(&system.stores.dual_write, other).await;
        assert!(bad(hub).await.iter().any(|finding| finding.about.name() == "company-none"));
        put(&system.stores.dual_write, confirmed).await;
        assert!(bad(hub).await.is_empty());
    }
}

async fn put(store: &Store, installation: Installation) {
    let put = store.write::<_, _, tables::Error>(Context::system(), installation, |tx, installation| {
        Box::pin(async move { tx.save(installation).await.map(|_| ()) })
    });
    put.await.unwrap();
}

/// Takes the rights on a table from a role.
pub async fn take_right(store: &Store, role: &str, table: &str) {
    let input = (role.to_owned(), table.to_owned());
    let take = store.write::<_, _, tables::Error>(Context::system(), input, |tx, (role, table)| {
        Box::pin(async move {
            let role: Role = tx.find(Filter::equals("name", role.as_str())).await?.unwrap();
            let of = Filter::equals("roleid", role.roleid).and(Filter::equals("tablename", table.as_str()));
            for right in tx.list::<RolePrivilege>(Query::of(RolePrivilege::NAME).filter(of)).await? {
                tx.remove::<RolePrivilege>(right.roleprivilegeid).await?;
            }
            Ok(())
        })
    });
    take.await.unwrap();
}
