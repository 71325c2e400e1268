//! The whole system over four open databases: applications, jobs, dual-write, one router.

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use dual_write::solutions::{SetupError, StoreDoor};
use dual_write::{Dialect, Engine, Gallery, Hub, RemoteError, RemoteSettings};
use headquarters::readiness::{self, Surroundings};
use platform::Environment;
use platform::configuration::{App, Apps};
use tables::{Context, Error};
use web_api::Authority;

use crate::backup::Source;
use crate::connected::Connected;
use crate::ends::{ends, forget, page_of, page_of_headquarters, remote_sales, sales_here};
use crate::served::Served;
use crate::{Databases, Hosts, Stores};

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
    /// Where all rows are.
    pub stores: Stores,
    apps: Apps,
    pub(crate) demo: bool,
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
        let is_remote = settings.remote_sales.is_some();
        let apps = settings.apps.clone();
        let apps = if is_remote { apps.without(App::Sales) } else { apps };
        let stores = Stores::open(&settings.databases, &environment).await?;
        stores.seed(settings.demo).await?;
        let authority =
            Authority::open_with_limit(stores.headquarters.clone(), settings.tokens_per_minute).await?;
        let authority = Arc::new(authority);
        let jobs = jobs(&stores, &settings).await?;
        let headquarters_api =
            headquarters::api(stores.headquarters.clone(), Arc::clone(&authority), Arc::clone(&jobs));
        let headquarters_api = headquarters_api.router();
        let sales_api = sales::api(stores.sales.clone(), Arc::clone(&authority));
        let sales_api = match settings.dialect {
            Dialect::Tandem => sales_api.router(),
            Dialect::Dataverse => sales_api.delta_links_only().router(),
        };
        let sales_ends = match settings.remote_sales.clone() {
            Some(remote) => remote_sales(remote, &environment)?,
            None => [dual_write::ORIGIN, dual_write::SETUP]
                .map(|application| sales_here(&sales_api, settings.dialect, application)),
        };
        let storefront = storefront(&stores, &settings);
        let hub = Hub::new(
            stores.dual_write.clone(),
            ends(&headquarters_api, sales_ends),
            Gallery { folder: settings.solutions.clone() },
            Some(StoreDoor {
                service: dual_write::Service::new(storefront.clone()),
                origin: settings.origin.clone(),
                company: COMPANY.into(),
                forget: forget(stores.channel.clone()),
            }),
        );
        hub.refresh().await?;
        if settings.solution && apps.has(App::DualWrite) {
            install_first(&hub, is_remote).await?;
        }
        // Links of a dual-write that another process may run, on databases that both share.
        let is_told = apps.has(App::DualWrite) || !stores.dual_write.is_single_process();
        let office_origin = settings.hosts.office(&settings.origin).to_owned();
        let connected = is_told.then(|| Arc::new(Connected(hub.clone())) as Arc<dyn readiness::Connected>);
        let around = Surroundings {
            channel: stores.channel.clone(),
            jobs: Arc::clone(&jobs),
            store_origin: settings.origin.clone(),
            sends_mail: settings.mail.sends(),
            sends_as_company: settings.mail.sends_as_company(),
            is_demo: settings.demo,
            connected,
        };
        let has_store = apps.has(App::Storefront) || settings.hosts.are_apart();
        let served = Served {
            apps: &apps,
            hosts: &settings.hosts,
            is_demo: settings.demo,
            stores: &stores,
            authority,
            office: shell::office::Settings {
                origin: office_origin.clone(),
                sign_ins_per_minute: settings.sign_ins_per_minute,
                store_path: has_store.then(|| settings.hosts.store_path()),
                queue_link_mail: Arc::new(headquarters::mail::queue_link),
            },
            headquarters_api,
            sales_api,
            storefront,
            around: around.clone(),
            hub: hub.clone(),
            page_of: if apps.has(App::Sales) || !is_remote { page_of } else { page_of_headquarters },
            tells_standings: is_told,
        };
        let router = served.router();
        let (demo, databases) = (settings.demo, settings.databases);
        Ok(Self { jobs, hub, router, stores, apps, demo, office_origin, around, databases })
    }

    /// The engine of the installed package.
    #[must_use]
    pub fn engine(&self) -> Option<Engine> {
        self.hub.engine()
    }

    /// How often any of the applications' databases changed: equal numbers mean that nothing did.
    #[must_use]
    pub fn rings(&self) -> u64 {
        let Stores { channel, headquarters, sales, .. } = &self.stores;
        [channel, headquarters, sales].iter().map(|store| *store.doorbell().borrow()).sum()
    }

    /// The four databases, for a backup.
    pub(crate) fn source(&self) -> Source {
        let stores = self.stores.all().map(|(name, store)| (name, store.clone()));
        Source { databases: self.databases.clone(), stores }
    }

    /// Jobs and dual-write begin to work in the background.
    #[must_use]
    pub fn start(&self) -> Running {
        let bells = vec![self.stores.headquarters.doorbell(), self.stores.sales.doorbell()];
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

/// The batch jobs of headquarters.
async fn jobs(stores: &Stores, settings: &Settings) -> Result<Arc<jobs::Jobs>, Error> {
    let job_settings =
        headquarters::JobSettings { store_origin: settings.origin.clone(), transport: settings.mail.clone() };
    let batch = headquarters::jobs(&stores.headquarters, &stores.channel, &job_settings);
    jobs::Jobs::open(stores.headquarters.clone(), settings.jobs_mode, batch, Vec::new()).await
}

/// The store's pages and service.
fn storefront(stores: &Stores, settings: &Settings) -> Router {
    storefront::router(
        stores.channel.clone(),
        storefront::Settings {
            origin: settings.origin.clone(),
            name: settings.store_name.clone(),
            company: COMPANY.into(),
            terms: settings.terms.clone(),
            onboarding_requests_per_minute: settings.onboarding_requests_per_minute,
            sign_ins_per_minute: settings.sign_ins_per_minute,
        },
    )
}

/// Installs the package that a demo begins with, where nobody ever asked for one.
async fn install_first(hub: &Hub, is_remote: bool) -> Result<(), SetupError> {
    if hub.was_ever_asked().await? {
        return Ok(());
    }
    let package = hub.package(PACKAGE).await?;
    match hub.install_at_once(Context::system(), &package, COMPANY).await {
        Err(SetupError::Peer(error)) if is_remote => {
            tracing::warn!(%error, "the package is not installed: install it once Sales answers");
            Ok(())
        }
        installed => installed.map(drop),
    }
}
