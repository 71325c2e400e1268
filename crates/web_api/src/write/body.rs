//! The body of a create or an update: properties become values of columns, binds become rows.

use serde_json::{Map, Value as Json};
use tables::uuid::Uuid;
use tables::{
    ColumnDefinition, ColumnKind, Filter, Query, Reference, TableDefinition, Tx, Value, Values, json,
};

use super::bind::{Target, parse_bind};
use crate::api::Convention;
use crate::model::{Model, navigation};
use crate::respond::{ApiError, BAD_PAYLOAD, NO_ROW_FOR_KEY};

/// What a body asks to write.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Body {
    /// The row's id, where the body names it.
    pub id: Option<Uuid>,
    pub values: Values,
    /// Lookups whose row is named by a key and has to be found first.
    pub(super) binds: Vec<Bind>,
}

/// A lookup and the key of the row that it shall point to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bind {
    column: String,
    table: String,
    filter: Filter,
    /// As given, for an error.
    text: String,
}

impl Model<'_> {
    /// Reads a body for `table`. `root` is the address of this service, where it is known.
    pub fn body(
        &self,
        table: &TableDefinition,
        object: &Map<String, Json>,
        root: Option<&str>,
    ) -> Result<Body, ApiError> {
        let mut body = Body::default();
        for (name, json) in object {
            match name.split_once('@') {
                None => self.property_value(table, name, json, &mut body)?,
                Some((property, "odata.bind")) => self.bind(table, property, json, root, &mut body)?,
                Some(("", "odata.type")) => of_type(table, json)?,
                // `@odata.etag`, `x@...FormattedValue`: told, not written.
                Some(_) => {}
            }
        }
        let mut seen = std::collections::HashSet::new();
        let columns =
            body.values.iter().map(|(name, _)| name).chain(body.binds.iter().map(|bind| &bind.column));
        for column in columns {
            if !seen.insert(column.as_str()) {
                return Err(bad(format!("{column} is given twice. Give it once.")));
            }
        }
        Ok(body)
    }

    fn property_value(
        &self,
        table: &TableDefinition,
        name: &str,
        json: &Json,
        body: &mut Body,
    ) -> Result<(), ApiError> {
        let dataverse = self.convention == Convention::Dataverse;
        if let (true, Some((column, _))) = (dataverse, navigation(table, name)) {
            // A lookup under its own name: null clears it, a row inside would be a deep insert.
            return match json {
                Json::Null => {
                    body.values.push((column.name.clone(), Value::Null));
                    Ok(())
                }
                Json::Object(_) => {
                    Err(ApiError::not_implemented(&format!("Creating {name} with its parent")))
                }
                _ => Err(use_bind(column)),
            };
        }
        let at = self.convention.column(table, name).ok_or_else(|| self.unknown_in_body(table, name))?;
        let column = &table.columns[at];
        match (&column.kind, json) {
            (ColumnKind::Lookup { .. }, _) if dataverse => Err(use_bind(column)),
            (ColumnKind::Id, json) if at == 0 => match json::read(column, json)? {
                Value::Id(id) => {
                    body.id = Some(id);
                    Ok(())
                }
                _ => Ok(()),
            },
            (_, json) => {
                body.values.push((column.name.clone(), json::read(column, json)?));
                Ok(())
            }
        }
    }

    fn unknown_in_body(&self, table: &TableDefinition, name: &str) -> ApiError {
        ApiError { code: BAD_PAYLOAD.into(), ..self.convention.unknown_property(table, name) }
    }

    fn bind(
        &self,
        table: &TableDefinition,
        property: &str,
        json: &Json,
        root: Option<&str>,
        body: &mut Body,
    ) -> Result<(), ApiError> {
        let found = navigation(table, property);
        let (column, only) = found.ok_or_else(|| self.unknown_in_body(table, property))?;
        let text = match json {
            Json::Null => {
                body.values.push((column.name.clone(), Value::Null));
                return Ok(());
            }
            Json::String(text) => text,
            _ => return Err(bad(format!("{property}@odata.bind must be a path such as \"/accounts(id)\"."))),
        };
        let at_fault = |error: ApiError| ApiError {
            message: format!("{property}@odata.bind: {}", error.message),
            ..error
        };
        let (target_table, target) = parse_bind(self, text, root).map_err(at_fault)?;
        let fits = match (only, &column.kind) {
            (Some(only), _) => only == target_table,
            (None, ColumnKind::Lookup { targets }) => targets.contains(&target_table),
            (None, _) => false,
        };
        if !fits {
            return Err(bad(format!("{property}@odata.bind cannot point to a row of {target_table}.")));
        }
        match target {
            Target::Id(id) => {
                let value = column.accept(Reference::new(target_table, id).into())?;
                body.values.push((column.name.clone(), value));
            }
            Target::Key(filter) => {
                let (column, text) = (column.name.clone(), text.clone());
                body.binds.push(Bind { column, table: target_table, filter, text });
            }
        }
        Ok(())
    }
}

