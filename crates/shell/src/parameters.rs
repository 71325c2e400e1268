//! What an address says behind its `?`.

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::Fault;

/// What an address says behind its `?`, as a form or a link of ours writes it. Anything else is a page
/// that says so, in the reader's language.
#[derive(Clone, Debug)]
pub struct Parameters<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Parameters<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        match Query::try_from_uri(&parts.uri) {
            Ok(Query(parameters)) => Ok(Self(parameters)),
            Err(_) => Err(Fault::Unreadable),
        }
    }
}
