//! How far headquarters' customers are published. Kept beside what was published, and written after it:
//! at worst something is published twice, which changes nothing.

use tables::uuid::Uuid;
use tables::{Query, Reader, Result, Table, Tx};

/// A place in headquarters' change log.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "customerfeed", set = "customerfeeds", bookkeeping)]
pub struct Feed {
    /// Id.
    #[column(id)]
    pub customerfeedid: Uuid,
    /// The log's position up to which all is published or waits.
    #[column(text = 60)]
    pub position: String,
    /// Customers that could not be published and are tried again: ids, one per line.
    #[column(memo = 100_000)]
    pub waiting: Option<String>,
}

/// Where to go on; `None` before the first time.
///
/// # Errors
/// As any read.
pub async fn read_feed(reader: &mut Reader) -> Result<Option<Feed>> {
    reader.list(Query::of(Feed::NAME).limit(1)).await.map(|mut feeds| feeds.pop())
}

/// Has the next run of 1010 publish this customer whether it changed or not.
///
/// # Errors
/// As any write.
pub(super) async fn try_again(tx: &mut Tx, customer: Uuid) -> Result<()> {
    let Some(feed) = tx.list::<Feed>(Query::of(Feed::NAME).limit(1)).await?.pop() else { return Ok(()) };
    let waiting = format!("{}\n{customer}", feed.waiting.unwrap_or_default());
    tx.save(&Feed { waiting: Some(waiting.trim().to_owned()), ..feed }).await.map(|_| ())
}

/// Notes where to go on.
///
/// # Errors
/// As any write.
pub async fn write_feed(tx: &mut Tx, position: &str, waiting: Option<&str>) -> Result<()> {
    let (position, waiting) = (position.to_owned(), waiting.map(str::to_owned));
    match tx.list::<Feed>(Query::of(Feed::NAME).limit(1)).await?.pop() {
        Some(known) => tx.save(&Feed { position, waiting, ..known }).await?,
        None => tx.insert(&Feed { customerfeedid: tx.new_id(), position, waiting }).await?,
    };
    Ok(())
}
