//! The templates that every headquarters begins with: product terms as the translated products
//! use them, so that mail and pages say the same.
//!
//! A file is the subject, an empty line, and the text; the HTML part is made of the same words.

use super::notification_type::NotificationType;

/// Language that every template has.
pub const LANGUAGE_DEFAULT: &str = "en-US";

/// One message before its names are replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    pub notification: NotificationType,
    pub language: String,
    pub subject: String,
    pub text: String,
    pub html: String,
}

macro_rules! sources {
    ($($language:literal),*) => {
        &[$(($language, [
            include_str!(concat!("templates/", $language, "/request_received.txt")),
            include_str!(concat!("templates/", $language, "/prospect_approved.txt")),
            include_str!(concat!("templates/", $language, "/prospect_rejected.txt")),
            include_str!(concat!("templates/", $language, "/user_added.txt")),
            include_str!(concat!("templates/", $language, "/password_reset.txt")),
        ])),*]
    };
}

/// By language, in the order of [`NotificationType::ALL`].
const SOURCES: &[(&str, [&str; 5])] = sources!["en-US", "pt-BR", "es-ES", "pl-PL", "it-IT", "ru-RU"];

/// All of them.
pub fn built_in() -> impl Iterator<Item = Template> {
    SOURCES.iter().flat_map(|(language, sources)| {
        let of_type = NotificationType::ALL.into_iter().zip(sources);
        of_type.map(|(notification, source)| template(notification, language, source))
    })
}

/// The one that always exists.
pub fn in_default_language(notification: NotificationType) -> Template {
    let (language, sources) = &SOURCES[0];
    let source = NotificationType::ALL.iter().zip(sources).find(|(one, _)| **one == notification);
    template(notification, language, source.map_or("", |(_, source)| source))
}

fn template(notification: NotificationType, language: &str, source: &str) -> Template {
    let (subject, text) = source.split_once("\n\n").unwrap_or((source, ""));
    let text = text.trim();
    Template {
        notification,
        language: language.into(),
        subject: subject.into(),
        text: text.into(),
        html: html(language, subject, text),
    }
}

/// The text as a page: paragraphs, and addresses as links.
fn html(language: &str, subject: &str, text: &str) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mut body = String::new();
    for paragraph in escaped(text).split("\n\n") {
        let mut paragraph = paragraph.replace('\n', "<br>");
        for name in ["%statusurl%", "%accessurl%", "%storeurl%"] {
            paragraph = paragraph.replace(name, &format!("<a href=\"{name}\">{name}</a>"));
        }
        body.push_str(&format!("<p>{paragraph}</p>\n"));
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head><meta charset=\"utf-8\"><title>{}</title></head>\n\
         <body>\n{body}</body>\n</html>",
        escaped(subject)
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::mail::substitute::{Form, substitute};

    /// The names that a text uses.
    fn names(text: &str, known: &[&'static str]) -> BTreeSet<&'static str> {
        known.iter().copied().filter(|name| text.contains(&format!("%{name}%"))).collect()
    }

    #[test]
    fn every_type_exists_in_every_language_with_the_same_names() {
        let templates: Vec<Template> = built_in().collect();
        assert_eq!(templates.len(), 6 * NotificationType::ALL.len());
        for template in &templates {
            let what = format!("{:?} in {}", template.notification, template.language);
            let known = template.notification.placeholders();
            let english = in_default_language(template.notification);
            assert_eq!(names(&template.text, &known), names(&english.text, &known), "{what}");
            assert_eq!(names(&template.subject, &known), names(&english.subject, &known), "{what}");
            assert_eq!(names(&template.html, &known), names(&english.html, &known), "{what}");
            assert!(!template.subject.contains('\n') && template.text.len() > 100, "{what}");
            let values: Vec<(&str, &str)> = known.iter().map(|name| (*name, "x")).collect();
            for part in [&template.subject, &template.text, &template.html] {
                assert!(!substitute(part, &values, Form::Text).unwrap().contains('%'), "{what}");
            }
        }
        let texts: BTreeSet<&str> = templates.iter().map(|template| template.text.as_str()).collect();
        assert_eq!(texts.len(), templates.len(), "two are the same");
    }

    #[test]
    fn the_page_has_the_words_of_the_text_and_links_that_can_be_followed() {
        let template = in_default_language(NotificationType::ProspectApproved);
        assert!(template.html.contains("<a href=\"%accessurl%\">%accessurl%</a>"), "{}", template.html);
        assert!(template.html.contains("<p>Kind regards<br>%storename%</p>"), "{}", template.html);
        assert!(template.html.starts_with("<!DOCTYPE html>\n<html lang=\"en-US\">"));
    }
}
