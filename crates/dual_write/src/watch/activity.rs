//! What people did here: who paused, retried or left something out.

use tables::{Choice, Result, Table, Tx};
use uuid::Uuid;

/// What somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum Deed {
    /// Had a delivery tried again.
    Retried = 1,
    /// Left a delivery out for good.
    Skipped = 2,
    /// Paused a map or decision.
    Paused = 3,
    /// Let it go on.
    Resumed = 4,
    /// Corrected values of a row and had its delivery tried again.
    Corrected = 5,
}

/// One thing that somebody did; who and when is what every row tells.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "activity", set = "activities", primary = "name", index(createdon))]
pub struct Activity {
    /// Id.
    #[column(id)]
    pub activityid: Uuid,
    /// What.
    #[column(choice)]
    pub deed: Deed,
    /// Map or decision; nothing: all of them.
    #[column(text = 100)]
    pub target: Option<String>,
    /// How many deliveries it was about.
    #[column(whole)]
    pub deliveries: Option<i64>,
    /// How people call the row that it was about.
    #[column(text = 400)]
    pub name: Option<String>,
    /// Id of the row.
    #[column(text = 36)]
    pub sourceid: Option<String>,
    /// Why it waited, why somebody did it, or which columns were corrected.
    #[column(memo = 4_000)]
    pub message: Option<String>,
}

/// Notes it in the deed's own transaction.
pub(super) async fn note(tx: &mut Tx, activity: Activity) -> Result<()> {
    let activityid = tx.new_id();
    tx.insert(&Activity { activityid, ..activity }).await.map(|_| ())
}

impl Activity {
    /// A deed about a map or decision.
    pub(super) fn of(deed: Deed, target: Option<&str>) -> Self {
        Self {
            activityid: Uuid::nil(),
            deed,
            target: target.map(str::to_owned),
            deliveries: None,
            name: None,
            sourceid: None,
            message: None,
        }
    }
}
