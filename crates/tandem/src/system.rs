//! The whole system over four open databases: applications, jobs, dual-write, one router.

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use dual_write::solutions::{SetupError, StoreDoor};
use dual_write::watch::Standings;
use dual_write::{Dialect, Engine, Gallery, Hub, RemoteError, RemoteSettings};
use headquarters::readiness::{self, Surroundings};
use platform::Environment;
use platform::configuration::{App, Apps};
use tables::{Catalog, Context, Error, Location, Principal, Store};
use web_api::Authority;

use crate::backup::Source;
use crate::connected::Connected;
use crate::ends::{ends, forget, page_of, page_of_headquarters, remote_sales, sales_here};
use crate::{DatabaseName, Databases, Hosts, door};

/// The company that the default store and dual-write work in.
pub const COMPANY: &str = "usmf";
/// The package that the demo begins with.
const PACKAGE: &str = "commerce";
/// Where Sales speaks the Dataverse Web API: all versions alike.
pub const SALES_PATHS: [&str; 3] = ["/api/data/v9.2", "/api/data/v9.1", "/api/data/v9.0"];
/// Where headquarters' data service is.
pub const HEADQUARTERS_PATH: &str = "/data";

/// How a system is put together.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the databases lie.
    pub databases: Databases,
    /// What is served and run.
    pub apps: Apps,
    /// A Sales elsewhere, in the place of this one.
    pub remote_sales: Option<RemoteSales>,
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
    /// What senders of requests agree to, where it is not the built-in text.
    pub terms: Option<storefront::Terms>,
    /// Onboarding requests that one sender may make per minute.
    pub onboarding_requests_per_minute: u32,
    /// Tokens that one client may ask for per minute.
    pub tokens_per_minute: u32,
    /// How often one sender, and one account, may try to sign in per minute.
    pub sign_ins_per_minute: u32,
}

