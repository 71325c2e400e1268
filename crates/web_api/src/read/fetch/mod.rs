//! `GET leads?fetchXml=…`, and the stored queries `?savedQuery=<id>` and `?userQuery=<id>`, which
//! run as whoever asks.
//!
//! A given query pages by cookie, as clients of FetchXML expect; a stored one by `@odata.nextLink`.

mod answer;
mod condition;
mod plan;
mod stored;

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use odata::fetch::{Cookie, Fetch, parse_fetch, parse_layout};
use tables::query::PAGE_SIZE_MAX;
use tables::{Catalog, Cursor, Error, Page, Principal, Query, Reader, TableDefinition};

use super::set::Within;
use super::skip_token::{SkipToken, next_link};
use crate::api::{Convention, Service};
use crate::exchange::Exchange;
use crate::model::{Asker, Model};
use crate::respond::{ApiError, context_of, json};
use answer::PageJson;
use plan::plan;
pub(crate) use stored::{Asked, asked};

/// Most rows that are passed over to reach a page without a cookie: Dataverse's own limit.
const PASSED_OVER_MAX: u64 = 50_000;

/// Answers with one page of what is asked for.
pub(crate) async fn fetch(
    service: &Service,
    exchange: &Exchange,
    table: &Arc<TableDefinition>,
    asked: Asked<'_>,
    within: &Within,
) -> Result<Response, ApiError> {
    let principal = &exchange.caller.context.principal;
    let mut reader = service.store.read(principal).await?;
    let fetch = match asked {
        Asked::Given(text) => parse_fetch(text)?,
        Asked::Stored(option, id) => parse_fetch(&stored::text(&mut reader, table, option, id).await?)?,
    };
    let is_stored = matches!(asked, Asked::Stored(..));
    let mut plan = plan(service.model(exchange), table, &fetch, service.asker(exchange))?;
    if let Some(filter) = &within.filter {
        plan.query = plan.query.filter(filter.clone());
    }
    let top = fetch.top.or(exchange.options.top);
    plan.query.page_size = page_size(&fetch, top, exchange.preferences.max_page_size);
    plan.query.count |= exchange.options.count;
    let start = match is_stored {
        true => Start::at(exchange.options.skip_token.as_deref())?,
        false => Start::of(&mut reader, &fetch, &plan.query, table.id_column()).await?,
    };
    let mut page = match start {
        Start::Beyond => Page { rows: Vec::new(), next: None, count: None },
        Start::First => reader.page(&plan.query).await?,
        Start::After(cursor) => {
            plan.query.after = Some(cursor);
            reader.page(&plan.query).await?
        }
    };
    if let Some(top) = top {
        page.rows.truncate(top as usize);
        page.next = None;
    }
    let cursor = page.next.take();
    let (cookie, next) = match (&cursor, is_stored) {
        (None, _) => (None, None),
        (Some(cursor), false) => {
            let cookie = Cookie { page: fetch.page, last: cursor.to_string() };
            (Some(cookie.annotation()), None)
        }
        (Some(cursor), true) => {
            let token = SkipToken { left: None, cursor: cursor.clone(), since: None };
            (None, Some(next_link(&exchange.root, &exchange.path, &exchange.raw_query, &token)))
        }
    };
    let total = page.count.filter(|_| fetch.return_total_record_count);
    let limit = u64::from(PAGE_SIZE_MAX);
    let body = PageJson {
        context: context_of(&exchange.root, table, &[], &[], false),
        count: page.count.filter(|_| exchange.options.count).map(|count| count.min(limit)),
        total: total.map(|total| total.min(limit)),
        total_is_more: total.map(|total| total > limit),
        cookie,
        more: cursor.is_some(),
        value: answer::rows(&plan, &page.rows, exchange.annotations())?,
        next,
    };
    json(StatusCode::OK, &body)
}

/// Whether this FetchXML is a query on the table that can be run, on tables as in Dataverse.
///
/// # Errors
/// 400 with the place of the mistake.
pub fn check_fetch(catalog: &Catalog, table: &str, text: &str, now: Timestamp) -> Result<(), ApiError> {
    query_of_fetch(catalog, &Principal::system(), table, text, now).map(|_| ())
}

/// The rows that this FetchXML on the table finds for the principal, on tables as in Dataverse.
///
/// # Errors
/// As [`check_fetch`].
pub fn query_of_fetch(
    catalog: &Catalog,
    principal: &Principal,
    table: &str,
    text: &str,
    now: Timestamp,
) -> Result<Query, ApiError> {
    let model = Model::of_code(Convention::Dataverse, catalog);
    let plan = plan(model, catalog.table(table)?, &parse_fetch(text)?, Asker { principal, now })?;
    Ok(plan.query)
}

/// The columns that this LayoutXML shows, in order; none where it cannot be read.
#[must_use]
pub fn columns_of_layout(text: &str) -> Vec<String> {
    parse_layout(text).unwrap_or_default()
}

fn page_size(fetch: &Fetch, top: Option<u32>, wished: Option<u32>) -> u32 {
    let wished = fetch.count.or(wished).unwrap_or(PAGE_SIZE_MAX);
    // No page has no rows; those of `top="0"` are cut off.
    top.unwrap_or(wished).clamp(1, PAGE_SIZE_MAX)
}

/// Where a page begins.
enum Start {
    First,
    After(Cursor),
    /// Behind the last row.
    Beyond,
}

impl Start {
    /// By the marker of the page before.
    fn at(skip_token: Option<&str>) -> Result<Self, ApiError> {
        let token: Option<SkipToken> = skip_token.map(str::parse).transpose()?;
        Ok(token.map_or(Self::First, |token| Self::After(token.cursor)))
    }

    /// By the cookie; a page asked for without one is reached by passing over those before it.
    async fn of(reader: &mut Reader, fetch: &Fetch, query: &Query, id: &str) -> Result<Self, ApiError> {
        if let Some(cookie) = &fetch.cookie {
            return Ok(Self::After(cookie.last.parse()?));
        }
        let mut left = u64::from(fetch.page - 1) * u64::from(query.page_size);
        if left > PASSED_OVER_MAX {
            let (what, limit) = ("rows passed over without a paging cookie", PASSED_OVER_MAX);
            return Err(Error::LimitExceeded { what, limit }.into());
        }
        let mut passing = Query { select: vec![id.to_owned()], count: false, ..query.clone() };
        while left > 0 {
            let rows = left.min(u64::from(PAGE_SIZE_MAX));
            passing.page_size = u32::try_from(rows).unwrap_or(PAGE_SIZE_MAX);
            match reader.page(&passing).await?.next {
                Some(cursor) => passing.after = Some(cursor),
                None => return Ok(Self::Beyond),
            }
            left -= rows;
        }
        Ok(passing.after.map_or(Self::First, Self::After))
    }
}
