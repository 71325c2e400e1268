//! A Sales elsewhere.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::Secret;

/// A Sales elsewhere that dual-write works with. Sales is then not served here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RemoteSales {
    /// Its origin, as in `https://sales.example`. Nothing: Sales is in this process.
    pub url: Option<String>,
    /// The application user that dual-write is there.
    pub client_id: Option<String>,
    /// Its secret: best as `TANDEM_REMOTE_SALES_CLIENT_SECRET`.
    pub client_secret: Option<Secret>,
    /// Or a file that holds the secret alone.
    pub client_secret_file: Option<PathBuf>,
    /// The application user by which packages are installed and verified there, and nothing is carried.
    /// Nothing: the same as `client_id`.
    pub setup_client_id: Option<String>,
    /// Its secret: best as `TANDEM_REMOTE_SALES_SETUP_CLIENT_SECRET`.
    pub setup_client_secret: Option<Secret>,
    /// Or a file that holds the secret alone.
    pub setup_client_secret_file: Option<PathBuf>,
    /// Who gives out tokens; nothing: `<url>/oauth2/v2.0/token`.
    pub token_url: Option<String>,
    /// What the token is for; nothing: `<url>/.default`.
    pub scope: Option<String>,
    /// Certificates to trust, and no others: a PEM file. Nothing: the public authorities.
    pub ca_file: Option<PathBuf>,
}
