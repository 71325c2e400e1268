//! `$expand`: one query for each navigation property and level, for all rows of a page at once.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use futures_util::future::BoxFuture;
use odata::Expand;
use tables::query::{IN_VALUES_MAX, PAGE_SIZE_MAX};
use tables::uuid::Uuid;
use tables::{
    Catalog, ColumnKind, Error, Filter, Path, Privilege, Query, Reader, Row, Sort, TableDefinition, Value,
};

use crate::model::{Model, navigation};
use crate::respond::{Annotations, ApiError, BAD_ATTRIBUTE, Expanded, Link, Related, Shape, reference_id};

/// Most rows behind one navigation property, for all rows of a page together.
const ROWS_MAX: usize = 50_000;

/// A navigation property to follow, checked before anything is read.
pub(crate) struct Expansion<'a> {
    property: String,
    link: Link,
    table: &'a Arc<TableDefinition>,
    shape: Shape,
    filters: Vec<Filter>,
    order: Vec<Sort>,
    top: Option<u32>,
    inner: Vec<Expansion<'a>>,
}

impl<'a> Model<'a> {
    /// The navigation properties of `table` to follow.
    pub fn expansions(
        &self,
        table: &'a TableDefinition,
        items: &[Expand],
        annotations: Annotations,
    ) -> Result<Vec<Expansion<'a>>, ApiError> {
        items.iter().map(|item| self.expansion(table, item, annotations)).collect()
    }

    fn expansion(
        &self,
        table: &'a TableDefinition,
        item: &Expand,
        annotations: Annotations,
    ) -> Result<Expansion<'a>, ApiError> {
        let (link, target) = self.link(table, &item.property)?;
        if matches!(link, Link::One(_)) && (item.filter.is_some() || item.top.is_some()) {
            let message = format!("{} leads to one row. $filter and $top do not apply.", item.property);
            return Err(ApiError::invalid(message));
        }
        // The row that a row points to is shown whatever its company.
        let company = self.company_of(target, item.filter.as_ref()).filter(|_| matches!(link, Link::Many(_)));
        let filter = item.filter.as_ref().map(|filter| self.filter(target, filter)).transpose()?;
        Ok(Expansion {
            property: item.property.clone(),
            link,
            table: target,
            shape: self.selected(target, &item.select, annotations)?,
            filters: filter.into_iter().chain(company).collect(),
            order: self.order(target, &item.order_by)?,
            top: item.top,
            inner: self.expansions(target, &item.expand, annotations)?,
        })
    }

    /// Where a navigation property leads.
    fn link(
        &self,
        table: &'a TableDefinition,
        name: &str,
    ) -> Result<(Link, &'a Arc<TableDefinition>), ApiError> {
        let hidden = || self.convention.unknown_property(table, name);
        if let Some((column, target)) = navigation(table, name) {
            let Some(target) = target else { return Err(several_targets(column, name)) };
            let at = table.position(&column.name).ok_or_else(hidden)?;
            return Ok((Link::One(at), self.table(target).ok_or_else(hidden)?));
        }
        let collection = self.collection(table, name).ok_or_else(hidden)?;
        let at = collection.table.position(&collection.lookup.name).ok_or_else(hidden)?;
        Ok((Link::Many(at), collection.table))
    }
}

fn several_targets(column: &tables::ColumnDefinition, name: &str) -> ApiError {
    let ColumnKind::Lookup { targets } = &column.kind else {
        return ApiError::invalid(format!("{name} is no lookup."));
    };
    let names: Vec<String> = targets.iter().map(|target| format!("{}_{target}", column.name)).collect();
    let message = format!("{name} may lead to several tables. Use {}.", names.join(" or "));
    ApiError::new(400, BAD_ATTRIBUTE, message)
}

/// The columns that have to be read for a shape and what is expanded from it.
pub(crate) fn columns_to_read(
    table: &TableDefinition,
    shape: &Shape,
    expansions: &[Expansion<'_>],
) -> Vec<String> {
    let links = expansions.iter().filter_map(|expansion| match expansion.link {
        Link::One(at) => Some(at),
        Link::Many(_) => None,
    });
    let wanted: HashSet<usize> = shape.columns.iter().copied().chain(links).collect();
    let columns = table.columns.iter().enumerate().filter(|(at, _)| wanted.contains(at));
    columns.map(|(_, column)| column.name.clone()).collect()
}

/// Reads what belongs to `rows`.
pub(crate) fn related<'f>(
    reader: &'f mut Reader,
    catalog: &'f Catalog,
    rows: &'f [Row],
    shape: &'f Shape,
    expansions: &'f [Expansion<'f>],
) -> BoxFuture<'f, Result<Related, ApiError>> {
    Box::pin(async move {
        let names = match shape.annotations.formatted_value {
            true => names(reader, catalog, rows, shape).await?,
            false => HashMap::new(),
        };
        let mut expanded = Vec::with_capacity(expansions.len());
        for expansion in expansions {
            expanded.push(expand(reader, catalog, rows, expansion).await?);
        }
        Ok(Related { names, expanded })
    })
}

