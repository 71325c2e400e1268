//! `RetrieveMetadataChanges(Query=@p1)`: definitions of some tables with some columns and some of
//! their properties, in one answer. An answer is always the whole.

use axum::http::StatusCode;
use axum::response::Response;
use odata::Segment;
use serde_json::{Map, Value as Json, json as json_value};

use super::entity::entity;
use crate::actions::arguments;
use crate::api::Service;
use crate::exchange::Exchange;
use crate::respond::{ApiError, json};

pub(crate) fn changes(
    service: &Service,
    exchange: &Exchange,
    function: &Segment,
) -> Result<Response, ApiError> {
    let query = arguments(exchange, function)?.remove("Query").unwrap_or(Json::Null);
    let model = service.model(exchange);
    let mut found = Vec::new();
    for table in model.catalog.tables().iter().filter(|table| model.table(&table.name).is_some()) {
        if !fits(&entity(&model, table, false), query.get("Criteria"))? {
            continue;
        }
        let mut document = entity(&model, table, true);
        let attributes = match document.get_mut("Attributes").map(Json::take) {
            Some(Json::Array(attributes)) => attributes,
            _ => Vec::new(),
        };
        let inner = query.get("AttributeQuery");
        let mut shown = Vec::new();
        for attribute in &attributes {
            if fits(attribute, inner.and_then(|inner| inner.get("Criteria")))? {
                shown.push(projected(attribute, inner));
            }
        }
        document["Attributes"] = shown.into();
        found.push(projected(&document, Some(&query)));
    }
    let namespace = model.convention.namespace();
    let body = json_value!({
        "@odata.context": format!("{}/$metadata#{namespace}RetrieveMetadataChangesResponse", exchange.root),
        "ServerVersionStamp": "1!1",
        "DeletedMetadata": null,
        "EntityMetadata": found,
    });
    json(StatusCode::OK, &body)
}

/// Whether a document meets all conditions (or any, as the criteria say).
fn fits(document: &Json, criteria: Option<&Json>) -> Result<bool, ApiError> {
    let conditions = criteria.and_then(|criteria| criteria.get("Conditions")).and_then(Json::as_array);
    let Some(conditions) = conditions else { return Ok(true) };
    let any = criteria.and_then(|criteria| criteria.get("FilterOperator")) == Some(&Json::from("Or"));
    let mut met = Vec::with_capacity(conditions.len());
    for condition in conditions {
        let name = condition.get("PropertyName").and_then(Json::as_str).unwrap_or_default();
        let member = document.get(name).unwrap_or(&Json::Null);
        let value = condition.pointer("/Value/Value").unwrap_or(&Json::Null);
        met.push(match condition.get("ConditionOperator").and_then(Json::as_str) {
            Some("Equals") => member == value,
            Some("NotEquals") => member != value,
            Some("In") => value.as_array().is_some_and(|values| values.contains(member)),
            _ => return Err(ApiError::not_implemented("This condition on metadata")),
        });
    }
    Ok(if any { met.contains(&true) } else { !met.contains(&false) })
}

/// The members that a query asks for; its id, name and type always come along.
fn projected(document: &Json, query: Option<&Json>) -> Json {
    let names = query.and_then(|query| query.pointer("/Properties/PropertyNames"));
    let (Some(names), Json::Object(members)) = (names.and_then(Json::as_array), document) else {
        return document.clone();
    };
    let always = ["MetadataId", "LogicalName", "@odata.type"];
    let shown = |(name, _): &(&String, &Json)| {
        always.contains(&name.as_str()) || names.iter().any(|known| known == name.as_str())
    };
    let members = members.iter().filter(shown).map(|(name, value)| (name.clone(), value.clone()));
    Json::Object(members.collect::<Map<_, _>>())
}
