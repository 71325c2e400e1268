//! Start review: somebody works on the prospect now.

use tables::uuid::Uuid;
use tables::{Result, Tx};

use super::decision::load;
use super::{Prospect, ProspectStatus};

/// What starting came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is in review now.
    Started,
    /// It was in review or decided already; nothing happened.
    Unchanged,
}

/// Puts an open prospect in review. Said twice or late, nothing happens.
///
/// # Errors
/// As any write.
pub async fn start_review(tx: &mut Tx, prospect: &Uuid) -> Result<Outcome> {
    let prospect = load(tx, *prospect).await?;
    if prospect.status != ProspectStatus::Open {
        return Ok(Outcome::Unchanged);
    }
    tx.save(&Prospect { status: ProspectStatus::InReview, ..prospect }).await?;
    Ok(Outcome::Started)
}
