//! `POST /oauth2/v2.0/token`: client credentials for a bearer token (RFC 6749, 4.4).

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequest, Request, State};
use axum::http::header::{AUTHORIZATION, CACHE_CONTROL, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Form, Json};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::percent_decode_str;
use serde::Deserialize;
use serde_json::json;
use tables::security::SystemUser;
use tables::{Error, Filter, Principal};

use super::{Authority, TOKEN_SECONDS};
use crate::ApiError;
use crate::origin::origin;
use platform::credentials;

#[derive(Debug, Default, Deserialize)]
struct TokenRequest {
    grant_type: Option<String>,
    client_id: Option<String>,
    client_secret: Option<String>,
    scope: Option<String>,
}

/// Why there is no token, by the names of RFC 6749, 5.2.
#[derive(Debug, PartialEq, Eq)]
enum Refusal {
    InvalidRequest(&'static str),
    InvalidClient,
    UnsupportedGrantType,
    InvalidScope(String),
    TooManyRequests { seconds: i64 },
    Unavailable(ApiError),
}

pub(super) async fn token(State(authority): State<Arc<Authority>>, request: Request) -> Response {
    match grant(&authority, request).await {
        Ok(token) => {
            let body = json!({
                "token_type": "Bearer",
                "expires_in": TOKEN_SECONDS,
                "ext_expires_in": TOKEN_SECONDS,
                "access_token": token,
            });
            uncached((StatusCode::OK, Json(body)).into_response())
        }
        Err(refusal) => uncached(refusal.into_response()),
    }
}

async fn grant(authority: &Authority, request: Request) -> Result<String, Refusal> {
    let (parts, body) = request.into_parts();
    let origin = origin(&parts).map_err(Refusal::Unavailable)?;
    let address = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_string());
    let authorization = parts.headers.get(AUTHORIZATION).cloned();
    let Form(form) = Form::<TokenRequest>::from_request(Request::from_parts(parts, body), &())
        .await
        .map_err(|_| Refusal::InvalidRequest("Send a form: grant_type, client_id, client_secret."))?;
    let (client, secret) = client(&form, authorization.as_ref())?;
    let now = authority.store.environment().clock.now();
    let caller = address.unwrap_or_else(|| format!("client {client}"));
    authority.limit.take(&caller, now).map_err(|seconds| Refusal::TooManyRequests { seconds })?;
    check_request(&form, &origin)?;
    if authenticate(authority, &client, secret).await? {
        authority.issue(&client, &origin).map_err(Refusal::Unavailable)
    } else {
        Err(Refusal::InvalidClient)
    }
}

/// Id and secret from the form or from Basic, never from both.
fn client(form: &TokenRequest, header: Option<&HeaderValue>) -> Result<(String, String), Refusal> {
    let basic = header.and_then(|header| header.to_str().ok()).and_then(|header| {
        let (scheme, encoded) = header.split_once(' ')?;
        scheme.eq_ignore_ascii_case("basic").then_some(encoded.trim())
    });
    match (basic, &form.client_secret) {
        (Some(_), Some(_)) => Err(Refusal::InvalidRequest("Send the secret in one place, not in two.")),
        (Some(encoded), None) => decode_basic(encoded).ok_or(Refusal::InvalidClient),
        (None, _) => {
            let client = form.client_id.clone();
            let client = client.ok_or(Refusal::InvalidRequest("client_id is missing."))?;
            Ok((client, form.client_secret.clone().unwrap_or_default()))
        }
    }
}

/// `base64(id:secret)`, each part encoded as in a form first (RFC 6749, 2.3.1).
fn decode_basic(encoded: &str) -> Option<(String, String)> {
    let text = String::from_utf8(STANDARD.decode(encoded).ok()?).ok()?;
    let (client, secret) = text.split_once(':')?;
    let decode = |part: &str| {
        let spaced = part.replace('+', " ");
        percent_decode_str(&spaced).decode_utf8().ok().map(|text| text.into_owned())
    };
    Some((decode(client)?, decode(secret)?))
}

