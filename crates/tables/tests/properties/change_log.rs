//! However transactions overlap, a reader of the change log misses none and repeats none.

use std::collections::HashMap;
use std::time::Duration;

use platform::Environment;
use tables::log::{Entry, Position};
use tables::security::{BusinessUnit, with_security};
use tables::testing::places;
use tables::uuid::Uuid;
use tables::{Catalog, Change, Context, Error, Principal, Store, Table};

use crate::dice::Dice;

const WRITERS: usize = 6;
const TRANSACTIONS: usize = 25;
const READERS: u64 = 3;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn readers_see_every_change_once_in_an_order_that_stands() {
    for place in places() {
        for seed in 0..3 {
            let catalog = with_security(Catalog::new());
            let store = place.open(&format!("log{seed}"), catalog, Environment::system()).await;
            let readers: Vec<_> = (0..READERS)
                .map(|reader| tokio::spawn(read_all(store.clone(), Dice::new(seed * 100 + reader))))
                .collect();
            let writers: Vec<_> = (0..WRITERS)
                .map(|writer| tokio::spawn(write_some(store.clone(), Dice::new(seed * 1000 + writer as u64))))
                .collect();
            let mut expected: HashMap<Uuid, i64> = HashMap::new();
            for writer in writers {
                expected.extend(writer.await.unwrap());
            }
            // The end, so that readers know when they have everything.
            let last = store.environment().ids.next();
            transaction(&store, vec![(last, false)], false).await.unwrap();
            expected.insert(last, 0);
            for reader in readers {
                let entries = reader.await.unwrap();
                check(seed, &expected, last, &entries);
            }
        }
    }
}

fn check(seed: u64, expected: &HashMap<Uuid, i64>, last: Uuid, entries: &[Entry]) {
    let mut seen: HashMap<(Uuid, i64), usize> = HashMap::new();
    for entry in entries {
        *seen.entry((entry.row, entry.position.sequence)).or_default() += 1;
    }
    assert!(seen.values().all(|times| *times == 1), "seed {seed}: an entry came twice");
    for (row, version) in expected.iter().filter(|(row, _)| **row != last) {
        assert!(seen.contains_key(&(*row, *version)), "seed {seed}: the last change of a row never came");
    }
    let rows: std::collections::HashSet<Uuid> = entries.iter().map(|entry| entry.row).collect();
    assert_eq!(
        rows.len(),
        expected.len(),
        "seed {seed}: changes that were rolled back came, or some did not"
    );
    for row in rows {
        let versions: Vec<i64> =
            entries.iter().filter(|entry| entry.row == row).map(|entry| entry.position.sequence).collect();
        assert!(versions.windows(2).all(|pair| pair[0] < pair[1]), "seed {seed}: versions of a row fell");
    }
    let mut transactions: Vec<i64> = entries.iter().map(|entry| entry.position.transaction).collect();
    transactions.dedup();
    let different: std::collections::HashSet<&i64> = transactions.iter().collect();
    assert_eq!(different.len(), transactions.len(), "seed {seed}: a transaction was torn apart");
}

async fn read_all(store: Store, dice: Dice) -> Vec<Entry> {
    let (mut entries, mut position) = (Vec::<Entry>::new(), Position::default());
    let mut reader = store.read(&Principal::system()).await.unwrap();
    let mut quiet = 0;
    while quiet < 3 {
        let limit = u32::try_from(1 + dice.below(20)).unwrap();
        let found = reader.changes(position, &[BusinessUnit::NAME], limit).await.unwrap();
        position = found.next;
        quiet = if found.entries.is_empty() && !entries.is_empty() { quiet + 1 } else { 0 };
        entries.extend(found.entries);
        if quiet > 0 {
            tokio::time::sleep(Duration::from_millis(400)).await;
        }
        tokio::task::yield_now().await;
    }
    entries
}

/// Random transactions; answers the rows that stand with their last versions.
async fn write_some(store: Store, dice: Dice) -> HashMap<Uuid, i64> {
    let mut standing = HashMap::new();
    for _ in 0..TRANSACTIONS {
        let known: Vec<Uuid> = standing.keys().copied().collect();
        let mut rows: Vec<(Uuid, bool)> = (0..1 + dice.below(5))
            .map(|_| match known.is_empty() || dice.once_in(2) {
                true => (store.environment().ids.next(), false),
                false => (*dice.one_of(&known), true),
            })
            .collect();
        rows.sort();
        rows.dedup_by_key(|(id, _)| *id);
        let fails = dice.once_in(4);
        if let Ok(written) = transaction(&store, rows, fails).await {
            standing.extend(written);
        }
    }
    standing
}

async fn transaction(store: &Store, rows: Vec<(Uuid, bool)>, fails: bool) -> Result<Vec<(Uuid, i64)>, Error> {
    store
        .write(Context::system(), (rows, fails), |tx, (rows, fails)| {
            Box::pin(async move {
                let mut written = Vec::new();
                for (id, known) in rows {
                    let name = vec![("name".to_owned(), format!("{id} {}", tx.new_id()).into())];
                    let change = match known {
                        true => Change::update(BusinessUnit::NAME, *id, name),
                        false => Change::create(BusinessUnit::NAME, name).with_id(*id),
                    };
                    written.push((*id, tx.write_one(change).await?.version));
                }
                match fails {
                    true => Err(Error::Refused { code: "no", message: "No.".into() }),
                    false => Ok(written),
                }
            })
        })
        .await
}
