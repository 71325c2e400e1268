//! How far each side's change feed is delivered.

use tables::{Filter, Result, Store, Table, Tx};
use uuid::Uuid;

/// A place in a side's change feed.
#[derive(Clone, Debug, Table)]
#[table(name = "checkpoint", set = "checkpoints", key(by_side(side)), bookkeeping)]
pub struct Checkpoint {
    /// Id.
    #[column(id)]
    pub checkpointid: Uuid,
    /// Which feed: `sales`, or one of a table such as `sales/leads`.
    #[column(text = 100)]
    pub side: String,
    /// The feed's token after everything that is delivered or waits.
    #[column(text = 4_000)]
    pub token: String,
}

/// Where to go on reading a feed; `None`: from its beginning.
pub(crate) async fn read(store: &Store, feed: &str) -> Result<Option<String>> {
    let mut reader = store.read(&tables::Principal::system()).await?;
    let known: Option<Checkpoint> = reader.find(Filter::equals("side", feed)).await?;
    Ok(known.map(|checkpoint| checkpoint.token))
}

/// Forgets them all: every feed is read from its beginning again. Judged by value, nothing that was
/// delivered before is delivered twice.
pub(crate) async fn forget(tx: &mut Tx) -> Result<()> {
    for known in tx.list::<Checkpoint>(tables::Query::of(Checkpoint::NAME)).await? {
        tx.remove::<Checkpoint>(known.checkpointid).await?;
    }
    Ok(())
}

/// Notes in the delivery's own transaction that the feed is delivered up to `token`.
pub(crate) async fn write(tx: &mut Tx, feed: &str, token: &str) -> Result<()> {
    match tx.find::<Checkpoint>(Filter::equals("side", feed)).await? {
        Some(mut checkpoint) => {
            token.clone_into(&mut checkpoint.token);
            tx.save(&checkpoint).await?;
        }
        None => {
            let checkpointid = tx.new_id();
            let (side, token) = (feed.to_owned(), token.to_owned());
            tx.insert(&Checkpoint { checkpointid, side, token }).await?;
        }
    }
    Ok(())
}
