//! The ways out for what waits: try it again now, or leave it out for good.

use serde::{Deserialize, Serialize};
use tables::{Context, Error, Principal, Query, Table as _};
use uuid::Uuid;

use crate::Engine;
use crate::engine::EngineError;
use crate::waiting::{self, Waiting};

/// What came of a retry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retried {
    /// Deliveries that were waiting.
    pub tried: u64,
    /// Deliveries that still wait, counted up to 5,000.
    pub waiting: u64,
}

impl Engine {
    /// Tries again now what waits: these deliveries, or without any all of them.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a delivery that no longer waits; [`EngineError`] when a peer cannot
    /// answer.
    pub async fn retry(&self, ids: &[Uuid]) -> Result<Retried, EngineError> {
        let store = &self.desk().store;
        let mut tried = 0;
        loop {
            let hastened = store
                .write(Context::system(), ids.to_vec(), |tx, ids| Box::pin(waiting::hasten(tx, ids)))
                .await?;
            tried += hastened;
            if !ids.is_empty() || hastened == 0 {
                break;
            }
        }
        self.run_until_idle().await?;
        let query = Query { count: true, ..Query::of(Waiting::NAME).limit(1) };
        let left = store.read(&Principal::system()).await?.page(&query).await?;
        Ok(Retried { tried, waiting: left.count.unwrap_or_default() })
    }

    /// Leaves a waiting delivery out for good. What waits behind it comes next.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it no longer waits; as any write.
    pub async fn skip(&self, id: Uuid) -> Result<(), Error> {
        self.desk().store.write(Context::system(), id, |tx, id| Box::pin(waiting::skip(tx, *id))).await
    }
}
