//! `RetrieveChanges(Tables=@p1,Token=@p2)`: the change log across tables, in commit order, with
//! transactions, changed columns and their values before. With `Keep=true` the log keeps what the
//! calling application has not read yet; others may be away for some days only.

use std::collections::HashMap;
use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;
use odata::{Literal, Segment, parse_literal};
use serde_json::{Map, Value as Json, json};
use tables::log::{ENTRIES_MAX, Entries, Entry, Position};
use tables::uuid::Uuid;
use tables::{Error, Operation, Reader, Row, TableDefinition};

use crate::api::{Convention, Service};
use crate::exchange::Exchange;
use crate::model::Model;
use crate::respond::{self, Annotations, ApiError, RowJson, Shape, cell};

pub(crate) async fn retrieve_changes(
    service: &Service,
    exchange: &Exchange,
    function: &Segment,
) -> Result<Response, ApiError> {
    let model = service.model(exchange);
    let tables = tables(&model, argument(exchange, function, "Tables")?)?;
    let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    let mut reader = service.store.read(&exchange.caller.context.principal).await?;
    let keeps = keeps(argument(exchange, function, "Keep")?)?;
    let found = match token(argument(exchange, function, "Token")?)? {
        Some(after) => {
            let limit = exchange.options.top.unwrap_or(ENTRIES_MAX).clamp(1, ENTRIES_MAX);
            let found = reader.changes(after, &names, limit).await?;
            if keeps {
                // Who goes on from here has all before it.
                service.store.note_reader(&exchange.caller.application, after).await?;
            }
            found
        }
        None => {
            let next = reader.log_end().await?;
            // Asks for nothing, but with the same privileges as any other read.
            reader.changes(next, &names, 1).await?;
            Entries { entries: Vec::new(), next, more: false }
        }
    };
    let rows = current_rows(&mut reader, &found.entries).await?;
    // Whoever reads on in the log is a program: it needs to know tables, not words for people.
    let lookup_logical_name = exchange.annotations().lookup_logical_name;
    let annotations = Annotations { lookup_logical_name, ..Annotations::default() };
    let write = |entry: &Entry| {
        let table = model.catalog.table(&entry.table)?;
        let shape = Shape::whole(model.convention, table, annotations);
        entry_json(table, &shape, entry, rows.get(&entry.row))
    };
    let value = found.entries.iter().map(write).collect::<Result<Vec<_>, _>>()?;
    let body = json!({
        "@odata.context": format!("{}/$metadata#RetrieveChangesResponse", exchange.root),
        "value": value,
        "Token": found.next.to_string(),
        "More": found.more,
    });
    respond::json(StatusCode::OK, &body)
}

/// An argument of the function, with its alias looked up.
fn argument(exchange: &Exchange, function: &Segment, name: &str) -> Result<Option<Literal>, ApiError> {
    let given = function.arguments().iter().find(|(known, _)| known == name);
    let Some((_, literal)) = given else { return Ok(None) };
    let Literal::Alias(alias) = literal else { return Ok(Some(literal.clone())) };
    match exchange.options.aliases.get(alias) {
        Some(text) => Ok(Some(parse_literal(text)?)),
        None => Err(ApiError::invalid(format!("{name}=@{alias} needs &@{alias}=... in the query."))),
    }
}

/// The tables whose sets are named; none named: all that the service shows.
fn tables<'a>(
    model: &Model<'a>,
    argument: Option<Literal>,
) -> Result<Vec<&'a Arc<TableDefinition>>, ApiError> {
    let form = || ApiError::invalid("Tables must be a list of sets, such as [\"leads\",\"accounts\"].");
    let sets = match argument {
        None => Vec::new(),
        Some(Literal::List(sets)) => sets,
        Some(_) => return Err(form()),
    };
    if sets.is_empty() {
        return Ok(model
            .catalog
            .tables()
            .iter()
            .filter(|table| model.table(&table.name).is_some())
            .collect());
    }
    let table = |set: Literal| match set {
        Literal::Text(set) => model
            .set(&set)
            .ok_or_else(|| ApiError::invalid(format!("Tables names \"{set}\", which is no set here."))),
        _ => Err(form()),
    };
    sets.into_iter().map(table).collect()
}

/// Where to go on; `None`: at the present end.
fn token(argument: Option<Literal>) -> Result<Option<Position>, ApiError> {
    match argument {
        None | Some(Literal::Null) => Ok(None),
        Some(Literal::Text(text)) if text.is_empty() => Ok(None),
        Some(Literal::Text(text)) => text.parse().map(Some).map_err(|_| bad_token(&text)),
        Some(other) => Err(bad_token(&other.to_string())),
    }
}

fn keeps(argument: Option<Literal>) -> Result<bool, ApiError> {
    match argument {
        None | Some(Literal::Null) => Ok(false),
        Some(Literal::Boolean(keeps)) => Ok(keeps),
        Some(other) => Err(ApiError::invalid(format!("Keep must be true or false, not {other}."))),
    }
}

fn bad_token(given: &str) -> ApiError {
    let message =
        format!("Token must be the Token of an earlier answer in quotes, '0.0' or '', not {given}.");
    ApiError::invalid(message)
}

