//! The tables of one statement, and how they hang together: along lookups, never past what the
//! caller may see.

use std::sync::Arc;

use super::condition::Target;
use super::layout::Layout;
use super::text::{Aside, Raw, Sql};
use crate::query::{JOINS_MAX, PATH_STEPS_MAX};
use crate::store::{Access, Layouts};
use crate::{ColumnKind, Depth, Error, Path, Privilege, Result, System, TableDefinition};

/// A query on its way into SQL. A place's number is its alias in the statement.
pub struct Lowering<'a> {
    pub layouts: &'a Layouts,
    pub access: Access<'a>,
    pub places: Vec<Place<'a>>,
    /// Conditions so far.
    pub terms: usize,
}

/// One table of the statement.
pub struct Place<'a> {
    pub layout: &'a Arc<Layout>,
    /// How it hangs on another place; `None` where a FROM begins with it.
    pub join: Option<Join>,
}

/// How a place hangs on another.
pub struct Join {
    pub parent: usize,
    /// The step of a path that leads here: of a lookup, or a link's alias.
    pub step: String,
    pub by: By,
}

/// What joins a place to the one it hangs on.
pub enum By {
    Lookup {
        column: String,
        /// For a polymorphic lookup: the table that the value must name.
        only: Option<String>,
    },
    Link {
        outer: bool,
        on: Aside,
        /// What comes back of its rows: positions in the layout's `stored`.
        read: Vec<usize>,
    },
}

impl<'a> Lowering<'a> {
    /// Begins with `table` as the place 0.
    pub fn new(layouts: &'a Layouts, access: Access<'a>, table: &str) -> Result<Self> {
        let root = Place { layout: layouts.get(table)?, join: None };
        Ok(Self { layouts, access, places: vec![root], terms: 0 })
    }

    /// Adds a table to the statement.
    pub fn add(&mut self, place: Place<'a>) -> Result<usize> {
        if self.places.len() > JOINS_MAX {
            return Err(Error::LimitExceeded {
                what: "lookups, links and any/all in one query",
                limit: JOINS_MAX as u64,
            });
        }
        self.places.push(place);
        Ok(self.places.len() - 1)
    }

    /// Finds the column that a path from the place `from` leads to, adding the joins on the way.
    pub fn resolve(&mut self, from: usize, path: &Path) -> Result<Target<'a>> {
        let Some((last, steps)) = path.0.split_last() else {
            let table = self.places[from].layout.definition.name.clone();
            return Err(Error::UnknownColumn { table, column: String::new() });
        };
        if steps.len() > PATH_STEPS_MAX {
            return Err(Error::LimitExceeded { what: "steps in a path", limit: PATH_STEPS_MAX as u64 });
        }
        let mut alias = from;
        for name in steps {
            alias = self.step(alias, name)?;
        }
        let layout = self.places[alias].layout;
        let at = layout.definition.require(last)?;
        Ok(Target { alias, column: &layout.definition.columns[at] })
    }

    fn step(&mut self, from: usize, name: &str) -> Result<usize> {
        let is_it = |place: &Place<'_>| {
            place.join.as_ref().is_some_and(|join| join.parent == from && join.step == name)
        };
        if let Some(known) = self.places.iter().position(is_it) {
            return Ok(known);
        }
        let (column, target, only) = step(self.places[from].layout, name)?;
        let join = Join { parent: from, step: name.to_owned(), by: By::Lookup { column, only } };
        self.add(Place { layout: self.layouts.get(&target)?, join: Some(join) })
    }

    /// The place that the FROM of this place begins with.
    pub fn begins(&self, at: usize) -> usize {
        self.places[at].join.as_ref().map_or(at, |join| self.begins(join.parent))
    }

    /// What hangs on the place `parent`, as joins. Rows that the caller may not see count as not
    /// there, along lookups too.
    pub fn write_joins(&self, sql: &mut Sql, parent: usize) {
        for (at, place) in self.places.iter().enumerate() {
            let Some(join) = place.join.as_ref().filter(|join| join.parent == parent) else { continue };
            match &join.by {
                By::Lookup { column, only } => {
                    self.write_lookup(sql, at, parent, column, only.as_deref());
                    self.write_joins(sql, at);
                }
                By::Link { outer, on, .. } => {
                    sql.push(if *outer { " LEFT JOIN " } else { " JOIN " });
                    let hangs = |other: &Place<'_>| other.join.as_ref().is_some_and(|join| join.parent == at);
                    // Together, so that an inner link within an outer one removes no other rows.
                    let together = self.places.iter().any(hangs);
                    sql.push(if together { "(" } else { "" });
                    sql.name(&place.layout.definition.name).alias(at);
                    self.write_joins(sql, at);
                    sql.push(if together { ") ON " } else { " ON " }).append(on);
                }
            }
        }
    }

    fn write_lookup(&self, sql: &mut Sql, at: usize, parent: usize, lookup: &str, only: Option<&str>) {
        let definition = &self.places[at].layout.definition;
        sql.push(" LEFT JOIN ").name(&definition.name).alias(at).push(" ON ");
        sql.column(at, definition.id_column()).push(" = ").column(parent, lookup);
        if let Some(only) = only {
            let table = format!("{lookup}__table");
            sql.push(" AND ").column(parent, &table).push(" = ").bind(Raw::Text(only.to_owned()));
        }
        sql.push(" AND ");
        self.visible(sql, at);
    }

    /// The condition that a row at this place is one that the caller may see; false without any
    /// right to its table.
    pub fn visible(&self, sql: &mut Sql, at: usize) {
        if readable(sql, at, &self.places[at].layout.definition, self.access).is_err() {
            sql.push("1 = 0");
        }
    }
}

