//! Delivering a change by a table map.

use serde_json::Value as Json;
use uuid::Uuid;

use super::{Delivered, DeliveryError, Desk, ROW_GONE, SAME_KEY, UNMAPPED, refused};
use crate::links::{self, Base, Link};
use crate::maps::{Map, Scope};
use crate::peer::Created;
use crate::plan::{self, Lookups, Resolved, Settling, Update};
use crate::row::{Row, is_blank, value};
use crate::waiting::Reason;
use crate::watch::is_paused;
use crate::{Change, Operation, Side};

/// How often a row is merged anew when somebody else keeps changing it.
const MERGES_MAX: u32 = 3;

/// How often a value goes back and forth while each side's rules make something else of it.
const LEGS_MAX: u32 = 3;

/// Delivers `change` of `side` by `map`.
pub(crate) async fn by_map(
    desk: &Desk,
    map: &Map,
    side: Side,
    change: &Change,
) -> Result<Delivered, DeliveryError> {
    let Some(row) = change.row.as_ref().filter(|_| change.operation != Operation::Delete) else {
        return Ok(Delivered::nothing());
    };
    if !plan::takes_part(map, side, row, &desk.company) {
        return Ok(Delivered::nothing());
    }
    if is_paused(&desk.store, &map.name).await? {
        return Ok(Delivered::Wait(Reason::Paused));
    }
    let noted = links::noted(&desk.store, &map.name, side, change.id).await?;
    let intended_here = platform::derived_id(map.id, change.id.as_bytes());
    let link = match noted {
        Some(link) if link.made => Some(link),
        // Our own create of this row stopped half-way: its source is delivered again first.
        Some(link) if link.id(side.other()) != intended_here => {
            let row = change.id.to_string();
            return Ok(Delivered::Wait(Reason::Parent { map: map.name.clone(), side, row }));
        }
        _ if !map.creates.flows_from(side) => return Ok(Delivered::nothing()),
        _ => None,
    };
    let lookups = match resolve(desk, map, side, row).await? {
        Ok(lookups) => lookups,
        Err(reason) => return Ok(Delivered::Wait(reason)),
    };
    let delivery = Delivery { desk, map, side, id: change.id, row, lookups };
    match link {
        Some(link) => delivery.update(link).await,
        None => delivery.create().await,
    }
}

/// Where the row's lookups lead on the other side, or the row whose link is missing.
pub(crate) async fn resolve(
    desk: &Desk,
    map: &Map,
    side: Side,
    row: &Row,
) -> Result<Result<Lookups, Reason>, DeliveryError> {
    let mut lookups = Lookups::new();
    let own_key = map.end(side).key.as_deref().and_then(|key| value(row, key).as_str());
    for column in map.columns_from(side) {
        let Some(lookup) = &column.lookup else { continue };
        // A person that is invoiced to itself has no company.
        let pointed_at = plan::pointed_at(column, side, row).filter(|key| own_key != Some(key));
        let Some(pointed_at) = pointed_at else {
            lookups.insert(column.name().into(), Resolved::Nothing);
            continue;
        };
        let link = match side {
            Side::Headquarters => links::of_key(&desk.store, &lookup.map, &pointed_at).await?,
            Side::Sales => {
                let id = Uuid::try_parse(&pointed_at).unwrap_or_default();
                links::of_row(&desk.store, &lookup.map, side, id).await?
            }
        };
        let resolved = link.and_then(|link| match side {
            Side::Headquarters => {
                let set = desk.solution.map(&lookup.map)?.sales.set.clone();
                Some(Resolved::Row { set, id: link.salesid })
            }
            Side::Sales => link.headquarterskey.map(Resolved::Key),
        });
        let Some(resolved) = resolved else {
            return Ok(Err(Reason::Parent { map: lookup.map.clone(), side, row: pointed_at }));
        };
        lookups.insert(column.name().into(), resolved);
    }
    Ok(Ok(lookups))
}

struct Delivery<'a> {
    desk: &'a Desk,
    map: &'a Map,
    side: Side,
    id: Uuid,
    row: &'a Row,
    lookups: Lookups,
}

