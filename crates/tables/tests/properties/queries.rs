//! A random query gives exactly the rows, in exactly the order, that the evaluator in memory gives,
//! page by page.

use std::cell::Cell;

use platform::Environment;
use tables::testing::places;
use tables::uuid::Uuid;
use tables::{
    Catalog, Change, Choice, ColumnValue, Comparison, Context, Cursor, Error, Filter, Link, LinkKind, Money,
    Path, Principal, Query, Sort, Store, Table, TextMatch, Value, jiff,
};

use crate::dice::Dice;
use crate::evaluate::Memory;

const SEEDS: u64 = 8;
const ROWS: usize = 60;
const QUERIES: usize = 40;
/// Any and all in one query: each may follow two lookups, and all of that stays below the limit.
const NESTED_MAX: usize = 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
enum Size {
    Small = 1,
    Large = 20,
    Huge = 3,
}

#[derive(Table)]
#[table(name = "thing", set = "things", index(name), index(count))]
struct Thing {
    #[column(id)]
    thingid: Uuid,
    #[column(text = 100)]
    name: Option<String>,
    #[column(whole)]
    count: Option<i64>,
    #[column(money)]
    price: Option<Money>,
    #[column(yes_no)]
    sold: Option<bool>,
    #[column(date)]
    made: Option<jiff::civil::Date>,
    #[column(date_time)]
    seen: Option<jiff::Timestamp>,
    #[column(choice)]
    size: Option<Size>,
    #[column(multi_choice)]
    sizes: Vec<Size>,
    #[column(lookup = "thing")]
    parentid: Option<Uuid>,
}

const SIZES: [Size; 3] = [Size::Small, Size::Large, Size::Huge];
const COLUMNS: [&str; 7] = ["name", "count", "price", "sold", "made", "seen", "size"];

#[tokio::test]
async fn queries_mean_the_same_in_both_databases_and_in_memory() {
    for place in places() {
        for seed in 0..SEEDS {
            let dice = Dice::new(seed);
            let catalog = Catalog::new().with::<Thing>();
            let store = place.open(&format!("queries{seed}"), catalog, Environment::system()).await;
            let memory = fill(&store, &dice).await;
            let mut reader = store.read(&Principal::system()).await.unwrap();
            for number in 0..QUERIES {
                let filter = (!dice.once_in(6)).then(|| filter(&dice, 3, &Cell::new(NESTED_MAX)));
                let order: Vec<Sort> = (0..dice.below(4))
                    .map(|_| Sort {
                        path: path(&dice, COLUMNS[dice.below(COLUMNS.len())]),
                        descending: dice.once_in(2),
                    })
                    .collect();
                let expected = memory.select(filter.as_ref(), &order);
                let mut query = Query::of("thing");
                query.filter = filter;
                query.order = order;
                query.page_size = u32::try_from(1 + dice.below(25)).unwrap();
                query.count = dice.once_in(3);
                let mut found = Vec::new();
                loop {
                    let page = reader.page(&query).await.unwrap();
                    assert!(
                        page.count.is_none_or(|count| count == expected.len() as u64),
                        "seed {seed}, query {number}"
                    );
                    found.extend(page.rows.iter().map(tables::Row::id));
                    // The marker goes out as text and comes back.
                    query.after = page.next.map(|next| next.to_string().parse::<Cursor>().unwrap());
                    if query.after.is_none() {
                        break;
                    }
                }
                assert_eq!(found, expected, "seed {seed}, query {number}: {query:#?}");
            }
        }
    }
}

#[tokio::test]
async fn links_mean_the_same_in_both_databases_and_in_memory() {
    for place in places() {
        for seed in 100..100 + SEEDS {
            let dice = Dice::new(seed);
            let catalog = Catalog::new().with::<Thing>();
            let store = place.open(&format!("links{seed}"), catalog, Environment::system()).await;
            let memory = fill(&store, &dice).await;
            let mut reader = store.read(&Principal::system()).await.unwrap();
            for number in 0..QUERIES {
                let filter = dice.once_in(2).then(|| filter(&dice, 2, &Cell::new(0)));
                let link = link(&dice, "one").link(link(&dice, "two"));
                let expected = memory.linked(filter.as_ref(), &link);
                let mut query = Query::of("thing").link(link);
                query.filter = filter;
                query.page_size = u32::try_from(1 + dice.below(100)).unwrap();
                let mut found = Vec::new();
                loop {
                    let page = reader.page(&query).await.unwrap();
                    found.extend(page.rows.iter().map(|row| {
                        let of = |alias| row.linked(alias).map(tables::Row::id);
                        (row.id(), of("one"), of("two"))
                    }));
                    query.after = page.next;
                    if query.after.is_none() {
                        break;
                    }
                }
                assert_eq!(found, expected, "seed {seed}, query {number}: {query:#?}");
            }
        }
    }
}

