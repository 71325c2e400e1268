//! A view is stored only if its query can be run.

use std::sync::Arc;

use tables::{Draft, Error, Moment, Operation, Result, Rule, Tx};

/// Code of Dataverse: an argument cannot be right.
const BAD_ARGUMENT: &str = "0x80040203";

/// Before: the query is one on the view's table.
pub(crate) fn rule(table: &'static str) -> Rule {
    Rule {
        name: "queries of views",
        table,
        moment: Moment::Before,
        operations: &[Operation::Create, Operation::Update],
        rights: &[],
        run: Arc::new(|tx, draft| Box::pin(async move { check(tx, draft) })),
    }
}

fn check(tx: &Tx, draft: &Draft) -> Result<()> {
    if !draft.changes("fetchxml") && !draft.changes("returnedtypecode") {
        return Ok(());
    }
    let text = |column: &str| draft.after.get(column).as_text().unwrap_or_default();
    web_api::check_fetch(tx.catalog(), text("returnedtypecode"), text("fetchxml"), tx.now())
        .map_err(|error| Error::Refused { code: BAD_ARGUMENT, message: error.message })
}
