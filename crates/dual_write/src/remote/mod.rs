//! A Web API on another host, over HTTPS: what dual-write asks goes to that host and to the one
//! that gives out its tokens, nowhere else.

mod connect;
mod token;

use std::path::PathBuf;
use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::header::{AUTHORIZATION, HeaderValue};
use axum::http::request::Parts;
use axum::http::{Request, Response, StatusCode, Uri};
use platform::Clock;
use serde_json::json;
use tower::service_fn;

use crate::{Address, Dialect, Peer, Service, Side};
use connect::Connection;
use token::Tokens;

/// Where Dataverse has its Web API.
const SALES_PATH: &str = "/api/data/v9.2";
/// Largest request that is sent, in bytes.
const REQUEST_BYTES_MAX: usize = 32 * 1024 * 1024;

/// How a Sales elsewhere is reached.
#[derive(Clone)]
pub struct RemoteSettings {
    /// Its origin, as in `https://sales.example`.
    pub url: String,
    /// The application user that dual-write is there.
    pub client_id: String,
    /// Its secret.
    pub client_secret: String,
    /// Who gives out tokens; `None`: `<url>/oauth2/v2.0/token`.
    pub token_url: Option<String>,
    /// What the token is for; `None`: `<url>/.default`.
    pub scope: Option<String>,
    /// A PEM file with the certificates to trust; `None`: the public authorities.
    pub ca_file: Option<PathBuf>,
}

impl std::fmt::Debug for RemoteSettings {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("RemoteSettings").field("url", &self.url).finish_non_exhaustive()
    }
}

/// Why a Sales elsewhere cannot be worked with as the settings are.
#[derive(Debug, thiserror::Error)]
pub enum RemoteError {
    /// An address that is none, or none that secrets may go to.
    #[error("{setting} has to be an address such as https://sales.example{hint}, and is {given}")]
    Address {
        /// Which setting.
        setting: &'static str,
        /// What may stand behind the host.
        hint: &'static str,
        /// What it is.
        given: String,
    },
    /// Plain HTTP to another machine.
    #[error("{setting} begins with http: a secret goes to another machine by https only")]
    Plain {
        /// Which setting.
        setting: &'static str,
    },
    /// The file of trusted certificates.
    #[error("remote_sales.ca_file {} {trouble}", path.display())]
    Authorities {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        trouble: String,
    },
    /// What the TLS library says.
    #[error("TLS cannot be used: {0}")]
    Tls(String),
}

/// A Sales elsewhere. Cloning shares connections and token.
#[derive(Clone)]
pub struct RemoteSales {
    origin: Arc<Uri>,
    base: String,
    connection: Connection,
    tokens: Arc<Tokens>,
}

impl RemoteSales {
    /// A Sales elsewhere. Nothing is asked before it is needed.
    ///
    /// # Errors
    /// [`RemoteError`].
    pub fn new(settings: RemoteSettings, clock: Clock) -> Result<Self, RemoteError> {
        let url = settings.url.trim_end_matches('/').to_owned();
        let origin = checked("remote_sales.url", &url)?;
        if origin.path() != "/" || origin.query().is_some() {
            return Err(RemoteError::Address { setting: "remote_sales.url", hint: "", given: url });
        }
        let token_url = settings.token_url.unwrap_or_else(|| format!("{url}/oauth2/v2.0/token"));
        let token_url = checked("remote_sales.token_url", &token_url)?;
        let scope = settings.scope.unwrap_or_else(|| format!("{url}/.default"));
        let connection = Connection::new(settings.ca_file.as_deref())?;
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", settings.client_id.as_str()),
            ("client_secret", settings.client_secret.as_str()),
            ("scope", scope.as_str()),
        ];
        let tokens = Arc::new(Tokens::new(token_url, &form, connection.clone(), clock));
        Ok(Self { origin: Arc::new(origin), base: format!("{url}{SALES_PATH}"), connection, tokens })
    }

    /// It as a side of dual-write. Whatever it may speak beyond, it is heard as any Dataverse.
    #[must_use]
    pub fn peer(&self) -> Peer {
        Peer::new(Side::Sales, self.base.clone(), Address::Dataverse, self.service())
            .speaking(Dialect::Dataverse)
            .at(self.clone())
    }

    /// SHA-256 of the certificate that the host shows, in lower-case hex with colons; `None` where
    /// it is reached by plain HTTP on this machine. It is shown only if it is trusted.
    ///
    /// # Errors
    /// In words, when it cannot be reached or is not trusted.
    pub async fn fingerprint(&self) -> Result<Option<String>, String> {
        self.connection.fingerprint(&self.origin).await
    }

    fn service(&self) -> Service {
        let remote = self.clone();
        Service::new(service_fn(move |request| {
            let remote = remote.clone();
            async move { Ok(remote.answer(request).await.unwrap_or_else(|words| unreachable_for(&words))) }
        }))
    }

    async fn answer(&self, request: Request<Body>) -> Result<Response<Body>, String> {
        let (parts, body) = request.into_parts();
        if parts.uri.authority() != self.origin.authority() || parts.uri.scheme() != self.origin.scheme() {
            return Err("a request to another host than the configured one was held back".into());
        }
        let body = to_bytes(body, REQUEST_BYTES_MAX).await.map_err(|error| error.to_string())?;
        let token = self.tokens.current().await?;
        let answer = self.send(&parts, body.clone(), &token).await?;
        let answer = match answer.status() {
            // Withdrawn before its time: one new one, and once more.
            StatusCode::UNAUTHORIZED => {
                let token = self.tokens.instead_of(&token).await?;
                self.send(&parts, body, &token).await?
            }
            _ => answer,
        };
        match answer.status() {
            status if status.is_redirection() => Err(format!(
                "it answers {status}, which sends elsewhere; set remote_sales.url to where it really is"
            )),
            _ => Ok(answer),
        }
    }

    async fn send(&self, parts: &Parts, body: Bytes, token: &str) -> Result<Response<Body>, String> {
        let mut request = Request::new(Body::from(body));
        *request.method_mut() = parts.method.clone();
        *request.uri_mut() = parts.uri.clone();
        *request.headers_mut() = parts.headers.clone();
        let mut bearer = HeaderValue::from_str(&format!("Bearer {token}"))
            .map_err(|_| "the token cannot be sent: it is no plain text".to_owned())?;
        bearer.set_sensitive(true);
        request.headers_mut().insert(AUTHORIZATION, bearer);
        self.connection.send(request).await
    }
}

/// An absolute `https` address, or a plain one on this machine, with nothing in it that could be a
/// password.
fn checked(setting: &'static str, given: &str) -> Result<Uri, RemoteError> {
    let hint = if setting.ends_with("token_url") { "/oauth2/v2.0/token" } else { "" };
    let wrong = || RemoteError::Address { setting, hint, given: given.into() };
    let uri: Uri = given.parse().map_err(|_| wrong())?;
    let host = uri.host().ok_or_else(wrong)?;
    if uri.authority().is_none_or(|authority| authority.as_str().contains('@')) {
        return Err(wrong());
    }
    match uri.scheme_str() {
        Some("https") => Ok(uri),
        Some("http") if ["127.0.0.1", "localhost", "[::1]"].contains(&host) => Ok(uri),
        Some("http") => Err(RemoteError::Plain { setting }),
        _ => Err(wrong()),
    }
}

/// The answer that a peer reads as "not now".
fn unreachable_for(words: &str) -> Response<Body> {
    let body = json!({ "error": { "code": "Unreachable", "message": words } });
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    response
}

#[cfg(test)]
mod tests;
