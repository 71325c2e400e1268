//! A peer: one side's Web API, in this process or elsewhere. One client, one code path.

mod error;

pub use error::PeerError;

use std::convert::Infallible;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, Request, Response, StatusCode, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value as Json;
use tower::ServiceExt as _;
use tower::util::BoxCloneSyncService;
use uuid::Uuid;

use crate::capture::Dialect;
use crate::change::Changes;
use crate::{ORIGIN, RemoteSales, Row, Side};

/// Longest that one request may take.
const REQUEST_TIME_MAX: Duration = Duration::from_secs(30);
/// Largest answer that is read, in bytes.
const ANSWER_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Most changes of one read.
pub(crate) const CHANGES_MAX: u32 = 200;

/// What answers: a router in this process, or a connection to another host.
pub type Service = BoxCloneSyncService<Request<Body>, Response<Body>, Infallible>;

/// How a peer writes the key of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// `leads(id)`
    Dataverse,
    /// `CustomersV3(dataAreaId='usmf',ExternalRowId=id)`
    FinanceAndOperations {
        /// The company that dual-write works in.
        company: String,
    },
}

/// One side's Web API.
#[derive(Clone)]
pub struct Peer {
    side: Side,
    base: String,
    address: Address,
    service: Service,
    dialect: Dialect,
    /// Where it is, for one that is elsewhere.
    remote: Option<RemoteSales>,
}

/// A page of a table's changes.
#[derive(Debug)]
pub(crate) struct Delta {
    pub rows: Vec<Row>,
    /// The link to go on by, relative to the service.
    pub next: String,
    pub more: bool,
}

/// What became of a create.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Created {
    /// The row as it is now.
    New(Row),
    /// This id, or another key of the row, is there already.
    Exists,
}

impl Peer {
    /// The Web API at `base` (`/api/data/v9.2`, or `https://host/data`) behind `service`.
    #[must_use]
    pub fn new(side: Side, base: impl Into<String>, address: Address, service: Service) -> Self {
        Self { side, base: base.into(), address, service, dialect: Dialect::default(), remote: None }
    }

    /// The same, telling of changes in another dialect.
    #[must_use]
    pub fn speaking(mut self, dialect: Dialect) -> Self {
        self.dialect = dialect;
        self
    }

    /// The same, known to be elsewhere.
    pub(crate) fn at(mut self, remote: RemoteSales) -> Self {
        self.remote = Some(remote);
        self
    }

    /// SHA-256 of the certificate that it shows; nothing for one in this process.
    pub(crate) async fn fingerprint(&self) -> Result<Option<String>, PeerError> {
        match &self.remote {
            Some(remote) => remote.fingerprint().await.map_err(|words| self.unavailable(words)),
            None => Ok(None),
        }
    }

    pub(crate) fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The same, asking for rows of this company, where the side has companies.
    #[must_use]
    pub fn in_company(mut self, company: &str) -> Self {
        if let Address::FinanceAndOperations { company: known } = &mut self.address {
            company.clone_into(known);
        }
        self
    }

    /// Where it is.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Which side this is.
    #[must_use]
    pub fn side(&self) -> Side {
        self.side
    }

    /// Changes of these sets after `token`. The side keeps them until they are asked for.
    pub(crate) async fn changes(&self, sets: &[String], token: &str) -> Result<Changes, PeerError> {
        let sets = Json::from(sets.to_vec()).to_string();
        let path = format!(
            "RetrieveChanges(Tables=@p1,Token=@p2,Keep=true)?@p1={}&@p2={}&$top={CHANGES_MAX}",
            encode(&sets),
            encode(&format!("'{token}'"))
        );
        let json = self.send(Method::GET, &path, &[], None).await?;
        serde_json::from_value(json)
            .map_err(|error| self.unavailable(format!("its change feed cannot be read: {error}")))
    }

    /// Rows of a set since `token`, or all of them, and where to go on.
    pub(crate) async fn delta(&self, set: &str, token: Option<&str>, page: u32) -> Result<Delta, PeerError> {
        let size = format!("odata.maxpagesize={page}");
        let mut headers = vec![("prefer", size.as_str())];
        if token.is_none() {
            headers.push(("prefer", "odata.track-changes"));
        }
        let json = self.send(Method::GET, token.unwrap_or(set), &headers, None).await?;
        let link = |name: &str| json.get(name).and_then(Json::as_str);
        let (link, more) = match (link("@odata.nextLink"), link("@odata.deltaLink")) {
            (Some(next), _) => (next, true),
            (None, Some(delta)) => (delta, false),
            (None, None) => return Err(self.unavailable(format!("{set} does not track changes"))),
        };
        Ok(Delta { next: self.relative(set, link)?, rows: rows_of(&json), more })
    }

