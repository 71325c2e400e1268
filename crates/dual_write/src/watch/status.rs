//! How far dual-write is: each side's feed, each map and decision with what waits.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tables::{Filter, Page, Principal, Query, Reader, Result, Table as _};

use crate::links::Link;
use crate::maps::Direction;
use crate::peer::CHANGES_MAX;
use crate::waiting::Waiting;
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
    /// Since when the oldest of them waits.
    pub oldest: Option<Timestamp>,
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
            let token = checkpoints::read(&desk.store, side).await?;
            sides.push(match desk.peer(side).changes(&desk.solution.sets(side), &token).await {
                Ok(changes) => SideStatus {
                    side,
                    trouble: None,
                    behind: changes.value.len(),
                    more: changes.more || changes.value.len() >= CHANGES_MAX as usize,
                },
                Err(error) => SideStatus { side, trouble: Some(error.to_string()), behind: 0, more: false },
            });
        }
        let mut reader = desk.store.read(&Principal::system()).await?;
        let mut targets = Vec::new();
        for map in desk.solution.maps() {
            let of_map = Filter::equals("map", map.name.as_str()).and(Filter::equals("made", true));
            let links = count(&mut reader, Query::of(Link::NAME).filter(of_map)).await?;
            let direction = map.creates.symbol().to_owned();
            targets.push(target(&mut reader, &map.name, Kind::Map, &map.version, direction, links).await?);
        }
        for (document, decision) in desk.solution.decisions() {
            let name = crate::engine::target_name(&document.name, decision);
            let direction = if decision.from == Side::Headquarters {
                Direction::ToSales
            } else {
                Direction::ToHeadquarters
            };
            let direction = direction.symbol().to_owned();
            targets.push(target(&mut reader, &name, Kind::Decision, &document.version, direction, 0).await?);
        }
        let disputed = Filter::Not(Box::new(Filter::IsNull("disputed".into())));
        let disputed = count(&mut reader, Query::of(Link::NAME).filter(disputed)).await?;
        Ok(Status { sides, targets, disputed })
    }
}

async fn count(reader: &mut Reader, query: Query) -> Result<u64> {
    let query = Query { count: true, ..query.limit(1) };
    Ok(reader.page(&query).await?.count.unwrap_or_default())
}

async fn target(
    reader: &mut Reader,
    name: &str,
    kind: Kind,
    version: &str,
    direction: String,
    links: u64,
) -> Result<TargetStatus> {
    let query = Query::of(Waiting::NAME).filter(Filter::equals("target", name)).order_by("createdon");
    let Page { rows, count, .. } = reader.page(&Query { count: true, ..query.limit(1) }).await?;
    Ok(TargetStatus {
        name: name.into(),
        kind,
        version: version.into(),
        direction,
        links,
        waiting: count.unwrap_or_default(),
        oldest: rows.first().and_then(tables::Row::created_at),
    })
}
