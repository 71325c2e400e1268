//! A query in FetchXML becomes one of the store's. Linked tables are followed along lookups: what
//! would lead from one row to many is refused.

use std::sync::Arc;

use odata::fetch::{Attribute, Entity, Fetch, FetchFilter, Link, Order};
use tables::{ColumnDefinition, ColumnKind, Filter, Path, Query, Sort, TableDefinition};

use super::condition::Asker;
use crate::model::Model;
use crate::respond::{ApiError, BAD_ATTRIBUTE};

/// What to read, and what to show of it.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// Without its page.
    pub query: Query,
    /// Columns shown under their own names, by position.
    pub shown: Vec<usize>,
    /// Columns shown under another name.
    pub renamed: Vec<(usize, String)>,
    /// Linked tables, each behind the one that it is linked to.
    pub links: Vec<Linked<'a>>,
}

/// A linked table.
#[derive(Debug)]
pub(super) struct Linked<'a> {
    pub table: &'a Arc<TableDefinition>,
    /// Its place among the links, where it is not linked to the first table.
    pub parent: Option<usize>,
    /// Name of the lookup in the table that it is linked to.
    pub lookup: String,
    /// Columns to show, by position, with the names of their properties.
    pub columns: Vec<(usize, String)>,
    /// Name by which the query calls it.
    alias: String,
    /// Steps from the first table.
    path: Vec<String>,
}

/// The plan for `fetch` on this table.
pub(super) fn plan<'a>(
    model: Model<'a>,
    table: &'a Arc<TableDefinition>,
    fetch: &Fetch,
    asker: &Asker<'_>,
) -> Result<Plan<'a>, ApiError> {
    let entity = &fetch.entity;
    if entity.name != table.name {
        return Err(refusal(entity.offset, &format!("{} is asked for at {}.", entity.name, table.set)));
    }
    let mut planning = Planning { model, table, asker, links: Vec::new(), filters: Vec::new() };
    let (shown, renamed) = columns(table, entity)?;
    let is_id_shown = shown.contains(&0) || renamed.iter().any(|(at, _)| *at == 0);
    if fetch.distinct && !is_id_shown {
        let message = format!("distinct needs <attribute name=\"{}\" /> here.", table.id_column());
        return Err(refusal(entity.offset, &message));
    }
    planning.links(entity, None)?;
    planning.conditions(entity, None)?;
    let order = planning.orders(entity)?;
    let mut query = Query::of(table.name.as_str());
    let of_links = planning.links.iter().filter(|link| link.parent.is_none()).map(|link| &link.lookup);
    let of_columns = shown.iter().chain(renamed.iter().map(|(at, _)| at));
    query.select = of_columns.map(|at| table.columns[*at].name.clone()).chain(of_links.cloned()).collect();
    query.order = order;
    query.count = fetch.return_total_record_count;
    if !planning.filters.is_empty() {
        query.filter = Some(Filter::And(planning.filters));
    }
    Ok(Plan { query, shown, renamed, links: planning.links })
}

struct Planning<'a, 'b> {
    model: Model<'a>,
    table: &'a Arc<TableDefinition>,
    asker: &'b Asker<'b>,
    links: Vec<Linked<'a>>,
    filters: Vec<Filter>,
}

