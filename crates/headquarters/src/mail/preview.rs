//! Preview: mail as people of the back office may see it.

use super::EmailMessage;
use super::notification_type::NotificationType;
use super::substitute::{Form, UnknownPlaceholder, substitute};

/// Paths whose next part is a token: whoever holds it sets a password or sees a request.
const SECRET_PATHS: [&str; 2] = ["/set-password/", "/requests/"];
/// What stands in a token's place.
const HIDDEN: &str = "…";

/// What becomes of a message's links where it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// They are without their tokens and open nothing: whoever reads is not who was written to.
    Hidden,
    /// They are whole and open: nobody of a demo is real.
    Open,
}

/// What a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Language, BCP 47.
    pub language: String,
    /// Subject.
    pub subject: String,
    /// For readers of plain text.
    pub text: String,
    /// For the others.
    pub html: String,
    /// What becomes of its links.
    pub links: Links,
}

impl Preview {
    /// Of a message that was made.
    #[must_use]
    pub fn of(message: &EmailMessage, links: Links) -> Self {
        let shown = |text: &str| match links {
            Links::Hidden => hide(text),
            Links::Open => text.to_owned(),
        };
        Self {
            language: message.language.clone(),
            subject: message.subject.clone(),
            text: shown(&message.text_body),
            html: shown(&message.html_body),
            links,
        }
    }

    /// Whether its links open.
    #[must_use]
    pub fn opens(&self) -> bool {
        self.links == Links::Open
    }

    /// Of a template, with values that somebody could have.
    ///
    /// # Errors
    /// [`UnknownPlaceholder`].
    pub fn of_template(
        notification: NotificationType,
        language: &str,
        [subject, text, html]: [&str; 3],
    ) -> Result<Self, UnknownPlaceholder> {
        let names = notification.placeholders();
        let values: Vec<(&str, &str)> = names.iter().map(|name| (*name, sample(name))).collect();
        Ok(Self {
            language: language.to_owned(),
            subject: substitute(subject, &values, Form::Line)?,
            text: substitute(text, &values, Form::Text)?,
            html: substitute(html, &values, Form::Html)?,
            links: Links::Hidden,
        })
    }
}

/// What a name could stand for.
fn sample(name: &str) -> &'static str {
    match name {
        "firstname" => "Ada",
        "lastname" => "Lindqvist",
        "company" => "Northwind & Sons",
        "email" => "ada@northwind.example",
        "zipcode" => "98101",
        "comments" => "We open in June.",
        "storename" => "Alder & Finch Wholesale",
        "storeurl" => "https://store.example",
        "reference" => "BP-7K3M9QXT",
        "statusurl" => "https://store.example/requests/…",
        "accessurl" => "https://store.example/set-password/…",
        _ => "",
    }
}

/// Takes the tokens out of links.
fn hide(text: &str) -> String {
    let mut shown = text.to_owned();
    for path in SECRET_PATHS {
        let mut rest = shown.as_str();
        let mut hidden = String::with_capacity(rest.len());
        while let Some((before, after)) = rest.split_once(path) {
            let end = after.find(|letter: char| !letter.is_ascii_alphanumeric() && !"-_".contains(letter));
            hidden.push_str(before);
            hidden.push_str(path);
            hidden.push_str(HIDDEN);
            rest = &after[end.unwrap_or(after.len())..];
        }
        hidden.push_str(rest);
        shown = hidden;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::built_in::built_in;

    #[test]
    fn no_token_of_a_link_is_shown() {
        for (text, expected) in [
            ("Go to https://a.b/set-password/Ab_9-x.\nBye", "Go to https://a.b/set-password/….\nBye"),
            (
                "<a href=\"https://a.b/requests/q1\">https://a.b/requests/q1</a>",
                "<a href=\"https://a.b/requests/…\">https://a.b/requests/…</a>",
            ),
            ("/set-password/abc", "/set-password/…"),
            ("nothing", "nothing"),
        ] {
            assert_eq!(hide(text), expected);
        }
    }

    #[test]
    fn every_built_in_template_can_be_previewed_with_all_its_names_filled() {
        for template in built_in() {
            let parts = [&*template.subject, &*template.text, &*template.html];
            let preview = Preview::of_template(template.notification, "en-US", parts).unwrap();
            assert!(!preview.text.contains('%') && !preview.html.contains('%'), "{preview:?}");
            assert!(template.notification.placeholders().iter().all(|name| !sample(name).is_empty()));
        }
        let unknown = Preview::of_template(NotificationType::ProspectApproved, "en-US", ["%what%", "", ""]);
        assert_eq!(unknown, Err(UnknownPlaceholder("what".into())));
    }
}
