//! Delta links: `Prefer: odata.track-changes` on a set gives `@odata.deltaLink`; following it gives
//! the rows changed since as they are now, and those that are gone.

use std::collections::HashMap;
use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use serde_json::{Value as Json, json as json_value};
use tables::jiff::Timestamp;
use tables::log::{ENTRIES_MAX, Entry, KEEP_DAYS, Position};
use tables::uuid::Uuid;
use tables::{Reader, Row, TableDefinition};

use super::expand::related;
use super::skip_token::link;
use crate::api::Service;
use crate::exchange::Exchange;
use crate::model::COMPANY;
use crate::respond::{ApiError, EXPIRED_VERSION_STAMP, RowJson, json};

/// Opaque to callers: `<position>!<when it was given>`. The log is kept for some days only, so a
/// token that is older than that may have lost entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DeltaToken {
    position: Position,
    /// In seconds since 1970.
    given_at: i64,
}

impl std::fmt::Display for DeltaToken {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}!{}", self.position, self.given_at)
    }
}

impl std::str::FromStr for DeltaToken {
    type Err = ApiError;

    fn from_str(text: &str) -> Result<Self, ApiError> {
        let parts = text.split_once('!').and_then(|(position, given_at)| {
            Some(Self { position: position.parse().ok()?, given_at: given_at.parse().ok()? })
        });
        parts.ok_or_else(|| ApiError::invalid("This is no $deltatoken of ours. Start again without one."))
    }
}

impl DeltaToken {
    fn is_expired(self, now: Timestamp) -> bool {
        now.as_second().saturating_sub(self.given_at) > KEEP_DAYS * 24 * 60 * 60
    }
}

/// The place in the log to go on from after a set is read, taken before the first row is. Asks for
/// nothing, but with the privileges that the changes will need.
pub(super) async fn begin(
    service: &Service,
    exchange: &Exchange,
    table: &TableDefinition,
    reader: &mut Reader,
) -> Result<DeltaToken, ApiError> {
    insist_on_plain_set(service, exchange, table)?;
    let position = reader.log_end().await?;
    reader.changes(position, &[table.name.as_str()], 1).await?;
    Ok(DeltaToken { position, given_at: service.store.environment().clock.now().as_second() })
}

/// The log knows rows, not which of them a filter would find.
fn insist_on_plain_set(
    service: &Service,
    exchange: &Exchange,
    table: &TableDefinition,
) -> Result<(), ApiError> {
    let options = &exchange.options;
    let narrowed = options.filter.is_some()
        || !options.order_by.is_empty()
        || !options.expand.is_empty()
        || options.top.is_some();
    if narrowed {
        let message = "Changes are tracked of a whole set, without $filter, $orderby, $expand and $top.";
        return Err(ApiError::invalid(message));
    }
    if table.bookkeeping {
        return Err(ApiError::invalid(format!("Changes of {} are not tracked.", table.set)));
    }
    if service.company(exchange).is_some() && table.column(COMPANY).is_some() {
        let message = "Changes are tracked of all companies together. Add cross-company=true.";
        return Err(ApiError::invalid(message));
    }
    Ok(())
}

#[derive(Serialize)]
struct DeltaJson<'a> {
    #[serde(rename = "@odata.context")]
    context: String,
    value: Vec<Item<'a>>,
    #[serde(rename = "@odata.nextLink", skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    #[serde(rename = "@odata.deltaLink", skip_serializing_if = "Option::is_none")]
    delta: Option<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Item<'a> {
    Changed(RowJson<'a>),
    Gone(Json),
}

/// `GET leads?$deltatoken=…`
pub(super) async fn changes(
    service: &Service,
    exchange: &Exchange,
    table: &Arc<TableDefinition>,
    token: &str,
) -> Result<Response, ApiError> {
    insist_on_plain_set(service, exchange, table)?;
    let token: DeltaToken = token.parse()?;
    let now = service.store.environment().clock.now();
    if token.is_expired(now) {
        let message = format!(
            "This delta link is over {KEEP_DAYS} days old, and changes are kept no longer. Read the \
             whole set again with Prefer: odata.track-changes."
        );
        return Err(ApiError::new(410, EXPIRED_VERSION_STAMP, message));
    }
    let shape = service.model(exchange).shape(table, exchange)?;
    let limit = exchange.preferences.max_page_size.unwrap_or(ENTRIES_MAX).clamp(1, ENTRIES_MAX);
    let mut reader = service.store.read(&exchange.caller.context.principal).await?;
    let found = reader.changes(token.position, &[table.name.as_str()], limit).await?;
    let ids = latest(&found.entries);
    let rows = reader.get_rows(&table.name, &ids).await?;
    let related = related(&mut reader, &exchange.catalog, &rows, &shape, &[]).await?;
    let by_id: HashMap<Uuid, &Row> = rows.iter().map(|row| (row.id(), row)).collect();
    let gone = format!("{}/$metadata#{}/$deletedEntity", exchange.root, table.set);
    let item = |id: &Uuid| match by_id.get(id) {
        Some(row) => Item::Changed(RowJson::of(row, &shape, Some(&related))),
        None => Item::Gone(json_value!({ "@odata.context": gone, "id": id, "reason": "deleted" })),
    };
    // Entries yet to be read are as old as they are: only the last page starts the time anew.
    let given_at = if found.more { token.given_at } else { now.as_second() };
    let address = delta_link(exchange, DeltaToken { position: found.next, given_at });
    let (next, delta) = if found.more { (Some(address), None) } else { (None, Some(address)) };
    let context = format!("{}/$metadata#{}/$delta", exchange.root, table.set);
    let body = DeltaJson { context, value: ids.iter().map(item).collect(), next, delta };
    json(StatusCode::OK, &body)
}

/// The rows that entries are about, each once, where its newest entry stands.
fn latest(entries: &[Entry]) -> Vec<Uuid> {
    let mut seen = std::collections::HashSet::new();
    let mut ids: Vec<Uuid> =
        entries.iter().rev().map(|entry| entry.row).filter(|id| seen.insert(*id)).collect();
    ids.reverse();
    ids
}

/// The address by which changes since a token are asked for.
pub(super) fn delta_link(exchange: &Exchange, token: DeltaToken) -> String {
    link(&exchange.root, &exchange.path, &exchange.raw_query, &format!("$deltatoken={token}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_survives_its_text_and_grows_old() {
        let token =
            DeltaToken { position: Position { transaction: 12, sequence: i64::MAX }, given_at: 1_000_000 };
        assert_eq!(token.to_string().parse(), Ok(token));
        for text in ["", "12.3", "12.3!", "x!5", "1.2!x"] {
            assert_eq!(text.parse::<DeltaToken>().unwrap_err().status, 400, "{text}");
        }
        let at = |seconds| Timestamp::from_second(seconds).unwrap();
        assert!(!token.is_expired(at(1_000_000 + 7 * 86_400)));
        assert!(token.is_expired(at(1_000_001 + 7 * 86_400)));
    }
}
