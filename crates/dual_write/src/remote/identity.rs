//! Whom one is talking to: what the wizard shows before anything is written.

use axum::http::Method;
use serde_json::Value as Json;
use uuid::Uuid;

use crate::{Peer, PeerError};

/// An environment, as it says itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The organization.
    pub organization_id: Uuid,
    /// The name of its root business unit, where it tells.
    pub organization_name: Option<String>,
    /// The user that dual-write is there.
    pub user_id: Uuid,
    /// Its version, where it tells.
    pub version: Option<String>,
}

/// Asks a peer who it is.
///
/// # Errors
/// [`PeerError`], when it cannot be reached, lets us not in, or is no Dataverse.
pub async fn identity(peer: &Peer) -> Result<Identity, PeerError> {
    let me = peer.get("WhoAmI").await?;
    let id = |name: &str| me.get(name).and_then(Json::as_str).and_then(|text| text.parse().ok());
    let (Some(organization_id), Some(user_id)) = (id("OrganizationId"), id("UserId")) else {
        return Err(peer.unavailable("it does not say who it is; is this the address of a Dataverse?".into()));
    };
    let root = "businessunits?$select=name&$filter=_parentbusinessunitid_value%20eq%20null&$top=1";
    let name = told(peer.get(root).await)?;
    let name = name.as_ref().and_then(|json| json.pointer("/value/0/name")).and_then(Json::as_str);
    let version = told(peer.get("RetrieveVersion").await)?;
    let version = version.as_ref().and_then(|json| json.get("Version")).and_then(Json::as_str);
    Ok(Identity {
        organization_id,
        organization_name: name.map(str::to_owned),
        user_id,
        version: version.map(str::to_owned),
    })
}

/// What is not told is no error; who does not answer is.
fn told(answer: Result<Json, PeerError>) -> Result<Option<Json>, PeerError> {
    match answer {
        Ok(json) => Ok(Some(json)),
        Err(PeerError::Refused { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

impl Peer {
    async fn get(&self, path: &str) -> Result<Json, PeerError> {
        self.send(Method::GET, path, &[], None).await
    }
}
