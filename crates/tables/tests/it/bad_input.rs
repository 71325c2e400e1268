//! Bad input: each fault has its own error with the column and the remedy, and leaves nothing.

use tables::query::{FILTER_DEPTH_MAX, IN_VALUES_MAX, ORDER_MAX, PAGE_SIZE_MAX, PATH_STEPS_MAX};
use tables::uuid::Uuid;
use tables::{
    Change, Context, Error, Filter, Money, Principal, Query, Reference, Store, TextMatch, Value, Values,
};

use crate::shop::{Shop, catalog, stores};

async fn write(store: &Store, change: Change) -> Result<Uuid, Error> {
    store
        .write(Context::system(), change, |tx, change| {
            Box::pin(async move { tx.write_one(change.clone()).await.map(|written| written.id) })
        })
        .await
}

fn values(column: &str, value: impl Into<Value>) -> Values {
    vec![("name".into(), "Corner".into()), (column.into(), value.into())]
}

#[tokio::test]
async fn each_fault_names_its_column_and_its_remedy_and_nothing_is_written() {
    for (_place, store) in stores(catalog()).await {
        let nobody = Uuid::from_u128(7);
        let cases: Vec<(Values, &str, &str)> = vec![
            (values("staff", "three"), "staff", "must be a whole number"),
            (values("rent", Value::Whole(3)), "rent", "must be an amount of money"),
            (values("open", "yes"), "open", "must be true or false"),
            (values("name", "x".repeat(21)), "name", "at most 20 fit. Shorten it"),
            (values("name", "ł".repeat(21)), "name", "21 characters long"),
            (values("notes", "a\0b"), "notes", "U+0000"),
            (values("staff", Value::Whole(101)), "staff", "between 0 and 100"),
            (values("staff", Value::Whole(-1)), "staff", "between 0 and 100"),
            (values("rent", Money(-1)), "rent", "must be between 0"),
            (values("colour", Value::Choice(2_000)), "colour", "Use one of: 1 Red, 2 Green, 30 Blue"),
            (values("shoe", "x"), "shoe", "has no column \"shoe\""),
            (values("name", Value::Null), "name", "is required"),
            (values("licence", "L-1"), "licence", "cannot be changed here"),
            (values("label", "mine"), "label", "made of name and code"),
            (values("versionnumber", Value::Whole(1)), "versionnumber", "Leave it out"),
            (values("parentid", nobody), "parentid", "does not exist. Choose an existing row"),
            (values("keeperid", Reference::new("team", nobody)), "keeperid", "points to team"),
            (values("keeperid", Reference::new("shop", nobody)), "keeperid", "must be a reference"),
        ];
        for (values, column, words) in cases {
            let error = write(&store, Change::create("shop", values.clone())).await.unwrap_err();
            assert_eq!(error.column(), Some(column), "{error}");
            assert!(error.to_string().contains(words), "{error}");
        }
        let unknown = write(&store, Change::create("shops", Vec::new())).await.unwrap_err();
        assert_eq!(unknown, Error::UnknownTable { table: "shops".into() });
        let mut reader = store.read(&Principal::system()).await.unwrap();
        assert!(reader.page(&Query::of("shop")).await.unwrap().rows.is_empty());
        assert!(reader.changes(Default::default(), &["shop"], 10).await.unwrap().entries.is_empty());
    }
}

