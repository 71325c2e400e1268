//! How mail leaves.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::Secret;

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
