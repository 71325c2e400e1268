//! Delivering one change by one map or decision: read what is needed, plan, apply.

mod by_decision;
mod by_map;
mod parameters;

pub(crate) use by_decision::{Found, by_decision, is_decision, linked};
pub(crate) use by_map::{by_map, resolve};

use tables::Store;

use crate::links::Link;
use crate::maps::Solution;
use crate::waiting::Reason;
use crate::{Peer, PeerError, Side};

/// Codes of refusals of our own: the map has no counterpart for a value; another row has the key;
/// the linked row was deleted; nothing of this name delivers any more.
pub(crate) const UNMAPPED: &str = "Unmapped";
pub(crate) const SAME_KEY: &str = "SameKey";
pub(crate) const ROW_GONE: &str = "RowGone";
pub(crate) const NO_TARGET: &str = "NoTarget";
/// All of them.
pub(crate) const OWN_CODES: [&str; 4] = [UNMAPPED, SAME_KEY, ROW_GONE, NO_TARGET];

/// What deliveries work with.
pub(crate) struct Desk {
    pub store: Store,
    pub solution: Solution,
    pub headquarters: Peer,
    pub sales: Peer,
    pub company: String,
}

impl Desk {
    pub fn peer(&self, side: Side) -> &Peer {
        match side {
            Side::Headquarters => &self.headquarters,
            Side::Sales => &self.sales,
        }
    }
}

/// What became of a delivery.
#[derive(Debug)]
pub(crate) enum Delivered {
    /// It is done, or nothing was to be done; these links are to be written.
    Done(Vec<Link>),
    /// It has to wait.
    Wait(Reason),
}

impl Delivered {
    pub fn nothing() -> Self {
        Self::Done(Vec::new())
    }
}

/// Why a delivery could not even be judged: the same will be tried again.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DeliveryError {
    #[error(transparent)]
    Peer(#[from] PeerError),
    #[error(transparent)]
    Store(#[from] tables::Error),
}

/// A refusal makes the delivery wait; of a peer that cannot answer the engine has to judge.
pub(crate) fn refused(error: PeerError) -> Result<Delivered, DeliveryError> {
    match &error {
        PeerError::Refused { code, .. } => Ok(Delivered::Wait(Reason::refused(code, error.to_string()))),
        PeerError::Unavailable { .. } => Err(error.into()),
    }
}
