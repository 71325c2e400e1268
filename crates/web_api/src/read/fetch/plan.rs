//! A query in FetchXML becomes one of the store's, with its links.

use std::collections::HashSet;
use std::sync::Arc;

use odata::fetch::{Attribute, Entity, Fetch, FetchFilter, JoinKind, Link as Syntax, Order};
use tables::{ColumnDefinition, Filter, Link, LinkKind, Path, Query, Sort, TableDefinition};

use crate::model::{Asker, Model};
use crate::respond::{ApiError, BAD_ATTRIBUTE};

/// What to read, and what to show of it.
#[derive(Debug)]
pub(super) struct Plan {
    /// Without its page.
    pub query: Query,
    /// Columns shown under their own names, by position.
    pub shown: Vec<usize>,
    /// Columns shown under another name.
    pub renamed: Renamed,
    /// What is shown of linked rows, by the alias of the link in the query.
    pub linked: Vec<(String, Renamed)>,
}

/// Columns by position, with the names of their properties.
pub(super) type Renamed = Vec<(usize, String)>;

/// The plan for `fetch` on this table.
pub(super) fn plan(
    model: Model<'_>,
    table: &Arc<TableDefinition>,
    fetch: &Fetch,
    asker: Asker<'_>,
) -> Result<Plan, ApiError> {
    let entity = &fetch.entity;
    if entity.name != table.name {
        return Err(refusal(entity.offset, &format!("{} is asked for at {}.", entity.name, table.set)));
    }
    let (shown, renamed) = columns(table, entity)?;
    let is_id_shown = shown.contains(&0) || renamed.iter().any(|(at, _)| *at == 0);
    if fetch.distinct && !is_id_shown {
        let message = format!("distinct needs <attribute name=\"{}\" /> here.", table.id_column());
        return Err(refusal(entity.offset, &message));
    }
    let root = Place { table, name: table.name.clone(), path: Vec::new() };
    let named = HashSet::new();
    let mut planning =
        Planning { model, asker, distinct: fetch.distinct, places: vec![root], named, next: 1 };
    planning.visit(entity, 0)?;
    let mut plan = Plan { query: Query::of(table.name.as_str()), shown, renamed, linked: Vec::new() };
    let of_columns = plan.shown.iter().chain(plan.renamed.iter().map(|(at, _)| at));
    plan.query.select = of_columns.map(|at| table.columns[*at].name.clone()).collect();
    plan.query.count = fetch.return_total_record_count;
    plan.query.filter = planning.filter(entity, 0)?;
    planning.orders(entity, 0, &mut plan.query.order)?;
    plan.query.links = planning.links(entity, 0, &mut plan)?;
    Ok(plan)
}

/// A table in the query.
struct Place<'a> {
    table: &'a TableDefinition,
    /// What other parts of the query call it.
    name: String,
    /// Aliases of the links that lead here.
    path: Vec<String>,
}

struct Planning<'a, 'b> {
    model: Model<'a>,
    asker: Asker<'b>,
    distinct: bool,
    /// In the order of the text, the first table first.
    places: Vec<Place<'a>>,
    /// Names of places that conditions and orders elsewhere use.
    named: HashSet<String>,
    /// The place of the link that is planned next.
    next: usize,
}

