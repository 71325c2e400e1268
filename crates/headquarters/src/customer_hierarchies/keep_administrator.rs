//! An organization keeps somebody who can manage its people.

use std::sync::Arc;

use tables::{
    ColumnValue as _, Draft, Error, Filter, Moment, Operation, Privilege, Query, Result, Right, Row, Rule,
    Table as _, Tx,
};

use super::{CustomerHierarchyMember, MemberRole, MemberStatus};

/// Most members looked at; an organization with more has others who manage them.
const MEMBERS_MAX: u32 = 1_000;

/// After, so that only who may change members is told: the last administrator neither leaves nor gives
/// the role up. What code does is let through: its verbs have rules of their own.
#[must_use]
pub fn rule() -> Rule {
    Rule {
        name: "an organization keeps an administrator",
        table: CustomerHierarchyMember::NAME,
        moment: Moment::After,
        operations: &[Operation::Update, Operation::Delete],
        rights: &[Right { privilege: Privilege::Read, table: CustomerHierarchyMember::NAME }],
        run: Arc::new(|tx, draft| Box::pin(check(tx, draft))),
    }
}

async fn check(tx: &mut Tx, draft: &mut Draft) -> Result<()> {
    let was = draft.before.as_ref().is_some_and(manages);
    let stays = draft.operation == Operation::Update && manages(&draft.after);
    if draft.by_code || !was || stays {
        return Ok(());
    }
    let Some(row) = &draft.before else { return Ok(()) };
    let text = |column: &str| row.get(column).as_text().unwrap_or_default();
    let of_hierarchy = Filter::equals("dataAreaId", text("dataAreaId"))
        .and(Filter::equals("CustomerHierarchyId", text("CustomerHierarchyId")));
    let admins = Filter::equals("Role", MemberRole::Admin).and(of_hierarchy);
    let members =
        tx.page(&Query::of(CustomerHierarchyMember::NAME).filter(admins).limit(MEMBERS_MAX)).await?;
    if members.rows.iter().any(manages) {
        return Ok(());
    }
    Err(Error::Refused {
        code: "LastAdministrator",
        message: "Nobody else manages the organization's users. Make another member its administrator first."
            .into(),
    })
}

fn manages(row: &Row) -> bool {
    MemberRole::from_value(row.get("Role")) == Some(MemberRole::Admin)
        && MemberStatus::from_value(row.get("Status")) != Some(MemberStatus::Disabled)
}

#[cfg(test)]
mod tests {
    use tables::{Change, Context, Value};

    use super::*;
    use crate::testing::{all, approve_as, ask, each_store, open_prospect};

    #[tokio::test]
    async fn the_last_administrator_stays_until_there_is_another() {
        for (_folder, store) in each_store().await {
            let prospect = open_prospect(&store).await;
            approve_as(Context::system(), &store, prospect).await.unwrap();
            let ola = all::<CustomerHierarchyMember>(&store).await.remove(0);
            let table = CustomerHierarchyMember::NAME;
            let to_user = || vec![("Role".to_owned(), MemberRole::User.to_value())];
            let disabled = || vec![("Status".to_owned(), MemberStatus::Disabled.to_value())];
            let limit = vec![("SpendingLimit".to_owned(), Value::Money(tables::Money::whole(5)))];
            ask(&store, Change::update(table, ola.external_row_id, limit)).await.unwrap();
            for change in [
                Change::update(table, ola.external_row_id, to_user()),
                Change::update(table, ola.external_row_id, disabled()),
                Change::delete(table, ola.external_row_id),
            ] {
                let refused = ask(&store, change).await;
                assert!(
                    matches!(refused, Err(Error::Refused { code: "LastAdministrator", .. })),
                    "{refused:?}"
                );
            }
            let jan = CustomerHierarchyMember {
                external_row_id: tables::uuid::Uuid::from_u128(7),
                customer_account: "C-7".into(),
                ..ola.clone()
            };
            store
                .write(Context::system(), jan, |tx, row| Box::pin(async move { tx.insert(row).await }))
                .await
                .unwrap();
            ask(&store, Change::update(table, ola.external_row_id, disabled())).await.unwrap();
            ask(&store, Change::delete(table, ola.external_row_id)).await.unwrap();
        }
    }
}
