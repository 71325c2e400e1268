//! A client that knows addresses and JSON, and nothing of the code behind them. It speaks to a
//! router in this process or to a listening address.

use axum::Router;
use axum::body::Body;
use axum::http::request::Builder;
use axum::http::{Method, Request, StatusCode};
use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use tower::ServiceExt as _;

/// Who answers.
#[derive(Clone)]
pub enum Server {
    Router(Router),
    /// `127.0.0.1:port`
    Address(String),
    /// `127.0.0.1:port`, over TLS; only this certificate is trusted.
    Tls(String, CertificateDer<'static>),
    /// All but Sales, and a Sales elsewhere with a token of its own.
    Apart(Box<Client>, Box<Client>),
}

/// A client with a token.
#[derive(Clone)]
pub struct Client {
    pub server: Server,
    pub token: String,
    /// A seller to act as in Sales.
    pub caller: Option<String>,
}

pub struct Answer {
    pub status: StatusCode,
    pub body: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or(Value::Null)
    }

    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }
}

impl Client {
    /// Signs in as the demo's application.
    pub async fn sign_in(server: Server) -> Self {
        let mut client = Self { server, token: String::new(), caller: None };
        let form = "grant_type=client_credentials&client_id=demo-app&client_secret=demo-secret";
        let answer =
            client.send_as("application/x-www-form-urlencoded", Method::POST, "/oauth2/v2.0/token", form);
        client.token = answer.await.expect(200).json()["access_token"].as_str().unwrap().to_owned();
        client
    }

    /// The same client, acting as this person in Sales.
    pub async fn acting_as(&self, email: &str) -> Self {
        let filter = format!("internalemailaddress eq '{email}'");
        let users = self.list("/api/data/v9.2/systemusers", &filter).await;
        let caller = users[0]["systemuserid"].as_str().unwrap().to_owned();
        Self { caller: Some(caller), ..self.clone() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send_as("application/json", Method::GET, path, "").await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send_as("application/json", Method::POST, path, &body.to_string()).await
    }

    /// A request that may be repeated: by its key. `None` when nobody answered.
    pub async fn try_post(&self, path: &str, body: Value, key: &str) -> Option<Answer> {
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header("host", "127.0.0.1")
            .header("content-type", "application/json")
            .header("idempotency-key", key)
            .body(Body::from(body.to_string()))
            .unwrap();
        match &self.server {
            Server::Address(address) => try_over_the_wire(address, request).await,
            _ => None,
        }
    }

    pub async fn patch(&self, path: &str, body: Value) -> Answer {
        self.send_as("application/json", Method::PATCH, path, &body.to_string()).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.send_as("application/json", Method::DELETE, path, "").await
    }

    /// A form, as token requests are.
    pub async fn form(&self, path: &str, form: &str) -> Answer {
        self.send_as("application/x-www-form-urlencoded", Method::POST, path, form).await
    }

    /// A PATCH of the row as it was when it had this ETag.
    pub async fn patch_if(&self, path: &str, body: Value, etag: &str) -> Answer {
        let request = self.request("application/json", Method::PATCH, path, &body.to_string());
        self.answer(request.header("if-match", etag), &body.to_string()).await
    }

    /// The rows of a set that fulfil an OData filter.
    pub async fn list(&self, set: &str, filter: &str) -> Vec<Value> {
        let filter: String = filter
            .bytes()
            .map(|byte| match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
                other => format!("%{other:02X}"),
            })
            .collect();
        let answer = self.get(&format!("{set}?$filter={filter}")).await.expect(200);
        answer.json()["value"].as_array().cloned().unwrap()
    }

    /// The one row that fulfils an OData filter.
    pub async fn one(&self, set: &str, filter: &str) -> Value {
        let mut rows = self.list(set, filter).await;
        assert_eq!(rows.len(), 1, "{set} where {filter}: {rows:#?}");
        rows.remove(0)
    }

    async fn send_as(&self, content: &str, method: Method, path: &str, body: &str) -> Answer {
        if let Server::Apart(rest, sales) = &self.server {
            let one = if path.starts_with("/api/data/") { sales } else { rest };
            let one = Self { caller: self.caller.clone(), ..(**one).clone() };
            return Box::pin(one.send_as(content, method, path, body)).await;
        }
        self.answer(self.request(content, method, path, body), body).await
    }

