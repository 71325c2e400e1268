//! `POST leads`.

use std::sync::Arc;

use serde_json::{Map, Value as Json};
use tables::uuid::Uuid;
use tables::{Change, TableDefinition, Tx, Value};

use super::body::Body;
use super::{Saved, written_row};
use crate::api::Service;
use crate::exchange::Exchange;
use crate::model::COMPANY;
use crate::respond::ApiError;

/// A row to be made.
#[derive(Clone, Debug)]
pub(crate) struct Create {
    pub table: Arc<TableDefinition>,
    pub body: Body,
    pub needs_row: bool,
}

/// Reads the body of a new row; the default company is that of whoever names none.
pub(super) fn new_row(
    service: &Service,
    exchange: &Exchange,
    table: &TableDefinition,
    object: &Map<String, Json>,
) -> Result<Body, ApiError> {
    let mut body = service.model(exchange).body(table, object, Some(&exchange.root))?;
    if let (Some(company), Some(_), None) =
        (&service.default_company, table.column(COMPANY), body.value(COMPANY))
    {
        body.values.push((COMPANY.into(), Value::from(company.as_str())));
    }
    Ok(body)
}

impl Create {
    /// The id that the row will have, chosen now if it was not yet.
    pub fn choose_id(&mut self, fresh: impl FnOnce() -> Uuid) -> Uuid {
        *self.body.id.get_or_insert_with(fresh)
    }

    pub async fn run(&self, tx: &mut Tx) -> Result<Saved, ApiError> {
        let table = self.table.name.as_str();
        let mut change = Change::create(table, self.body.resolve(tx).await?);
        change.id = self.body.id;
        let written = tx.write_one(change).await?;
        let row = written_row(tx, table, written.id, self.needs_row).await?;
        Ok(Saved { id: written.id, created: true, row })
    }
}
