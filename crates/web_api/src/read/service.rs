//! What a service says of itself and of its caller: the service document and `WhoAmI`.

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;
use tables::security::BusinessUnit;
use tables::{Filter, Principal, Query};

use crate::api::Service;
use crate::exchange::Exchange;
use crate::model::Model;
use crate::respond::{self, ApiError};

/// `GET /`: the sets.
pub(crate) fn service_document(model: &Model<'_>, exchange: &Exchange) -> Result<Response, ApiError> {
    let shown = model.catalog.tables().iter().filter_map(|table| model.table(&table.name));
    let sets: Vec<_> =
        shown.map(|table| json!({ "name": table.set, "kind": "EntitySet", "url": table.set })).collect();
    let context = format!("{}/$metadata", exchange.root);
    respond::json(StatusCode::OK, &json!({ "@odata.context": context, "value": sets }))
}

/// `GET WhoAmI()`. The organization's id is that of its root business unit.
pub(crate) async fn who_am_i(service: &Service, exchange: &Exchange) -> Result<Response, ApiError> {
    let mut reader = service.store.read(&Principal::system()).await?;
    let roots = Query::of("businessunit").filter(Filter::IsNull("parentbusinessunitid".into())).limit(1);
    let root: Option<BusinessUnit> = reader.list(roots).await?.into_iter().next();
    let principal = &exchange.caller.context.principal;
    let organization = root.map_or(principal.business_unit, |root| root.businessunitid);
    let namespace = service.convention.namespace();
    let body = json!({
        "@odata.context": format!("{}/$metadata#{namespace}WhoAmIResponse", exchange.root),
        "BusinessUnitId": principal.business_unit,
        "UserId": principal.user,
        "OrganizationId": organization,
    });
    respond::json(StatusCode::OK, &body)
}

/// `GET RetrieveVersion()`. Clients compare the first two numbers.
pub(crate) fn version(service: &Service, exchange: &Exchange) -> Result<Response, ApiError> {
    let namespace = service.convention.namespace();
    let body = json!({
        "@odata.context": format!("{}/$metadata#{namespace}RetrieveVersionResponse", exchange.root),
        "Version": concat!("9.2.", env!("CARGO_PKG_VERSION")),
    });
    respond::json(StatusCode::OK, &body)
}
