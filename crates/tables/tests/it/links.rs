//! Links: rows of other tables beside a query's own, as joins and as conditions.

use tables::query::JOINS_MAX;
use tables::uuid::Uuid;
use tables::{
    Cursor, Depth, Error, Filter, Link, LinkKind, Page, Principal, Privilege, Query, Reader, Row, Store,
    Value,
};

use crate::shop::{catalog, create, stores, values};

/// Two heads with two branches and one, and a lonely shop; the branches have staff 1, 2 and 3.
async fn fill(store: &Store) {
    let named = |name: &str| values([("name", name.into())]);
    let heads = create(store, "shop", vec![named("Head A"), named("Head B"), named("Lonely")]).await;
    let branch = |name: &str, head: Uuid, staff: i64| {
        values([("name", name.into()), ("parentid", head.into()), ("staff", Value::Whole(staff))])
    };
    let branches = vec![branch("A1", heads[0], 1), branch("A2", heads[0], 2), branch("B1", heads[1], 3)];
    create(store, "shop", branches).await;
}

fn branches(kind: LinkKind) -> Link {
    Link::to(kind, "shop", "parentid", "shopid", "branch").select(&["name"])
}

fn heads() -> Query {
    Query::of("shop").filter(Filter::IsNull("parentid".into())).order_by("name")
}

/// `Head A+A1`: names of rows and of the rows beside them.
fn pairs(page: &Page) -> Vec<String> {
    let name = |row: &Row| row.get("name").as_text().unwrap_or("?").to_owned();
    let pair = |row: &Row| match row.linked("branch") {
        Some(branch) => format!("{}+{}", name(row), name(branch)),
        None => name(row),
    };
    page.rows.iter().map(pair).collect()
}

#[tokio::test]
async fn each_kind_finds_its_rows_in_the_order_asked_for() {
    for (_place, store) in stores(catalog()).await {
        fill(&store).await;
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let big = || Filter::Compare("staff".into(), tables::Comparison::GreaterOrEqual, Value::Whole(2));
        let cases: Vec<(Query, &[&str])> = vec![
            (
                heads().link(branches(LinkKind::Inner)).order_by_descending("branch/name"),
                &["Head A+A2", "Head A+A1", "Head B+B1"],
            ),
            (
                heads().link(branches(LinkKind::Outer)).order_by("branch/name"),
                &["Head A+A1", "Head A+A2", "Head B+B1", "Lonely"],
            ),
            (heads().link(branches(LinkKind::Exists)), &["Head A", "Head B"]),
            (
                heads().link(branches(LinkKind::Inner).filter(big())).order_by("branch/name"),
                &["Head A+A2", "Head B+B1"],
            ),
            // An outer link's filter removes no row; a filter around it may ask what was not found.
            (
                heads().link(branches(LinkKind::Outer).filter(Filter::equals("staff", 3_i64))),
                &["Head A", "Head B+B1", "Lonely"],
            ),
            (
                heads().link(branches(LinkKind::Outer)).filter(Filter::IsNull("branch/shopid".into())),
                &["Lonely"],
            ),
            // A path inside the filter begins at the linked table.
            (
                heads()
                    .link(branches(LinkKind::Outer).filter(Filter::equals("parentid/name", "head b")))
                    .order_by("branch/name"),
                &["Head A", "Head B+B1", "Lonely"],
            ),
            (heads().link(branches(LinkKind::Exists).filter(Filter::any("shop", "parentid", None))), &[]),
        ];
        for (query, expected) in cases {
            assert_eq!(pairs(&reader.page(&query).await.unwrap()), expected, "{query:#?}");
        }
    }
}

#[tokio::test]
async fn links_nest_and_an_inner_one_within_an_outer_one_removes_no_row() {
    for (_place, store) in stores(catalog()).await {
        fill(&store).await;
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let sibling = |kind| {
            let other = Link::to(kind, "shop", "parentid", "parentid", "sibling").select(&["staff"]);
            other.filter(Filter::equals("staff", 3_i64))
        };
        let nested = |outside, inside| heads().link(branches(outside).link(sibling(inside)));
        for (query, expected) in [
            (nested(LinkKind::Outer, LinkKind::Inner), vec!["Head A", "Head B+B1", "Lonely"]),
            (nested(LinkKind::Inner, LinkKind::Inner), vec!["Head B+B1"]),
            (nested(LinkKind::Exists, LinkKind::Exists), vec!["Head B"]),
            (nested(LinkKind::Inner, LinkKind::Exists), vec!["Head B+B1"]),
        ] {
            assert_eq!(pairs(&reader.page(&query).await.unwrap()), expected, "{query:#?}");
        }
        let page = reader.page(&nested(LinkKind::Outer, LinkKind::Inner)).await.unwrap();
        assert_eq!(page.rows[1].linked("sibling").unwrap().get("staff"), &Value::Whole(3));
        assert!(page.rows[0].linked("sibling").is_none());
    }
}

