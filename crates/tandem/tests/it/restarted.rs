//! The main job with the system stopped and started again between any two steps.

use crate::request::{qualify, submit, win};
use crate::stories::is_approved;
use crate::world::worlds;

#[tokio::test]
async fn restarted_in_the_middle_it_goes_on() {
    for mut world in worlds().await {
        let request = submit(&world.client).await;
        world.restart().await;
        world.jobs_only().await;
        world.restart().await;
        world.settle().await;
        world.restart().await;
        let lead = request.lead(&world.client).await;
        let seller = world.client.acting_as("seller@tandem.test").await;
        let (opportunity, ..) = qualify(&seller, &lead).await;
        world.restart().await;
        let seller = world.client.acting_as("seller@tandem.test").await;
        win(&seller, &opportunity).await;
        world.restart().await;
        world.jobs_only().await;
        world.restart().await;
        world.settle().await;
        is_approved(&world.client, &request, &lead).await;
    }
}
