//! The whole system over four open databases: applications, jobs, dual-write, one router.

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::response::Response;
use axum::routing::get;
use dual_write::solutions::{SetupError, StoreDoor};
use dual_write::watch::Standings;
use dual_write::{Address, Dialect, Ends, Engine, Gallery, Hub, Peer, Side};
use platform::Environment;
use tables::uuid::Uuid;
use tables::{Catalog, Context, Error, Location, Principal, Store};
use tower::ServiceBuilder;
use web_api::{Authority, TrustedApplication};

use crate::{Databases, Hosts, door};

/// The company that the default store and dual-write work in.
const COMPANY: &str = "usmf";
/// The package that the demo begins with.
const PACKAGE: &str = "commerce";
/// Where Sales speaks the Dataverse Web API: all versions alike.
const SALES_PATHS: [&str; 3] = ["/api/data/v9.2", "/api/data/v9.1", "/api/data/v9.0"];
/// Where headquarters' data service is.
const HEADQUARTERS_PATH: &str = "/data";

/// How a system is put together.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the databases lie.
    pub databases: Databases,
    /// With demo company, accounts, captured mail and the loopback-only door.
    pub demo: bool,
    /// Whether the package `commerce` is installed where none ever was.
    pub solution: bool,
    /// A folder with packages beside those in the program.
    pub solutions: Option<PathBuf>,
    /// How Sales tells of changes, and so how dual-write hears of them.
    pub dialect: Dialect,
    /// When jobs run.
    pub jobs_mode: jobs::Mode,
    /// How mail leaves.
    pub mail: headquarters::mail::Transport,
    /// Where the system is reached: links begin with it.
    pub origin: String,
    /// What names the store and the back office answer to.
    pub hosts: Hosts,
    /// What the store is called.
    pub store_name: String,
    /// Onboarding requests that one sender may make per minute.
    pub onboarding_requests_per_minute: u32,
    /// Tokens that one client may ask for per minute.
    pub tokens_per_minute: u32,
    /// How often one sender, and one account, may try to sign in per minute.
    pub sign_ins_per_minute: u32,
}

