//! `tandem serve`.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use axum::http::HeaderValue;
use axum::http::header::STRICT_TRANSPORT_SECURITY;
use axum::response::Response;
use axum::serve::{Listener, ListenerExt as _};
use axum::{Extension, Router};
use dual_write::{Dialect, RemoteSettings};
use platform::Environment;
use platform::configuration::{self, App, Configuration, JobsMode, Secret, WebApiDialect};
use storefront::Terms;
use tables::Location;
use tandem::{DatabaseName, Databases, Hosts, RemoteSales, Settings, System};
use tokio::net::TcpListener;
use web_api::{OverTls, PublicOrigin};

use crate::command_line;
use crate::data_folder::DataFolder;
use crate::mail;
use crate::tls::{Certificate, TlsListener};

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
    let listening = match Certificate::of(configuration)? {
        Some(certificate) => Listening::Tls(certificate.listen(listener)?),
        None => Listening::Plain(listener),
    };
    let is_secure = matches!(listening, Listening::Tls(_));
    let origin = format!("{}://{address}", if is_secure { "https" } else { "http" });
    let is_plain_outside = configuration.origin.as_ref().is_some_and(|origin| origin.starts_with("http://"));
    if is_secure && is_plain_outside {
        bail!("the listener speaks TLS, so origin (TANDEM_ORIGIN) has to begin with https://");
    }
    let settings = settings(configuration, databases, public_origin(configuration, &origin))?;
    let has_both = configuration.apps.has(App::Storefront)
        && [App::Headquarters, App::Sales, App::DualWrite].iter().any(|app| configuration.apps.has(*app));
    for (setting, origin) in
        [("origin", &configuration.origin), ("office_origin", &configuration.office_origin)]
    {
        if let Some(origin) = origin
            && !(origin.starts_with("https://") || origin.starts_with("http://"))
        {
            bail!(
                "{setting} begins with https:// (or http://), as in https://shop.example, and not with {origin}"
            );
        }
    }
    let is_one_host_meant = configuration.demo || configuration.one_host || !has_both;
    if !is_one_host_meant && !settings.hosts.are_apart() {
        bail!(
            "the store and the back office need two host names, so that a fault in one cannot reach the other: \
             set origin (TANDEM_ORIGIN) to where the store is reached and office_origin (TANDEM_OFFICE_ORIGIN) to \
             where the back office is, such as https://shop.example and https://office.example; or, knowing that, \
             set one_host = true (TANDEM_ONE_HOST=true)"
        );
    }
    let system = System::open(settings, Environment::system()).await?;
    if !configuration.demo && headquarters::seed::is_of_demo(&system.stores.headquarters).await? {
        bail!(
            "these databases were made by the demo, whose accounts have well-known passwords: give others (--data, \
             or TANDEM_DATABASE_URL), or start the demo again with --demo"
        );
    }
    let token = new_token();
    let control = match &mut folder {
        Some(folder) => {
            let control = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
            folder.announce(&origin, &format!("http://{}", control.local_addr()?), &token)?;
            Some(control)
        }
        None => None,
    };
    let running = system.start();
    tracing::info!("Tandem serves at {origin}");
    if configuration.demo {
        say(&format!("Tandem serves at {origin}"));
        say(&format!("Demo: client demo-app, secret demo-secret; captured mail at {origin}/mail/messages"));
    }
    let control = async {
        match control {
            Some(control) => answer(control, tandem::control::router(&system, &token)).await,
            None => Ok(()),
        }
    };
    let router = dressed(system.router.clone(), configuration, is_secure);
    let pages = async {
        match listening {
            Listening::Tls(listener) => answer(listener, router).await,
            Listening::Plain(listener) => answer(listener, router).await,
        }
    };
    tokio::try_join!(control, pages)?;
    tracing::info!("stopping: running jobs end first");
    running.stop().await;
    Ok(())
}

/// Where people come in.
enum Listening {
    Plain(TcpListener),
    Tls(TlsListener),
}

