//! One request, authenticated and taken apart, and what its answer has to echo.

use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, HeaderName, IF_MATCH, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use odata::{
    Condition, Preferences, QueryOptions, Segment, parse_if_match, parse_if_none_match, parse_prefer,
    parse_query, parse_resource,
};
use serde_json::{Map, Value as Json};
use tables::Catalog;

use crate::api::Service;
use crate::authenticate::{Caller, authenticate};
use crate::batch::References;
use crate::origin::service_root;
use crate::respond::{Annotations, ApiError, BAD_PAYLOAD};
use crate::strict_json;

/// Largest body of a request about one row.
pub const BODY_BYTES_MAX: usize = 1024 * 1024;

/// Largest body of a request about many rows: a batch, or a list of targets.
pub const BATCH_BYTES_MAX: usize = 16 * 1024 * 1024;

const PREFER: HeaderName = HeaderName::from_static("prefer");
const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");

/// What a request asks, without a body of its own type yet.
pub(crate) struct Exchange {
    pub method: Method,
    /// `http://host/api/data/v9.2`, as this caller reached us.
    pub root: String,
    /// The path below the root, still encoded, for the link to the next page.
    pub path: String,
    pub segments: Vec<Segment>,
    pub options: QueryOptions,
    /// The query as sent, for the link to the next page.
    pub raw_query: String,
    pub preferences: Preferences,
    pub if_match: Condition,
    pub if_none_match: Condition,
    pub caller: Caller,
    /// The tables and columns that there were when the request came.
    pub catalog: Arc<Catalog>,
    /// `Content-Type`, empty where there is none.
    pub content_type: String,
    /// Rows that earlier parts of the same change set made or named.
    pub references: References,
    pub body: Bytes,
}

/// A request with its body read: one of its own, or a part of a batch.
pub(crate) struct Incoming {
    pub method: Method,
    pub root: String,
    pub path: String,
    pub raw_query: String,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Exchange {
    /// Authenticates first: whoever is nobody learns nothing about the rest of the request.
    pub async fn read(service: &Service, request: Request) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let root = service_root(&parts).map_err(IntoResponse::into_response)?;
        let caller = authenticate(service, &parts).await?;
        let path = parts.uri.path().trim_start_matches('/').to_owned();
        let is_batch = path == "$batch" || path == "%24batch";
        let body = read_body(&parts.headers, body, is_batch, body_limit(&path))
            .await
            .map_err(IntoResponse::into_response)?;
        let incoming = Incoming {
            method: parts.method,
            root,
            path,
            raw_query: parts.uri.query().unwrap_or_default().to_owned(),
            headers: parts.headers,
            body,
        };
        Self::of(service, incoming, caller, References::default()).map_err(IntoResponse::into_response)
    }

    /// Takes a request apart.
    pub fn of(
        service: &Service,
        incoming: Incoming,
        caller: Caller,
        references: References,
    ) -> Result<Self, ApiError> {
        let Incoming { method, root, path, raw_query, headers, body } = incoming;
        let preferences =
            parse_prefer(headers.get_all(PREFER).iter().filter_map(|value| value.to_str().ok()));
        let header = |name: HeaderName| -> Result<&str, ApiError> {
            let value = headers.get(&name).map(HeaderValue::to_str).transpose();
            let value = value.map_err(|_| ApiError::invalid(format!("{name} cannot be read.")))?;
            Ok(value.unwrap_or_default())
        };
        Ok(Self {
            segments: parse_resource(&path)?,
            options: parse_query(&raw_query)?,
            preferences,
            if_match: parse_if_match(header(IF_MATCH)?)?,
            if_none_match: parse_if_none_match(header(IF_NONE_MATCH)?)?,
            content_type: header(CONTENT_TYPE)?.to_owned(),
            method,
            root,
            path,
            raw_query,
            caller,
            catalog: service.store.catalog_now().0,
            references,
            body,
        })
    }

    /// Names what this server does not do yet, before anything is done.
    pub fn refuse_what_is_missing(&self) -> Result<(), ApiError> {
        let custom = |names: &[&str]| {
            self.options.custom.iter().map(|(name, _)| name.as_str()).find(|name| names.contains(name))
        };
        if self.preferences.respond_async {
            return Err(ApiError::not_implemented("respond-async"));
        }
        match custom(&["sql"]) {
            Some(name) => Err(ApiError::not_implemented(&format!("The query option {name}"))),
            None => Ok(()),
        }
    }

