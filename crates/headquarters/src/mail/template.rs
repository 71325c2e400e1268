//! Templates: data, in which known `%names%` are replaced and nothing else happens.

/// Language that every template has.
pub const LANGUAGE_DEFAULT: &str = "en-US";

/// What a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotificationType {
    /// The prospect is a business partner now.
    ProspectApproved,
    /// It is not.
    ProspectRejected,
}

impl NotificationType {
    /// Its name, as headquarters shows it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ProspectApproved => "B2B prospect approved",
            Self::ProspectRejected => "B2B prospect rejected",
        }
    }
}

/// Names that a template may use.
#[cfg(test)]
pub const PLACEHOLDERS: &[&str] =
    &["firstname", "lastname", "company", "email", "zipcode", "comments", "storename", "storeurl"];

/// One message before its names are replaced.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    pub notification: NotificationType,
    pub language: &'static str,
    pub subject: &'static str,
    pub text: &'static str,
    pub html: &'static str,
}

/// All templates.
pub const TEMPLATES: &[Template] = &[
    Template {
        notification: NotificationType::ProspectApproved,
        language: "en-US",
        subject: include_str!("templates/en-US/b2b_prospect_approved/subject.txt"),
        text: include_str!("templates/en-US/b2b_prospect_approved/body.txt"),
        html: include_str!("templates/en-US/b2b_prospect_approved/body.html"),
    },
    Template {
        notification: NotificationType::ProspectRejected,
        language: "en-US",
        subject: include_str!("templates/en-US/b2b_prospect_rejected/subject.txt"),
        text: include_str!("templates/en-US/b2b_prospect_rejected/body.txt"),
        html: include_str!("templates/en-US/b2b_prospect_rejected/body.html"),
    },
];

/// The template in the language nearest to the asked one: the same, else one that begins with the
/// same language, else the default.
pub fn choose(
    templates: &'static [Template],
    notification: NotificationType,
    language: Option<&str>,
) -> Option<&'static Template> {
    let of_type = || templates.iter().filter(move |template| template.notification == notification);
    let asked = language.unwrap_or(LANGUAGE_DEFAULT);
    let primary = |language: &str| language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    of_type()
        .find(|template| template.language.eq_ignore_ascii_case(asked))
        .or_else(|| of_type().find(|template| primary(template.language) == primary(asked)))
        .or_else(|| of_type().find(|template| template.language == LANGUAGE_DEFAULT))
}

/// A template names something that nobody gives.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the template uses %{0}%, which is not known")]
pub struct UnknownPlaceholder(pub String);

/// How a replaced value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One line: breaks become blanks, so that no value can begin another header.
    Line,
    /// As it is.
    Text,
    /// With the signs of HTML written out.
    Html,
}

/// Replaces the `%names%`. A percent sign that begins no name stays; a value is never looked at
/// again, so nobody can smuggle in a name.
///
/// # Errors
/// [`UnknownPlaceholder`].
pub fn substitute(template: &str, values: &[(&str, &str)], form: Form) -> Result<String, UnknownPlaceholder> {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('%') {
        text.push_str(before);
        match after.split_once('%') {
            Some((name, behind)) if is_name(name) => {
                let value = values.iter().find(|(known, _)| *known == name);
                let (_, value) = value.ok_or_else(|| UnknownPlaceholder(name.to_owned()))?;
                write(&mut text, value, form);
                rest = behind;
            }
            _ => {
                text.push('%');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    Ok(text)
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_lowercase())
}

fn write(text: &mut String, value: &str, form: Form) {
    for letter in value.chars() {
        match (form, letter) {
            (Form::Line, letter) if letter.is_control() => text.push(' '),
            (Form::Html, '&') => text.push_str("&amp;"),
            (Form::Html, '<') => text.push_str("&lt;"),
            (Form::Html, '>') => text.push_str("&gt;"),
            (Form::Html, '"') => text.push_str("&quot;"),
            (Form::Html, '\'') => text.push_str("&#39;"),
            (Form::Line | Form::Text | Form::Html, letter) => text.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_are_replaced_once_and_escaped_where_it_matters() {
        let values = [("company", "<b>A & \"B\"</b>\r\nBcc: x@y.z"), ("comments", "%company%")];
        let check = |template, form, expect| {
            assert_eq!(substitute(template, &values, form).as_deref(), Ok(expect), "{template}");
        };
        check("Hi %company%!", Form::Line, "Hi <b>A & \"B\"</b>  Bcc: x@y.z!");
        check("%company%", Form::Html, "&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;\r\nBcc: x@y.z");
        check("%comments%", Form::Text, "%company%");
        check("50% off, 20% more %", Form::Text, "50% off, 20% more %");
        check("100%%comments%", Form::Text, "100%%company%");
        let unknown = Err(UnknownPlaceholder("password".into()));
        assert_eq!(substitute("%password%", &values, Form::Text), unknown);
    }

    #[test]
    fn every_template_is_complete_and_uses_known_names_only() {
        let values: Vec<(&str, &str)> = PLACEHOLDERS.iter().map(|name| (*name, "x")).collect();
        for notification in [NotificationType::ProspectApproved, NotificationType::ProspectRejected] {
            assert!(
                TEMPLATES.iter().any(|t| t.notification == notification && t.language == LANGUAGE_DEFAULT)
            );
        }
        for template in TEMPLATES {
            assert!(!template.subject.trim().contains('\n'));
            for part in [template.subject, template.text, template.html] {
                assert!(!part.trim().is_empty());
                substitute(part, &values, Form::Text).unwrap();
            }
        }
    }

    #[test]
    fn the_nearest_language_is_chosen() {
        for language in [None, Some("en-US"), Some("EN-us"), Some("en-GB"), Some("xx"), Some("")] {
            let chosen = choose(TEMPLATES, NotificationType::ProspectApproved, language).unwrap();
            assert_eq!(chosen.language, "en-US");
        }
    }

    proptest! {
        #[test]
        fn no_value_can_open_a_tag_or_a_header(value in "\\PC*|[<>&\"'%\\r\\na-z]*") {
            let html = substitute("<p>%company%</p>", &[("company", &value)], Form::Html).unwrap();
            let inner = html.strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>")).unwrap();
            prop_assert!(!inner.contains(['<', '>', '"', '\'']));
            let line = substitute("%company%", &[("company", &value)], Form::Line).unwrap();
            prop_assert!(!line.contains(['\r', '\n']));
        }
    }
}
