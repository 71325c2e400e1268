//! Files: their parts, their limits, and that content is kept in one place only.

use std::sync::Arc;

use tables::security::with_security;
use tables::store::{FILE_NAME_LENGTH_MAX, FILE_PART_MAX, MEDIA_TYPE_LENGTH_MAX};
use tables::uuid::Uuid;
use tables::{
    Catalog, Change, Context, Depth, Error, File, Principal, Privilege, Store, Table, Value, VerbFuture,
};

use crate::cells::cells;
use crate::shop::{create, entries, frozen, stores, values};

const SIZE_MAX: usize = 5_000_000;

#[derive(Table)]
#[table(name = "paper", set = "papers", ownership = "user")]
struct Paper {
    #[column(id)]
    paperid: Uuid,
    #[column(text = 20)]
    title: Option<String>,
    #[column(file = 5_000_000)]
    scan: Option<File>,
}

fn catalog() -> Catalog {
    with_security(Catalog::new()).with::<Paper>()
}

async fn paper(store: &Store) -> Uuid {
    create(store, "paper", vec![values([("title", "A paper".into())])]).await[0]
}

/// One verb of the system, or of somebody.
async fn run<T: Send + 'static, I: Send + Sync + 'static>(
    store: &Store,
    who: &Arc<Principal>,
    input: I,
    verb: impl for<'a> Fn(&'a mut tables::Tx, &'a I) -> VerbFuture<'a, T, Error> + Send + Sync + 'static,
) -> Result<T, Error> {
    store.write(Context::of(Arc::clone(who)), input, verb).await
}

async fn put(store: &Store, id: Uuid, content: Vec<u8>) -> Result<tables::Written, Error> {
    run(store, &Principal::system(), (id, content), |tx, (id, content)| {
        Box::pin(
            async move { tx.put_file("paper", *id, "scan", ("scan.pdf", "application/pdf"), content).await },
        )
    })
    .await
}

/// Not the same every chunk.
fn content(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at % 251) as u8).collect()
}

#[tokio::test]
async fn a_file_comes_back_in_any_parts_and_neither_log_nor_audit_has_its_content() {
    for (place, store) in stores(catalog()).await {
        let id = paper(&store).await;
        let mut bytes = content(600_000);
        bytes.extend(b"words-in-the-file");
        put(&store, id, bytes.clone()).await.unwrap();
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let file = reader.get::<Paper>(id).await.unwrap().unwrap().scan.unwrap();
        assert_eq!((file.name.as_str(), file.size), ("scan.pdf", 600_017));
        assert_eq!(file.media_type, "application/pdf");
        let edge = 256 * 1024;
        for (start, length) in [
            (0, 700_000),
            (0, 1),
            (edge - 1, 2),
            (edge, edge),
            (600_016, 10),
            (600_017, 10),
            (1 << 40, 5),
            (7, 0),
        ] {
            let found = reader.read_file("paper", id, "scan", start as u64, length).await.unwrap().unwrap();
            let end = (start + length).min(bytes.len()).max(start.min(bytes.len()));
            assert_eq!(found, bytes[start.min(bytes.len())..end], "{start}, {length}");
        }
        let log = entries(&store, &["paper"], 2).await;
        assert_eq!(log[1].changed[0].column, "scan");
        let history = reader.history("paper", id).await.unwrap();
        assert!(
            matches!(&history[0].changes[0].values, Some((Value::Null, Value::File(told))) if **told == file)
        );
        let with_words: Vec<String> = cells(&place.location("shop")).await;
        let with_words = with_words.iter().filter(|line| line.contains("words-in-the-file"));
        assert!(with_words.clone().all(|line| line.starts_with("file_chunk:")) && with_words.count() == 1);
    }
}

