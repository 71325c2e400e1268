//! A store on each database with users, an authority, and a service of each convention.

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use http_body_util::BodyExt as _;
use platform::credentials;
use platform::{Clock, Environment};
use serde_json::Value as Json;
use tables::security::{BusinessUnit, Role, SystemUser};
use tables::testing::{Place, places};
use tables::uuid::Uuid;
use tables::{Context, Privilege, Reference, Store, Tx};
use tower::ServiceExt as _;
use web_api::{Api, Authority, Convention, with_authority};

use crate::{actions, fixture};

pub const ROOT: &str = "http://crm.test/api/data/v9.2";
pub const SECRET: &str = "demo-secret";

static CREDENTIAL: LazyLock<String> = LazyLock::new(|| credentials::hash(SECRET, [1; 16]).unwrap());

pub struct World {
    pub store: Store,
    pub clock: Clock,
    pub router: Router,
    pub unit: Uuid,
    pub users: Users,
    token: String,
    _place: Place,
}

/// Ids of users.
#[derive(Clone, Copy)]
pub struct Users {
    /// `demo-app`: may do everything.
    pub administrator: Uuid,
    /// `seller-app`: reads and writes its own leads, makes accounts and reads none.
    pub seller: Uuid,
    /// `gone-app`: disabled.
    pub disabled: Uuid,
}

pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    /// The body, where it is JSON.
    pub json: Json,
    pub text: String,
}

/// One world on each database.
pub async fn worlds() -> Vec<World> {
    let mut worlds = Vec::new();
    for place in places() {
        worlds.push(World::open(place, 60).await);
    }
    worlds
}

impl World {
    pub async fn open(place: Place, token_requests_per_minute: u32) -> Self {
        // Worlds have different keys, so that each is a stranger to the other's tokens.
        let random = if matches!(place, Place::Sqlite(_)) { 1 } else { 2 };
        let environment = Environment::frozen("2026-11-20T09:30:00.987654Z".parse().unwrap(), random);
        let clock = environment.clock.clone();
        let store = place.open("sales", with_authority(fixture::catalog()), environment).await;
        let (unit, users) = store.write(Context::system(), (), |tx, ()| Box::pin(seed(tx))).await.unwrap();
        let authority = Authority::open_with_limit(store.clone(), token_requests_per_minute).await.unwrap();
        let authority = Arc::new(authority);
        let sales = Api::new(store.clone(), Convention::Dataverse, Arc::clone(&authority)).expose(&[
            "account",
            "lead",
            "team",
            "systemuser",
        ]);
        let sales = actions::add(sales).collection("account", "customer_leads", "lead", "customerid");
        let headquarters = Api::new(store.clone(), Convention::FinanceAndOperations, Arc::clone(&authority))
            .expose(&["customer", "systemuser"])
            .default_company("usmf");
        let headquarters = actions::add_finance(headquarters);
        let router = Router::new()
            .nest_service("/api/data/v9.2", sales.clone().router())
            .nest("/api/data/v9.0", sales.router())
            .nest("/data", headquarters.router())
            .merge(authority.router());
        let mut world = Self { store, clock, router, unit, users, token: String::new(), _place: place };
        world.token = world.token_of("demo-app").await;
        world
    }

    /// A token of this application.
    pub async fn token_of(&self, application: &str) -> String {
        let form = format!("grant_type=client_credentials&client_id={application}&client_secret={SECRET}");
        let answer = self.ask_token(&form, &[]).await;
        assert_eq!(answer.status, 200, "{}", answer.json);
        answer.json["access_token"].as_str().unwrap().to_owned()
    }

    pub async fn ask_token(&self, form: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::post("/oauth2/v2.0/token")
            .header("host", "crm.test")
            .header("content-type", "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let is_json = |value: &axum::http::HeaderValue| value.as_bytes().starts_with(b"application/json");
        let json = match parts.headers.get("content-type").is_some_and(is_json) && !bytes.is_empty() {
            true => serde_json::from_slice(&bytes).unwrap(),
            false => Json::Null,
        };
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        Answer { status: parts.status.as_u16(), headers: parts.headers, json, text }
    }

    /// A request with the administrator's token, unless another `authorization` is given.
    pub async fn call(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Json>,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header("host", "crm.test");
        if !headers.iter().any(|(name, _)| *name == "authorization") {
            request = request.header("authorization", format!("Bearer {}", self.token));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = match body {
            Some(json) => {
                request = request.header("content-type", "application/json; charset=utf-8");
                Body::from(json.to_string())
            }
            None => Body::empty(),
        };
        self.send(request.body(body).unwrap()).await
    }

    /// A batch to Sales.
    pub async fn batch(&self, content_type: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = Request::post("/api/data/v9.2/$batch")
            .header("host", "crm.test")
            .header("content-type", content_type)
            .header("authorization", format!("Bearer {}", self.token));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(body.to_owned())).unwrap()).await
    }

