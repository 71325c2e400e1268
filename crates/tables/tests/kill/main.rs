//! Killed at every fail point of a write, the row, its version, its log entry and its audit entry
//! are all there or none; and what was acknowledged is there.
//!
//! The test starts its own binary again as a child that aborts at the n-th pass of a point.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::collections::HashSet;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use platform::faults::Outcome;
use platform::{Environment, Faults};
use tables::log::Position;
use tables::security::{BusinessUnit, with_security};
use tables::store::{Addition, Removal};
use tables::testing::{Place, places};
use tables::uuid::Uuid;
use tables::{
    Catalog, Change, ColumnDefinition, ColumnKind, Context, Error, KeyDefinition, Location, Principal, Query,
    Store,
};

const POINTS: [&str; 5] =
    ["store.before_row", "store.after_row", "store.after_log", "store.after_audit", "store.before_commit"];
const PLACE: &str = "TANDEM_KILL_PLACE";
const SCHEMA: &str = "TANDEM_KILL_SCHEMA";
const POINT: &str = "TANDEM_KILL_POINT";
const PASS: &str = "TANDEM_KILL_PASS";
const MODE: &str = "TANDEM_KILL_MODE";
/// Single writes, several callers at once, one bulk after another.
const MODES: [&str; 3] = ["single", "together", "bulk"];
const WRITES: usize = 8;

fn catalog() -> Catalog {
    with_security(Catalog::new())
}

#[tokio::test]
async fn killed_at_any_point_a_write_is_there_whole_or_not_at_all() {
    for place in places() {
        for mode in MODES {
            for point in POINTS {
                for pass in [1, 2, 5] {
                    let name = format!("{mode}_{}_{pass}", point.replace('.', "_"));
                    let acknowledged = run_child(&place, &name, mode, point, pass);
                    is_whole(&place, &name, &acknowledged).await;
                }
            }
        }
    }
}

/// Single changes of the definitions: a column and a key over it come and go.
const DEFINING: &str = "defining";

#[tokio::test]
async fn killed_while_definitions_change_they_are_as_before_or_as_after() {
    for place in places() {
        for pass in 1..=6 {
            let name = format!("defining_{pass}");
            run_child(&place, &name, DEFINING, "store.before_commit", pass);
            let store = place.open(&name, catalog(), Environment::system()).await;
            let (now, version) = store.catalog_now();
            let table = now.table("businessunit").unwrap();
            let (has_column, has_key) =
                (table.column("x_mark").is_some(), table.keys.iter().any(|key| key.name == "x_bymark"));
            // What the child did before the pass at which it was killed.
            assert_eq!(usize::try_from(version).unwrap(), pass - 1, "{name}");
            let expected = [(false, false), (true, false), (true, true), (true, false)];
            assert_eq!((has_column, has_key), expected[(pass - 1) % 4], "{name}");
            let schema = store.describe_schema().await.unwrap();
            let tells = |word: &str| schema.iter().any(|line| line.contains(word));
            assert_eq!((tells("x_mark"), tells("x_bymark")), (has_column, has_key), "{name}: {schema:?}");
            let step = definitions(pass - 1);
            change_definitions(&store, step).await.unwrap();
        }
    }
}

/// The n-th change: a column is made, a key over it, the key goes, the column goes.
fn definitions(at: usize) -> Result<Addition, Removal> {
    let (table, name) = ("businessunit".to_owned(), "x_mark".to_owned());
    let key = "x_bymark".to_owned();
    let text = ColumnKind::Text { length_max: 20 };
    match at % 4 {
        0 => Ok(Addition::Column { table, column: ColumnDefinition::new(name, text) }),
        1 => Ok(Addition::Key { table, key: KeyDefinition::new(key, vec![name]) }),
        2 => Err(Removal::Key { table, key }),
        _ => Err(Removal::Column { table, column: name }),
    }
}

async fn change_definitions(store: &Store, step: Result<Addition, Removal>) -> Result<i64, Error> {
    match step {
        Ok(addition) => store.define(Context::system(), addition).await,
        Err(removal) => store.undefine(Context::system(), removal).await,
    }
}

