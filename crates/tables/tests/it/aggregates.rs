//! Counts, sums, extremes and means, by group, alike on both databases.

use tables::jiff::Timestamp;
use tables::query::{AGGREGATE_ROWS_MAX, GROUPS_MAX, MEASURES_MAX};
use tables::{
    Aggregate, Aggregated, Decimal, Depth, Error, Filter, Link, LinkKind, Measure, Money, Period, Principal,
    Privilege, Store, Value, jiff,
};

use crate::shop::{Colour, catalog, create, stores, values};

async fn ask(store: &Store, query: &Aggregate) -> Vec<Aggregated> {
    store.read(&Principal::system()).await.unwrap().aggregate(query).await.unwrap()
}

fn measures() -> Aggregate {
    Aggregate::of("shop")
        .measure(Measure::Count)
        .measure(Measure::CountOf("staff".into()))
        .measure(Measure::CountDistinct("code".into()))
        .measure(Measure::Sum("staff".into()))
        .measure(Measure::Min("inspected".into()))
        .measure(Measure::Max("rent".into()))
        .measure(Measure::Average("staff".into()))
        .measure(Measure::Average("area".into()))
}

async fn fill(store: &Store) {
    let moment = |text: &str| Value::from(text.parse::<Timestamp>().unwrap());
    let rows = vec![
        values([
            ("name", "Ödön".into()),
            ("code", "a".into()),
            ("staff", 1_i64.into()),
            ("rent", Money(15_000).into()),
            ("area", Decimal { units: 101, scale: 2 }.into()),
            ("inspected", moment("2026-01-01T00:00:00Z")),
            ("colour", Colour::Red.into()),
        ]),
        values([
            ("name", "ödön".into()),
            ("code", "b".into()),
            ("staff", 4_i64.into()),
            ("area", Decimal { units: 102, scale: 2 }.into()),
            ("inspected", moment("2025-12-31T23:59:59.999999Z")),
        ]),
        values([("name", "Zita".into()), ("founded", jiff::civil::date(1969, 2, 28).into())]),
    ];
    create(store, "shop", rows).await;
}

#[tokio::test]
async fn each_measure_of_all_rows_of_none_and_of_each_group() {
    let moment = |text: &str| Value::from(text.parse::<Timestamp>().unwrap());
    let all = vec![
        3_i64.into(),
        2_i64.into(),
        2_i64.into(),
        5_i64.into(),
        moment("2025-12-31T23:59:59.999999Z"),
        Money(15_000).into(),
        Decimal { units: 25_000, scale: 4 }.into(),
        Decimal { units: 102, scale: 2 }.into(),
    ];
    for (_place, store) in stores(catalog()).await {
        let count = |counted: i64| Value::Whole(counted);
        let mut nothing = vec![count(0), count(0), count(0)];
        nothing.resize(8, Value::Null);
        let one_group = |values: &[Value]| vec![Aggregated { keys: Vec::new(), values: values.to_vec() }];
        assert_eq!(ask(&store, &measures()).await, one_group(&nothing));
        assert_eq!(ask(&store, &measures().by("name")).await, []);
        fill(&store).await;
        assert_eq!(ask(&store, &measures()).await, one_group(&all));
        let group = |keys: Vec<Value>, counted| Aggregated { keys, values: vec![count(counted)] };
        let counted = || Aggregate::of("shop").measure(Measure::Count);
        // Texts that fold alike are one group, told by the first of them in byte order.
        let by_name = ask(&store, &counted().by("name")).await;
        assert_eq!(by_name, [group(vec!["Zita".into()], 1), group(vec!["Ödön".into()], 2)]);
        let by_colour = ask(&store, &counted().by("colour").by("open")).await;
        let red = group(vec![Colour::Red.into(), true.into()], 1);
        assert_eq!(by_colour, [group(vec![Value::Null, true.into()], 2), red]);
        let filtered =
            counted().filter(Filter::IsNull("founded".into())).by_period("inspected", Period::Year);
        let year = |year| vec![jiff::civil::date(year, 1, 1).into()];
        assert_eq!(ask(&store, &filtered).await, [group(year(2025), 1), group(year(2026), 1)]);
        let founded = ask(&store, &counted().by_period("founded", Period::Quarter)).await;
        assert_eq!(founded[1], group(vec![jiff::civil::date(1969, 1, 1).into()], 1));
    }
}

