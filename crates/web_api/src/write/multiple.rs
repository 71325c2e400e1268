//! `POST leads/CreateMultiple`, `UpdateMultiple` and `UpsertMultiple`: many rows of one table in
//! one transaction.

use std::sync::Arc;

use odata::parse_resource;
use serde_json::{Map, Value as Json};
use tables::TableDefinition;

use super::below;
use super::change::{Changed, Changes};
use super::create::new_row;
use super::plan::{Plan, Reply, Step};
use super::update::Update;
use crate::address::Address;
use crate::api::Service;
use crate::exchange::Exchange;
use crate::respond::{ApiError, BAD_PAYLOAD};

/// Most rows of one call.
const TARGETS_MAX: usize = 1_000;

/// What is done to each target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Multiple {
    Create,
    Update,
    Upsert,
}

impl Multiple {
    /// By the action's name without its namespace.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "CreateMultiple" => Some(Self::Create),
            "UpdateMultiple" => Some(Self::Update),
            "UpsertMultiple" => Some(Self::Upsert),
            _ => None,
        }
    }

    pub fn plan(
        self,
        service: &Service,
        exchange: &Exchange,
        table: &Arc<TableDefinition>,
    ) -> Result<Plan, ApiError> {
        let mut object = exchange.parameters(&["Targets"])?;
        let targets = match object.remove("Targets") {
            Some(Json::Array(targets)) => targets,
            _ => return Err(bad("Targets must be a list of rows.")),
        };
        if targets.len() > TARGETS_MAX {
            return Err(ApiError::invalid(format!("Targets has over {TARGETS_MAX} rows. Send fewer.")));
        }
        let rows = targets.iter().enumerate().map(|(at, target)| {
            let row = target.as_object().ok_or_else(|| bad("it is no object."));
            let row = row.and_then(|target| Ok((self.address(service, exchange, table, target)?, target)));
            row.map_err(|error| in_target(at, error)).map(|(address, target)| (at, address, target))
        });
        let rows = rows.collect::<Result<Vec<_>, ApiError>>()?;
        let steps = match self {
            Self::Upsert => {
                let upsert = |(at, address, target): (usize, Option<Address>, &Map<String, Json>)| {
                    let address = address.ok_or_else(|| in_target(at, unnamed(table)))?;
                    let update = Update::of(service, exchange, address, target);
                    update.map(|update| Step::Update(Box::new(update))).map_err(|error| in_target(at, error))
                };
                rows.into_iter().map(upsert).collect::<Result<Vec<_>, _>>()?
            }
            Self::Create | Self::Update => {
                let change = |(at, address, target): (usize, Option<Address>, &Map<String, Json>)| {
                    let body = match &address {
                        None => new_row(service, exchange, table, target),
                        Some(address) => {
                            let update = Update::of(service, exchange, address.clone(), target);
                            update.map(|update| update.body)
                        }
                    };
                    Ok(Changed { address, body: body.map_err(|error| in_target(at, error))? })
                };
                let rows = rows.into_iter().map(change).collect::<Result<Vec<_>, ApiError>>()?;
                vec![Step::Changes(Changes { table: Arc::clone(table), rows })]
            }
        };
        let reply = if self == Self::Create { Reply::Ids } else { Reply::Nothing };
        Ok(Plan { table: Arc::clone(table), steps, reply })
    }

    /// The row that a target means, by `@odata.id` or by its id column; a new row has none.
    fn address(
        self,
        service: &Service,
        exchange: &Exchange,
        table: &Arc<TableDefinition>,
        target: &Map<String, Json>,
    ) -> Result<Option<Address>, ApiError> {
        if self == Self::Create {
            return Ok(None);
        }
        let path = match (target.get("@odata.id"), target.get(table.id_column())) {
            (Some(Json::String(path)), _) => below(path, &exchange.root)?.to_owned(),
            (None, Some(Json::String(id))) => format!("{}({id})", table.set),
            _ => return Err(unnamed(table)),
        };
        let segments = parse_resource(&path)?;
        match segments.as_slice() {
            [segment] if segment.name == table.set => {
                let address = service.model(exchange).address(table, segment, service.company(exchange))?;
                Ok(Some(address))
            }
            _ => Err(bad(format!("'{path}' is no row of {}.", table.set))),
        }
    }
}

fn unnamed(table: &TableDefinition) -> ApiError {
    bad(format!("name the row by {} or \"@odata.id\".", table.id_column()))
}

fn bad(message: impl Into<String>) -> ApiError {
    ApiError::new(400, BAD_PAYLOAD, message)
}

fn in_target(at: usize, error: ApiError) -> ApiError {
    ApiError { message: format!("Targets[{at}]: {}", error.message), ..error }
}
