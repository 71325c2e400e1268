//! A row that the other side does not have yet.

use serde_json::Value as Json;

use super::{Lookups, mapped};
use crate::Side;
use crate::links::Base;
use crate::maps::{Condition, Map, Scope};
use crate::row::{Row, is_blank, value};

/// What to make on the other side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Create {
    /// Properties of the new row.
    pub values: Row,
    /// What both sides then agree on.
    pub base: Base,
    /// A value that the map has no counterpart for, in words.
    pub unmapped: Option<String>,
}

/// The new row for the side away from `side`.
#[must_use]
pub fn create(map: &Map, side: Side, row: &Row, lookups: &Lookups, company: &str) -> Create {
    let scope = Scope::of(row).fact("company", company);
    let target = side.other();
    let mut made = Create::default();
    for column in map.columns_from(side).filter(|column| Condition::all(&column.when, &scope)) {
        let Some(there) = column.on(target) else { continue };
        if let Some(default) = &column.default {
            made.values.insert(there.into(), default.fill(&scope));
        } else if let Some(template) = &column.template {
            made.values.insert(there.into(), Json::from(template.fill(&scope)));
        } else if let Some(reference) = &column.reference {
            let path = format!("/{}", reference.fill_quoted(&scope));
            made.values.insert(format!("{there}@odata.bind"), Json::from(path));
        } else if let Some(mapped) = mapped(column, side, row, lookups) {
            let mapped = match mapped {
                Ok(mapped) => mapped,
                Err(unmapped) => {
                    made.unmapped = Some(unmapped);
                    continue;
                }
            };
            if !is_blank(&mapped.sent) {
                made.values.insert(mapped.property, mapped.sent);
            }
            if let Some(here) = column.on(side) {
                made.base.on_mut(side).insert(here.into(), value(row, here).clone());
                made.base.on_mut(target).insert(mapped.column, mapped.shown);
            }
        }
    }
    made
}
