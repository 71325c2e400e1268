//! Links to other tables as joins, or as a condition that something is there.

use std::mem::discriminant;

use super::condition::{Target, comparable};
use super::layout;
use super::lower::selected;
use super::places::{By, Join, Lowering, Place, step};
use super::text::{Aside, Sql};
use crate::{ColumnKind, Error, Link, LinkKind, Result};

impl Lowering<'_> {
    /// The links of the place `parent`; what they ask of its rows is added to the condition `sql`.
    pub fn links(&mut self, sql: &mut Sql, parent: usize, links: &[Link]) -> Result<()> {
        for link in links {
            let layout = self.layouts.get(&link.table)?;
            if link.kind == LinkKind::Exists {
                let at = self.add(Place { layout, join: None })?;
                let on = sql.aside(|sql| self.link_condition(sql, parent, at, link))?;
                sql.push(" AND EXISTS (SELECT 1 FROM ").name(&layout.definition.name).alias(at);
                self.write_joins(sql, at);
                sql.push(" WHERE ").append(&on).push(")");
                continue;
            }
            self.check_alias(parent, &link.alias)?;
            let outer = link.kind == LinkKind::Outer;
            let read = selected(layout, &link.select)?;
            let by = By::Link { outer, on: Aside::default(), read };
            let at = self.add(Place { layout, join: Some(Join { parent, step: link.alias.clone(), by }) })?;
            let condition = sql.aside(|sql| self.link_condition(sql, parent, at, link))?;
            if let Some(Join { by: By::Link { on, .. }, .. }) = &mut self.places[at].join {
                *on = condition;
            }
        }
        Ok(())
    }

    /// What must hold of a row at the place `at` for the link to lead there.
    fn link_condition(&mut self, sql: &mut Sql, parent: usize, at: usize, link: &Link) -> Result<()> {
        let from = self.resolve(at, &link.from.as_str().into())?;
        let to = self.resolve(parent, &link.to.as_str().into())?;
        joinable(&from, &to)?;
        sql.column(at, &layout::comparable_name(from.column)).push(" = ");
        sql.column(parent, &layout::comparable_name(to.column)).push(" AND ");
        self.visible(sql, at);
        if let Some(filter) = &link.filter {
            sql.push(" AND (");
            self.filter(sql, at, filter, 0)?;
            sql.push(")");
        }
        self.links(sql, at, &link.links)
    }

    /// Rows are told apart by their link's alias, and paths begin with it.
    fn check_alias(&self, parent: usize, alias: &str) -> Result<()> {
        let refuse = |reason| Err(Error::NotQueryable { column: alias.to_owned(), reason });
        let layout = self.places[parent].layout;
        let links = self.places.iter().filter_map(|place| place.join.as_ref());
        let mut links = links.filter(|join| matches!(join.by, By::Link { .. }));
        if alias.is_empty() || alias.contains('/') {
            refuse("the alias of a link is empty or has a slash; give it a plain one")
        } else if layout.definition.column(alias).is_some() || step(layout, alias).is_ok() {
            refuse("the alias of a link is the name of a column; give it another")
        } else if links.any(|join| join.step == alias) {
            refuse("two links have this alias; give one another")
        } else {
            Ok(())
        }
    }
}

/// Columns whose values compare with each other.
fn joinable(from: &Target<'_>, to: &Target<'_>) -> Result<()> {
    comparable(from.column)?;
    comparable(to.column)?;
    let is_row = |kind: &ColumnKind| matches!(kind, ColumnKind::Id | ColumnKind::Lookup { .. });
    let alike = match (&from.column.kind, &to.column.kind) {
        (ColumnKind::Decimal { scale, .. }, ColumnKind::Decimal { scale: other, .. }) => scale == other,
        (one, other) => discriminant(one) == discriminant(other) || (is_row(one) && is_row(other)),
    };
    if alike {
        return Ok(());
    }
    let reason = "it is linked to a column of another type; link two of the same type";
    Err(Error::NotQueryable { column: from.column.name.clone(), reason })
}
