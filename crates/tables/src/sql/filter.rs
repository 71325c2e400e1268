//! A query's filter as a condition.

use super::condition::{Target, compare, contains_values, is_in, not_secret, search};
use super::layout::Layout;
use super::places::{Lowering, Place};
use super::text::{Raw, Sql};
use crate::query::{FILTER_DEPTH_MAX, FILTER_TERMS_MAX};
use crate::{ColumnDefinition, ColumnKind, Comparison, Error, Filter, Result};

/// Which rows an [`Filter::Any`] or [`Filter::All`] asks for.
struct Pointing<'f> {
    table: &'f str,
    lookup: &'f str,
    filter: Option<&'f Filter>,
    /// Those that fulfil the filter, or those that do not.
    fulfilling: bool,
}

impl Lowering<'_> {
    /// `filter` for rows at the place `from`.
    pub fn filter(&mut self, sql: &mut Sql, from: usize, filter: &Filter, depth: usize) -> Result<()> {
        self.terms += 1;
        if depth > FILTER_DEPTH_MAX {
            return Err(Error::LimitExceeded { what: "levels in a filter", limit: FILTER_DEPTH_MAX as u64 });
        }
        if self.terms > FILTER_TERMS_MAX {
            return Err(Error::LimitExceeded {
                what: "conditions in a filter",
                limit: FILTER_TERMS_MAX as u64,
            });
        }
        match filter {
            Filter::And(parts) => self.group(sql, from, parts, " AND ", "1 = 1", depth),
            Filter::Or(parts) => self.group(sql, from, parts, " OR ", "1 = 0", depth),
            Filter::Not(inner) => {
                sql.push("NOT (");
                self.filter(sql, from, inner, depth + 1)?;
                sql.push(")");
                Ok(())
            }
            Filter::IsNull(path) => {
                let target = self.resolve(from, path)?;
                not_secret(target.column)?;
                sql.column(target.alias, &target.column.name).push(" IS NULL");
                Ok(())
            }
            Filter::Compare(path, comparison, value) => {
                let target = self.resolve(from, path)?;
                compare(sql, &target, *comparison, value)
            }
            Filter::Between(path, low, high) => {
                let target = self.resolve(from, path)?;
                between(sql, &target, low, high)
            }
            Filter::In(path, values) => {
                let target = self.resolve(from, path)?;
                is_in(sql, &target, values)
            }
            Filter::Text(path, kind, text) => {
                let target = self.resolve(from, path)?;
                search(sql, &target, *kind, text)
            }
            Filter::ContainsValues(path, options) => {
                // Each is a condition of its own: SQLite takes only so deep a chain of them.
                self.terms += options.len();
                let target = self.resolve(from, path)?;
                contains_values(sql, &target, options)
            }
            Filter::Any { table, lookup, filter } => {
                let pointing = Pointing { table, lookup, filter: filter.as_deref(), fulfilling: true };
                self.exists(sql, from, &pointing, depth)
            }
            Filter::All { table, lookup, filter } => {
                sql.push("NOT ");
                let pointing = Pointing { table, lookup, filter: Some(filter), fulfilling: false };
                self.exists(sql, from, &pointing, depth)
            }
        }
    }

    fn group(
        &mut self,
        sql: &mut Sql,
        from: usize,
        parts: &[Filter],
        separator: &'static str,
        empty: &'static str,
        depth: usize,
    ) -> Result<()> {
        if parts.is_empty() {
            sql.push(empty);
        }
        for (at, part) in parts.iter().enumerate() {
            sql.push(if at == 0 { "(" } else { separator }).push(if at == 0 { "" } else { "(" });
            self.filter(sql, from, part, depth + 1)?;
            sql.push(")");
        }
        Ok(())
    }

    /// That there is a row which points here. Never unknown.
    fn exists(&mut self, sql: &mut Sql, from: usize, pointing: &Pointing<'_>, depth: usize) -> Result<()> {
        let layout = self.layouts.get(pointing.table)?;
        let here = &self.places[from].layout.definition;
        let lookup = lookup_to(layout, pointing.lookup, &here.name)?;
        let (id, target) = (here.id_column(), here.name.clone());
        let inner = self.add(Place { layout, join: None })?;
        let condition = match pointing.filter {
            // Written first: only then all its joins are known.
            Some(filter) => Some(sql.aside(|sql| self.filter(sql, inner, filter, depth + 1))?),
            None => None,
        };
        sql.push("EXISTS (SELECT 1 FROM ").name(&layout.definition.name).alias(inner);
        self.write_joins(sql, inner);
        sql.push(" WHERE ").column(inner, &lookup.name).push(" = ").column(from, id).push(" AND ");
        if lookup.kind.is_polymorphic() {
            let table = format!("{}__table", lookup.name);
            sql.column(inner, &table).push(" = ").bind(Raw::Text(target)).push(" AND ");
        }
        self.visible(sql, inner);
        if let Some(condition) = &condition {
            // A row for which it is unknown does not fulfil it either.
            let end = if pointing.fulfilling { ")" } else { ") IS NOT TRUE" };
            sql.push(" AND (").append(condition).push(end);
        }
        sql.push(")");
        Ok(())
    }
}

fn between(sql: &mut Sql, target: &Target<'_>, low: &crate::Value, high: &crate::Value) -> Result<()> {
    sql.push("(");
    compare(sql, target, Comparison::GreaterOrEqual, low)?;
    sql.push(" AND ");
    compare(sql, target, Comparison::LessOrEqual, high)?;
    sql.push(")");
    Ok(())
}

/// The column `name`, a lookup that may point to rows of `target`.
fn lookup_to<'a>(layout: &'a Layout, name: &str, target: &str) -> Result<&'a ColumnDefinition> {
    let at = layout.definition.require(name)?;
    let column = &layout.definition.columns[at];
    not_secret(column)?;
    match &column.kind {
        ColumnKind::Lookup { targets } if targets.iter().any(|known| known == target) => Ok(column),
        _ => {
            let reason = "it does not point to the table that is asked for; name a lookup that does";
            Err(Error::NotQueryable { column: column.name.clone(), reason })
        }
    }
}
