//! Which environment answers at an address: before anything is written there, somebody confirms it.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::{Peer, PeerError, Side};

/// One side as it says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Environment {
    /// Which side.
    pub side: Side,
    /// Where it is reached.
    pub address: String,
    /// Its id.
    pub organization: String,
    /// Who we are there.
    pub user: String,
    /// The business unit of whom we are there.
    pub business_unit: String,
    /// The version that it speaks.
    pub version: Option<String>,
    /// SHA-256 of its certificate, for one that is reached through a network.
    pub fingerprint: Option<String>,
}

impl Environment {
    /// Asks the peer who it is.
    ///
    /// # Errors
    /// [`PeerError`] when it does not answer or does not know us.
    pub(crate) async fn of(peer: &Peer) -> Result<Self, PeerError> {
        let answer = peer.get("WhoAmI()").await?;
        let text = |name: &str| answer.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
        let user = text("UserId");
        let known = peer.try_get(&format!("systemusers({user})?$select=fullname")).await.ok().flatten();
        let name = known.as_ref().and_then(|known| known.get("fullname")).and_then(Json::as_str);
        let version = peer.try_get("RetrieveVersion()").await?;
        let version = version.as_ref().and_then(|answer| answer.get("Version")).and_then(Json::as_str);
        Ok(Self {
            side: peer.side(),
            address: peer.base().to_owned(),
            organization: text("OrganizationId"),
            user: name.map_or(user, str::to_owned),
            business_unit: text("BusinessUnitId"),
            version: version.map(str::to_owned),
            fingerprint: peer.fingerprint().await?,
        })
    }
}
