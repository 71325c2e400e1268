//! Tables and columns made while the store runs.

use tables::definition::COLUMNS_MAX;
use tables::security::with_security;
use tables::store::{Addition, CUSTOM_TABLES_MAX, CUSTOMIZATION};
use tables::uuid::Uuid;
use tables::{
    Catalog, Change, ColumnDefinition, ColumnKind, Context, Depth, Error, Filter, KeyDefinition, Naming,
    Operation, Ownership, Principal, Privilege, Query, Requirement, Store, Table, TableDefinition, Value,
};

use crate::shop::{Shop, catalog, create, frozen, stores, values};

fn column(name: &str, kind: ColumnKind) -> ColumnDefinition {
    ColumnDefinition::new(name, kind)
}

fn text(name: &str) -> ColumnDefinition {
    column(name, ColumnKind::Text { length_max: 30 })
}

fn lookup(name: &str, target: &str) -> ColumnDefinition {
    column(name, ColumnKind::Lookup { targets: vec![target.into()] })
}

fn table(name: &str) -> TableDefinition {
    let columns = vec![column(&format!("{name}id"), ColumnKind::Id), text("name"), lookup("shopid", "shop")];
    let set = format!("{name}s");
    let mut table = TableDefinition::new(name, &set, Ownership::UserOrTeam, Naming::Lower, columns);
    table.primary_name = Some("name".into());
    table.keys = vec![KeyDefinition::new("by_name", vec!["name".into()])];
    table
}

async fn add_table(store: &Store, name: &str) -> Result<i64, Error> {
    store.define(Context::system(), Addition::Table(table(name))).await
}

async fn add_column(store: &Store, table: &str, column: ColumnDefinition) -> Result<i64, Error> {
    store.define(Context::system(), Addition::Column { table: table.into(), column }).await
}

async fn count(store: &Store, query: &Query) -> usize {
    store.read(&Principal::system()).await.unwrap().page(query).await.unwrap().rows.len()
}

#[tokio::test]
async fn what_is_made_is_there_at_once_and_after_opening_again() {
    let mut schemas = Vec::new();
    for (place, store) in stores(catalog()).await {
        let shop = Shop::called(&store, "Corner");
        let shopid = create(&store, "shop", vec![values([("name", shop.name.as_str().into())])]).await[0];
        let mut before = store.read(&Principal::system()).await.unwrap();
        assert_eq!(store.catalog_now().1, 0);
        assert_eq!(add_table(&store, "visit").await, Ok(1));
        assert_eq!(
            add_column(&store, "visit", column("stars", ColumnKind::Whole { min: 0, max: 5 })).await,
            Ok(2)
        );
        assert_eq!(add_column(&store, "shop", lookup("bestvisitid", "visit")).await, Ok(3));
        // Whoever began before keeps what was there then.
        assert_eq!(
            before.page(&Query::of("visit")).await,
            Err(Error::UnknownTable { table: "visit".into() })
        );
        assert!(
            before
                .get_row("shop", shopid)
                .await
                .unwrap()
                .unwrap()
                .definition()
                .column("bestvisitid")
                .is_none()
        );
        let visit = values([("name", "First".into()), ("shopid", shopid.into()), ("stars", Value::Whole(4))]);
        let visit = create(&store, "visit", vec![visit]).await[0];
        let best = Change::update("shop", shopid, values([("bestvisitid", visit.into())]));
        let written: Result<_, Error> = store
            .write(Context::system(), best, |tx, change| {
                Box::pin(async move { tx.write_one(change.clone()).await })
            })
            .await;
        written.unwrap();
        let by_stars = Query::of("shop").filter(Filter::equals("bestvisitid/stars", 4_i64));
        let visited = Query::of("shop").filter(Filter::any("visit", "shopid", None));
        let used = store
            .write(Context::system(), visit, |tx, id| {
                Box::pin(async move { tx.write_one(Change::delete("visit", *id)).await.map(|_| ()) })
            })
            .await
            .unwrap_err();
        assert!(matches!(used, Error::StillReferenced { .. }), "{used}");
        let schema = store.describe_schema().await.unwrap();
        // The same again with a catalog that does not know them, twice.
        for store in [
            store,
            place.open("shop", catalog(), frozen()).await,
            place.open("shop", catalog(), frozen()).await,
        ] {
            assert_eq!((count(&store, &by_stars).await, count(&store, &visited).await), (1, 1));
            assert_eq!(store.catalog_now().1, 3);
            let (now, _) = store.catalog_now();
            let column = now.table("shop").unwrap().column("bestvisitid").unwrap();
            assert!(
                column.custom && now.table("visit").unwrap().custom && !now.table("shop").unwrap().custom
            );
            let mut reader = store.read(&Principal::system()).await.unwrap();
            assert_eq!(reader.get::<Shop>(shopid).await.unwrap().unwrap().name, "Corner");
            // Who remembers where a column stands is not misled.
            let (declared, now) = (<Shop as Table>::definition(), now.table("shop").unwrap());
            assert_eq!(now.columns[..declared.columns.len()], declared.columns);
            assert!(reader.catalog().table_of_set("visits").is_some());
            assert_eq!(store.describe_schema().await.unwrap(), schema);
        }
        schemas.push(schema);
    }
    assert_eq!(schemas[0], schemas[1]);
}

