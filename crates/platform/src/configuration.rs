//! What an operator can set, where each value came from, and what was wrong with it.
//!
//! Flags stand over `TANDEM_*` environment variables, those over the TOML file, that over defaults.

mod apps;
mod load;
mod log;
mod mail;
mod remote_sales;

pub use apps::{App, Apps};
pub use load::{ConfigurationError, Explained, Loaded, load};
pub use log::{Log, LogFormat};
pub use mail::{Mail, MailEncryption, MailTransport};
pub use remote_sales::RemoteSales;

use std::net::IpAddr;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// Everything that can be set. Names are the same in the file, in `TANDEM_*` and as flags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Configuration {
    /// Address and port to listen at.
    pub listen: String,
    /// Certificate that the listener speaks TLS with, and its chain: a PEM file. Goes with `tls_key`.
    pub tls_certificate: Option<PathBuf>,
    /// The private key of `tls_certificate`: a PEM file.
    pub tls_key: Option<PathBuf>,
    /// What is served and run here, as in `storefront,headquarters`.
    pub apps: Apps,
    /// Where people reach the store, as in `https://shop.example`: links in mails begin with it.
    /// Nothing: the address listened at.
    pub origin: Option<String>,
    /// Where people reach the back office and programs its APIs, under a host name of its own.
    pub office_origin: Option<String>,
    /// Store and back office share one host name all the same.
    pub one_host: bool,
    /// What the store is called, on its pages and in mails about requests.
    pub store_name: String,
    /// Folder with the terms of the onboarding request, `<language>.txt` each; nothing: the built-in ones.
    pub terms: Option<PathBuf>,
    /// Addresses of proxies whose `X-Forwarded-For` is believed; limits count the senders behind them.
    pub trusted_proxies: Vec<IpAddr>,
    /// Folder of the SQLite files.
    pub data: PathBuf,
    /// Demo company and accounts, captured mail, loopback only.
    pub demo: bool,
    /// The demo begins with headquarters and Sales apart.
    pub no_solution: bool,
    /// When jobs run.
    pub jobs_mode: JobsMode,
    /// PostgreSQL for all four databases, one schema each.
    pub database_url: Option<String>,
    /// PostgreSQL for the channel database alone.
    pub channel_database_url: Option<String>,
    /// PostgreSQL for headquarters alone.
    pub headquarters_database_url: Option<String>,
    /// PostgreSQL for Sales alone.
    pub sales_database_url: Option<String>,
    /// PostgreSQL for dual-write alone.
    pub dual_write_database_url: Option<String>,
    /// How mail leaves.
    pub mail: Mail,
    /// What one sender may do.
    pub limits: Limits,
    /// How the Web API of Sales speaks.
    pub web_api: WebApi,
    /// A Sales elsewhere that dual-write works with.
    pub remote_sales: RemoteSales,
    /// How to log.
    pub log: Log,
}

/// How the Web API of Sales speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WebApi {
    /// What it offers to those who want to know of changes.
    pub dialect: WebApiDialect,
}

/// What a Web API offers to those who want to know of changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WebApiDialect {
    /// `RetrieveChanges` across tables, beside delta links.
    #[default]
    Tandem,
    /// Delta links only, as Dataverse does.
    Dataverse,
}

/// When batch jobs run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum JobsMode {
    /// Within a second of there being work, and by recurrence.
    #[default]
    Continuous,
    /// By recurrence only.
    Scheduled,
    /// Only when told.
    Manual,
}

/// Text that no log shows.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Secret(hidden)")
    }
}

/// Requests per minute and sender. Unset: 10 and 60, in the demo 6,000.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Onboarding requests.
    pub onboarding_requests_per_minute: Option<u32>,
    /// Tokens for the APIs.
    pub token_per_minute: Option<u32>,
    /// Attempts to sign in that one sender, and one account, may make per minute.
    pub sign_in_per_minute: Option<u32>,
}

impl Default for Configuration {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8420".into(),
            tls_certificate: None,
            tls_key: None,
            apps: Apps::default(),
            origin: None,
            store_name: "Alder & Finch Wholesale".into(),
            terms: None,
            office_origin: None,
            one_host: false,
            trusted_proxies: Vec::new(),
            data: "tandem-data".into(),
            demo: false,
            no_solution: false,
            jobs_mode: JobsMode::default(),
            database_url: None,
            channel_database_url: None,
            headquarters_database_url: None,
            sales_database_url: None,
            dual_write_database_url: None,
            mail: Mail::default(),
            limits: Limits::default(),
            web_api: WebApi::default(),
            remote_sales: RemoteSales::default(),
            log: Log::default(),
        }
    }
}

/// Every limit of a demo, whose users are programs as often as people.
const LIMIT_DEMO: u32 = 6_000;

impl Configuration {
    /// Onboarding requests that one sender may make per minute.
    #[must_use]
    pub fn onboarding_requests_per_minute(&self) -> u32 {
        self.limit(self.limits.onboarding_requests_per_minute, 10)
    }

    /// Tokens that one client may ask for per minute.
    #[must_use]
    pub fn token_per_minute(&self) -> u32 {
        self.limit(self.limits.token_per_minute, 60)
    }

    /// Attempts to sign in that one sender, and one account, may make per minute.
    #[must_use]
    pub fn sign_in_per_minute(&self) -> u32 {
        self.limit(self.limits.sign_in_per_minute, 10)
    }

    fn limit(&self, given: Option<u32>, otherwise: u32) -> u32 {
        given.unwrap_or(if self.demo { LIMIT_DEMO } else { otherwise })
    }
}
