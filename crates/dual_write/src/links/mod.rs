//! Links: which row of headquarters is which row of Sales, and what both last agreed on.

use serde_json::Value as Json;
use tables::{Context, Filter, Principal, Query, Result, Store, Table, Tx};
use uuid::Uuid;

use crate::row::Row;
use crate::{Side, maps::Map};

/// A pair of rows.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "link",
    set = "links",
    key(by_headquarters(map, headquartersid)),
    key(by_sales(map, salesid)),
    index(map, headquarterskey),
    index(modifiedon),
    bookkeeping
)]
pub struct Link {
    /// Id.
    #[column(id)]
    pub linkid: Uuid,
    /// Name of the map.
    #[column(text = 60)]
    pub map: String,
    /// Id of the row in headquarters.
    #[column(text = 36)]
    pub headquartersid: String,
    /// Id of the row in Sales.
    #[column(text = 36)]
    pub salesid: String,
    /// How people call the row.
    #[column(text = 400)]
    pub name: Option<String>,
    /// The number by which headquarters knows the row, once it has one.
    #[column(text = 60)]
    pub headquarterskey: Option<String>,
    /// Whether the pair stands. Noted before the second row is made, and not yet true then: so a
    /// row that we made is known as ours even when the work stopped before the link was written.
    #[column(yes_no)]
    pub made: bool,
    /// JSON: values last in common, `{"headquarters": {column: value}, "sales": {..}}`.
    #[column(memo = 1_000_000)]
    pub base: String,
    /// Columns that each side's own rules spell differently: their values no longer travel back
    /// and forth.
    #[column(text = 1_000)]
    pub disputed: Option<String>,
}

/// What both sides last agreed on, by each side's columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Base {
    /// Columns of headquarters.
    pub headquarters: Row,
    /// Columns of Sales.
    pub sales: Row,
}

impl Base {
    /// The values of one side.
    #[must_use]
    pub fn on(&self, side: Side) -> &Row {
        match side {
            Side::Headquarters => &self.headquarters,
            Side::Sales => &self.sales,
        }
    }

    /// The values of one side, to write.
    pub fn on_mut(&mut self, side: Side) -> &mut Row {
        match side {
            Side::Headquarters => &mut self.headquarters,
            Side::Sales => &mut self.sales,
        }
    }
}

impl Link {
    /// The id on `side`.
    #[must_use]
    pub fn id(&self, side: Side) -> Uuid {
        let text = match side {
            Side::Headquarters => &self.headquartersid,
            Side::Sales => &self.salesid,
        };
        Uuid::try_parse(text).unwrap_or_default()
    }

    /// What both sides last agreed on. What cannot be read counts as nothing agreed.
    #[must_use]
    pub fn base(&self) -> Base {
        let Ok(Json::Object(mut sides)) = serde_json::from_str(&self.base) else { return Base::default() };
        let mut take = |side: Side| match sides.remove(side.name()) {
            Some(Json::Object(row)) => row,
            _ => Row::new(),
        };
        Base { headquarters: take(Side::Headquarters), sales: take(Side::Sales) }
    }

    /// A link between `id` on `side` and `other` on the other side.
    #[must_use]
    pub fn new(linkid: Uuid, map: &Map, side: Side, id: Uuid, other: Uuid) -> Self {
        let (headquarters, sales) = match side {
            Side::Headquarters => (id, other),
            Side::Sales => (other, id),
        };
        Self {
            linkid,
            map: map.name.clone(),
            headquartersid: headquarters.to_string(),
            salesid: sales.to_string(),
            name: None,
            headquarterskey: None,
            made: true,
            base: "{}".into(),
            disputed: None,
        }
    }

    /// The same with another base; the key is read from it.
    #[must_use]
    pub fn agreeing(mut self, map: &Map, base: Base) -> Self {
        if let Some(key) = &map.headquarters.key
            && let Some(number) = base.headquarters.get(key).and_then(Json::as_str)
        {
            self.headquarterskey = Some(number.to_owned());
        }
        self.name = Side::BOTH.into_iter().find_map(|side| map.end(side).name_of(base.on(side)));
        let mut sides = Row::new();
        sides.insert(Side::Headquarters.name().into(), Json::Object(base.headquarters));
        sides.insert(Side::Sales.name().into(), Json::Object(base.sales));
        self.base = Json::Object(sides).to_string();
        self
    }
}

/// The link of a row, where the pair stands.
pub(crate) async fn of_row(store: &Store, map: &str, side: Side, id: Uuid) -> Result<Option<Link>> {
    Ok(noted(store, map, side, id).await?.filter(|link| link.made))
}

/// The column with the ids of `side`.
pub(crate) fn id_column(side: Side) -> &'static str {
    match side {
        Side::Headquarters => "headquartersid",
        Side::Sales => "salesid",
    }
}

/// The link of a row, also one whose second row is only about to be made.
pub(crate) async fn noted(store: &Store, map: &str, side: Side, id: Uuid) -> Result<Option<Link>> {
    find(store, map, id_column(side), &id.to_string()).await
}

/// The link of the row that headquarters knows by `key`.
pub(crate) async fn of_key(store: &Store, map: &str, key: &str) -> Result<Option<Link>> {
    Ok(find(store, map, "headquarterskey", key).await?.filter(|link| link.made))
}

async fn find(store: &Store, map: &str, column: &str, value: &str) -> Result<Option<Link>> {
    let filter = Filter::equals("map", map).and(Filter::equals(column, value));
    store.read(&Principal::system()).await?.find(filter).await
}

/// Writes a link, new or known. A pair that stands takes the place of those only intended.
pub(crate) async fn put(tx: &mut Tx, link: &Link) -> Result<()> {
    if link.made {
        let either = Filter::Or(vec![
            Filter::equals("headquartersid", link.headquartersid.as_str()),
            Filter::equals("salesid", link.salesid.as_str()),
        ]);
        let filter = Filter::equals("map", link.map.as_str()).and(Filter::equals("made", false)).and(either);
        for intended in tx.list::<Link>(Query::of("link").filter(filter)).await? {
            if intended.linkid != link.linkid {
                tx.remove::<Link>(intended.linkid).await?;
            }
        }
    }
    if tx.get::<Link>(link.linkid).await?.is_some() {
        tx.save(link).await?;
    } else {
        tx.insert(link).await?;
    }
    Ok(())
}

/// Notes that the second row of a pair is about to be made. Done again, it changes nothing.
pub(crate) async fn intend(store: &Store, link: Link) -> Result<()> {
    let intended = Link { made: false, ..link };
    store.write(Context::system(), intended, |tx, link| Box::pin(put(tx, link))).await
}
