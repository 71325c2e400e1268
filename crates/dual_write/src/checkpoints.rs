//! How far each side's change feed is delivered.

use tables::{Filter, Result, Store, Table, Tx};
use uuid::Uuid;

use crate::Side;

/// The token of the beginning of a change feed.
const BEGINNING: &str = "0.0";

/// A place in a side's change feed.
#[derive(Clone, Debug, Table)]
#[table(name = "checkpoint", set = "checkpoints", key(by_side(side)), bookkeeping)]
pub struct Checkpoint {
    /// Id.
    #[column(id)]
    pub checkpointid: Uuid,
    /// Whose feed.
    #[column(text = 20)]
    pub side: String,
    /// The feed's token after everything that is delivered or waits.
    #[column(text = 200)]
    pub token: String,
}

/// Where to go on reading.
pub(crate) async fn read(store: &Store, side: Side) -> Result<String> {
    let mut reader = store.read(&tables::Principal::system()).await?;
    let known: Option<Checkpoint> = reader.find(Filter::equals("side", side.name())).await?;
    Ok(known.map_or_else(|| BEGINNING.to_owned(), |checkpoint| checkpoint.token))
}

/// Notes in the delivery's own transaction that the feed is delivered up to `token`.
pub(crate) async fn write(tx: &mut Tx, side: Side, token: &str) -> Result<()> {
    match tx.find::<Checkpoint>(Filter::equals("side", side.name())).await? {
        Some(mut checkpoint) => {
            token.clone_into(&mut checkpoint.token);
            tx.save(&checkpoint).await?;
        }
        None => {
            let checkpointid = tx.new_id();
            let (side, token) = (side.name().to_owned(), token.to_owned());
            tx.insert(&Checkpoint { checkpointid, side, token }).await?;
        }
    }
    Ok(())
}
