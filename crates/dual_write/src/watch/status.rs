//! How far dual-write is: each side's feed, each map and decision with what waits.

use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tables::{ColumnValue, Filter, Page, Principal, Query, Reader, Result, Table as _};

use crate::capture;
use crate::deliver::DeliveryError;
use crate::links::Link;
use crate::maps::Direction;
use crate::waiting::{Cause, Waiting};
use crate::watch::Pause;
use crate::{Engine, Side, checkpoints};

/// Everything at a glance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Status {
    /// Both peers.
    pub sides: Vec<SideStatus>,
    /// Maps in the order of their needs, then decisions.
    pub targets: Vec<TargetStatus>,
    /// Pairs of rows in which each side's own rules spell a column differently.
    pub disputed: u64,
}

/// One peer and its feed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SideStatus {
    /// Which.
    pub side: Side,
    /// What is wrong, where it does not answer.
    pub trouble: Option<String>,
    /// Changes that are not delivered yet.
    pub behind: usize,
    /// Whether there are even more.
    pub more: bool,
}

/// What carries changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Rows, column by column.
    Map,
    /// Commands.
    Decision,
}

/// A map or decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetStatus {
    /// Name.
    pub name: String,
    /// Map or decision.
    pub kind: Kind,
    /// Version of its document.
    pub version: String,
    /// Which way rows are made, as the document writes it.
    pub direction: String,
    /// Linked pairs of rows, counted up to 5,000.
    pub links: u64,
    /// Deliveries that wait, counted up to 5,000.
    pub waiting: u64,
    /// Those of them that somebody has to look at.
    #[serde(default)]
    pub needs_somebody: u64,
    /// Since when the oldest of them waits.
    pub oldest: Option<Timestamp>,
    /// Whether somebody paused it.
    #[serde(default)]
    pub paused: bool,
}

impl TargetStatus {
    fn new(name: &str, kind: Kind, version: &str, direction: String, links: u64) -> Self {
        Self {
            name: name.into(),
            kind,
            version: version.into(),
            direction,
            links,
            waiting: 0,
            needs_somebody: 0,
            oldest: None,
            paused: false,
        }
    }
}

impl Engine {
    /// How far dual-write is.
    ///
    /// # Errors
    /// As any read of dual-write's own database; a peer that does not answer is part of the status.
    pub async fn status(&self) -> Result<Status> {
        let desk = self.desk();
        let mut sides = Vec::new();
        for side in Side::BOTH {
            let mut status = SideStatus { side, trouble: None, behind: 0, more: false };
            for feed in capture::feeds(desk, side) {
                let token = checkpoints::read(&desk.store, &feed.name).await?;
                match capture::read(desk, &feed, token.as_deref()).await {
                    Ok(batch) => {
                        status.behind += batch.changes.len();
                        status.more |= batch.more;
                    }
                    Err(DeliveryError::Peer(error)) => status.trouble = Some(error.to_string()),
                    Err(DeliveryError::Store(error)) => return Err(error),
                }
            }
            sides.push(status);
        }
        let targets = self.target_status(&Principal::system()).await?;
        let mut reader = desk.store.read(&Principal::system()).await?;
        let disputed = Filter::Not(Box::new(Filter::IsNull("disputed".into())));
        let disputed = count(&mut reader, Query::of(Link::NAME).filter(disputed)).await?;
        Ok(Status { sides, targets, disputed })
    }

    /// Maps in the order of their needs, then decisions, as `principal` may see them.
    ///
    /// # Errors
    /// As any read.
    pub async fn target_status(&self, principal: &Arc<Principal>) -> Result<Vec<TargetStatus>> {
        let solution = &self.desk().solution;
        let mut reader = self.desk().store.read(principal).await?;
        let pauses: Vec<Pause> = reader.list(Query::of(Pause::NAME)).await?;
        let mut targets = Vec::new();
        for map in solution.maps() {
            let of_map = Filter::equals("map", map.name.as_str()).and(Filter::equals("made", true));
            let links = count(&mut reader, Query::of(Link::NAME).filter(of_map)).await?;
            let direction = map.creates.symbol().to_owned();
            let target = TargetStatus::new(&map.name, Kind::Map, &map.version, direction, links);
            targets.push(with_waiting(&mut reader, target).await?);
        }
        for (document, decision) in solution.decisions() {
            let name = document.target_name(decision);
            let direction = match decision.from {
                Side::Headquarters => Direction::ToSales,
                Side::Sales => Direction::ToHeadquarters,
            };
            let direction = direction.symbol().to_owned();
            let target = TargetStatus::new(&name, Kind::Decision, &document.version, direction, 0);
            targets.push(with_waiting(&mut reader, target).await?);
        }
        for target in &mut targets {
            target.paused = pauses.iter().any(|pause| pause.target == target.name);
        }
        Ok(targets)
    }
}

async fn count(reader: &mut Reader, query: Query) -> Result<u64> {
    let query = Query { count: true, ..query.limit(1) };
    Ok(reader.page(&query).await?.count.unwrap_or_default())
}

async fn with_waiting(reader: &mut Reader, mut target: TargetStatus) -> Result<TargetStatus> {
    let of_target = || Query::of(Waiting::NAME).filter(Filter::equals("target", target.name.as_str()));
    let oldest = Query { select: vec!["createdon".into()], ..of_target().order_by("createdon") };
    let Page { rows, count: waiting, .. } = reader.page(&Query { count: true, ..oldest.limit(1) }).await?;
    let causes = Cause::NEED_SOMEBODY.iter().map(ColumnValue::to_value).collect();
    target.needs_somebody = match waiting {
        Some(0) | None => 0,
        Some(_) => count(reader, of_target().filter(Filter::In("cause".into(), causes))).await?,
    };
    target.waiting = waiting.unwrap_or_default();
    target.oldest = rows.first().and_then(tables::Row::created_at);
    Ok(target)
}
