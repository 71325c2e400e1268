//! The verification of the installed package: the whole way, and broken at each leg.

use std::time::Duration;

use dual_write::Hub;
use dual_write::solutions::{Leg, LegName, Patience, Verification, VerificationState};
use serde_json::json;
use tables::Context;

use crate::request::submit;
use crate::solutions::{PACKAGE, SETUP_ROLE, take_right};
use crate::world::{World, worlds};

/// Nothing runs by itself here: it is told at once.
const PATIENCE: Patience = Patience { nudge: Duration::ZERO, give_up: Duration::from_millis(300) };

pub async fn verify(hub: &Hub) -> Verification {
    let id = hub.begin_verification(Context::system(), PACKAGE).await.unwrap();
    hub.run_verification(id, PATIENCE).await.unwrap()
}

pub async fn withhold(world: &World, job: &str) {
    let path = format!("/data/BatchJobs(Name='{}')", job.replace(' ', "%20"));
    world.client.patch(&path, json!({ "Status": "Withhold" })).await;
}

#[tokio::test]
async fn a_verification_goes_the_whole_way_and_leaves_nothing() {
    for world in worlds().await {
        let verification = verify(world.hub()).await;
        let legs = verification.legs();
        assert_eq!(verification.state, VerificationState::Passed, "{legs:?}");
        assert_eq!(legs.last().unwrap().name, LegName::Cleaned);
        world.settle().await;
        nothing_is_left(&world).await;
    }
}

async fn nothing_is_left(world: &World) {
    for set in ["BusinessPartnerProspects", "OnboardingRequests", "EmailMessages"] {
        let left = world.client.get(&format!("/data/{set}?cross-company=true")).await;
        assert_eq!(left.json()["value"].as_array().unwrap().len(), 0, "{set}: {}", left.body);
    }
    for set in ["leads", "annotations"] {
        let left = world.client.get(&format!("/api/data/v9.2/{set}")).await;
        assert_eq!(left.json()["value"].as_array().unwrap().len(), 0, "{set}: {}", left.body);
    }
    assert!(world.engine().errors(None).await.unwrap().parked.is_empty());
    let status = world.engine().status().await.unwrap();
    assert!(status.targets.iter().all(|target| target.links == 0 && target.waiting == 0), "{status:?}");
}

/// The leg that is broken, and why.
fn broken(verification: &Verification) -> (LegName, String) {
    assert_eq!(verification.state, VerificationState::Failed);
    let leg: Leg = verification.legs().into_iter().find(|leg| leg.trouble.is_some()).unwrap();
    (leg.name, leg.trouble.unwrap())
}

#[tokio::test]
async fn a_broken_leg_is_named_with_its_reason() {
    for world in worlds().await {
        let (hub, system) = (world.hub(), world.system());
        withhold(&world, "P-0001").await;
        let (leg, why) = broken(&verify(hub).await);
        assert_eq!(leg, LegName::Prospect);
        assert!(why.contains("P-0001 did not fetch it") && why.contains("withheld"), "{why}");
        hub.repair(&Context::system(), PACKAGE, "check-p-0001").await.unwrap();

        withhold(&world, "Synchronize orders and channel requests").await;
        withhold(&world, "Synchronize customers and channel requests").await;
        let (leg, why) = broken(&verify(hub).await);
        assert_eq!(leg, LegName::Prospect, "{why}");
        assert!(why.contains("made no prospect of it") && why.contains("withheld"), "{why}");
        for job in ["orders", "customers"] {
            let path = format!("/data/BatchJobs(Name='Synchronize%20{job}%20and%20channel%20requests')");
            world.client.patch(&path, json!({ "Status": "Waiting" })).await;
        }

        let engine = world.engine();
        engine.pause(Context::system(), "b2b_prospects_leads", "test").await.unwrap();
        let (leg, why) = broken(&verify(hub).await);
        assert_eq!(leg, LegName::Lead);
        assert!(why.contains("b2b_prospects_leads"), "{why}");
        engine.resume(Context::system(), "b2b_prospects_leads").await.unwrap();

        engine.pause(Context::system(), "decisions/prospect rejected", "test").await.unwrap();
        let (leg, why) = broken(&verify(hub).await);
        assert_eq!(leg, LegName::Decision);
        assert!(why.contains("decisions/prospect rejected"), "{why}");
        engine.resume(Context::system(), "decisions/prospect rejected").await.unwrap();

        take_right(&system.stores.sales, SETUP_ROLE, "lead").await;
        let (_, why) = broken(&verify(hub).await);
        assert!(why.contains("sales refused (403)"), "{why}");
        sales::seed::company(&system.stores.sales).await.unwrap();

        // The next one removes what the others could not.
        world.settle().await;
        assert_eq!(verify(hub).await.state, VerificationState::Passed);
        world.settle().await;
        nothing_is_left(&world).await;
    }
    for world in World::each(|settings| settings.onboarding_requests_per_minute = 1).await {
        submit(&world.client).await;
        let (leg, why) = broken(&verify(world.hub()).await);
        assert_eq!(leg, LegName::Submitted);
        assert!(why.contains("429"), "{why}");
    }
}
