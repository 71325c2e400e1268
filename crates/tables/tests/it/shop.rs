//! A small catalog that has everything: all types, lookups, keys, a secret, composed columns.

use platform::Environment;
use tables::log::{Entry, Position};
use tables::testing::{Place, places};
use tables::uuid::Uuid;
use tables::{
    Catalog, Change, Choice, Context, Error, Money, Principal, Reference, Store, Table, Value, Values, jiff,
    security,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum Colour {
    Red = 1,
    Green = 2,
    Blue = 30,
}

#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "shop", set = "shops", ownership = "user", primary = "name", key(by_code(code)))]
pub struct Shop {
    #[column(id)]
    pub shopid: Uuid,
    #[column(text = 20)]
    pub name: String,
    #[column(text = 20)]
    pub code: Option<String>,
    #[column(memo = 100)]
    pub notes: Option<String>,
    #[column(whole, min = 0, max = 100)]
    pub staff: Option<i64>,
    #[column(decimal = 2)]
    pub area: Option<tables::Decimal>,
    #[column(money, min = 0)]
    pub rent: Option<Money>,
    #[column(yes_no, default = true)]
    pub open: bool,
    #[column(date)]
    pub founded: Option<jiff::civil::Date>,
    #[column(date_time)]
    pub inspected: Option<jiff::Timestamp>,
    #[column(choice)]
    pub colour: Option<Colour>,
    #[column(lookup = "shop")]
    pub parentid: Option<Uuid>,
    #[column(lookup("systemuser", "team"))]
    pub keeperid: Option<Reference>,
    #[column(memo = 100, secret)]
    pub safecode: Option<String>,
    #[column(text = 12, composed(name, code))]
    pub label: Option<String>,
    #[column(text = 20, read_only)]
    pub licence: Option<String>,
}

impl Shop {
    pub fn called(store: &Store, name: &str) -> Self {
        Self {
            shopid: store.environment().ids.next(),
            name: name.into(),
            code: None,
            notes: None,
            staff: None,
            area: None,
            rent: None,
            open: true,
            founded: None,
            inspected: None,
            colour: None,
            parentid: None,
            keeperid: None,
            safecode: None,
            label: None,
            licence: None,
        }
    }
}

pub fn catalog() -> Catalog {
    security::with_security(Catalog::new()).with::<Shop>()
}

/// A store on each database.
pub async fn stores(catalog: Catalog) -> Vec<(Place, Store)> {
    let mut stores = Vec::new();
    for place in places() {
        let store = place.open("shop", catalog.clone(), frozen()).await;
        stores.push((place, store));
    }
    stores
}

pub fn frozen() -> Environment {
    Environment::frozen("2026-11-20T09:30:00.123456Z".parse().unwrap(), 1)
}

/// The change log of these tables from its beginning, once it has `count` entries: on PostgreSQL
/// transactions of other tests may hold the end back for a moment.
pub async fn entries(store: &Store, tables: &[&str], count: usize) -> Vec<Entry> {
    let mut reader = store.read(&Principal::system()).await.unwrap();
    let (mut found, mut position) = (Vec::new(), Position::default());
    while found.len() < count {
        let some = reader.changes(position, tables, 100).await.unwrap();
        position = some.next;
        found.extend(some.entries);
    }
    found
}

/// Makes rows as the system, at most a thousand at a time.
pub async fn create(store: &Store, table: &str, rows: Vec<Values>) -> Vec<Uuid> {
    let mut made = Vec::new();
    for some in rows.chunks(1_000) {
        let changes: Vec<Change> = some.iter().map(|row| Change::create(table, row.clone())).collect();
        let written: Result<_, Error> = store
            .write(Context::system(), changes, |tx, changes| {
                Box::pin(async move { tx.write(changes.clone()).await })
            })
            .await;
        made.extend(written.unwrap().into_iter().map(|written| written.id));
    }
    made
}

/// Values by name.
pub fn values<const N: usize>(pairs: [(&str, Value); N]) -> Values {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
