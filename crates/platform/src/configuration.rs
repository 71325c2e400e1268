//! What an operator can set, where each value came from, and what was wrong with it.
//!
//! Flags stand over `TANDEM_*` environment variables, those over the TOML file, that over defaults.

mod apps;
mod remote_sales;

pub use apps::{App, Apps};
pub use remote_sales::RemoteSales;

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use figment::providers::{Env, Format as _, Serialized, Toml};
use figment::{Figment, Source};
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

/// How mail leaves. The demo captures it, whatever is set here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mail {
    /// `captured` (it stays in headquarters) or `smtp`.
    pub transport: MailTransport,
    /// Name of the mail server.
    pub host: Option<String>,
    /// Its port; nothing: 587, with `tls` 465, with `none` 25.
    pub port: Option<u16>,
    /// `starttls`, `tls` or, on this machine only, `none`.
    pub encryption: MailEncryption,
    /// Name to sign in with; nothing: no sign-in.
    pub username: Option<String>,
    /// Its password: best as `TANDEM_MAIL_PASSWORD`.
    pub password: Option<Secret>,
    /// Or a file that holds the password alone.
    pub password_file: Option<PathBuf>,
    /// Address that mail comes from; nothing: the company's.
    pub from: Option<String>,
    /// Longest that handing over one message may take.
    pub timeout_seconds: u64,
}

impl Default for Mail {
    fn default() -> Self {
        Self {
            transport: MailTransport::default(),
            host: None,
            port: None,
            encryption: MailEncryption::default(),
            username: None,
            password: None,
            password_file: None,
            from: None,
            timeout_seconds: 30,
        }
    }
}

/// Where mail goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailTransport {
    /// Nowhere.
    #[default]
    Captured,
    /// To a mail server.
    Smtp,
}

/// How the way to the mail server is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailEncryption {
    /// Asked for on a plain connection, and insisted upon.
    #[default]
    StartTls,
    /// From the first byte.
    Tls,
    /// Not at all.
    None,
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

/// How to log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Log {
    /// `text` or `json`.
    pub format: LogFormat,
    /// Which events, as in `info,dual_write=debug`.
    pub filter: String,
}

/// The form of a log line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
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

impl Default for Log {
    fn default() -> Self {
        Self { format: LogFormat::default(), filter: "info".into() }
    }
}

/// Settings that have settings of their own.
const GROUPS: [&str; 5] = ["limits", "mail", "log", "web_api", "remote_sales"];

/// How the names of all addresses of databases end: they may have a password in them.
const DATABASE_URL: &str = "database_url";

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

/// A setting that cannot be used; its words name the setting and where it came from.
#[derive(Debug, thiserror::Error)]
#[error("The configuration cannot be used: {0}")]
pub struct ConfigurationError(Box<figment::Error>);

/// A configuration with the origin of each value.
pub struct Loaded {
    /// The values.
    pub configuration: Configuration,
    figment: Figment,
}

/// One setting for people to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Name, with dots.
    pub name: String,
    /// Value; of addresses with a password only that it is set.
    pub value: String,
    /// Flag, variable, file or default.
    pub origin: String,
}

/// Puts together what `flags` (any serialisable struct, unset options left out), the environment
/// and the file say.
///
/// # Errors
/// [`ConfigurationError`] for an unknown setting, a value of another type, a file that is missing.
pub fn load(flags: impl Serialize, file: Option<&Path>) -> Result<Loaded, ConfigurationError> {
    let mut figment = Figment::from(Serialized::defaults(Configuration::default()));
    if let Some(file) = file {
        figment = figment.merge(Toml::file_exact(file));
    }
    let environment = Env::prefixed("TANDEM_")
        // Variables of tests are not settings; nested settings are written with one underscore.
        .filter(|key| !key.starts_with("test_") && !key.starts_with("TEST_"))
        .map(|key| {
            let name = key.as_str().to_lowercase();
            match GROUPS.iter().find(|group| name.starts_with(&format!("{group}_"))) {
                Some(group) => name.replacen(&format!("{group}_"), &format!("{group}."), 1).into(),
                None => name.into(),
            }
        });
    figment = figment.merge(environment).merge(Serialized::from(flags, "default"));
    let configuration = figment.extract().map_err(|error| ConfigurationError(Box::new(error)))?;
    Ok(Loaded { configuration, figment })
}

impl Loaded {
    /// Every setting with its value and origin, in order of name.
    ///
    /// # Errors
    /// [`ConfigurationError`], which [`load`] would have given already.
    pub fn explain(&self) -> Result<Vec<Explained>, ConfigurationError> {
        let json = serde_json::to_value(&self.configuration)
            .map_err(|error| ConfigurationError(Box::new(figment::Error::from(error.to_string()))))?;
        let mut explained = Vec::new();
        self.explain_into("", &json, &mut explained);
        Ok(explained)
    }

