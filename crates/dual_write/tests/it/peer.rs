//! A peer that holds rows in memory: `RetrieveChanges`, reads, `$filter` by equality, PATCH with
//! its conditions, and commands. Its behaviour is handed in: rules of its own, what commands do,
//! and what the network does to a request.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, Response, StatusCode};
use dual_write::{Address, Dialect, Peer, Row, Service, Side};
use percent_encoding::percent_decode_str;
use serde_json::{Value as Json, json};
use tower::service_fn;
use tower::util::BoxCloneSyncService;
use uuid::Uuid;

/// The status and words of a refusal.
pub type Refusal = (u16, &'static str);

/// All rows by set and id.
pub type Rows = BTreeMap<(String, Uuid), Row>;

/// What makes one side different from the other.
pub trait Behaviour: Send + Sync {
    /// Sets and the columns whose values together may stand only once.
    fn keys(&self) -> &'static [(&'static str, &'static [&'static str])];

    /// What is done to a row on its way in.
    fn write(&self, rows: &Rows, set: &str, row: &mut Row, before: Option<&Row>) -> Result<(), Refusal>;

    /// What a command does. Without a set it is bound to nothing.
    fn command(&self, _: &mut Inside<'_>, _: Option<(&str, Uuid)>, _: &str, _: &Json) -> Result<(), Refusal> {
        Ok(())
    }

    /// What the network does to a request; people may do something at the same moment.
    fn network(&self, _request: &str) -> Network {
        Network::Deliver
    }
}

/// What becomes of a request on its way.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Network {
    Deliver,
    /// Answered so without having been carried out.
    Fail(u16, Option<&'static str>),
    /// Carried out, and answered so.
    LoseAnswer(u16),
}

#[derive(Default)]
pub struct State {
    pub rows: Rows,
    log: Vec<Json>,
    commands: Vec<(String, Json)>,
    version: i64,
    /// What the log was trimmed up to.
    trimmed: i64,
}

#[derive(Clone)]
pub struct Fake {
    side: Side,
    behaviour: Arc<dyn Behaviour>,
    dialect: Dialect,
    state: Arc<Mutex<State>>,
}

/// A peer's rows in the middle of a write or command.
pub struct Inside<'a> {
    pub state: &'a mut State,
    side: Side,
    behaviour: &'a dyn Behaviour,
}

pub fn answer(status: u16, body: Json) -> Response<Body> {
    let mut response =
        Response::new(Body::from(if status == 204 { String::new() } else { body.to_string() }));
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    response
}

fn refusal((status, message): Refusal) -> Response<Body> {
    answer(status, json!({ "error": { "code": message, "message": message } }))
}