/// Answers what comes to `listener` until the process is to stop.
async fn answer(listener: impl Listener<Addr = SocketAddr>, router: Router) -> std::io::Result<()> {
    // Any listener tapped in this way tells who is connected.
    let listener = listener.tap_io(|_| {});
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stopped()).await
}

/// The applications as the network sees them: who really asks, how the system is reached from outside.
fn dressed(router: Router, configuration: &Configuration, is_secure: bool) -> Router {
    let trusted: Arc<[IpAddr]> = configuration.trusted_proxies.clone().into();
    let mut router = router.layer(axum::middleware::from_fn(move |request, next| {
        tandem::proxy::see_through(Arc::clone(&trusted), request, next)
    }));
    if is_secure {
        router = router.layer(Extension(OverTls));
    }
    if configuration.demo {
        return router;
    }
    // Whoever calls an API by its name in public gets links with that name, whatever stands in front.
    let office = configuration.office_origin.as_ref().or(configuration.origin.as_ref());
    if let Some(office) = office {
        router = router.layer(Extension(PublicOrigin(office.clone())));
    }
    let public = configuration.origin.as_deref().map_or(is_secure, |origin| origin.starts_with("https://"));
    match public {
        true => router.layer(axum::middleware::map_response(strict)),
        false => router,
    }
}

/// Browsers that came by HTTPS once come no other way for a year.
async fn strict(mut response: Response) -> Response {
    let year = HeaderValue::from_static("max-age=31536000");
    response.headers_mut().insert(STRICT_TRANSPORT_SECURITY, year);
    response
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
        apps: configuration.apps.clone(),
        remote_sales: remote_sales(&configuration.remote_sales)?,
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
        terms: configuration.terms.as_deref().map(Terms::read).transpose().context("terms")?,
        onboarding_requests_per_minute: configuration.onboarding_requests_per_minute(),
        tokens_per_minute: configuration.token_per_minute(),
        sign_ins_per_minute: configuration.sign_in_per_minute(),
    })
}

/// A Sales elsewhere, where the settings name one.
fn remote_sales(given: &configuration::RemoteSales) -> anyhow::Result<Option<RemoteSales>> {
    let Some(url) = given.url.clone() else { return Ok(None) };
    let client_id =
        given.client_id.clone().context("remote_sales.url is set: set remote_sales.client_id too")?;
    let client_secret = secret(given.client_secret.as_ref(), given.client_secret_file.as_deref())
        .context("remote_sales.client_secret_file")?
        .context(
            "remote_sales.client_id needs a secret: set TANDEM_REMOTE_SALES_CLIENT_SECRET or \
             remote_sales.client_secret_file",
        )?;
    let (token_url, scope, ca_file) = (given.token_url.clone(), given.scope.clone(), given.ca_file.clone());
    let carries = RemoteSettings { url, client_id, client_secret, token_url, scope, ca_file };
    let Some(client_id) = given.setup_client_id.clone() else {
        return Ok(Some(RemoteSales { sets_up: carries.clone(), carries }));
    };
    let client_secret = secret(given.setup_client_secret.as_ref(), given.setup_client_secret_file.as_deref())
        .context("remote_sales.setup_client_secret_file")?
        .context(
            "remote_sales.setup_client_id needs a secret: set TANDEM_REMOTE_SALES_SETUP_CLIENT_SECRET or \
             remote_sales.setup_client_secret_file",
        )?;
    let sets_up = RemoteSettings { client_id, client_secret, ..carries.clone() };
    Ok(Some(RemoteSales { carries, sets_up }))
}

/// A secret that stands in a setting, or alone in a file.
///
/// # Errors
/// For a file that cannot be read.
pub fn secret(given: Option<&Secret>, file: Option<&Path>) -> anyhow::Result<Option<String>> {
    match (given, file) {
        (Some(secret), _) => Ok(Some(secret.0.clone())),
        (None, Some(file)) => {
            let text = std::fs::read_to_string(file)
                .with_context(|| format!("{} cannot be read", file.display()))?;
            Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned()))
        }
        (None, None) => Ok(None),
    }
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
