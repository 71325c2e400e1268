//! What the bare driver costs on PostgreSQL for the same work on the same machine in the same run.
//! Figures of another machine say little: there the same driver may be half as fast.
#![expect(clippy::disallowed_methods, reason = "the driver itself is what is measured")]

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;

use tables::testing::Place;
use tables::uuid::Uuid;
use tables::{Store, Value};
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{Client, NoTls, Row, Statement};

use crate::lead::{LEAD, values};
use crate::meter::{Floors, Report};
use crate::work::{ALONE, BULK_ROWS, BULKS, CALLERS, PAGES, READS, TOGETHER};

/// A table as the store would make it, but without shadows; beside it log and audit.
const SCHEMA: &str = "CREATE TABLE floor_log (sequence bigint PRIMARY KEY, tablename text, rowid_ uuid, \
    changed text); CREATE TABLE floor_audit (sequence bigint PRIMARY KEY, tablename text, rowid_ uuid, \
    changes text); CREATE INDEX ON floor_audit (rowid_); CREATE SEQUENCE floor_sequence;";

/// A connection with what it says again and again.
struct Driver {
    client: Client,
    create: Statement,
    bulk: Statement,
}

/// tokio-postgres alone: one statement for row, log and audit, prepared once, every cell read; no
/// rights, no rules, no versions.
pub async fn postgres(place: &Place, store: &Store, report: &mut Report) -> Floors {
    let tables::Location::Postgres { .. } = place.location("bench") else { return Floors::default() };
    let client = connect(place).await;
    client.batch_execute(&format!("{SCHEMA} {}", table())).await.unwrap();
    let driver = prepare(client).await;
    let new_id = |store: &Store| store.environment().ids.next();
    let mut floors = Floors::default();

    let work = async || {
        for row in 0..ALONE {
            driver.create(new_id(store), row).await;
        }
    };
    floors.create = report.measure("PostgreSQL", "bare driver: create, 1 caller", ALONE, None, work).await;

    let mut drivers = Vec::new();
    for _ in 0..CALLERS {
        drivers.push(Arc::new(prepare(connect(place).await).await));
    }
    let work = async || {
        let callers = drivers.iter().enumerate().map(|(caller, driver)| {
            let (store, driver) = (store.clone(), Arc::clone(driver));
            tokio::spawn(async move {
                for row in 0..TOGETHER / CALLERS {
                    driver.create(new_id(&store), 1_000_000 + caller * 100_000 + row).await;
                }
            })
        });
        for caller in callers.collect::<Vec<_>>() {
            caller.await.unwrap();
        }
    };
    floors.together =
        report.measure("PostgreSQL", "bare driver: create, 16 callers", TOGETHER, None, work).await;

    let rows = BULKS * BULK_ROWS;
    let work = async || {
        for bulk in 0..BULKS {
            driver.create_all(store, 5_000_000 + bulk * BULK_ROWS).await;
        }
    };
    floors.bulk = report.measure("PostgreSQL", "bare driver: bulk create, per row", rows, None, work).await;

    let columns = values(0).into_iter().map(|(name, _)| name).collect::<Vec<_>>().join(", ");
    let page = format!("SELECT leadid, {columns} FROM floor WHERE leadid > $1 ORDER BY leadid LIMIT 100");
    let page = driver.client.prepare(&page).await.unwrap();
    let by_id = driver.client.prepare("SELECT * FROM floor WHERE leadid = $1").await.unwrap();
    let first = driver.client.query(&page, &[&Uuid::nil()]).await.unwrap();
    let ids: Vec<Uuid> = first.iter().map(|row| row.get(0)).collect();
    let work = async || {
        for at in 0..READS {
            cells(&driver.client.query_one(&by_id, &[&ids[at % ids.len()]]).await.unwrap());
        }
    };
    floors.read = report.measure("PostgreSQL", "bare driver: read by id", READS, None, work).await;
    let work = async || {
        let mut after = Uuid::nil();
        for _ in 0..PAGES {
            let rows = driver.client.query(&page, &[&after]).await.unwrap();
            rows.iter().for_each(cells);
            after = rows.last().unwrap().get(0);
        }
    };
    floors.page = report.measure("PostgreSQL", "bare driver: page of 100 × 25", PAGES, None, work).await;
    // The server's processes end with their connections; what is measured next must not miss them.
    drop((driver, drivers));
    tokio::time::sleep(Duration::from_millis(500)).await;
    floors
}

/// As wide as [`LEAD`] and with its indexes.
fn table() -> String {
    let mut sql = String::from("CREATE TABLE floor (leadid uuid PRIMARY KEY");
    for (count, name, kind) in [
        (30, "text", "text COLLATE \"C\""),
        (10, "number", "bigint"),
        (8, "flag", "boolean"),
        (4, "amount", "bigint"),
        (4, "moment", "bigint"),
    ] {
        (0..count).for_each(|at| write!(sql, ", {name}{at} {kind}").unwrap());
    }
    sql.push_str("); CREATE UNIQUE INDEX ON floor (text0);");
    for column in ["text1", "text2", "number0", "moment0"] {
        write!(sql, "CREATE INDEX ON floor ({column}, leadid);").unwrap();
    }
    sql
}

