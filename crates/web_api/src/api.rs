//! One service: which tables of which store it shows, under which convention, with which actions.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Method};
use axum::response::{IntoResponse, Response};
use odata::Segment;
use tables::{Filter, Store, TableDefinition};

use crate::actions::{self, Action};
use crate::address::Address;
use crate::authority::Authority;
use crate::exchange::Exchange;
use crate::model::{Asker, CollectionName, Model, navigation};
use crate::read::Within;
use crate::respond::{ApiError, method_not_allowed};
use crate::{batch, metadata, read, write};

/// Whose protocol a service speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Convention {
    /// The Dataverse Web API, at `/api/data/v9.2`.
    Dataverse,
    /// The data service of finance and operations, at `/data`.
    FinanceAndOperations,
}

/// A service in the making. Cloning shares everything.
#[derive(Clone)]
pub struct Api(Arc<Service>);

#[derive(Clone)]
pub(crate) struct Service {
    pub store: Store,
    pub convention: Convention,
    pub authority: Arc<Authority>,
    pub exposed: Vec<String>,
    pub default_company: Option<String>,
    pub collections: Vec<CollectionName>,
    pub bound: HashMap<(&'static str, &'static str), Action>,
    pub unbound: HashMap<&'static str, Action>,
    pub bound_functions: HashMap<(&'static str, &'static str), Action>,
    pub unbound_functions: HashMap<&'static str, Action>,
}

impl Api {
    /// A service over `store` that shows no table yet.
    #[must_use]
    pub fn new(store: Store, convention: Convention, authority: Arc<Authority>) -> Self {
        Self(Arc::new(Service {
            store,
            convention,
            authority,
            exposed: Vec::new(),
            default_company: None,
            collections: Vec::new(),
            bound: HashMap::new(),
            unbound: HashMap::new(),
            bound_functions: HashMap::new(),
            unbound_functions: HashMap::new(),
        }))
    }

    /// Shows these tables (logical names) as sets.
    #[must_use]
    pub fn expose(self, tables: &[&str]) -> Self {
        self.with(|service| service.exposed.extend(tables.iter().map(|name| (*name).to_owned())))
    }

    /// The company of whoever names none; for finance and operations.
    #[must_use]
    pub fn default_company(self, company: &str) -> Self {
        self.with(|service| service.default_company = Some(company.to_owned()))
    }

    /// Names the collection of those rows of `table` whose `lookup` points to a row of `target`.
    /// Without a name of its own it is called `<table>_<lookup>`.
    #[must_use]
    pub fn collection(self, target: &str, name: &str, table: &str, lookup: &str) -> Self {
        let name = CollectionName {
            target: target.to_owned(),
            name: name.to_owned(),
            table: table.to_owned(),
            lookup: lookup.to_owned(),
        };
        self.with(|service| service.collections.push(name))
    }

    /// Adds an action on a row: `POST /leads(id)/Microsoft.Dynamics.CRM.QualifyLead`.
    #[must_use]
    pub fn bound_action(self, table: &'static str, name: &'static str, handler: Action) -> Self {
        self.with(|service| {
            service.bound.insert((table, name), handler);
        })
    }

    /// Adds an action on nothing in particular: `POST /WinOpportunity`.
    #[must_use]
    pub fn unbound_action(self, name: &'static str, handler: Action) -> Self {
        self.with(|service| {
            service.unbound.insert(name, handler);
        })
    }

    /// Adds a function on a row, which must change nothing:
    /// `GET systemusers(id)/RetrievePrincipalAccess(Target=@p1)?@p1=…`. Its arguments are the
    /// parameters of the call.
    #[must_use]
    pub fn bound_function(self, table: &'static str, name: &'static str, handler: Action) -> Self {
        self.with(|service| {
            service.bound_functions.insert((table, name), handler);
        })
    }

    /// Adds a function on nothing in particular, which must change nothing: `GET RetrieveVersion()`.
    #[must_use]
    pub fn unbound_function(self, name: &'static str, handler: Action) -> Self {
        self.with(|service| {
            service.unbound_functions.insert(name, handler);
        })
    }

    fn with(mut self, change: impl FnOnce(&mut Service)) -> Self {
        change(Arc::make_mut(&mut self.0));
        self
    }

