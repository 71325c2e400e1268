//! One row as JSON.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value as Json;
use tables::json::ChoiceForm;
use tables::{ColumnDefinition, ColumnKind, Row, TableDefinition, Value};

use crate::api::Convention;

/// Which annotations a caller asked for with `odata.include-annotations`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Annotations {
    /// The table that a polymorphic lookup points to.
    pub lookup_logical_name: bool,
}

const LOOKUP_LOGICAL_NAME: &str = "Microsoft.Dynamics.CRM.lookuplogicalname";

impl Annotations {
    /// Reads a list such as `*` or `Microsoft.Dynamics.CRM.*,-display.*`; the first fit decides.
    pub fn asked_for(list: &str) -> Self {
        let fits = |pattern: &str| match pattern.strip_suffix('*') {
            Some(prefix) => LOOKUP_LOGICAL_NAME.starts_with(prefix),
            None => pattern == LOOKUP_LOGICAL_NAME,
        };
        let mut lookup_logical_name = false;
        for pattern in list.split(',').map(str::trim) {
            match pattern.strip_prefix('-') {
                Some(unwanted) if fits(unwanted) => return Self::default(),
                Some(_) => {}
                None => lookup_logical_name |= fits(pattern),
            }
        }
        Self { lookup_logical_name }
    }
}

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
            if let Value::Reference(reference) = value
                && self.shape.annotations.lookup_logical_name
            {
                map.serialize_entry(&format!("{property}@{LOOKUP_LOGICAL_NAME}"), &reference.table)?;
            }
            map.serialize_entry(property.as_ref(), &cell(self.shape.convention, column, value))?;
        }
        map.end()
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

    #[test]
    fn annotations_are_found_in_every_spelling_of_the_list() {
        for list in
            ["*", "Microsoft.Dynamics.CRM.*", LOOKUP_LOGICAL_NAME, "OData.Community.*, *", "-display.*,*"]
        {
            assert!(Annotations::asked_for(list).lookup_logical_name, "{list}");
        }
        for list in ["", "OData.Community.Display.V1.FormattedValue", "-*,*", "-Microsoft.Dynamics.CRM.*,*"] {
            assert!(!Annotations::asked_for(list).lookup_logical_name, "{list}");
        }
    }
}