    /// The body as an object; no body is an empty one.
    pub fn object(&self) -> Result<Map<String, Json>, ApiError> {
        if self.body.is_empty() {
            return Ok(Map::new());
        }
        let mut object: Map<String, Json> = strict_json::parse(&self.body).map_err(|error| {
            let message = format!("The body cannot be taken as a JSON object: {error}.");
            ApiError::new(400, BAD_PAYLOAD, message)
        })?;
        self.references.fill_in(&mut object)?;
        Ok(object)
    }

    /// The body of an action, which has no members but these parameters and annotations of them.
    pub fn parameters(&self, known: &[&str]) -> Result<Map<String, Json>, ApiError> {
        let object = self.object()?;
        let is_known = |name: &str| {
            let parameter = name.split_once('@').map_or(name, |(parameter, _)| parameter);
            known.contains(&parameter) || (parameter.is_empty() && name.len() > 1)
        };
        match object.keys().find(|name| !is_known(name)) {
            None => Ok(object),
            Some(unknown) => {
                let takes = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
                let message = format!("'{unknown}' is no parameter of this action. It takes {takes}.");
                Err(ApiError::new(400, BAD_PAYLOAD, message))
            }
        }
    }

    /// Whether rows of all companies are asked for.
    pub fn cross_company(&self) -> bool {
        let is_on = |(name, value): &(String, String)| {
            name.eq_ignore_ascii_case("cross-company") && value.eq_ignore_ascii_case("true")
        };
        self.options.custom.iter().any(is_on)
    }

    pub fn annotations(&self) -> Annotations {
        self.preferences.include_annotations.as_deref().map(Annotations::asked_for).unwrap_or_default()
    }

    /// Whether a write is to be answered with the row.
    pub fn wants_representation(&self) -> bool {
        self.preferences.return_representation == Some(true)
    }

    /// Adds the preferences that the answer follows.
    pub fn applied(&self, mut response: Response) -> Response {
        let status = response.status();
        let is_write = self.method == Method::POST || self.method == Method::PATCH;
        let has_body = status == StatusCode::OK || status == StatusCode::CREATED;
        let mut applied = Vec::new();
        if is_write && has_body && self.wants_representation() {
            applied.push("return=representation".to_owned());
        }
        if let (true, Some(list)) = (has_body, &self.preferences.include_annotations) {
            applied.push(format!("odata.include-annotations=\"{list}\""));
        }
        if let (true, Some(size)) = (self.method == Method::GET && has_body, self.preferences.max_page_size) {
            applied.push(format!("odata.maxpagesize={size}"));
        }
        let is_set = self.method == Method::GET && self.segments.len() == 1;
        if is_set && has_body && self.preferences.track_changes {
            applied.push("odata.track-changes".to_owned());
        }
        if let (false, Ok(value)) = (applied.is_empty(), HeaderValue::from_str(&applied.join(","))) {
            response.headers_mut().insert(PREFERENCE_APPLIED, value);
        }
        response
    }
}

fn body_limit(path: &str) -> usize {
    let last = path.rsplit('/').next().unwrap_or_default();
    let many = last == "$batch" || last == "%24batch" || last.ends_with("Multiple");
    if many { BATCH_BYTES_MAX } else { BODY_BYTES_MAX }
}

async fn read_body(
    headers: &HeaderMap,
    body: Body,
    is_batch: bool,
    bytes_max: usize,
) -> Result<Bytes, ApiError> {
    let bytes = to_bytes(body, bytes_max).await.map_err(|error| {
        let too_long = std::error::Error::source(&error)
            .is_some_and(|source| source.is::<http_body_util::LengthLimitError>());
        if too_long {
            let message = format!("The body is larger than {bytes_max} bytes. Send less.");
            ApiError::new(413, BAD_PAYLOAD, message)
        } else {
            ApiError::invalid("The body ended early.")
        }
    })?;
    match headers.get(CONTENT_TYPE) {
        Some(value) if !bytes.is_empty() && !is_batch => insist_on_json(value).map(|()| bytes),
        _ => Ok(bytes),
    }
}

/// Refuses a body that is said to be anything but JSON.
pub(crate) fn insist_on_json(content_type: &HeaderValue) -> Result<(), ApiError> {
    let media = content_type.to_str().unwrap_or_default().split(';').next().unwrap_or_default().trim();
    if media.eq_ignore_ascii_case("application/json") {
        Ok(())
    } else {
        Err(ApiError::new(415, BAD_PAYLOAD, "The body must be application/json."))
    }
}
