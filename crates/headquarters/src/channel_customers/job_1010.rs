//! Job 1010: customers from headquarters into the channel database.
//!
//! Read here, write there: what changed is known by headquarters' change log, what it means is read
//! anew, and how far that went is kept in the channel, in the transaction that writes it. Stopped
//! anywhere, the next run brings the rest; told twice, the store changes nothing.

use std::collections::BTreeSet;

use channel::customers::{PublishOutcome, customer_of_membership, publish, read_feed, withdraw, write_feed};
use jobs::{JobError, Remark, Run};
use tables::log::{ENTRIES_MAX, Position};
use tables::uuid::Uuid;
use tables::{Context, Error, Filter, Operation, Page, Principal, Query, Result, Row, Store, Table as _, Tx};

use super::publication::{News, concerned, read};
use super::welcome;
use crate::customer_hierarchies::{CustomerHierarchy, CustomerHierarchyMember};
use crate::customers::{Customer, PartnerStatus};

/// Name of the job.
pub const NAME: &str = "1010";
/// Name by which it reads the change log.
const READER: &str = "1010";
/// Customers per transaction.
const BATCH_ROWS: usize = 100;
/// Customers that wait to be tried again; what is beyond is found by the next change or full run.
const WAITING_MAX: usize = 1_000;
/// Tables whose changes the store may have to know.
const TABLES: [&str; 3] = [Customer::NAME, CustomerHierarchyMember::NAME, CustomerHierarchy::NAME];

/// Publishes all that is new, then tells those who can sign in now.
///
/// # Errors
/// When a database cannot be reached; what was published by then stays published.
pub async fn run(mut run: Run, channel: Store, origin: String) -> Result<Run, JobError> {
    let mut reader = channel.read(&Principal::system()).await?;
    let feed = read_feed(&mut reader).await?;
    drop(reader);
    let (mut position, mut due) = match feed {
        Some(feed) => (feed.position.parse()?, waiting_ids(feed.waiting.as_deref())),
        None => (publish_all(&mut run, &channel).await?, BTreeSet::new()),
    };
    let mut waiting = BTreeSet::new();
    loop {
        let mut reader = run.store().read(&Principal::system()).await?;
        let changes = reader.changes(position, &TABLES, ENTRIES_MAX).await?;
        // What waits goes with what is new: a customer is told of once.
        let mut ids = std::mem::take(&mut due);
        for table in TABLES {
            let of_table = || changes.entries.iter().filter(|entry| entry.table == table);
            let rows: BTreeSet<Uuid> = of_table().map(|entry| entry.row).collect();
            let rows: Vec<Uuid> = rows.into_iter().collect();
            ids.extend(concerned(&mut reader, table, &rows).await?);
            if table == CustomerHierarchyMember::NAME {
                let gone = of_table().filter(|entry| entry.operation == Operation::Delete);
                ids.extend(customers_of(&channel, gone.map(|entry| entry.row)).await?);
            }
        }
        drop(reader);
        waiting.retain(|id| !ids.contains(id));
        waiting.extend(deliver(&mut run, &channel, ids).await?);
        run.environment().faults.pass("job_1010.after_publish").map_err(Error::from)?;
        note(&channel, position, changes.next, &waiting).await?;
        if position != changes.next {
            run.store().advance_reader(READER, changes.next).await?;
        }
        position = changes.next;
        if !changes.more {
            break;
        }
    }
    welcome::welcome_all(&mut run, &channel, &origin).await?;
    Ok(run)
}

/// The first time: everything that is for the store. Answers with where the log stood before.
async fn publish_all(run: &mut Run, channel: &Store) -> Result<Position> {
    let position = run.store().register_reader(READER).await?;
    let known = [PartnerStatus::None, PartnerStatus::Active].map(Into::into).to_vec();
    let mut query = Query::of(Customer::NAME)
        .filter(Filter::In("PartnerStatus".into(), known))
        .limit(u32::try_from(BATCH_ROWS).unwrap_or(100));
    let mut waiting = BTreeSet::new();
    loop {
        let Page { rows, next, .. } = run.store().read(&Principal::system()).await?.page(&query).await?;
        waiting.extend(deliver(run, channel, rows.iter().map(Row::id).collect()).await?);
        query.after = next;
        if query.after.is_none() {
            break;
        }
    }
    note(channel, Position::default(), position, &waiting).await?;
    Ok(position)
}