#[tokio::test]
async fn a_declaration_may_take_over_what_was_made() {
    for (place, store) in stores(catalog()).await {
        add_table(&store, "visit").await.unwrap();
        add_column(&store, "visit", text("mood")).await.unwrap();
        create(&store, "visit", vec![values([("name", "First".into()), ("mood", "glad".into())])]).await;
        let store = place.open("shop", catalog().with_definition(table("visit")), frozen()).await;
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let row = reader.page(&Query::of("visit")).await.unwrap().rows.remove(0);
        assert_eq!((row.get("name").as_text(), row.get("mood").as_text()), (Some("First"), Some("glad")));
        let definition = row.definition();
        assert!(!definition.custom && !definition.column("name").unwrap().custom);
        assert!(definition.column("mood").unwrap().custom);
    }
}

#[tokio::test]
async fn it_takes_its_own_privilege_and_the_audit_tells_of_it() {
    for (_place, store) in stores(catalog()).await {
        let user = Uuid::from_u128(8);
        let who = |right: &str, depth| {
            let rights = [(right.to_owned(), Privilege::Create, depth)];
            Context::of(Principal::with_rights(user, Uuid::nil(), Vec::new(), rights))
        };
        let visit = || Addition::Table(table("visit"));
        for context in [who("visit", Depth::Organization), who(CUSTOMIZATION, Depth::BusinessUnit)] {
            let refused = store.define(context, visit()).await.unwrap_err();
            assert!(matches!(refused, Error::NoPrivilege { action: "create", .. }), "{refused}");
        }
        assert!(store.catalog_now().0.table("visit").is_err());
        store.define(who(CUSTOMIZATION, Depth::Organization), visit()).await.unwrap();
        add_column(&store, "visit", text("mood")).await.unwrap();
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let history = reader.history("visit", Uuid::nil()).await.unwrap();
        assert_eq!((history[0].operation, history[1].operation), (Operation::Update, Operation::Create));
        assert_eq!((history[0].user, history[1].user), (tables::SYSTEM_USER, user));
        let names: Vec<&str> = history[0].changes.iter().map(|change| change.column.as_str()).collect();
        assert_eq!(names, ["mood"]);
        assert!(history[1].changes.iter().any(|change| change.column == "shopid"));
    }
}

#[tokio::test]
async fn many_at_the_same_time_all_arrive_and_of_two_alike_one() {
    for (place, store) in stores(catalog()).await {
        add_table(&store, "visit").await.unwrap();
        let names: Vec<String> = (0..8).map(|at| format!("column{at}")).collect();
        let made = names.iter().map(|name| add_column(&store, "visit", text(name)));
        for made in futures_util::future::join_all(made).await {
            made.unwrap();
        }
        let twice = [add_column(&store, "visit", text("same")), add_column(&store, "visit", text("Same"))];
        let twice = futures_util::future::join_all(twice).await;
        assert_eq!(twice.iter().filter(|made| made.is_ok()).count(), 1, "{twice:?}");
        let (now, version) = store.catalog_now();
        assert_eq!(version, 10);
        assert!(names.iter().all(|name| now.table("visit").unwrap().column(name).is_some()));
        // Another process sees what is made beside it once it looks.
        let other = place.open("shop", catalog(), frozen()).await;
        add_column(&store, "visit", text("later")).await.unwrap();
        assert!(other.catalog_now().0.table("visit").unwrap().column("later").is_none());
        assert_eq!(other.refresh_definitions().await, Ok(11));
        assert!(other.catalog_now().0.table("visit").unwrap().column("later").is_some());
    }
}

