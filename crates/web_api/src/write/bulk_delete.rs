//! `POST BulkDelete`: rows named by their ids go at once, in one transaction. Dataverse does it
//! later, in a job; whoever asks gets the id of a job that is over already.

use std::sync::Arc;

use serde_json::Value as Json;
use tables::query::IN_VALUES_MAX;
use tables::uuid::Uuid;
use tables::{Change, Filter, Path, Query, TableDefinition, Tx, Value, json};

use super::plan::{Plan, Reply, Step};
use crate::api::Service;
use crate::exchange::Exchange;
use crate::respond::{ApiError, BAD_PAYLOAD};

/// As Dataverse declares them. All but the query are about the job, of which nothing is left to do.
const PARAMETERS: &[&str] = &[
    "QuerySet",
    "JobName",
    "SendEmailNotification",
    "ToRecipients",
    "CCRecipients",
    "RecurrencePattern",
    "StartDateTime",
    "SourceImportId",
    "RunNow",
];

/// Rows to be removed; those that are gone already count as removed.
#[derive(Clone, Debug)]
pub(crate) struct Removal {
    table: Arc<TableDefinition>,
    ids: Vec<Uuid>,
}

/// Reads the one kind of query that names rows by id: `In` or `Equal` on the id column.
pub(super) fn plan(service: &Service, exchange: &Exchange) -> Result<Plan, ApiError> {
    let object = exchange.parameters(PARAMETERS)?;
    let query = match object.get("QuerySet").and_then(Json::as_array).map(Vec::as_slice) {
        Some([query]) => query,
        _ => return Err(unsupported()),
    };
    // What would narrow the query must not be passed over.
    let narrows =
        |list: &str| query.pointer(list).and_then(Json::as_array).is_some_and(|list| !list.is_empty());
    if narrows("/LinkEntities") || narrows("/Criteria/Filters") {
        return Err(unsupported());
    }
    let name = query.get("EntityName").and_then(Json::as_str).unwrap_or_default();
    let table = service.model(exchange).table(name);
    let table = table.ok_or_else(|| bad(format!("There is no table '{name}'.")))?;
    let conditions = query.pointer("/Criteria/Conditions").and_then(Json::as_array);
    let condition = match conditions.map(Vec::as_slice) {
        Some([condition]) => condition,
        _ => return Err(unsupported()),
    };
    let member = |name: &str| condition.get(name).and_then(Json::as_str).unwrap_or_default();
    if member("AttributeName") != table.id_column() || !["In", "Equal"].contains(&member("Operator")) {
        return Err(unsupported());
    }
    let values = condition.get("Values").and_then(Json::as_array).ok_or_else(unsupported)?;
    if values.len() > IN_VALUES_MAX {
        return Err(ApiError::invalid(format!("Over {IN_VALUES_MAX} rows are named. Name fewer.")));
    }
    let id = |value: &Json| {
        let text = value.get("Value").unwrap_or(value).as_str();
        text.and_then(json::read_id).ok_or_else(|| bad(format!("{value} is no id.")))
    };
    let ids = values.iter().map(id).collect::<Result<_, _>>()?;
    let removal = Removal { table: Arc::clone(table), ids };
    Ok(Plan {
        table: Arc::clone(table),
        steps: vec![Step::Removal(removal)],
        reply: Reply::Job(service.store.environment().ids.next()),
    })
}

fn unsupported() -> ApiError {
    ApiError::not_implemented("BulkDelete by anything but one list of ids")
}

fn bad(message: String) -> ApiError {
    ApiError::new(400, BAD_PAYLOAD, message)
}

impl Removal {
    pub async fn run(&self, tx: &mut Tx) -> Result<(), ApiError> {
        let ids = self.ids.iter().copied().map(Value::Id).collect();
        let of_ids = Filter::In(Path(vec![self.table.id_column().to_owned()]), ids);
        let mut query = Query::of(self.table.name.as_str()).filter(of_ids);
        query.select = vec![self.table.id_column().to_owned()];
        let rows = tx.page(&query).await?.rows;
        let delete = |row: &tables::Row| Change::delete(self.table.name.as_str(), row.id());
        tx.write(rows.iter().map(delete).collect()).await?;
        Ok(())
    }
}
