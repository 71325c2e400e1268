//! One service: which tables of which store it shows, under which convention, with which actions.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use tables::Store;

use crate::actions::Action;
use crate::authority::Authority;
use crate::exchange::Exchange;
use crate::model::{Asker, CollectionName, Model};
use crate::route::dispatch;

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

/// An action and the names of its parameters.
#[derive(Clone)]
pub(crate) struct Declared {
    pub parameters: &'static [&'static str],
    pub handler: Action,
}

#[derive(Clone)]
pub(crate) struct Service {
    pub store: Store,
    pub convention: Convention,
    pub authority: Arc<Authority>,
    pub exposed: Vec<String>,
    pub default_company: Option<String>,
    /// Whether `RetrieveChanges` is offered beside delta links.
    pub tells_all_changes: bool,
    pub collections: Vec<CollectionName>,
    pub bound: HashMap<(&'static str, &'static str), Declared>,
    pub unbound: HashMap<&'static str, Declared>,
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
            tells_all_changes: true,
            collections: Vec::new(),
            bound: HashMap::new(),
            unbound: HashMap::new(),
            bound_functions: HashMap::new(),
            unbound_functions: HashMap::new(),
        }))
    }

    /// Shows these tables (logical names) as sets, and besides them those that are made at run time.
    #[must_use]
    pub fn expose(self, tables: &[&str]) -> Self {
        self.with(|service| service.exposed.extend(tables.iter().map(|name| (*name).to_owned())))
    }

    /// The company of whoever names none; for finance and operations.
    #[must_use]
    pub fn default_company(self, company: &str) -> Self {
        self.with(|service| service.default_company = Some(company.to_owned()))
    }

    /// Without `RetrieveChanges`: who wants to know of changes follows delta links, as in Dataverse.
    #[must_use]
    pub fn delta_links_only(self) -> Self {
        self.with(|service| service.tells_all_changes = false)
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

    /// Adds an action on a row: `POST /leads(id)/Microsoft.Dynamics.CRM.QualifyLead`. A body with
    /// any member but these parameters is refused.
    #[must_use]
    pub fn bound_action(
        self,
        table: &'static str,
        name: &'static str,
        parameters: &'static [&'static str],
        handler: Action,
    ) -> Self {
        self.with(|service| {
            service.bound.insert((table, name), Declared { parameters, handler });
        })
    }

    /// Adds an action on nothing in particular: `POST /WinOpportunity`. A body with any member but
    /// these parameters is refused.
    #[must_use]
    pub fn unbound_action(
        self,
        name: &'static str,
        parameters: &'static [&'static str],
        handler: Action,
    ) -> Self {
        self.with(|service| {
            service.unbound.insert(name, Declared { parameters, handler });
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

impl Service {
    /// The tables as this request sees and means them.
    pub fn model<'a>(&'a self, exchange: &'a Exchange) -> Model<'a> {
        Model {
            convention: self.convention,
            catalog: &exchange.catalog,
            exposed: Some(&self.exposed),
            collections: &self.collections,
            asker: Some(self.asker(exchange)),
            company: self.company(exchange),
        }
    }

    pub fn asker<'a>(&self, exchange: &'a Exchange) -> Asker<'a> {
        let now = self.store.environment().clock.now();
        Asker { principal: &exchange.caller.context.principal, now }
    }

    /// The company that a request is confined to unless it names one.
    pub fn company<'a>(&'a self, exchange: &Exchange) -> Option<&'a str> {
        let company = self.default_company.as_deref();
        company.filter(|_| self.convention == Convention::FinanceAndOperations && !exchange.cross_company())
    }
}