impl Body {
    /// All values, with the rows found that are bound by key.
    pub async fn resolve(&self, tx: &mut Tx) -> Result<Values, ApiError> {
        let mut values = self.values.clone();
        for bind in &self.binds {
            let query = Query::of(bind.table.as_str()).filter(bind.filter.clone()).limit(1);
            let row = tx.page(&query).await?.rows.into_iter().next();
            let row = row.ok_or_else(|| {
                let message = format!(
                    "{} points to {}, which does not exist. Choose an existing row.",
                    bind.column, bind.text
                );
                ApiError::new(400, NO_ROW_FOR_KEY, message)
            })?;
            values.push((bind.column.clone(), Reference::new(bind.table.as_str(), row.id()).into()));
        }
        Ok(values)
    }

    /// All values; a row bound by key cannot be looked up here.
    pub fn known(self) -> Result<Values, ApiError> {
        match self.binds.first() {
            None => Ok(self.values),
            Some(bind) => {
                Err(bad(format!("{} must be bound by id here, not by {}.", bind.column, bind.text)))
            }
        }
    }

    /// The value given for a column, if it is one without a lookup by key.
    pub fn value(&self, column: &str) -> Option<&Value> {
        self.values.iter().find(|(name, _)| name == column).map(|(_, value)| value)
    }
}

/// Refuses a body that says it is a row of another table.
fn of_type(table: &TableDefinition, json: &Json) -> Result<(), ApiError> {
    if json.as_str().is_some_and(|name| table_of_type(name) == table.name) {
        return Ok(());
    }
    Err(bad(format!("\"@odata.type\" is {json}, but the row is one of {}. Leave it out.", table.name)))
}

/// The table that a type names: `#Microsoft.Dynamics.CRM.lead`.
pub(crate) fn table_of_type(name: &str) -> &str {
    let name = name.trim_start_matches('#');
    name.rsplit_once('.').map_or(name, |(_, short)| short)
}

fn use_bind(column: &ColumnDefinition) -> ApiError {
    bad(format!("{0} is a lookup. Write it as \"{0}@odata.bind\": \"/set(id)\".", column.name))
}

fn bad(message: String) -> ApiError {
    ApiError::new(400, BAD_PAYLOAD, message)
}

#[cfg(test)]
mod tests {
    use tables::Money;

    use super::*;
    use crate::respond::fixture;

    const ROOT: &str = "http://127.0.0.1:8420/api/data/v9.2";
    const ID: Uuid = Uuid::from_u128(0xFEED);
    const GUID: &str = "00000000-0000-0000-0000-00000000feed";

    fn body(convention: Convention, table: &str, json: &str) -> Result<Body, ApiError> {
        let catalog = fixture::catalog();
        let exposed = ["lead", "account", "customer", "team", "systemuser"].map(String::from);
        let model = Model { exposed: Some(&exposed), ..Model::of_code(convention, &catalog) };
        let object = serde_json::from_str(json).unwrap();
        model.body(model.table(table).unwrap(), &object, Some(ROOT))
    }

    fn check(json: &str, values: &[(&str, Value)]) {
        let body = body(Convention::Dataverse, "lead", json).unwrap();
        let found: Vec<_> = body.values.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        assert_eq!(found, values, "{json}");
    }

    fn refused(json: &str, words: &[&str]) {
        let error = body(Convention::Dataverse, "lead", json).unwrap_err();
        assert_eq!(error.status, 400, "{json}: {error}");
        for word in words {
            assert!(error.message.contains(word), "{json}: {word} is missing in {error}");
        }
    }