    /// The service, to be nested at its path. One handler answers every path below, since how a
    /// path is cut is OData's business.
    pub fn router(self) -> Router {
        let service = self.0;
        Router::new().fallback(move |request: Request| answer(Arc::clone(&service), request))
    }
}

async fn answer(service: Arc<Service>, request: Request) -> Response {
    let id = service.store.environment().ids.next().to_string();
    let mut response = match Exchange::read(&service, request).await {
        Ok(exchange) => match dispatch(&service, &exchange).await {
            Ok(response) => exchange.applied(response),
            Err(error) => error.into_response(),
        },
        Err(refusal) => refusal,
    };
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HeaderName::from_static("x-ms-service-request-id"), id);
    }
    response
}

/// Parts of the protocol that come later, by the first segment of their path.
const LATER: [&str; 2] = ["BulkDelete", "CreateEntities"];

pub(crate) async fn dispatch(service: &Service, exchange: &Exchange) -> Result<Response, ApiError> {
    exchange.refuse_what_is_missing()?;
    let model = service.model();
    let method = &exchange.method;
    let Some((first, rest)) = exchange.segments.split_first() else {
        return match *method {
            Method::GET => read::service_document(&model, exchange),
            _ => Ok(method_not_allowed(method.as_str(), "the service document", "GET")),
        };
    };
    if LATER.contains(&first.name.as_str()) {
        return Err(ApiError::not_implemented(&first.name));
    }
    if metadata::is_root(&first.name) {
        return match *method {
            Method::GET => metadata::read(service, exchange, first, rest),
            _ => Err(ApiError::not_implemented("Changing the definition of a table")),
        };
    }
    if let Some(table) = model.set(&first.name) {
        return set(service, exchange, table, first, rest).await;
    }
    let name = service.convention.short(&first.name);
    match (name, rest) {
        ("$metadata", []) if *method == Method::GET => Ok(metadata::csdl(service)),
        ("$batch", []) if *method == Method::POST => batch::run(service, exchange).await,
        ("$batch", []) => Ok(method_not_allowed(method.as_str(), name, "POST")),
        ("WhoAmI", []) if *method == Method::GET => read::who_am_i(service, exchange).await,
        ("RetrieveChanges", []) if *method == Method::GET => {
            read::retrieve_changes(service, exchange, first).await
        }
        ("WhoAmI" | "RetrieveChanges", []) => Ok(method_not_allowed(method.as_str(), name, "GET")),
        ("RetrieveVersion", []) if *method == Method::GET => read::version(service, exchange),
        (_, []) => match (service.unbound.get(name), service.unbound_functions.get(name)) {
            (Some(action), _) if *method == Method::POST => {
                actions::run(service, exchange, action, None, exchange.object()?).await
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
            let address = service.model().address(table, first, service.company(exchange))?;
            read::row(service, exchange, &address).await
        }
        (Some(_), []) => Ok(method_not_allowed(method.as_str(), "a row", "GET, PATCH, DELETE")),
        (Some(_), [step, rest @ ..]) => {
            let name = service.convention.short(&step.name);
            let action = service.bound.get_key_value(&(table.name.as_str(), name));
            let function = service.bound_functions.get_key_value(&(table.name.as_str(), name));
            let address = service.model().address(table, first, service.company(exchange));
            match (action, function, rest) {
                (Some((_, action)), _, []) if *method == Method::POST => {
                    actions::run(service, exchange, action, Some(&address?), exchange.object()?).await
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
    let (model, table) = (service.model(), &address.table);
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

impl Service {
    pub fn model(&self) -> Model<'_> {
        Model {
            convention: self.convention,
            catalog: self.store.catalog(),
            exposed: Some(&self.exposed),
            collections: &self.collections,
            asker: None,
        }
    }

    /// The model as this caller's filters mean it.
    pub fn model_for(&self, exchange: &Exchange) -> Model<'_> {
        let principal = &exchange.caller.context.principal;
        let asker = Asker {
            user: principal.user,
            business_unit: principal.business_unit,
            now: self.store.environment().clock.now(),
        };
        Model { asker: Some(asker), ..self.model() }
    }

    /// The company that a request is confined to unless it names one.
    pub fn company(&self, exchange: &Exchange) -> Option<&str> {
        let company = self.default_company.as_deref();
        company.filter(|_| self.convention == Convention::FinanceAndOperations && !exchange.cross_company())
    }
}