/// Why a system cannot be put together.
#[derive(Debug, thiserror::Error)]
pub enum SystemError {
    /// A database.
    #[error(transparent)]
    Store(#[from] Error),
    /// The package that connects headquarters and Sales.
    #[error(transparent)]
    Setup(#[from] SetupError),
}

/// Everything that runs, in one process.
pub struct System {
    /// Headquarters' batch jobs.
    pub jobs: Arc<jobs::Jobs>,
    /// Dual-write between headquarters and Sales.
    pub hub: Hub,
    /// All that is served.
    pub router: Router,
    pub(crate) demo: bool,
    /// What the store writes to and reads from.
    pub channel: Store,
    pub(crate) headquarters: Store,
    pub(crate) sales: Store,
    pub(crate) dual_write: Store,
    pub(crate) office_origin: String,
}

impl System {
    /// Opens the databases and puts everything together. Nothing runs by itself before
    /// [`System::start`].
    ///
    /// # Errors
    /// [`SystemError`].
    pub async fn open(settings: Settings, environment: Environment) -> Result<Self, SystemError> {
        let open = async |catalog: Catalog, location: &Location| {
            Store::open(catalog, location, environment.clone()).await
        };
        let databases = &settings.databases;
        let channel = open(storefront::catalog(), &databases.channel).await?;
        let headquarters = open(headquarters::catalog(), &databases.headquarters).await?;
        let sales = open(sales::catalog(), &databases.sales).await?;
        let dual_write = open(dual_write::catalog(), &databases.dual_write).await?;
        headquarters::seed::company(&headquarters).await?;
        sales::seed::company(&sales).await?;
        dual_write::seed::company(&dual_write).await?;
        if settings.demo {
            headquarters::seed::demo(&headquarters).await?;
            sales::seed::demo(&sales).await?;
            dual_write::seed::demo(&dual_write).await?;
        }
        let authority = Authority::open_with_limit(headquarters.clone(), settings.tokens_per_minute).await?;
        let authority = Arc::new(authority);
        let job_settings = headquarters::JobSettings {
            store_origin: settings.origin.clone(),
            transport: settings.mail.clone(),
        };
        let batch = headquarters::jobs(&headquarters, &channel, &job_settings);
        let jobs = jobs::Jobs::open(headquarters.clone(), settings.jobs_mode, batch, Vec::new()).await?;
        let headquarters_api =
            headquarters::api(headquarters.clone(), Arc::clone(&authority), Arc::clone(&jobs)).router();
        let sales_api = sales::api(sales.clone(), Arc::clone(&authority));
        let sales_api = match settings.dialect {
            Dialect::Tandem => sales_api,
            Dialect::Dataverse => sales_api.delta_links_only(),
        };
        let sales_api = sales_api.router();
        let ends = ends(&headquarters_api, &sales_api, settings.dialect);
        let store_half = storefront::router(
            channel.clone(),
            storefront::Settings {
                origin: settings.origin.clone(),
                name: settings.store_name,
                company: COMPANY.into(),
                onboarding_requests_per_minute: settings.onboarding_requests_per_minute,
                sign_ins_per_minute: settings.sign_ins_per_minute,
            },
        );
        let door = StoreDoor {
            service: dual_write::Service::new(store_half.clone()),
            origin: settings.origin.clone(),
            forget: forget(channel.clone()),
        };
        let gallery = Gallery { folder: settings.solutions };
        let hub = Hub::new(dual_write.clone(), ends, gallery, Some(door));
        hub.refresh().await?;
        if settings.solution && !hub.was_ever_asked().await? {
            let package = hub.package(PACKAGE)?;
            hub.install_at_once(Context::system(), &package, COMPANY).await?;
        }
        let standings = Standings::new(dual_write.clone(), hub.clone(), page_of);
        let standings: Option<Arc<dyn shell::Standings>> = Some(Arc::new(standings));
        let office_origin = settings.hosts.office(&settings.origin).to_owned();
        let office = shell::office::Settings {
            origin: office_origin.clone(),
            sign_ins_per_minute: settings.sign_ins_per_minute,
            store_path: settings.hosts.store_path(),
            queue_link_mail: Arc::new(headquarters::mail::queue_link),
        };
        let office = shell::office::Office::new(headquarters.clone(), office);
        let mut office_half = Router::new()
            .merge(office.router())
            .merge(headquarters::pages::router(
                &office,
                headquarters.clone(),
                channel.clone(),
                Arc::clone(&jobs),
                standings.clone(),
            ))
            .merge(sales::pages::router(&office, sales.clone(), standings))
            .merge(dual_write::pages::router(&office, dual_write.clone(), hub.clone(), page_of))
            .merge(authority.router())
            .nest_service(HEADQUARTERS_PATH, headquarters_api);
        for path in SALES_PATHS {
            office_half = office_half.nest_service(path, sales_api.clone());
        }
        if settings.demo {
            office_half = office_half.merge(headquarters::mail_router(headquarters.clone()));
        }
        if settings.hosts.are_apart() {
            // Under one name the store is at the root.
            office_half = office_half.route("/", get(async || shell::see_other("/office/")));
        }
        let mut router = settings
            .hosts
            .join(store_half, office_half)
            .merge(shell::assets::router())
            .route("/healthz", get(|| async { "ok\n" }))
            .route("/readyz", get(readiness([channel.clone(), headquarters.clone(), sales.clone()])));
        if settings.demo {
            router = router.layer(axum::middleware::from_fn(door::loopback_only));
        }
        Ok(Self {
            demo: settings.demo,
            jobs,
            hub,
            router,
            channel,
            headquarters,
            sales,
            dual_write,
            office_origin,
        })
    }

    /// The engine of the installed package.
    #[must_use]
    pub fn engine(&self) -> Option<Engine> {
        self.hub.engine()
    }

    /// How often any of the applications' databases changed: equal numbers mean that nothing did.
    #[must_use]
    pub fn rings(&self) -> u64 {
        [&self.channel, &self.headquarters, &self.sales].iter().map(|store| *store.doorbell().borrow()).sum()
    }

    /// Jobs and dual-write begin to work in the background.
    #[must_use]
    pub fn start(&self) -> Running {
        let bells = vec![self.headquarters.doorbell(), self.sales.doorbell()];
        Running { jobs: Arc::clone(&self.jobs).spawn(), dual_write: self.hub.spawn(bells) }
    }
}

/// Background work.
pub struct Running {
    jobs: jobs::Handle,
    dual_write: dual_write::Handle,
}

impl Running {
    /// Lets what is under way end, starts nothing new.
    pub async fn stop(self) {
        self.jobs.stop().await;
        self.dual_write.stop().await;
    }
}

/// The two APIs in this process, as the application users that each knows.
fn ends(headquarters: &Router, sales: &Router, dialect: Dialect) -> Ends {
    let headquarters = |application: &'static str| {
        let company = COMPANY.to_owned();
        let api = Router::new().nest_service(HEADQUARTERS_PATH, headquarters.clone());
        let address = Address::FinanceAndOperations { company };
        Peer::new(Side::Headquarters, HEADQUARTERS_PATH, address, in_process(api, application))
    };
    let sales = |application: &'static str| {
        let path = SALES_PATHS[0];
        let api = in_process(Router::new().nest_service(path, sales.clone()), application);
        Peer::new(Side::Sales, path, Address::Dataverse, api).speaking(dialect)
    };
    Ends {
        headquarters: headquarters(dual_write::ORIGIN),
        sales: sales(dual_write::ORIGIN),
        headquarters_setup: headquarters(dual_write::SETUP),
        sales_setup: sales(dual_write::SETUP),
    }
}

/// Removes test requests from the store.
fn forget(channel: Store) -> dual_write::solutions::Forget {
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
fn page_of(side: Side, set: &str, id: Uuid) -> Option<String> {
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

/// A router as a peer: requests carry a caller that none from the network can have.
fn in_process(router: Router, application: &'static str) -> dual_write::Service {
    let trusted = move |mut request: Request<Body>| {
        request.extensions_mut().insert(TrustedApplication(application.into()));
        request
    };
    dual_write::Service::new(ServiceBuilder::new().map_request(trusted).service(router))
}

/// Ready once every database answers.
fn readiness(
    stores: [Store; 3],
) -> impl Fn() -> std::pin::Pin<Box<dyn Future<Output = Response> + Send>> + Clone + Send + Sync + 'static {
    move || {
        let stores = stores.clone();
        Box::pin(async move {
            for store in stores {
                let read = async { store.read(&Principal::system()).await?.log_end().await };
                if let Err(error) = read.await {
                    return answer(StatusCode::SERVICE_UNAVAILABLE, format!("{error}\n"));
                }
            }
            answer(StatusCode::OK, "ready\n".into())
        })
    }
}

fn answer(status: StatusCode, words: String) -> Response {
    axum::response::IntoResponse::into_response((status, words))
}
