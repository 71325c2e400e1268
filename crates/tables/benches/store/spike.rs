//! The spike that the whole design rests on: one rule, written once as `async fn(tx: &mut Tx)`,
//! with three reads and four writes, one of them conditional, on both databases.

use std::sync::Arc;

use tables::uuid::Uuid;
use tables::{Change, Context, Error, Filter, Query, Tx, Value};

use crate::lead::{LEAD, values};
use crate::meter::Report;
use crate::work::{Bench, write};

const ALONE: usize = 600;
const CALLERS: usize = 16;
const TOGETHER: usize = 3_200;

/// Three reads, four writes; the last only when the balance is high.
async fn rule(tx: &mut Tx, input: &(Uuid, usize)) -> Result<(), Error> {
    let (parent, number) = *input;
    let row = tx.get_row(LEAD, parent).await?.ok_or(Error::Unavailable)?;
    let key = format!("integration-key-{number:08}");
    let by_key = tx.page(&Query::of(LEAD).filter(Filter::equals("text0", key)).limit(1)).await?;
    let few = Query::of(LEAD).filter(Filter::equals("number0", number as i64)).limit(10);
    let found = tx.page(&few).await?.rows.len() + by_key.rows.len();
    tx.write_one(Change::create(LEAD, values(number))).await?;
    tx.write_one(Change::create(LEAD, values(number + 10_000_000))).await?;
    let counted = vec![("number5".to_owned(), Value::Whole((found + number) as i64))];
    tx.write_one(Change::update(LEAD, parent, counted)).await?;
    if row.get("flag0") == &Value::YesNo(true) {
        tx.write_one(Change::create(LEAD, values(number + 20_000_000))).await?;
    }
    Ok(())
}

pub async fn run(bench: &Bench, report: &mut Report) {
    let parents: Vec<Uuid> = (0..CALLERS).map(|_| bench.store.environment().ids.next()).collect();
    let make = |(at, id): (usize, &Uuid)| Change::create(LEAD, values(90_000_000 + at * 2)).with_id(*id);
    write(&bench.store, bench.context(), parents.iter().enumerate().map(make).collect()).await;
    let work = async || {
        for number in 0..ALONE {
            call(bench.store.clone(), bench.context(), (parents[0], 30_000_000 + number)).await;
        }
    };
    report.measure(bench.database, "spike: 3 reads, 4 writes, 1 caller", ALONE, None, work).await;
    let work = async || {
        let callers = parents.iter().enumerate().map(|(caller, parent)| {
            let (store, principal, parent) = (bench.store.clone(), Arc::clone(&bench.principal), *parent);
            tokio::spawn(async move {
                for number in 0..TOGETHER / CALLERS {
                    let number = 100_000_000 + caller * 10_000 + number;
                    call(store.clone(), Context::of(Arc::clone(&principal)), (parent, number)).await;
                }
            })
        });
        for caller in callers.collect::<Vec<_>>() {
            caller.await.unwrap();
        }
    };
    report.measure(bench.database, "spike: 3 reads, 4 writes, 16 callers", TOGETHER, None, work).await;
}

async fn call(store: tables::Store, context: Context, input: (Uuid, usize)) {
    store.write(context, input, |tx, input| Box::pin(rule(tx, input))).await.unwrap();
}
