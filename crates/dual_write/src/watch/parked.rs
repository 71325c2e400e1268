//! One delivery that waits, with both rows: what would be written if it were tried now.

use std::time::Duration;

use tables::{Filter, Principal, Query, Result, Table as _};
use uuid::Uuid;

use super::preview::{Line, Pair, preview};
use crate::deliver::{DeliveryError, Found, linked, resolve};
use crate::links::{self, Link};
use crate::maps::Decision;
use crate::row::Row;
use crate::waiting::{Waiting, awaited};
use crate::{Change, Engine, Side};

/// Longest that a page waits for a peer.
const PEER_TIME_MAX: Duration = Duration::from_secs(3);
/// Deliveries shown that wait for another.
const DEPENDENTS_MAX: u32 = 20;

/// Both rows of a delivery by a map.
#[derive(Clone, Debug)]
pub struct Images {
    /// The pair, where there is one already.
    pub link: Option<Link>,
    /// Line by line.
    pub lines: Vec<Line>,
    /// Where the other side's values are from.
    pub ready: Ready,
}

/// Where the other side's values are from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ready {
    /// Just read there.
    Live,
    /// The other row is still to be made.
    New,
    /// The other side does not answer: what both last agreed on.
    Agreed,
    /// The other side has the row no longer.
    Gone,
}

impl Engine {
    /// What would be written for a delivery by a map if it were tried now; `None` for a decision,
    /// or a change without its row.
    ///
    /// # Errors
    /// As any read of dual-write's own database.
    pub async fn images(&self, waiting: &Waiting, change: &Change) -> Result<Option<Images>> {
        let desk = self.desk();
        let side = Side::named(&waiting.side).unwrap_or(Side::Headquarters);
        let (Some(map), Some(row)) = (desk.solution.map(&waiting.target), &change.row) else {
            return Ok(None);
        };
        let link = links::of_row(&desk.store, &map.name, side, change.id).await?;
        let lookups = match resolve(desk, map, side, row).await {
            Ok(lookups) => lookups.ok(),
            Err(DeliveryError::Store(error)) => return Err(error),
            Err(DeliveryError::Peer(_)) => None,
        };
        let base = link.as_ref().map(Link::base);
        let other_side = side.other();
        let agreed = || base.as_ref().map(|base| base.on(other_side).clone()).unwrap_or_default();
        let (other, ready) = match &link {
            None => (Row::new(), Ready::New),
            Some(link) => match self.row_now(other_side, &map.end(other_side).set, link.id(other_side)).await
            {
                Some(Some(other)) => (other, Ready::Live),
                Some(None) => (agreed(), Ready::Gone),
                None => (agreed(), Ready::Agreed),
            },
        };
        let lines = preview(&Pair {
            map,
            side,
            row,
            base: base.as_ref(),
            other: &other,
            lookups: lookups.as_ref(),
            company: &desk.company,
        });
        Ok(Some(Images { link, lines, ready }))
    }

    /// A row as its side shows it now: `None` where the side does not answer in time, `Some(None)`
    /// where the row is gone.
    pub async fn row_now(&self, side: Side, set: &str, id: Uuid) -> Option<Option<Row>> {
        tokio::time::timeout(PEER_TIME_MAX, self.desk().peer(side).read(set, id)).await.ok()?.ok()
    }

    /// The pair that a decision is about, as far as it is linked.
    ///
    /// # Errors
    /// As any read of dual-write's own database.
    pub async fn subject(&self, decision: &Decision, change: &Change) -> Result<Option<Link>> {
        let Some(row) = &change.row else { return Ok(None) };
        match linked(self.desk(), decision.from, row, &decision.subject).await {
            Ok(Found::Link(link)) => Ok(Some(link)),
            Ok(Found::Blank | Found::Missing(_)) | Err(DeliveryError::Peer(_)) => Ok(None),
            Err(DeliveryError::Store(error)) => Err(error),
        }
    }

    /// Deliveries that wait for this one: for its row's link, or behind it. The oldest of them.
    ///
    /// # Errors
    /// As any read; the principal has to be able to read what waits.
    pub async fn dependents(
        &self,
        principal: &std::sync::Arc<Principal>,
        waiting: &Waiting,
    ) -> Result<Vec<Waiting>> {
        let side = Side::named(&waiting.side).unwrap_or(Side::Headquarters);
        let source = waiting.sourceid.as_deref().unwrap_or_default();
        let not_this = Filter::Not(Box::new(Filter::equals("waitingid", waiting.waitingid)));
        let either = Filter::Or(vec![
            Filter::equals("awaited", awaited(&waiting.target, side, source)),
            Filter::equals("lane", waiting.lane.as_str()),
        ]);
        let query = Query::of(Waiting::NAME).filter(either.and(not_this)).order_by("sequence");
        self.desk().store.read(principal).await?.list(query.limit(DEPENDENTS_MAX)).await
    }
}
