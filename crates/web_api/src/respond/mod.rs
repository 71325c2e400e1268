//! Answers: rows as JSON, links, headers, errors.

mod annotations;
mod error;
#[cfg(test)]
pub(crate) mod fixture;
mod related;
mod reply;
mod row;

pub(crate) use annotations::Annotations;
pub use error::ApiError;
pub(crate) use error::{
    BAD_ATTRIBUTE, BAD_PAYLOAD, EXPIRED_VERSION_STAMP, NO_PRIVILEGE, NO_ROW_FOR_KEY, NO_SUCH_ROW, SAME_ID,
    SAME_KEY, STALE_VERSION, UNKNOWN_SEGMENT, method_not_allowed,
};
pub(crate) use related::{Expanded, Link, Related};
pub(crate) use reply::{
    context_of, created_at, etag, json, location, no_content, plain, row_url, versioned, xml,
};
pub(crate) use row::{RowJson, Shape, cell, reference_id};

/// Definitions of the fixture's tables.
#[cfg(test)]
pub(crate) mod example {
    use std::sync::Arc;

    use tables::{Table as _, TableDefinition};

    use super::fixture::{Customer, Lead};

    pub fn lead() -> Arc<TableDefinition> {
        Arc::new(Lead::definition())
    }

    pub fn customer() -> Arc<TableDefinition> {
        Arc::new(Customer::definition())
    }
}
