//! Keys made while the store runs, columns and keys taken away again.

use tables::store::{Addition, CUSTOM_KEYS_MAX, CUSTOMIZATION, DEFINITIONS_LOOKED_AT_MS, Removal};
use tables::testing::Place;
use tables::uuid::Uuid;
use tables::{
    Change, ChoiceOption, ColumnDefinition, ColumnKind, Context, Depth, Error, Filter, KeyDefinition,
    Principal, Privilege, Query, Store, Value,
};

use crate::shop::{catalog, create, frozen, stores, values};

pub fn column(name: &str, kind: ColumnKind) -> ColumnDefinition {
    ColumnDefinition::new(name, kind)
}

fn text(name: &str) -> ColumnDefinition {
    column(name, ColumnKind::Text { length_max: 30 })
}

async fn add(store: &Store, column: ColumnDefinition) -> Result<i64, Error> {
    store.define(Context::system(), Addition::Column { table: "shop".into(), column }).await
}

async fn add_key(store: &Store, name: &str, columns: &[&str]) -> Result<i64, Error> {
    let columns = columns.iter().map(|column| (*column).to_owned()).collect();
    let key = KeyDefinition::new(name, columns);
    store.define(Context::system(), Addition::Key { table: "shop".into(), key }).await
}

async fn drop_column(store: &Store, column: &str) -> Result<i64, Error> {
    let removal = Removal::Column { table: "shop".into(), column: column.into() };
    store.undefine(Context::system(), removal).await
}

async fn drop_key(store: &Store, key: &str) -> Result<i64, Error> {
    store.undefine(Context::system(), Removal::Key { table: "shop".into(), key: key.into() }).await
}

async fn update(store: &Store, id: Uuid, column: &str, value: Value) -> Result<(), Error> {
    let change = Change::update("shop", id, values([(column, value)]));
    store
        .write(Context::system(), change, |tx, change| {
            Box::pin(async move { tx.write_one(change.clone()).await.map(|_| ()) })
        })
        .await
}

#[tokio::test]
async fn what_was_made_and_taken_away_leaves_the_schema_as_it_was() {
    let mut schemas = Vec::new();
    for (place, store) in stores(catalog()).await {
        let shop = create(&store, "shop", vec![values([("name", "Corner".into())])]).await[0];
        let schema = store.describe_schema().await.unwrap();
        let options = vec![ChoiceOption::new(1, "Good"), ChoiceOption::new(2, "Bad")];
        for made in [
            text("x_mark"),
            column("x_parentid", ColumnKind::Lookup { targets: vec!["shop".into()] }),
            column("x_mood", ColumnKind::Choice { options }),
        ] {
            add(&store, made).await.unwrap();
        }
        assert_eq!(add_key(&store, "x_bymark", &["x_mark"]).await, Ok(4));
        update(&store, shop, "x_mark", "A".into()).await.unwrap();
        let wide = store.describe_schema().await.unwrap();

        let refused = drop_column(&store, "x_mark").await.unwrap_err();
        assert!(matches!(&refused, Error::Refused { code: "ColumnInKey", .. }), "{refused}");
        assert!(refused.to_string().contains("x_bymark"), "{refused}");
        assert_eq!(drop_key(&store, "x_bymark").await, Ok(5));
        let refused = drop_column(&store, "x_mark").await.unwrap_err();
        assert!(matches!(&refused, Error::Refused { code: "ColumnHoldsData", .. }), "{refused}");
        assert!(refused.to_string().contains("1 rows of shop"), "{refused}");
        update(&store, shop, "x_mark", Value::Null).await.unwrap();
        for name in ["x_mark", "x_parentid", "x_mood"] {
            drop_column(&store, name).await.unwrap();
            let after = update(&store, shop, name, Value::Null).await.unwrap_err();
            assert!(matches!(after, Error::UnknownColumn { .. }), "{after}");
        }
        for store in [store, place.open("shop", catalog(), frozen()).await] {
            assert_eq!(store.describe_schema().await.unwrap(), schema);
            assert_eq!(store.catalog_now().1, 8);
            assert!(store.catalog_now().0.table("shop").unwrap().column("x_mark").is_none());
            let mut reader = store.read(&Principal::system()).await.unwrap();
            assert_eq!(
                reader.get_row("shop", shop).await.unwrap().unwrap().get("name").as_text(),
                Some("Corner")
            );
            let history = reader.history("shop", Uuid::nil()).await.unwrap();
            let newest = &history[0].changes[0];
            assert_eq!((newest.column.as_str(), history.len()), ("x_mood", 8));
        }
        schemas.push(wide);
    }
    assert_eq!(schemas[0], schemas[1]);
}

