//! Reading tables as a whole: where a side's change log no longer reaches back to what dual-write has
//! to know, as on the first day of a package on systems that worked alone for a while.
//!
//! The log's present end is taken first, then the tables are read page by page; what changes
//! meanwhile stands in the log behind that end and comes afterwards. Judged by value nothing happens
//! twice. The place is a checkpoint like any other, so that it goes on where it was.

use serde::{Deserialize, Serialize};

use super::{Batch, Feed, dataverse, observed};
use crate::deliver::{DeliveryError, Desk};

/// Rows of one page.
const PAGE: u32 = 200;

/// How far the reading is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Reading {
    /// Where the log goes on afterwards.
    then: String,
    /// The table that is read, of the feed's sets.
    at: usize,
    /// The page of it; nothing: its first.
    page: Option<String>,
}

impl Reading {
    /// The place that a checkpoint tells of; nothing for one in the log.
    pub(super) fn of(token: &str) -> Option<Self> {
        serde_json::from_str(token).ok()
    }

    /// From the log's present end on.
    pub(super) async fn begin(desk: &Desk, feed: &Feed) -> Result<Self, DeliveryError> {
        let now = desk.peer(feed.side).changes(&feed.sets, "").await?;
        // Said at once, so that the log is kept from here on.
        desk.peer(feed.side).changes(&feed.sets, &now.token).await?;
        tracing::info!(side = %feed.side, "the change log does not reach back: tables are read as a whole");
        Ok(Self { then: now.token, at: 0, page: None })
    }

    /// One page, and where to go on.
    pub(super) async fn go_on(self, desk: &Desk, feed: &Feed) -> Result<Batch, DeliveryError> {
        let Some(set) = feed.sets.get(self.at) else {
            return Ok(Batch { changes: Vec::new(), next: self.then, more: true });
        };
        let peer = desk.peer(feed.side);
        let (rows, page) = peer.page(set, self.page.as_deref(), PAGE).await?;
        let id_column = desk.solution.id_column(feed.side, set);
        let mut changes: Vec<_> =
            rows.into_iter().filter_map(|row| dataverse::change(set, id_column, row)).collect();
        for change in &mut changes {
            // It did not change now; how long ago it did is no lag.
            change.at = None;
        }
        observed::compare(desk, feed.side, &mut changes).await?;
        let next = match page {
            Some(page) => Self { page: Some(page), ..self },
            None => Self { at: self.at + 1, page: None, ..self },
        };
        let next = serde_json::to_string(&next).map_err(tables::Error::internal)?;
        let changes = changes.into_iter().map(|change| (change, None)).collect();
        Ok(Batch { changes, next, more: true })
    }
}
