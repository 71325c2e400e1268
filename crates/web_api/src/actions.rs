//! Actions: verbs of the business behind `POST`, on a row or on nothing in particular; and functions,
//! which are the same behind `GET` and change nothing.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;
use futures_util::future::BoxFuture;
use odata::{Literal, Segment, parse_literal};
use serde::Serialize;
use serde_json::{Map, Number, Value as Json};
use tables::uuid::Uuid;
use tables::value::{MONEY_SCALE, digits_to_scaled};
use tables::{Context, Error, Money, Naming, Reader, Reference, Row, Store, Values, json};

use crate::address::Address;
use crate::api::{Convention, Service};
use crate::exchange::Exchange;
use crate::model::Model;
use crate::respond::{
    self, ApiError, BAD_PAYLOAD, RowJson, Shape, context_of, location, no_content, row_url,
};
use crate::strict_json;
use crate::write::{Target, parse_bind, table_of_type};

/// The code behind an action or a function.
pub type Action = Arc<dyn Fn(ActionCall) -> BoxFuture<'static, Result<ActionReply, ApiError>> + Send + Sync>;

/// One call of an action or a function.
pub struct ActionCall {
    /// The store of the service.
    pub store: Store,
    /// Who asks and why.
    pub context: Context,
    /// The row that the action is bound to. That it exists is for the action to see.
    pub target: Option<Uuid>,
    /// The body of an action, the arguments of a function.
    pub parameters: Map<String, Json>,
    /// Client id of the calling application, whoever it acts for.
    pub application: Option<String>,
}

/// The answer of an action.
pub enum ActionReply {
    /// 204.
    NoContent,
    /// 200 with this row as the caller may read it.
    Row {
        /// Logical name.
        table: String,
        /// The row.
        id: Uuid,
    },
    /// 200 with these rows, of any table.
    Rows(Vec<Reference>),
    /// 200 with this.
    Json(Json),
}

impl ActionCall {
    /// A text; null and the empty text count as none.
    ///
    /// # Errors
    /// 400 naming the parameter.
    pub fn text(&self, name: &str) -> Result<Option<String>, ApiError> {
        let text = self.parameter(name, "text", |json| json.as_str().map(str::to_owned))?;
        Ok(text.filter(|text| !text.is_empty()))
    }

    /// True or false.
    ///
    /// # Errors
    /// 400 naming the parameter.
    pub fn yes_no(&self, name: &str) -> Result<Option<bool>, ApiError> {
        self.parameter(name, "true or false", Json::as_bool)
    }

    /// A whole number.
    ///
    /// # Errors
    /// 400 naming the parameter.
    pub fn whole(&self, name: &str) -> Result<Option<i64>, ApiError> {
        let digits = |number: &Number| digits_to_scaled(&number.to_string(), 0);
        self.parameter(name, "a whole number", |json| match json {
            Json::Number(number) => digits(number),
            _ => None,
        })
    }

    /// An amount with at most four decimals.
    ///
    /// # Errors
    /// 400 naming the parameter.
    pub fn money(&self, name: &str) -> Result<Option<Money>, ApiError> {
        self.parameter(name, "an amount with at most four decimals", |json| match json {
            Json::Number(number) => digits_to_scaled(&number.to_string(), MONEY_SCALE).map(Money),
            _ => None,
        })
    }

    /// A row: `{"accountid":"…","@odata.type":"Microsoft.Dynamics.CRM.account"}`,
    /// `{"@odata.id":"accounts(…)"}`, or `"name@odata.bind":"/accounts(…)"` beside the others.
    ///
    /// # Errors
    /// 400 naming the parameter. By id only: an action has no transaction yet in which a key could
    /// be looked up.
    pub fn reference(&self, name: &str) -> Result<Option<Reference>, ApiError> {
        let bind = format!("{name}@odata.bind");
        let found = match (self.parameters.get(&bind), self.parameters.get(name)) {
            (Some(Json::String(path)), _) => self.row_at(path).map(Some),
            (None | Some(Json::Null), None | Some(Json::Null)) => return Ok(None),
            (None, Some(Json::Object(row))) => self.row_in(row).map(Some),
            _ => Err(ApiError::invalid("it must be a row by its id")),
        };
        found.map_err(|error| ApiError { message: format!("{name}: {}", error.message), ..error })
    }

