//! A row that both sides have: what changed here since they last agreed, column by column.

use serde_json::Value as Json;

use super::{Lookups, mapped};
use crate::Side;
use crate::links::Base;
use crate::maps::{Condition, Map, Scope};
use crate::row::{Row, same, value};

/// What to write on the other side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Update {
    /// Properties to write; none: an echo, or nothing that concerns the other side.
    pub values: Row,
    /// Properties to write back where the change came from: the other side changed the same columns
    /// since, and the map says that its values stand.
    pub back: Row,
    /// What both sides agree on afterwards.
    pub base: Base,
    /// A value that the map has no counterpart for, in words.
    pub unmapped: Option<String>,
}

/// Judges by value: a column is news when it differs from what both last agreed on. Where the
/// other side changed the same column since, the map says whose value stands.
#[must_use]
pub fn update(
    map: &Map,
    side: Side,
    row: &Row,
    base: &Base,
    other: &Row,
    lookups: &Lookups,
    company: &str,
) -> Update {
    let target = side.other();
    let mut plan = Update { base: base.clone(), ..Update::default() };
    let open = |side: Side, row: &Row| {
        let scope = Scope::of(row).fact("company", company);
        Condition::all(&map.end(side).update_while, &scope)
    };
    if !open(side, row) || !open(target, other) {
        return plan;
    }
    let scope = Scope::of(row).fact("company", company);
    for column in map.columns_from(side) {
        if column.create_only || column.is_made_with_the_row() || !Condition::all(&column.when, &scope) {
            continue;
        }
        let Some(here) = column.on(side) else { continue };
        let now = value(row, here);
        let agreed = base.on(side).get(here);
        if agreed.is_some_and(|agreed| same(agreed, now)) || (agreed.is_none() && now.is_null()) {
            continue;
        }
        let mapped = match mapped(column, side, row, lookups) {
            Some(Ok(mapped)) => mapped,
            Some(Err(unmapped)) => {
                plan.unmapped = Some(unmapped);
                continue;
            }
            None => continue,
        };
        let there = value(other, &mapped.column);
        // Where nothing was agreed on yet, any value there counts as the other side's own.
        let agreed_there = base.on(target).get(&mapped.column).unwrap_or(&Json::Null);
        let changed_there = !same(agreed_there, there);
        let both_ways = column.direction.flows_from(target);
        if changed_there && both_ways && map.winner(column) == target && !same(there, &mapped.shown) {
            // Theirs stands, and comes here at once: their own feed need not tell of it, for what
            // was changed there twice may be what both agreed on.
            if column.lookup.is_none()
                && let Some(Ok(theirs)) = super::mapped(column, target, other, lookups)
            {
                plan.base.on_mut(side).insert(here.into(), theirs.shown);
                plan.base.on_mut(target).insert(mapped.column, there.clone());
                plan.back.insert(theirs.property, theirs.sent);
            }
            continue;
        }
        if !same(there, &mapped.shown) {
            plan.values.insert(mapped.property, mapped.sent);
        }
        plan.base.on_mut(side).insert(here.into(), now.clone());
        plan.base.on_mut(target).insert(mapped.column, mapped.shown);
    }
    plan
}
