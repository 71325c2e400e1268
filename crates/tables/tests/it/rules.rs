//! Rules before and after, the rights they lend, and where they end.

use std::sync::Arc;

use tables::change::RuleCode;
use tables::uuid::Uuid;
use tables::{
    Change, Context, Depth, Error, Moment, Operation, Principal, Privilege, Query, Right, Rule, Store, Values,
};

use crate::shop::{catalog, stores};

fn rule(moment: Moment, rights: &'static [Right], run: RuleCode) -> Rule {
    Rule {
        name: "test",
        table: "shop",
        moment,
        operations: &[Operation::Create, Operation::Update],
        rights,
        run,
    }
}

fn named(name: &str) -> Values {
    vec![("name".into(), name.into())]
}

async fn create(store: &Store, who: Arc<Principal>, name: &str) -> Result<Uuid, Error> {
    let change = Change::create("shop", named(name));
    store
        .write(Context::of(who), change, |tx, change| {
            Box::pin(async move { tx.write_one(change.clone()).await.map(|written| written.id) })
        })
        .await
}

async fn count(store: &Store, table: &str) -> usize {
    let mut reader = store.read(&Principal::system()).await.unwrap();
    reader.page(&Query::of(table)).await.unwrap().rows.len()
}

const MAY_MAKE_UNITS: &[Right] = &[Right { privilege: Privilege::Create, table: "businessunit" }];

#[tokio::test]
async fn a_rule_alters_before_writes_after_and_its_rights_end_with_it() {
    let before: RuleCode = Arc::new(|_tx, draft| {
        Box::pin(async move {
            let name = draft.after.get("name").as_text().unwrap_or_default().to_uppercase();
            draft.after.set("name", name)
        })
    });
    let after: RuleCode = Arc::new(|tx, draft| {
        Box::pin(async move {
            let name = draft.after.get("name").clone();
            tx.write_one(Change::create("businessunit", vec![("name".into(), name)])).await.map(|_| ())
        })
    });
    let catalog = catalog().with_rule(rule(Moment::Before, &[], before)).with_rule(rule(
        Moment::After,
        MAY_MAKE_UNITS,
        after,
    ));
    for (_place, store) in stores(catalog).await {
        let rights = [("shop".to_owned(), Privilege::Create, Depth::User)];
        let who = Principal::with_rights(Uuid::from_u128(1), Uuid::nil(), Vec::new(), rights);
        create(&store, Arc::clone(&who), "corner").await.unwrap();
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let unit = reader.page(&Query::of("businessunit")).await.unwrap().rows.remove(0);
        assert_eq!(unit.get("name").as_text(), Some("CORNER"));
        // The rule may; its caller may not, not even in the same transaction.
        let refused: Result<(), Error> = store
            .write(Context::of(who), (), |tx, ()| {
                Box::pin(async move {
                    tx.write_one(Change::create("shop", named("second"))).await?;
                    {
                        let mut lent = tx.lend(MAY_MAKE_UNITS);
                        lent.write_one(Change::create("businessunit", named("lent"))).await?;
                    }
                    tx.write_one(Change::create("businessunit", named("own"))).await.map(|_| ())
                })
            })
            .await;
        assert_eq!(refused, Err(Error::NoPrivilege { action: "create", table: "businessunit".into() }));
        assert_eq!((count(&store, "shop").await, count(&store, "businessunit").await), (1, 1));
    }
}

#[tokio::test]
async fn a_rule_that_refuses_leaves_nothing_of_the_whole_transaction() {
    let after: RuleCode = Arc::new(|tx, draft| {
        Box::pin(async move {
            tx.write_one(Change::create("businessunit", named("from a rule"))).await?;
            match draft.after.get("name").as_text() {
                Some("bad") => Err(Error::Refused { code: "bad", message: "Choose another name.".into() }),
                _ => Ok(()),
            }
        })
    });
    for (_place, store) in stores(catalog().with_rule(rule(Moment::After, &[], after))).await {
        let refused = create(&store, Principal::system(), "bad").await.unwrap_err();
        assert_eq!(refused.to_string(), "Choose another name.");
        assert_eq!((count(&store, "shop").await, count(&store, "businessunit").await), (0, 0));
        // Swallowing the error does not save the transaction.
        let swallowed: Result<(), Error> = store
            .write(Context::system(), (), |tx, ()| {
                Box::pin(async move {
                    let _ = tx.write_one(Change::create("shop", named("bad"))).await;
                    Ok(())
                })
            })
            .await;
        assert!(matches!(swallowed, Err(Error::Refused { code: "bad", .. })));
        assert_eq!(count(&store, "businessunit").await, 0);
    }
}

#[tokio::test]
async fn rules_that_set_each_other_off_come_to_an_end() {
    let again: RuleCode = Arc::new(|tx, draft| {
        Box::pin(async move {
            let id = draft.after.id();
            let staff = draft.after.get("staff").as_whole().unwrap_or_default() + 1;
            let change = Change::update("shop", id, vec![("staff".into(), staff.into())]);
            tx.write_one(change).await.map(|_| ())
        })
    });
    for (_place, store) in stores(catalog().with_rule(rule(Moment::After, &[], again))).await {
        let endless = create(&store, Principal::system(), "endless").await.unwrap_err();
        let limit = tables::store::RULE_DEPTH_MAX as u64;
        assert_eq!(endless, Error::LimitExceeded { what: "rules that set off rules", limit });
        assert_eq!(count(&store, "shop").await, 0);
    }
}

#[tokio::test]
async fn on_sqlite_a_verb_waits_for_nothing_but_its_database() {
    let (_place, store) = stores(catalog()).await.remove(0);
    let waiting: Result<(), Error> = store
        .write(Context::system(), (), |tx, ()| {
            Box::pin(async move {
                tx.write_one(Change::create("shop", named("waiting"))).await?;
                tokio::task::yield_now().await;
                Ok(())
            })
        })
        .await;
    assert!(matches!(waiting, Err(Error::Internal(words)) if words.contains("waited")));
    assert_eq!(count(&store, "shop").await, 0);
    create(&store, Principal::system(), "next").await.unwrap();
}