    #[test]
    fn properties_become_values_and_annotations_are_passed_over() {
        check(
            r##"{"@odata.type":"#Microsoft.Dynamics.CRM.lead","subject":"x","revenue":1.25,
                "subject@OData.Community.Display.V1.FormattedValue":"y","donotemail":null}"##,
            &[("donotemail", Value::Null), ("revenue", Money(12_500).into()), ("subject", "x".into())],
        );
        let named = body(Convention::Dataverse, "lead", &format!(r#"{{"leadid":"{GUID}"}}"#)).unwrap();
        assert_eq!(named.id, Some(ID));
    }

    #[test]
    fn a_row_is_bound_by_every_spelling_of_its_address() {
        let account = Value::Id(ID);
        for address in [
            format!("/accounts({GUID})"),
            format!("accounts({GUID})"),
            format!("{ROOT}/accounts({GUID})"),
            format!("/api/data/v9.2/accounts({GUID})"),
            format!("/accounts({{{}}})", GUID.to_uppercase()),
            format!("/accounts(accountid={GUID})"),
        ] {
            let json = format!(r#"{{"parentaccountid@odata.bind":"{address}"}}"#);
            check(&json, &[("parentaccountid", account.clone())]);
        }
        let polymorphic = [("customerid", Reference::new("account", ID).into())];
        check(&format!(r#"{{"customerid_account@odata.bind":"/accounts({GUID})"}}"#), &polymorphic);
        check(&format!(r#"{{"customerid@odata.bind":"/accounts({GUID})"}}"#), &polymorphic);
        check(
            &format!(r#"{{"ownerid@odata.bind":"/teams({GUID})"}}"#),
            &[("ownerid", Reference::new("team", ID).into())],
        );
        for cleared in [
            r#"{"customerid_account@odata.bind":null}"#,
            r#"{"customerid_account":null}"#,
            r#"{"customerid":null}"#,
        ] {
            check(cleared, &[("customerid", Value::Null)]);
        }
        let by_key =
            body(Convention::Dataverse, "lead", r#"{"ownerid@odata.bind":"/teams(name='usmf DW')"}"#);
        let binds = by_key.unwrap().binds;
        assert_eq!((binds[0].column.as_str(), binds[0].table.as_str()), ("ownerid", "team"));
    }

    #[test]
    fn a_wrong_body_names_the_column() {
        refused(r#"{"nosuch":1}"#, &["nosuch", "lead"]);
        refused(r##"{"@odata.type":"#Microsoft.Dynamics.CRM.account"}"##, &["CRM.account", "lead"]);
        refused(r#"{"@odata.type":5}"#, &["@odata.type", "lead"]);
        refused(r#"{"Subject":"x"}"#, &["'subject'"]);
        refused(r#"{"subject":5}"#, &["subject", "text"]);
        refused(r#"{"subject":"0123456789012345678901234567890"}"#, &["subject", "31", "30"]);
        refused(r#"{"numberofemployees":"12"}"#, &["numberofemployees"]);
        refused(r#"{"numberofemployees":1.5}"#, &["numberofemployees"]);
        refused(r#"{"numberofemployees":1000001}"#, &["numberofemployees", "1000000"]);
        refused(r#"{"leadqualitycode":9}"#, &["leadqualitycode", "1 Hot"]);
        refused(r#"{"lastused":"yesterday"}"#, &["lastused"]);
        refused(r#"{"credential":"x"}"#, &["credential"]);
        refused(&format!(r#"{{"_parentaccountid_value":"{GUID}"}}"#), &["parentaccountid@odata.bind"]);
        refused(&format!(r#"{{"parentaccountid":"{GUID}"}}"#), &["parentaccountid@odata.bind"]);
        refused(&format!(r#"{{"ParentAccountId@odata.bind":"/accounts({GUID})"}}"#), &["ParentAccountId"]);
        refused(
            &format!(r#"{{"parentaccountid@odata.bind":"/leads({GUID})"}}"#),
            &["parentaccountid", "lead"],
        );
        refused(&format!(r#"{{"customerid_lead@odata.bind":"/accounts({GUID})"}}"#), &["customerid_lead"]);
        refused(r#"{"parentaccountid@odata.bind":"/accounts"}"#, &["parentaccountid"]);
        refused(
            r#"{"parentaccountid@odata.bind":"/accounts(name='x')"}"#,
            &["parentaccountid", "accountnumber"],
        );
        refused(r#"{"parentaccountid@odata.bind":5}"#, &["parentaccountid"]);
        refused(
            &format!(r#"{{"parentaccountid@odata.bind":"http://other/api/data/v9.2/accounts({GUID})"}}"#),
            &["other"],
        );
        refused(
            &format!(r#"{{"customerid_account@odata.bind":"/accounts({GUID})","customerid":null}}"#),
            &["customerid", "twice"],
        );
    }

    #[test]
    fn headquarters_takes_options_by_name() {
        let given = body(
            Convention::FinanceAndOperations,
            "customer",
            r#"{"Status":"Approved","dataAreaId":"usmf"}"#,
        );
        assert_eq!(given.unwrap().value("Status"), Some(&Value::Choice(3)));
    }

    #[test]
    fn a_deep_insert_is_not_pretended() {
        let error = body(Convention::Dataverse, "lead", r#"{"parentaccountid":{"name":"x"}}"#).unwrap_err();
        assert_eq!(error.status, 501, "{error}");
    }
}
