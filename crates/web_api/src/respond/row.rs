//! One row as JSON.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value as Json;
use tables::json::ChoiceForm;
use tables::{ColumnDefinition, ColumnKind, Row, TableDefinition, Value};

use super::annotations::{ASSOCIATED_NAVIGATION_PROPERTY, Annotations, FORMATTED_VALUE, LOOKUP_LOGICAL_NAME};
use super::related::{Found, Related};
use crate::api::Convention;

/// Which columns of a table an answer shows, and how.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    pub convention: Convention,
    /// Positions of columns, never of a secret one.
    pub columns: Vec<usize>,
    pub annotations: Annotations,
}

impl Shape {
    /// All columns that are no secret.
    pub fn whole(convention: Convention, table: &TableDefinition, annotations: Annotations) -> Self {
        let shown = |(at, column): (usize, &ColumnDefinition)| (!column.secret).then_some(at);
        let columns = table.columns.iter().enumerate().filter_map(shown).collect();
        Self { convention, columns, annotations }
    }
}

/// A row to be written out.
pub(crate) struct RowJson<'a> {
    pub row: &'a Row,
    pub shape: &'a Shape,
    /// `@odata.context`, where the row is the whole answer.
    pub context: Option<&'a str>,
    /// `@odata.type`, where rows of several tables stand side by side.
    pub type_name: Option<&'a str>,
    /// What was read besides.
    pub related: Option<&'a Related>,
}

impl<'a> RowJson<'a> {
    /// A row among others.
    pub fn of(row: &'a Row, shape: &'a Shape, related: Option<&'a Related>) -> Self {
        Self { row, shape, context: None, type_name: None, related }
    }
}

impl Serialize for RowJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(context) = self.context {
            map.serialize_entry("@odata.context", context)?;
        }
        if let Some(type_name) = self.type_name {
            map.serialize_entry("@odata.type", type_name)?;
        }
        map.serialize_entry("@odata.etag", &super::etag(self.row.version()))?;
        let table = self.row.definition();
        for &at in &self.shape.columns {
            let (Some(column), Some(value)) = (table.columns.get(at), self.row.values().get(at)) else {
                continue;
            };
            let property = self.shape.convention.property(column);
            self.annotations(&mut map, column, &property, value)?;
            map.serialize_entry(property.as_ref(), &cell(self.shape.convention, column, value))?;
        }
        for expanded in self.related.iter().flat_map(|related| &related.expanded) {
            match expanded.found(self.row) {
                Found::One(row) => {
                    let row = row.map(|row| RowJson::of(row, &expanded.shape, Some(&expanded.related)));
                    map.serialize_entry(&expanded.property, &row)?;
                }
                Found::Many(rows) => {
                    let rows: Vec<RowJson<'_>> =
                        rows.map(|row| RowJson::of(row, &expanded.shape, Some(&expanded.related))).collect();
                    map.serialize_entry(&expanded.property, &rows)?;
                }
            }
        }
        map.end()
    }
}

