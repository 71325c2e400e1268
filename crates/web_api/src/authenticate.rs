//! Who is calling: a bearer token's application, or one that a caller in this process vouches for.

use std::sync::Arc;

use axum::http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use tables::security::SystemUser;
use tables::uuid::Uuid;
use tables::{Context, Depth, Filter, Principal, Privilege, Reader, json};

use crate::api::Service;
use crate::origin::origin;
use crate::respond::{ApiError, NO_PRIVILEGE};

/// Request extension for callers in this process only: the application that they act as. No
/// request from the network can carry it, so no token is asked for.
#[derive(Clone, Debug)]
pub struct TrustedApplication(pub String);

/// Longest name of an origin or a trace that is kept.
const LABEL_BYTES_MAX: usize = 128;

/// Whoever a request is carried out for.
#[derive(Clone)]
pub(crate) struct Caller {
    pub context: Context,
    /// The application that called, whoever it acts for.
    pub application: String,
}

/// Finds the caller, or gives the answer that says what is missing.
pub(crate) async fn authenticate(service: &Service, parts: &Parts) -> Result<Caller, Response> {
    let application = match parts.extensions.get::<TrustedApplication>() {
        Some(TrustedApplication(application)) => Some(application.clone()),
        None => bearer(&parts.headers).and_then(|token| service.authority.application_of(token)),
    };
    let Some(application) = application else {
        return Err(unauthorized(parts));
    };
    match caller(service, &parts.headers, application).await {
        Ok(Some(caller)) => Ok(caller),
        Ok(None) => Err(unauthorized(parts)),
        Err(error) => Err(error.into_response()),
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

/// Whether headers say for whom an application acts.
pub(crate) fn names_another(headers: &HeaderMap) -> bool {
    ["mscrmcallerid", "callerobjectid"].iter().any(|name| headers.contains_key(*name))
}

/// `None` when no user stands behind the application here, or it is disabled.
pub(crate) async fn caller(
    service: &Service,
    headers: &HeaderMap,
    application: String,
) -> Result<Option<Caller>, ApiError> {
    let mut reader = service.store.read(&Principal::system()).await?;
    let user: Option<SystemUser> = reader.find(Filter::equals("applicationid", application.as_str())).await?;
    let Some(user) = user.filter(|user| user.applicationid.as_deref() == Some(application.as_str())) else {
        return Ok(None);
    };
    let Some(own) = reader.principal(user.systemuserid).await? else {
        return Ok(None);
    };
    let principal = match impersonated(headers)? {
        Some(person) => act_for(&mut reader, &own, person).await?,
        None => own,
    };
    let label = |name: &str| {
        let value = headers.get(name).and_then(|value| value.to_str().ok());
        value.filter(|text| !text.is_empty() && text.len() <= LABEL_BYTES_MAX).map(str::to_owned)
    };
    // Only an application itself says that it is the origin; nobody borrows another's name.
    let own_name = |origin: &String| {
        *origin == application && impersonated(headers).is_ok_and(|person| person.is_none())
    };
    let origin = label("x-tandem-origin").filter(own_name);
    let context = Context { principal, origin, trace: label("traceparent") };
    Ok(Some(Caller { context, application }))
}

/// The person named by `MSCRMCallerID`.
fn impersonated(headers: &HeaderMap) -> Result<Option<Uuid>, ApiError> {
    if headers.contains_key("callerobjectid") {
        return Err(ApiError::not_implemented("CallerObjectId (use MSCRMCallerID)"));
    }
    let Some(value) = headers.get("mscrmcallerid") else {
        return Ok(None);
    };
    let id = value.to_str().ok().and_then(|text| json::read_id(text.trim()));
    id.map(Some).ok_or_else(|| ApiError::invalid("MSCRMCallerID must be the systemuserid of a user."))
}

/// Acting for others needs Assign on users at organization depth, which stands for Dataverse's
/// `prvActOnBehalfOfAnotherUser`.
async fn act_for(
    reader: &mut Reader,
    own: &Arc<Principal>,
    person: Uuid,
) -> Result<Arc<Principal>, ApiError> {
    if own.depth("systemuser", Privilege::Assign) < Depth::Organization {
        let message = "You may not act for another user. Ask your administrator for the privilege Assign on \
                       systemuser for the whole organization.";
        return Err(ApiError::new(403, NO_PRIVILEGE, message));
    }
    reader.principal(person).await?.ok_or_else(|| {
        let message = format!("The user {person} named by MSCRMCallerID does not exist or is disabled.");
        ApiError::new(403, NO_PRIVILEGE, message)
    })
}

/// 401 with the place where tokens are given out, as clients look for it.
fn unauthorized(parts: &Parts) -> Response {
    let origin = match origin(parts) {
        Ok(origin) => origin,
        Err(error) => return error.into_response(),
    };
    let challenge = format!("Bearer authorization_uri={origin}/oauth2/v2.0/token, resource_id={origin}");
    let message = "A valid bearer token is needed. Ask /oauth2/v2.0/token for one.";
    let mut response = ApiError::new(401, "Unauthorized", message).into_response();
    if let Ok(value) = HeaderValue::from_str(&challenge) {
        response.headers_mut().insert(WWW_AUTHENTICATE, value);
    }
    response
}
