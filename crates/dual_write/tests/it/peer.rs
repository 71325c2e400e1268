//! A peer that holds rows in memory: `RetrieveChanges`, reads, `$filter` by equality, PATCH with
//! its conditions, and commands. It can be told to refuse, and to have rules of its own.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, Response, StatusCode};
use dual_write::{Address, Peer, Row, Service, Side};
use percent_encoding::percent_decode_str;
use serde_json::{Value as Json, json};
use tower::service_fn;
use tower::util::BoxCloneSyncService;
use uuid::Uuid;

/// What a peer does to a row on its way in, or the status and words it refuses with.
pub type Rule = fn(&str, &mut Row, bool) -> Result<(), (u16, &'static str)>;

#[derive(Default)]
struct State {
    rows: BTreeMap<(String, Uuid), Row>,
    log: Vec<Json>,
    commands: Vec<(String, Json)>,
    version: i64,
    refusal: Option<(u16, &'static str)>,
    failures: Vec<Failure>,
}

/// Requests whose method and path contain `part` fail, so many times.
#[derive(Clone, Copy)]
pub struct Failure {
    pub part: &'static str,
    pub status: u16,
    pub times: usize,
    pub retry_after: Option<&'static str>,
}

#[derive(Clone)]
pub struct Fake {
    side: Side,
    keys: &'static [(&'static str, &'static str)],
    rule: Rule,
    state: Arc<Mutex<State>>,
}

fn answer(status: u16, body: Json) -> Response<Body> {
    let mut response =
        Response::new(Body::from(if status == 204 { String::new() } else { body.to_string() }));
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    response
}

fn refusal(status: u16, message: &str) -> Response<Body> {
    answer(status, json!({ "error": { "code": "x", "message": message } }))
}

impl Fake {
    /// `keys`: set and column whose values may stand only once.
    pub fn new(side: Side, keys: &'static [(&'static str, &'static str)], rule: Rule) -> Self {
        Self { side, keys, rule, state: Arc::default() }
    }

    pub fn peer(&self) -> Peer {
        let fake = self.clone();
        let service: Service = BoxCloneSyncService::new(service_fn(move |request: Request<Body>| {
            let fake = fake.clone();
            async move { Ok(fake.handle(request).await) }
        }));
        let address = match self.side {
            Side::Headquarters => Address::FinanceAndOperations { company: "usmf".into() },
            Side::Sales => Address::Dataverse,
        };
        Peer::new(self.side, "/api", address, service)
    }

    /// A user writes a row.
    pub fn write(&self, set: &str, id: Uuid, values: Json) {
        self.put(set, id, values.as_object().unwrap().clone(), "user").unwrap();
    }

    /// A row from before the change log begins.
    pub fn write_unlogged(&self, set: &str, id: Uuid, values: Json) {
        self.write(set, id, values);
        self.state.lock().unwrap().log.pop();
    }

    pub fn row(&self, set: &str, id: Uuid) -> Option<Row> {
        self.state.lock().unwrap().rows.get(&(set.to_owned(), id)).cloned()
    }

    pub fn rows(&self, set: &str) -> Vec<Row> {
        let state = self.state.lock().unwrap();
        state.rows.iter().filter(|((known, _), _)| known == set).map(|(_, row)| row.clone()).collect()
    }

    pub fn remove(&self, set: &str, id: Uuid) {
        self.state.lock().unwrap().rows.remove(&(set.to_owned(), id));
    }

    pub fn commands(&self) -> Vec<(String, Json)> {
        self.state.lock().unwrap().commands.clone()
    }

    /// From now on every update of a row is answered so; `None`: as usual.
    pub fn refuse_updates(&self, refusal: Option<(u16, &'static str)>) {
        self.state.lock().unwrap().refusal = refusal;
    }

    /// From now on some requests fail.
    pub fn fail(&self, failure: Failure) {
        self.state.lock().unwrap().failures.push(failure);
    }

    /// What a request fails with, if it does.
    fn failure(&self, request: &str) -> Option<Failure> {
        let mut state = self.state.lock().unwrap();
        let fails = |failure: &&mut Failure| failure.times > 0 && request.contains(failure.part);
        let failure = state.failures.iter_mut().find(fails)?;
        failure.times -= 1;
        Some(*failure)
    }

    fn put(&self, set: &str, id: Uuid, given: Row, origin: &str) -> Result<bool, (u16, &'static str)> {
        let mut state = self.state.lock().unwrap();
        let before = state.rows.get(&(set.to_owned(), id)).cloned();
        let mut row = before.clone().unwrap_or_default();
        for (name, value) in given {
            match name.strip_suffix("@odata.bind") {
                Some(lookup) => {
                    let column = lookup.split('_').next().unwrap();
                    let target =
                        value.as_str().and_then(|path| path.split(['(', ')']).nth(1)).map(Json::from);
                    row.insert(format!("_{column}_value"), target.unwrap_or(Json::Null));
                }
                None => drop(row.insert(name, value)),
            }
        }
        (self.rule)(set, &mut row, before.is_none())?;
        for (of, column) in self.keys.iter().filter(|(of, _)| *of == set) {
            let taken = state.rows.iter().any(|((known, other), there)| {
                known == of
                    && *other != id
                    && !row.get(*column).unwrap_or(&Json::Null).is_null()
                    && there.get(*column) == row.get(*column)
            });
            if taken {
                return Err((412, "another row has this key"));
            }
        }
        let id_column = match (self.side, set) {
            (Side::Headquarters, _) => "ExternalRowId".to_owned(),
            (Side::Sales, "opportunities") => "opportunityid".to_owned(),
            (Side::Sales, set) => format!("{}id", set.trim_end_matches('s')),
        };
        row.insert(id_column, json!(id));
        let old = before.clone().unwrap_or_default();
        let changed: Vec<&String> =
            row.keys().filter(|key| !key.starts_with('@') && old.get(*key) != row.get(*key)).collect();
        if changed.is_empty() {
            return Ok(before.is_none());
        }
        let changed = json!(changed);
        state.version += 1;
        let version = state.version;
        row.insert("@odata.etag".into(), json!(format!("W/\"{version}\"")));
        state.rows.insert((set.to_owned(), id), row);
        state.log.push(json!({
            "Transaction": version, "Sequence": version, "Set": set, "Id": id, "Version": version,
            "Operation": if before.is_none() { "Create" } else { "Update" }, "Changed": changed, "Before": {},
            "UserId": Uuid::from_u128(77), "Origin": origin,
        }));
        Ok(before.is_none())
    }

    async fn handle(&self, request: Request<Body>) -> Response<Body> {
        let uri = request.uri().to_string();
        let decoded = percent_decode_str(uri.trim_start_matches("/api/")).decode_utf8().unwrap().into_owned();
        let method = request.method().clone();
        if let Some(failure) = self.failure(&format!("{method} {decoded}")) {
            let mut response = refusal(failure.status, "it fails, as a test wants it");
            if let Some(seconds) = failure.retry_after {
                response.headers_mut().insert("retry-after", seconds.parse().unwrap());
            }
            return response;
        }
        let headers = request.headers().clone();
        let header =
            move |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let (if_match, if_none_match) = (header("if-match"), header("if-none-match"));
        let bytes = to_bytes(request.into_body(), 1 << 20).await.unwrap();
        let body: Json = serde_json::from_slice(&bytes).unwrap_or(Json::Null);
        if decoded.starts_with("RetrieveChanges") {
            return self.changes(&decoded);
        }
        if let Some(set) = decoded.strip_suffix("?$top=1") {
            return answer(200, json!({ "value": self.rows(set).into_iter().take(1).collect::<Vec<_>>() }));
        }
        if let Some((set, filter)) = decoded.split_once("?$filter=") {
            return self.find(set, filter.split("&$top").next().unwrap());
        }
        let (set, rest) = decoded.split_once('(').unwrap();
        let (key, action) = rest.split_once(')').unwrap();
        let id: Uuid = key.rsplit('=').next().unwrap().parse().unwrap();
        let there = self.row(set, id);
        match (method, there) {
            (Method::GET, Some(row)) => answer(200, Json::Object(row)),
            (Method::GET, None) => refusal(404, "no such row"),
            (Method::PATCH, there) => {
                if if_none_match.is_some() && there.is_some() {
                    return refusal(412, "the row is there");
                }
                if let Some(expected) = if_match {
                    let Some(row) = there else { return refusal(404, "no such row") };
                    if expected != "*" && row["@odata.etag"] != expected.as_str() {
                        return refusal(412, "the row was changed");
                    }
                    if let Some((status, words)) = self.state.lock().unwrap().refusal {
                        return refusal(status, words);
                    }
                }
                match self.put(set, id, body.as_object().unwrap().clone(), "dual-write") {
                    Ok(_) => answer(204, Json::Null),
                    Err((status, words)) => refusal(status, words),
                }
            }
            (_, Some(_)) => {
                let mut state = self.state.lock().unwrap();
                state.commands.push((action.trim_start_matches('/').to_owned(), body));
                answer(204, Json::Null)
            }
            (_, None) => refusal(404, "no such row"),
        }
    }

    fn changes(&self, query: &str) -> Response<Body> {
        let state = self.state.lock().unwrap();
        let token = query.split("@p2='").nth(1).and_then(|rest| rest.split('\'').next()).unwrap();
        let after: i64 = token.split('.').nth(1).unwrap().parse().unwrap();
        let sets = query.split("@p1=").nth(1).and_then(|rest| rest.split('&').next()).unwrap();
        let row = |entry: &Json| {
            let id: Uuid = serde_json::from_value(entry["Id"].clone()).unwrap();
            state.rows.get(&(entry["Set"].as_str().unwrap().to_owned(), id)).cloned()
        };
        let found = state.log.iter().filter(|entry| entry["Sequence"].as_i64().unwrap() > after);
        let found = found.filter(|entry| sets.contains(&entry["Set"].to_string())).map(|entry| {
            let mut entry = entry.clone();
            entry["Row"] = row(&entry).map_or(Json::Null, Json::Object);
            entry
        });
        let value: Vec<Json> = found.collect();
        let token = format!("{0}.{0}", state.version);
        answer(200, json!({ "value": value, "Token": token, "More": false }))
    }

    fn find(&self, set: &str, filter: &str) -> Response<Body> {
        let holds = |row: &Row| {
            filter.split(" and ").all(|term| {
                let (column, value) = term.split_once(" eq ").unwrap();
                row.get(column).is_some_and(|given| match given {
                    Json::String(text) => value.trim_matches('\'') == text,
                    other => value.parse::<Json>().is_ok_and(|value| value == *other),
                })
            })
        };
        answer(200, json!({ "value": self.rows(set).into_iter().filter(holds).collect::<Vec<_>>() }))
    }
}