async fn current_rows(reader: &mut Reader, entries: &[Entry]) -> Result<HashMap<Uuid, Row>, Error> {
    let mut ids: HashMap<&str, Vec<Uuid>> = HashMap::new();
    for entry in entries {
        let known = ids.entry(&entry.table).or_default();
        if !known.contains(&entry.row) {
            known.push(entry.row);
        }
    }
    let mut rows = HashMap::new();
    for (table, ids) in ids {
        rows.extend(reader.get_rows(table, &ids).await?.into_iter().map(|row| (row.id(), row)));
    }
    Ok(rows)
}

fn entry_json(
    table: &TableDefinition,
    shape: &Shape,
    entry: &Entry,
    row: Option<&Row>,
) -> Result<Json, ApiError> {
    let row = row.filter(|row| row.definition().name == table.name);
    let row = row.map(|row| RowJson { row, shape, context: None, type_name: None, related: None });
    let row = row.map(serde_json::to_value).transpose().map_err(Error::internal)?;
    let (changed, before) = changed(table, shape.convention, shape.annotations, entry);
    Ok(json!({
        "Transaction": entry.position.transaction,
        "Sequence": entry.position.sequence,
        "Set": table.set,
        "Id": entry.row,
        "Version": entry.position.sequence,
        "Operation": match entry.operation {
            Operation::Create => "Create",
            Operation::Update => "Update",
            Operation::Delete => "Delete",
        },
        "Changed": changed,
        "Before": before,
        "Row": row,
        "UserId": entry.user,
        "Origin": entry.origin,
        "Trace": entry.trace,
        "At": entry.at.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string(),
    }))
}

/// The changed properties, and their values before. Secret columns are not even named.
fn changed(
    table: &TableDefinition,
    convention: Convention,
    annotations: Annotations,
    entry: &Entry,
) -> (Vec<String>, Map<String, Json>) {
    let (mut names, mut before) = (Vec::new(), Map::new());
    for change in &entry.changed {
        let Some(column) = table.column(&change.column).filter(|column| !column.secret) else { continue };
        let property = convention.property(column).into_owned();
        if let (Some(value), true) = (&change.before, entry.operation != Operation::Create) {
            if let (tables::Value::Reference(reference), true) = (value, annotations.lookup_logical_name) {
                let name = format!("{property}@Microsoft.Dynamics.CRM.lookuplogicalname");
                before.insert(name, Json::from(reference.table.as_str()));
            }
            before.insert(property.clone(), cell(convention, column, value));
        }
        names.push(property);
    }
    (names, before)
}

#[cfg(test)]
mod tests {
    use tables::log::ChangedColumn;
    use tables::{Reference, Value};

    use super::*;
    use crate::respond::example::lead;

    fn entry(operation: Operation) -> Entry {
        let changed = |column: &str, before: Option<Value>| ChangedColumn { column: column.into(), before };
        let account = Reference::new("account", Uuid::from_u128(5));
        Entry {
            position: Position { transaction: 12, sequence: 34 },
            table: "lead".into(),
            row: Uuid::from_u128(1),
            operation,
            changed: vec![
                changed("subject", Some("old".into())),
                changed("customerid", Some(account.into())),
                changed("leadqualitycode", Some(Value::Choice(1))),
                changed("credential", None),
            ],
            user: Uuid::from_u128(2),
            origin: Some("dual-write".into()),
            trace: None,
            at: "2026-11-20T10:00:00.5Z".parse().unwrap(),
        }
    }

    #[test]
    fn an_entry_says_what_changed_and_keeps_secrets() {
        let lead = lead();
        let shape = Shape::whole(Convention::Dataverse, &lead, Annotations::asked_for("*"));
        let json = entry_json(&lead, &shape, &entry(Operation::Update), None).unwrap();
        let expect = json!({
            "Transaction": 12, "Sequence": 34, "Set": "leads",
            "Id": "00000000-0000-0000-0000-000000000001", "Version": 34, "Operation": "Update",
            "Changed": ["subject", "_customerid_value", "leadqualitycode"],
            "Before": {
                "subject": "old",
                "_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "account",
                "_customerid_value": "00000000-0000-0000-0000-000000000005",
                "leadqualitycode": 1,
            },
            "Row": null, "UserId": "00000000-0000-0000-0000-000000000002",
            "Origin": "dual-write", "Trace": null, "At": "2026-11-20T10:00:00.500Z",
        });
        assert_eq!(json, expect);
    }

    #[test]
    fn a_create_has_nothing_before() {
        let lead = lead();
        let shape = Shape::whole(Convention::Dataverse, &lead, Annotations::default());
        let json = entry_json(&lead, &shape, &entry(Operation::Create), None).unwrap();
        assert_eq!((json["Operation"].as_str(), &json["Before"]), (Some("Create"), &json!({})));
    }

    #[test]
    fn a_token_is_one_of_ours() {
        let text = |text: &str| Some(Literal::Text(text.into()));
        assert_eq!(token(None), Ok(None));
        assert_eq!(token(text("")), Ok(None));
        assert_eq!(token(text("12.34")), Ok(Some(Position { transaction: 12, sequence: 34 })));
        for bad in [text("x"), text("-1.2"), text("1"), Some(Literal::Whole(3))] {
            assert_eq!(token(bad).unwrap_err().status, 400);
        }
    }
}
