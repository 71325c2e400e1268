//! Dual-write fails between any two of its steps: the story ends as if nothing had happened. No row
//! is lost, none doubled; one hierarchy, one mail, one note.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use dual_write::Dialect;
use platform::Faults;
use platform::faults::Outcome;
use serde_json::json;
use tandem::Settings;

use crate::doors::{decide, is_one_partner};
use crate::request::{qualify, submit, win};
use crate::stories::{is_a_new_lead, is_approved};
use crate::world::World;

const POINTS: [&str; 10] = [
    "dual_write.before_create",
    "dual_write.after_create",
    "dual_write.after_related",
    "dual_write.before_update",
    "dual_write.after_update",
    "dual_write.before_command",
    "dual_write.after_command",
    "dual_write.after_answer",
    "dual_write.before_links",
    "dual_write.after_links",
];

/// Points of a decision of headquarters on its way through Sales.
const STEPS: [&str; 4] = [
    "dual_write.before_step",
    "dual_write.after_step",
    "dual_write.after_command",
    "dual_write.after_answer",
];

#[tokio::test]
async fn a_crash_at_any_step_of_dual_write_changes_nothing_in_the_end() {
    let mut crashed = 0;
    for point in POINTS {
        for pass in [1, 2, 3] {
            let (worlds, passed) = worlds_that_fail_at(point, pass, |_| {}).await;
            for world in worlds {
                passed.store(0, Ordering::SeqCst);
                story(&world).await;
                crashed += usize::from(passed.load(Ordering::SeqCst) >= pass);
            }
        }
    }
    assert!(crashed > POINTS.len() * 2, "the points were not passed: {crashed}");
}

/// In the dialect that knows no order between tables.
#[tokio::test]
async fn a_crash_at_any_step_of_a_decision_of_headquarters_changes_nothing_in_the_end() {
    let mut crashed = 0;
    for point in STEPS {
        for pass in [1, 2, 3] {
            let dataverse = |settings: &mut Settings| settings.dialect = Dialect::Dataverse;
            let (worlds, passed) = worlds_that_fail_at(point, pass, dataverse).await;
            for world in worlds {
                let request = submit(&world.client).await;
                world.settle().await;
                passed.store(0, Ordering::SeqCst);
                decide(&world.client, &request, "Approve", json!({})).await;
                world.settle().await;
                crashed += usize::from(passed.load(Ordering::SeqCst) >= pass);
                is_one_partner(&world.client, &request).await;
                let lead = request.lead(&world.client).await;
                assert_eq!((&lead["statecode"], &lead["tandem_partnerstatus"]), (&json!(1), &json!(2)));
            }
        }
    }
    assert!(crashed > STEPS.len() * 2, "the points were not passed: {crashed}");
}

/// Worlds that fail once, when `point` is passed for the `pass`th time, and the count of passes.
async fn worlds_that_fail_at(
    point: &'static str,
    pass: usize,
    change: fn(&mut Settings),
) -> (Vec<World>, Arc<AtomicUsize>) {
    let passed = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&passed);
    let faults = move || {
        let passed = Arc::clone(&counted);
        passed.store(0, Ordering::SeqCst);
        Faults::heard_by(move |name| {
            let hit = name == point && passed.fetch_add(1, Ordering::SeqCst) + 1 == pass;
            if hit { Outcome::Fail } else { Outcome::Continue }
        })
    };
    (World::with_faults(faults, change).await, passed)
}

async fn story(world: &World) {
    let request = submit(&world.client).await;
    world.settle().await;
    let lead = request.lead(&world.client).await;
    is_a_new_lead(&world.client, &lead).await;
    let seller = world.client.acting_as("seller@tandem.test").await;
    let (opportunity, ..) = qualify(&seller, &lead).await;
    win(&seller, &opportunity).await;
    world.settle().await;
    is_approved(&world.client, &request, &lead).await;
}
