//! What a package adds to Sales: whether it is there, made, removed. Each can be done twice.

use std::collections::HashMap;

use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::installation::StepKind;
use super::package::Package;
use super::parts::{NewColumn, NewColumnKind};
use crate::peer::{encode, quoted};
use crate::{Peer, PeerError, Row};

/// Ids of views follow from this, the package, the table and the name.
const VIEWS: Uuid = Uuid::from_u128(0x7d0c_52a4_9b5e_5f5c_8a7e_2f1b_30c4_d5e6);

/// Something that a package adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: StepKind,
    /// Logical name of its table.
    pub table: String,
    /// Its name.
    pub name: String,
    /// Whether it is there.
    pub presence: Presence,
}

/// Whether something is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It will be made.
    Missing,
    /// It is there and fits.
    Present,
    /// Something of the same name is there that does not fit: what it is.
    Different(String),
}

/// What the metadata of a table in Sales says.
struct Known {
    columns: HashMap<String, Json>,
    keys: Vec<(String, Vec<String>)>,
}

/// Everything that the package adds, in the order of making, and whether it is there.
///
/// # Errors
/// [`PeerError`].
pub(super) async fn outline(package: &Package, sales: &Peer) -> Result<Vec<Item>, PeerError> {
    let mut known: HashMap<&str, Known> = HashMap::new();
    for table in package
        .columns()
        .iter()
        .map(|column| &column.table)
        .chain(package.keys().iter().map(|key| &key.table))
    {
        if !known.contains_key(table.as_str()) {
            known.insert(table, read(sales, table).await?);
        }
    }
    let item = |kind, table: &String, name: &String, presence| Item {
        kind,
        table: table.clone(),
        name: name.clone(),
        presence,
    };
    let mut items = Vec::new();
    for column in package.columns() {
        let there = known.get(column.table.as_str()).and_then(|known| known.columns.get(&column.name));
        let presence = there.map_or(Presence::Missing, |there| fits(column, there));
        items.push(item(StepKind::Column, &column.table, &column.name, presence));
    }
    for key in package.keys() {
        let there = known.get(key.table.as_str()).map_or(&[][..], |known| &known.keys);
        let presence = match there.iter().find(|(name, _)| *name == key.name) {
            Some((_, columns)) if *columns == key.columns => Presence::Present,
            Some((_, columns)) => Presence::Different(columns.join(", ")),
            // Another key over the same columns does the same.
            None if there.iter().any(|(_, columns)| *columns == key.columns) => Presence::Present,
            None => Presence::Missing,
        };
        items.push(item(StepKind::Key, &key.table, &key.name, presence));
    }
    for view in package.views() {
        let there = sales.try_get(&view_path(package, &view.table, &view.name)).await?;
        let presence = if there.is_some() { Presence::Present } else { Presence::Missing };
        items.push(item(StepKind::View, &view.table, &view.name, presence));
    }
    Ok(items)
}

/// Names of all columns of a table in Sales, by its set.
///
/// # Errors
/// [`PeerError`].
pub(super) async fn columns_of_set(sales: &Peer, set: &str) -> Result<Vec<String>, PeerError> {
    let filter = encode(&format!("EntitySetName eq {}", quoted(set)));
    let tables = sales.rows(&format!("EntityDefinitions?$select=LogicalName&$filter={filter}")).await?;
    let Some(table) = tables.first().and_then(|table| table.get("LogicalName")).and_then(Json::as_str) else {
        return Ok(Vec::new());
    };
    let columns = sales.rows(&format!("{}/Attributes?$select=LogicalName", definition(table))).await?;
    let name = |column: &Row| column.get("LogicalName").and_then(Json::as_str).map(str::to_owned);
    Ok(columns.iter().filter_map(name).collect())
}

fn definition(table: &str) -> String {
    format!("EntityDefinitions(LogicalName={})", quoted(table))
}

async fn read(sales: &Peer, table: &str) -> Result<Known, PeerError> {
    let columns = sales.rows(&format!("{}/Attributes", definition(table))).await?;
    let text = |row: &Row, name: &str| row.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
    let columns =
        columns.into_iter().map(|column| (text(&column, "LogicalName"), Json::Object(column))).collect();
    let keys = sales.rows(&format!("{}/Keys", definition(table))).await?;
    let key = |key: &Row| {
        let columns = key.get("KeyAttributes").and_then(Json::as_array).cloned().unwrap_or_default();
        let columns = columns.iter().filter_map(Json::as_str).map(str::to_owned).collect();
        (text(key, "LogicalName"), columns)
    };
    Ok(Known { columns, keys: keys.iter().map(key).collect() })
}

