//! A store on each kind of database, and a sender.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use platform::Environment;
use serde_json::{Value, json};
use storefront::Settings;
use tables::{Location, Principal, Query, Store, jiff::Timestamp};
use tempfile::TempDir;
use tower::ServiceExt as _;

pub const PATH: &str = "/api/v1/onboarding-requests";
const ORIGIN: &str = "https://shop.example";

/// The store with its channel database, and its clock to be moved.
#[derive(Clone)]
pub struct Shop {
    pub store: Store,
    pub environment: Environment,
    router: Router,
    _folder: Arc<TempDir>,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Value,
    /// The body as it came.
    pub page: String,
}

/// A store that takes `per_minute` requests of a sender, on each kind of database.
pub async fn each_shop(per_minute: u32) -> Vec<Shop> {
    each_shop_with(|settings| settings.onboarding_requests_per_minute = per_minute).await
}

/// A store with these settings, on each kind of database.
pub async fn each_shop_with(change: impl Fn(&mut Settings)) -> Vec<Shop> {
    let mut settings = Settings {
        origin: ORIGIN.into(),
        name: "Alder & Finch".into(),
        company: "usmf".into(),
        terms: None,
        onboarding_requests_per_minute: 6_000,
        sign_ins_per_minute: 6_000,
    };
    change(&mut settings);
    let folder = TempDir::new().unwrap();
    let file = Location::Sqlite(folder.path().join("channel.db"));
    let mut shops = vec![open(folder, &file, settings.clone()).await];
    match std::env::var("TANDEM_TEST_POSTGRES") {
        Ok(url) => {
            let schema = format!("test_{}", Environment::system().ids.next().simple());
            shops.push(open(TempDir::new().unwrap(), &Location::Postgres { url, schema }, settings).await);
        }
        Err(_) => assert!(std::env::var("CI").as_deref() != Ok("true"), "set TANDEM_TEST_POSTGRES"),
    }
    shops
}

async fn open(folder: TempDir, location: &Location, settings: Settings) -> Shop {
    let at: Timestamp = "2026-11-21T10:00:00Z".parse().unwrap();
    let environment = Environment::frozen(at, 7);
    let store = Store::open(storefront::catalog(), location, environment.clone()).await.unwrap();
    let router = storefront::router(store.clone(), settings);
    Shop { store, environment, router, _folder: Arc::new(folder) }
}

/// A complete form.
pub fn form() -> Value {
    json!({
        "firstName": "Ola", "lastName": "Nowak", "email": "ola@nowak.example", "companyName": "Nowak Trading",
        "address": {"street": "Długa 1", "city": "Kraków", "postalCode": "31-146", "country": "PL"},
        "acceptTerms": true,
    })
}

/// The complete form with one field changed: `address.city` is within the address.
pub fn form_with(field: &str, value: impl Into<Value>) -> Value {
    let mut form = form();
    match field.split_once('.') {
        Some((outer, inner)) => form[outer][inner] = value.into(),
        None => form[field] = value.into(),
    }
    form
}

/// A form on its way.
pub fn post(body: impl Into<Body>) -> Request<Body> {
    let request = Request::post(PATH).header("content-type", "application/json");
    request.body(body.into()).unwrap()
}

pub fn with_header(mut request: Request<Body>, name: &'static str, value: &str) -> Request<Body> {
    request.headers_mut().append(name, value.parse().unwrap());
    request
}

pub fn from(mut request: Request<Body>, sender: &str) -> Request<Body> {
    let address: IpAddr = sender.parse().unwrap();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::new(address, 50_000)));
    request
}

impl Shop {
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        let page = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, body, page }
    }

    /// Sends all of them at once.
    pub async fn send_together(&self, requests: Vec<Request<Body>>) -> Vec<Answer> {
        let mut sending = tokio::task::JoinSet::new();
        for request in requests {
            let shop = self.clone();
            sending.spawn(async move { shop.send(request).await });
        }
        sending.join_all().await
    }

    /// How many rows the channel has in a table.
    pub async fn count(&self, table: &str) -> usize {
        let mut reader = self.store.read(&Principal::system()).await.unwrap();
        reader.page(&Query::of(table)).await.unwrap().rows.len()
    }

    pub async fn submit(&self, form: &Value) -> Answer {
        self.send(post(form.to_string())).await
    }

    /// What the link shows.
    pub async fn look(&self, status_url: &str) -> Answer {
        let path = status_url.strip_prefix(ORIGIN).unwrap_or(status_url);
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }
}

impl Answer {
    pub fn text(&self, member: &str) -> &str {
        self.body[member].as_str().unwrap_or_default()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    /// Field and code of each error.
    pub fn errors(&self) -> Vec<(String, String)> {
        let word = |error: &Value, member: &str| error[member].as_str().unwrap().to_owned();
        let errors = self.body["errors"].as_array().into_iter().flatten();
        errors.map(|error| (word(error, "field"), word(error, "code"))).collect()
    }
}
