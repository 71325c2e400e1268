//! The package `commerce`: installed, verified, removed and installed again, interrupted anywhere.

use std::time::Duration;

use dual_write::Hub;
use dual_write::solutions::{LegName, Patience, Verification, VerificationState};
use tables::Context;

use crate::world::worlds;

const PACKAGE: &str = "commerce";
/// Nothing runs by itself here: it is told at once.
const PATIENCE: Patience = Patience { nudge: Duration::ZERO, give_up: Duration::from_secs(2) };

async fn verify(hub: &Hub) -> Verification {
    let id = hub.begin_verification(Context::system(), PACKAGE).await.unwrap();
    hub.run_verification(id, PATIENCE).await.unwrap()
}

#[tokio::test]
async fn a_verification_goes_the_whole_way_and_leaves_nothing() {
    for world in worlds().await {
        let verification = verify(world.hub()).await;
        let legs = verification.legs();
        assert_eq!(verification.state, VerificationState::Passed, "{legs:?}");
        assert_eq!(legs.last().unwrap().name, LegName::Cleaned);
        world.settle().await;
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
}