impl<'a> Planning<'a, '_> {
    /// Finds all places first, so that conditions and orders can name any of them.
    fn visit(&mut self, entity: &Entity, at: usize) -> Result<(), ApiError> {
        entity.filters.iter().for_each(|filter| self.note_names(filter));
        self.named.extend(entity.orders.iter().filter_map(|order| order.entity.clone()));
        for link in &entity.links {
            let (table, offset) = (link.entity.name.as_str(), link.entity.offset);
            let unknown = || refusal(offset, &format!("There is no table {table} here."));
            let table = self.model.table(table).ok_or_else(unknown)?;
            let place = self.places.len();
            let name = link.alias.clone().unwrap_or_else(|| format!("{}{place}", table.name));
            if self.places.iter().any(|known| known.name == name) {
                return Err(refusal(offset, &format!("The alias {name} is taken.")));
            }
            let mut path = self.places[at].path.clone();
            // An alias of our own is the name of no column.
            path.push(format!("link {place}"));
            self.places.push(Place { table, name, path });
            self.visit(&link.entity, place)?;
        }
        Ok(())
    }

    fn note_names(&mut self, filter: &FetchFilter) {
        match filter {
            FetchFilter::And(parts) | FetchFilter::Or(parts) => {
                parts.iter().for_each(|part| self.note_names(part));
            }
            FetchFilter::Condition(condition) => self.named.extend(condition.entity.clone()),
        }
    }

    fn links(&mut self, entity: &Entity, at: usize, plan: &mut Plan) -> Result<Vec<Link>, ApiError> {
        entity.links.iter().map(|link| self.link(link, at, plan)).collect()
    }

    fn link(&mut self, link: &Syntax, from_place: usize, plan: &mut Plan) -> Result<Link, ApiError> {
        let at = self.next;
        self.next += 1;
        let (entity, offset) = (&link.entity, link.entity.offset);
        let table = self.places[at].table;
        let from = visible(table, &link.from, offset)?;
        let to = visible(self.places[from_place].table, &link.to, offset)?;
        let kind = self.kind(link, at)?;
        let columns = linked_columns(table, entity, &self.places[at].name)?;
        if kind == LinkKind::Exists && !(columns.is_empty() && is_silent(entity)) {
            return Err(refusal(
                offset,
                "Nothing of a link that only has to exist can be shown or sorted by.",
            ));
        }
        let alias = self.places[at].path.last().cloned().unwrap_or_default();
        let mut planned = Link::to(kind, &table.name, &from.name, &to.name, &alias);
        planned.select = columns.iter().map(|(at, _)| table.columns[*at].name.clone()).collect();
        planned.filter = self.filter(entity, at)?;
        if kind != LinkKind::Exists {
            self.orders(entity, at, &mut plan.query.order)?;
        }
        if columns.is_empty() {
            // Nothing selected would mean all.
            planned.select.push(table.id_column().to_owned());
        } else {
            plan.linked.push((alias, columns));
        }
        planned.links = self.links(entity, at, plan)?;
        Ok(planned)
    }

    /// In a distinct query a link to many rows would repeat those of the first table, unless it
    /// only has to exist.
    fn kind(&self, link: &Syntax, at: usize) -> Result<LinkKind, ApiError> {
        let place = &self.places[at];
        let leads_to_one = link.from == place.table.id_column();
        match link.kind {
            JoinKind::Exists => Ok(LinkKind::Exists),
            JoinKind::Inner if self.distinct && is_silent(&link.entity) && self.is_unnamed(at) => {
                Ok(LinkKind::Exists)
            }
            _ if self.distinct && !leads_to_one => {
                let message = format!("distinct cannot be combined with what is shown of {}.", place.name);
                Err(refusal(link.entity.offset, &message))
            }
            JoinKind::Inner => Ok(LinkKind::Inner),
            JoinKind::Outer => Ok(LinkKind::Outer),
        }
    }

    /// Whether nothing elsewhere asks for this place or one behind it.
    fn is_unnamed(&self, at: usize) -> bool {
        let behind = self.places.iter().filter(|place| place.path.starts_with(&self.places[at].path));
        behind
            .into_iter()
            .all(|place| !self.named.contains(&place.name) && !self.named.contains(place.table.name.as_str()))
    }

    /// All filters of a place; paths begin there.
    fn filter(&self, entity: &Entity, at: usize) -> Result<Option<Filter>, ApiError> {
        let all: Result<Vec<_>, _> = entity.filters.iter().map(|filter| self.lower(filter, at)).collect();
        Ok(Some(all?).filter(|all| !all.is_empty()).map(Filter::And))
    }

    fn lower(&self, filter: &FetchFilter, at: usize) -> Result<Filter, ApiError> {
        let all =
            |parts: &[FetchFilter]| parts.iter().map(|part| self.lower(part, at)).collect::<Result<_, _>>();
        match filter {
            FetchFilter::And(parts) => Ok(Filter::And(all(parts)?)),
            FetchFilter::Or(parts) => Ok(Filter::Or(all(parts)?)),
            FetchFilter::Condition(condition) => {
                let offset = condition.offset;
                let (place, column) =
                    self.column(at, condition.entity.as_deref(), &condition.attribute, offset)?;
                let steps = self.places[place].path.strip_prefix(self.places[at].path.as_slice());
                let outside = || refusal(offset, "A condition within a link can name only links within it.");
                let path = below(steps.ok_or_else(outside)?, &column.name);
                let lowered = self.asker.condition(path, column, condition);
                lowered.map_err(|error| ApiError {
                    message: format!("fetchXml at byte {offset}: {}", error.message),
                    ..error
                })
            }
        }
    }

    fn orders(&self, entity: &Entity, at: usize, sorts: &mut Vec<Sort>) -> Result<(), ApiError> {
        for Order { attribute, entity, descending, offset } in &entity.orders {
            let (place, column) = self.column(at, entity.as_deref(), attribute, *offset)?;
            let path = below(&self.places[place].path, &column.name);
            sorts.push(Sort { path, descending: *descending });
        }
        Ok(())
    }

    /// A column of the table at `at`, or of the one that `entity` names.
    fn column(
        &self,
        at: usize,
        entity: Option<&str>,
        attribute: &str,
        offset: usize,
    ) -> Result<(usize, &'a ColumnDefinition), ApiError> {
        let place = match entity {
            None => at,
            Some(name) => {
                let by_alias = self.places.iter().position(|place| place.name == name);
                let by_table = || self.places.iter().position(|place| place.table.name == name);
                let found = by_alias.or_else(by_table);
                found.ok_or_else(|| refusal(offset, &format!("No link is called {name}.")))?
            }
        };
        Ok((place, visible(self.places[place].table, attribute, offset)?))
    }
}

/// Whether neither columns nor orders ask for the rows of a link or of those behind it.
fn is_silent(entity: &Entity) -> bool {
    let own = !entity.all_columns && entity.columns.is_empty() && entity.orders.is_empty();
    own && entity.links.iter().all(|link| is_silent(&link.entity))
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
    let property = |name: &str| format!("{alias}_x002e_{name}");
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