async fn customers_of(channel: &Store, members: impl Iterator<Item = Uuid>) -> Result<BTreeSet<Uuid>> {
    let mut reader = channel.read(&Principal::system()).await?;
    let mut customers = BTreeSet::new();
    for member in members {
        customers.extend(customer_of_membership(&mut reader, member).await?);
    }
    Ok(customers)
}

/// Brings the store up to date about these customers. Answers with those that it would not take.
async fn deliver(run: &mut Run, channel: &Store, ids: BTreeSet<Uuid>) -> Result<BTreeSet<Uuid>> {
    let ids: Vec<Uuid> = ids.into_iter().collect();
    let mut refused = BTreeSet::new();
    for batch in ids.chunks(BATCH_ROWS) {
        let news = read(&mut run.store().read(&Principal::system()).await?, batch).await?;
        match tell(channel, news.clone()).await {
            Ok(outcomes) => report(run, &news, &outcomes),
            Err(error) if error.is_transient() => return Err(error),
            // Each on its own, so that one stands in nobody's way.
            Err(_) => {
                for one in news {
                    match tell(channel, vec![one.clone()]).await {
                        Ok(outcomes) => report(run, &[one], &outcomes),
                        Err(error) if error.is_transient() => return Err(error),
                        Err(error) => {
                            run.failed(&key(&one), &error);
                            refused.insert(one.0);
                        }
                    }
                }
            }
        }
    }
    Ok(refused)
}

async fn tell(channel: &Store, news: Vec<News>) -> Result<Vec<bool>> {
    channel.write(Context::system(), news, |tx, news| Box::pin(tell_in_one(tx, news))).await
}

/// Whether anything changed, for each.
async fn tell_in_one(tx: &mut Tx, news: &Vec<News>) -> Result<Vec<bool>> {
    let mut changed = Vec::with_capacity(news.len());
    for (id, publication) in news {
        changed.push(match publication {
            Some(publication) => publish(tx, publication).await? == PublishOutcome::Changed,
            None => withdraw(tx, id).await?,
        });
    }
    Ok(changed)
}

fn report(run: &mut Run, news: &[News], changed: &[bool]) {
    for (one, _) in news.iter().zip(changed).filter(|(_, changed)| **changed) {
        let remark = match one.1 {
            Some(_) => Remark::new("published", "the store knows it"),
            None => Remark::new("withdrawn", "taken out of the store"),
        };
        run.done(&key(one), remark);
    }
}

fn key((id, publication): &News) -> String {
    publication.as_ref().map_or_else(|| id.to_string(), |known| known.customer.account.clone())
}

/// Notes how far the log is published, where that is news.
async fn note(channel: &Store, before: Position, now: Position, waiting: &BTreeSet<Uuid>) -> Result<()> {
    let lines: Vec<String> = waiting.iter().take(WAITING_MAX).map(Uuid::to_string).collect();
    let lines = Some(lines.join("\n")).filter(|lines| !lines.is_empty());
    let feed = read_feed(&mut channel.read(&Principal::system()).await?).await?;
    if before == now && feed.is_some_and(|feed| feed.waiting == lines) {
        return Ok(());
    }
    let feed = (now.to_string(), lines);
    channel
        .write(Context::system(), feed, |tx, (position, waiting)| {
            Box::pin(async move { write_feed(tx, position, waiting.as_deref()).await })
        })
        .await
}

fn waiting_ids(lines: Option<&str>) -> BTreeSet<Uuid> {
    lines.unwrap_or_default().lines().filter_map(|line| line.parse().ok()).collect()
}
