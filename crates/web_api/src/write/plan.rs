//! What a writing request asks, taken apart and checked before anything is written.

use std::sync::Arc;

use axum::http::{Method, StatusCode};
use axum::response::Response;
use odata::Segment;
use serde_json::json as json_value;
use tables::uuid::Uuid;
use tables::{TableDefinition, Tx};

use super::bulk_delete::{self, Removal};
use super::change::Changes;
use super::create::{Create, new_row};
use super::delete::Delete;
use super::multiple::Multiple;
use super::update::Update;
use super::{Saved, check_select};
use crate::address::Address;
use crate::api::{Convention, Service};
use crate::exchange::Exchange;
use crate::respond::{
    ApiError, RowJson, context_of, created_at, json, location, no_content, row_url, versioned,
};

/// Steps in one table, and how their outcome is told.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub table: Arc<TableDefinition>,
    pub steps: Vec<Step>,
    pub reply: Reply,
}

#[derive(Clone, Debug)]
pub(crate) enum Step {
    Create(Box<Create>),
    Update(Box<Update>),
    Delete(Box<Delete>),
    Changes(Changes),
    Removal(Removal),
}

/// How the outcome is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    /// The address of the row, and the row where it is wished for.
    Row,
    /// 204 and nothing else.
    Nothing,
    /// The ids of new rows.
    Ids,
    /// The id of a job that is over.
    Job(Uuid),
}

impl Step {
    pub fn is_upsert(&self) -> bool {
        matches!(self, Self::Update(update) if update.is_upsert())
    }

    /// The address of an upsert of a row named by its id.
    pub fn upserts_by_id(&self) -> Option<&Address> {
        match self {
            Self::Update(update) if update.is_upsert() => Some(&update.address),
            _ => None,
        }
        .filter(|address| address.id.is_some())
    }
}

impl Plan {
    fn one(table: &Arc<TableDefinition>, step: Step, reply: Reply) -> Self {
        Self { table: Arc::clone(table), steps: vec![step], reply }
    }

    /// The address that a new row will have, relative to the service; other plans name their row.
    pub fn address(&mut self, fresh: impl FnOnce() -> Uuid) -> Option<String> {
        match self.steps.as_mut_slice() {
            [Step::Create(create)] => {
                let id = create.choose_id(fresh);
                Some(format!("{}({}={id})", self.table.set, self.table.id_column()))
            }
            _ => None,
        }
    }

    pub async fn run(&self, tx: &mut Tx) -> Result<Vec<Saved>, ApiError> {
        let mut saved = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            match step {
                Step::Create(create) => saved.push(create.run(tx).await?),
                Step::Update(update) => saved.push(update.run(tx).await?),
                Step::Delete(delete) => delete.run(tx).await?,
                Step::Removal(removal) => removal.run(tx).await?,
                Step::Changes(changes) => {
                    let ids = changes.run(tx).await?;
                    saved.extend(ids.into_iter().map(|id| Saved { id, created: true, row: None }));
                }
            }
        }
        Ok(saved)
    }
}

/// The plan of a request; `None` when it is no write of ours.
pub(crate) fn plan(service: &Service, exchange: &Exchange) -> Result<Option<Plan>, ApiError> {
    let Some((first, rest)) = exchange.segments.split_first() else { return Ok(None) };
    let name = service.convention.short(&first.name);
    if (name, rest, &exchange.method) == ("BulkDelete", &[][..], &Method::POST) {
        return bulk_delete::plan(service, exchange).map(Some);
    }
    let Some(table) = service.model(exchange).set(&first.name) else { return Ok(None) };
    exchange.refuse_what_is_missing()?;
    match (&first.key, rest, &exchange.method) {
        (None, [], &Method::POST) => create(service, exchange, table).map(Some),
        (None, [action], &Method::POST) => {
            let multiple = Multiple::named(service.convention.short(&action.name));
            multiple.map(|multiple| multiple.plan(service, exchange, table)).transpose()
        }
        (Some(_), [], &Method::PATCH) => update(service, exchange, table, first).map(Some),
        (Some(_), [step, rest @ ..], &Method::PUT | &Method::POST | &Method::DELETE) => {
            let address = service.model(exchange).address(table, first, service.company(exchange))?;
            super::property::plan(service, exchange, address, step, rest)
        }
        (Some(_), [], &Method::DELETE) => {
            let address = service.model(exchange).address(table, first, service.company(exchange))?;
            let step = Step::Delete(Box::new(Delete { address, if_match: exchange.if_match }));
            Ok(Some(Plan::one(table, step, Reply::Nothing)))
        }
        _ => Ok(None),
    }
}