#[tokio::test]
async fn a_file_goes_with_what_pointed_to_it() {
    for (place, store) in stores(catalog()).await {
        let id = paper(&store).await;
        let kept = async || {
            let lines = cells(&place.location("shop")).await;
            let of = |table: &str| lines.iter().filter(|line| line.starts_with(table)).count();
            (of("file:"), of("file_chunk:"))
        };
        put(&store, id, content(300_000)).await.unwrap();
        assert_eq!(kept().await, (1, 2));
        put(&store, id, b"shorter".to_vec()).await.unwrap();
        assert_eq!(kept().await, (1, 1));
        let change = |values| Change::update("paper", id, values);
        let write = async |change: Change| {
            run(&store, &Principal::system(), change, |tx, change| {
                Box::pin(async move { tx.write_one(change.clone()).await })
            })
            .await
        };
        write(change(values([("title", "Other".into())]))).await.unwrap();
        assert_eq!(kept().await, (1, 1));
        write(change(values([("scan", Value::Null)]))).await.unwrap();
        assert_eq!(kept().await, (0, 0));
        let mut reader = store.read(&Principal::system()).await.unwrap();
        assert_eq!(reader.read_file("paper", id, "scan", 0, 10).await.unwrap(), None);
        put(&store, id, Vec::new()).await.unwrap();
        assert_eq!(reader.read_file("paper", id, "scan", 0, 10).await.unwrap(), Some(Vec::new()));
        write(Change::delete("paper", id)).await.unwrap();
        assert_eq!(kept().await, (0, 0));
    }
}

#[tokio::test]
async fn parts_may_come_in_several_transactions_and_be_sent_again() {
    for (_place, store) in stores(catalog()).await {
        let id = paper(&store).await;
        let system = Principal::system();
        let upload = run(&store, &system, id, |tx, id| {
            Box::pin(async move { tx.start_file("paper", *id, "scan", "ł.txt", "text/plain").await })
        })
        .await
        .unwrap();
        let append = async |who: &Arc<Principal>, start: u64, part: &'static [u8]| {
            run(&store, who, (upload, start, part), |tx, (upload, start, part)| {
                Box::pin(async move { tx.append_file(*upload, *start, part).await })
            })
            .await
        };
        assert_eq!(append(&system, 0, b"one ").await, Ok(4));
        assert_eq!(append(&system, 0, b"one ").await, Ok(4));
        let early = append(&system, 8, b"three").await.unwrap_err();
        assert!(
            early.to_string().contains("scan cannot take this file: the next part begins at byte 4"),
            "{early}"
        );
        let other = Principal::administrator(Uuid::from_u128(4), Uuid::nil());
        let missing = Error::NotFound { table: "file".into(), id: upload };
        assert_eq!(append(&other, 4, b"two").await, Err(missing.clone()));
        assert_eq!(append(&system, 4, b"two").await, Ok(7));
        let mut reader = store.read(&system).await.unwrap();
        assert_eq!(reader.read_file("paper", id, "scan", 0, 10).await.unwrap(), None);
        run(&store, &system, upload, |tx, upload| Box::pin(async move { tx.finish_file(*upload).await }))
            .await
            .unwrap();
        assert_eq!(reader.read_file("paper", id, "scan", 0, 10).await.unwrap(), Some(b"one two".to_vec()));
        assert_eq!(append(&system, 7, b"!").await, Err(missing));
    }
}

#[tokio::test]
async fn limits_hold_at_their_edge_and_wrong_files_say_why() {
    for (_place, store) in stores(catalog()).await {
        let id = paper(&store).await;
        put(&store, id, content(SIZE_MAX)).await.unwrap();
        let over = put(&store, id, content(SIZE_MAX + 1)).await.unwrap_err();
        assert_eq!(over.column(), Some("scan"));
        assert!(over.to_string().contains("more than 5000000 bytes; send a smaller one"), "{over}");
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let part = reader.read_file("paper", id, "scan", 0, FILE_PART_MAX).await.unwrap().unwrap();
        assert_eq!(part, content(FILE_PART_MAX));
        let over = reader.read_file("paper", id, "scan", 0, FILE_PART_MAX + 1).await.unwrap_err();
        assert!(matches!(over, Error::LimitExceeded { .. }));
        let start = async |column: &'static str, name: String, media_type: String| {
            run(&store, &Principal::system(), (id, name, media_type), move |tx, (id, name, media_type)| {
                Box::pin(async move { tx.start_file("paper", *id, column, name, media_type).await })
            })
            .await
        };
        let (longest, plain) = ("ł".repeat(FILE_NAME_LENGTH_MAX), "text/plain".to_owned());
        let media_type = format!("text/{}", "x".repeat(MEDIA_TYPE_LENGTH_MAX - 5));
        start("scan", longest.clone(), media_type.clone()).await.unwrap();
        for (column, name, media_type, words) in [
            ("scan", format!("{longest}x"), plain.clone(), "1 to 255 characters"),
            ("scan", String::new(), plain.clone(), "1 to 255 characters"),
            ("scan", "../x".into(), plain.clone(), "no slash"),
            ("scan", "a\0b".into(), plain.clone(), "give it another"),
            ("scan", "a".into(), format!("{media_type}x"), "application/octet-stream"),
            ("scan", "a".into(), "text\r\n/x".into(), "application/octet-stream"),
            ("title", "a".into(), plain.clone(), "name one that is"),
            ("shoe", "a".into(), plain.clone(), "no column \"shoe\""),
        ] {
            let error = start(column, name, media_type).await.unwrap_err();
            assert!(error.to_string().contains(words), "{error}");
        }
        let system = Principal::system();
        let part = run(&store, &system, id, |tx, id| {
            Box::pin(async move {
                let upload = tx.start_file("paper", *id, "scan", "a", "text/plain").await?;
                tx.append_file(upload, 0, &vec![0; FILE_PART_MAX + 1]).await
            })
        });
        assert!(matches!(part.await, Err(Error::LimitExceeded { .. })));
    }
}

