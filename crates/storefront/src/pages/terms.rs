//! What whoever sends a request agrees to.

use askama::Template;
use shell::{Language, Shown};

use super::{Frame, Visitor};
use crate::terms::{self, Part};

#[derive(Template)]
#[template(path = "terms.html")]
struct Page {
    frame: Frame,
    /// What the terms are written in.
    language: Language,
    parts: Vec<Part>,
    version: String,
}

pub async fn page(visitor: Visitor) -> Shown {
    let settings = &visitor.shop.settings;
    let terms = terms::shown(settings.terms.as_ref(), visitor.language, &settings.name);
    visitor.show(&Page {
        frame: visitor.frame(visitor.say("terms-title")),
        language: terms.language,
        parts: terms.parts,
        version: terms.version,
    })
}
