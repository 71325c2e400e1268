//! `DELETE leads(guid)`.

use odata::Condition;
use tables::{Change, Tx};

use crate::address::Address;
use crate::respond::ApiError;

/// A row to be removed.
#[derive(Clone, Debug)]
pub(crate) struct Delete {
    pub address: Address,
    pub if_match: Condition,
}

impl Delete {
    pub async fn run(&self, tx: &mut Tx) -> Result<(), ApiError> {
        let row = self.address.read_in(tx).await?.ok_or_else(|| self.address.not_found())?;
        let mut change = Change::delete(self.address.table.name.as_str(), row.id());
        if let Condition::Version(known) = self.if_match {
            change.expected_version = Some(known);
        }
        tx.write_one(change).await?;
        Ok(())
    }
}
