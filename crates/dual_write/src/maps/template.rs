//! Text with names in braces: `{OrganizationName}: business partner request`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;

use super::Scope;
use crate::row::text;

/// A parsed template. `{{` stands for a brace.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Template(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Name(String),
}

impl TryFrom<String> for Template {
    type Error = String;

    fn try_from(source: String) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut literal = String::new();
        let mut rest = source.as_str();
        while let Some(at) = rest.find('{') {
            literal.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix('{') {
                literal.push('{');
                rest = after;
                continue;
            }
            let Some((name, after)) = rest.split_once('}') else {
                return Err(format!("\"{source}\" opens a brace that is not closed: add }} or write {{{{"));
            };
            if name.trim().is_empty() || name.contains('{') {
                return Err(format!("\"{source}\" has braces without a column's name between them"));
            }
            parts.push(Part::Text(std::mem::take(&mut literal)));
            parts.push(Part::Name(name.trim().to_owned()));
            rest = after;
        }
        literal.push_str(rest);
        parts.push(Part::Text(literal));
        parts.retain(|part| *part != Part::Text(String::new()));
        Ok(Self(parts))
    }
}

impl std::fmt::Display for Template {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|part| match part {
            Part::Text(text) => formatter.write_str(&text.replace('{', "{{")),
            Part::Name(name) => write!(formatter, "{{{name}}}"),
        })
    }
}

impl Template {
    /// The text with every name replaced by its value.
    #[must_use]
    pub fn fill(&self, scope: &Scope<'_>) -> String {
        self.fill_with(scope, |value| value)
    }

    /// The value of a template that is one name and nothing else: a number stays a number.
    fn alone(&self, scope: &Scope<'_>) -> Option<Json> {
        match self.0.as_slice() {
            [Part::Name(name)] => Some(scope.get(name)),
            _ => None,
        }
    }

    /// The text as part of a quoted key: quotes inside values are doubled, as OData wants it.
    #[must_use]
    pub fn fill_quoted(&self, scope: &Scope<'_>) -> String {
        self.fill_with(scope, |value| value.replace('\'', "''"))
    }

    fn fill_with(&self, scope: &Scope<'_>, escape: impl Fn(String) -> String) -> String {
        let part = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Name(name) => escape(text(&scope.get(name))),
        };
        self.0.iter().map(part).collect()
    }
}

/// A value written in a document: text may be a template, everything else stands for itself.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Json")]
pub enum Constant {
    /// A number, yes, no or nothing.
    Plain(Json),
    /// Text.
    Text(Template),
}

impl TryFrom<Json> for Constant {
    type Error = String;

    fn try_from(value: Json) -> Result<Self, String> {
        match value {
            Json::String(text) => Template::try_from(text).map(Self::Text),
            Json::Array(_) | Json::Object(_) => Err("one value is expected, not a list or table".into()),
            plain => Ok(Self::Plain(plain)),
        }
    }
}

impl std::fmt::Display for Constant {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Plain(value) => write!(formatter, "{value}"),
            Self::Text(template) => write!(formatter, "{template}"),
        }
    }
}

impl Constant {
    /// The value.
    #[must_use]
    pub fn fill(&self, scope: &Scope<'_>) -> Json {
        match self {
            Self::Plain(value) => value.clone(),
            Self::Text(template) => template.alone(scope).unwrap_or_else(|| Json::from(template.fill(scope))),
        }
    }
}

/// What an action is given: values, and objects of values.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Body {
    /// Properties by name.
    Object(BTreeMap<String, Body>),
    /// One value.
    Value(Constant),
}

impl std::fmt::Display for Body {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self::Object(properties) = self else {
            return if let Self::Value(constant) = self { write!(formatter, "{constant}") } else { Ok(()) };
        };
        for (at, (name, body)) in properties.iter().enumerate() {
            let between = if at == 0 { "" } else { ", " };
            match body {
                Self::Object(_) => write!(formatter, "{between}{name} ({body})")?,
                Self::Value(value) => write!(formatter, "{between}{name} = {value}")?,
            }
        }
        Ok(())
    }
}

impl Body {
    /// As JSON; properties without a value are left out.
    #[must_use]
    pub fn fill(&self, scope: &Scope<'_>) -> Json {
        match self {
            Self::Value(constant) => constant.fill(scope),
            Self::Object(properties) => {
                let filled = properties.iter().map(|(name, body)| (name.clone(), body.fill(scope)));
                Json::Object(filled.filter(|(_, value)| !value.is_null()).collect())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_become_values() {
        let Json::Object(row) = json!({ "Name": "O'Neil", "Count": 3 }) else { unreachable!() };
        let scope = Scope::of(&row).fact("company", "usmf");
        for (template, expect) in [
            ("{Name}: request", "O'Neil: request"),
            ("{ Name }{Count}{Missing}!", "O'Neil3!"),
            ("{$company} DW", "usmf DW"),
            ("{{x}", "{x}"),
            ("", ""),
        ] {
            assert_eq!(Template::try_from(template.to_owned()).unwrap().fill(&scope), expect);
        }
        let quoted = Template::try_from("teams(name='{Name}')".to_owned()).unwrap();
        assert_eq!(quoted.fill_quoted(&scope), "teams(name='O''Neil')");
        let alone = Constant::Text(Template::try_from("{Count}".to_owned()).unwrap());
        assert_eq!(alone.fill(&scope), 3);
        for text in ["{Name}: request", "{{x} {$company}", ""] {
            assert_eq!(Template::try_from(text.to_owned()).unwrap().to_string(), text);
        }
        for bad in ["{", "{}", "{a{b}}", "x {name"] {
            assert!(Template::try_from(bad.to_owned()).is_err(), "{bad}");
        }
    }
}
