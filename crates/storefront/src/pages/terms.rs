//! What whoever sends a request agrees to.

use askama::Template;
use shell::Shown;

use super::{Frame, Visitor};

#[derive(Template)]
#[template(path = "terms.html")]
struct Page {
    frame: Frame,
}

pub async fn page(visitor: Visitor) -> Shown {
    let frame = visitor.frame(visitor.say("terms-title"));
    visitor.show(&Page { frame })
}