async fn expand(
    reader: &mut Reader,
    catalog: &Catalog,
    parents: &[Row],
    expansion: &Expansion<'_>,
) -> Result<Expanded, ApiError> {
    let table = expansion.table;
    let (keys, column) = match expansion.link {
        Link::One(at) => (pointed_to(parents, at), 0),
        Link::Many(at) => (parents.iter().map(Row::id).collect(), at),
    };
    let mut select = columns_to_read(table, &expansion.shape, &expansion.inner);
    let key_column = table.columns[column].name.clone();
    if !select.contains(&key_column) {
        select.push(key_column.clone());
    }
    let mut query = Query::of(table.name.as_str());
    query.select = select;
    query.order = expansion.order.clone();
    query.page_size = match (expansion.top, keys.len()) {
        (Some(top), 1) => top.clamp(1, PAGE_SIZE_MAX),
        _ => PAGE_SIZE_MAX,
    };
    let (mut rows, mut places) = (Vec::new(), HashMap::<Uuid, Vec<usize>>::new());
    let top = expansion.top.map_or(usize::MAX, |top| top as usize);
    let enough_at_once = expansion.top.is_some_and(|top| keys.len() == 1 && top <= PAGE_SIZE_MAX);
    for some in keys.chunks(IN_VALUES_MAX) {
        let values = some.iter().copied().map(Value::Id).collect();
        let mut query = query.clone().filter(Filter::In(Path(vec![key_column.clone()]), values));
        for filter in &expansion.filters {
            query = query.filter(filter.clone());
        }
        loop {
            let page = reader.page(&query).await?;
            for row in page.rows {
                let Some(key) = row.values().get(column).and_then(reference_id) else { continue };
                let known = places.entry(key).or_default();
                if known.len() < top {
                    known.push(rows.len());
                    rows.push(row);
                }
            }
            if rows.len() > ROWS_MAX {
                return Err(too_many(&expansion.property));
            }
            query.after = page.next;
            if query.after.is_none() || enough_at_once {
                break;
            }
        }
    }
    let related = related(reader, catalog, &rows, &expansion.shape, &expansion.inner).await?;
    Ok(Expanded {
        property: expansion.property.clone(),
        shape: expansion.shape.clone(),
        link: expansion.link,
        rows,
        places,
        related,
    })
}

fn too_many(property: &str) -> ApiError {
    let message = format!(
        "{property} has over {ROWS_MAX} rows here. Ask for smaller pages with odata.maxpagesize, or \
         for fewer rows with $filter or $top."
    );
    ApiError::invalid(message)
}

/// Ids in a lookup, each once.
fn pointed_to(rows: &[Row], at: usize) -> Vec<Uuid> {
    let mut seen = HashSet::new();
    let ids = rows.iter().filter_map(|row| row.values().get(at).and_then(reference_id));
    ids.filter(|id| seen.insert(*id)).collect()
}

/// The names of all rows that lookups of a page point to: one query for each table.
async fn names(
    reader: &mut Reader,
    catalog: &Catalog,
    rows: &[Row],
    shape: &Shape,
) -> Result<HashMap<Uuid, String>, ApiError> {
    let mut wanted: HashMap<String, HashSet<Uuid>> = HashMap::new();
    for row in rows {
        for &at in &shape.columns {
            let (Some(column), Some(value)) = (row.definition().columns.get(at), row.values().get(at)) else {
                continue;
            };
            let ColumnKind::Lookup { targets } = &column.kind else { continue };
            let table = match value {
                Value::Reference(reference) => Some(&reference.table),
                _ => targets.first(),
            };
            if let (Some(table), Some(id)) = (table, reference_id(value)) {
                match wanted.get_mut(table) {
                    Some(ids) => ids.insert(id),
                    None => wanted.entry(table.clone()).or_default().insert(id),
                };
            }
        }
    }
    let mut names = HashMap::new();
    for (table, ids) in wanted {
        names_in(reader, catalog.table(&table)?, ids.into_iter().collect(), &mut names).await?;
    }
    Ok(names)
}

async fn names_in(
    reader: &mut Reader,
    table: &TableDefinition,
    ids: Vec<Uuid>,
    names: &mut HashMap<Uuid, String>,
) -> Result<(), ApiError> {
    let Some(name_column) = &table.primary_name else { return Ok(()) };
    for some in ids.chunks(IN_VALUES_MAX) {
        let values = some.iter().copied().map(Value::Id).collect();
        let of_ids = Filter::In(Path(vec![table.id_column().to_owned()]), values);
        let mut query = Query::of(table.name.as_str()).filter(of_ids);
        query.select = vec![name_column.clone()];
        match reader.page(&query).await {
            // Whoever may not read a table sees ids without names.
            Err(Error::NoPrivilege { action, .. }) if action == Privilege::Read.word() => return Ok(()),
            page => {
                for row in page?.rows {
                    if let Value::Text(name) = row.get(name_column) {
                        names.insert(row.id(), name.clone());
                    }
                }
            }
        }
    }
    Ok(())
}
