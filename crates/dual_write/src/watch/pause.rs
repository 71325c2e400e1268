//! Pausing a map or decision: its changes are read and kept in order, and delivered once it goes
//! on. Nothing is lost, and nothing else waits but what needs its rows.

use tables::{Comparison, Context, Filter, Principal, Query, Result, Store, Table, Tx};
use uuid::Uuid;

use super::activity::{Activity, Deed, note};
use crate::Engine;
use crate::waiting::{Cause, ROUND_MAX, Waiting};

/// Longest reason that somebody gives, in characters.
pub const REASON_LENGTH_MAX: usize = 400;

/// A map or decision that is paused, by whoever made this row.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(name = "pause", set = "pauses", key(by_target(target)))]
pub struct Pause {
    /// Id.
    #[column(id)]
    pub pauseid: Uuid,
    /// Map or decision.
    #[column(text = 100)]
    pub target: String,
    /// Why.
    #[column(text = 400)]
    pub reason: Option<String>,
}

/// Whether this map or decision is paused.
pub(crate) async fn is_paused(store: &Store, target: &str) -> Result<bool> {
    let mut reader = store.read(&Principal::system()).await?;
    Ok(reader.find::<Pause>(Filter::equals("target", target)).await?.is_some())
}

impl Engine {
    /// Whether there is a map or decision of this name.
    #[must_use]
    pub fn has_target(&self, target: &str) -> bool {
        let solution = &self.desk().solution;
        solution.map(target).is_some() || solution.decision(target).is_some()
    }

    /// Pauses a map or decision. Done again, it changes nothing but the reason, where one is given.
    ///
    /// # Errors
    /// `NoTarget` for a name that nothing has; [`tables::Error::TooLong`]; as any write.
    pub async fn pause(&self, context: Context, target: &str, reason: &str) -> Result<()> {
        if !self.has_target(target) {
            return Err(no_target(target));
        }
        let reason = Some(reason.trim().to_owned()).filter(|reason| !reason.is_empty());
        let input = (target.to_owned(), reason);
        self.desk()
            .store
            .write(context, input, |tx, (target, reason)| {
                Box::pin(async move {
                    match tx.find::<Pause>(Filter::equals("target", target.as_str())).await? {
                        Some(known) if reason.is_none() || known.reason == *reason => return Ok(()),
                        Some(known) => tx.save(&Pause { reason: reason.clone(), ..known }).await?,
                        None => {
                            let pauseid = tx.new_id();
                            let pause = Pause { pauseid, target: target.clone(), reason: reason.clone() };
                            tx.insert(&pause).await?
                        }
                    };
                    let message = reason.clone();
                    note(tx, Activity { message, ..Activity::of(Deed::Paused, Some(target)) }).await
                })
            })
            .await
    }

    /// Lets a map or decision go on; what was kept is delivered in its order.
    ///
    /// # Errors
    /// `NoTarget` for a name that nothing has; as any write.
    pub async fn resume(&self, context: Context, target: &str) -> Result<()> {
        let store = &self.desk().store;
        let input = (target.to_owned(), self.has_target(target));
        store
            .write(context.clone(), input, |tx, (target, is_known)| {
                Box::pin(async move {
                    let pause = tx.find::<Pause>(Filter::equals("target", target.as_str())).await?;
                    let Some(pause) = pause else {
                        return if *is_known { Ok(()) } else { Err(no_target(target)) };
                    };
                    tx.remove::<Pause>(pause.pauseid).await?;
                    note(tx, Activity::of(Deed::Resumed, Some(target))).await
                })
            })
            .await?;
        // Some at a time: many may have come together.
        while store
            .write(context.clone(), target.to_owned(), |tx, target| Box::pin(wake_some(tx, target)))
            .await?
        {}
        Ok(())
    }
}

/// Makes some of what the pause kept due; false when there was none.
async fn wake_some(tx: &mut Tx, target: &str) -> Result<bool> {
    let now = tx.now();
    let kept = Filter::equals("target", target)
        .and(Filter::equals("cause", tables::ColumnValue::to_value(&Cause::Paused)))
        .and(Filter::Compare("nextattemptat".into(), Comparison::Greater, now.into()));
    let some: Vec<Waiting> = tx.list(Query::of(Waiting::NAME).filter(kept).limit(ROUND_MAX)).await?;
    for waiting in &some {
        tx.save(&Waiting { nextattemptat: now, ..waiting.clone() }).await?;
    }
    Ok(!some.is_empty())
}

fn no_target(target: &str) -> tables::Error {
    let message = format!("There is no map or decision {target}. `tandem dual-write status` lists them.");
    tables::Error::Refused { code: "NoTarget", message }
}
