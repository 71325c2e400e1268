//! One moment of two databases while somebody writes to the first and then to the second.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use tables::testing::Place;
use tables::{Change, Context, Location, Principal, Query, Store, backup};

use crate::shop::{catalog, frozen};

async fn create(store: &Store, name: &str) {
    let change = Change::create("shop", vec![("name".into(), name.into())]);
    let create = store.write(Context::system(), change, |tx, change| {
        Box::pin(async move { tx.write_one(change.clone()).await.map(|_| ()) })
    });
    create.await.unwrap();
}

async fn count_in(file: &Path) -> usize {
    let store = Store::open(catalog(), &Location::Sqlite(file.into()), frozen()).await.unwrap();
    let mut reader = store.read(&Principal::system()).await.unwrap();
    reader.page(&Query::of("shop")).await.unwrap().rows.len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_second_is_never_ahead_of_the_first_and_nothing_acknowledged_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::Sqlite(tempfile::tempdir().unwrap());
    let (first, second) =
        (place.open("first", catalog(), frozen()).await, place.open("second", catalog(), frozen()).await);
    let (stop, acknowledged) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let writing = tokio::spawn({
        let (first, second) = (first.clone(), second.clone());
        let (stop, acknowledged) = (Arc::clone(&stop), Arc::clone(&acknowledged));
        async move {
            while !stop.load(Ordering::SeqCst) {
                let name = format!("shop {}", acknowledged.load(Ordering::SeqCst));
                create(&first, &name).await;
                create(&second, &name).await;
                acknowledged.fetch_add(1, Ordering::SeqCst);
            }
        }
    });
    for round in 0..8 {
        let before = acknowledged.load(Ordering::SeqCst);
        let moments = backup::moment(&[&first, &second]).await.unwrap();
        // Others go on while the copies are made; nothing of that is in them.
        let after = acknowledged.load(Ordering::SeqCst) + 1;
        while acknowledged.load(Ordering::SeqCst) < after + 5 {
            tokio::time::sleep(std::time::Duration::from_millis(1)).await;
        }
        let mut counts = Vec::new();
        for (at, moment) in moments.iter().enumerate() {
            let file = folder.path().join(format!("{round}-{at}.sqlite"));
            moment.copy_to(&file).unwrap();
            backup::check_file(&file).unwrap();
            counts.push(count_in(&file).await);
        }
        let (ahead, behind) = (counts[0], counts[1]);
        assert!(behind <= ahead && ahead <= behind + 1, "one moment of both: {counts:?}");
        assert!((before..=after).contains(&behind), "{before} {behind} {after}");
    }
    stop.store(true, Ordering::SeqCst);
    writing.await.unwrap();
}

#[test]
fn a_damaged_file_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("damaged.sqlite");
    std::fs::write(&file, "SQLite format 3\0 and nothing more").unwrap();
    assert!(backup::check_file(&file).is_err());
}

#[test]
fn programs_of_postgresql_get_the_password_by_a_variable() {
    let variables = backup::client_variables("postgres://me:a%40b@host.example:5433/shop").unwrap();
    let expected = [
        ("PGHOST", "host.example"),
        ("PGPORT", "5433"),
        ("PGUSER", "me"),
        ("PGDATABASE", "shop"),
        ("PGPASSWORD", "a@b"),
    ];
    assert_eq!(variables, expected.map(|(name, value)| (name, value.to_owned())));
    assert!(backup::client_variables("nonsense").is_err());
}
