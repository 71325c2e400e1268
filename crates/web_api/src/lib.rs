//! HTTP and OData on one side, reads and writes of tables on the other.
//!
//! An [`Api`] shows some tables of one store under one [`Convention`]: Dataverse's Web API or
//! the data service of finance and operations. The [`authority`] gives out and checks the bearer
//! tokens of both. Nothing here knows a table by name but those that security is kept in.
#![warn(missing_docs)]

mod actions;
mod address;
mod api;
mod authenticate;
pub mod authority;
mod batch;
mod exchange;
mod metadata;
mod model;
mod origin;
mod read;
mod respond;
mod route;
mod strict_json;
mod write;

pub use actions::{Action, ActionCall, ActionReply};
pub use api::{Api, Convention};
pub use authenticate::TrustedApplication;
pub use authority::{Authority, with_authority};
pub use exchange::{BATCH_BYTES_MAX, BODY_BYTES_MAX};
pub use origin::{OverTls, PublicOrigin};
pub use read::{check_fetch, columns_of_layout, query_of_fetch};
pub use respond::ApiError;