fn link(dice: &Dice, alias: &str) -> Link {
    let kind = *dice.one_of(&[LinkKind::Inner, LinkKind::Outer, LinkKind::Exists]);
    let ends = [("thingid", "parentid"), ("parentid", "thingid"), ("price", "price"), ("name", "name")];
    let (from, to) = *dice.one_of(&ends);
    let mut link = Link::to(kind, "thing", from, to, alias);
    link.filter = dice.once_in(2).then(|| filter(dice, 1, &Cell::new(0)));
    link
}

async fn fill(store: &Store, dice: &Dice) -> Memory {
    let ids: Vec<Uuid> = (0..ROWS).map(|_| store.environment().ids.next()).collect();
    let mut changes = Vec::new();
    for (at, id) in ids.iter().enumerate() {
        let columns = COLUMNS.iter().chain(&["sizes"]).filter(|_| !dice.once_in(4));
        let mut values: Vec<(String, Value)> =
            columns.map(|column| ((*column).to_owned(), value(dice, column))).collect();
        if at > 0 && !dice.once_in(3) {
            values.push(("parentid".into(), ids[dice.below(at)].into()));
        }
        changes.push(Change::create("thing", values).with_id(*id));
    }
    let written: Result<_, Error> = store
        .write(Context::system(), changes, |tx, changes| {
            Box::pin(async move { tx.write(changes.clone()).await })
        })
        .await;
    written.unwrap();
    let mut reader = store.read(&Principal::system()).await.unwrap();
    Memory { rows: reader.page(&Query::of("thing")).await.unwrap().rows }
}

/// A value of the column; texts may be empty, which is nothing.
fn value(dice: &Dice, column: &str) -> Value {
    match column {
        "name" => dice.text().into(),
        "count" => Value::Whole(dice.below(5) as i64 - 2),
        "price" => Money(dice.below(4) as i64 * 5_000 - 5_000).into(),
        "sold" => Value::YesNo(dice.once_in(2)),
        "made" => jiff::civil::date(1969, 12, 30)
            .saturating_add(jiff::Span::new().days(dice.below(5) as i64))
            .into(),
        "sizes" => (0..1 + dice.below(3)).map(|_| *dice.one_of(&SIZES)).collect::<Vec<_>>().to_value(),
        "seen" => jiff::Timestamp::from_microsecond(dice.below(3) as i64 - 1).unwrap().into(),
        _ => (*dice.one_of(&SIZES)).into(),
    }
}

fn path(dice: &Dice, column: &str) -> Path {
    let steps = dice.below(6).saturating_sub(3);
    let mut path = vec!["parentid".to_owned(); steps];
    path.push(column.to_owned());
    Path(path)
}

fn filter(dice: &Dice, depth: usize, nested: &Cell<usize>) -> Filter {
    let parts = || (0..dice.below(4)).map(|_| filter(dice, depth - 1, nested)).collect();
    let column = *dice.one_of(&COLUMNS);
    let path = path(dice, column);
    let given = || loop {
        let value = value(dice, column);
        if !value.is_null() {
            return value;
        }
    };
    match dice.below(if depth == 0 { 5 } else { 11 }) {
        0 => Filter::IsNull(path),
        1 => Filter::In(path, (0..dice.below(4)).map(|_| given()).collect()),
        2 => Filter::Between(path, given(), given()),
        3 => {
            let kind = *dice.one_of(&[TextMatch::Contains, TextMatch::StartsWith, TextMatch::EndsWith]);
            let mut path = path;
            *path.0.last_mut().unwrap() = "name".into();
            Filter::Text(path, kind, dice.text().into())
        }
        4 if dice.once_in(2) => {
            let options = (0..dice.below(3)).map(|_| *dice.one_of(&SIZES) as i32).collect();
            let mut path = path;
            *path.0.last_mut().unwrap() = "sizes".into();
            Filter::ContainsValues(path, options)
        }
        5 => Filter::And(parts()),
        6 => Filter::Or(parts()),
        7 => Filter::Not(Box::new(filter(dice, depth - 1, nested))),
        8 | 9 if nested.get() > 0 => {
            nested.set(nested.get() - 1);
            match dice.below(5) {
                0 => Filter::any("thing", "parentid", None),
                1 | 2 => Filter::any("thing", "parentid", Some(filter(dice, depth - 1, nested))),
                _ => Filter::all("thing", "parentid", filter(dice, depth - 1, nested)),
            }
        }
        _ => {
            let comparison = *dice.one_of(&[
                Comparison::Equal,
                Comparison::NotEqual,
                Comparison::Less,
                Comparison::LessOrEqual,
                Comparison::Greater,
                Comparison::GreaterOrEqual,
            ]);
            Filter::Compare(path, comparison, given())
        }
    }
}
