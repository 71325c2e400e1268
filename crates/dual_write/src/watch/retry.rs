//! The ways out for what waits: try it again now, or leave it out for good.

use serde::{Deserialize, Serialize};
use tables::{Context, Error, Principal, Query, Table as _};
use uuid::Uuid;

use super::activity::{Activity, Deed, note};
use crate::Engine;
use crate::engine::EngineError;
use crate::waiting::{self, Waiting, Which};

/// What came of a retry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retried {
    /// Deliveries that were waiting.
    pub tried: u64,
    /// Deliveries that still wait, counted up to 5,000.
    pub waiting: u64,
}

impl Engine {
    /// Makes deliveries due and notes who did; answers how many. They are tried in the next round.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a delivery that no longer waits; as any write.
    pub async fn hasten(&self, context: &Context, which: &Which) -> Result<u64, Error> {
        let mut count = 0;
        loop {
            let some = self
                .desk()
                .store
                .write(context.clone(), which.clone(), |tx, which| {
                    Box::pin(async move {
                        let hastened = waiting::hasten(tx, which).await?;
                        for activity in told(which, &hastened) {
                            note(tx, activity).await?;
                        }
                        Ok::<_, Error>(hastened.len() as u64)
                    })
                })
                .await?;
            count += some;
            if some == 0 || matches!(which, Which::These(_)) {
                return Ok(count);
            }
        }
    }

    /// Tries again now what waits.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a delivery that no longer waits; [`EngineError`] when a peer cannot
    /// answer.
    pub async fn retry(&self, context: &Context, which: &Which) -> Result<Retried, EngineError> {
        let tried = self.hasten(context, which).await?;
        self.run_until_idle().await?;
        let query = Query { count: true, ..Query::of(Waiting::NAME).limit(1) };
        let left = self.desk().store.read(&Principal::system()).await?.page(&query).await?;
        Ok(Retried { tried, waiting: left.count.unwrap_or_default() })
    }

    /// Leaves a waiting delivery out for good. What waits behind it comes next.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it no longer waits; as any write.
    pub async fn skip(&self, context: Context, id: Uuid) -> Result<(), Error> {
        self.desk()
            .store
            .write(context, id, |tx, id| {
                Box::pin(async move {
                    let skipped = waiting::skip(tx, *id).await?;
                    note(tx, activity(Deed::Skipped, &skipped)).await
                })
            })
            .await
    }
}

/// Deliveries that somebody chose are told one by one, many together as a number.
fn told(which: &Which, hastened: &[Waiting]) -> Vec<Activity> {
    let together = |target: Option<&str>| {
        let deliveries = i64::try_from(hastened.len()).ok();
        let activity = Activity { deliveries, ..Activity::of(Deed::Retried, target) };
        if hastened.is_empty() { Vec::new() } else { vec![activity] }
    };
    match which {
        Which::These(_) => hastened.iter().map(|waiting| activity(Deed::Retried, waiting)).collect(),
        Which::All => together(None),
        Which::Alike { target, .. } => together(Some(target)),
    }
}

fn activity(deed: Deed, waiting: &Waiting) -> Activity {
    Activity {
        name: waiting.name.clone(),
        sourceid: waiting.sourceid.clone(),
        message: waiting.message.clone(),
        ..Activity::of(deed, Some(&waiting.target))
    }
}
