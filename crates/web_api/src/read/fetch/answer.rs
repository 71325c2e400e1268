//! The rows of a query as JSON, with what they bring from linked tables.

use serde::Serialize;
use serde_json::Value as Json;
use tables::{Error, Row};

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

/// The rows as the plan shows them.
pub(super) fn rows(plan: &Plan, rows: &[Row], annotations: Annotations) -> Result<Vec<Json>, ApiError> {
    let mut columns = plan.shown.clone();
    columns.push(0);
    columns.sort_unstable();
    columns.dedup();
    let shape = Shape { convention: Convention::Dataverse, columns, annotations };
    rows.iter().map(|row| write(plan, &shape, row)).collect()
}

fn write(plan: &Plan, shape: &Shape, row: &Row) -> Result<Json, ApiError> {
    let mut written = serde_json::to_value(RowJson::of(row, shape, None)).map_err(Error::internal)?;
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
    for (alias, columns) in &plan.linked {
        if let Some(partner) = row.linked(alias) {
            add(partner, columns, false);
        }
    }
    Ok(written)
}
