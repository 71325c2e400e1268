//! What waits, and why, in the words of whoever refused it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tables::{Principal, Query, Result, Table as _};
use uuid::Uuid;

use crate::row::Row;
use crate::waiting::{Cause, Waiting};
use crate::{Change, Engine, Side};

/// Deliveries shown at a time.
const PAGE: u32 = 100;

/// A delivery that waits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parked {
    /// By this it is retried or skipped.
    pub id: Uuid,
    /// Map or decision.
    pub target: String,
    /// Side that the change is from.
    pub side: Side,
    /// Set of the changed row.
    pub set: String,
    /// The changed row.
    pub row: Uuid,
    /// The row as it was when the change was read.
    pub image: Option<Row>,
    /// `parent`, `refused`, `behind`, `unanswered` or `paused`.
    pub cause: String,
    /// In words, with what to do.
    pub message: String,
    /// Attempts made.
    pub attempts: i64,
    /// Since when.
    pub since: Option<Timestamp>,
    /// Tried again not before this.
    pub next_attempt_at: Timestamp,
}

/// Some of what waits, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ParkedPage {
    /// Deliveries.
    pub parked: Vec<Parked>,
    /// Where to go on, where there are more.
    pub next: Option<String>,
}

impl Engine {
    /// What waits, oldest first, after the place where the page before ended.
    ///
    /// # Errors
    /// [`tables::Error::InvalidCursor`]; as any read of dual-write's own database.
    pub async fn errors(&self, after: Option<&str>) -> Result<ParkedPage> {
        let mut query = Query::of(Waiting::NAME).order_by("sequence").limit(PAGE);
        query.after = after.map(str::parse).transpose()?;
        let mut reader = self.desk().store.read(&Principal::system()).await?;
        let page = reader.page(&query).await?;
        let mut parked = Vec::new();
        for row in &page.rows {
            let waiting = Waiting::from_row(row)?;
            let change: Change = serde_json::from_str(&waiting.change).map_err(tables::Error::internal)?;
            parked.push(Parked {
                id: waiting.waitingid,
                target: waiting.target,
                side: Side::named(&waiting.side).unwrap_or(Side::Headquarters),
                set: change.set,
                row: change.id,
                image: change.row,
                cause: cause(waiting.cause).into(),
                message: waiting.message.unwrap_or_default(),
                attempts: waiting.attempts,
                since: row.created_at(),
                next_attempt_at: waiting.nextattemptat,
            });
        }
        Ok(ParkedPage { parked, next: page.next.map(|next| next.to_string()) })
    }
}

fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Parent => "parent",
        Cause::Refused => "refused",
        Cause::Behind => "behind",
        Cause::Unanswered => "unanswered",
        Cause::Paused => "paused",
    }
}