fn check_request(form: &TokenRequest, origin: &str) -> Result<(), Refusal> {
    match form.grant_type.as_deref() {
        Some("client_credentials") => {}
        Some(_) => return Err(Refusal::UnsupportedGrantType),
        None => return Err(Refusal::InvalidRequest("grant_type is missing. Send client_credentials.")),
    }
    let scope = form.scope.as_deref().unwrap_or("").trim();
    let resource = scope.strip_suffix("/.default").map(|resource| resource.trim_end_matches('/'));
    match (scope, resource) {
        ("", _) => Ok(()),
        (_, Some(resource)) if resource.eq_ignore_ascii_case(origin) => Ok(()),
        _ => Err(Refusal::InvalidScope(format!("Use the scope {origin}/.default, or none."))),
    }
}

/// Whether the secret is the client's. An unknown client costs as much work as a wrong secret.
async fn authenticate(authority: &Authority, client: &str, secret: String) -> Result<bool, Refusal> {
    let user = find(authority, client).await.map_err(|error| Refusal::Unavailable(error.into()))?;
    let known = user.filter(|user| !user.isdisabled && user.applicationid.as_deref() == Some(client));
    let credential = known.and_then(|user| user.credential);
    let is_known = credential.is_some();
    let hash = credential.unwrap_or_else(|| authority.dummy_hash.clone());
    let failed = |cause: &dyn std::fmt::Display| Refusal::Unavailable(Error::internal(cause).into());
    let _turn = authority.hashing.acquire().await.map_err(|closed| failed(&closed))?;
    let fits = tokio::task::spawn_blocking(move || credentials::verify(&secret, &hash))
        .await
        .map_err(|panicked| failed(&panicked))?;
    Ok(fits && is_known)
}

async fn find(authority: &Authority, client: &str) -> tables::Result<Option<SystemUser>> {
    let mut reader = authority.store.read(&Principal::system()).await?;
    reader.find(Filter::equals("applicationid", client)).await
}

fn uncached(mut response: Response) -> Response {
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (status, error, description) = match &self {
            Self::InvalidRequest(description) => (400, "invalid_request", (*description).to_owned()),
            Self::InvalidClient => {
                (401, "invalid_client", "There is no such client, or its secret is another one.".to_owned())
            }
            Self::UnsupportedGrantType => {
                (400, "unsupported_grant_type", "Use grant_type=client_credentials.".to_owned())
            }
            Self::InvalidScope(description) => (400, "invalid_scope", description.clone()),
            Self::TooManyRequests { seconds } => {
                (429, "temporarily_unavailable", format!("Too many requests. Wait {seconds} seconds."))
            }
            Self::Unavailable(error) => (error.status, "server_error", error.message.clone()),
        };
        let body = Json(json!({ "error": error, "error_description": description }));
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        match self {
            Self::InvalidClient => {
                headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"tokens\""));
            }
            Self::TooManyRequests { seconds } => {
                headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
            }
            _ => {}
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_names_itself_in_the_form_or_by_basic() {
        let form = |id: Option<&str>, secret: Option<&str>| TokenRequest {
            client_id: id.map(Into::into),
            client_secret: secret.map(Into::into),
            ..TokenRequest::default()
        };
        let pair = |id: &str, secret: &str| Ok((id.to_owned(), secret.to_owned()));
        assert_eq!(client(&form(Some("a"), Some("b")), None), pair("a", "b"));
        let basic = HeaderValue::from_static("Basic YSUzQTE6cCt3"); // a%3A1:p+w
        assert_eq!(client(&form(None, None), Some(&basic)), pair("a:1", "p w"));
        assert!(matches!(client(&form(Some("a"), Some("b")), Some(&basic)), Err(Refusal::InvalidRequest(_))));
        assert!(matches!(client(&form(None, Some("b")), None), Err(Refusal::InvalidRequest(_))));
        let broken = HeaderValue::from_static("Basic %%%");
        assert_eq!(client(&form(None, None), Some(&broken)), Err(Refusal::InvalidClient));
    }

    #[test]
    fn only_this_services_scope_is_given() {
        let check = |scope: Option<&str>| {
            let grant_type = Some("client_credentials".into());
            let form = TokenRequest { grant_type, scope: scope.map(Into::into), ..TokenRequest::default() };
            check_request(&form, "http://127.0.0.1:8420").is_ok()
        };
        assert!(check(None));
        assert!(check(Some("")));
        assert!(check(Some("http://127.0.0.1:8420/.default")));
        assert!(check(Some("http://127.0.0.1:8420//.default")));
        assert!(!check(Some("https://graph.microsoft.com/.default")));
        assert!(!check(Some("openid")));
    }
}
