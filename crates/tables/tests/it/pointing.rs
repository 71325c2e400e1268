//! Any and all: conditions on the rows that point to a row.

use tables::query::{FILTER_DEPTH_MAX, JOINS_MAX};
use tables::uuid::Uuid;
use tables::{Change, Context, Depth, Error, Filter, Principal, Privilege, Query, Reference, Store};

use crate::shop::{Shop, catalog, stores};

async fn write(store: &Store, changes: Vec<Change>) -> Vec<Uuid> {
    let written: Result<Vec<Uuid>, Error> = store
        .write(Context::system(), changes, |tx, changes| {
            Box::pin(async move {
                let written = tx.write(changes.clone()).await?;
                Ok(written.into_iter().map(|written| written.id).collect())
            })
        })
        .await;
    written.unwrap()
}

/// A team and a user; a shop of each, and a branch of the first shop.
async fn fill(store: &Store) -> (Uuid, Uuid) {
    let unit =
        write(store, vec![Change::create("businessunit", vec![("name".into(), "One".into())])]).await[0];
    let of_unit = |table: &str, column: &str, name: &str| {
        Change::create(table, vec![(column.into(), name.into()), ("businessunitid".into(), unit.into())])
    };
    let made =
        write(store, vec![of_unit("team", "name", "Team"), of_unit("systemuser", "fullname", "User")]).await;
    let (team, user) = (made[0], made[1]);
    let mut shops =
        [Shop::called(store, "Team's"), Shop::called(store, "User's"), Shop::called(store, "Branch")];
    shops[0].keeperid = Some(Reference::new("team", team));
    shops[0].staff = Some(5);
    shops[1].keeperid = Some(Reference::new("systemuser", user));
    shops[2].parentid = Some(shops[0].shopid);
    let create = |shop: &Shop| {
        let values = tables::Table::to_values(shop).into_iter();
        let given = values.filter(|(name, _)| name != "label").collect();
        Change::create("shop", given).with_id(shop.shopid).by_code()
    };
    write(store, shops[..2].iter().map(create).collect()).await;
    write(store, vec![create(&shops[2])]).await;
    (team, user)
}

async fn names(store: &Store, who: &std::sync::Arc<Principal>, table: &str, filter: Filter) -> Vec<String> {
    let name = if table == "systemuser" { "fullname" } else { "name" };
    let query = Query::of(table).filter(filter).order_by(name);
    let page = store.read(who).await.unwrap().page(&query).await.unwrap();
    page.rows.iter().map(|row| row.get(name).as_text().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn rows_are_found_by_what_points_to_them() {
    for (_place, store) in stores(catalog()).await {
        fill(&store).await;
        let system = Principal::system();
        let staff = |count: i64| Filter::equals("staff", count);
        let kept = |filter| Filter::any("shop", "keeperid", filter);
        for (table, filter, expected) in [
            // A polymorphic lookup points to rows of the table that it names, and to no others.
            ("team", kept(None), vec!["Team"]),
            ("systemuser", kept(None), vec!["User"]),
            ("team", kept(Some(staff(5))), vec!["Team"]),
            ("team", kept(Some(staff(6))), vec![]),
            ("systemuser", kept(Some(Filter::Not(Box::new(staff(5))))), vec![]),
            // What is unknown is not fulfilled; where nothing points, all of nothing fulfil it.
            ("systemuser", Filter::all("shop", "keeperid", staff(5)), vec![]),
            ("team", Filter::all("shop", "keeperid", staff(5)), vec!["Team"]),
            ("shop", Filter::all("shop", "parentid", staff(5)), vec!["Branch", "User's"]),
            // Nested, with a path inside that begins there.
            ("team", kept(Some(Filter::any("shop", "parentid", None))), vec!["Team"]),
            (
                "shop",
                Filter::any("shop", "parentid", Some(Filter::equals("parentid/staff", 5_i64))),
                vec!["Team's"],
            ),
            ("businessunit", Filter::any("team", "businessunitid", Some(kept(None))), vec!["One"]),
        ] {
            assert_eq!(names(&store, &system, table, filter.clone()).await, expected, "{table}: {filter:?}");
        }
    }
}

#[tokio::test]
async fn what_the_caller_may_not_read_points_nowhere() {
    for (_place, store) in stores(catalog()).await {
        let (_, user) = fill(&store).await;
        let read = |table: &str, depth| (table.to_owned(), Privilege::Read, depth);
        let teams = read("team", Depth::Organization);
        let blind = Principal::with_rights(user, Uuid::nil(), Vec::new(), [teams.clone()]);
        let own = Principal::with_rights(user, Uuid::nil(), Vec::new(), [teams, read("shop", Depth::User)]);
        let any = Filter::any("shop", "keeperid", None);
        let all = Filter::all("shop", "keeperid", Filter::Or(Vec::new()));
        for who in [blind, own] {
            assert!(names(&store, &who, "team", any.clone()).await.is_empty());
            assert_eq!(names(&store, &who, "team", all.clone()).await, ["Team"]);
        }
        assert!(names(&store, &Principal::system(), "team", all).await.is_empty());
    }
}

#[tokio::test]
async fn their_limits_hold_and_wrong_ones_say_why() {
    for (_place, store) in stores(catalog()).await {
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let deep = |count: usize| {
            (0..count)
                .fold(Filter::equals("name", "x"), |filter, _| Filter::any("shop", "parentid", Some(filter)))
        };
        reader.page(&Query::of("shop").filter(deep(JOINS_MAX))).await.unwrap();
        let nots = |filter| (0..FILTER_DEPTH_MAX).fold(filter, |filter, _| Filter::Not(Box::new(filter)));
        let inside = Filter::any("shop", "parentid", Some(nots(Filter::equals("name", "x"))));
        for (filter, words) in [
            (deep(JOINS_MAX + 1), "at most 10"),
            (inside, "levels in a filter"),
            (Filter::any("nowhere", "parentid", None), "no table \"nowhere\""),
            (Filter::any("shop", "shoe", None), "no column \"shoe\""),
            (Filter::any("shop", "name", None), "name a lookup that does"),
            (Filter::any("shop", "keeperid", None), "name a lookup that does"),
            (Filter::any("shop", "parentid", Some(Filter::equals("safecode", "x"))), "secret"),
        ] {
            let error = reader.page(&Query::of("shop").filter(filter)).await.unwrap_err();
            assert!(error.to_string().contains(words), "{error}");
        }
    }
}
