//! What headquarters gives: customer numbers, the prospect behind a row, its verdict. Dual-write brings
//! it; a person who could write it could pass a row off as another company's.

use std::sync::Arc;

use tables::security::SystemUser;
use tables::{Depth, Draft, Error, Filter, Moment, Operation, Privilege, Result, Right, Rule, Tx};

use crate::DUAL_WRITE;

/// Tables with the columns that are headquarters'.
const GIVEN: [(&str, &[&str]); 4] = [
    ("lead", &["tandem_b2bprospectid", "tandem_partnerstatus"]),
    ("opportunity", &["tandem_b2bprospectid", "tandem_partnerstatus"]),
    ("account", &["tandem_b2bprospectid", "accountnumber"]),
    ("contact", &["tandem_b2bprospectid", "msdyn_contactpersonid"]),
];

/// One rule for each of the tables.
pub(crate) fn rules() -> impl Iterator<Item = Rule> {
    GIVEN.into_iter().map(|(table, columns)| Rule {
        name: "headquarters gives numbers, prospects and verdicts",
        table,
        moment: Moment::Before,
        operations: &[Operation::Create, Operation::Update],
        rights: &[Right { privilege: Privilege::Read, table: "systemuser" }],
        run: Arc::new(move |tx, draft| Box::pin(check(columns, tx, draft))),
    })
}

async fn check(columns: &[&str], tx: &mut Tx, draft: &mut Draft) -> Result<()> {
    let written = |column: &&&str| draft.names(column) && draft.changes(column);
    let Some(column) = columns.iter().find(written) else { return Ok(()) };
    // Verbs copy them from row to row; who may act for anybody may mend them.
    if draft.by_code || tx.principal().depth("systemuser", Privilege::Assign) == Depth::Organization {
        return Ok(());
    }
    let dual_write: Option<SystemUser> = tx.find(Filter::equals("applicationid", DUAL_WRITE)).await?;
    if dual_write.is_some_and(|user| user.systemuserid == tx.principal().user) {
        return Ok(());
    }
    Err(Error::ReadOnly { column: (*column).into(), owner: "Commerce headquarters".into() })
}
