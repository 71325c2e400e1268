//! Facts: columns of a row with their labels, read only.

use shell::names::Names;
use shell::{Visit, countries};
use tables::{Row, Value};

use super::edit;
use crate::prospects::TYPE_B2B;

/// A label and what there is to it.
#[derive(Clone, Debug, Default)]
pub(super) struct Fact {
    pub label: String,
    /// Empty: no value.
    pub text: String,
    /// Where it leads; empty: nowhere.
    pub href: String,
}

impl Fact {
    pub fn new(label: String, text: impl Into<String>) -> Self {
        Self { label, text: text.into(), href: String::new() }
    }

    /// The same, leading there.
    pub fn to(self, href: impl Into<String>) -> Self {
        Self { href: href.into(), ..self }
    }
}

/// These columns of a row, in this order.
pub(super) fn facts(visit: &Visit, row: &Row, columns: &[&str]) -> Vec<Fact> {
    columns.iter().map(|column| fact(visit, row, column)).collect()
}

/// One column of a row. Addresses can be followed.
pub(super) fn fact(visit: &Visit, row: &Row, column: &str) -> Fact {
    let table = &row.definition().name;
    let value = row.get(column);
    let text = match (row.definition().column(column), value.as_text()) {
        (_, Some(tag)) if matches!(column, "Language" | "LanguageId") => edit::language(visit, tag),
        (_, Some(TYPE_B2B)) if column == "TypeId" => visit.say("type-b2b-prospect"),
        (_, Some(code)) if column == "AddressCountry" => countries::name(visit, code),
        (Some(definition), _) => visit.value(table, definition, value, &Names::new()),
        (None, _) => String::new(),
    };
    Fact { label: visit.column(table, column), href: address(column, value), text }
}

fn address(column: &str, value: &Value) -> String {
    let Some(text) = value.as_text() else { return String::new() };
    match column {
        "PrimaryContactEmail" | "Recipient" | "DecidedBy" if text.contains('@') => format!("mailto:{text}"),
        "PrimaryContactPhone" => {
            let digits = text.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+');
            format!("tel:{}", digits.collect::<String>())
        }
        // Anything but the web (`javascript:`) is no link.
        "Website" | "PrimaryContactUrl" if text.contains("://") => {
            let is_web = text.starts_with("https://") || text.starts_with("http://");
            if is_web { text.to_owned() } else { String::new() }
        }
        "Website" | "PrimaryContactUrl" if text.contains('.') && !text.contains([':', ' ']) => {
            format!("https://{text}")
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_an_address_becomes_a_link() {
        for (column, text, expected) in [
            ("PrimaryContactEmail", "a@b.co", "mailto:a@b.co"),
            ("PrimaryContactPhone", "+48 (12) 345", "tel:+4812345"),
            ("Website", "https://a.example/x", "https://a.example/x"),
            ("Website", "a.example", "https://a.example"),
            ("Website", "javascript:alert(1)", ""),
            ("Website", "ftp://a.example", ""),
            ("OrganizationName", "a@b.co", ""),
        ] {
            assert_eq!(address(column, &text.into()), expected, "{text}");
        }
    }
}
