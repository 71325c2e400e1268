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

#[cfg(test)]
mod tests {
    use tables::Context;

    use super::*;
    use crate::testing::{each_store, open_prospect, prospect_now, reject_as};

    #[tokio::test]
    async fn an_open_prospect_goes_into_review_once_and_a_decided_one_never() {
        for (_folder, store) in each_store().await {
            let id = open_prospect(&store).await;
            let start = || store.write(Context::system(), id, |tx, id| Box::pin(start_review(tx, id)));
            assert_eq!(start().await, Ok(Outcome::Started));
            assert_eq!(start().await, Ok(Outcome::Unchanged));
            assert_eq!(prospect_now(&store, id).await.status, ProspectStatus::InReview);
            reject_as(Context::system(), &store, id).await.unwrap();
            assert_eq!(start().await, Ok(Outcome::Unchanged));
            assert_eq!(prospect_now(&store, id).await.status, ProspectStatus::Rejected);
        }
    }
}
