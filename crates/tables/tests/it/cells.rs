//! Every cell of a database as text, past the store: for what must be nowhere.

#![expect(clippy::disallowed_methods, reason = "looks at what the store keeps, table by table")]

use tables::Location;
use tokio_postgres::{NoTls, SimpleQueryMessage};

/// `table: cell | cell`, one line for each row of each table.
pub async fn cells(location: &Location) -> Vec<String> {
    match location {
        Location::Sqlite(path) => sqlite(&rusqlite::Connection::open(path).unwrap()),
        Location::Postgres { url, schema } => postgres(url, schema).await,
    }
}

fn sqlite(connection: &rusqlite::Connection) -> Vec<String> {
    let mut tables = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").unwrap();
    let tables: Vec<String> = tables.query_map((), |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut lines = Vec::new();
    for table in tables {
        let mut rows = connection.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let count = rows.column_count();
        let mut rows = rows.query(()).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cell = |at| match row.get_ref(at).unwrap() {
                rusqlite::types::ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                rusqlite::types::ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
                other => format!("{other:?}"),
            };
            lines.push(format!("{table}: {}", (0..count).map(cell).collect::<Vec<_>>().join(" | ")));
        }
    }
    lines
}

async fn postgres(url: &str, schema: &str) -> Vec<String> {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
    tokio::spawn(connection);
    let ask = async |words: String| {
        let mut rows = Vec::new();
        for message in client.simple_query(&words).await.unwrap() {
            if let SimpleQueryMessage::Row(row) = message {
                let cell = |at| row.get(at).unwrap_or_default().to_owned();
                rows.push((0..row.len()).map(cell).collect::<Vec<String>>());
            }
        }
        rows
    };
    let tables =
        ask(format!("SELECT table_name FROM information_schema.tables WHERE table_schema = '{schema}'"));
    let mut lines = Vec::new();
    ask("SET bytea_output = 'escape'".into()).await;
    for table in tables.await {
        for row in ask(format!("SELECT * FROM {schema}.\"{}\"", table[0])).await {
            lines.push(format!("{}: {}", table[0], row.join(" | ")));
        }
    }
    lines
}