impl<'a> Planning<'a, '_> {
    /// All links first, so that conditions and orders can name any of them.
    fn links(&mut self, entity: &Entity, parent: Option<usize>) -> Result<(), ApiError> {
        for link in &entity.links {
            let linked = self.linked(link, parent)?;
            if !link.outer {
                // A partner is there if its id is.
                let path = below(&linked.path, linked.table.id_column());
                self.filters.push(Filter::Not(Box::new(Filter::IsNull(path))));
            }
            self.links.push(linked);
            let at = self.links.len() - 1;
            self.links(&link.entity, Some(at))?;
        }
        Ok(())
    }

    fn linked(&self, link: &Link, parent: Option<usize>) -> Result<Linked<'a>, ApiError> {
        let (name, offset) = (link.entity.name.as_str(), link.entity.offset);
        let unknown = || refusal(offset, &format!("There is no table {name} here."));
        let table = self.model.table(name).ok_or_else(unknown)?;
        let from_table = self.table_at(parent);
        let lookup = visible(from_table, &link.to, offset)?;
        let targets = match &lookup.kind {
            ColumnKind::Lookup { targets } if link.from == table.id_column() => targets.as_slice(),
            _ => &[],
        };
        if !targets.contains(&table.name) {
            let message = format!(
                "{name}.{} to {}.{} is no way along a lookup. Links from one row to many are not \
                 supported: ask for {} and link to {} instead.",
                link.from, from_table.name, link.to, table.set, from_table.name
            );
            return Err(refusal(offset, &message));
        }
        if link.outer && !link.entity.filters.is_empty() {
            let message = format!(
                "Conditions within an outer link to {name} are not supported. Put them into the filter \
                 of {} with entityname.",
                self.table.name
            );
            return Err(refusal(offset, &message));
        }
        let step = match targets {
            [_] => lookup.name.clone(),
            _ => format!("{}_{name}", lookup.name),
        };
        let mut path = parent.map(|at| self.links[at].path.clone()).unwrap_or_default();
        path.push(step);
        let alias = link.alias.clone().unwrap_or_else(|| format!("{name}{}", self.links.len() + 1));
        if self.links.iter().any(|known| known.alias == alias) {
            return Err(refusal(offset, &format!("The alias {alias} is taken.")));
        }
        let columns = linked_columns(table, &link.entity, &alias)?;
        Ok(Linked { table, parent, lookup: lookup.name.clone(), columns, alias, path })
    }

    fn table_at(&self, place: Option<usize>) -> &'a Arc<TableDefinition> {
        place.map_or(self.table, |at| self.links[at].table)
    }

    fn conditions(&mut self, entity: &Entity, first: Option<usize>) -> Result<(), ApiError> {
        for filter in &entity.filters {
            let lowered = self.filter(filter, first)?;
            self.filters.push(lowered);
        }
        let mut next = first.map_or(0, |at| at + 1);
        for link in &entity.links {
            self.conditions(&link.entity, Some(next))?;
            next += 1 + links_within(&link.entity);
        }
        Ok(())
    }

    fn filter(&self, filter: &FetchFilter, place: Option<usize>) -> Result<Filter, ApiError> {
        let all = |parts: &[FetchFilter]| {
            parts.iter().map(|part| self.filter(part, place)).collect::<Result<Vec<_>, _>>()
        };
        match filter {
            FetchFilter::And(parts) => Ok(Filter::And(all(parts)?)),
            FetchFilter::Or(parts) => Ok(Filter::Or(all(parts)?)),
            FetchFilter::Condition(condition) => {
                let (path, column) =
                    self.column(place, condition.entity.as_deref(), &condition.attribute, condition.offset)?;
                let lowered = self.asker.condition(path, column, condition);
                lowered.map_err(|error| ApiError {
                    message: format!("fetchXml at byte {}: {}", condition.offset, error.message),
                    ..error
                })
            }
        }
    }

    /// The orders of the first table, then those of its links.
    fn orders(&self, entity: &Entity) -> Result<Vec<Sort>, ApiError> {
        let mut sorts = Vec::new();
        self.add_orders(entity, None, &mut sorts)?;
        Ok(sorts)
    }

    fn add_orders(
        &self,
        entity: &Entity,
        place: Option<usize>,
        sorts: &mut Vec<Sort>,
    ) -> Result<(), ApiError> {
        for Order { attribute, entity, descending, offset } in &entity.orders {
            let (path, _) = self.column(place, entity.as_deref(), attribute, *offset)?;
            sorts.push(Sort { path, descending: *descending });
        }
        let mut next = place.map_or(0, |at| at + 1);
        for link in &entity.links {
            self.add_orders(&link.entity, Some(next), sorts)?;
            next += 1 + links_within(&link.entity);
        }
        Ok(())
    }

    /// A column of the table at `place`, or of the link that `entity` names.
    fn column(
        &self,
        place: Option<usize>,
        entity: Option<&str>,
        attribute: &str,
        offset: usize,
    ) -> Result<(Path, &'a ColumnDefinition), ApiError> {
        let place = match entity {
            None => place,
            Some(name) => {
                let by_alias = self.links.iter().position(|link| link.alias == name);
                let by_table = || self.links.iter().position(|link| link.table.name == name);
                let found = by_alias.or_else(by_table);
                Some(found.ok_or_else(|| refusal(offset, &format!("No link is called {name}.")))?)
            }
        };
        let column = visible(self.table_at(place), attribute, offset)?;
        let steps = place.map_or(&[][..], |at| &self.links[at].path);
        Ok((below(steps, &column.name), column))
    }
}

fn links_within(entity: &Entity) -> usize {
    entity.links.iter().map(|link| 1 + links_within(&link.entity)).sum()
}

fn below(steps: &[String], column: &str) -> Path {
    Path(steps.iter().cloned().chain([column.to_owned()]).collect())
}

/// A column that is no secret.
fn visible<'a>(
    table: &'a TableDefinition,
    name: &str,
    offset: usize,
) -> Result<&'a ColumnDefinition, ApiError> {
    let found = table.column(name).filter(|column| !column.secret);
    found.ok_or_else(|| refusal(offset, &format!("{} has no column {name}.", table.name)))
}

type Renamed = Vec<(usize, String)>;

/// Columns of the first table under their own and under other names. Nothing said means all.
fn columns(table: &TableDefinition, entity: &Entity) -> Result<(Vec<usize>, Renamed), ApiError> {
    let mut shown = Vec::new();
    let mut renamed = Vec::new();
    if entity.all_columns || entity.columns.is_empty() {
        shown = all(table);
    }
    for Attribute { name, alias, offset } in &entity.columns {
        let column = visible(table, name, *offset)?;
        let at = table.require(&column.name)?;
        match alias {
            Some(alias) => renamed.push((at, alias.clone())),
            None if !shown.contains(&at) => shown.push(at),
            None => {}
        }
    }
    Ok((shown, renamed))
}

/// Columns of a linked table, as `alias.column`. Nothing said means none.
fn linked_columns(table: &TableDefinition, entity: &Entity, alias: &str) -> Result<Renamed, ApiError> {
    // A dot cannot stand in the name of a property, so Dataverse writes it by its number.
    let property = |name: &str| format!("{}_x002e_{name}", alias.replace('.', "_x002e_"));
    let mut found: Renamed = Vec::new();
    if entity.all_columns {
        found.extend(all(table).into_iter().map(|at| (at, property(&table.columns[at].name))));
    }
    for Attribute { name, alias, offset } in &entity.columns {
        let column = visible(table, name, *offset)?;
        found.push((table.require(&column.name)?, alias.clone().unwrap_or_else(|| property(name))));
    }
    Ok(found)
}

fn all(table: &TableDefinition) -> Vec<usize> {
    let shown = |(at, column): (usize, &ColumnDefinition)| (!column.secret).then_some(at);
    table.columns.iter().enumerate().filter_map(shown).collect()
}

fn refusal(offset: usize, message: &str) -> ApiError {
    ApiError::new(400, BAD_ATTRIBUTE, format!("fetchXml at byte {offset}: {message}"))
}
