//! Answers: rows as JSON, links, headers, errors.

mod error;
#[cfg(test)]
pub(crate) mod fixture;
mod reply;
mod row;

pub use error::ApiError;
pub(crate) use error::{
    BAD_ATTRIBUTE, BAD_PAYLOAD, NO_PRIVILEGE, NO_ROW_FOR_KEY, NO_SUCH_ROW, SAME_ID, SAME_KEY, STALE_VERSION,
    UNKNOWN_SEGMENT, method_not_allowed,
};
pub(crate) use reply::{context_of, created_at, etag, json, location, no_content, row_url, versioned};
pub(crate) use row::{Annotations, RowJson, Shape, cell};

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
