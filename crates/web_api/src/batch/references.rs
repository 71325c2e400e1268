//! `$1`: a row that an earlier part of the same change set made or named.

use std::collections::HashMap;

use serde_json::{Map, Value as Json};

use crate::respond::ApiError;

/// Addresses of rows, relative to the service, by the `Content-ID` of the part they come from.
#[derive(Clone, Debug, Default)]
pub(crate) struct References {
    known: HashMap<String, String>,
    in_change_set: bool,
}

impl References {
    /// Those of a change set that has just begun.
    pub fn of_change_set() -> Self {
        Self { known: HashMap::new(), in_change_set: true }
    }

    /// Remembers a row.
    pub fn add(&mut self, content_id: String, address: String) {
        self.known.insert(content_id, address);
    }

    /// The address with a leading `$1` put in words; others stay as they are.
    pub fn resolve(&self, address: &str) -> Result<String, ApiError> {
        let inner = address.strip_prefix('/').unwrap_or(address);
        let Some(rest) = inner.strip_prefix('$').filter(|_| self.in_change_set) else {
            return Ok(address.to_owned());
        };
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (id, tail) = rest.split_at(end);
        let row = self.known.get(id).ok_or_else(|| {
            let message =
                format!("${id} is the Content-ID of no earlier part of this change set. Define it first.");
            ApiError::invalid(message)
        })?;
        Ok(format!("{row}{tail}"))
    }

    /// Puts every reference in a body in words.
    pub fn fill_in(&self, object: &mut Map<String, Json>) -> Result<(), ApiError> {
        if !self.in_change_set {
            return Ok(());
        }
        for (name, value) in object {
            match value {
                Json::String(text)
                    if text.starts_with('$')
                        && (name.ends_with("@odata.bind") || name.ends_with("@odata.id")) =>
                {
                    *text = self.resolve(text)?;
                }
                Json::Object(inner) => self.fill_in(inner)?,
                Json::Array(items) => {
                    for inner in items.iter_mut().filter_map(Json::as_object_mut) {
                        self.fill_in(inner)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn known() -> References {
        let mut references = References::of_change_set();
        references.add("1".into(), "leads(00000000-0000-0000-0000-000000000001)".into());
        references
    }

    #[test]
    fn a_reference_stands_for_the_row_and_may_go_on() {
        let lead = "leads(00000000-0000-0000-0000-000000000001)";
        for (given, expect) in [
            ("$1", lead.to_owned()),
            ("/$1", lead.to_owned()),
            ("$1/ownerid/$ref", format!("{lead}/ownerid/$ref")),
            ("$1?$select=subject", format!("{lead}?$select=subject")),
            ("accounts(x)", "accounts(x)".into()),
        ] {
            assert_eq!(known().resolve(given).as_deref(), Ok(expect.as_str()), "{given}");
        }
        assert_eq!(known().resolve("$2").unwrap_err().status, 400);
        assert_eq!(References::default().resolve("$metadata").as_deref(), Ok("$metadata"));
    }

    #[test]
    fn only_binds_are_filled_in() {
        let json = json!({ "a@odata.bind": "$1", "price": "$1", "list": [{ "@odata.id": "/x(1)" }] });
        let mut object = json.as_object().unwrap().clone();
        known().fill_in(&mut object).unwrap();
        assert_eq!(object["a@odata.bind"], "leads(00000000-0000-0000-0000-000000000001)");
        assert_eq!((&object["price"], &object["list"]), (&json["price"], &json["list"]));
    }
}