/// Whether a column that is there can be used as the package's.
fn fits(column: &NewColumn, there: &Json) -> Presence {
    let kind = there.get("@odata.type").and_then(Json::as_str).unwrap_or_default();
    let kind = kind.rsplit('.').next().unwrap_or_default();
    let length = there.get("MaxLength").and_then(Json::as_u64);
    let is_alike = kind == column.metadata_type();
    let is_long_enough = match (column.kind, column.length) {
        (NewColumnKind::Text, Some(needed)) => length.is_none_or(|length| length >= u64::from(needed)),
        _ => true,
    };
    match (is_alike, is_long_enough) {
        (true, true) => Presence::Present,
        (false, _) => Presence::Different(kind.trim_end_matches("AttributeMetadata").to_owned()),
        (true, false) => Presence::Different(format!("{kind}, MaxLength {}", length.unwrap_or_default())),
    }
}

/// Makes it. That it is there already is as good.
///
/// # Errors
/// [`PeerError`].
pub(super) async fn make(package: &Package, item: &Item, sales: &Peer) -> Result<(), PeerError> {
    match item.kind {
        StepKind::Column => {
            let column = package
                .columns()
                .iter()
                .find(|column| column.table == item.table && column.name == item.name);
            let Some(column) = column else { return Ok(()) };
            sales.post(&format!("{}/Attributes", definition(&item.table)), &column.metadata()).await
        }
        StepKind::Key => {
            let key = package.keys().iter().find(|key| key.table == item.table && key.name == item.name);
            let Some(key) = key else { return Ok(()) };
            let body = object(json!({
                "@odata.type": "Microsoft.Dynamics.CRM.EntityKeyMetadata",
                "SchemaName": key.name,
                "KeyAttributes": key.columns,
            }));
            sales.post(&format!("{}/Keys", definition(&item.table)), &body).await
        }
        StepKind::View => {
            let view = package.views().iter().find(|view| view.table == item.table && view.name == item.name);
            let Some(view) = view else { return Ok(()) };
            let values = object(json!({
                "name": view.name,
                "returnedtypecode": view.table,
                "querytype": 0,
                "fetchxml": view.fetch.trim(),
                "layoutxml": view.layout.trim(),
            }));
            sales.create("savedqueries", view_id(package, &view.table, &view.name), &values).await.map(|_| ())
        }
    }
}

/// Removes it, unless rows hold data in it; answers whether it is gone.
///
/// # Errors
/// [`PeerError`].
pub(super) async fn remove(package: &Package, item: &Item, sales: &Peer) -> Result<bool, PeerError> {
    match item.kind {
        StepKind::View => sales.delete(&view_path(package, &item.table, &item.name)).await?,
        StepKind::Column => {
            if holds_data(sales, &item.table, std::slice::from_ref(&item.name)).await? {
                return Ok(false);
            }
            let path = format!("{}/Attributes(LogicalName={})", definition(&item.table), quoted(&item.name));
            sales.delete(&path).await?;
        }
        StepKind::Key => {
            let key = package.keys().iter().find(|key| key.table == item.table && key.name == item.name);
            // Of a column that stays the key stays too: it keeps two rows from being one.
            if let Some(key) = key
                && holds_data(sales, &item.table, &key.columns).await?
            {
                return Ok(false);
            }
            let path = format!("{}/Keys(LogicalName={})", definition(&item.table), quoted(&item.name));
            sales.delete(&path).await?;
        }
    }
    Ok(true)
}

async fn holds_data(sales: &Peer, table: &str, columns: &[String]) -> Result<bool, PeerError> {
    let Some(known) = sales.try_get(&format!("{}?$select=EntitySetName", definition(table))).await? else {
        return Ok(false);
    };
    let set = known.get("EntitySetName").and_then(Json::as_str).unwrap_or_default();
    let there = columns_of_set(sales, set).await?;
    for column in columns.iter().filter(|column| there.contains(column)) {
        let filter = encode(&format!("{column} ne null"));
        if !sales.rows(&format!("{set}?$select={column}&$filter={filter}&$top=1")).await?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

fn view_id(package: &Package, table: &str, name: &str) -> Uuid {
    Uuid::new_v5(&VIEWS, format!("{}/{table}/{name}", package.name()).as_bytes())
}

fn view_path(package: &Package, table: &str, name: &str) -> String {
    format!("savedqueries({})", view_id(package, table, name))
}

fn object(json: Json) -> Row {
    match json {
        Json::Object(object) => object,
        _ => Row::new(),
    }
}
