//! Many changes of one kind, written in few round trips: what `CreateMultiple` and
//! `UpdateMultiple` ask for.

use std::sync::Arc;

use tables::uuid::Uuid;
use tables::{Change, TableDefinition, Tx};

use super::body::Body;
use crate::address::Address;
use crate::respond::ApiError;

/// Rows of one table to be made or changed together.
#[derive(Clone, Debug)]
pub(crate) struct Changes {
    pub table: Arc<TableDefinition>,
    pub rows: Vec<Changed>,
}

/// One row: changed where an address is given, made otherwise.
#[derive(Clone, Debug)]
pub(crate) struct Changed {
    pub address: Option<Address>,
    pub body: Body,
}

impl Changes {
    /// The rows' ids, in order.
    pub async fn run(&self, tx: &mut Tx) -> Result<Vec<Uuid>, ApiError> {
        let table = self.table.name.as_str();
        let mut changes = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let values = row.body.resolve(tx).await?;
            changes.push(match &row.address {
                None => {
                    let mut change = Change::create(table, values);
                    change.id = row.body.id;
                    change
                }
                Some(address) => Change::update(table, standing(tx, address).await?, values),
            });
        }
        Ok(tx.write(changes).await?.into_iter().map(|written| written.id).collect())
    }
}

/// The id at an address. Whether a row named by id is there the store sees when it writes.
async fn standing(tx: &mut Tx, address: &Address) -> Result<Uuid, ApiError> {
    match address.id {
        Some(id) if address.key.is_empty() => Ok(id),
        _ => {
            let row = address.read_in(tx).await?;
            row.map(|row| row.id()).ok_or_else(|| address.not_found())
        }
    }
}