/// The condition that a row is within the depth to which `access` may read its table.
pub fn readable(sql: &mut Sql, alias: usize, table: &TableDefinition, access: Access<'_>) -> Result<()> {
    let depth = access.depth(&table.name, Privilege::Read);
    let principal = access.principal;
    let mine = |sql: &mut Sql| {
        sql.column(alias, table.system(System::Owner)).push(" IN (");
        let owners = std::iter::once(principal.user).chain(principal.teams.iter().copied());
        sql.join(", ", owners, |sql, owner| {
            sql.bind(Raw::Id(owner));
        });
        sql.push(")");
    };
    match (depth, table.ownership) {
        (Depth::None, _) | (Depth::User | Depth::BusinessUnit, crate::Ownership::Organization) => {
            return Err(Error::NoPrivilege { action: Privilege::Read.word(), table: table.name.clone() });
        }
        (Depth::Organization, _) => {
            sql.push("1 = 1");
        }
        (Depth::User, _) => mine(sql),
        (Depth::BusinessUnit, _) => {
            sql.push("(").column(alias, table.system(System::BusinessUnit)).push(" = ");
            sql.bind(Raw::Id(principal.business_unit)).push(" OR ");
            mine(sql);
            sql.push(")");
        }
    }
    Ok(())
}

/// Where a step of a path leads along a lookup: the lookup's column, the target table, and for a polymorphic
/// lookup (`parentcustomerid_account`) the table that it must name.
pub fn step(layout: &Layout, name: &str) -> Result<(String, String, Option<String>)> {
    let definition = &layout.definition;
    for column in &definition.columns {
        let ColumnKind::Lookup { targets } = &column.kind else { continue };
        let sql = column.name.to_ascii_lowercase();
        if let [target] = targets.as_slice() {
            if column.name == name {
                return Ok((sql, target.clone(), None));
            }
        } else if let Some(target) =
            name.strip_prefix(column.name.as_str()).and_then(|rest| rest.strip_prefix('_'))
            && targets.iter().any(|known| known == target)
        {
            return Ok((sql, target.to_owned(), Some(target.to_owned())));
        }
    }
    Err(Error::UnknownColumn { table: definition.name.clone(), column: name.to_owned() })
}
