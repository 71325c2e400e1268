//! The rows of an aggregate as SQL: only the columns that it needs, one row more than it may have.

use super::condition::{comparable, not_secret};
use super::layout::{self, Part};
use super::places::Lowering;
use super::text::{Dialect, Raw, Sql, Storage};
use crate::query::{AGGREGATE_ROWS_MAX, MEASURES_MAX};
use crate::store::{Access, Layouts};
use crate::{Aggregate, ColumnDefinition, ColumnKind, Error, Group, Measure, Result};

/// An aggregate ready to run.
pub struct Lowered {
    pub sql: Sql,
    /// What is read of each row: the columns to group by, then those of the measures that have one.
    pub columns: Vec<ColumnDefinition>,
}

/// Lowers `query` for whoever `access` is.
pub fn aggregate(
    layouts: &Layouts,
    access: Access<'_>,
    dialect: Dialect,
    query: &Aggregate,
) -> Result<Lowered> {
    for (what, count) in
        [("columns to group by", query.group_by.len()), ("measures of one aggregate", query.measures.len())]
    {
        if count > MEASURES_MAX {
            return Err(Error::LimitExceeded { what, limit: MEASURES_MAX as u64 });
        }
    }
    let mut lowering = Lowering::new(layouts, access, &query.table)?;
    let mut condition = Sql::new(dialect, "");
    lowering.condition(&mut condition, &query.links, query.filter.as_ref())?;
    let mut targets = Vec::with_capacity(query.group_by.len() + query.measures.len());
    for group in &query.group_by {
        let target = lowering.resolve(0, &group.path)?;
        groupable(target.column, group)?;
        targets.push(target);
    }
    for measure in &query.measures {
        if let Some(path) = measure.path() {
            let target = lowering.resolve(0, path)?;
            measurable(target.column, measure)?;
            targets.push(target);
        }
    }
    let mut sql = Sql::new(dialect, "SELECT 1");
    for target in &targets {
        for part in parts(target.column) {
            sql.push(", ").column(target.alias, &part.name);
        }
    }
    let root = &layouts.get(&query.table)?.definition;
    sql.push(" FROM ").name(&root.name).alias(0);
    sql.binds = condition.binds;
    lowering.write_joins(&mut sql, 0);
    sql.push(" WHERE ");
    sql.text.push_str(&condition.text);
    sql.push(" LIMIT ").bind(Raw::Integer(AGGREGATE_ROWS_MAX as i64 + 1));
    Ok(Lowered { sql, columns: targets.into_iter().map(|target| target.column.clone()).collect() })
}

/// The stored columns that a value is read from.
fn parts(column: &ColumnDefinition) -> Vec<layout::Stored> {
    let mut parts = layout::parts(0, column);
    parts.retain(|part| part.part != Part::Folded);
    parts
}

/// How many cells a value of this column takes, and how they are stored.
pub fn storages(column: &ColumnDefinition) -> impl Iterator<Item = Storage> {
    parts(column).into_iter().map(|part| part.storage)
}

fn groupable(column: &ColumnDefinition, group: &Group) -> Result<()> {
    comparable(column)?;
    if group.period.is_some() && !matches!(column.kind, ColumnKind::Date | ColumnKind::DateTime) {
        let reason = "only days and moments fall into periods; group by it as it is";
        return Err(Error::NotQueryable { column: column.name.clone(), reason });
    }
    Ok(())
}

fn measurable(column: &ColumnDefinition, measure: &Measure) -> Result<()> {
    use ColumnKind::{Date, DateTime, Decimal, Money, Whole};
    not_secret(column)?;
    let number = matches!(column.kind, Whole { .. } | Decimal { .. } | Money { .. });
    let moment = matches!(column.kind, Date | DateTime);
    let reason = match measure {
        Measure::CountDistinct(_) => return comparable(column),
        Measure::Sum(_) | Measure::Average(_) if !number => {
            "only numbers and amounts can be summed; count it"
        }
        Measure::Min(_) | Measure::Max(_) if !number && !moment => {
            "only numbers, amounts, days and moments have a smallest and a greatest; count it"
        }
        _ => return Ok(()),
    };
    Err(Error::NotQueryable { column: column.name.clone(), reason })
}
