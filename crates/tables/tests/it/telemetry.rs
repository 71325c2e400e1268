//! What is traced at the finest level, whatever happens to a row: never a secret.

use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use tables::testing::Failure;
use tables::uuid::Uuid;
use tables::{Change, Context, Error, Filter, Principal, Query, Store, Values};
use tracing_subscriber::filter::LevelFilter;

use crate::shop::{catalog, stores};

const SECRET: &str = "open-sesame-4711";

/// Everything that is traced.
#[derive(Clone, Default)]
struct Traced(Arc<Mutex<Vec<u8>>>);

impl Write for Traced {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Traced {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }
}

fn shop(name: &str, secret: &str) -> Values {
    vec![("name".into(), name.into()), ("code".into(), "C1".into()), ("safecode".into(), secret.into())]
}

async fn write(store: &Store, change: Change) -> Result<Uuid, Error> {
    store
        .write(Context::system(), change, |tx, change| {
            Box::pin(async move { tx.write_one(change.clone()).await.map(|written| written.id) })
        })
        .await
}

/// The SQLite writer is a thread of its own, so the subscriber has to be the whole process', and
/// this file the only test that starts one.
#[tokio::test]
async fn a_secret_is_in_no_line_of_the_finest_trace() {
    let traced = Traced::default();
    let writer = traced.clone();
    tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .init();
    for (_place, store) in stores(catalog()).await {
        let id = write(&store, Change::create("shop", shop("First", SECRET))).await.unwrap();
        let changed = format!("{SECRET}-changed");
        write(&store, Change::update("shop", id, vec![("safecode".into(), changed.into())])).await.unwrap();
        let mut errors = vec![
            write(&store, Change::create("shop", shop("Second", SECRET))).await.unwrap_err(),
            write(&store, Change::create("shop", shop("Long", &SECRET.repeat(20)))).await.unwrap_err(),
            write(&store, Change::create("shop", shop("Nul", &format!("{SECRET}\0")))).await.unwrap_err(),
        ];
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let asked = Query::of("shop").filter(Filter::equals("safecode", SECRET));
        errors.push(reader.page(&asked).await.unwrap_err());
        // The server goes away with the secret on its way; where there is none, code gives up.
        let broken: Result<(), Error> = store
            .write(Context::system(), (), |tx, ()| {
                Box::pin(async move {
                    tx.write_one(Change::create("shop", vec![("safecode".into(), SECRET.into())])).await?;
                    tx.fail(Failure::ConnectionLost).await?;
                    panic!("given up")
                })
            })
            .await;
        errors.push(broken.unwrap_err());
        for error in errors {
            tracing::error!(%error, debug = ?error, "as an outer floor would log it");
        }
        let entries = reader.changes(Default::default(), &["shop"], 100).await.unwrap().entries;
        tracing::info!(?entries, history = ?reader.history("shop", id).await.unwrap(), "log and audit");
    }
    let text = traced.text();
    assert!(text.contains("log and audit") && text.contains("safecode"), "nothing was traced: {text}");
    assert!(
        !text.contains(SECRET),
        "{}",
        text.lines().find(|line| line.contains(SECRET)).unwrap_or_default()
    );
}
