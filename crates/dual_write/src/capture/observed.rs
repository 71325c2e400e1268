//! What was last seen in the columns whose change is a decision. A delta link says how a row is,
//! not what changed in it.

use std::collections::HashMap;

use tables::{Filter, Principal, Query, Result, Table, Tx};
use uuid::Uuid;

use crate::deliver::{DeliveryError, Desk};
use crate::row::{text, value};
use crate::{Change, Side};

/// A value that was seen.
#[derive(Clone, Debug, Table)]
#[table(name = "observed", set = "observed", key(by_place(place)), bookkeeping)]
pub struct Observed {
    /// Id.
    #[column(id)]
    pub observedid: Uuid,
    /// `sales/leads/<id>/statecode`
    #[column(text = 200)]
    pub place: String,
    /// The value as text.
    #[column(text = 200)]
    pub seen: Option<String>,
}

/// Finds out which of the columns that decisions look at differ from what was last seen.
pub(super) async fn compare(desk: &Desk, side: Side, changes: &mut [Change]) -> Result<(), DeliveryError> {
    let mut looked_at = Vec::new();
    for (_, decision) in desk.solution.decisions() {
        if decision.from == side && !looked_at.contains(&(&decision.set, &decision.changed)) {
            looked_at.push((&decision.set, &decision.changed));
        }
    }
    let place = |change: &Change, column: &str| format!("{side}/{}/{}/{column}", change.set, change.id);
    let mut places = Vec::new();
    for change in changes.iter() {
        let columns = looked_at.iter().filter(|(set, _)| **set == change.set);
        places.extend(columns.map(|(_, column)| place(change, column)));
    }
    let mut known: HashMap<String, Option<String>> = HashMap::new();
    let mut reader = desk.store.read(&Principal::system()).await?;
    for some in places.chunks(tables::query::IN_VALUES_MAX) {
        let values = some.iter().map(|place| place.as_str().into()).collect();
        let query = Query::of(Observed::NAME).filter(Filter::In("place".into(), values));
        let found: Vec<Observed> = reader.list(query).await?;
        known.extend(found.into_iter().map(|seen| (seen.place, seen.seen)));
    }
    for change in changes {
        let Some(row) = &change.row else { continue };
        for (_, column) in looked_at.iter().filter(|(set, _)| **set == change.set) {
            let now = Some(text(value(row, column))).filter(|now| !now.is_empty());
            let place = place(change, column);
            if known.get(&place) != Some(&now) {
                change.changed.push((*column).clone());
                change.observed.push((place, now));
            }
        }
    }
    Ok(())
}

/// Notes what was seen, in the delivery's own transaction.
pub(crate) async fn put(tx: &mut Tx, place: &str, seen: Option<&str>) -> Result<()> {
    match tx.find::<Observed>(Filter::equals("place", place)).await? {
        Some(known) => {
            tx.save(&Observed { seen: seen.map(str::to_owned), ..known }).await?;
        }
        None => {
            let observedid = tx.new_id();
            let (place, seen) = (place.to_owned(), seen.map(str::to_owned));
            tx.insert(&Observed { observedid, place, seen }).await?;
        }
    }
    Ok(())
}
