//! SMTP: messages to a mail server, encrypted unless the server is this machine.
//!
//! Handing over and noting it are two steps: killed in between, the message goes once more, under
//! the same Message-ID, by which the receiving side knows it.

use std::net::IpAddr;
use std::time::Duration;

use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use tables::jiff::Timestamp;

use super::EmailMessage;
use super::transport::{SettingsError, TransportError};

/// How the way to the server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encryption {
    /// Asked for on a plain connection, and insisted upon.
    StartTls,
    /// From the first byte.
    Tls,
    /// Not at all: on this machine only.
    None,
}

/// The server and how to talk to it.
#[derive(Clone)]
pub struct SmtpSettings {
    /// Its name.
    pub host: String,
    /// Its port; nothing: the usual one.
    pub port: Option<u16>,
    /// How the way there is protected.
    pub encryption: Encryption,
    /// Name and password, where it asks for them.
    pub credentials: Option<(String, String)>,
    /// Address that all messages come from; nothing: each company's own.
    pub from: Option<String>,
    /// Longest that handing over one message may take.
    pub timeout: Duration,
}

/// A mail server.
pub struct Smtp {
    host: String,
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Option<Address>,
    timeout: Duration,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Smtp").field("host", &self.host).finish_non_exhaustive()
    }
}

/// Answers to a name or password: not the message's fault, so it must not be given up for them.
const SIGN_IN_CODES: [u16; 4] = [530, 534, 535, 538];

impl Smtp {
    /// Whether messages keep the company's address.
    pub(super) fn sends_as_company(&self) -> bool {
        self.from.is_none()
    }

    pub(super) fn new(settings: &SmtpSettings) -> Result<Self, SettingsError> {
        let host = settings.host.as_str();
        let cause = |error: SmtpError| SettingsError(format!("mail.host {host:?}: {error}"));
        let mut server = match settings.encryption {
            Encryption::StartTls => {
                AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(host).map_err(cause)?
            }
            Encryption::Tls => AsyncSmtpTransport::<Tokio1Executor>::relay(host).map_err(cause)?,
            Encryption::None if is_loopback(host) => {
                AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
            }
            Encryption::None => {
                let words = "mail.encryption may be none for a server on this machine only. \
                             Use starttls or tls.";
                return Err(SettingsError(words.into()));
            }
        };
        if let Some(port) = settings.port {
            server = server.port(port);
        }
        if let Some((name, password)) = settings.credentials.clone() {
            server = server.credentials(Credentials::new(name, password));
        }
        let from = settings.from.as_deref().map(str::parse).transpose();
        let from = from.map_err(|error| SettingsError(format!("mail.from is no address: {error}")))?;
        let server = server.timeout(Some(settings.timeout)).build();
        Ok(Self { host: host.into(), server, from, timeout: settings.timeout })
    }

    pub(super) async fn deliver(&self, message: &EmailMessage, now: Timestamp) -> Result<(), TransportError> {
        let letter = self.letter(message, now)?;
        match tokio::time::timeout(self.timeout, self.server.send(letter)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(judge(&error)),
            Err(_) => Err(TransportError::Temporary(format!(
                "{} did not answer within {:?}",
                self.host, self.timeout
            ))),
        }
    }

    fn letter(&self, message: &EmailMessage, now: Timestamp) -> Result<Message, TransportError> {
        let unusable = |what: &str, error: &dyn std::fmt::Display| {
            TransportError::Permanent(format!("the {what} cannot be used: {error}"))
        };
        let sender: Mailbox = message.sender.parse().map_err(|error| unusable("sender", &error))?;
        let email = self.from.clone().unwrap_or(sender.email);
        let domain = email.domain().to_owned();
        let to: Address = message.recipient.parse().map_err(|error| unusable("recipient", &error))?;
        Message::builder()
            .from(Mailbox::new(sender.name, email))
            .to(Mailbox::new(None, to))
            .subject(message.subject.as_str())
            .message_id(Some(format!("<{}@{domain}>", message.external_row_id)))
            .date(now.into())
            .multipart(MultiPart::alternative_plain_html(
                message.text_body.clone(),
                message.html_body.clone(),
            ))
            .map_err(|error| unusable("message", &error))
    }
}

/// Whether another try may help: after everything but a clear no to this message.
fn judge(error: &SmtpError) -> TransportError {
    let code = error.status().map(u16::from);
    let words = std::error::Error::source(error)
        .map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"));
    if error.is_permanent() && !code.is_some_and(|code| SIGN_IN_CODES.contains(&code)) {
        TransportError::Permanent(words)
    } else {
        TransportError::Temporary(words)
    }
}

/// Whether a name is this machine's own whoever resolves it.
fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
