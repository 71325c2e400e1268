//! The Dataverse dialect: rows of one table since its delta link.

use serde_json::Value as Json;
use uuid::Uuid;

use super::{Batch, Feed, observed};
use crate::deliver::{DeliveryError, Desk};
use crate::row::{Row, value};
use crate::{Change, Operation};

/// Rows of one page.
const PAGE: u32 = 200;

pub(super) async fn read(desk: &Desk, feed: &Feed, token: Option<&str>) -> Result<Batch, DeliveryError> {
    let peer = desk.peer(feed.side);
    let set = feed.sets.first().map(String::as_str).unwrap_or_default();
    let page = match peer.delta(set, token, PAGE).await {
        // The link expired: everything is read again, and judged by value nothing happens twice.
        Err(error) if token.is_some() && error.status() == Some(410) => {
            tracing::warn!(set, "a delta link expired; its table is read and compared as a whole");
            peer.delta(set, None, PAGE).await?
        }
        page => page?,
    };
    let id_column = desk.solution.id_column(feed.side, set);
    let mut changes: Vec<Change> =
        page.rows.into_iter().filter_map(|row| change(set, id_column, row)).collect();
    observed::compare(desk, feed.side, &mut changes).await?;
    Ok(Batch {
        changes: changes.into_iter().map(|change| (change, None)).collect(),
        next: page.next,
        more: page.more,
    })
}

/// A row as a change; what changed in it is found out afterwards.
pub(super) fn change(set: &str, id_column: &str, row: Row) -> Option<Change> {
    let deleted = row.contains_key("reason");
    let id = value(&row, if deleted { "id" } else { id_column }).as_str()?;
    let etag = row.get("@odata.etag").and_then(Json::as_str).unwrap_or_default();
    let version: String = etag.chars().filter(char::is_ascii_digit).collect();
    let user = value(&row, "modifiedby").as_str().and_then(|user| Uuid::try_parse(user).ok());
    Some(Change {
        transaction: 0,
        sequence: version.parse().unwrap_or_default(),
        set: set.to_owned(),
        id: Uuid::try_parse(id).ok()?,
        operation: if deleted { Operation::Delete } else { Operation::Update },
        changed: Vec::new(),
        at: value(&row, "modifiedon").as_str().and_then(|at| at.parse().ok()),
        row: (!deleted).then_some(row),
        user_id: user.unwrap_or_default(),
        observed: Vec::new(),
    })
}
