//! What was last seen in the columns whose change is a decision. A feed shows a row as it is now,
//! beside an entry that may be older: only a value that was not seen yet is a decision, and it is
//! that of whoever wrote it.

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
    // Who wrote the column last, as far as the entries tell.
    let mut writers: HashMap<String, Uuid> = HashMap::new();
    for change in changes.iter() {
        for (_, column) in looked_at.iter().filter(|(set, _)| **set == change.set) {
            if change.changed.contains(column) {
                writers.insert(place(change, column), change.user_id);
            }
        }
    }
    for change in changes {
        let Some(row) = &change.row else { continue };
        let modified_by = value(row, "modifiedby").as_str().and_then(|user| Uuid::try_parse(user).ok());
        for (_, column) in looked_at.iter().filter(|(set, _)| **set == change.set) {
            let now = Some(text(value(row, column))).filter(|now| !now.is_empty());
            let place = place(change, column);
            change.changed.retain(|known| known != *column);
            if known.get(&place) == Some(&now) {
                continue;
            }
            if let Some(user) = writers.get(&place).copied().or(modified_by) {
                change.user_id = user;
            }
            change.changed.push((*column).clone());
            change.observed.push((place.clone(), now.clone()));
            known.insert(place, now);
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
