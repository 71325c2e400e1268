//! After a write: what flows back, because the other side's value stands or a side's own rules made
//! something else of what was written.

use std::collections::BTreeSet;

use super::{Lookups, Update, mapped};
use crate::Side;
use crate::links::{Base, Link};
use crate::maps::{Column, Map};
use crate::row::{Row, same, value};

/// Columns on their way between the two sides until both show the same.
pub struct Settling<'a> {
    map: &'a Map,
    /// What both sides agree on so far.
    pub base: Base,
    /// The side that is to be written next.
    pub to: Side,
    /// What is to be written there; nothing: both sides agree.
    pub values: Row,
    /// Columns that each side's own rules spell differently, by the names of their lines.
    disputed: BTreeSet<String>,
}

impl<'a> Settling<'a> {
    /// After `plan` was carried out for a change of `side`, and the other side shows `now`. A
    /// column that the other side's rules changed (a telephone number without blanks) goes back at
    /// once: where they gave the value that was there before, no change would ever tell of it.
    #[must_use]
    pub fn after(map: &'a Map, side: Side, plan: &Update, now: &Row, link: &Link) -> Self {
        let disputed = link.disputed.iter().flat_map(|names| names.split(", ")).map(str::to_owned).collect();
        let mut settling =
            Self { map, base: plan.base.clone(), to: side.other(), values: Row::new(), disputed };
        let mut written = Row::new();
        for line in map.columns_from(side).filter(|line| line.lookup.is_none()) {
            let (Some(here), Some(there)) = (line.on(side), line.on(side.other())) else { continue };
            if plan.values.contains_key(there) {
                let wanted = plan.base.on(side.other()).get(there).cloned().unwrap_or_default();
                written.insert(there.into(), wanted);
            }
            if plan.values.contains_key(there) || plan.back.contains_key(here) {
                settling.disputed.remove(line.name());
            }
        }
        settling.values = written;
        settling.hear(now);
        settling.values.extend(plan.back.clone());
        settling
    }

    /// The side that was written shows `now`: what it made something else of goes to the other.
    pub fn hear(&mut self, now: &Row) {
        let (from, to) = (self.to, self.to.other());
        let mut next = Row::new();
        for (column, sent) in std::mem::take(&mut self.values) {
            let shown = value(now, &column);
            if same(&sent, shown) {
                continue;
            }
            self.base.on_mut(from).insert(column.clone(), shown.clone());
            let Some(line) = self.line(from, &column) else { continue };
            if line.direction.flows_from(from)
                && let Some(Ok(back)) = mapped(line, from, now, &Lookups::new())
            {
                self.base.on_mut(to).insert(back.column, back.shown);
                next.insert(back.property, back.sent);
            }
        }
        (self.values, self.to) = (next, to);
    }

    /// What is left goes no further: each side keeps its spelling, and `row` is how the side that
    /// would be written next shows it.
    pub fn give_up(&mut self, row: &Row) {
        for column in std::mem::take(&mut self.values).keys() {
            self.base.on_mut(self.to).insert(column.clone(), value(row, column).clone());
            let name = self.line(self.to, column).map_or(column.as_str(), Column::name).to_owned();
            self.disputed.insert(name);
        }
    }

    /// Somebody changed the row meanwhile: that change tells of itself, and finds nothing agreed on
    /// about these columns that was not agreed `before`.
    pub fn forget(&mut self, before: &Base) {
        for column in std::mem::take(&mut self.values).keys() {
            let Some(line) = self.line(self.to, column) else { continue };
            for side in Side::BOTH {
                let Some(column) = line.on(side) else { continue };
                match before.on(side).get(column) {
                    Some(value) => self.base.on_mut(side).insert(column.into(), value.clone()),
                    None => self.base.on_mut(side).remove(column),
                };
            }
        }
    }

    /// The columns in dispute, where there are any.
    #[must_use]
    pub fn disputed(&self) -> Option<String> {
        (!self.disputed.is_empty()).then(|| self.disputed.iter().cloned().collect::<Vec<_>>().join(", "))
    }

    fn line(&self, side: Side, column: &str) -> Option<&'a Column> {
        self.map.columns.iter().find(|line| line.on(side) == Some(column))
    }
}
