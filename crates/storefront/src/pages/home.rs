//! The store's first page.

use askama::Template;
use shell::Shown;

use super::{Frame, Visitor};

#[derive(Template)]
#[template(path = "home.html")]
struct Page {
    frame: Frame,
}

pub async fn page(visitor: Visitor) -> Shown {
    let frame = visitor.frame(visitor.say("home-title"));
    visitor.show(&Page { frame })
}
