//! TLS on the listener: certificate and key from PEM files, read again on SIGHUP.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use axum::serve::Listener;
use platform::configuration::Configuration;
use tables::jiff::Timestamp;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc, watch};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::{Error as PemError, PemObject as _};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{Error as TlsError, ServerConfig};
use tokio_rustls::server::TlsStream;

/// Longest that a client may take to agree on a connection.
const HANDSHAKE_TIME_MAX: Duration = Duration::from_secs(10);
/// Most clients that agree at the same time; further ones wait.
const HANDSHAKES_AT_ONCE: usize = 512;

/// A certificate with its key, and where they lie.
pub struct Certificate {
    certificate: PathBuf,
    key: PathBuf,
    now: Arc<ServerConfig>,
}

impl Certificate {
    /// The certificate that the settings name; `None` when they name none.
    ///
    /// # Errors
    /// For half of the pair, and for files that cannot be used.
    pub fn of(configuration: &Configuration) -> anyhow::Result<Option<Self>> {
        match (&configuration.tls_certificate, &configuration.tls_key) {
            (None, None) => Ok(None),
            (Some(certificate), Some(key)) => {
                let now = read(certificate, key)?;
                Ok(Some(Self { certificate: certificate.clone(), key: key.clone(), now }))
            }
            (Some(_), None) => bail!("tls_certificate needs its private key: set tls_key (--tls-key) too"),
            (None, Some(_)) => {
                bail!(
                    "tls_key needs the certificate that it belongs to: set tls_certificate (--tls-certificate) too"
                )
            }
        }
    }

    /// Connections of `listener`, once TLS stands. From here on SIGHUP no longer ends the process.
    pub fn listen(self, listener: TcpListener) -> std::io::Result<TlsListener> {
        let address = listener.local_addr()?;
        let (configured, current) = watch::channel(Arc::clone(&self.now));
        let (sender, agreed) = mpsc::channel(1);
        tokio::spawn(accept(listener, current, sender));
        #[cfg(unix)]
        {
            let hangups = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::hangup())?;
            tokio::spawn(self.read_again(hangups, configured));
        }
        #[cfg(not(unix))]
        drop(configured);
        Ok(TlsListener { agreed, address })
    }

    /// Takes renewed files on SIGHUP; what cannot be used is said, and the old certificate stays.
    #[cfg(unix)]
    async fn read_again(
        self,
        mut hangups: tokio::signal::unix::Signal,
        configured: watch::Sender<Arc<ServerConfig>>,
    ) {
        while hangups.recv().await.is_some() {
            match read(&self.certificate, &self.key) {
                Ok(new) => {
                    configured.send_replace(new);
                    tracing::info!("the certificate was read again");
                }
                Err(error) => tracing::error!("the certificate stays as it was: {error:#}"),
            }
        }
    }
}

fn read(certificate: &Path, key: &Path) -> anyhow::Result<Arc<ServerConfig>> {
    let readable = |what: &str, path: &Path| {
        std::fs::read(path).with_context(|| format!("{what} {} cannot be read", path.display()))
    };
    let chain: Result<Vec<_>, _> =
        CertificateDer::pem_slice_iter(&readable("tls_certificate", certificate)?).collect();
    let chain = chain.ok().filter(|chain| !chain.is_empty()).with_context(|| {
        format!("there is no certificate in tls_certificate {}: give a PEM file", certificate.display())
    })?;
    let key_text = readable("tls_key", key)?;
    let private = match PrivateKeyDer::from_pem_slice(&key_text) {
        Ok(private) => private,
        Err(PemError::NoItemsFound) if is_encrypted(&key_text) => {
            bail!("tls_key {} has a pass phrase: give a key without one", key.display())
        }
        Err(_) => bail!("there is no private key in tls_key {}: give a PEM file", key.display()),
    };
    let provider = Arc::new(ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    let mut config = match config.with_no_client_auth().with_single_cert(chain, private) {
        Ok(config) => config,
        Err(TlsError::InconsistentKeys(_)) => {
            bail!("the key in {} is not that of the certificate in {}", key.display(), certificate.display())
        }
        Err(error) => bail!(
            "the certificate in {} and the key in {} cannot be used: {error}",
            certificate.display(),
            key.display()
        ),
    };
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

/// Until when the certificate in this file is good.
///
/// # Errors
/// For a file without a certificate that can be read.
pub fn ends_at(file: &Path) -> anyhow::Result<Timestamp> {
    let pem = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let certificate = CertificateDer::pem_slice_iter(&pem).next().and_then(Result::ok);
    let end = certificate.and_then(|certificate| not_after(&certificate));
    end.with_context(|| format!("{} has no certificate that can be read", file.display()))
}

/// The end of the validity in a certificate (RFC 5280, 4.1): certificate, its signed part, and in that
/// what stands behind the optional version, the serial number, the algorithm and the issuer.
fn not_after(certificate: &[u8]) -> Option<Timestamp> {
    const VERSION: u8 = 0xa0;
    let (_, whole, _) = element(certificate)?;
    let (_, mut rest, _) = element(whole)?;
    if rest.first() == Some(&VERSION) {
        rest = element(rest)?.2;
    }
    for _ in 0..3 {
        rest = element(rest)?.2;
    }
    let (_, validity, _) = element(rest)?;
    let (kind, end, _) = element(element(validity)?.2)?;
    let text = std::str::from_utf8(end).ok()?;
    // UTCTime has two digits of the year, from 1950 on; GeneralizedTime has four.
    let text = match kind {
        0x17 if text.as_bytes().first()? < &b'5' => format!("20{text}"),
        0x17 => format!("19{text}"),
        _ => text.to_owned(),
    };
    let time = tables::jiff::civil::DateTime::strptime("%Y%m%d%H%M%SZ", text).ok()?;
    time.to_zoned(tables::jiff::tz::TimeZone::UTC).ok().map(|at| at.timestamp())
}

/// Tag, content and what follows, of the first element of DER.
fn element(der: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&[tag, first], mut rest) = der.split_first_chunk::<2>()?;
    let mut length = usize::from(first);
    if first > 0x80 {
        let (digits, behind) =
            rest.split_at_checked(usize::from(first & 0x7f)).filter(|(digits, _)| digits.len() < 5)?;
        length = digits.iter().fold(0, |length, digit| (length << 8) | usize::from(*digit));
        rest = behind;
    }
    let (content, rest) = rest.split_at_checked(length)?;
    Some((tag, content, rest))
}

fn is_encrypted(pem: &[u8]) -> bool {
    String::from_utf8_lossy(pem).contains("ENCRYPTED")
}

/// A listener whose connections are encrypted already.
pub struct TlsListener {
    agreed: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    address: SocketAddr,
}

impl Listener for TlsListener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, SocketAddr) {
        match self.agreed.recv().await {
            Some(agreed) => agreed,
            // The task that accepts ends after this listener only.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> std::io::Result<SocketAddr> {
        Ok(self.address)
    }
}

