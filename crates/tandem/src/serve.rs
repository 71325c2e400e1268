//! `tandem serve`.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use anyhow::{Context as _, bail};
use dual_write::Dialect;
use platform::Environment;
use platform::configuration::{Configuration, JobsMode, WebApiDialect};
use tables::Location;
use tandem::{DatabaseName, Databases, Hosts, Settings, System};
use tokio::net::TcpListener;

use crate::command_line;
use crate::data_folder::DataFolder;
use crate::mail;

/// Runs until Ctrl-C or SIGTERM.
pub fn run(arguments: &command_line::Settings) -> anyhow::Result<()> {
    let configuration = arguments.load()?.configuration;
    platform::telemetry::start(&configuration.log).map_err(anyhow::Error::msg)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(serve(&configuration))
}

async fn serve(configuration: &Configuration) -> anyhow::Result<()> {
    let databases = databases(configuration);
    let mut folder = match databases.uses_files() {
        true => Some(DataFolder::lock(&configuration.data)?),
        false => None,
    };
    let listener = TcpListener::bind(&configuration.listen).await.with_context(|| {
        format!("{} cannot be listened at; choose another address with --listen", configuration.listen)
    })?;
    let address = listener.local_addr()?;
    if configuration.demo && !address.ip().is_loopback() {
        bail!(
            "the demo has well-known passwords, so it listens on loopback only; use --listen 127.0.0.1:8420"
        );
    }
    let origin = format!("http://{address}");
    let settings = settings(configuration, databases, public_origin(configuration, &origin))?;
    let is_one_host_meant = configuration.demo || configuration.one_host;
    if !is_one_host_meant && !settings.hosts.are_apart() {
        bail!(
            "the store and the back office need two host names, so that a fault in one cannot reach the other: \
             set origin (TANDEM_ORIGIN) to where the store is reached and office_origin (TANDEM_OFFICE_ORIGIN) to \
             where the back office is, such as https://shop.example and https://office.example; or, knowing that, \
             set one_host = true (TANDEM_ONE_HOST=true)"
        );
    }
    let system = System::open(settings, Environment::system()).await?;
    let token = new_token();
    if let Some(folder) = &mut folder {
        folder.announce(&origin, &token)?;
    }
    let running = system.start();
    tracing::info!("Tandem serves at {origin}");
    if configuration.demo {
        say(&format!("Tandem serves at {origin}"));
        say(&format!("Demo: client demo-app, secret demo-secret; captured mail at {origin}/mail/messages"));
    }
    let router = system.router.clone().merge(tandem::control::router(&system, &token));
    let trusted: Arc<[IpAddr]> = configuration.trusted_proxies.clone().into();
    let router = router.layer(axum::middleware::from_fn(move |request, next| {
        tandem::proxy::see_through(Arc::clone(&trusted), request, next)
    }));
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stopped()).await?;
    tracing::info!("stopping: running jobs end first");
    running.stop().await;
    Ok(())
}

/// A token that only readers of the data folder know.
pub fn new_token() -> String {
    let bytes: [u8; 32] = platform::Randomness::system().bytes();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Where people reach the store: what links begin with.
pub fn public_origin(configuration: &Configuration, listening: &str) -> String {
    let origin = configuration.origin.as_deref().unwrap_or(listening);
    origin.trim_end_matches('/').to_owned()
}

/// How the configuration puts the system together.
///
/// # Errors
/// For settings of mail that cannot work.
pub fn settings(
    configuration: &Configuration,
    databases: Databases,
    origin: String,
) -> anyhow::Result<Settings> {
    let hosts = match &configuration.office_origin {
        Some(office) if !configuration.demo => {
            Hosts::Two { store: origin.clone(), office: office.trim_end_matches('/').to_owned() }
        }
        _ => Hosts::One,
    };
    Ok(Settings {
        hosts,
        databases,
        demo: configuration.demo,
        solution: configuration.demo && !configuration.no_solution,
        solutions: Some(configuration.data.join("solutions")),
        dialect: match configuration.web_api.dialect {
            WebApiDialect::Tandem => Dialect::Tandem,
            WebApiDialect::Dataverse => Dialect::Dataverse,
        },
        jobs_mode: match configuration.jobs_mode {
            JobsMode::Continuous => jobs::Mode::Continuous,
            JobsMode::Scheduled => jobs::Mode::Scheduled,
            JobsMode::Manual => jobs::Mode::Manual,
        },
        mail: mail::transport(configuration)?,
        origin,
        store_name: store_name(configuration)?,
        onboarding_requests_per_minute: configuration.onboarding_requests_per_minute(),
        tokens_per_minute: configuration.token_per_minute(),
        sign_ins_per_minute: configuration.sign_in_per_minute(),
    })
}

/// The store's name, as long as requests can keep it.
fn store_name(configuration: &Configuration) -> anyhow::Result<String> {
    let name = configuration.store_name.trim();
    let is_fitting = (1..=100).contains(&name.chars().count()) && !name.contains(char::is_control);
    anyhow::ensure!(is_fitting, "store_name has to be a name of 1 to 100 characters on one line");
    Ok(name.to_owned())
}

/// For people who started it. That nobody reads along is no reason to stop.
fn say(words: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stdout(), "{words}");
}

pub fn databases(configuration: &Configuration) -> Databases {
    Databases::new(|name| {
        let own = match name {
            DatabaseName::Channel => &configuration.channel_database_url,
            DatabaseName::Headquarters => &configuration.headquarters_database_url,
            DatabaseName::Sales => &configuration.sales_database_url,
            DatabaseName::DualWrite => &configuration.dual_write_database_url,
        };
        match own.as_ref().or(configuration.database_url.as_ref()) {
            Some(url) => Location::Postgres { url: url.clone(), schema: name.as_str().into() },
            None => Location::Sqlite(configuration.data.join(format!("{}.sqlite", name.as_str()))),
        }
    })
}

async fn stopped() {
    let interrupted = async {
        // Without a handler for Ctrl-C there is still SIGTERM, and the other way round.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
