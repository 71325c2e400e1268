//! What `{$company}`, `{$currency}` and `{$business_unit}` stand for in a package's checks.

use serde_json::Value as Json;

use crate::Row;

/// The names that a package may use.
const NAMES: [&str; 3] = ["{$company}", "{$currency}", "{$business_unit}"];

/// Their values, for one installation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variables {
    /// Code of the company.
    pub company: String,
    /// ISO code of its currency.
    pub currency: String,
    /// Id of the business unit of the identity in Sales.
    pub business_unit: String,
}

impl Variables {
    /// The text with values in place of names.
    #[must_use]
    pub fn fill(&self, text: &str) -> String {
        let values = [&self.company, &self.currency, &self.business_unit];
        NAMES.iter().zip(values).fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
    }

    /// The same in every text of a body.
    #[must_use]
    pub fn fill_body(&self, body: &Row) -> Row {
        let fill = |value: &Json| match value {
            Json::String(text) => Json::String(self.fill(text)),
            other => other.clone(),
        };
        body.iter().map(|(name, value)| (name.clone(), fill(value))).collect()
    }

    /// The address with values, written as addresses are.
    #[must_use]
    pub fn fill_path(&self, path: &str) -> String {
        let Some((set, query)) = path.split_once("?$filter=") else { return self.fill(path) };
        let doubled = |value: &str| value.replace('\'', "''");
        let safe = Self {
            company: doubled(&self.company),
            currency: doubled(&self.currency),
            business_unit: doubled(&self.business_unit),
        };
        format!("{set}?$filter={}&$top=1", crate::peer::encode(&safe.fill(query)))
    }

    /// A name that stands for nothing.
    pub(super) fn check(&self, text: &str) -> Result<(), String> {
        let unknown = text.split("{$").skip(1).map(|rest| rest.split('}').next().unwrap_or_default());
        let unknown = unknown.map(|name| format!("{{${name}}}")).find(|name| !NAMES.contains(&name.as_str()));
        match unknown {
            Some(name) => Err(format!("{name} stands for nothing: use one of {}", NAMES.join(", "))),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_filled_in_and_quoted_in_addresses() {
        let variables =
            Variables { company: "o'us".into(), currency: "USD".into(), business_unit: "b".into() };
        assert_eq!(variables.fill("{$company} DW in {$currency}"), "o'us DW in USD");
        let path = variables.fill_path("teams?$filter=name eq '{$company} DW'");
        assert_eq!(path, "teams?$filter=name%20eq%20%27o%27%27us%20DW%27&$top=1");
        assert!(variables.check("{$compny}").unwrap_err().contains("{$compny}"));
    }
}