    fn request(&self, content: &str, method: Method, path: &str, body: &str) -> Builder {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "127.0.0.1")
            .header("accept", "application/json");
        if !body.is_empty() {
            request = request.header("content-type", content);
        }
        if !self.token.is_empty() {
            request = request.header("authorization", format!("Bearer {}", self.token));
        }
        if let Some(caller) = &self.caller {
            request = request.header("MSCRMCallerID", caller);
        }
        request
    }

    async fn answer(&self, request: Builder, body: &str) -> Answer {
        let request = request.body(Body::from(body.to_owned())).unwrap();
        match &self.server {
            Server::Router(router) => {
                let response = router.clone().oneshot(request).await.unwrap();
                let status = response.status();
                let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
                Answer { status, body: String::from_utf8(bytes.to_vec()).unwrap() }
            }
            Server::Address(address) => try_over_the_wire(address, request).await.unwrap(),
            Server::Tls(address, certificate) => {
                let stream = tls(address, certificate).await.unwrap();
                exchange(stream, request).await.unwrap()
            }
            Server::Apart(..) => panic!("which of the two is told by the path"),
        }
    }
}

/// A connection to the server whose certificate is exactly this one.
pub async fn tls(
    address: &str,
    certificate: &CertificateDer<'static>,
) -> std::io::Result<tokio_rustls::client::TlsStream<tokio::net::TcpStream>> {
    let mut roots = RootCertStore::empty();
    roots.add(certificate.clone()).unwrap();
    let config = ClientConfig::builder_with_provider(ring::default_provider().into())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = tokio::net::TcpStream::connect(address).await?;
    TlsConnector::from(std::sync::Arc::new(config))
        .connect(ServerName::try_from("127.0.0.1").unwrap(), stream)
        .await
}

/// `None` when nobody answers.
async fn try_over_the_wire(address: &str, request: Request<Body>) -> Option<Answer> {
    exchange(tokio::net::TcpStream::connect(address).await.ok()?, request).await
}

/// HTTP/1.1 as plain as it gets: one request, one connection.
async fn exchange(mut stream: impl AsyncRead + AsyncWrite + Unpin, request: Request<Body>) -> Option<Answer> {
    let (head, body) = request.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let mut text = format!(
        "{} {} HTTP/1.1\r\nconnection: close\r\ncontent-length: {}\r\n",
        head.method,
        head.uri,
        body.len()
    );
    for (name, value) in &head.headers {
        text.push_str(&format!("{name}: {}\r\n", value.to_str().unwrap()));
    }
    text.push_str("\r\n");
    stream.write_all(text.as_bytes()).await.ok()?;
    stream.write_all(&body).await.ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Answer { status: StatusCode::from_u16(status).ok()?, body: unchunk(head, body) })
}

fn unchunk(head: &str, body: &str) -> String {
    if !head.to_lowercase().contains("transfer-encoding: chunked") {
        return body.to_owned();
    }
    let (mut whole, mut rest) = (String::new(), body);
    while let Some((size, after)) = rest.split_once("\r\n") {
        let size = usize::from_str_radix(size.trim(), 16).unwrap();
        whole.push_str(&after[..size]);
        rest = after[size..].trim_start_matches("\r\n");
        if size == 0 {
            break;
        }
    }
    whole
}

/// A complete onboarding request of one company.
pub fn onboarding_request(company: &str, email: &str) -> Value {
    json!({
        "firstName": "Zoë", "lastName": "Żmijewska", "email": email, "phone": "+48 22 555 01 01",
        "jobTitle": "Head of buying", "companyName": company, "website": "https://alpen.example",
        "taxId": "5260250274", "numberOfEmployees": 120,
        "address": {
            "street": "ul. Prosta 1", "city": "Warszawa", "state": "", "postalCode": "00-001", "country": "PL"
        },
        "comments": "We buy <b>lamps</b> & tables.", "language": "en-US", "acceptTerms": true
    })
}