fn create(service: &Service, exchange: &Exchange, table: &Arc<TableDefinition>) -> Result<Plan, ApiError> {
    check_select(service, exchange, table)?;
    let body = new_row(service, exchange, table, &exchange.object()?)?;
    let create = Create { table: Arc::clone(table), body, needs_row: needs_row(service, exchange) };
    Ok(Plan::one(table, Step::Create(Box::new(create)), Reply::Row))
}

fn update(
    service: &Service,
    exchange: &Exchange,
    table: &Arc<TableDefinition>,
    first: &Segment,
) -> Result<Plan, ApiError> {
    check_select(service, exchange, table)?;
    let address = service.model(exchange).address(table, first, service.company(exchange))?;
    let update = Update {
        if_match: exchange.if_match,
        if_none_match: exchange.if_none_match,
        needs_row: needs_row(service, exchange),
        ..Update::of(service, exchange, address, &exchange.object()?)?
    };
    Ok(Plan::one(table, Step::Update(Box::new(update)), Reply::Row))
}

/// Whether an answer shows the row or names it by its natural key.
fn needs_row(service: &Service, exchange: &Exchange) -> bool {
    exchange.wants_representation() || service.convention == Convention::FinanceAndOperations
}

/// The answer to a plan that was carried out.
pub(crate) fn response(
    service: &Service,
    exchange: &Exchange,
    plan: &Plan,
    saved: &[Saved],
) -> Result<Response, ApiError> {
    match (plan.reply, saved) {
        (Reply::Row, [saved]) => row_response(service, exchange, &plan.table, saved),
        (Reply::Ids, saved) => {
            let name = format!("{}CreateMultipleResponse", service.convention.namespace());
            let ids: Vec<Uuid> = saved.iter().map(|saved| saved.id).collect();
            let context = format!("{}/$metadata#{name}", exchange.root);
            json(StatusCode::OK, &json_value!({ "@odata.context": context, "Ids": ids }))
        }
        (Reply::Job(id), _) => {
            let name = format!("{}BulkDeleteResponse", service.convention.namespace());
            let context = format!("{}/$metadata#{name}", exchange.root);
            json(StatusCode::OK, &json_value!({ "@odata.context": context, "JobId": id }))
        }
        _ => Ok(no_content()),
    }
}

/// 201 or 200 with the row where it is wished for, else 204; always with its address.
fn row_response(
    service: &Service,
    exchange: &Exchange,
    table: &TableDefinition,
    saved: &Saved,
) -> Result<Response, ApiError> {
    let url = row_url(service.convention, &exchange.root, table, saved.id, saved.row.as_ref());
    let response = match &saved.row {
        Some(row) if exchange.wants_representation() => {
            let shape = service.model(exchange).shape(table, exchange)?;
            let context = context_of(&exchange.root, table, &exchange.options.select, &[], true);
            let status = if saved.created { StatusCode::CREATED } else { StatusCode::OK };
            let body =
                RowJson { row, shape: &shape, context: Some(&context), type_name: None, related: None };
            versioned(json(status, &body)?, row.version())
        }
        _ => no_content(),
    };
    Ok(if saved.created { created_at(response, &url) } else { location(response, &url) })
}
