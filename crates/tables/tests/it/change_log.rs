//! What the change log and the history say, who reads how far, and what is trimmed.

use platform::Environment;
use tables::jiff::SignedDuration;
use tables::log::{KEEP_DAYS, Position};
use tables::testing::Place;
use tables::{Change, Context, Error, Operation, Principal, SYSTEM_USER, Store, Value};

use crate::shop::{Shop, catalog, entries, stores};

async fn write(store: &Store, change: Change) {
    let context =
        Context { origin: Some("dual-write".into()), trace: Some("a-trace".into()), ..Context::system() };
    let written: Result<_, Error> = store
        .write(context, change, |tx, change| Box::pin(async move { tx.write_one(change.clone()).await }))
        .await;
    written.unwrap();
}

#[tokio::test]
async fn an_entry_says_who_changed_what_from_what() {
    for (_place, store) in stores(catalog()).await {
        let id = Shop::called(&store, "x").shopid;
        let values = vec![("name".into(), "Corner".into()), ("safecode".into(), "1234".into())];
        write(&store, Change::create("shop", values).with_id(id)).await;
        let values = vec![("name".into(), "Square".into()), ("safecode".into(), "5678".into())];
        write(&store, Change::update("shop", id, values.clone())).await;
        write(&store, Change::update("shop", id, values)).await;
        write(&store, Change::delete("shop", id)).await;
        let found = entries(&store, &["shop"], 3).await;
        let operations: Vec<Operation> = found.iter().map(|entry| entry.operation).collect();
        assert_eq!(operations, [Operation::Create, Operation::Update, Operation::Delete]);
        let update = &found[1];
        assert_eq!((update.user, update.row), (SYSTEM_USER, id));
        assert_eq!(
            (update.origin.as_deref(), update.trace.as_deref()),
            (Some("dual-write"), Some("a-trace"))
        );
        let of = |column: &str| update.changed.iter().find(|changed| changed.column == column).unwrap();
        assert_eq!(of("name").before, Some(Value::from("Corner")));
        assert_eq!(of("safecode").before, None);
        assert_eq!(of("label").before, Some(Value::from("Corner")));
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let history = reader.history("shop", id).await.unwrap();
        assert_eq!(history.len(), 3);
        let name = history[1].changes.iter().find(|changed| changed.column == "name").unwrap();
        assert_eq!(name.values, Some(("Corner".into(), "Square".into())));
    }
}

#[tokio::test]
async fn the_doorbell_rings_after_a_commit_and_only_then() {
    for (_place, store) in stores(catalog()).await {
        let bell = store.doorbell();
        let before = *bell.borrow();
        let failed: Result<(), Error> = store
            .write(Context::system(), (), |tx, ()| {
                Box::pin(async move {
                    tx.write_one(Change::create("shop", vec![("name".into(), "x".into())])).await?;
                    Err(Error::Refused { code: "no", message: "No.".into() })
                })
            })
            .await;
        failed.unwrap_err();
        assert_eq!(*bell.borrow(), before);
        write(&store, Change::create("shop", vec![("name".into(), "x".into())])).await;
        assert_eq!(*bell.borrow(), before + 1);
        store.register_reader("somebody").await.unwrap();
        assert_eq!(*bell.borrow(), before + 1);
    }
}

#[tokio::test]
async fn a_busy_reader_is_written_down_once_an_hour() {
    for (_place, store) in stores(catalog()).await {
        for name in ["a", "b", "c"] {
            write(&store, Change::create("shop", vec![("name".into(), name.into())])).await;
        }
        let all = entries(&store, &["shop"], 3).await;
        store.note_reader("busy", all[0].position).await.unwrap();
        store.note_reader("busy", all[2].position).await.unwrap();
        assert_eq!(store.register_reader("busy").await, Ok(all[0].position));
        store.environment().clock.advance(SignedDuration::from_hours(1));
        store.note_reader("busy", all[1].position).await.unwrap();
        assert_eq!(store.register_reader("busy").await, Ok(all[1].position));
    }
}

#[tokio::test]
async fn the_log_is_kept_behind_the_slowest_reader_and_for_seven_days() {
    for (_place, store) in stores(catalog()).await {
        let count = async || {
            let mut reader = store.read(&Principal::system()).await.unwrap();
            reader.changes(Position::default(), &["shop"], 100).await.unwrap().entries.len()
        };
        let start = store.register_reader("slow").await.unwrap();
        assert_eq!(store.register_reader("slow").await.unwrap(), start);
        for name in ["a", "b", "c"] {
            write(&store, Change::create("shop", vec![("name".into(), name.into())])).await;
        }
        let all = entries(&store, &["shop"], 3).await;
        assert_eq!(store.trim_log().await, Ok(0));
        assert_eq!(count().await, 3, "younger than seven days");
        store.environment().clock.advance(SignedDuration::from_hours(24 * KEEP_DAYS + 1));
        assert_eq!(store.trim_log().await, Ok(0));
        assert_eq!(count().await, 3, "not read by everybody");
        store.advance_reader("slow", all[1].position).await.unwrap();
        store.advance_reader("slow", start).await.unwrap();
        assert_eq!(store.trim_log().await, Ok(2), "a reader never goes back");
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let gone = reader.changes(all[0].position, &["shop"], 100).await;
        assert_eq!(gone, Err(Error::LogTrimmed { days: KEEP_DAYS }));
        let rest = reader.changes(all[1].position, &["shop"], 100).await.unwrap().entries;
        assert_eq!(rest, all[2..]);
        // The newest entry stays, so that the end of the log stays where it is.
        let end = reader.log_end().await.unwrap();
        drop(reader);
        store.advance_reader("slow", end.max(all[2].position)).await.unwrap();
        assert_eq!(store.trim_log().await, Ok(0));
    }
}

/// Transaction ids begin anew in another cluster; places in the log do not.
#[tokio::test]
async fn a_log_that_came_to_another_cluster_goes_on_behind_every_place_that_was_given() {
    for (place, store) in stores(catalog()).await {
        write(&store, Change::create("shop", vec![("name".into(), "before".into())])).await;
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let end = reader.log_end().await.unwrap();
        drop(reader);
        store.come_from_elsewhere().await.unwrap();
        drop(store);
        for _ in 0..2 {
            // The second opening is one in a cluster that is known.
            let store = place.open("shop", catalog(), Environment::system()).await;
            write(&store, Change::create("shop", vec![("name".into(), "after".into())])).await;
            let mut reader = store.read(&Principal::system()).await.unwrap();
            let mut found = Vec::new();
            // Transactions of other tests may hold it back for a moment.
            while found.is_empty() {
                found = reader.changes(end, &["shop"], 10).await.unwrap().entries;
            }
            if let Place::Postgres { .. } = place {
                let transaction = found.last().unwrap().position.transaction;
                assert_eq!(transaction >> 40, 1, "{transaction}");
                assert_eq!(reader.log_end().await.unwrap().transaction >> 40, 1);
            }
        }
    }
}
