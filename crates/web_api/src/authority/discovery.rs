//! What clients may know of the authority before they have a token.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use jsonwebtoken::jwk::JwkSet;
use serde_json::{Value, json};

use super::Authority;
use crate::ApiError;
use crate::origin::origin;

/// `GET /oauth2/keys`
pub(super) async fn keys(State(authority): State<Arc<Authority>>) -> Json<JwkSet> {
    Json(JwkSet { keys: vec![authority.keys.jwk.clone()] })
}

/// `GET /.well-known/openid-configuration`
pub(super) async fn configuration(request: Request) -> Result<Json<Value>, ApiError> {
    let (parts, _) = request.into_parts();
    let origin = origin(&parts)?;
    Ok(Json(json!({
        "issuer": origin,
        "token_endpoint": format!("{origin}/oauth2/v2.0/token"),
        "jwks_uri": format!("{origin}/oauth2/keys"),
        "grant_types_supported": ["client_credentials"],
        "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
        "scopes_supported": [format!("{origin}/.default")],
        "response_types_supported": ["token"],
    })))
}