#[tokio::test]
async fn only_what_was_uploaded_for_a_row_becomes_its_file_and_only_by_who_may_change_it() {
    for (_place, store) in stores(catalog()).await {
        let (id, other) = (paper(&store).await, paper(&store).await);
        put(&store, id, b"mine".to_vec()).await.unwrap();
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let file = reader.get_row("paper", id).await.unwrap().unwrap().get("scan").clone();
        let copied = Change::update("paper", other, values([("scan", file)])).by_code();
        let system = Principal::system();
        let copied = run(&store, &system, copied, |tx, change| {
            Box::pin(async move { tx.write_one(change.clone()).await })
        });
        let copied = copied.await.unwrap_err();
        assert!(copied.to_string().contains("uploading a file sets it"), "{copied}");
        let rights = [("paper".to_owned(), Privilege::Read, Depth::Organization)];
        let may_read = Principal::with_rights(Uuid::from_u128(4), Uuid::nil(), Vec::new(), rights);
        let start = async |who| {
            run(&store, &who, id, |tx, id| {
                Box::pin(async move { tx.start_file("paper", *id, "scan", "a", "text/plain").await })
            })
            .await
        };
        let refused = Error::NoPrivilege { action: "change", table: "paper".into() };
        assert_eq!(start(Arc::clone(&may_read)).await, Err(refused));
        let mut as_reader = store.read(&may_read).await.unwrap();
        assert!(as_reader.read_file("paper", id, "scan", 0, 4).await.unwrap().is_some());
        let rights = [("paper".to_owned(), Privilege::Read, Depth::User)];
        let elsewhere = Principal::with_rights(Uuid::from_u128(4), Uuid::nil(), Vec::new(), rights);
        let hidden = Error::NotFound { table: "paper".into(), id };
        assert_eq!(start(Arc::clone(&elsewhere)).await, Err(hidden.clone()));
        let mut as_other = store.read(&elsewhere).await.unwrap();
        assert_eq!(as_other.read_file("paper", id, "scan", 0, 4).await, Err(hidden));
    }
}

#[tokio::test]
async fn an_upload_that_nobody_finishes_is_removed_after_a_day() {
    for place in tables::testing::places() {
        let environment = frozen();
        let store = place.open("shop", catalog(), environment.clone()).await;
        let id = paper(&store).await;
        run(&store, &Principal::system(), id, |tx, id| {
            Box::pin(async move {
                let upload = tx.start_file("paper", *id, "scan", "a", "text/plain").await?;
                tx.append_file(upload, 0, b"given up").await
            })
        })
        .await
        .unwrap();
        put(&store, id, b"kept".to_vec()).await.unwrap();
        assert_eq!(store.trim_uploads().await, Ok(0));
        environment.clock.advance(tables::jiff::SignedDuration::from_hours(25));
        assert_eq!(store.trim_uploads().await, Ok(1));
        let lines = cells(&place.location("shop")).await;
        assert!(lines.iter().all(|line| !line.contains("given up")));
        assert_eq!(lines.iter().filter(|line| line.starts_with("file_chunk:")).count(), 1);
    }
}
