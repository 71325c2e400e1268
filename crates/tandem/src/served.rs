//! What is served: the pages and services of the applications, under one name or two.

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use dual_write::watch::{CounterpartPage, Standings};
use headquarters::readiness::Surroundings;
use platform::configuration::{App, Apps};
use tables::{Principal, Store};
use web_api::Authority;

use crate::system::{HEADQUARTERS_PATH, SALES_PATHS};
use crate::{Hosts, Stores, door};

/// What there is to serve.
pub struct Served<'a> {
    pub apps: &'a Apps,
    pub hosts: &'a Hosts,
    pub is_demo: bool,
    pub stores: &'a Stores,
    pub authority: Arc<Authority>,
    pub office: shell::office::Settings,
    pub headquarters_api: Router,
    pub sales_api: Router,
    /// The store's pages and service.
    pub storefront: Router,
    pub around: Surroundings,
    pub hub: dual_write::Hub,
    /// Where the page of a row is.
    pub page_of: CounterpartPage,
    /// Whether dual-write is here, or its rows are where this process sees them.
    pub tells_standings: bool,
}

impl Served<'_> {
    /// All of it.
    pub fn router(self) -> Router {
        let (hosts, is_demo, has_store) = (self.hosts, self.is_demo, self.apps.has(App::Storefront));
        let storefront = if has_store { self.storefront.clone() } else { Router::new() };
        let Stores { channel, headquarters, sales, .. } = self.stores.clone();
        let mut office = self.office_half();
        if hosts.are_apart() || !has_store {
            // Under one name the store is at the root, where there is one.
            office = office.route("/", get(async || shell::see_other("/office/")));
        }
        let router = hosts
            .join(storefront, office)
            .merge(shell::assets::router())
            .route("/healthz", get(|| async { "ok\n" }))
            .route("/readyz", get(move || readiness([channel.clone(), headquarters.clone(), sales.clone()])));
        if is_demo { router.layer(axum::middleware::from_fn(door::loopback_only)) } else { router }
    }

    /// What the people of the back office see, and the services for programs.
    fn office_half(self) -> Router {
        let Stores { headquarters, sales, dual_write, .. } = self.stores.clone();
        let standings = Standings::new(dual_write.clone(), self.hub.clone(), self.page_of);
        let standings: Option<Arc<dyn shell::Standings>> =
            self.tells_standings.then(|| Arc::new(standings) as _);
        let office = shell::office::Office::new(headquarters.clone(), self.office);
        let has = |app: App| self.apps.has(app);
        let mut router = Router::new();
        if has(App::Headquarters) || has(App::Sales) {
            router = router.merge(self.authority.router());
        }
        if has(App::Headquarters) || has(App::Sales) || has(App::DualWrite) {
            router = router.merge(office.router());
        }
        if has(App::Headquarters) {
            let (store, standings) = (headquarters.clone(), standings.clone());
            router = router
                .merge(headquarters::pages::router(&office, store, self.around, standings))
                .nest_service(HEADQUARTERS_PATH, self.headquarters_api);
        }
        if has(App::Sales) {
            router = router.merge(sales::pages::router(&office, sales, standings));
            for path in SALES_PATHS {
                router = router.nest_service(path, self.sales_api.clone());
            }
        }
        if has(App::DualWrite) {
            router = router.merge(dual_write::pages::router(&office, dual_write, self.hub, self.page_of));
        }
        if self.is_demo && has(App::Headquarters) {
            router = router.merge(headquarters::mail_router(headquarters));
        }
        router
    }
}

/// Ready once every database answers.
async fn readiness(stores: [Store; 3]) -> Response {
    for store in stores {
        let read = async { store.read(&Principal::system()).await?.log_end().await };
        if let Err(error) = read.await {
            return (StatusCode::SERVICE_UNAVAILABLE, format!("{error}\n")).into_response();
        }
    }
    (StatusCode::OK, "ready\n").into_response()
}
