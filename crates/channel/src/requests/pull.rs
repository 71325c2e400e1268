//! Pull: headquarters' job P-0001 takes requests, oldest first.
//!
//! Taking and marking are two steps, because between them headquarters writes into its own
//! database: a crash in between brings the same requests again (at least once), and headquarters
//! knows them by their reference.

use tables::uuid::Uuid;
use tables::{Cursor, Error, Filter, Query, Reader, Result, Table as _, Tx};

use super::OnboardingRequest;

/// The next requests that headquarters has not had, oldest first, and where to go on. A request
/// that headquarters could not take stays unmarked and does not stand in the way of those after it.
///
/// # Errors
/// As any read.
pub async fn pull(
    reader: &mut Reader,
    after: Option<Cursor>,
    limit: u32,
) -> Result<(Vec<OnboardingRequest>, Option<Cursor>)> {
    let mut query = Query::of(OnboardingRequest::NAME)
        .filter(Filter::IsNull("pulled_at".into()))
        .order_by("submitted_at")
        .limit(limit);
    query.after = after;
    let page = reader.page(&query).await?;
    let rows = page.rows.iter().map(OnboardingRequest::from_row).collect::<Result<_>>()?;
    Ok((rows, page.next))
}

/// Notes that headquarters has these requests.
///
/// # Errors
/// As any write.
pub async fn mark_pulled(tx: &mut Tx, ids: &[Uuid]) -> Result<(), Error> {
    let now = tx.now();
    let ids = ids.iter().map(|id| (*id).into()).collect();
    let of_batch = Filter::In("onboardingrequestid".into(), ids);
    let query = Query::of(OnboardingRequest::NAME).filter(of_batch.and(Filter::IsNull("pulled_at".into())));
    let rows: Vec<OnboardingRequest> = tx.list(query).await?;
    for row in rows {
        tx.save(&OnboardingRequest { pulled_at: Some(now), ..row }).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use tables::{Context, Principal};

    use super::super::testing::{each_store, send, submission};
    use super::*;

    #[tokio::test]
    async fn requests_come_oldest_first_and_again_until_they_are_marked() {
        for (_folder, store) in each_store().await {
            let mut sent = Vec::new();
            for name in ["A", "B", "C"] {
                sent.push(send(&store, submission(name, None)).await.unwrap().id);
            }
            let mut reader = store.read(&Principal::system()).await.unwrap();
            let (first, next) = pull(&mut reader, None, 2).await.unwrap();
            assert_eq!(ids(&first), sent[..2]);
            let (second, end) = pull(&mut reader, next, 2).await.unwrap();
            assert_eq!(ids(&second), sent[2..]);
            assert_eq!(end, None);

            let batch = ids(&first);
            for _ in 0..2 {
                let batch = batch.clone();
                store
                    .write(Context::system(), batch, |tx, ids| Box::pin(mark_pulled(tx, ids)))
                    .await
                    .unwrap();
            }
            drop(reader);
            let mut reader = store.read(&Principal::system()).await.unwrap();
            let (left, _) = pull(&mut reader, None, 10).await.unwrap();
            assert_eq!(ids(&left), sent[2..]);
        }
    }

    fn ids(rows: &[OnboardingRequest]) -> Vec<Uuid> {
        rows.iter().map(|row| row.onboardingrequestid).collect()
    }
}
