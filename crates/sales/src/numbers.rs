//! Customer numbers: headquarters gives them, dual-write brings them, nobody else changes them.

use std::sync::Arc;

use tables::security::SystemUser;
use tables::{Draft, Error, Filter, Moment, Operation, Privilege, Result, Right, Rule, Tx};

use crate::DUAL_WRITE;

/// A table with the column that keeps its customer number.
#[derive(Clone, Copy)]
pub(crate) struct Number {
    pub table: &'static str,
    pub column: &'static str,
}

/// Once set, the number is headquarters'.
pub(crate) fn rule(number: Number) -> Rule {
    Rule {
        name: "customer numbers are given by headquarters",
        table: number.table,
        moment: Moment::Before,
        operations: &[Operation::Update],
        rights: &[Right { privilege: Privilege::Read, table: "systemuser" }],
        run: Arc::new(move |tx, draft| Box::pin(check(number, tx, draft))),
    }
}

async fn check(number: Number, tx: &mut Tx, draft: &mut Draft) -> Result<()> {
    let was_set = draft.before.as_ref().is_some_and(|before| !before.get(number.column).is_null());
    if !was_set || !draft.changes(number.column) {
        return Ok(());
    }
    let dual_write: Option<SystemUser> = tx.find(Filter::equals("applicationid", DUAL_WRITE)).await?;
    if dual_write.is_some_and(|user| user.systemuserid == tx.principal().user) {
        return Ok(());
    }
    Err(Error::ReadOnly { column: number.column.into(), owner: "Commerce headquarters".into() })
}