impl RowJson<'_> {
    /// What is said of a value beside it, where the caller asked.
    fn annotations<M: SerializeMap>(
        &self,
        map: &mut M,
        column: &ColumnDefinition,
        property: &str,
        value: &Value,
    ) -> Result<(), M::Error> {
        let asked = self.shape.annotations;
        if let ColumnKind::Lookup { targets } = &column.kind
            && !value.is_null()
        {
            let several = targets.len() > 1;
            let target = match value {
                Value::Reference(reference) => Some(reference.table.as_str()),
                _ => targets.first().map(String::as_str),
            };
            if let (true, Some(target)) = (asked.lookup_logical_name, target) {
                map.serialize_entry(&format!("{property}@{LOOKUP_LOGICAL_NAME}"), target)?;
            }
            if let (true, Some(target)) = (asked.associated_navigation_property, target) {
                let navigation = match several {
                    true => format!("{}_{target}", column.name),
                    false => column.name.clone(),
                };
                map.serialize_entry(&format!("{property}@{ASSOCIATED_NAVIGATION_PROPERTY}"), &navigation)?;
            }
        }
        if asked.formatted_value
            && let Some(text) = self.formatted(column, value)
        {
            map.serialize_entry(&format!("{property}@{FORMATTED_VALUE}"), &text)?;
        }
        Ok(())
    }

    /// The value for people: an option's or a row's name; numbers, money and dates as they are.
    /// Text is its own.
    fn formatted(&self, column: &ColumnDefinition, value: &Value) -> Option<String> {
        match (&column.kind, value) {
            (ColumnKind::Text { .. } | ColumnKind::Memo { .. } | ColumnKind::Id, _) | (_, Value::Null) => {
                None
            }
            (ColumnKind::Choice { options }, Value::Choice(number)) => {
                options.iter().find(|option| option.value == *number).map(|option| option.name.clone())
            }
            (ColumnKind::MultiChoice { options }, Value::MultiChoice(numbers)) => {
                let name = |number: &i32| options.iter().find(|option| option.value == *number);
                let names = numbers.iter().filter_map(name).map(|option| option.name.as_str());
                Some(names.collect::<Vec<_>>().join("; "))
            }
            (_, Value::YesNo(yes)) => Some(if *yes { "Yes" } else { "No" }.to_owned()),
            (ColumnKind::Lookup { .. }, value) => {
                let id = reference_id(value)?;
                self.related.and_then(|related| related.names.get(&id)).cloned()
            }
            _ => match cell(self.shape.convention, column, value) {
                Json::String(text) => Some(text),
                json => Some(json.to_string()),
            },
        }
    }
}

/// The id that a lookup holds.
pub(crate) fn reference_id(value: &Value) -> Option<tables::uuid::Uuid> {
    match value {
        Value::Id(id) => Some(*id),
        Value::Reference(reference) => Some(reference.id),
        _ => None,
    }
}

/// One value as the convention writes it.
pub(crate) fn cell(convention: Convention, column: &ColumnDefinition, value: &Value) -> Json {
    match value {
        // Clients' date patterns know no fraction of a second.
        Value::DateTime(moment) => Json::from(moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
        Value::Reference(reference) => Json::from(reference.id.to_string()),
        value => {
            let choices = match convention {
                Convention::Dataverse => ChoiceForm::Number,
                Convention::FinanceAndOperations => ChoiceForm::Name,
            };
            debug_assert!(!matches!((&column.kind, value), (ColumnKind::Lookup { .. }, Value::Reference(_))));
            tables::json::write(column, value, choices)
        }
    }
}

#[cfg(test)]
mod tests {
    use tables::uuid::Uuid;
    use tables::{Decimal, Money, Reference};

    use super::*;
    use crate::respond::example::{customer, lead};

    fn check(column: &str, value: impl Into<Value>, expect: &str) {
        let lead = lead();
        let written = cell(Convention::Dataverse, lead.column(column).unwrap(), &value.into());
        assert_eq!(written.to_string(), expect, "{column}");
    }

    #[test]
    fn values_are_written_as_dataverse_writes_them() {
        let id = Uuid::from_u128(0xAB);
        let quoted = "\"00000000-0000-0000-0000-0000000000ab\"";
        check("subject", "Bühne \"A\"", r#""Bühne \"A\"""#);
        check("subject", Value::Null, "null");
        check("numberofemployees", 12, "12");
        check("score", Decimal { units: 150, scale: 2 }, "1.5");
        check("revenue", Money(9_007_199_254_740_993), "900719925474.0993");
        check("donotemail", true, "true");
        check("estimatedclosedate", jiff::civil::date(2026, 11, 20), "\"2026-11-20\"");
        check(
            "lastused",
            "2026-11-20T09:30:00.987654Z".parse::<jiff::Timestamp>().unwrap(),
            "\"2026-11-20T09:30:00Z\"",
        );
        check("leadqualitycode", Value::Choice(2), "2");
        check("parentaccountid", id, quoted);
        check("customerid", Reference::new("account", id), quoted);
    }

    #[test]
    fn headquarters_writes_options_by_name() {
        let customer = customer();
        let status = customer.column("Status").unwrap();
        let written = cell(Convention::FinanceAndOperations, status, &Value::Choice(3));
        assert_eq!(written, "Approved");
    }
}
