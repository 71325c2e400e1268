//! Substitute: known `%names%` are replaced and nothing else happens.

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
