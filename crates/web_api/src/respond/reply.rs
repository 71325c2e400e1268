//! Whole answers: headers, links, entity tags.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, ETAG, HeaderName, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use odata::{Expand, escape_text};
use serde::Serialize;
use tables::uuid::Uuid;
use tables::{Error, Row, TableDefinition, Value};

use super::ApiError;
use crate::api::Convention;
use crate::model::COMPANY;

const JSON_MINIMAL: HeaderValue = HeaderValue::from_static("application/json; odata.metadata=minimal");
const PLAIN_TEXT: HeaderValue = HeaderValue::from_static("text/plain");
const ENTITY_ID: HeaderName = HeaderName::from_static("odata-entityid");
const VERSION: HeaderName = HeaderName::from_static("odata-version");

/// `W/"12"`
pub(crate) fn etag(version: i64) -> String {
    format!("W/\"{version}\"")
}

/// An answer with a body.
pub(crate) fn json(status: StatusCode, body: &impl Serialize) -> Result<Response, ApiError> {
    let bytes = serde_json::to_vec(body).map_err(Error::internal)?;
    let mut response = answer(status, Body::from(bytes));
    response.headers_mut().insert(CONTENT_TYPE, JSON_MINIMAL);
    Ok(response)
}

/// An answer in XML.
pub(crate) fn xml(text: String) -> Response {
    let mut response = answer(StatusCode::OK, Body::from(text));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/xml"));
    response
}

/// An answer in plain text, such as a count.
pub(crate) fn plain(text: String) -> Response {
    let mut response = answer(StatusCode::OK, Body::from(text));
    response.headers_mut().insert(CONTENT_TYPE, PLAIN_TEXT);
    response
}

/// 204.
pub(crate) fn no_content() -> Response {
    answer(StatusCode::NO_CONTENT, Body::empty())
}

fn answer(status: StatusCode, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response.headers_mut().insert(VERSION, HeaderValue::from_static("4.0"));
    response
}

/// Says where a row is.
pub(crate) fn location(mut response: Response, url: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(url) {
        response.headers_mut().insert(ENTITY_ID, value);
    }
    response
}

/// Says where a new row is.
pub(crate) fn created_at(mut response: Response, url: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(url) {
        response.headers_mut().insert(LOCATION, value);
    }
    location(response, url)
}

/// Says which version of a row this is.
pub(crate) fn versioned(mut response: Response, version: i64) -> Response {
    if let Ok(value) = HeaderValue::from_str(&etag(version)) {
        response.headers_mut().insert(ETAG, value);
    }
    response
}

/// `{root}/$metadata#leads(fullname,parentaccountid(name))`, with `/$entity` behind it for one row.
pub(crate) fn context_of(
    root: &str,
    table: &TableDefinition,
    select: &[String],
    expand: &[Expand],
    one: bool,
) -> String {
    let columns = columns_of(select, expand);
    let columns = if columns.is_empty() { columns } else { format!("({columns})") };
    let entity = if one { "/$entity" } else { "" };
    format!("{root}/$metadata#{}{columns}{entity}", table.set)
}

fn columns_of(select: &[String], expand: &[Expand]) -> String {
    let inner = |item: &Expand| format!("{}({})", item.property, columns_of(&item.select, &item.expand));
    let columns: Vec<String> = select.iter().cloned().chain(expand.iter().map(inner)).collect();
    columns.join(",")
}

/// The address of a row: by its id in Dataverse, by its natural key in headquarters, where the
/// whole row is known and the key has values.
pub(crate) fn row_url(
    convention: Convention,
    root: &str,
    table: &TableDefinition,
    id: Uuid,
    row: Option<&Row>,
) -> String {
    let natural = match convention {
        Convention::Dataverse => None,
        Convention::FinanceAndOperations => row.and_then(|row| natural_key(table, |name| row.get(name))),
    };
    let key = natural.unwrap_or_else(|| match convention {
        Convention::Dataverse => id.to_string(),
        Convention::FinanceAndOperations => format!("{}={id}", table.id_column()),
    });
    format!("{root}/{}({key})", table.set)
}

/// `dataAreaId='usmf',CustomerAccount='C-1'`, encoded for a URL.
fn natural_key<'a>(table: &TableDefinition, value: impl Fn(&str) -> &'a Value) -> Option<String> {
    let in_company = |columns: &[String]| columns.iter().any(|name| name == COMPANY);
    let has_company = table.column(COMPANY).is_some();
    let key = table.keys.iter().find(|key| !has_company || in_company(&key.columns))?;
    let part = |name: &String| {
        let text = match value(name) {
            Value::Text(text) => format!("'{}'", encode(&escape_text(text))),
            Value::Id(id) => id.to_string(),
            Value::Whole(number) => number.to_string(),
            _ => return None,
        };
        Some(format!("{name}={text}"))
    };
    let parts: Option<Vec<String>> = key.columns.iter().map(part).collect();
    parts.map(|parts| parts.join(","))
}

fn encode(text: &str) -> String {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
    const KEPT: &AsciiSet =
        &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'\'');
    utf8_percent_encode(text, KEPT).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::respond::example::{customer, lead};

    #[test]
    fn a_context_names_the_columns() {
        let lead = lead();
        let context = |select: &[String], one| context_of("http://h/api/data/v9.2", &lead, select, &[], one);
        assert_eq!(context(&[], false), "http://h/api/data/v9.2/$metadata#leads");
        assert_eq!(
            context(&["subject".into(), "_ownerid_value".into()], true),
            "http://h/api/data/v9.2/$metadata#leads(subject,_ownerid_value)/$entity"
        );
    }

    #[test]
    fn a_natural_key_survives_quotes_and_slashes() {
        let key = natural_key(&customer(), |name| {
            static COMPANY_VALUE: std::sync::LazyLock<Value> = std::sync::LazyLock::new(|| "usmf".into());
            static ACCOUNT: std::sync::LazyLock<Value> = std::sync::LazyLock::new(|| "O'B/1 é".into());
            if name == COMPANY { &COMPANY_VALUE } else { &ACCOUNT }
        })
        .unwrap();
        assert_eq!(key, "dataAreaId='usmf',CustomerAccount='O''B%2F1%20%C3%A9'");
        let parsed = odata::parse_resource(&format!("CustomersV3({key})")).unwrap();
        assert_eq!(parsed[0].arguments()[1].1, odata::Literal::Text("O'B/1 é".into()));
        assert_eq!(natural_key(&customer(), |_| &Value::Null), None);
    }

    #[test]
    fn dataverse_addresses_rows_by_id() {
        let id = Uuid::from_u128(1);
        assert_eq!(
            row_url(Convention::Dataverse, "http://h/v", &lead(), id, None),
            "http://h/v/leads(00000000-0000-0000-0000-000000000001)"
        );
        assert_eq!(
            row_url(Convention::FinanceAndOperations, "/data", &customer(), id, None),
            "/data/CustomersV3(ExternalRowId=00000000-0000-0000-0000-000000000001)"
        );
    }
}
