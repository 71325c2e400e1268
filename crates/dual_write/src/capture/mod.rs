//! Capture: what changed on a side, in either of the two dialects that a Web API may speak.
//!
//! *Tandem* tells one story: the change log across all tables, in commit order, with the columns
//! that changed. *Dataverse* has a delta link for each table: rows as they are now, no order
//! between tables, links that expire. Order is then rebuilt by waiting for the rows that lookups
//! need, and a decision is told by comparing with what was last seen.

mod dataverse;
mod observed;
mod whole;

pub use observed::Observed;
pub(crate) use observed::put as put_observed;

use whole::Reading;

use crate::deliver::{DeliveryError, Desk};
use crate::peer::CHANGES_MAX;
use crate::{Change, Side};

/// How a side tells what changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// `RetrieveChanges` across tables.
    #[default]
    Tandem,
    /// A delta link for each table.
    Dataverse,
}

/// One story of changes with a checkpoint of its own.
#[derive(Clone, Debug)]
pub(crate) struct Feed {
    pub side: Side,
    /// What the checkpoint is kept under.
    pub name: String,
    /// Sets that it tells of.
    pub sets: Vec<String>,
    dialect: Dialect,
}

/// Some changes, and where to go on.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    /// Changes, each with where to go on after it, where that can be said.
    pub changes: Vec<(Change, Option<String>)>,
    /// Where to go on after all of them.
    pub next: String,
    /// Whether there is more right now.
    pub more: bool,
}

/// The feeds of a side.
pub(crate) fn feeds(desk: &Desk, side: Side) -> Vec<Feed> {
    let sets = desk.solution.sets(side);
    match desk.peer(side).dialect() {
        dialect @ Dialect::Tandem => vec![Feed { side, name: side.name().into(), sets, dialect }],
        dialect @ Dialect::Dataverse => {
            let feed = |set: String| Feed { side, name: format!("{side}/{set}"), sets: vec![set], dialect };
            sets.into_iter().map(feed).collect()
        }
    }
}

/// Changes of `feed` after `token`; `None`: from its beginning. Where the log begins later than that, the
/// tables themselves.
pub(crate) async fn read(desk: &Desk, feed: &Feed, token: Option<&str>) -> Result<Batch, DeliveryError> {
    match feed.dialect {
        Dialect::Tandem => {
            if let Some(reading) = token.and_then(Reading::of) {
                return reading.go_on(desk, feed).await;
            }
            let token = token.unwrap_or("0.0");
            let mut found = match desk.peer(feed.side).changes(&feed.sets, token).await {
                Err(error) if error.status() == Some(410) => {
                    return Reading::begin(desk, feed).await?.go_on(desk, feed).await;
                }
                found => found?,
            };
            observed::compare(desk, feed.side, &mut found.value).await?;
            let more = found.more || found.value.len() >= CHANGES_MAX as usize;
            let place = |change: Change| {
                let passed = format!("{}.{}", change.transaction, change.sequence);
                (change, Some(passed))
            };
            let changes = found.value.into_iter().map(place).collect();
            Ok(Batch { changes, next: found.token, more })
        }
        Dialect::Dataverse => dataverse::read(desk, feed, token).await,
    }
}