    /// The columns of a row given as a parameter, such as the `OpportunityClose` of
    /// `WinOpportunity`; none when the parameter is missing.
    ///
    /// # Errors
    /// As for the body of a create; 400 naming the parameter.
    pub fn values(&self, name: &str, table: &str) -> Result<Values, ApiError> {
        let object = self.parameter(name, "an object", |json| json.as_object().cloned())?;
        let (catalog, _) = self.store.catalog_now();
        let definition = catalog.table(table)?;
        let convention = match definition.naming {
            Naming::Lower => Convention::Dataverse,
            Naming::Pascal => Convention::FinanceAndOperations,
        };
        let model = Model::of_code(convention, &catalog);
        let body = model.body(definition, &object.unwrap_or_default(), None)?;
        let id = body.id;
        let mut values = body.known()?;
        if let Some(id) = id {
            values.push((definition.id_column().to_owned(), id.into()));
        }
        Ok(values)
    }

    fn parameter<T>(
        &self,
        name: &str,
        expected: &str,
        read: impl Fn(&Json) -> Option<T>,
    ) -> Result<Option<T>, ApiError> {
        match self.parameters.get(name) {
            None | Some(Json::Null) => Ok(None),
            Some(json) => read(json).map(Some).ok_or_else(|| {
                ApiError::new(400, BAD_PAYLOAD, format!("The parameter {name} must be {expected}."))
            }),
        }
    }

    fn row_at(&self, path: &str) -> Result<Reference, ApiError> {
        let (catalog, _) = self.store.catalog_now();
        let model = Model::of_code(Convention::Dataverse, &catalog);
        match parse_bind(&model, path, None)? {
            (table, Target::Id(id)) => Ok(Reference::new(table, id)),
            (_, Target::Key(_)) => Err(ApiError::invalid("name the row by its id, not by a key")),
        }
    }

    fn row_in(&self, row: &Map<String, Json>) -> Result<Reference, ApiError> {
        let type_name = row.get("@odata.type").and_then(Json::as_str).map(table_of_type);
        if let Some(path) = row.get("@odata.id").and_then(Json::as_str) {
            let found = self.row_at(path)?;
            return match type_name {
                Some(table) if table != found.table => {
                    let message = format!("\"@odata.type\" says {table}, \"@odata.id\" {}", found.table);
                    Err(ApiError::invalid(message))
                }
                _ => Ok(found),
            };
        }
        let (catalog, _) = self.store.catalog_now();
        let id_in = |table: &str| -> Option<Uuid> {
            let id = row.get(catalog.table(table).ok()?.id_column())?;
            id.as_str().and_then(json::read_id)
        };
        // Without a type only the id's name tells the table.
        let table = match type_name {
            Some(table) => Some(table.to_owned()),
            None => {
                let mut fitting = catalog.tables().iter().filter(|table| row.contains_key(table.id_column()));
                fitting.next().map(|table| table.name.clone()).filter(|_| fitting.next().is_none())
            }
        };
        let found = table.and_then(|table| Some(Reference::new(table.as_str(), id_in(&table)?)));
        found.ok_or_else(|| ApiError::invalid("give \"@odata.type\" and the row's id, or \"@odata.id\""))
    }
}

/// The arguments of a function as the parameters of a call: `F(a=1,b=@p1)?@p1={"@odata.id":"…"}`.
pub(crate) fn arguments(exchange: &Exchange, function: &Segment) -> Result<Map<String, Json>, ApiError> {
    let argument =
        |(name, literal): &(String, Literal)| Ok((name.clone(), argument(exchange, name, literal)?));
    function.arguments().iter().map(argument).collect()
}

fn argument(exchange: &Exchange, name: &str, literal: &Literal) -> Result<Json, ApiError> {
    let Literal::Alias(alias) = literal else { return Ok(plain_json(literal)) };
    let text = exchange.options.aliases.get(alias);
    let text =
        text.ok_or_else(|| ApiError::invalid(format!("{name}=@{alias} needs &@{alias}=... in the query.")))?;
    if text.starts_with(['{', '[']) {
        let wrong = |error| ApiError::invalid(format!("@{alias} is no JSON: {error}."));
        return strict_json::parse(text.as_bytes()).map_err(wrong);
    }
    Ok(plain_json(&parse_literal(text)?))
}

