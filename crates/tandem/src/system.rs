//! The whole system over four open databases: applications, jobs, dual-write, one router.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::routing::get;
use platform::Environment;
use tables::{Catalog, Error, Store};
use tower::{ServiceBuilder, ServiceExt as _};
use web_api::{Authority, TrustedApplication};

use crate::Databases;

/// How a system is put together.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the databases lie.
    pub databases: Databases,
    /// With demo company, accounts, captured mail and the loopback-only door.
    pub demo: bool,
    /// Whether the solution `commerce` connects headquarters and Sales.
    pub solution: bool,
    /// When jobs run.
    pub jobs_mode: jobs::Mode,
    /// Limits of the public form.
    pub storefront: storefront::Settings,
    /// Token requests per minute and client.
    pub tokens_per_minute: u32,
}

/// Everything that runs, in one process.
pub struct System {
    /// The channel database.
    pub channel: Store,
    /// Headquarters' database.
    pub headquarters: Store,
    /// The database of Sales.
    pub sales: Store,
    /// The database of dual-write.
    pub dual_write: Store,
    /// Headquarters' batch jobs.
    pub jobs: Arc<jobs::Jobs>,
    /// Dual-write between headquarters and Sales; `None` without the solution.
    pub engine: Option<dual_write::Engine>,
    /// All that is served.
    pub router: Router,
}
