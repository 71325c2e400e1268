//! `POST $batch`: many requests in one. Reads and single writes run one after the other; the writes
//! of a change set share one transaction.

mod multipart;
mod references;
mod reply;
mod request;

use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};

pub(crate) use references::References;
use reply::Reply;
use request::{Item, Operation, items};

use crate::api::Service;
use crate::authenticate::{Caller, caller, names_another};
use crate::exchange::{Exchange, Incoming};
use crate::respond::{ApiError, NO_PRIVILEGE};
use crate::route::dispatch;
use crate::write::{self, Plan, below};

/// Runs a batch. Without `odata.continue-on-error` the first error ends it and is all the answer.
pub(crate) async fn run(service: &Service, outer: &Exchange) -> Result<Response, ApiError> {
    let items = items(&outer.content_type, &outer.body)?;
    let ids = &service.store.environment().ids;
    let mut reply = Reply::new(ids.next());
    for item in items {
        let (answers, failed, is_set) = match item {
            Item::Single(operation) => {
                let id = operation.content_id.clone();
                let response = single(service, outer, operation).await;
                let failed = response.status().as_u16() >= 400;
                (vec![(id, response)], failed, false)
            }
            Item::ChangeSet(operations) => match change_set(service, outer, operations).await {
                Ok(answers) => (answers, false, true),
                Err((id, error)) => (vec![(id, error.into_response())], true, true),
            },
        };
        let ends = failed && !outer.preferences.continue_on_error;
        if ends {
            reply = Reply::new(ids.next());
        }
        if is_set {
            reply.change_set(ids.next(), answers).await;
        } else {
            for (id, response) in answers {
                reply.single(id.as_deref(), response).await;
            }
        }
        if ends {
            return Ok(reply.finish(StatusCode::BAD_REQUEST));
        }
    }
    Ok(reply.finish(StatusCode::OK))
}

async fn single(service: &Service, outer: &Exchange, operation: Operation) -> Response {
    let run = async {
        let exchange = exchange(service, outer, operation, References::default()).await?;
        if exchange.segments.first().is_some_and(|first| first.name == "$batch") {
            return Err(ApiError::invalid("A batch cannot hold a batch."));
        }
        let response = Box::pin(dispatch(service, &exchange)).await?;
        Ok(exchange.applied(response))
    };
    run.await.unwrap_or_else(ApiError::into_response)
}

type Failure = (Option<String>, ApiError);

/// The answers to a change set, or its one error with the part that it belongs to.
async fn change_set(
    service: &Service,
    outer: &Exchange,
    operations: Vec<Operation>,
) -> Result<Vec<(Option<String>, Response)>, Failure> {
    let mut references = References::of_change_set();
    let alone = operations.len() == 1;
    let mut planned: Vec<(Option<String>, Exchange, Plan)> = Vec::with_capacity(operations.len());
    for operation in operations {
        let id = operation.content_id.clone();
        let at_fault = |error: ApiError| (id.clone(), error);
        if operation.method == Method::GET {
            let message = "A change set holds no GET. Put it beside the change set.";
            return Err(at_fault(ApiError::invalid(message)));
        }
        let exchange = exchange(service, outer, operation, references.clone()).await.map_err(at_fault)?;
        let plan = write::plan(service, &exchange).map_err(at_fault)?;
        let Some(mut plan) = plan else {
            // What an application does in an action it does in a transaction of its own.
            if alone {
                let response = Box::pin(dispatch(service, &exchange)).await.map_err(at_fault)?;
                return Ok(vec![(id.clone(), exchange.applied(response))]);
            }
            let message = format!("{} beside others in one change set", exchange.path);
            return Err(at_fault(ApiError::not_implemented(&message)));
        };
        if let Some(id) = &id {
            let address = plan.address(|| service.store.environment().ids.next());
            references.add(id.clone(), address.unwrap_or_else(|| exchange.path.clone()));
        }
        planned.push((id, exchange, plan));
    }
    let Some(context) = planned.first().map(|(_, exchange, _)| exchange.caller.context.clone()) else {
        return Ok(Vec::new());
    };
    let another = planned.iter().find(|(_, exchange, _)| {
        exchange.caller.context.principal.user != context.principal.user
            || exchange.caller.context.origin != context.origin
    });
    if let Some((id, ..)) = another {
        let message = "One change set is written by one user. Use a change set for each.";
        return Err((id.clone(), ApiError::invalid(message)));
    }
    let plans = planned.iter().map(|(.., plan)| plan.clone()).collect();
    let outcomes = write::commit(service, context, plans).await.map_err(|failed| {
        let id = failed.at.and_then(|at| planned.get(at)).and_then(|(id, ..)| id.clone());
        (id, failed.error)
    })?;
    let answers = planned.iter().zip(outcomes).map(|((id, exchange, plan), outcome)| {
        let response = write::response(service, exchange, plan, &outcome);
        (id.clone(), response.map_or_else(ApiError::into_response, |response| exchange.applied(response)))
    });
    Ok(answers.collect())
}

/// The request inside a part, of the batch's caller unless its headers name another user.
async fn exchange(
    service: &Service,
    outer: &Exchange,
    operation: Operation,
    references: References,
) -> Result<Exchange, ApiError> {
    let below = below(&operation.url, &outer.root)?;
    let address = references.resolve(below)?;
    let (path, query) = address.split_once('?').unwrap_or((&address, ""));
    let caller = match names_another(&operation.headers) {
        true => other_caller(service, outer, &operation).await?,
        false => outer.caller.clone(),
    };
    let incoming = Incoming {
        method: operation.method,
        root: outer.root.clone(),
        path: path.to_owned(),
        raw_query: query.to_owned(),
        headers: operation.headers,
        body: operation.body,
    };
    Exchange::of(service, incoming, caller, references)
}

async fn other_caller(
    service: &Service,
    outer: &Exchange,
    operation: &Operation,
) -> Result<Caller, ApiError> {
    let found = caller(service, &operation.headers, outer.caller.application.clone()).await?;
    let mut caller = found
        .ok_or_else(|| ApiError::new(403, NO_PRIVILEGE, "The application is not known here any more."))?;
    let outer = &outer.caller.context;
    caller.context.origin = caller.context.origin.or_else(|| outer.origin.clone());
    caller.context.trace = caller.context.trace.or_else(|| outer.trace.clone());
    Ok(caller)
}
