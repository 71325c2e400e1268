//! Job 1110: the state of features into the channel database.

use std::sync::Arc;

use ::jobs::{Job, JobError, Remark, Run};
use channel::features::tell;
use tables::{Context, Principal, Query, Result, Store, Table as _};

use super::Feature;

/// Name of the job.
pub const NAME: &str = "1110";

/// The job, over both databases.
pub(crate) fn job(store: &Store, channel: &Store) -> Job {
    let (bell, channel) = (store.doorbell(), channel.clone());
    Job {
        name: NAME,
        recurrence: "*/5 * * * *",
        wake: vec![bell],
        run: Arc::new(move |job: Run| Box::pin(run(job, channel.clone()))),
    }
}

/// Tells the store of every feature: there are few.
async fn run(mut run: Run, channel: Store) -> Result<Run, JobError> {
    let query = Query::of(Feature::NAME);
    let features: Vec<Feature> = run.store().read(&Principal::system()).await?.list(query).await?;
    for feature in features {
        let (name, is_enabled) = (feature.name.clone(), feature.is_enabled);
        let told: Result<bool> = channel
            .write(Context::system(), feature, |tx, feature| {
                Box::pin(async move { tell(tx, &feature.name, feature.is_enabled).await })
            })
            .await;
        if told? {
            run.done(
                &name,
                match is_enabled {
                    true => Remark::new("feature-on", "on in the store"),
                    false => Remark::new("feature-off", "off in the store"),
                },
            );
        }
    }
    Ok(run)
}