fn plain_json(literal: &Literal) -> Json {
    match literal {
        Literal::Null => Json::Null,
        Literal::Boolean(yes) => Json::Bool(*yes),
        Literal::Whole(number) => Json::from(*number),
        Literal::Decimal(digits) => serde_json::from_str(digits).unwrap_or_else(|_| digits.as_str().into()),
        Literal::Text(text) | Literal::EnumMember { member: text, .. } => Json::from(text.as_str()),
        Literal::Date(text) | Literal::DateTime(text) => Json::from(text.as_str()),
        Literal::Id(id) => Json::from(id.to_string()),
        Literal::Alias(name) => Json::from(format!("@{name}")),
        Literal::List(items) => items.iter().map(plain_json).collect(),
    }
}

/// Runs an action or a function and writes out its reply.
pub(crate) async fn run(
    service: &Service,
    exchange: &Exchange,
    action: &Action,
    address: Option<&Address>,
    parameters: Map<String, Json>,
) -> Result<Response, ApiError> {
    let target = match address {
        Some(address) => Some(target(service, exchange, address).await?),
        None => None,
    };
    let call = ActionCall {
        store: service.store.clone(),
        context: exchange.caller.context.clone(),
        target,
        parameters,
        application: Some(exchange.caller.application.clone()),
    };
    match action(call).await? {
        ActionReply::NoContent => Ok(no_content()),
        ActionReply::Json(json) => respond::json(StatusCode::OK, &json),
        ActionReply::Row { table, id } => one_row(service, exchange, &table, id).await,
        ActionReply::Rows(references) => many_rows(service, exchange, &references).await,
    }
}

/// A row named by its id alone is for the action to find; otherwise it is looked up.
async fn target(service: &Service, exchange: &Exchange, address: &Address) -> Result<Uuid, ApiError> {
    if let (Some(id), true) = (address.id, address.key.is_empty()) {
        return Ok(id);
    }
    let mut reader = service.store.read(&exchange.caller.context.principal).await?;
    let row = address.read(&mut reader).await?;
    row.map(|row| row.id()).ok_or_else(|| address.not_found())
}

async fn one_row(
    service: &Service,
    exchange: &Exchange,
    table: &str,
    id: Uuid,
) -> Result<Response, ApiError> {
    let definition = exchange.catalog.table(table)?;
    let mut reader = service.store.read(&exchange.caller.context.principal).await?;
    let row = visible(&mut reader, table, id).await?;
    let url = row_url(service.convention, &exchange.root, definition, id, row.as_ref());
    let Some(row) = row else {
        return Ok(location(no_content(), &url));
    };
    let shape = Shape::whole(service.convention, definition, exchange.annotations());
    let context = context_of(&exchange.root, definition, &[], &[], true);
    let body = RowJson { row: &row, shape: &shape, context: Some(&context), type_name: None, related: None };
    Ok(location(respond::json(StatusCode::OK, &body)?, &url))
}

/// The row, if the caller may read it. The action is done; a lacking right must not hide that.
async fn visible(reader: &mut Reader, table: &str, id: Uuid) -> Result<Option<Row>, Error> {
    match reader.get_row(table, id).await {
        Err(Error::NoPrivilege { .. }) => Ok(None),
        row => row,
    }
}

#[derive(Serialize)]
struct RowsJson<'a> {
    #[serde(rename = "@odata.context")]
    context: String,
    value: Vec<RowJson<'a>>,
}

/// Rows of several tables, each with its type. One that the caller may not read is left out.
async fn many_rows(
    service: &Service,
    exchange: &Exchange,
    references: &[Reference],
) -> Result<Response, ApiError> {
    let namespace = service.convention.namespace();
    let mut reader = service.store.read(&exchange.caller.context.principal).await?;
    let mut rows: Vec<(Row, Shape, String)> = Vec::with_capacity(references.len());
    for reference in references {
        let definition = exchange.catalog.table(&reference.table)?;
        if let Some(row) = visible(&mut reader, &reference.table, reference.id).await? {
            let shape = Shape::whole(service.convention, definition, exchange.annotations());
            rows.push((row, shape, format!("#{namespace}{}", reference.table)));
        }
    }
    let show = |(row, shape, type_name)| RowJson {
        row,
        shape,
        context: None,
        type_name: Some(type_name),
        related: None,
    };
    let value = rows.iter().map(|(row, shape, name)| show((row, shape, name.as_str()))).collect();
    let context = format!("{}/$metadata#Collection({namespace}crmbaseentity)", exchange.root);
    respond::json(StatusCode::OK, &RowsJson { context, value })
}