/// Agrees with each client on its own, so that a slow one keeps nobody waiting.
async fn accept(
    mut listener: TcpListener,
    current: watch::Receiver<Arc<ServerConfig>>,
    agreed: mpsc::Sender<(TlsStream<TcpStream>, SocketAddr)>,
) {
    let turns = Arc::new(Semaphore::new(HANDSHAKES_AT_ONCE));
    loop {
        let Ok(turn) = Arc::clone(&turns).acquire_owned().await else { return };
        let (stream, peer) = tokio::select! {
            accepted = Listener::accept(&mut listener) => accepted,
            () = agreed.closed() => return,
        };
        let acceptor = TlsAcceptor::from(Arc::clone(&current.borrow()));
        let agreed = agreed.clone();
        tokio::spawn(async move {
            let handshake = tokio::time::timeout(HANDSHAKE_TIME_MAX, acceptor.accept(stream)).await;
            drop(turn);
            match handshake {
                Ok(Ok(stream)) => drop(agreed.send((stream, peer)).await),
                Ok(Err(error)) => tracing::debug!(%peer, %error, "no TLS connection"),
                Err(_) => tracing::debug!(%peer, "the client was too slow to agree on TLS"),
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_cannot_be_used_are_named_with_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let made = rcgen::generate_simple_self_signed(vec!["localhost".into()]).unwrap();
        let other = rcgen::generate_simple_self_signed(vec!["localhost".into()]).unwrap();
        let certificate = write("certificate.pem", &made.cert.pem());
        let key = write("key.pem", &made.signing_key.serialize_pem());
        let other_key = write("other.pem", &other.signing_key.serialize_pem());
        let empty = write("empty.pem", "nothing here\n");
        let locked = write(
            "locked.pem",
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
        );
        let missing = folder.path().join("missing.pem");
        let of = |certificate: Option<&PathBuf>, key: Option<&PathBuf>| {
            let configuration = Configuration {
                tls_certificate: certificate.cloned(),
                tls_key: key.cloned(),
                ..Configuration::default()
            };
            Certificate::of(&configuration).map(|found| found.is_some()).map_err(|error| format!("{error:#}"))
        };
        assert_eq!(of(None, None), Ok(false));
        assert_eq!(of(Some(&certificate), Some(&key)), Ok(true));
        for (certificate, key, part) in [
            (Some(&certificate), None, "set tls_key"),
            (None, Some(&key), "set tls_certificate"),
            (Some(&missing), Some(&key), "missing.pem cannot be read"),
            (Some(&certificate), Some(&missing), "missing.pem cannot be read"),
            (Some(&empty), Some(&key), "no certificate in"),
            (Some(&key), Some(&key), "no certificate in"),
            (Some(&certificate), Some(&empty), "no private key in"),
            (Some(&certificate), Some(&locked), "pass phrase"),
            (Some(&certificate), Some(&other_key), "is not that of the certificate"),
        ] {
            let refused = of(certificate, key);
            assert!(refused.as_ref().is_err_and(|words| words.contains(part)), "{part}: {refused:?}");
        }
    }
}
