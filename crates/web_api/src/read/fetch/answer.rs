//! The rows of a query as JSON, with what they bring from linked tables.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::Value as Json;
use tables::uuid::Uuid;
use tables::{Error, Reader, Row};

use super::plan::Plan;
use crate::Convention;
use crate::respond::{Annotations, ApiError, RowJson, Shape, cell};

/// One page.
#[derive(Serialize)]
pub(super) struct PageJson {
    #[serde(rename = "@odata.context")]
    pub context: String,
    #[serde(rename = "@odata.count", skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    #[serde(rename = "@Microsoft.Dynamics.CRM.totalrecordcount", skip_serializing_if = "Option::is_none")]
    pub total: Option<u64>,
    #[serde(
        rename = "@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded",
        skip_serializing_if = "Option::is_none"
    )]
    pub total_is_more: Option<bool>,
    /// Only while more rows remain: a client that pages to the end stops where it is absent.
    #[serde(
        rename = "@Microsoft.Dynamics.CRM.fetchxmlpagingcookie",
        skip_serializing_if = "Option::is_none"
    )]
    pub cookie: Option<String>,
    #[serde(rename = "@Microsoft.Dynamics.CRM.morerecords")]
    pub more: bool,
    pub value: Vec<Json>,
    #[serde(rename = "@odata.nextLink", skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// For each link of a plan: its row by the id of the row that it belongs to.
type LinkedRows = Vec<HashMap<Uuid, Row>>;

/// The rows as the plan shows them.
pub(super) async fn rows(
    reader: &mut Reader,
    plan: &Plan<'_>,
    rows: &[Row],
    annotations: Annotations,
) -> Result<Vec<Json>, ApiError> {
    let linked = linked(reader, plan, rows).await?;
    let mut columns = plan.shown.clone();
    columns.push(0);
    columns.sort_unstable();
    columns.dedup();
    let shape = Shape { convention: Convention::Dataverse, columns, annotations };
    rows.iter().map(|row| write(plan, &shape, row, &linked)).collect()
}

fn write(plan: &Plan<'_>, shape: &Shape, row: &Row, linked: &LinkedRows) -> Result<Json, ApiError> {
    let written = RowJson::of(row, shape, None);
    let mut written = serde_json::to_value(&written).map_err(Error::internal)?;
    let Some(properties) = written.as_object_mut() else { return Ok(written) };
    let mut add = |row: &Row, columns: &[(usize, String)], nulls: bool| {
        for (at, property) in columns {
            let (Some(column), Some(value)) = (row.definition().columns.get(*at), row.values().get(*at))
            else {
                continue;
            };
            if nulls || !value.is_null() {
                properties.insert(property.clone(), cell(Convention::Dataverse, column, value));
            }
        }
    };
    add(row, &plan.renamed, true);
    for (link, rows) in plan.links.iter().zip(linked) {
        if let Some(partner) = rows.get(&row.id()) {
            add(partner, &link.columns, false);
        }
    }
    Ok(written)
}

/// Reads the partners that something is shown of, as the caller may see them.
async fn linked(reader: &mut Reader, plan: &Plan<'_>, rows: &[Row]) -> Result<LinkedRows, ApiError> {
    let mut linked: LinkedRows = Vec::with_capacity(plan.links.len());
    for (at, link) in plan.links.iter().enumerate() {
        if !is_needed(plan, at) {
            linked.push(HashMap::new());
            continue;
        }
        // (the first table's row, its partner here)
        let mut wanted: Vec<(Uuid, Uuid)> = Vec::with_capacity(rows.len());
        for row in rows {
            let holder = match link.parent {
                None => Some(row),
                Some(parent) => linked[parent].get(&row.id()),
            };
            wanted.extend(holder.and_then(|holder| Some((row.id(), holder.get(&link.lookup).as_id()?))));
        }
        let mut ids: Vec<Uuid> = wanted.iter().map(|(_, partner)| *partner).collect();
        ids.sort_unstable();
        ids.dedup();
        let found = match reader.get_rows(&link.table.name, &ids).await {
            // In the query itself a table without any right to read counts as empty, too.
            Err(Error::NoPrivilege { .. }) => Vec::new(),
            found => found?,
        };
        let by_id: HashMap<Uuid, Row> = found.into_iter().map(|row| (row.id(), row)).collect();
        let partner = |(row, id): (Uuid, Uuid)| Some((row, by_id.get(&id)?.clone()));
        linked.push(wanted.into_iter().filter_map(partner).collect());
    }
    Ok(linked)
}

/// Whether columns of this link are shown, or of one behind it.
fn is_needed(plan: &Plan<'_>, at: usize) -> bool {
    !plan.links[at].columns.is_empty()
        || plan
            .links
            .iter()
            .enumerate()
            .any(|(other, link)| link.parent == Some(at) && is_needed(plan, other))
}
