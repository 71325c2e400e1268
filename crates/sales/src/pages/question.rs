//! A question that is answered by going on or going back: the verb, and what it will do.

use askama::Template;
use shell::{Frame, Shown, Visit};

#[derive(Template)]
#[template(path = "question.html")]
struct Page {
    frame: Frame,
    question: Question,
}

/// The question. `title` names the object, `verb` is on the button.
pub(super) struct Question {
    pub title: String,
    /// What will happen, a paragraph each.
    pub consequences: Vec<String>,
    pub verb: String,
    /// Where the answer goes.
    pub action: String,
    /// Where one was.
    pub back: String,
}

impl Question {
    pub fn ask(self, visit: &Visit) -> Shown {
        visit.show(&Page { frame: visit.frame(self.title.clone()), question: self })
    }
}