    /// Rows of a set, of all companies, and the page that follows; `page` is one of those.
    pub(crate) async fn page(
        &self,
        set: &str,
        page: Option<&str>,
        size: u32,
    ) -> Result<(Vec<Row>, Option<String>), PeerError> {
        let first = match self.address {
            Address::Dataverse => set.to_owned(),
            Address::FinanceAndOperations { .. } => format!("{set}?cross-company=true"),
        };
        let size = format!("odata.maxpagesize={size}");
        let json = self.send(Method::GET, page.unwrap_or(&first), &[("prefer", &size)], None).await?;
        let next = json.get("@odata.nextLink").and_then(Json::as_str);
        let next = next.map(|link| self.relative(set, link)).transpose()?;
        Ok((rows_of(&json), next))
    }

    /// A link relative to the service, whatever host the peer thinks it has.
    fn relative(&self, set: &str, link: &str) -> Result<String, PeerError> {
        let relative = link.rsplit_once(&format!("/{set}?")).map(|(_, query)| format!("{set}?{query}"));
        relative.ok_or_else(|| self.unavailable(format!("{set} gave a link elsewhere: {link}")))
    }

    /// One row; nothing when it is not there.
    pub(crate) async fn read(&self, set: &str, id: Uuid) -> Result<Option<Row>, PeerError> {
        match self.send(Method::GET, &self.row(set, id), &[], None).await {
            Ok(Json::Object(row)) => Ok(Some(row)),
            Ok(_) => Ok(None),
            Err(error) if error.status() == Some(404) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Rows with these values, at most two: to tell one from several.
    pub(crate) async fn find(&self, set: &str, values: &[(&str, &Json)]) -> Result<Vec<Row>, PeerError> {
        let terms = values.iter().map(|(column, value)| match value {
            Json::String(text) => format!("{column} eq {}", quoted(text)),
            other => format!("{column} eq {other}"),
        });
        let filter = terms.collect::<Vec<_>>().join(" and ");
        self.rows(&format!("{set}?$filter={}&$top=2", encode(&filter))).await
    }

    /// Makes a row with an id that we chose. Done twice, the second answer is [`Created::Exists`].
    pub(crate) async fn create(&self, set: &str, id: Uuid, values: &Row) -> Result<Created, PeerError> {
        let headers = [("if-none-match", "*"), ("prefer", "return=representation")];
        match self.send(Method::PATCH, &self.row(set, id), &headers, Some(values)).await {
            Ok(Json::Object(row)) => Ok(Created::New(row)),
            Ok(_) => Ok(self.read(set, id).await?.map_or(Created::Exists, Created::New)),
            Err(error) if error.status() == Some(412) => Ok(Created::Exists),
            Err(error) => Err(error),
        }
    }

    /// Changes a row and answers how it is then; nothing when it is not there. With `etag` only if
    /// it is still that version.
    pub(crate) async fn update(
        &self,
        set: &str,
        id: Uuid,
        values: &Row,
        etag: Option<&str>,
    ) -> Result<Option<Row>, PeerError> {
        let headers = [("if-match", etag.unwrap_or("*")), ("prefer", "return=representation")];
        match self.send(Method::PATCH, &self.row(set, id), &headers, Some(values)).await {
            Ok(Json::Object(row)) => Ok(Some(row)),
            Ok(_) => self.read(set, id).await,
            Err(error) if error.status() == Some(404) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Calls an action on a row.
    pub(crate) async fn command(
        &self,
        set: &str,
        id: Uuid,
        action: &str,
        parameters: &Row,
    ) -> Result<(), PeerError> {
        let path = format!("{}/{action}", self.row(set, id));
        self.send(Method::POST, &path, &[], Some(parameters)).await.map(|_| ())
    }

    /// Writes to a row (PATCH) or calls an action (POST) at `path`.
    pub(crate) async fn step(&self, path: &str, action: bool, body: &Row) -> Result<(), PeerError> {
        let (method, headers) =
            if action { (Method::POST, &[][..]) } else { (Method::PATCH, &[("if-match", "*")][..]) };
        self.send(method, path, headers, Some(body)).await.map(|_| ())
    }

    /// What there is at `path`.
    pub(crate) async fn get(&self, path: &str) -> Result<Json, PeerError> {
        self.send(Method::GET, path, &[], None).await
    }

    /// What there is at `path`; nothing where there is nothing.
    pub(crate) async fn try_get(&self, path: &str) -> Result<Option<Json>, PeerError> {
        match self.get(path).await {
            Ok(json) => Ok(Some(json)),
            Err(error) if error.status() == Some(404) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The rows at `path`, which has a query already.
    pub(crate) async fn rows(&self, path: &str) -> Result<Vec<Row>, PeerError> {
        Ok(rows_of(&self.get(path).await?))
    }

    /// Makes something whose id the peer chooses.
    pub(crate) async fn post(&self, path: &str, body: &Row) -> Result<(), PeerError> {
        self.send(Method::POST, path, &[], Some(body)).await.map(|_| ())
    }

    /// Removes what is at `path`; that nothing is there is as good.
    pub(crate) async fn delete(&self, path: &str) -> Result<(), PeerError> {
        match self.send(Method::DELETE, path, &[], None).await {
            Err(error) if error.status() != Some(404) => Err(error),
            _ => Ok(()),
        }
    }

    /// Whether it answers at all, told by reading something of `set` that has nothing to do with
    /// the request that failed.
    pub(crate) async fn answers(&self, set: &str) -> bool {
        !matches!(
            self.send(Method::GET, &format!("{set}?$top=1"), &[], None).await,
            Err(PeerError::Unavailable { .. })
        )
    }

    fn row(&self, set: &str, id: Uuid) -> String {
        match &self.address {
            Address::Dataverse => format!("{set}({id})"),
            Address::FinanceAndOperations { company } => {
                let company = encode(&company.replace('\'', "''"));
                format!("{set}(dataAreaId='{company}',ExternalRowId={id})")
            }
        }
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&Row>,
    ) -> Result<Json, PeerError> {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}/{path}", self.base))
            .header(header::ACCEPT, "application/json")
            .header("odata-version", "4.0")
            .header("prefer", "odata.include-annotations=\"Microsoft.Dynamics.CRM.lookuplogicalname\"")
            .header("x-tandem-origin", ORIGIN);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = match body {
            Some(row) => {
                request = request.header(header::CONTENT_TYPE, "application/json");
                Body::from(Json::Object(row.clone()).to_string())
            }
            None => Body::empty(),
        };
        let request = request.body(body).map_err(|error| self.unavailable(error.to_string()))?;
        let answer = async {
            let response = match self.service.clone().oneshot(request).await {
                Ok(response) => response,
                Err(never) => match never {},
            };
            let status = response.status();
            let retry_after =
                response.headers().get(header::RETRY_AFTER).and_then(|value| value.to_str().ok());
            let retry_after =
                retry_after.and_then(|value| value.trim().parse().ok()).map(Duration::from_secs);
            let bytes = axum::body::to_bytes(response.into_body(), ANSWER_BYTES_MAX).await;
            bytes
                .map(|bytes| (status, retry_after, bytes))
                .map_err(|error| self.unavailable(error.to_string()))
        };
        let Ok(answered) = tokio::time::timeout(REQUEST_TIME_MAX, answer).await else {
            return Err(self.unavailable(format!("no answer within {} s", REQUEST_TIME_MAX.as_secs())));
        };
        let (status, retry_after, bytes) = answered?;
        let json = serde_json::from_slice(&bytes).unwrap_or(Json::Null);
        if status.is_success() { Ok(json) } else { Err(self.error(status, retry_after, &json)) }
    }

    fn error(&self, status: StatusCode, retry_after: Option<Duration>, json: &Json) -> PeerError {
        let message = json.pointer("/error/message").and_then(Json::as_str);
        let message =
            message.unwrap_or_else(|| status.canonical_reason().unwrap_or("no reason given")).to_owned();
        let passing = status.is_server_error()
            || [StatusCode::TOO_MANY_REQUESTS, StatusCode::UNAUTHORIZED, StatusCode::REQUEST_TIMEOUT]
                .contains(&status);
        if passing && status != StatusCode::NOT_IMPLEMENTED {
            return PeerError::Unavailable { side: self.side, message, retry_after };
        }
        let code = json.pointer("/error/code").and_then(Json::as_str).unwrap_or_default().to_owned();
        PeerError::Refused { side: self.side, status: status.as_u16(), code, message }
    }

    fn unavailable(&self, message: String) -> PeerError {
        PeerError::Unavailable { side: self.side, message, retry_after: None }
    }
}

/// The rows of an answer.
fn rows_of(json: &Json) -> Vec<Row> {
    let rows = json.get("value").and_then(Json::as_array).cloned().unwrap_or_default();
    rows.into_iter().filter_map(|row| if let Json::Object(row) = row { Some(row) } else { None }).collect()
}

/// A text as OData writes it.
pub(crate) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

pub(crate) fn encode(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}
