//! Trace: what the store knows of a request, for headquarters' people who ask where it is.

use tables::{Filter, Query, Reader, Result, Table as _, TextMatch};

use super::{OnboardingRequest, RequestEvent};

/// A request with its way so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// As the store keeps it.
    pub request: OnboardingRequest,
    /// The statuses that it reached, oldest first.
    pub events: Vec<RequestEvent>,
}

/// The request with this reference.
///
/// # Errors
/// As any read.
pub async fn trace(reader: &mut Reader, reference: &str) -> Result<Option<Trace>> {
    let found: Option<OnboardingRequest> = reader.find(Filter::equals("reference", reference)).await?;
    let Some(request) = found else { return Ok(None) };
    let of_request = Filter::equals("onboardingrequestid", request.onboardingrequestid);
    let events = reader.list(Query::of(RequestEvent::NAME).filter(of_request).order_by("at")).await?;
    Ok(Some(Trace { request, events }))
}

/// Requests that `text` is part of: of the reference, the e-mail address, the company or the
/// sender's last name. Newest first; with nothing to look for, the newest.
///
/// # Errors
/// As any read.
pub async fn search(reader: &mut Reader, text: &str, limit: u32) -> Result<Vec<OnboardingRequest>> {
    let mut query = Query::of(OnboardingRequest::NAME).order_by_descending("submitted_at").limit(limit);
    if !text.is_empty() {
        let contains = |column: &str| Filter::Text(column.into(), TextMatch::Contains, text.to_owned());
        query = query
            .filter(Filter::Or(["reference", "email", "company_name", "last_name"].map(contains).to_vec()));
    }
    // One page, however many there are.
    reader.page(&query).await?.rows.iter().map(OnboardingRequest::from_row).collect()
}

/// How many requests headquarters has not pulled yet, up to a page of them.
///
/// # Errors
/// As any read.
pub async fn waiting(reader: &mut Reader) -> Result<u64> {
    let mut query = Query::of(OnboardingRequest::NAME).filter(Filter::IsNull("pulled_at".into())).limit(1);
    query.count = true;
    Ok(reader.page(&query).await?.count.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use tables::{Context, Principal};

    use super::super::testing::{each_store, send, submission};
    use super::super::{RequestStatus, mark_pulled};
    use super::*;

    #[tokio::test]
    async fn a_request_is_found_by_part_of_what_people_know_of_it() {
        for (_folder, store) in each_store().await {
            let sent = send(&store, submission("Ola", None)).await.unwrap();
            let other = send(&store, submission("Ewa", None)).await.unwrap();
            let mut reader = store.read(&Principal::system()).await.unwrap();
            let found = trace(&mut reader, &sent.reference).await.unwrap().unwrap();
            assert_eq!(found.request.onboardingrequestid, sent.id);
            let way: Vec<RequestStatus> = found.events.iter().map(|event| event.status).collect();
            assert_eq!(way, [RequestStatus::Received]);
            assert_eq!(trace(&mut reader, "BP-00000000").await.unwrap(), None);
            let references = |rows: Vec<OnboardingRequest>| -> Vec<String> {
                rows.into_iter().map(|row| row.reference).collect()
            };
            let email = found.request.email.to_uppercase();
            assert_eq!(references(search(&mut reader, &email, 10).await.unwrap()), [&*sent.reference]);
            assert_eq!(references(search(&mut reader, "", 1).await.unwrap()), [&*other.reference]);
            assert!(search(&mut reader, "nobody%", 10).await.unwrap().is_empty());

            assert_eq!(waiting(&mut reader).await.unwrap(), 2);
            drop(reader);
            let batch = vec![sent.id];
            store.write(Context::system(), batch, |tx, ids| Box::pin(mark_pulled(tx, ids))).await.unwrap();
            let mut reader = store.read(&Principal::system()).await.unwrap();
            assert_eq!(waiting(&mut reader).await.unwrap(), 1);
        }
    }
}
