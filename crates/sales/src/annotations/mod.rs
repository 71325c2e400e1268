//! Notes on timelines.

use tables::{Reference, Table};
use uuid::Uuid;

/// A note.
#[derive(Clone, Debug, Table)]
#[table(name = "annotation", set = "annotations", ownership = "user", primary = "subject", index(objectid))]
pub struct Annotation {
    /// Id.
    #[column(id)]
    pub annotationid: Uuid,
    /// Headline.
    #[column(text = 500)]
    pub subject: Option<String>,
    /// Text.
    #[column(memo = 100_000)]
    pub notetext: Option<String>,
    /// What it is about.
    #[column(lookup("lead", "opportunity", "account", "contact"))]
    pub objectid: Option<Reference>,
}
