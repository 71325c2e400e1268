//! Puts the settings together, and tells where each came from.

use std::path::Path;

use figment::providers::{Env, Format as _, Serialized, Toml};
use figment::{Figment, Source};
use serde::Serialize;

use super::Configuration;

/// Settings that have settings of their own.
const GROUPS: [&str; 5] = ["limits", "mail", "log", "web_api", "remote_sales"];

/// How the names of all addresses of databases end: they may have a password in them.
const DATABASE_URL: &str = "database_url";

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
            assert_eq!(configuration.onboarding_requests_per_minute(), 6_000);
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
        const DOCUMENT: &str = include_str!("../../../../docs/configuration.md");
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