async fn connect(place: &Place) -> Client {
    let tables::Location::Postgres { url, schema } = place.location("bench") else { unreachable!() };
    let (client, connection) = tokio_postgres::connect(&url, NoTls).await.unwrap();
    tokio::spawn(connection);
    client.batch_execute(&format!("SET search_path = {schema}")).await.unwrap();
    client
}

async fn prepare(client: Client) -> Driver {
    let row = values(0);
    let names = row.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
    let places = (3..3 + row.len()).map(|at| format!("${at}")).collect::<Vec<_>>().join(", ");
    let create = format!(
        "WITH n AS (SELECT nextval('floor_sequence') AS n), r AS (INSERT INTO floor (leadid, {names}) VALUES \
         ($1, {places})), l AS (INSERT INTO floor_log SELECT n, '{LEAD}', $1, $2 FROM n) \
         INSERT INTO floor_audit SELECT n, '{LEAD}', $1, $2 FROM n"
    );
    let kinds = row.iter().enumerate().map(|(at, (_, value))| format!("${}::{}[]", at + 3, kind(value)));
    let kinds = kinds.collect::<Vec<_>>().join(", ");
    let bulk = format!(
        "WITH u AS (SELECT nextval('floor_sequence') AS n, u.* FROM unnest($1::uuid[], $2::text[], {kinds}) AS u (leadid, \
         changed, {names})), r AS (INSERT INTO floor (leadid, {names}) SELECT leadid, {names} FROM u), \
         l AS (INSERT INTO floor_log SELECT n, '{LEAD}', leadid, changed FROM u) \
         INSERT INTO floor_audit SELECT n, '{LEAD}', leadid, changed FROM u"
    );
    let (create, bulk) = (client.prepare(&create).await.unwrap(), client.prepare(&bulk).await.unwrap());
    Driver { client, create, bulk }
}

impl Driver {
    async fn create(&self, id: Uuid, row: usize) {
        let values = values(row);
        let changed = json(&values);
        let mut binds: Vec<&(dyn ToSql + Sync)> = vec![&id, &changed];
        let cells: Vec<Cell> = values.into_iter().map(|(_, value)| Cell(value)).collect();
        binds.extend(cells.iter().map(|cell| cell as &(dyn ToSql + Sync)));
        self.client.execute(&self.create, &binds).await.unwrap();
    }

    async fn create_all(&self, store: &Store, first: usize) {
        let rows: Vec<_> = (first..first + BULK_ROWS).map(values).collect();
        let ids: Vec<Uuid> = rows.iter().map(|_| store.environment().ids.next()).collect();
        let changed: Vec<String> = rows.iter().map(json).collect();
        let mut columns: Vec<Vec<Cell>> =
            (0..rows[0].len()).map(|_| Vec::with_capacity(rows.len())).collect();
        for row in rows {
            row.into_iter().zip(&mut columns).for_each(|((_, value), column)| column.push(Cell(value)));
        }
        let mut binds: Vec<&(dyn ToSql + Sync)> = vec![&ids, &changed];
        binds.extend(columns.iter().map(|column| column as &(dyn ToSql + Sync)));
        self.client.execute(&self.bulk, &binds).await.unwrap();
    }
}

fn json(values: &tables::Values) -> String {
    let mut text = String::from("[");
    for (name, value) in values {
        write!(text, "[\"{name}\",\"{}\"],", value.as_text().unwrap_or("1234567")).unwrap();
    }
    text
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Text(_) => "text",
        Value::YesNo(_) => "boolean",
        _ => "bigint",
    }
}

#[derive(Debug)]
struct Cell(Value);

impl ToSql for Cell {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut tokio_postgres::types::private::BytesMut,
    ) -> Result<tokio_postgres::types::IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match &self.0 {
            Value::Text(text) => text.to_sql(ty, out),
            Value::YesNo(yes) => yes.to_sql(ty, out),
            Value::Money(money) => money.0.to_sql(ty, out),
            Value::DateTime(moment) => moment.as_microsecond().to_sql(ty, out),
            other => other.as_whole().to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    tokio_postgres::types::to_sql_checked!();
}

fn cells(row: &Row) {
    for (at, column) in row.columns().iter().enumerate() {
        match *column.type_() {
            Type::TEXT => drop(std::hint::black_box(row.get::<_, Option<String>>(at))),
            Type::INT8 => drop(std::hint::black_box(row.get::<_, Option<i64>>(at))),
            Type::BOOL => drop(std::hint::black_box(row.get::<_, Option<bool>>(at))),
            _ => drop(std::hint::black_box(row.get::<_, Option<Uuid>>(at))),
        }
    }
}