#[tokio::test]
async fn what_just_fits_is_taken() {
    for (_place, store) in stores(catalog()).await {
        for values in [
            values("name", "ł".repeat(20)),
            values("staff", Value::Whole(0)),
            values("staff", Value::Whole(100)),
            values("rent", Money(0)),
            values("notes", "日".repeat(100)),
        ] {
            write(&store, Change::create("shop", values)).await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_column_with_a_default_can_be_left_out_but_not_emptied() {
    for (_place, store) in stores(catalog()).await {
        let id = write(&store, Change::create("shop", values("code", "A"))).await.unwrap();
        let emptied = Change::update("shop", id, vec![("open".into(), Value::Null)]);
        assert_eq!(write(&store, emptied).await, Err(Error::Required { column: "open".into() }));
        let shop = store.read(&Principal::system()).await.unwrap().get::<Shop>(id).await.unwrap();
        assert!(shop.unwrap().open);
    }
}

#[tokio::test]
async fn a_read_that_is_refused_before_it_is_sent_does_not_spoil_the_transaction() {
    for (_place, store) in stores(catalog()).await {
        let written: Result<Uuid, Error> = store
            .write(Context::system(), (), |tx, ()| {
                Box::pin(async move {
                    let first = tx.write_one(Change::create("shop", values("code", "A"))).await?;
                    let unknown = tx.page(&Query::of("shop").order_by("shoe")).await.unwrap_err();
                    assert!(matches!(unknown, Error::UnknownColumn { .. }), "{unknown}");
                    let nul = Query::of("shop").filter(Filter::equals("name", "a\0b"));
                    assert_eq!(tx.page(&nul).await, Err(Error::InvalidText { column: "name".into() }));
                    Ok(first.id)
                })
            })
            .await;
        let mut reader = store.read(&Principal::system()).await.unwrap();
        assert!(reader.get::<Shop>(written.unwrap()).await.unwrap().is_some());
    }
}

#[tokio::test]
async fn a_taken_key_is_named_alike_on_both_databases() {
    for (_place, store) in stores(catalog()).await {
        let id = write(&store, Change::create("shop", values("code", "Straße-1"))).await.unwrap();
        let same_key = write(&store, Change::create("shop", values("code", "STRASSE-1"))).await.unwrap_err();
        let key = |key: &str, columns: &str| Error::DuplicateKey {
            table: "shop".into(),
            key: key.into(),
            columns: columns.into(),
        };
        assert_eq!(same_key, key("by_code", "code"));
        let same_id = Change::create("shop", values("code", "other")).with_id(id);
        assert_eq!(write(&store, same_id).await.unwrap_err(), key("id", "shopid"));
        let mut reader = store.read(&Principal::system()).await.unwrap();
        assert_eq!(reader.page(&Query::of("shop")).await.unwrap().rows.len(), 1);
    }
}

#[tokio::test]
async fn changing_and_removing_what_is_not_there() {
    for (_place, store) in stores(catalog()).await {
        let id = Uuid::from_u128(9);
        let missing = Error::NotFound { table: "shop".into(), id };
        assert_eq!(
            write(&store, Change::update("shop", id, values("staff", 1_i64))).await,
            Err(missing.clone())
        );
        assert_eq!(write(&store, Change::delete("shop", id)).await, Err(missing));
    }
}

#[tokio::test]
async fn queries_have_limits_and_the_last_step_before_them_works() {
    for (_place, store) in stores(catalog()).await {
        write(&store, Change::create("shop", values("code", "A"))).await.unwrap();
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let nested = |depth: usize| {
            (0..depth).fold(Filter::equals("name", "x"), |inner, _| Filter::Not(Box::new(inner)))
        };
        let path = |steps: usize| format!("{}name", "parentid/".repeat(steps));
        let all = || Query::of("shop");
        let any = |count: usize| Filter::In("name".into(), vec!["x".into(); count]);
        for (fits, limit) in [
            (all().filter(nested(FILTER_DEPTH_MAX)), all().filter(nested(FILTER_DEPTH_MAX + 1))),
            (all().filter(any(IN_VALUES_MAX)), all().filter(any(IN_VALUES_MAX + 1))),
            (
                all().order_by(path(PATH_STEPS_MAX).as_str()),
                all().order_by(path(PATH_STEPS_MAX + 1).as_str()),
            ),
            (all().limit(PAGE_SIZE_MAX), all().limit(PAGE_SIZE_MAX + 1)),
            (
                (0..ORDER_MAX).fold(all(), |query, _| query.order_by("staff")),
                (0..=ORDER_MAX).fold(all(), |query, _| query.order_by("staff")),
            ),
        ] {
            reader.page(&fits).await.unwrap();
            let over = reader.page(&limit).await.unwrap_err();
            assert!(matches!(over, Error::LimitExceeded { .. }), "{over}");
        }
        for (query, words) in [
            (all().filter(Filter::equals("notes", "x")), "long text"),
            (all().filter(Filter::equals("safecode", "x")), "secret"),
            (all().order_by("safecode"), "secret"),
            (all().filter(Filter::IsNull("safecode".into())), "secret"),
            (all().filter(Filter::equals("shoe", "x")), "no column \"shoe\""),
            (all().filter(Filter::equals("name/x", "x")), "no column \"name\""),
            (all().filter(Filter::equals("staff", "x")), "whole number"),
            (all().filter(Filter::equals("name", "a\0b")), "U+0000"),
            (all().filter(Filter::In("name".into(), vec!["a\0b".into()])), "U+0000"),
            (all().filter(Filter::Between("name".into(), "a".into(), "a\0b".into())), "U+0000"),
            (all().filter(Filter::Text("name".into(), TextMatch::Contains, "a\0b".into())), "U+0000"),
        ] {
            let error = reader.page(&query).await.unwrap_err();
            assert!(error.to_string().contains(words), "{error}");
        }
        let page = reader.page(&all().limit(1)).await.unwrap();
        assert!(page.next.is_none());
        let shop = Shop::called(&store, "Second");
        write(&store, Change::create("shop", vec![("name".into(), shop.name.as_str().into())]))
            .await
            .unwrap();
        let next = reader.page(&all().limit(1)).await.unwrap().next;
        let mut other = all().order_by("name").limit(1);
        other.after = next;
        assert_eq!(reader.page(&other).await.unwrap_err(), Error::InvalidCursor);
    }
}