#[tokio::test]
async fn what_cannot_be_made_says_why_and_leaves_nothing() {
    for (_place, store) in stores(catalog()).await {
        create(&store, "shop", vec![values([("name", "Corner".into())])]).await;
        add_table(&store, "visit").await.unwrap();
        let schema = store.describe_schema().await.unwrap();
        let with = |change: fn(&mut TableDefinition)| {
            let mut given = table("other");
            change(&mut given);
            Addition::Table(given)
        };
        let of_shop = |column| Addition::Column { table: "shop".into(), column };
        let mut defaulted = text("extra");
        defaulted.default = Some("x".into());
        let mut required = text("extra");
        required.requirement = Requirement::Required;
        for (addition, words) in [
            (with(|table| table.name = "visit".into()), "is there already; give it another"),
            (with(|table| table.set = "shops".into()), "is there already; give it another"),
            (with(|table| table.name = "change_log".into()), "keeps for itself; give it another"),
            (with(|table| table.name = "sqlite_x".into()), "keeps for itself; give it another"),
            (with(|table| table.name = "Other".into()), "only lower-case letters"),
            (with(|table| table.name = "x\"; drop".into()), "only lower-case letters"),
            (with(|table| table.columns[1].name = "na me".into()), "no valid column name"),
            (with(|table| table.columns[2] = lookup("shopid", "nowhere")), "unknown table nowhere"),
            (with(|table| table.columns[0] = text("id")), "first column must be the id"),
            (with(|table| table.keys[0].columns = vec!["shoe".into()]), "unknown column shoe"),
            (of_shop(text("Name")), "has a column Name already"),
            (of_shop(text("ownerid")), "has a column ownerid already"),
            (of_shop(column("otherid", ColumnKind::Id)), "only its first column is the id"),
            (of_shop(text("x y")), "no valid column name"),
            (of_shop(lookup("x", "nowhere")), "unknown table nowhere"),
            (of_shop(defaulted), "leave it out"),
            (of_shop(required), "needs a default"),
            (Addition::Column { table: "nowhere".into(), column: text("x") }, "no table \"nowhere\""),
        ] {
            let error = store.define(Context::system(), addition).await.unwrap_err();
            assert!(error.to_string().contains(words), "{error}");
        }
        assert_eq!(store.describe_schema().await.unwrap(), schema);
        assert_eq!(store.catalog_now().1, 1);
    }
}

#[tokio::test]
async fn there_is_an_end_to_tables_and_columns() {
    for (_place, store) in stores(with_security(Catalog::new()).with::<Shop>()).await {
        let mut widest = table("widest");
        let own = COLUMNS_MAX - widest.columns.len();
        let system = widest.columns.split_off(3);
        widest.columns.extend((0..own - 1).map(|at| column(&format!("c{at}"), ColumnKind::YesNo)));
        widest.columns.extend(system);
        store.define(Context::system(), Addition::Table(widest)).await.unwrap();
        add_column(&store, "widest", column("last", ColumnKind::YesNo)).await.unwrap();
        let over = add_column(&store, "widest", column("over", ColumnKind::YesNo)).await.unwrap_err();
        assert!(over.to_string().contains("401 columns, at most 400"), "{over}");
        for at in 1..CUSTOM_TABLES_MAX {
            add_table(&store, &format!("table{at}")).await.unwrap();
        }
        let over = add_table(&store, "over").await.unwrap_err();
        assert!(matches!(over, Error::LimitExceeded { limit: 200, .. }), "{over}");
        create(&store, "table7", vec![values([("name", "x".into())])]).await;
        assert_eq!(count(&store, &Query::of("table7")).await, 1);
    }
}
