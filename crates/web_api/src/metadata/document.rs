//! `$select`, `$expand` and `$filter` over documents in memory: metadata is small and has no table.

use odata::{Comparison, Expand, Filter, Literal, TextMatchKind};
use serde_json::{Map, Value as Json};

use crate::respond::ApiError;

/// Parts of a document that are shown only when expanded.
const EXPANDABLE: [&str; 7] = [
    "Attributes",
    "Keys",
    "ManyToOneRelationships",
    "OneToManyRelationships",
    "ManyToManyRelationships",
    "OptionSet",
    "GlobalOptionSet",
];

/// The members of a document that a caller asked for; its id and type always come along.
pub(super) fn project(document: &Json, select: &[String], expand: &[Expand]) -> Result<Json, ApiError> {
    let Json::Object(members) = document else { return Ok(document.clone()) };
    let mut shown = Map::new();
    for (name, value) in members {
        if EXPANDABLE.contains(&name.as_str()) {
            if let Some(item) = expand.iter().find(|item| item.property == *name) {
                shown.insert(name.clone(), project_inner(value, item)?);
            }
        } else if select.is_empty() || name.starts_with('@') || name == "MetadataId" || select.contains(name)
        {
            shown.insert(name.clone(), value.clone());
        }
    }
    Ok(Json::Object(shown))
}

fn project_inner(value: &Json, item: &Expand) -> Result<Json, ApiError> {
    let Json::Array(documents) = value else { return project(value, &item.select, &item.expand) };
    let mut shown = Vec::with_capacity(documents.len());
    for document in documents {
        if holds(document, item.filter.as_ref())? {
            shown.push(project(document, &item.select, &item.expand)?);
        }
    }
    Ok(Json::Array(shown))
}

/// Whether a document meets the condition.
pub(super) fn holds(document: &Json, filter: Option<&Filter>) -> Result<bool, ApiError> {
    let Some(filter) = filter else { return Ok(true) };
    Ok(match filter {
        Filter::And(parts) => {
            for part in parts {
                if !holds(document, Some(part))? {
                    return Ok(false);
                }
            }
            true
        }
        Filter::Or(parts) => {
            for part in parts {
                if holds(document, Some(part))? {
                    return Ok(true);
                }
            }
            false
        }
        Filter::Not(inner) => !holds(document, Some(inner))?,
        Filter::Compare { path, operator, value } => {
            let equal = equals(member(document, path), value);
            match operator {
                Comparison::Equal => equal,
                Comparison::NotEqual => !equal,
                _ => return Err(unsupported(filter)),
            }
        }
        Filter::In { path, values } => {
            let member = member(document, path);
            values.iter().any(|value| equals(member, value))
        }
        Filter::TextMatch { path, kind, value } => {
            let text = member(document, path).as_str().unwrap_or_default();
            match kind {
                TextMatchKind::Contains => text.contains(value.as_str()),
                TextMatchKind::StartsWith => text.starts_with(value.as_str()),
                TextMatchKind::EndsWith => text.ends_with(value.as_str()),
            }
        }
        Filter::Boolean(path) => member(document, path) == &Json::Bool(true),
        Filter::Function { .. } | Filter::Any { .. } | Filter::All { .. } => {
            return Err(unsupported(filter));
        }
    })
}

fn unsupported(filter: &Filter) -> ApiError {
    ApiError::not_implemented(&format!("`{filter}` in a filter of metadata"))
}

fn member<'a>(document: &'a Json, path: &odata::Path) -> &'a Json {
    path.0.iter().fold(document, |inner, name| inner.get(name).unwrap_or(&Json::Null))
}

fn equals(json: &Json, literal: &Literal) -> bool {
    match literal {
        Literal::Null => json.is_null(),
        Literal::Boolean(yes) => json.as_bool() == Some(*yes),
        Literal::Whole(number) => json.as_i64() == Some(*number),
        Literal::Text(text) | Literal::EnumMember { member: text, .. } => {
            json.as_str().is_some_and(|known| known.eq_ignore_ascii_case(text))
        }
        Literal::Id(id) => json.as_str().is_some_and(|known| known == id.to_string()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(filter: &str, expect: bool) {
        let document = json!({ "Name": "lead", "IsPrivate": false, "Type": { "Value": "A" }, "Number": 3 });
        let filter = odata::parse_filter(filter).unwrap();
        assert_eq!(holds(&document, Some(&filter)), Ok(expect), "{filter}");
    }

    #[test]
    fn documents_are_filtered_as_rows_are() {
        check("Name eq 'Lead' and IsPrivate eq false", true);
        check("IsPrivate or not (Number ne 3)", true);
        check("Type/Value eq Microsoft.Dynamics.CRM.Kind'A'", true);
        check("contains(Name,'ea') and startswith(Name,'le') and endswith(Name,'ad')", true);
        check("Name in ('a','lead')", true);
        check("Missing eq null", true);
        check("Name eq 'x' or Number eq 4", false);
        let later = odata::parse_filter("Number gt 3").unwrap();
        assert_eq!(holds(&json!({}), Some(&later)).unwrap_err().status, 501);
    }
}
