//! Keys made while the store runs, columns and keys taken away again, and columns that compiled code
//! has a view of whether they are there or not.

use tables::migration::{Migration, Step};
use tables::store::{Addition, CUSTOM_KEYS_MAX, CUSTOMIZATION, DEFINITIONS_LOOKED_AT_MS, Removal};
use tables::testing::Place;
use tables::uuid::Uuid;
use tables::{
    Catalog, Change, Choice, ChoiceOption, ColumnDefinition, ColumnKind, Context, Depth, Error, Filter,
    KeyDefinition, Label, Principal, Privilege, Query, Store, Table, Value,
};

use crate::shop::{catalog, create, frozen, stores, values};

fn column(name: &str, kind: ColumnKind) -> ColumnDefinition {
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
enum Standing {
    Pending = 1,
    Approved = 2,
}

#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "card", set = "cards", key(x_bynumber("x_number")), key(by_title("title")))]
struct Card {
    #[column(id)]
    cardid: Uuid,
    #[column(text = 30)]
    title: String,
    #[column(text = 20, added)]
    x_number: Option<String>,
    #[column(choice, added)]
    x_standing: Option<Standing>,
}

mod newer {
    use super::{Choice, Table, Uuid};

    #[derive(Clone, Copy, Choice)]
    pub enum Standing {
        Pending = 1,
        Approved = 2,
        Refused = 3,
    }

    #[derive(Table)]
    #[table(name = "card", set = "cards", key(x_bynumber("x_number")), key(by_title("title")))]
    pub struct Card {
        #[column(id)]
        pub cardid: Uuid,
        #[column(text = 30)]
        pub title: String,
        #[column(text = 20, added)]
        pub x_number: Option<String>,
        #[column(choice, added)]
        pub x_standing: Option<Standing>,
    }
}

fn cards() -> Catalog {
    tables::security::with_security(Catalog::new()).with::<Card>()
}

fn card(title: &str) -> Card {
    Card { cardid: Uuid::from_u128(7), title: title.into(), x_number: None, x_standing: None }
}

async fn save(store: &Store, card: Card, new: bool) -> Result<(), Error> {
    store
        .write(Context::system(), (card, new), |tx, (card, new)| {
            Box::pin(
                async move { if *new { tx.insert(card).await } else { tx.save(card).await }.map(|_| ()) },
            )
        })
        .await
}

fn sorted(mut lines: Vec<String>) -> Vec<String> {
    lines.sort_unstable();
    lines
}

async fn read(store: &Store) -> Card {
    store.read(&Principal::system()).await.unwrap().get(Uuid::from_u128(7)).await.unwrap().unwrap()
}

fn standing(options: &[(i32, &str)]) -> ColumnDefinition {
    let option = |(value, label): &(i32, &str)| ChoiceOption {
        label: Label::new([(1033, (*label).to_owned())]),
        ..ChoiceOption::new(*value, *label)
    };
    column("x_standing", ColumnKind::Choice { options: options.iter().map(option).collect() })
}

#[tokio::test]
async fn code_sees_a_column_that_somebody_adds_once_it_is_there() {
    for place in tables::testing::places() {
        let store = place.open("cards", cards(), frozen()).await;
        let declared = Card::definition();
        assert!(declared.column("x_number").is_none() && declared.keys.len() == 1);
        save(&store, card("One"), true).await.unwrap();
        save(&store, card("Two"), false).await.unwrap();
        assert_eq!(read(&store).await, card("Two"));
        let numbered = Card { x_number: Some("P-1".into()), ..card("Two") };
        let unknown = save(&store, numbered.clone(), false).await.unwrap_err();
        assert!(matches!(unknown, Error::UnknownColumn { .. }), "{unknown}");

        let add = |column| Addition::Column { table: "card".into(), column };
        for (wrong, words) in [
            (standing(&[(1, "Pending")]), "must take the number or name of an option (1, 2)"),
            (standing(&[(1, "A"), (2, "B"), (3, "C")]), "(1, 2)"),
            (column("x_number", ColumnKind::Whole { min: 0, max: 9 }), "x_number must take text"),
        ] {
            let refused = store.define(Context::system(), add(wrong)).await.unwrap_err();
            assert!(refused.to_string().contains(words), "{refused}");
        }
        let Some(added) = store.catalog().added("card").cloned() else { panic!("nothing is expected") };
        store.define(Context::system(), add(added.columns[0].clone())).await.unwrap();
        store.define(Context::system(), add(standing(&[(1, "Offen"), (2, "Ja")]))).await.unwrap();
        let key = Addition::Key { table: "card".into(), key: added.keys[0].clone() };
        store.define(Context::system(), key).await.unwrap();
        let full = Card { x_standing: Some(Standing::Approved), ..numbered };
        save(&store, full.clone(), false).await.unwrap();
        for store in [store, place.open("cards", cards(), frozen()).await] {
            assert_eq!(read(&store).await, full);
            let (now, _) = store.catalog_now();
            let column = now.table("card").unwrap().column("x_standing").unwrap();
            let option = &column.kind.options()[0];
            assert_eq!((option.name.as_str(), option.label.text(1033)), ("Pending", Some("Offen")));
            let twin = Card { cardid: Uuid::from_u128(9), ..Card { title: "Three".into(), ..full.clone() } };
            let taken = save(&store, twin, true).await.unwrap_err();
            assert!(matches!(taken, Error::DuplicateKey { ref key, .. } if key == "x_bynumber"), "{taken}");
        }
        let store = place.open("cards", cards(), frozen()).await;
        save(&store, card("Four"), false).await.unwrap();
        assert_eq!(read(&store).await, card("Four"));
        // Newer code knows an option more; what is there stays readable.
        let newer = tables::security::with_security(Catalog::new()).with::<newer::Card>();
        assert!(newer.added("card").is_some_and(|added| added.columns[1].kind.options().len() == 3));
        let store = place.open("cards", newer, frozen()).await;
        assert_eq!(
            store.catalog_now().0.table("card").unwrap().column("x_standing").unwrap().kind.options().len(),
            2
        );
    }
}

#[derive(Table)]
#[table(name = "card", set = "cards", key(by_number("x_number")), key(by_title("title")))]
struct DeclaredCard {
    #[column(id)]
    cardid: Uuid,
    #[column(text = 30)]
    title: String,
    #[column(text = 20)]
    x_number: Option<String>,
}

#[tokio::test]
async fn a_column_that_was_declared_stays_as_a_custom_one_with_its_values() {
    const KEEP: Migration = Migration {
        name: "keep-number",
        steps: &[
            Step::KeepAsCustom { table: "card", column: "x_number" },
            Step::RenameKey { table: "card", from: "by_number", to: "x_bynumber" },
        ],
    };
    for place in tables::testing::places() {
        let old = tables::security::with_security(Catalog::new()).with::<DeclaredCard>();
        let store = place.open("cards", old, frozen()).await;
        let old =
            DeclaredCard { cardid: Uuid::from_u128(7), title: "One".into(), x_number: Some("P-1".into()) };
        let made: Result<_, Error> = store
            .write(Context::system(), old, |tx, old| Box::pin(async move { tx.insert(old).await }))
            .await;
        made.unwrap();
        let schema = store.describe_schema().await.unwrap();
        drop(store);
        let refused = Store::open(cards(), &place.location("cards"), frozen()).await.err().unwrap();
        assert!(matches!(refused, Error::DefinitionLosesData { .. }), "{refused}");
        let schema: Vec<String> = schema.iter().map(|line| line.replace("by_number", "x_bynumber")).collect();
        for _ in 0..2 {
            let store = place.open("cards", cards().with_migration(KEEP), frozen()).await;
            assert_eq!(sorted(store.describe_schema().await.unwrap()), sorted(schema.clone()));
            assert_eq!(read(&store).await, Card { x_number: Some("P-1".into()), ..card("One") });
            let (now, _) = store.catalog_now();
            let table = now.table("card").unwrap();
            assert!(table.column("x_number").unwrap().custom && table.keys.iter().any(|key| key.custom));
        }
        let store = place.open("cards", cards().with_migration(KEEP), frozen()).await;
        let key = Removal::Key { table: "card".into(), key: "x_bynumber".into() };
        store.undefine(Context::system(), key).await.unwrap();
    }
}
