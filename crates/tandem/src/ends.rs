//! What dual-write is given of the others: both sides as peers, the store's way to forget, the pages of rows.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use dual_write::{Address, Dialect, Ends, Peer, RemoteError, Side};
use platform::Environment;
use tables::uuid::Uuid;
use tables::{Context, Error, Store};
use tower::ServiceBuilder;
use web_api::TrustedApplication;

use crate::system::{COMPANY, HEADQUARTERS_PATH, RemoteSales, SALES_PATHS};

/// Headquarters in this process as a side of dual-write, as the application user that it knows.
fn headquarters_here(api: &Router, application: &'static str) -> Peer {
    let service = in_process(Router::new().nest_service(HEADQUARTERS_PATH, api.clone()), application);
    let address = Address::FinanceAndOperations { company: COMPANY.into() };
    Peer::new(Side::Headquarters, HEADQUARTERS_PATH, address, service)
}

/// Sales in this process as the other side.
pub fn sales_here(api: &Router, dialect: Dialect, application: &'static str) -> Peer {
    let path = SALES_PATHS[0];
    let service = in_process(Router::new().nest_service(path, api.clone()), application);
    Peer::new(Side::Sales, path, Address::Dataverse, service).speaking(dialect)
}

/// A Sales elsewhere, as whom carries changes and as whom sets up.
pub fn remote_sales(settings: RemoteSales, environment: &Environment) -> Result<[Peer; 2], RemoteError> {
    let [carries, sets_up] = [settings.carries, settings.sets_up]
        .map(|settings| dual_write::RemoteSales::new(settings, environment.clock.clone()));
    Ok([carries?.peer(), sets_up?.peer()])
}

/// Both sides, each as whom carries changes and as whom sets up.
pub fn ends(headquarters: &Router, [sales, sales_setup]: [Peer; 2]) -> Ends {
    Ends {
        headquarters: headquarters_here(headquarters, dual_write::ORIGIN),
        sales,
        headquarters_setup: headquarters_here(headquarters, dual_write::SETUP),
        sales_setup,
    }
}

/// Removes test requests from the store.
pub fn forget(channel: Store) -> dual_write::solutions::Forget {
    Arc::new(move |reference| {
        let channel = channel.clone();
        Box::pin(async move {
            let remove = channel.write::<_, _, Error>(Context::system(), reference, |tx, reference| {
                Box::pin(channel::requests::remove_test_request(tx, reference))
            });
            remove.await.map_err(|error| error.to_string())
        })
    })
}

/// The page of a row that dual-write connects.
pub fn page_of(side: Side, set: &str, id: Uuid) -> Option<String> {
    let folder = match (side, set) {
        (Side::Headquarters, "BusinessPartnerProspects") => "/headquarters/prospects",
        (Side::Headquarters, "CustomersV3") => "/headquarters/customers",
        (Side::Sales, "leads") => "/sales/leads",
        (Side::Sales, "opportunities") => "/sales/opportunities",
        (Side::Sales, "accounts") => "/sales/accounts",
        (Side::Sales, "contacts") => "/sales/contacts",
        _ => return None,
    };
    Some(format!("{folder}/{id}"))
}

/// The same where the pages of Sales are not served.
pub fn page_of_headquarters(side: Side, set: &str, id: Uuid) -> Option<String> {
    if side == Side::Headquarters { page_of(side, set, id) } else { None }
}

/// A router as a peer: requests carry a caller that none from the network can have.
fn in_process(router: Router, application: &'static str) -> dual_write::Service {
    let trusted = move |mut request: Request<Body>| {
        request.extensions_mut().insert(TrustedApplication(application.into()));
        request
    };
    dual_write::Service::new(ServiceBuilder::new().map_request(trusted).service(router))
}
