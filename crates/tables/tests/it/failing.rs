//! The database fails: a full disk, a locked file, a server that is gone for a while. Nothing is
//! half-written, and it goes on as soon as it can.

use std::sync::mpsc;

use tables::testing::{Failure, Place};
use tables::{Change, Context, Error, Principal, Query, Store};

use crate::shop::{catalog, frozen, stores};

async fn create(store: &Store, name: &str) -> Result<(), Error> {
    let notes = "n".repeat(100);
    let change = Change::create("shop", vec![("name".into(), name.into()), ("notes".into(), notes.into())]);
    store
        .write(Context::system(), change, |tx, change| {
            Box::pin(async move { tx.write_one(change.clone()).await.map(|_| ()) })
        })
        .await
}

async fn fail(store: &Store, failure: Failure) -> Result<(), Error> {
    store.write(Context::system(), failure, |tx, failure| Box::pin(tx.fail(*failure))).await
}

async fn count(store: &Store) -> usize {
    let mut reader = store.read(&Principal::system()).await.unwrap();
    reader.page(&Query::of("shop")).await.unwrap().rows.len()
}

#[tokio::test]
async fn on_a_full_disk_nothing_is_half_written_and_space_mends_it() {
    let (_place, store) = stores(catalog()).await.remove(0);
    create(&store, "before").await.unwrap();
    fail(&store, Failure::DiskFull).await.unwrap();
    let mut written = 1;
    let error = loop {
        match create(&store, "more").await {
            Ok(()) => written += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(error, Error::DiskFull);
    assert!(error.is_transient() && error.to_string().contains("Free some space"));
    assert_eq!(count(&store).await, written);
    let entries =
        store.read(&Principal::system()).await.unwrap().changes(Default::default(), &["shop"], 1000).await;
    assert_eq!(entries.unwrap().entries.len(), written);
    fail(&store, Failure::DiskFree).await.unwrap();
    create(&store, "after").await.unwrap();
    assert_eq!(count(&store).await, written + 1);
}

#[tokio::test]
async fn a_file_that_another_program_holds_is_locked_and_free_afterwards() {
    let (place, store) = stores(catalog()).await.remove(0);
    let Place::Sqlite(_) = &place else { unreachable!("the first place is SQLite's") };
    let other = place.open("shop", catalog(), frozen()).await;
    let (inside, is_inside) = mpsc::channel::<()>();
    let (leave, left) = mpsc::channel::<()>();
    let left = std::sync::Mutex::new(left);
    let holding = tokio::spawn(async move {
        let held: Result<(), Error> = other
            .write(Context::system(), (inside, left), |_tx, (inside, left)| {
                // The other program's write transaction is open until it is told to leave.
                inside.send(()).unwrap();
                left.lock().unwrap().recv().unwrap();
                Box::pin(async { Ok(()) })
            })
            .await;
        held
    });
    tokio::task::spawn_blocking(move || is_inside.recv().unwrap()).await.unwrap();
    assert_eq!(create(&store, "meanwhile").await, Err(Error::Locked));
    leave.send(()).unwrap();
    holding.await.unwrap().unwrap();
    create(&store, "afterwards").await.unwrap();
    assert_eq!(count(&store).await, 1);
}

#[tokio::test]
async fn a_server_that_goes_away_costs_the_transaction_and_no_more() {
    let (_place, store) = stores(catalog()).await.remove(1);
    create(&store, "before").await.unwrap();
    let lost: Result<(), Error> = store
        .write(Context::system(), (), |tx, ()| {
            Box::pin(async move {
                tx.write_one(Change::create("shop", vec![("name".into(), "lost".into())])).await?;
                tx.fail(Failure::ConnectionLost).await
            })
        })
        .await;
    assert_eq!(lost, Err(Error::Unavailable));
    create(&store, "after").await.unwrap();
    assert_eq!(count(&store).await, 2);
}

#[tokio::test]
async fn a_database_that_cannot_be_reached_says_so() {
    let location = tables::Location::Postgres {
        url: "postgres://tandem@127.0.0.1:1/postgres".into(),
        schema: "nowhere".into(),
    };
    let error = Store::open(catalog(), &location, frozen()).await.err().unwrap();
    assert_eq!(error, Error::Unavailable);
    let folder = tempfile::tempdir().unwrap();
    let location = tables::Location::Sqlite(folder.path().join("missing").join("file.sqlite"));
    let error = Store::open(catalog(), &location, frozen()).await.err().unwrap();
    assert_eq!(error, Error::Unavailable);
}
