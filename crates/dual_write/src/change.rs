//! One change of one row, as a peer's change feed tells it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Row;

/// What happened to the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Operation {
    Create,
    Update,
    Delete,
}

/// One change, with the row as it is now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Change {
    /// Transaction it belongs to.
    pub transaction: i64,
    /// Its place; also the version that the row got.
    pub sequence: i64,
    /// Set.
    pub set: String,
    /// The row.
    pub id: Uuid,
    /// What.
    pub operation: Operation,
    /// Logical names of the columns that changed.
    #[serde(default)]
    pub changed: Vec<String>,
    /// The row as it is now; nothing when it is gone.
    pub row: Option<Row>,
    /// When, as far as the feed tells.
    #[serde(default)]
    pub at: Option<Timestamp>,
    /// Who.
    pub user_id: Uuid,
    /// Places and values that count as seen once this change is delivered or waits.
    #[serde(skip)]
    pub observed: Vec<(String, Option<String>)>,
}

/// A stretch of a change feed.
#[derive(Debug, Deserialize)]
pub(crate) struct Changes {
    pub value: Vec<Change>,
    #[serde(rename = "Token")]
    pub token: String,
    #[serde(rename = "More")]
    pub more: bool,
}