async fn page_by_page(reader: &mut Reader, mut query: Query) -> Vec<String> {
    let mut found = Vec::new();
    for _ in 0..10 {
        let page = reader.page(&query).await.unwrap();
        found.extend(pairs(&page));
        query.after = page.next.map(|next| next.to_string().parse::<Cursor>().unwrap());
        if query.after.is_none() {
            break;
        }
    }
    found
}

#[tokio::test]
async fn pages_neither_lose_nor_repeat_what_comes_several_times() {
    for (_place, store) in stores(catalog()).await {
        fill(&store).await;
        let mut reader = store.read(&Principal::system()).await.unwrap();
        for order in [None, Some("branch/staff"), Some("branch/name")] {
            let mut query = Query::of("shop").link(branches(LinkKind::Outer));
            query = order.into_iter().fold(query, Query::order_by_descending);
            query.count = true;
            let whole = reader.page(&query).await.unwrap();
            assert_eq!((whole.rows.len(), whole.count), (7, Some(7)));
            assert_eq!(page_by_page(&mut reader, query.limit(1)).await, pairs(&whole));
        }
        // A marker of another link is refused.
        let next = reader.page(&heads().limit(1)).await.unwrap().next;
        let mut other = heads().link(branches(LinkKind::Exists)).limit(1);
        other.after = next;
        assert_eq!(reader.page(&other).await.unwrap_err(), Error::InvalidCursor);
    }
}

#[tokio::test]
async fn what_the_caller_may_not_read_is_not_linked() {
    for (_place, store) in stores(catalog()).await {
        fill(&store).await;
        let unit = create(&store, "businessunit", vec![values([("name", "North".into())])]).await[0];
        let rights = [("businessunit".to_owned(), Privilege::Read, Depth::Organization)];
        let who = Principal::with_rights(Uuid::from_u128(5), unit, Vec::new(), rights);
        let mut reader = store.read(&who).await.unwrap();
        let link = |kind| Query::of("businessunit").link(Link::to(kind, "shop", "name", "name", "branch"));
        create(&store, "shop", vec![values([("name", "north".into())])]).await;
        for (kind, expected) in [(LinkKind::Inner, 0), (LinkKind::Exists, 0), (LinkKind::Outer, 1)] {
            let rows = reader.page(&link(kind)).await.unwrap().rows;
            assert_eq!(rows.len(), expected);
            assert!(rows.iter().all(|row| row.linked("branch").is_none()));
        }
        let mut system = store.read(&Principal::system()).await.unwrap();
        assert!(system.page(&link(LinkKind::Inner)).await.unwrap().rows[0].linked("branch").is_some());
    }
}

#[tokio::test]
async fn their_limits_hold_and_wrong_ones_say_why() {
    for (_place, store) in stores(catalog()).await {
        fill(&store).await;
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let link = |from: &str, to: &str, alias: &str| Link::to(LinkKind::Outer, "shop", from, to, alias);
        let many = |count: usize| {
            (0..count).fold(heads(), |query, at| query.link(link("shopid", "parentid", &format!("link{at}"))))
        };
        reader.page(&many(JOINS_MAX)).await.unwrap();
        let mut nowhere = link("shopid", "parentid", "a");
        nowhere.table = "nowhere".into();
        for (query, words) in [
            (many(JOINS_MAX + 1), "at most 10"),
            (heads().link(nowhere), "no table \"nowhere\""),
            (heads().link(link("shoe", "parentid", "a")), "no column \"shoe\""),
            (heads().link(link("shopid", "shoe", "a")), "no column \"shoe\""),
            (heads().link(link("staff", "name", "a")), "link two of the same type"),
            (heads().link(link("safecode", "name", "a")), "secret"),
            (heads().link(link("name", "notes", "a")), "long text"),
            (heads().link(link("shopid", "parentid", "")), "give it a plain one"),
            (heads().link(link("shopid", "parentid", "name")), "give it another"),
            (heads().link(link("shopid", "parentid", "keeperid_team")), "give it another"),
            (
                heads().link(link("shopid", "parentid", "a").link(link("shopid", "parentid", "a"))),
                "give one another",
            ),
            (heads().link(link("shopid", "parentid", "a").select(&["shoe"])), "no column \"shoe\""),
        ] {
            let error = reader.page(&query).await.unwrap_err();
            assert!(error.to_string().contains(words), "{error}");
        }
    }
}
