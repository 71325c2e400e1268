//! Which code answers a request: by its path, then by its method.

use std::sync::Arc;

use axum::http::Method;
use axum::response::Response;
use odata::Segment;
use tables::{Filter, TableDefinition};

use crate::address::Address;
use crate::api::Service;
use crate::exchange::Exchange;
use crate::model::navigation;
use crate::read::Within;
use crate::respond::{ApiError, method_not_allowed};
use crate::{actions, batch, metadata, read, write};

/// Answers one request, or one part of a batch.
pub(crate) async fn dispatch(service: &Service, exchange: &Exchange) -> Result<Response, ApiError> {
    exchange.refuse_what_is_missing()?;
    let model = service.model(exchange);
    let method = &exchange.method;
    let Some((first, rest)) = exchange.segments.split_first() else {
        return match *method {
            Method::GET => read::service_document(&model, exchange),
            _ => Ok(method_not_allowed(method.as_str(), "the service document", "GET")),
        };
    };
    if metadata::is_root(&first.name) {
        return match *method {
            Method::GET => metadata::read(service, exchange, first, rest),
            _ => metadata::change(service, exchange, first, rest).await,
        };
    }
    if let Some(table) = model.set(&first.name) {
        return set(service, exchange, table, first, rest).await;
    }
    let name = service.convention.short(&first.name);
    match (name, rest) {
        ("$metadata", []) if *method == Method::GET => Ok(metadata::csdl(service, exchange)),
        ("$batch", []) if *method == Method::POST => batch::run(service, exchange).await,
        ("$batch", []) => Ok(method_not_allowed(method.as_str(), name, "POST")),
        ("WhoAmI", []) if *method == Method::GET => read::who_am_i(service, exchange).await,
        ("RetrieveChanges", []) if !service.tells_all_changes => Err(ApiError::unknown_segment(name)),
        ("RetrieveChanges", []) if *method == Method::GET => {
            read::retrieve_changes(service, exchange, first).await
        }
        ("WhoAmI" | "RetrieveChanges", []) => Ok(method_not_allowed(method.as_str(), name, "GET")),
        ("BulkDelete", []) => match write::plan(service, exchange)? {
            Some(plan) => write::run(service, exchange, plan).await,
            None => Ok(method_not_allowed(method.as_str(), name, "POST")),
        },
        ("CreateEntities", []) => Err(ApiError::not_implemented(name)),
        ("RetrieveMetadataChanges", []) if *method == Method::GET => {
            metadata::changes(service, exchange, first)
        }
        ("RetrieveVersion", []) if *method == Method::GET => read::version(service, exchange),
        (_, []) => match (service.unbound.get(name), service.unbound_functions.get(name)) {
            (Some(action), _) if *method == Method::POST => {
                let parameters = exchange.parameters(action.parameters)?;
                actions::run(service, exchange, &action.handler, None, parameters).await
            }
            (_, Some(function)) if *method == Method::GET => {
                let arguments = actions::arguments(exchange, first)?;
                actions::run(service, exchange, function, None, arguments).await
            }
            (Some(_), _) => Ok(method_not_allowed(method.as_str(), name, "POST")),
            (None, Some(_)) => Ok(method_not_allowed(method.as_str(), name, "GET")),
            (None, None) => Err(ApiError::unknown_segment(&first.name)),
        },
        _ => Err(ApiError::unknown_segment(&first.name)),
    }
}

async fn set(
    service: &Service,
    exchange: &Exchange,
    table: &Arc<TableDefinition>,
    first: &Segment,
    rest: &[Segment],
) -> Result<Response, ApiError> {
    if let Some(plan) = write::plan(service, exchange)? {
        return write::run(service, exchange, plan).await;
    }
    let method = &exchange.method;
    let is_get = *method == Method::GET;
    match (&first.key, rest) {
        (None, []) if is_get => read::set(service, exchange, table, &Within::default()).await,
        (None, []) => Ok(method_not_allowed(method.as_str(), &first.name, "GET, POST")),
        (None, [count]) if count.name == "$count" && is_get => {
            read::count(service, exchange, table, &Within::default()).await
        }
        (Some(_), []) if is_get => {
            let address = service.model(exchange).address(table, first, service.company(exchange))?;
            read::row(service, exchange, &address).await
        }
        (Some(_), []) => Ok(method_not_allowed(method.as_str(), "a row", "GET, PATCH, DELETE")),
        (Some(_), [step, rest @ ..]) => {
            let name = service.convention.short(&step.name);
            let action = service.bound.get_key_value(&(table.name.as_str(), name));
            let function = service.bound_functions.get_key_value(&(table.name.as_str(), name));
            let address = service.model(exchange).address(table, first, service.company(exchange));
            match (action, function, rest) {
                (Some((_, action)), _, []) if *method == Method::POST => {
                    let parameters = exchange.parameters(action.parameters)?;
                    actions::run(service, exchange, &action.handler, Some(&address?), parameters).await
                }
                (_, Some((_, function)), []) if is_get => {
                    let arguments = actions::arguments(exchange, step)?;
                    actions::run(service, exchange, function, Some(&address?), arguments).await
                }
                (Some(_), _, []) => Ok(method_not_allowed(method.as_str(), name, "POST")),
                (_, Some(_), []) => Ok(method_not_allowed(method.as_str(), name, "GET")),
                _ if is_get => behind_row(service, exchange, &address?, step, rest).await,
                _ => Err(ApiError::unknown_segment(&step.name)),
            }
        }
        _ => Err(ApiError::not_implemented("A path of this form")),
    }
}

/// `GET` of what stands behind a row: a property, a row that it points to, rows that point to it.
async fn behind_row(
    service: &Service,
    exchange: &Exchange,
    address: &Address,
    step: &Segment,
    rest: &[Segment],
) -> Result<Response, ApiError> {
    let (model, table) = (service.model(exchange), &address.table);
    let tail = match rest {
        [] => "",
        [last] => last.name.as_str(),
        _ => return Err(ApiError::not_implemented("A path of this form")),
    };
    if let Some(at) = service.convention.column(table, &step.name) {
        return match tail {
            "" => read::property(service, exchange, address, at).await,
            "$value" => read::raw_value(service, exchange, address, at).await,
            _ => Err(ApiError::unknown_segment(tail)),
        };
    }
    if let Some((column, target)) = navigation(table, &step.name) {
        return match tail {
            "" => read::followed(service, exchange, address, column, target).await,
            "$ref" => read::reference(service, exchange, address, column, target).await,
            _ => Err(ApiError::unknown_segment(tail)),
        };
    }
    let collection =
        model.collection(table, &step.name).ok_or_else(|| ApiError::unknown_segment(&step.name))?;
    let mut reader = service.store.read(&exchange.caller.context.principal).await?;
    let row = address.read(&mut reader).await?.ok_or_else(|| address.not_found())?;
    let filter = Filter::equals(collection.lookup.name.as_str(), row.id());
    let within = Within { filter: Some(filter) };
    match tail {
        "" => read::set(service, exchange, collection.table, &within).await,
        "$count" => read::count(service, exchange, collection.table, &within).await,
        _ => Err(ApiError::unknown_segment(tail)),
    }
}