impl Delivery<'_> {
    fn target(&self) -> Side {
        self.side.other()
    }

    /// The id that the row gets on the other side: it follows from the source, so that a second
    /// try finds the first.
    fn target_id(&self) -> Uuid {
        platform::derived_id(self.map.id, self.id.as_bytes())
    }

    async fn create(&self) -> Result<Delivered, DeliveryError> {
        let desk = self.desk;
        let peer = desk.peer(self.target());
        let plan = plan::create(self.map, self.side, self.row, &self.lookups, &desk.company);
        if let Some(unmapped) = plan.unmapped {
            return Ok(Delivered::Wait(Reason::refused(UNMAPPED, unmapped)));
        }
        let set = &self.map.end(self.target()).set;
        let faults = &desk.store.environment().faults;
        links::intend(&desk.store, self.link(self.target_id(), &Row::new(), Base::default())).await?;
        faults.pass("dual_write.before_create").map_err(tables::Error::from)?;
        let link = match peer.create(set, self.target_id(), &plan.values).await {
            Ok(Created::New(made)) => self.link(self.target_id(), &made, plan.base),
            Ok(Created::Exists) => match self.adopt(&plan.values).await {
                Ok(Some(link)) => link,
                Err(DeliveryError::Peer(error)) => return refused(error),
                Err(error) => return Err(error),
                Ok(None) => {
                    let message = format!(
                        "{} has another row with the same key, and none that could be this one. \
                         Change the key on one side, or merge the rows, then retry.",
                        self.target()
                    );
                    return Ok(Delivered::Wait(Reason::refused(SAME_KEY, message)));
                }
            },
            Err(error) => return refused(error),
        };
        faults.pass("dual_write.after_create").map_err(tables::Error::from)?;
        if let Err(error) = self.make_related(link.id(self.target())).await {
            return refused(error);
        }
        faults.pass("dual_write.after_related").map_err(tables::Error::from)?;
        Ok(Delivered::Done(vec![link]))
    }

    fn link(&self, other: Uuid, made: &Row, base: Base) -> Link {
        let linkid = platform::derived_id(self.map.id, format!("link/{}", self.id).as_bytes());
        let link = Link::new(linkid, self.map, self.side, self.id, other);
        let link = link.agreeing(self.map, base);
        self.with_key(link, made)
    }

    /// Headquarters' number of the row, from whichever of the two rows is headquarters'.
    fn with_key(&self, mut link: Link, other: &Row) -> Link {
        if let Some(key) = &self.map.headquarters.key {
            let row = if self.side == Side::Headquarters { self.row } else { other };
            if let Some(number) = value(row, key).as_str() {
                link.headquarterskey = Some(number.to_owned());
            }
        }
        link
    }

    /// The row that is there already: made by an earlier try, or the same one by another key. What
    /// both have in common is agreed; the rest is judged as an update.
    async fn adopt(&self, wanted: &Row) -> Result<Option<Link>, DeliveryError> {
        let end = self.map.end(self.target());
        let peer = self.desk.peer(self.target());
        let found = match peer.read(&end.set, self.target_id()).await? {
            Some(row) => Some((self.target_id(), row)),
            None => self.by_other_key(wanted).await?,
        };
        let Some((id, row)) = found else { return Ok(None) };
        let agreed = plan::create(self.map, self.side, self.row, &self.lookups, &self.desk.company).base;
        let mut base = agreed.clone();
        for (column, shown) in agreed.on(self.target()) {
            if !crate::row::same(value(&row, column), shown) {
                // Not agreed on: the update that follows writes it.
                base.on_mut(self.target()).remove(column);
            }
        }
        let differing: Vec<String> = agreed
            .on(self.target())
            .keys()
            .filter(|column| !base.on(self.target()).contains_key(*column))
            .cloned()
            .collect();
        for line in self.map.columns_from(self.side) {
            let (Some(here), Some(there)) = (line.on(self.side), line.on(self.target())) else { continue };
            if differing.iter().any(|column| column == there) {
                base.on_mut(self.side).remove(here);
            }
        }
        let link = self.link(id, &row, base);
        self.write_update(link, &row).await
    }

    async fn by_other_key(&self, wanted: &Row) -> Result<Option<(Uuid, Row)>, DeliveryError> {
        let end = self.map.end(self.target());
        let values: Vec<(&str, &Json)> =
            end.match_by.iter().filter_map(|column| Some((column.as_str(), wanted.get(column)?))).collect();
        if values.is_empty() || values.iter().any(|(_, value)| is_blank(value)) {
            return Ok(None);
        }
        let mut rows = self.desk.peer(self.target()).find(&end.set, &values).await?;
        let (Some(row), true) = (rows.pop(), rows.is_empty()) else { return Ok(None) };
        let id = value(&row, &end.id).as_str().and_then(|id| Uuid::try_parse(id).ok());
        Ok(id.map(|id| (id, row)))
    }

    async fn update(&self, link: Link) -> Result<Delivered, DeliveryError> {
        let target = self.target();
        let set = &self.map.end(target).set;
        let base = link.base();
        // An echo is told without asking the other side.
        let seen = plan::update(
            self.map,
            self.side,
            self.row,
            &base,
            base.on(target),
            &self.lookups,
            &self.desk.company,
        );
        if let Some(unmapped) = seen.unmapped {
            return Ok(Delivered::Wait(Reason::refused(UNMAPPED, unmapped)));
        }
        let known_key = self.with_key(link.clone(), base.on(target));
        if seen.base == base && self.map.end(target).update_while.is_empty() {
            let links = if known_key == link { Vec::new() } else { vec![known_key] };
            return Ok(Delivered::Done(links));
        }
        let peer = self.desk.peer(target);
        let mut merges = 0;
        loop {
            let other = match peer.read(set, link.id(target)).await {
                Ok(Some(other)) => other,
                Ok(None) => return Ok(self.gone()),
                Err(error) => return refused(error),
            };
            merges += 1;
            match self.write_update(link.clone(), &other).await {
                Ok(Some(link)) => return Ok(Delivered::Done(vec![link])),
                Ok(None) => return Ok(self.gone()),
                // Somebody changed the row since it was read: merged anew at once.
                Err(DeliveryError::Peer(error)) if error.status() == Some(412) && merges < MERGES_MAX => {}
                Err(DeliveryError::Peer(error)) => return refused(error),
                Err(error) => return Err(error),
            }
        }
    }

    /// The other side has the row no longer: a change for it is kept, and somebody is told.
    fn gone(&self) -> Delivered {
        let message = format!(
            "The row that {} {} is linked to was deleted in {}. Restore it there, or delete this one.",
            self.map.name,
            self.id,
            self.target()
        );
        Delivered::Wait(Reason::refused(ROW_GONE, message))
    }

    /// `None`: the row went meanwhile.
    async fn write_update(&self, link: Link, other: &Row) -> Result<Option<Link>, DeliveryError> {
        let target = self.target();
        let plan = plan::update(
            self.map,
            self.side,
            self.row,
            &link.base(),
            other,
            &self.lookups,
            &self.desk.company,
        );
        if plan.values.is_empty() {
            let link = self.settle(link, &plan, other).await?;
            return Ok(Some(self.with_key(link, other)));
        }
        let set = &self.map.end(target).set;
        let etag = other.get("@odata.etag").and_then(Json::as_str);
        let faults = &self.desk.store.environment().faults;
        faults.pass("dual_write.before_update").map_err(tables::Error::from)?;
        let written = self.desk.peer(target).update(set, link.id(target), &plan.values, etag).await?;
        let Some(now) = written else { return Ok(None) };
        faults.pass("dual_write.after_update").map_err(tables::Error::from)?;
        let link = self.settle(link, &plan, &now).await?;
        Ok(Some(self.with_key(link, &now)))
    }

    /// Until both sides show the same, or each keeps its own spelling.
    async fn settle(&self, link: Link, plan: &Update, now: &Row) -> Result<Link, DeliveryError> {
        let mut settling = Settling::after(self.map, self.side, plan, now, &link);
        let (mut here, mut there) = (self.row.clone(), now.clone());
        for _ in 0..LEGS_MAX {
            if settling.values.is_empty() {
                break;
            }
            let to = settling.to;
            let row = if to == self.side { &mut here } else { &mut there };
            let etag = row.get("@odata.etag").and_then(Json::as_str);
            let (set, id) = (&self.map.end(to).set, link.id(to));
            match self.desk.peer(to).update(set, id, &settling.values, etag).await {
                Ok(Some(answered)) => {
                    settling.hear(&answered);
                    *row = answered;
                }
                Ok(None) => break,
                Err(crate::PeerError::Refused { status: 412, .. }) => settling.forget(&link.base()),
                Err(crate::PeerError::Refused { .. }) => break,
                Err(error) => return Err(error.into()),
            }
        }
        settling.give_up(if settling.to == self.side { &here } else { &there });
        let disputed = settling.disputed();
        if let Some(columns) = disputed.as_ref().filter(|_| disputed != link.disputed) {
            tracing::warn!(map = self.map.name, row = %self.id, columns, "the two sides disagree");
        }
        Ok(Link { disputed, ..link.agreeing(self.map, settling.base) })
    }

    /// Rows that go with the new row, each once.
    async fn make_related(&self, parent: Uuid) -> Result<(), crate::PeerError> {
        let target = self.target();
        let scope = Scope::of(self.row).fact("company", self.desk.company.as_str());
        for (at, related) in self.map.related.iter().enumerate().filter(|(_, related)| related.side == target)
        {
            let mut values: Row = related
                .values
                .iter()
                .map(|(column, constant)| (column.clone(), constant.fill(&scope)))
                .collect();
            let path = format!("/{}({parent})", self.map.end(target).set);
            values.insert(format!("{}@odata.bind", related.reference), Json::from(path));
            let id = platform::derived_id(self.map.id, format!("{}/related/{at}", self.id).as_bytes());
            self.desk.peer(target).create(&related.set, id, &values).await?;
        }
        Ok(())
    }
}