impl Inside<'_> {
    pub fn row(&self, set: &str, id: Uuid) -> Option<&Row> {
        self.state.rows.get(&(set.to_owned(), id))
    }

    /// Writes a row through the side's rules.
    pub fn put(&mut self, set: &str, id: Uuid, given: Row, origin: &str) -> Result<(), Refusal> {
        let before = self.row(set, id).cloned();
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
        self.behaviour.write(&self.state.rows, set, &mut row, before.as_ref())?;
        for (_, columns) in self.behaviour.keys().iter().filter(|(of, _)| *of == set) {
            let key = |row: &Row| columns.iter().map(|column| row.get(*column).cloned()).collect::<Vec<_>>();
            let own = key(&row);
            let set_at_all = own.iter().all(|value| value.as_ref().is_some_and(|value| !value.is_null()));
            let is_other = |(known, other): &(String, Uuid)| known == set && *other != id;
            let mut others = self.state.rows.iter().filter(|(place, _)| is_other(place));
            if set_at_all && others.any(|(_, there)| key(there) == own) {
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
        let differs = |key: &&String| !key.starts_with('@') && old.get(*key) != row.get(*key);
        let changed: Vec<&String> = row.keys().filter(differs).collect();
        if changed.is_empty() {
            return Ok(());
        }
        let changed = json!(changed);
        self.state.version += 1;
        let version = self.state.version;
        row.insert("@odata.etag".into(), json!(format!("W/\"{version}\"")));
        self.state.rows.insert((set.to_owned(), id), row);
        self.state.log.push(json!({
            "Transaction": version, "Sequence": version, "Set": set, "Id": id, "Version": version,
            "Operation": if before.is_none() { "Create" } else { "Update" }, "Changed": changed, "Before": {},
            "UserId": Uuid::from_u128(77), "Origin": origin,
        }));
        Ok(())
    }
}

impl Fake {
    pub fn new(side: Side, behaviour: Arc<dyn Behaviour>) -> Self {
        Self { side, behaviour, dialect: Dialect::Tandem, state: Arc::default() }
    }

    /// The same, telling of changes in this dialect.
    pub fn speaking(self, dialect: Dialect) -> Self {
        Self { dialect, ..self }
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
        Peer::new(self.side, "/api", address, service).speaking(self.dialect)
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// Does something to the rows as one transaction.
    pub fn inside<T>(&self, work: impl FnOnce(&mut Inside<'_>) -> T) -> T {
        let mut state = self.state();
        work(&mut Inside { state: &mut state, side: self.side, behaviour: &*self.behaviour })
    }

    /// A user writes a row.
    pub fn try_write(&self, set: &str, id: Uuid, values: Json) -> Result<(), Refusal> {
        self.inside(|inside| inside.put(set, id, values.as_object().unwrap().clone(), "user"))
    }

    pub fn row(&self, set: &str, id: Uuid) -> Option<Row> {
        self.state().rows.get(&(set.to_owned(), id)).cloned()
    }

    pub fn rows(&self, set: &str) -> Vec<Row> {
        self.state().rows.iter().filter(|((known, _), _)| known == set).map(|(_, row)| row.clone()).collect()
    }

    /// A user calls a command.
    pub fn try_command(&self, row: Option<(&str, Uuid)>, action: &str, body: Json) -> Result<(), Refusal> {
        self.inside(|inside| inside.behaviour.command(inside, row, action, &body))
    }

    async fn handle(&self, request: Request<Body>) -> Response<Body> {
        let uri = request.uri().to_string();
        let decoded = percent_decode_str(uri.trim_start_matches("/api/")).decode_utf8().unwrap().into_owned();
        let network = self.behaviour.network(&format!("{} {decoded}", request.method()));
        if let Network::Fail(status, retry_after) = network {
            let mut response = refusal((status, "the network fails"));
            if let Some(seconds) = retry_after {
                response.headers_mut().insert("retry-after", seconds.parse().unwrap());
            }
            return response;
        }
        let response = self.serve(request, &decoded).await;
        match network {
            Network::LoseAnswer(status) => refusal((status, "the answer was lost")),
            _ => response,
        }
    }

    async fn serve(&self, request: Request<Body>, path: &str) -> Response<Body> {
        let method = request.method().clone();
        let headers = request.headers().clone();
        let represented = headers.get_all("prefer").iter().any(|prefer| prefer == "return=representation");
        let header =
            move |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let (if_match, if_none_match) = (header("if-match"), header("if-none-match"));
        let bytes = to_bytes(request.into_body(), 1 << 20).await.unwrap();
        let body: Json = serde_json::from_slice(&bytes).unwrap_or(Json::Null);
        if path.starts_with("RetrieveChanges") {
            return self.changes(path);
        }
        if let Some(set) = path.strip_suffix("?$top=1") {
            return answer(200, json!({ "value": self.rows(set).into_iter().take(1).collect::<Vec<_>>() }));
        }
        if let Some((set, filter)) = path.split_once("?$filter=") {
            return self.find(set, filter.split("&$top").next().unwrap());
        }
        if method == Method::GET && !path.contains('(') {
            return self.delta(path);
        }
        let Some((set, rest)) = path.split_once('(') else { return self.command(None, path, body) };
        let (key, action) = rest.split_once(')').unwrap();
        let Ok(id) = key.rsplit('=').next().unwrap().parse::<Uuid>() else {
            return refusal((404, "no such function"));
        };
        let there = self.row(set, id);
        match (method, there) {
            (Method::GET, Some(row)) => answer(200, Json::Object(row)),
            (Method::GET, None) => refusal((404, "no such row")),
            (Method::PATCH, there) => {
                if if_none_match.is_some() && there.is_some() {
                    return refusal((412, "the row is there"));
                }
                if let Some(expected) = if_match {
                    let Some(row) = there else { return refusal((404, "no such row")) };
                    if expected != "*" && row["@odata.etag"] != expected.as_str() {
                        return refusal((412, "the row was changed"));
                    }
                }
                let values = body.as_object().unwrap().clone();
                match self.inside(|inside| inside.put(set, id, values, "dual-write")) {
                    Ok(()) if represented => answer(200, Json::Object(self.row(set, id).unwrap())),
                    Ok(()) => answer(204, Json::Null),
                    Err(error) => refusal(error),
                }
            }
            (_, Some(_)) => self.command(Some((set, id)), action.trim_start_matches('/'), body),
            (_, None) => refusal((404, "no such row")),
        }
    }

    fn command(&self, row: Option<(&str, Uuid)>, action: &str, body: Json) -> Response<Body> {
        self.state().commands.push((action.to_owned(), body.clone()));
        match self.try_command(row, action, body) {
            Ok(()) => answer(204, Json::Null),
            Err(error) => refusal(error),
        }
    }

    pub fn commands(&self) -> Vec<(String, Json)> {
        self.state().commands.clone()
    }

    pub fn version(&self) -> i64 {
        self.state().version
    }

    /// Forgets the newest entry of the change log: its row was there before the log began.
    pub fn forget_last(&self) {
        self.state().log.pop();
    }

    /// Forgets the change log up to here.
    pub fn trim(&self) {
        let mut state = self.state();
        state.log.clear();
        state.trimmed = state.version;
    }

    pub fn remove(&self, set: &str, id: Uuid) {
        self.state().rows.remove(&(set.to_owned(), id));
    }

    fn changes(&self, query: &str) -> Response<Body> {
        let state = self.state();
        let token = query.split("@p2='").nth(1).and_then(|rest| rest.split('\'').next()).unwrap();
        // Without a token: the present end, and nothing before it.
        let after: i64 = match token.split_once('.') {
            Some((_, sequence)) => sequence.parse().unwrap(),
            None => state.version,
        };
        if after < state.trimmed {
            return refusal((410, "the log begins later"));
        }
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

    /// All rows of a set, or those changed since a delta link; a page of three at a time.
    fn delta(&self, path: &str) -> Response<Body> {
        let path = path.trim_end_matches("?cross-company=true");
        let (set, token) = path.split_once("?$deltatoken=").unwrap_or((path, "0"));
        let after: i64 = token.parse().unwrap();
        let state = self.state();
        let version = |row: &Row| -> i64 {
            row["@odata.etag"]
                .as_str()
                .unwrap()
                .trim_matches(|letter| !char::is_ascii_digit(&letter))
                .parse()
                .unwrap()
        };
        let of_set = state.rows.iter().filter(|((known, _), _)| known == set).map(|(_, row)| row);
        let mut rows: Vec<&Row> = of_set.filter(|row| version(row) > after).collect();
        rows.sort_by_key(|row| version(row));
        let more = rows.len() > 3;
        rows.truncate(3);
        let next = rows.last().map_or(after, |row| version(row));
        let link = if more { "@odata.nextLink" } else { "@odata.deltaLink" };
        answer(200, json!({ "value": rows, link: format!("https://crm.test/api/{set}?$deltatoken={next}") }))
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