#[tokio::test]
async fn a_key_is_made_only_where_no_rows_clash_and_then_it_holds() {
    for (place, store) in stores(catalog()).await {
        add(&store, text("x_mark")).await.unwrap();
        let rows = ["A", "a", "B"].map(|mark| values([("name", mark.into()), ("x_mark", mark.into())]));
        let ids = create(&store, "shop", rows.to_vec()).await;
        let schema = store.describe_schema().await.unwrap();
        let refused = add_key(&store, "x_bymark", &["x_mark"]).await.unwrap_err();
        assert!(matches!(&refused, Error::Refused { code: "KeyClashes", .. }), "{refused}");
        assert_eq!(store.describe_schema().await.unwrap(), schema);
        assert_eq!(store.catalog_now().1, 1);
        update(&store, ids[1], "x_mark", "C".into()).await.unwrap();
        add_key(&store, "x_bymark", &["x_mark"]).await.unwrap();
        for store in [store, place.open("shop", catalog(), frozen()).await] {
            let taken = update(&store, ids[2], "x_mark", "c".into()).await.unwrap_err();
            let Error::DuplicateKey { key, columns, .. } = &taken else { panic!("{taken}") };
            assert_eq!((key.as_str(), columns.as_str()), ("x_bymark", "x_mark"));
        }
    }
}

#[tokio::test]
async fn what_cannot_be_a_key_or_cannot_go_says_why() {
    for (_place, store) in stores(catalog()).await {
        add(&store, column("x_long", ColumnKind::Text { length_max: 451 })).await.unwrap();
        add(&store, column("x_edge", ColumnKind::Text { length_max: 450 })).await.unwrap();
        add(&store, column("x_memo", ColumnKind::Memo { length_max: 9 })).await.unwrap();
        add_key(&store, "x_edge", &["x_edge"]).await.unwrap();
        let longest = "k".repeat(40);
        let too_long = "k".repeat(41);
        add_key(&store, &longest, &["createdon"]).await.unwrap();
        let schema = store.describe_schema().await.unwrap();
        for (name, columns, words) in [
            ("x_edge", &["createdon", "modifiedon"][..], "has a key x_edge already"),
            ("x_two", &["x_edge"], "key x_edge has the same columns"),
            ("x_none", &[], "a key has 1 to 16 columns"),
            ("x_unknown", &["x_nosuch"], "no column \"x_nosuch\""),
            ("x_twice", &["createdby", "createdby"], "cannot be part of the key"),
            ("x_memo", &["x_memo"], "is not compared"),
            ("x_long", &["x_long"], "451 characters"),
            ("x_sum", &["x_edge", "name"], "at most 450"),
            (&too_long, &["modifiedon"], "at most 40"),
            ("x__y", &["modifiedon"], "single underscores"),
            ("X", &["modifiedon"], "single underscores"),
        ] {
            let error = add_key(&store, name, columns).await.unwrap_err();
            assert!(error.to_string().contains(words), "{error}");
        }
        for at in 2..CUSTOM_KEYS_MAX {
            add(&store, column(&format!("x_{at}"), ColumnKind::YesNo)).await.unwrap();
            add_key(&store, &format!("x_{at}"), &[&format!("x_{at}")]).await.unwrap();
        }
        let over = add_key(&store, "x_over", &["modifiedon"]).await.unwrap_err();
        assert!(matches!(over, Error::LimitExceeded { limit: 10, .. }), "{over}");
        let error = drop_column(&store, "name").await.unwrap_err();
        assert!(error.to_string().contains("belongs to the product"), "{error}");
        let error = drop_column(&store, "x_nosuch").await.unwrap_err();
        assert!(matches!(error, Error::UnknownColumn { .. }), "{error}");
        let error = drop_key(&store, "x_nosuch").await.unwrap_err();
        assert!(error.to_string().contains("no key x_nosuch"), "{error}");
        assert_ne!(store.describe_schema().await.unwrap(), schema);
    }
}

