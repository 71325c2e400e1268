//! A table map: one table of headquarters and one of Sales, line by line.

use std::collections::BTreeMap;

use serde::Deserialize;
use uuid::Uuid;

use super::{Column, Condition, Constant, Direction, Scope, Template};
use crate::{Row, Side};

/// Longest name of a row that is kept, in characters.
const NAME_LENGTH_MAX: usize = 400;

/// One table map.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    /// Namespace of every id that this map gives. Never changes.
    pub id: Uuid,
    /// Name, unique in the solution.
    pub name: String,
    /// Version of the document.
    pub version: String,
    /// For people.
    pub description: String,
    /// Maps whose links this one needs.
    #[serde(default)]
    pub depends_on: Vec<String>,
    /// Which way rows are made: `=`, `>` or `<`.
    pub creates: Direction,
    /// Whose value stands when both sides changed a column.
    pub conflict: Side,
    /// The table in headquarters.
    pub headquarters: End,
    /// The table in Sales.
    pub sales: End,
    /// The lines.
    #[serde(rename = "column")]
    pub columns: Vec<Column>,
    /// Rows made together with the row.
    #[serde(default)]
    pub related: Vec<Related>,
}

/// One end of a map.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct End {
    /// Set.
    pub set: String,
    /// Column with the row's id.
    pub id: String,
    /// Column with the number by which people and other rows know the row.
    pub key: Option<String>,
    /// How people call a row.
    pub name: Option<Template>,
    /// Only rows that fulfil these take part.
    #[serde(default)]
    pub filter: Vec<Condition>,
    /// Changes flow, in either direction, only while the row here fulfils these.
    #[serde(default)]
    pub update_while: Vec<Condition>,
    /// Columns by which a row that is there already is found, when a create clashes with it.
    #[serde(default)]
    pub match_by: Vec<String>,
}

/// A row made together with a synced row, such as the note on its timeline.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Related {
    /// Where.
    pub side: Side,
    /// Set.
    pub set: String,
    /// The property that binds it to the synced row.
    pub reference: String,
    /// Its values; templates see the source row.
    pub values: BTreeMap<String, Constant>,
}

impl End {
    /// How people call this row, where the document says it and the row tells.
    #[must_use]
    pub fn name_of(&self, row: &Row) -> Option<String> {
        let name = self.name.as_ref()?.fill(&Scope::of(row));
        let name: String = name.trim().chars().take(NAME_LENGTH_MAX).collect();
        (!name.is_empty()).then_some(name)
    }
}

impl Map {
    /// The end on `side`.
    #[must_use]
    pub fn end(&self, side: Side) -> &End {
        match side {
            Side::Headquarters => &self.headquarters,
            Side::Sales => &self.sales,
        }
    }

    /// The lines whose values flow away from `side`.
    pub fn columns_from(&self, side: Side) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |column| column.direction.flows_from(side))
    }

    /// Whose value of this column stands when both sides changed it.
    #[must_use]
    pub fn winner(&self, column: &Column) -> Side {
        column.conflict.unwrap_or(self.conflict)
    }

    /// What is wrong with this map: its key and the remedy.
    pub(super) fn check(&self) -> Result<(), (String, String)> {
        if self.creates.transforms() {
            return Err(("creates".into(), "write \"=\", \">\" or \"<\"".into()));
        }
        for (at, column) in self.columns.iter().enumerate() {
            let key = |key: &str| format!("column[{at}] ({}).{key}", column.name());
            column.check().map_err(|(name, remedy)| (key(name), remedy))?;
            if let Some(lookup) = column.lookup.as_ref().filter(|look| !self.depends_on.contains(&look.map)) {
                return Err((key("lookup"), format!("add \"{}\" to depends_on", lookup.map)));
            }
            for side in Side::BOTH {
                let twice = |other: &&Column| {
                    other.direction.flows_from(side.other())
                        && column.direction.flows_from(side.other())
                        && column.on(side).is_some()
                        && other.on(side) == column.on(side)
                };
                if self.columns[at + 1..].iter().any(|other| twice(&other)) {
                    return Err((key(side.name()), "two lines write this column: keep one".into()));
                }
            }
        }
        Ok(())
    }
}
