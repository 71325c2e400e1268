//! The schema as it lies in a database, in words that are the same on both.

use super::connection::Connection;
use super::text::{Dialect, Raw, Sql, Storage};
use crate::Result;

/// The schema as sorted lines, the same on both databases: for the test that they agree.
pub async fn describe(connection: &mut Connection) -> Result<Vec<String>> {
    let columns = match connection.dialect() {
        Dialect::Sqlite => Sql::new(
            Dialect::Sqlite,
            "SELECT m.name || '.' || c.name || ' ' || c.type FROM sqlite_master m, pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'",
        ),
        Dialect::Postgres => Sql::new(
            Dialect::Postgres,
            "SELECT table_name || '.' || column_name || ' ' || data_type FROM information_schema.columns \
             WHERE table_schema = current_schema() AND table_name NOT LIKE 'change_sequence'",
        ),
    };
    let indexes = match connection.dialect() {
        Dialect::Sqlite => Sql::new(
            Dialect::Sqlite,
            "SELECT 'index ' || il.name || ' ' || (SELECT group_concat(ii.name, ',') FROM pragma_index_info(il.name) ii) \
             || CASE WHEN il.\"unique\" THEN ' unique' ELSE '' END \
             FROM sqlite_master m, pragma_index_list(m.name) il WHERE m.type = 'table' AND il.origin = 'c'",
        ),
        Dialect::Postgres => Sql::new(
            Dialect::Postgres,
            "SELECT 'index ' || i.relname || ' ' || \
             (SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(x.indkey::int[]) WITH ORDINALITY AS k(c, n) \
              JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.c) \
             || CASE WHEN x.indisunique THEN ' unique' ELSE '' END \
             FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_namespace s ON s.oid = i.relnamespace \
             WHERE s.nspname = current_schema() AND NOT x.indisprimary",
        ),
    };
    let mut lines = Vec::new();
    for sql in [columns, indexes] {
        for row in connection.query(sql, vec![Storage::Text]).await? {
            if let [Raw::Text(line)] = row.as_slice() {
                lines.push(line.to_lowercase());
            }
        }
    }
    lines.sort();
    Ok(lines)
}