#[tokio::test]
async fn taking_away_has_its_own_privilege() {
    for (_place, store) in stores(catalog()).await {
        add(&store, text("x_mark")).await.unwrap();
        let removal = Removal::Column { table: "shop".into(), column: "x_mark".into() };
        for (privilege, allowed) in [(Privilege::Create, false), (Privilege::Delete, true)] {
            let rights = [(CUSTOMIZATION.to_owned(), privilege, Depth::Organization)];
            let who = Principal::with_rights(Uuid::from_u128(8), Uuid::nil(), Vec::new(), rights);
            let removed = store.undefine(Context::of(who), removal.clone()).await;
            assert_eq!(removed.is_ok(), allowed, "{removed:?}");
        }
    }
}

#[tokio::test]
async fn another_process_goes_on_with_the_definitions_as_they_are() {
    for (place, store) in stores(catalog()).await {
        if matches!(place, Place::Sqlite(_)) {
            continue; // One process has the file for itself.
        }
        let shop = create(&store, "shop", vec![values([("name", "Corner".into())])]).await[0];
        let other = place.open("shop", catalog(), frozen()).await;
        add(&store, text("x_mark")).await.unwrap();
        let looked = std::time::Duration::from_millis(DEFINITIONS_LOOKED_AT_MS * 3);
        let seen = async {
            while update(&other, shop, "x_mark", "A".into()).await.is_err() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(looked, seen).await.unwrap();
        update(&other, shop, "x_mark", Value::Null).await.unwrap();
        // The other one still has the column in its statements; its next write learns that it is gone,
        // and that it came back as something else.
        for store in [&store, &other] {
            let mut reader = store.read(&Principal::system()).await.unwrap();
            assert!(reader.get_row("shop", shop).await.unwrap().unwrap().get("x_mark").is_null());
        }
        drop_column(&store, "x_mark").await.unwrap();
        update(&other, shop, "name", "Market".into()).await.unwrap();
        add(&store, column("x_mark", ColumnKind::Whole { min: 0, max: 9 })).await.unwrap();
        // The one that did it has statements of the old type, too.
        let mut reader = store.read(&Principal::system()).await.unwrap();
        assert!(reader.get_row("shop", shop).await.unwrap().unwrap().get("x_mark").is_null());
        drop(reader);
        assert_eq!(other.refresh_definitions().await, Ok(3));
        update(&other, shop, "x_mark", Value::Whole(3)).await.unwrap();
        let mut reader = other.read(&Principal::system()).await.unwrap();
        let row = reader.get_row("shop", shop).await.unwrap().unwrap();
        assert_eq!((row.get("name").as_text(), row.get("x_mark")), (Some("Market"), &Value::Whole(3)));
    }
}

#[tokio::test]
async fn writers_beside_a_change_of_the_definitions_lose_nothing() {
    for (_place, store) in stores(catalog()).await {
        let shops = create(&store, "shop", vec![values([("name", "Corner".into())]); 8]).await;
        for round in 0..6 {
            add(&store, text("x_mark")).await.unwrap();
            let writes = shops.iter().map(|shop| update(&store, *shop, "name", format!("{round}").into()));
            let (removed, written) =
                tokio::join!(drop_column(&store, "x_mark"), futures_util::future::join_all(writes));
            removed.unwrap();
            written.into_iter().for_each(|written| written.unwrap());
        }
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let found = reader.page(&Query::of("shop").filter(Filter::equals("name", "5"))).await.unwrap();
        assert_eq!(found.rows.len(), 8);
    }
}
