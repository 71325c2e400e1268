//! Every cell of a database as text, past all definitions: for tests of what must be nowhere.

use super::connection::Connection;
use super::text::{Dialect, Raw, Sql, Storage};
use crate::{Error, Result};

const SQLITE: &str = "SELECT m.name, c.name, c.type FROM sqlite_master m, pragma_table_info(m.name) c \
                      WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid";
const POSTGRES: &str = "SELECT table_name::text, column_name::text, data_type::text FROM information_schema.columns \
                        WHERE table_schema = current_schema() AND table_name <> 'change_sequence' \
                        ORDER BY table_name, ordinal_position";

/// `table: cell | cell`, one line for each row of each table.
pub async fn cells(connection: &mut Connection) -> Result<Vec<String>> {
    let words = if connection.dialect() == Dialect::Sqlite { SQLITE } else { POSTGRES };
    let columns = connection.query(Sql::new(connection.dialect(), words), vec![Storage::Text; 3]).await?;
    let mut tables: Vec<(String, Vec<(String, Storage)>)> = Vec::new();
    for cells in columns {
        let [Raw::Text(table), Raw::Text(column), Raw::Text(declared)] = cells.as_slice() else { continue };
        let all = [Storage::Integer, Storage::Boolean, Storage::Text, Storage::Id, Storage::Bytes];
        let storage = all.into_iter().find(|storage| storage.declared().eq_ignore_ascii_case(declared));
        let unread =
            || Error::internal(format_args!("{table}.{column} is {declared}, which is not looked at"));
        if tables.last().is_none_or(|(last, _)| last != table) {
            tables.push((table.clone(), Vec::new()));
        }
        if let Some((_, columns)) = tables.last_mut() {
            columns.push((column.clone(), storage.ok_or_else(unread)?));
        }
    }
    let mut lines = Vec::new();
    for (table, columns) in tables {
        let mut sql = Sql::new(connection.dialect(), "SELECT ");
        sql.join(", ", &columns, |sql, (column, _)| {
            sql.name(column);
        });
        sql.push(" FROM ").name(&table);
        let storages = columns.iter().map(|(_, storage)| *storage).collect();
        for row in connection.query(sql, storages).await? {
            let words: Vec<String> = row.into_iter().map(word).collect();
            lines.push(format!("{table}: {}", words.join(" | ")));
        }
    }
    Ok(lines)
}

fn word(raw: Raw) -> String {
    match raw {
        Raw::Null => String::new(),
        Raw::Integer(number) => number.to_string(),
        Raw::Boolean(yes) => yes.to_string(),
        Raw::Text(text) => text,
        Raw::Id(id) => id.to_string(),
        Raw::Bytes(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
    }
}
