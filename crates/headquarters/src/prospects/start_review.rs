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
    /// It was in review already; nothing happened.
    InReview,
    /// It is decided already; nothing happened.
    Decided,
}

/// Puts an open prospect in review. Said twice or late, nothing happens.
///
/// # Errors
/// As any write.
pub async fn start_review(tx: &mut Tx, prospect: &Uuid) -> Result<Outcome> {
    let prospect = load(tx, *prospect).await?;
    match prospect.status {
        ProspectStatus::Open => {
            tx.save(&Prospect { status: ProspectStatus::InReview, ..prospect }).await?;
            Ok(Outcome::Started)
        }
        ProspectStatus::InReview => Ok(Outcome::InReview),
        ProspectStatus::Approved | ProspectStatus::Rejected => Ok(Outcome::Decided),
    }
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
            assert_eq!(start().await, Ok(Outcome::InReview));
            assert_eq!(prospect_now(&store, id).await.status, ProspectStatus::InReview);
            reject_as(Context::system(), &store, id).await.unwrap();
            assert_eq!(start().await, Ok(Outcome::Decided));
            assert_eq!(prospect_now(&store, id).await.status, ProspectStatus::Rejected);
        }
    }
}