#[tokio::test]
async fn links_and_paths_are_reckoned_with_and_only_what_may_be_read() {
    for (_place, store) in stores(catalog()).await {
        let heads = vec![values([("name", "Head".into())]), values([("name", "Other".into())])];
        let heads = create(&store, "shop", heads).await;
        let branch = |staff: i64| {
            values([("name", "B".into()), ("parentid", heads[0].into()), ("staff", staff.into())])
        };
        create(&store, "shop", vec![branch(2), branch(3)]).await;
        let link = Link::to(LinkKind::Outer, "shop", "parentid", "shopid", "branch");
        let query = Aggregate::of("shop")
            .link(link)
            .filter(Filter::IsNull("parentid".into()))
            .by("name")
            .measure(Measure::Sum("branch/staff".into()));
        let found = ask(&store, &query).await;
        assert_eq!(found[0], Aggregated { keys: vec!["Head".into()], values: vec![5_i64.into()] });
        assert_eq!(found[1], Aggregated { keys: vec!["Other".into()], values: vec![Value::Null] });
        let by_path = Aggregate::of("shop").by("parentid/name").measure(Measure::Count);
        assert_eq!(ask(&store, &by_path).await[1].values, [Value::Whole(2)]);
        let rights = [("shop".to_owned(), Privilege::Read, Depth::User)];
        let nobody = tables::uuid::Uuid::from_u128(3);
        let who = Principal::with_rights(nobody, nobody, Vec::new(), rights);
        let seen = store.read(&who).await.unwrap().aggregate(&measures()).await.unwrap();
        assert_eq!(seen[0].values[0], Value::Whole(0));
        let blind = Principal::with_rights(nobody, nobody, Vec::new(), []);
        let refused = store.read(&blind).await.unwrap().aggregate(&measures()).await;
        assert!(matches!(refused, Err(Error::NoPrivilege { .. })));
    }
}

#[tokio::test]
async fn fifty_thousand_rows_are_reckoned_and_one_more_is_refused() {
    for (_place, store) in stores(catalog()).await {
        // Every left shop is linked to every right one; the lonely one comes without.
        let (left, right) = (250, 200);
        assert_eq!(left * right, AGGREGATE_ROWS_MAX);
        let shop = |code: &str, staff: i64| {
            values([("name", "S".into()), ("licence", code.into()), ("staff", staff.into())])
        };
        let rows = (0..left).map(|_| shop("left", 1)).chain((0..right).map(|_| shop("right", 1)));
        let mut changes: Vec<_> = rows.map(|row| tables::Change::create("shop", row).by_code()).collect();
        changes.push(tables::Change::create("shop", shop("lonely", 2)).by_code());
        let written: Result<_, Error> = store
            .write(tables::Context::system(), changes, |tx, changes| {
                Box::pin(async move { tx.write(changes.clone()).await })
            })
            .await;
        written.unwrap();
        let query = |of: &[&str]| {
            let link = Link::to(LinkKind::Outer, "shop", "staff", "staff", "right");
            let of = of.iter().map(|of| Value::from(*of)).collect();
            Aggregate::of("shop")
                .link(link.filter(Filter::equals("licence", "right")))
                .filter(Filter::In("licence".into(), of))
                .measure(Measure::Count)
        };
        assert_eq!(ask(&store, &query(&["left"])).await[0].values, [Value::Whole(50_000)]);
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let over = reader.aggregate(&query(&["left", "lonely"])).await.unwrap_err();
        assert!(matches!(over, Error::LimitExceeded { limit: 50_000, .. }), "{over}");
        // The reader can go on.
        assert_eq!(reader.aggregate(&query(&["lonely"])).await.unwrap()[0].values, [Value::Whole(1)]);
    }
}

#[tokio::test]
async fn other_limits_hold_and_wrong_measures_say_why() {
    for (_place, store) in stores(catalog()).await {
        let shops = (0..=GROUPS_MAX).map(|at| values([("name", format!("S{at}").into())])).collect();
        create(&store, "shop", shops).await;
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let shop = || Aggregate::of("shop");
        let fewer = Filter::Not(Box::new(Filter::equals("name", "S0")));
        let found = reader.aggregate(&shop().filter(fewer).by("name")).await.unwrap();
        assert_eq!(found.len(), GROUPS_MAX);
        let counts = |count| (0..count).fold(shop(), |query, _| query.measure(Measure::Count));
        let groups = |count| (0..count).fold(shop(), |query, _| query.by("open"));
        reader.aggregate(&counts(MEASURES_MAX)).await.unwrap();
        reader.aggregate(&groups(MEASURES_MAX)).await.unwrap();
        for (query, words) in [
            (shop().by("name"), "groups of one aggregate, at most 5000"),
            (counts(MEASURES_MAX + 1), "measures of one aggregate, at most 20"),
            (groups(MEASURES_MAX + 1), "columns to group by, at most 20"),
            (shop().by("notes"), "long text"),
            (shop().by_period("name", Period::Day), "group by it as it is"),
            (shop().measure(Measure::Sum("name".into())), "can be summed"),
            (shop().measure(Measure::Average("founded".into())), "can be summed"),
            (shop().measure(Measure::Min("name".into())), "a smallest and a greatest"),
            (shop().measure(Measure::CountOf("safecode".into())), "secret"),
            (shop().measure(Measure::CountDistinct("notes".into())), "long text"),
            (shop().measure(Measure::Max("shoe".into())), "no column \"shoe\""),
            (shop().by("shoe"), "no column \"shoe\""),
        ] {
            let error = reader.aggregate(&query).await.unwrap_err();
            assert!(error.to_string().contains(words), "{error}");
        }
    }
}