    /// `GET` below the root of Sales.
    pub async fn get(&self, path: &str) -> Answer {
        self.call("GET", &format!("/api/data/v9.2/{path}"), &[], None).await
    }

    /// `POST` below the root of Sales.
    pub async fn post(&self, path: &str, body: Json) -> Answer {
        self.call("POST", &format!("/api/data/v9.2/{path}"), &[], Some(body)).await
    }

    /// `PATCH` below the root of Sales.
    pub async fn patch(&self, path: &str, headers: &[(&str, &str)], body: Json) -> Answer {
        self.call("PATCH", &format!("/api/data/v9.2/{path}"), headers, Some(body)).await
    }

    /// Makes a lead and gives its id.
    pub async fn lead(&self, body: Json) -> String {
        let answer = self.post("leads", body).await;
        answer.expect(204);
        answer.id()
    }

    /// Makes an account and gives its id.
    pub async fn account(&self, body: Json) -> String {
        let answer = self.post("accounts", body).await;
        answer.expect(204);
        answer.id()
    }
}

impl Answer {
    #[track_caller]
    pub fn expect(&self, status: u16) -> &Json {
        assert_eq!(self.status, status, "{}", self.text);
        &self.json
    }

    /// An error of this status and code that says all these words.
    #[track_caller]
    pub fn refuses(&self, status: u16, code: &str, words: &[&str]) {
        let error = &self.expect(status)["error"];
        assert_eq!(error["code"], code, "{error}");
        let message = error["message"].as_str().unwrap();
        for word in words {
            assert!(message.contains(word), "{word:?} is missing in {message:?}");
        }
        assert!(self.header("content-type").starts_with("application/json"));
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The id in `OData-EntityId`.
    pub fn id(&self) -> String {
        let url = self.header("odata-entityid");
        let (_, key) = url.rsplit_once('(').unwrap();
        key.trim_end_matches(')').to_owned()
    }

    /// One property of each row.
    pub fn column(&self, name: &str) -> Vec<&str> {
        self.json["value"].as_array().unwrap().iter().map(|row| row[name].as_str().unwrap()).collect()
    }
}

async fn seed(tx: &mut Tx) -> tables::Result<(Uuid, Users)> {
    let unit = tx.new_id();
    let name = "root".to_owned();
    tx.insert(&BusinessUnit { businessunitid: unit, name, parentbusinessunitid: None }).await?;
    let administrator = user(tx, unit, "demo-app", false).await?;
    let seller = user(tx, unit, "seller-app", false).await?;
    let disabled = user(tx, unit, "gone-app", true).await?;
    let everything = [("*", Privilege::ALL.as_slice(), depth(4))];
    Role::grant(tx, "administrator", &everything, &Reference::new("systemuser", administrator)).await?;
    let own = [Privilege::Create, Privilege::Read, Privilege::Write];
    let seller_rights = [("lead", own.as_slice(), depth(1)), ("account", &[Privilege::Create], depth(1))];
    Role::grant(tx, "seller", &seller_rights, &Reference::new("systemuser", seller)).await?;
    Ok((unit, Users { administrator, seller, disabled }))
}

/// A depth by its stored number; `tables` does not export the type's name.
fn depth<D: tables::ColumnValue>(number: i32) -> D {
    D::from_value(&tables::Value::Choice(number)).unwrap()
}

async fn user(tx: &mut Tx, unit: Uuid, application: &str, disabled: bool) -> tables::Result<Uuid> {
    let row = SystemUser {
        systemuserid: tx.new_id(),
        fullname: application.into(),
        internalemailaddress: None,
        applicationid: Some(application.into()),
        credential: Some(CREDENTIAL.clone()),
        businessunitid: unit,
        isdisabled: disabled,
    };
    tx.insert(&row).await?;
    Ok(row.systemuserid)
}