fn run_child(place: &Place, name: &str, mode: &str, point: &str, pass: usize) -> Vec<Uuid> {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "the_child", "--nocapture", "--test-threads", "1"]);
    match place.location(name) {
        Location::Sqlite(path) => command.env(PLACE, path),
        Location::Postgres { url, schema } => command.env(PLACE, url).env(SCHEMA, schema),
    };
    command.env(POINT, point).env(PASS, pass.to_string()).env(MODE, mode);
    let output = command.stderr(Stdio::null()).output().unwrap();
    assert!(!output.status.success(), "{name}: the child was not killed");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().filter_map(|line| Uuid::try_parse(line.split_once("written ")?.1.trim()).ok()).collect()
}

/// Opens the database again and looks at every row with its log entry and its audit entry.
async fn is_whole(place: &Place, name: &str, acknowledged: &[Uuid]) {
    let store = place.open(name, catalog(), Environment::system()).await;
    let mut reader = store.read(&Principal::system()).await.unwrap();
    let rows = reader.page(&Query::of("businessunit")).await.unwrap().rows;
    let (mut logged, mut position) = (Vec::new(), Position::default());
    while logged.len() < rows.len() {
        let found = reader.changes(position, &["businessunit"], 100).await.unwrap();
        position = found.next;
        logged.extend(found.entries);
    }
    assert_eq!(logged.len(), rows.len(), "{name}: rows and log entries");
    for row in &rows {
        let entry = logged.iter().find(|entry| entry.row == row.id()).unwrap();
        assert_eq!(entry.position.sequence, row.version(), "{name}: the version of the row and its entry");
        let history = reader.history("businessunit", row.id()).await.unwrap();
        assert_eq!(history.len(), 1, "{name}: audit entries of a row");
        assert_eq!(history[0].sequence, row.version());
    }
    let there: HashSet<Uuid> = rows.iter().map(tables::Row::id).collect();
    for id in acknowledged {
        assert!(there.contains(id), "{name}: an acknowledged row is gone");
    }
    // It can be written to, and the numbers go on.
    let id = store.environment().ids.next();
    let version = write(&store, vec![unit(id)]).await.unwrap();
    assert!(rows.iter().all(|row| row.version() < version), "{name}: a version was given twice");
}

/// Does nothing in an ordinary run; as a child it writes until it is killed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_child() {
    let (Ok(place), Ok(point), Ok(pass), Ok(mode)) =
        (std::env::var(PLACE), std::env::var(POINT), std::env::var(PASS), std::env::var(MODE))
    else {
        return;
    };
    let location = match std::env::var(SCHEMA) {
        Ok(schema) => Location::Postgres { url: place, schema },
        Err(_) => Location::Sqlite(place.into()),
    };
    let pass: usize = pass.parse().unwrap();
    let passed = AtomicUsize::new(0);
    let mut environment = Environment::system();
    environment.faults = Faults::heard_by(move |name| {
        if name == point && passed.fetch_add(1, Ordering::SeqCst) + 1 == pass {
            std::process::abort();
        }
        Outcome::Continue
    });
    let store = Store::open(catalog(), &location, environment).await.unwrap();
    if mode == DEFINING {
        for at in 0..WRITES {
            change_definitions(&store, definitions(at)).await.unwrap();
        }
        return;
    }
    for _ in 0..WRITES {
        let size = if mode == "bulk" { 20 } else { 1 };
        let callers = if mode == "together" { 8 } else { 1 };
        let writing = (0..callers).map(|_| {
            let store = store.clone();
            tokio::spawn(async move {
                let ids: Vec<Uuid> = (0..size).map(|_| store.environment().ids.next()).collect();
                write(&store, ids.iter().copied().map(unit).collect()).await.unwrap();
                for id in ids {
                    println!("written {id}");
                }
            })
        });
        for caller in writing.collect::<Vec<_>>() {
            caller.await.unwrap();
        }
    }
}

fn unit(id: Uuid) -> Change {
    let values = vec![("name".to_owned(), format!("unit {id}").into())];
    Change::create(<BusinessUnit as tables::Table>::NAME, values).with_id(id)
}

/// Writes and answers the newest version.
async fn write(store: &Store, changes: Vec<Change>) -> Result<i64, Error> {
    store
        .write(Context::system(), changes, |tx, changes| {
            Box::pin(async move {
                let written = tx.write(changes.clone()).await?;
                Ok(written.iter().map(|one| one.version).max().unwrap_or_default())
            })
        })
        .await
}