    fn explain_into(&self, name: &str, json: &serde_json::Value, explained: &mut Vec<Explained>) {
        if let serde_json::Value::Object(members) = json {
            for (member, value) in members {
                let name = if name.is_empty() { member.clone() } else { format!("{name}.{member}") };
                self.explain_into(&name, value, explained);
            }
            return;
        }
        let is_secret = [DATABASE_URL, ".password", "client_secret"].iter().any(|end| name.ends_with(end));
        let secret = is_secret && !json.is_null();
        let value = match json {
            _ if secret => "(set)".into(),
            serde_json::Value::Null => "(not set)".into(),
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        explained.push(Explained { name: name.into(), value, origin: self.origin(name) });
    }

    fn origin(&self, name: &str) -> String {
        let Some(metadata) = self.figment.find_metadata(name) else { return "default".into() };
        match &metadata.source {
            Some(Source::File(path)) => format!("file {}", path.display()),
            _ if metadata.name.contains("environment") => {
                format!("environment TANDEM_{}", name.replace('.', "_").to_uppercase())
            }
            _ if metadata.provide_location.is_some() && self.is_default(name) => "default".into(),
            _ => "flag".into(),
        }
    }

    fn is_default(&self, name: &str) -> bool {
        let of = |configuration: &Configuration| {
            let json = serde_json::to_value(configuration).ok()?;
            json.pointer(&format!("/{}", name.replace('.', "/"))).cloned()
        };
        of(&self.configuration) == of(&Configuration::default())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    #[expect(clippy::result_large_err, reason = "the type of figment's own test closure")]
    fn flags_stand_over_environment_over_file_over_defaults() {
        figment::Jail::expect_with(|jail| {
            jail.create_file(
                "tandem.toml",
                "listen = \"file:1\"\ndata = \"from-file\"\n[log]\nfilter = \"debug\"",
            )?;
            jail.set_env("TANDEM_DATA", "from-environment");
            jail.set_env("TANDEM_LIMITS_TOKEN_PER_MINUTE", "7");
            jail.set_env("TANDEM_DATABASE_URL", "postgres://u:secret@h/d");
            jail.set_env("TANDEM_MAIL_PASSWORD", "secret");
            jail.set_env("TANDEM_TEST_POSTGRES", "not a setting");
            jail.set_env("TANDEM_APPS", "storefront, dual-write");
            jail.set_env("TANDEM_WEB_API_DIALECT", "dataverse");
            jail.set_env("TANDEM_REMOTE_SALES_CLIENT_SECRET", "secret");
            jail.set_env("TANDEM_REMOTE_SALES_URL", "https://sales.example");
            let loaded = load(json!({ "demo": true }), Some(Path::new("tandem.toml"))).unwrap();
            let configuration = &loaded.configuration;
            assert_eq!(configuration.listen, "file:1");
            assert_eq!(configuration.data, Path::new("from-environment"));
            assert_eq!(configuration.token_per_minute(), 7);
            assert_eq!(configuration.onboarding_requests_per_minute(), LIMIT_DEMO);
            let explained = loaded.explain().unwrap();
            let find = |name: &str| explained.iter().find(|one| one.name == name).unwrap().clone();
            assert!(find("listen").origin.starts_with("file "), "{:?}", find("listen"));
            assert_eq!(find("data").origin, "environment TANDEM_DATA");
            assert_eq!(find("demo").origin, "flag");
            assert_eq!(find("jobs_mode").origin, "default");
            assert_eq!(find("database_url").value, "(set)");
            assert_eq!(find("mail.password").value, "(set)");
            assert_eq!(find("mail.password").origin, "environment TANDEM_MAIL_PASSWORD");
            assert_eq!(find("mail.encryption").value, "starttls");
            assert_eq!(find("apps").value, "storefront,dual-write");
            assert_eq!(find("web_api.dialect").value, "dataverse");
            assert_eq!(find("remote_sales.client_secret").value, "(set)");
            assert_eq!(find("remote_sales.url").value, "https://sales.example");
            let kept = format!("{:?} {:?}", configuration.mail, configuration.remote_sales);
            assert!(!kept.contains("\"secret\""), "{kept}");
            assert!(explained.iter().all(|one| !one.value.contains("secret")), "{explained:?}");
            Ok(())
        });
    }

    #[test]
    #[expect(clippy::result_large_err, reason = "the type of figment's own test closure")]
    fn every_setting_is_documented_with_its_default_and_no_other() {
        const DOCUMENT: &str = include_str!("../../../docs/configuration.md");
        let rows = DOCUMENT.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
        let documented: Vec<(&str, &str)> =
            rows.map(|(name, rest)| (name, rest.split(" | ").next().unwrap_or_default())).collect();
        figment::Jail::expect_with(|_| {
            let explained = load(json!({}), None).unwrap().explain().unwrap();
            assert_eq!(documented.len(), explained.len());
            for one in explained {
                let default = match one.value.as_str() {
                    "(not set)" => "–".to_owned(),
                    value => format!("`{value}`"),
                };
                assert!(documented.contains(&(&one.name, &default)), "{} with {default}", one.name);
            }
            Ok(())
        });
    }

    #[test]
    #[expect(clippy::result_large_err, reason = "the type of figment's own test closure")]
    fn what_cannot_be_used_is_named_with_its_origin() {
        figment::Jail::expect_with(|jail| {
            jail.create_file("tandem.toml", "listn = \"x\"")?;
            let error = load(json!({}), Some(Path::new("tandem.toml"))).err().unwrap().to_string();
            assert!(error.contains("listn") && error.contains("listen"), "{error}");
            jail.set_env("TANDEM_DEMO", "perhaps");
            let error = load(json!({}), None).err().unwrap().to_string();
            assert!(error.contains("DEMO") && error.contains("environment"), "{error}");
            assert!(load(json!({}), Some(Path::new("missing.toml"))).is_err());
            Ok(())
        });
    }
}
