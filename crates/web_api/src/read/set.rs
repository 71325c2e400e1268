//! `GET leads?$select&$filter&$orderby&$top&$count`, page by page.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use tables::query::PAGE_SIZE_MAX;
use tables::{Filter, Page, Query, TableDefinition};

use super::fetch;
use super::lower::names_company;
use super::skip_token::{SkipToken, next_link};
use crate::api::Service;
use crate::exchange::Exchange;
use crate::model::COMPANY;
use crate::respond::{ApiError, RowJson, context_of, json};

pub(crate) async fn set(
    service: &Service,
    exchange: &Exchange,
    table: &Arc<TableDefinition>,
) -> Result<Response, ApiError> {
    if let Some(asked) = fetch::asked(service, exchange)? {
        return fetch::fetch(service, exchange, table, asked).await;
    }
    let model = service.model();
    let shape = model.shape(table, exchange)?;
    let token: Option<SkipToken> = exchange.options.skip_token.as_deref().map(str::parse).transpose()?;
    let extent = Extent::of(exchange, token.as_ref());
    let mut query = Query::of(table.name.as_str());
    query.select = shape.columns.iter().map(|at| table.columns[*at].name.clone()).collect();
    query.order = model.order(table, &exchange.options.order_by)?;
    query.page_size = extent.page;
    query.after = token.map(|token| token.cursor);
    query.count = exchange.options.count;
    if let Some(syntax) = &exchange.options.filter {
        query = query.filter(model.filter(table, syntax)?);
    }
    if let Some(company) = confined(service, exchange, table) {
        query = query.filter(Filter::equals(COMPANY, company));
    }
    let mut reader = service.store.read(&exchange.caller.context.principal).await?;
    let mut page = reader.page(&query).await?;
    extent.cut(&mut page);
    let next = page.next.take().map(|cursor| {
        let token = SkipToken { left: extent.left_after(page.rows.len()), cursor };
        next_link(&exchange.root, &table.set, &exchange.raw_query, &token)
    });
    let context = context_of(&exchange.root, table, &exchange.options.select, false);
    let rows =
        page.rows.iter().map(|row| RowJson { row, shape: &shape, context: None, type_name: None }).collect();
    json(StatusCode::OK, &SetJson { context, count: page.count, rows, next })
}

/// The company that a read is confined to: the default one, unless the caller names companies.
fn confined<'a>(service: &'a Service, exchange: &Exchange, table: &TableDefinition) -> Option<&'a str> {
    table.column(COMPANY)?;
    let named = exchange.options.filter.as_ref().is_some_and(names_company);
    service.company(exchange).filter(|_| !named)
}

#[derive(Serialize)]
struct SetJson<'a> {
    #[serde(rename = "@odata.context")]
    context: String,
    #[serde(rename = "@odata.count", skip_serializing_if = "Option::is_none")]
    count: Option<u64>,
    #[serde(rename = "value")]
    rows: Vec<RowJson<'a>>,
    #[serde(rename = "@odata.nextLink", skip_serializing_if = "Option::is_none")]
    next: Option<String>,
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
