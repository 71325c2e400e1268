//! What a change means for the other side. Pure: no clock, no I/O, so anything can drive it.

mod create;
mod settle;
#[cfg(test)]
mod tests;
mod update;

use std::collections::BTreeMap;

use serde_json::Value as Json;

pub use create::{Create, create};
pub use settle::Settling;
pub use update::{Update, update};

use crate::Side;
use crate::maps::{Column, Map, Scope};
use crate::row::{Row, is_blank, lookup_table, same, value};

/// A lookup's value on the other side, as the links know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// The lookup is empty, or points to a table that the map does not carry.
    Nothing,
    /// Its key in headquarters.
    Key(String),
    /// Its row in Sales.
    Row {
        /// Set.
        set: String,
        /// Id.
        id: String,
    },
}

/// The lookups of a row by the name of their line.
pub type Lookups = BTreeMap<String, Resolved>;

/// A column's value for the other side.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mapped {
    /// Column there.
    pub column: String,
    /// Property to send: `parentcustomerid_account@odata.bind` for a lookup.
    pub property: String,
    /// Value to send: `/accounts(..)` for a lookup.
    pub sent: Json,
    /// Value as the other side will show it.
    pub shown: Json,
}

/// The value of a line for the side away from `side`; `None` when the line says nothing there, an
/// error in words when its pairs lack the value.
pub(crate) fn mapped(
    column: &Column,
    side: Side,
    row: &Row,
    lookups: &Lookups,
) -> Option<Result<Mapped, String>> {
    let target = side.other();
    let there = column.on(target)?;
    let here = column.on(side)?;
    let plain = |value: Json| Mapped {
        column: there.to_owned(),
        property: there.to_owned(),
        sent: value.clone(),
        shown: value,
    };
    if let Some(lookup) = &column.lookup {
        let bound = |sent: Json, shown: Json| Mapped {
            column: there.to_owned(),
            property: format!("{}@odata.bind", lookup.reference),
            sent,
            shown,
        };
        return Some(Ok(match (lookups.get(column.name()), target) {
            (Some(Resolved::Key(key)), _) => plain(Json::from(key.as_str())),
            (Some(Resolved::Row { set, id }), _) => {
                bound(Json::from(format!("/{set}({id})")), Json::from(id.as_str()))
            }
            (Some(Resolved::Nothing) | None, Side::Headquarters) => plain(Json::Null),
            (Some(Resolved::Nothing) | None, Side::Sales) => bound(Json::Null, Json::Null),
        }));
    }
    let from = value(row, here);
    if column.value_map.is_empty() {
        return Some(Ok(plain(from.clone())));
    }
    let pair = column.value_map.iter().find(|pair| match side {
        Side::Headquarters => same(&pair.headquarters, from),
        Side::Sales => same(&pair.sales, from),
    });
    Some(match pair {
        Some(pair) => Ok(plain(match target {
            Side::Headquarters => pair.headquarters.clone(),
            Side::Sales => pair.sales.clone(),
        })),
        None if is_blank(from) => Ok(plain(Json::Null)),
        None => Err(format!(
            "{} {from} has no counterpart in {target}: add the pair to the map document, or change the value.",
            column.name()
        )),
    })
}

/// What a line's lookup points to on `side`: the id in Sales, the key in headquarters.
#[must_use]
pub fn pointed_at(column: &Column, side: Side, row: &Row) -> Option<String> {
    let lookup = column.lookup.as_ref()?;
    let here = value(row, column.on(side)?);
    if is_blank(here) {
        return None;
    }
    let other_table =
        side == Side::Sales && lookup_table(row, column.on(side)?).is_some_and(|table| table != lookup.table);
    if other_table { None } else { here.as_str().map(str::to_owned) }
}

/// Whether a row takes part in the map.
#[must_use]
pub fn takes_part(map: &Map, side: Side, row: &Row, company: &str) -> bool {
    let scope = Scope::of(row).fact("company", company);
    crate::maps::Condition::all(&map.end(side).filter, &scope)
}