/// A Sales elsewhere, as the two application users that dual-write has there.
#[derive(Clone, Debug)]
pub struct RemoteSales {
    /// Carries changes.
    pub carries: RemoteSettings,
    /// Installs and verifies packages.
    pub sets_up: RemoteSettings,
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
    /// The settings of a Sales elsewhere.
    #[error(transparent)]
    Remote(#[from] RemoteError),
}

/// Everything that runs, in one process.
pub struct System {
    /// Headquarters' batch jobs.
    pub jobs: Arc<jobs::Jobs>,
    /// Dual-write between headquarters and Sales.
    pub hub: Hub,
    /// All that is served.
    pub router: Router,
    apps: Apps,
    pub(crate) demo: bool,
    /// What the store writes to and reads from.
    pub channel: Store,
    /// Headquarters' rows.
    pub headquarters: Store,
    /// The rows of Sales.
    pub sales: Store,
    /// Dual-write's own rows.
    pub dual_write: Store,
    pub(crate) office_origin: String,
    /// What headquarters is surrounded by.
    pub(crate) around: Surroundings,
    databases: Databases,
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
        let is_remote = settings.remote_sales.is_some();
        let apps = if is_remote { settings.apps.without(App::Sales) } else { settings.apps };
        // All four, whatever is served: the directory is headquarters', and a job may need any.
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
        let sales_ends = match settings.remote_sales {
            Some(remote) => remote_sales(remote, &environment)?,
            None => [dual_write::ORIGIN, dual_write::SETUP]
                .map(|application| sales_here(&sales_api, settings.dialect, application)),
        };
        let ends = ends(&headquarters_api, sales_ends);
        let store_half = storefront::router(
            channel.clone(),
            storefront::Settings {
                origin: settings.origin.clone(),
                name: settings.store_name,
                company: COMPANY.into(),
                terms: settings.terms,
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
        if settings.solution && apps.has(App::DualWrite) && !hub.was_ever_asked().await? {
            let package = hub.package(PACKAGE).await?;
            match hub.install_at_once(Context::system(), &package, COMPANY).await {
                Err(SetupError::Peer(error)) if is_remote => {
                    tracing::warn!(%error, "the package is not installed: install it once Sales answers");
                }
                installed => drop(installed?),
            }
        }
        let page_of = if apps.has(App::Sales) || !is_remote { page_of } else { page_of_headquarters };
        // Links of a dual-write that another process may run, on databases that both share.
        let is_told = apps.has(App::DualWrite) || !dual_write.is_single_process();
        let standings = Standings::new(dual_write.clone(), hub.clone(), page_of);
        let standings: Option<Arc<dyn shell::Standings>> = is_told.then(|| Arc::new(standings) as _);
        let office_origin = settings.hosts.office(&settings.origin).to_owned();
        let office = shell::office::Settings {
            origin: office_origin.clone(),
            sign_ins_per_minute: settings.sign_ins_per_minute,
            store_path: match apps.has(App::Storefront) || settings.hosts.are_apart() {
                true => Some(settings.hosts.store_path()),
                false => None,
            },
            queue_link_mail: Arc::new(headquarters::mail::queue_link),
        };
        let office = shell::office::Office::new(headquarters.clone(), office);
        let connected = is_told.then(|| Arc::new(Connected(hub.clone())) as Arc<dyn readiness::Connected>);
        let around = Surroundings {
            channel: channel.clone(),
            jobs: Arc::clone(&jobs),
            store_origin: settings.origin.clone(),
            sends_mail: matches!(settings.mail, headquarters::mail::Transport::Smtp(_)),
            is_demo: settings.demo,
            connected,
        };
        let mut office_half = Router::new();
        if apps.has(App::Headquarters) || apps.has(App::Sales) {
            office_half = office_half.merge(authority.router());
        }
        if apps.has(App::Headquarters) || apps.has(App::Sales) || apps.has(App::DualWrite) {
            office_half = office_half.merge(office.router());
        }
        if apps.has(App::Headquarters) {
            let (headquarters, standings) = (headquarters.clone(), standings.clone());
            office_half = office_half
                .merge(headquarters::pages::router(&office, headquarters, around.clone(), standings))
                .nest_service(HEADQUARTERS_PATH, headquarters_api);
        }
        if apps.has(App::Sales) {
            office_half = office_half.merge(sales::pages::router(&office, sales.clone(), standings));
            for path in SALES_PATHS {
                office_half = office_half.nest_service(path, sales_api.clone());
            }
        }
        if apps.has(App::DualWrite) {
            let pages = dual_write::pages::router(&office, dual_write.clone(), hub.clone(), page_of);
            office_half = office_half.merge(pages);
        }
        if settings.demo && apps.has(App::Headquarters) {
            office_half = office_half.merge(headquarters::mail_router(headquarters.clone()));
        }
        let store_half = if apps.has(App::Storefront) { store_half } else { Router::new() };
        if settings.hosts.are_apart() || !apps.has(App::Storefront) {
            // Under one name the store is at the root, where there is one.
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
            apps,
            demo: settings.demo,
            jobs,
            hub,
            router,
            channel,
            headquarters,
            sales,
            dual_write,
            office_origin,
            around,
            databases: settings.databases,
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

    /// The four databases, for a backup.
    pub(crate) fn source(&self) -> Source {
        let stores = DatabaseName::ALL.map(|name| {
            let store = match name {
                DatabaseName::Channel => &self.channel,
                DatabaseName::Headquarters => &self.headquarters,
                DatabaseName::Sales => &self.sales,
                DatabaseName::DualWrite => &self.dual_write,
            };
            (name, store.clone())
        });
        Source { databases: self.databases.clone(), stores }
    }

    /// Jobs and dual-write begin to work in the background.
    #[must_use]
    pub fn start(&self) -> Running {
        let bells = vec![self.headquarters.doorbell(), self.sales.doorbell()];
        let runs_jobs = self.apps.has(App::Headquarters);
        Running {
            jobs: runs_jobs.then(|| Arc::clone(&self.jobs).spawn()),
            dual_write: self.apps.has(App::DualWrite).then(|| self.hub.spawn(bells)),
        }
    }
}

/// Background work.
pub struct Running {
    jobs: Option<jobs::Handle>,
    dual_write: Option<dual_write::Handle>,
}

impl Running {
    /// Lets what is under way end, starts nothing new.
    pub async fn stop(self) {
        if let Some(jobs) = self.jobs {
            jobs.stop().await;
        }
        if let Some(dual_write) = self.dual_write {
            dual_write.stop().await;
        }
    }
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
