//! `GET leads?$select&$filter&$orderby&$top&$count`, page by page.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use tables::query::PAGE_SIZE_MAX;
use tables::{Filter, Page, Query, TableDefinition};

use super::delta;
use super::expand::{columns_to_read, related};
use super::fetch;
use super::skip_token::{SkipToken, next_link};
use crate::api::Service;
use crate::exchange::Exchange;
use crate::respond::{ApiError, RowJson, context_of, json};

/// What a set is confined to besides `$filter`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Within {
    /// Only the rows that point to a certain row.
    pub filter: Option<Filter>,
}

impl Within {
    /// The query for the rows of a set, without page and order.
    pub fn query(
        &self,
        service: &Service,
        exchange: &Exchange,
        table: &TableDefinition,
    ) -> Result<Query, ApiError> {
        let mut query = Query::of(table.name.as_str());
        if let Some(filter) = &self.filter {
            query = query.filter(filter.clone());
        }
        let model = service.model(exchange);
        if let Some(syntax) = &exchange.options.filter {
            query = query.filter(model.filter(table, syntax)?);
        }
        if let Some(company) = model.company_of(table, exchange.options.filter.as_ref()) {
            query = query.filter(company);
        }
        Ok(query)
    }
}

pub(crate) async fn set(
    service: &Service,
    exchange: &Exchange,
    table: &Arc<TableDefinition>,
    within: &Within,
) -> Result<Response, ApiError> {
    if let Some(asked) = fetch::asked(service, exchange)? {
        return fetch::fetch(service, exchange, table, asked, within).await;
    }
    let model = service.model(exchange);
    let options = &exchange.options;
    if let Some(token) = &options.delta_token {
        return delta::changes(service, exchange, table, token).await;
    }
    let shape = model.shape(table, exchange)?;
    let expansions = model.expansions(table, &options.expand, exchange.annotations())?;
    let token: Option<SkipToken> = options.skip_token.as_deref().map(str::parse).transpose()?;
    let extent = Extent::of(exchange, token.as_ref());
    let mut query = within.query(service, exchange, table)?;
    query.select = columns_to_read(table, &shape, &expansions);
    query.order = model.order(table, &options.order_by)?;
    query.page_size = extent.page;
    query.count = options.count;
    let mut reader = service.store.read(&exchange.caller.context.principal).await?;
    let since = match &token {
        Some(token) => token.since,
        None if exchange.preferences.track_changes => {
            Some(delta::begin(service, exchange, table, &mut reader).await?)
        }
        None => None,
    };
    query.after = token.map(|token| token.cursor);
    let mut page = reader.page(&query).await?;
    extent.cut(&mut page);
    let next = page.next.take().map(|cursor| {
        let token = SkipToken { left: extent.left_after(page.rows.len()), cursor, since };
        next_link(&exchange.root, &exchange.path, &exchange.raw_query, &token)
    });
    let related = related(&mut reader, model.catalog, &page.rows, &shape, &expansions).await?;
    let rows = page.rows.iter().map(|row| RowJson::of(row, &shape, Some(&related))).collect();
    let totals = exchange.annotations().total_record_count;
    let counted = page.count.map(|count| count.min(COUNT_MAX));
    let body = SetJson {
        context: context_of(&exchange.root, table, &options.select, &options.expand, false),
        count: counted,
        total: totals.then(|| counted.map_or(-1, u64::cast_signed)),
        exceeded: totals.then(|| page.count.is_some_and(|count| count > COUNT_MAX)),
        rows,
        delta: since.filter(|_| next.is_none()).map(|since| delta::delta_link(exchange, since)),
        next,
    };
    json(StatusCode::OK, &body)
}

/// Most rows that are counted.
pub(super) const COUNT_MAX: u64 = PAGE_SIZE_MAX as u64;

#[derive(Serialize)]
struct SetJson<'a> {
    #[serde(rename = "@odata.context")]
    context: String,
    #[serde(rename = "@odata.count", skip_serializing_if = "Option::is_none")]
    count: Option<u64>,
    #[serde(rename = "@Microsoft.Dynamics.CRM.totalrecordcount", skip_serializing_if = "Option::is_none")]
    total: Option<i64>,
    #[serde(
        rename = "@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded",
        skip_serializing_if = "Option::is_none"
    )]
    exceeded: Option<bool>,
    #[serde(rename = "value")]
    rows: Vec<RowJson<'a>>,
    #[serde(rename = "@odata.nextLink", skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    #[serde(rename = "@odata.deltaLink", skip_serializing_if = "Option::is_none")]
    delta: Option<String>,
}

/// How many rows one page has, and how many may come in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Extent {
    page: u32,
    /// What `$top` leaves for this page and those behind it.
    left: Option<u32>,
}

impl Extent {
    fn of(exchange: &Exchange, token: Option<&SkipToken>) -> Self {
        let left = token.map_or(exchange.options.top, |token| token.left);
        Self::new(left, exchange.preferences.max_page_size)
    }

    fn new(left: Option<u32>, wished: Option<u32>) -> Self {
        let page = wished.unwrap_or(PAGE_SIZE_MAX).min(PAGE_SIZE_MAX).min(left.unwrap_or(u32::MAX));
        // No page has no rows; those of `$top=0` are cut off.
        Self { page: page.max(1), left }
    }

    fn left_after(self, rows: usize) -> Option<u32> {
        self.left.map(|left| left.saturating_sub(u32::try_from(rows).unwrap_or(u32::MAX)))
    }

    /// Ends the pages where `$top` is reached.
    fn cut(self, page: &mut Page) {
        if let Some(left) = self.left {
            page.rows.truncate(left as usize);
            if self.left_after(page.rows.len()) == Some(0) {
                page.next = None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_as_large_as_wished_but_never_beyond_top() {
        let extent = |page, left| Extent { page, left };
        assert_eq!(Extent::new(None, None), extent(5_000, None));
        assert_eq!(Extent::new(None, Some(2)), extent(2, None));
        assert_eq!(Extent::new(None, Some(9_999)), extent(5_000, None));
        assert_eq!(Extent::new(Some(3), Some(2)), extent(2, Some(3)));
        assert_eq!(Extent::new(Some(1), Some(2)), extent(1, Some(1)));
        assert_eq!(Extent::new(Some(0), None), extent(1, Some(0)));
        assert_eq!(Extent::new(Some(3), Some(2)).left_after(2), Some(1));
    }
}
