//! What rows that lookups point at are called.

use std::collections::{BTreeMap, HashMap};

use tables::{ColumnKind, Error, Reader, Result, Row, Value};
use uuid::Uuid;

/// Names of rows by id. A row that one may not see has none.
pub type Names = HashMap<Uuid, String>;

/// The names of all rows that these columns of `rows` point at.
///
/// # Errors
/// As any read.
pub async fn names<'a>(
    reader: &mut Reader,
    rows: impl IntoIterator<Item = &'a Row>,
    columns: &[&str],
) -> Result<Names> {
    let mut wanted: BTreeMap<String, Vec<Uuid>> = BTreeMap::new();
    for row in rows {
        for column in columns {
            let (table, id) =
                match (row.get(column), row.definition().column(column).map(|column| &column.kind)) {
                    (Value::Reference(reference), _) => (reference.table.clone(), reference.id),
                    (Value::Id(id), Some(ColumnKind::Lookup { targets })) if targets.len() == 1 => {
                        (targets[0].clone(), *id)
                    }
                    _ => continue,
                };
            let ids = wanted.entry(table).or_default();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    let mut names = Names::new();
    for (table, ids) in wanted {
        let Some(column) = reader.catalog().table(&table)?.primary_name.clone() else { continue };
        let rows = match reader.get_rows(&table, &ids).await {
            Err(Error::NoPrivilege { .. }) => continue,
            rows => rows?,
        };
        names.extend(rows.iter().filter_map(|row| Some((row.id(), row.get(&column).as_text()?.to_owned()))));
    }
    Ok(names)
}
