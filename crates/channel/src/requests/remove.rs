//! Remove: a test request goes, and with it all that the store knows of it.

use tables::uuid::Uuid;
use tables::{Filter, Query, Result, Table, Tx};

use super::mail::{RequestLink, RequestMail};
use super::repeated::RepeatedRequest;
use super::{OnboardingRequest, RequestEvent};

/// What the address of a test request ends with: nobody can ever have such an address (RFC 6761).
const NOBODYS: &str = ".invalid";

/// Removes the request with this reference. One of somebody who could be there stays; that none is
/// there is as good as removed.
///
/// # Errors
/// As any write.
pub async fn remove_test_request(tx: &mut Tx, reference: &str) -> Result<()> {
    let request: Option<OnboardingRequest> = tx.find(Filter::equals("reference", reference)).await?;
    let Some(request) = request.filter(|request| request.email.to_lowercase().ends_with(NOBODYS)) else {
        return Ok(());
    };
    let id = request.onboardingrequestid;
    remove_of::<RequestEvent>(tx, id).await?;
    remove_of::<RequestLink>(tx, id).await?;
    remove_of::<RequestMail>(tx, id).await?;
    remove_of::<RepeatedRequest>(tx, id).await?;
    tx.remove::<OnboardingRequest>(id).await
}

async fn remove_of<T: Table>(tx: &mut Tx, request: Uuid) -> Result<()> {
    let of = Query::of(T::NAME).filter(Filter::equals("onboardingrequestid", request));
    for row in tx.list::<T>(of).await? {
        tx.remove::<T>(row.id()).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use tables::{Context, Principal};

    use super::*;
    use crate::requests::testing::{each_store, send, submission};

    #[tokio::test]
    async fn a_test_request_goes_wholly_and_a_real_one_stays() {
        for (_folder, store) in each_store().await {
            let mut test = submission("Test", None);
            test.request.email = "test@tandem.invalid".into();
            let test = send(&store, test).await.unwrap();
            let real = send(&store, submission("Real", None)).await.unwrap();
            for reference in [&test.reference, &real.reference, &test.reference] {
                let reference = reference.clone();
                store
                    .write(Context::system(), reference, |tx, it| Box::pin(remove_test_request(tx, it)))
                    .await
                    .unwrap();
            }
            let mut reader = store.read(&Principal::system()).await.unwrap();
            let left: Vec<OnboardingRequest> = reader.list(Query::of(OnboardingRequest::NAME)).await.unwrap();
            assert_eq!(left.len(), 1);
            assert_eq!(left[0].reference, real.reference);
            let events: Vec<RequestEvent> = reader.list(Query::of(RequestEvent::NAME)).await.unwrap();
            assert_eq!(events.len(), 1);
        }
    }
}
