//! The connection: HTTPS by rustls, one pool, no redirects followed.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, Response, Uri};
use hyper_rustls::{ConfigBuilderExt as _, HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use sha2::{Digest as _, Sha256};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use super::RemoteError;

/// Longest that it may take to be connected.
const CONNECT_TIME_MAX: Duration = Duration::from_secs(10);
/// Longest that one request may take, the same as in [`crate::Peer`].
const REQUEST_TIME_MAX: Duration = Duration::from_secs(30);
/// An unused connection is closed after this.
const IDLE_TIME_MAX: Duration = Duration::from_secs(60);

#[derive(Clone)]
pub(super) struct Connection {
    client: Client<HttpsConnector<HttpConnector>, Body>,
    tls: Arc<ClientConfig>,
}

impl Connection {
    pub(super) fn new(ca_file: Option<&Path>) -> Result<Self, RemoteError> {
        let tls = trust(ca_file)?;
        let mut http = HttpConnector::new();
        http.set_connect_timeout(Some(CONNECT_TIME_MAX));
        http.enforce_http(false);
        http.set_nodelay(true);
        let https = HttpsConnectorBuilder::new().with_tls_config(tls.clone());
        // Which addresses may be plain was settled when the settings were read.
        let connector = https.https_or_http().enable_http1().wrap_connector(http);
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE_TIME_MAX)
            .build(connector);
        Ok(Self { client, tls: Arc::new(tls) })
    }

    pub(super) async fn send(&self, request: Request<Body>) -> Result<Response<Body>, String> {
        let host = request.uri().authority().map(ToString::to_string).unwrap_or_default();
        match tokio::time::timeout(REQUEST_TIME_MAX, self.client.request(request)).await {
            Ok(Ok(answer)) => Ok(answer.map(Body::new)),
            Ok(Err(error)) => Err(format!("{host} cannot be reached: {}", causes(&error))),
            Err(_) => Err(format!("{host} gave no answer within {} s", REQUEST_TIME_MAX.as_secs())),
        }
    }

    pub(super) async fn fingerprint(&self, origin: &Uri) -> Result<Option<String>, String> {
        if origin.scheme_str() != Some("https") {
            return Ok(None);
        }
        let host = origin.host().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        let port = origin.port_u16().unwrap_or(443);
        let name = ServerName::try_from(host.clone()).map_err(|error| error.to_string())?;
        let connector = TlsConnector::from(Arc::clone(&self.tls));
        let connect = async {
            let stream = TcpStream::connect((host.as_str(), port)).await?;
            connector.connect(name, stream).await
        };
        let connected = tokio::time::timeout(CONNECT_TIME_MAX, connect).await;
        let stream = connected
            .map_err(|_| format!("{host} gave no answer within {} s", CONNECT_TIME_MAX.as_secs()))?
            .map_err(|error| format!("{host} cannot be reached: {error}"))?;
        let leaf = stream.get_ref().1.peer_certificates().and_then(|chain| chain.first());
        let leaf = leaf.ok_or_else(|| format!("{host} shows no certificate"))?;
        let bytes: Vec<String> = Sha256::digest(leaf).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Some(bytes.join(":")))
    }
}

/// Exactly the given certificates, or the public authorities.
fn trust(ca_file: Option<&Path>) -> Result<ClientConfig, RemoteError> {
    let failed = |error: tokio_rustls::rustls::Error| RemoteError::Tls(error.to_string());
    let provider = Arc::new(ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(failed)?;
    let Some(path) = ca_file else { return Ok(config.with_webpki_roots().with_no_client_auth()) };
    let wrong = |trouble: String| RemoteError::Authorities { path: path.into(), trouble };
    let text = std::fs::read(path).map_err(|error| wrong(format!("cannot be read: {error}")))?;
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(&text) {
        let certificate = certificate.map_err(|error| wrong(format!("is no PEM file: {error}")))?;
        roots.add(certificate).map_err(|error| wrong(format!("cannot be trusted: {error}")))?;
    }
    if roots.is_empty() {
        return Err(wrong("has no certificate in it".into()));
    }
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

/// An error and what it came from: the first one alone says only that something failed.
fn causes(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        words = format!("{words}: {error}");
        cause = error.source();
    }
    words
}
