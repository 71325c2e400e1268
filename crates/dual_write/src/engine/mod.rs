//! The engine: reads both feeds, delivers each change by every map and decision it concerns, and
//! tries again what waits.

mod pulse;
mod target;

pub use pulse::{Measured, Pulse, SidePulse};
pub(crate) use target::decision_lane;

use std::sync::Arc;

use jiff::Timestamp;
use tables::{Context, Store};
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::capture::{self, Feed};
use crate::deliver::{Delivered, DeliveryError, Desk, NO_TARGET, by_decision, by_map};
use crate::links::{self, Link};
use crate::maps::Solution;
use crate::waiting::{self, Place, Reason, Waiting};
use crate::{Change, Peer, PeerError, Side, checkpoints};
use target::Target;

/// Rounds of [`Engine::run_until_idle`] before it gives up.
const IDLE_ROUNDS_MAX: usize = 1_000;

/// Why the engine had to stop for now. It goes on from where it was.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// A peer could not answer.
    #[error(transparent)]
    Peer(#[from] PeerError),
    /// Dual-write's own database could not.
    #[error(transparent)]
    Store(#[from] tables::Error),
    /// Rows that answer each other for ever.
    #[error("Dual-write never comes to rest: the two sides keep changing the same rows.")]
    Restless,
}

impl From<DeliveryError> for EngineError {
    fn from(error: DeliveryError) -> Self {
        match error {
            DeliveryError::Peer(error) => Self::Peer(error),
            DeliveryError::Store(error) => Self::Store(error),
        }
    }
}

/// Keeps two peers in step. Cloning shares it.
#[derive(Clone)]
pub struct Engine {
    desk: Arc<Desk>,
    /// One round at a time: order per key is kept by doing one thing after another.
    turn: Arc<Mutex<()>>,
    pulse: Arc<Pulse>,
}

impl Engine {
    /// An engine for `solution` between two peers, working in `company`.
    #[must_use]
    pub fn new(store: Store, solution: Solution, headquarters: Peer, sales: Peer, company: &str) -> Self {
        let desk = Desk { store, solution, headquarters, sales, company: company.into() };
        Self { desk: Arc::new(desk), turn: Arc::default(), pulse: Arc::default() }
    }

    /// What was measured lately.
    #[must_use]
    pub fn pulse(&self) -> &Pulse {
        &self.pulse
    }

    /// The company that it works in.
    #[must_use]
    pub fn company(&self) -> &str {
        &self.desk.company
    }

    fn now(&self) -> Timestamp {
        self.desk.store.environment().clock.now()
    }

    pub(crate) fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Delivers until nothing is left that could be delivered now.
    ///
    /// # Errors
    /// [`EngineError`].
    pub async fn run_until_idle(&self) -> Result<(), EngineError> {
        for _ in 0..IDLE_ROUNDS_MAX {
            match self.round().await {
                Ok(true) => {}
                Ok(false) => return Ok(()),
                Err(error) => {
                    if let EngineError::Peer(PeerError::Unavailable { side, .. }) = &error {
                        self.pulse.troubled(*side, self.now(), &error.to_string());
                    }
                    return Err(error);
                }
            }
        }
        Err(EngineError::Restless)
    }

    /// One round: both feeds, then what waits. True when anything was read or tried.
    async fn round(&self) -> Result<bool, EngineError> {
        let _turn = self.turn.lock().await;
        let mut busy = false;
        for side in Side::BOTH {
            for feed in capture::feeds(&self.desk, side) {
                busy |= self.read_feed(&feed).await?;
            }
        }
        busy |= self.try_waiting().await?;
        Ok(busy)
    }

    async fn read_feed(&self, feed: &Feed) -> Result<bool, EngineError> {
        let desk = &*self.desk;
        let side = feed.side;
        let token = checkpoints::read(&desk.store, &feed.name).await?;
        let batch = capture::read(desk, feed, token.as_deref()).await?;
        let count = batch.changes.len();
        self.pulse.answered(side, &feed.name, self.now(), count, batch.more);
        for (at, (change, passed)) in batch.changes.iter().enumerate() {
            let last = at + 1 == count;
            let passed = if last { Some(batch.next.clone()) } else { passed.clone() };
            let targets = self.targets(side, change);
            let mut work = Vec::new();
            for target in &targets {
                let delivered = self.deliver(side, target, change).await;
                work.push(self.judge(side, target, delivered).await?);
            }
            let passed = passed.map(|token| (feed.name.clone(), token));
            self.write_down(side, change, &targets, work, passed).await?;
            self.pulse.dealt_with(side, &feed.name);
        }
        if count == 0 && Some(&batch.next) != token.as_ref() {
            let passed = Some((feed.name.clone(), batch.next));
            self.write_down(side, &none(), &[], Vec::new(), passed).await?;
        }
        Ok(count > 0 || batch.more)
    }

    /// Delivers, unless an earlier delivery of the lane waits.
    async fn deliver(
        &self,
        side: Side,
        target: &Target<'_>,
        change: &Change,
    ) -> Result<Delivered, DeliveryError> {
        let lane = self.place(side, target, change).lane;
        if !waiting::of_lane(&self.desk.store, &lane).await?.is_empty() {
            return Ok(Delivered::Wait(Reason::Behind));
        }
        self.attempt(side, target, change).await
    }

    /// A refusal anywhere on the way keeps this delivery waiting and no other. A peer that cannot
    /// answer stops the round, unless it is only this delivery that it has no answer to.
    async fn judge(
        &self,
        side: Side,
        target: &Target<'_>,
        delivered: Result<Delivered, DeliveryError>,
    ) -> Result<Delivered, EngineError> {
        let error = match delivered {
            Ok(delivered) => return Ok(delivered),
            Err(DeliveryError::Peer(error)) => error,
            Err(error) => return Err(error.into()),
        };
        let failed_at = match &error {
            PeerError::Refused { code, .. } => {
                return Ok(Delivered::Wait(Reason::refused(code, error.to_string())));
            }
            PeerError::Unavailable { side, .. } => *side,
        };
        let set = match target {
            Target::Map(map) => &map.end(failed_at).set,
            Target::Decision(..) => match self.desk.solution.maps().first() {
                Some(map) => &map.end(failed_at).set,
                None => return Err(error.into()),
            },
        };
        if error.retry_after().is_some() || !self.desk.peer(failed_at).answers(set).await {
            return Err(error.into());
        }
        tracing::warn!(%error, %side, "one delivery fails while its peer answers others: it waits");
        Ok(Delivered::Wait(Reason::Unanswered(error.to_string())))
    }

    async fn attempt(
        &self,
        side: Side,
        target: &Target<'_>,
        change: &Change,
    ) -> Result<Delivered, DeliveryError> {
        match target {
            Target::Map(map) => by_map(&self.desk, map, side, change).await,
            Target::Decision(document, decision) => by_decision(&self.desk, document, decision, change).await,
        }
    }

    /// Links, what waits, and the checkpoint: one transaction, after everything was applied.
    async fn write_down(
        &self,
        side: Side,
        change: &Change,
        targets: &[Target<'_>],
        work: Vec<Delivered>,
        passed: Option<(String, String)>,
    ) -> Result<(), EngineError> {
        let mut made: Vec<Link> = Vec::new();
        let mut parked: Vec<(Place, Reason)> = Vec::new();
        for (target, delivered) in targets.iter().zip(work) {
            match delivered {
                Delivered::Done(links) => {
                    self.measure(target, change.at);
                    made.extend(links);
                }
                Delivered::Wait(reason) => parked.push((self.place(side, target, change), reason)),
            }
        }
        let faults = &self.desk.store.environment().faults;
        faults.pass("dual_write.before_links").map_err(tables::Error::from)?;
        let input = (made, parked, change.clone(), passed);
        self.desk
            .store
            .write(Context::system(), input, move |tx, (made, parked, change, passed)| {
                Box::pin(async move {
                    for link in made {
                        links::put(tx, link).await?;
                        waiting::wake_waiters(tx, link).await?;
                    }
                    for (place, reason) in parked {
                        waiting::park(tx, place, change, reason).await?;
                    }
                    for (place, seen) in &change.observed {
                        capture::put_observed(tx, place, seen.as_deref()).await?;
                    }
                    match passed {
                        Some((feed, token)) => checkpoints::write(tx, feed, token).await,
                        None => Ok(()),
                    }
                })
            })
            .await
            .map_err(EngineError::Store)?;
        faults.pass("dual_write.after_links").map_err(tables::Error::from)?;
        Ok(())
    }

    /// Tries what waits and is due; each only when it is the first of its lane.
    async fn try_waiting(&self) -> Result<bool, EngineError> {
        let mut tried = false;
        for waiting in waiting::due(&self.desk.store).await? {
            let first = waiting::of_lane(&self.desk.store, &waiting.lane).await?.into_iter().next();
            if first.as_ref().map(|first| first.waitingid) != Some(waiting.waitingid) {
                self.postpone(&waiting, Reason::Behind).await?;
                continue;
            }
            tried = true;
            self.try_one(&waiting).await?;
        }
        Ok(tried)
    }

    async fn try_one(&self, waiting: &Waiting) -> Result<(), EngineError> {
        let side = Side::named(&waiting.side).unwrap_or(Side::Headquarters);
        let change: Change = serde_json::from_str(&waiting.change).map_err(tables::Error::internal)?;
        let Some(target) = self.target(&waiting.target) else {
            let words = format!("There is no map or decision {} any more.", waiting.target);
            return self.postpone(waiting, Reason::refused(NO_TARGET, words)).await;
        };
        let at = change.at;
        let change = match target {
            // As the row is now: a decision that its row no longer says is not sent any more.
            Target::Map(map) => self
                .desk
                .peer(side)
                .read(&map.end(side).set, change.id)
                .await
                .map(|row| Change { row, ..change }),
            Target::Decision(_, decision) => self
                .desk
                .peer(side)
                .read(&decision.set, change.id)
                .await
                .map(|row| Change { row: row.or_else(|| change.row.clone()), ..change }),
        };
        let delivered = match change {
            Ok(change) => self.attempt(side, &target, &change).await,
            Err(error) => Err(error.into()),
        };
        match self.judge(side, &target, delivered).await? {
            Delivered::Wait(reason) => self.postpone(waiting, reason).await,
            Delivered::Done(links) => {
                self.measure(&target, at);
                let input = (waiting.waitingid, links);
                self.desk
                    .store
                    .write(Context::system(), input, |tx, (id, made)| {
                        Box::pin(async move {
                            for link in made {
                                links::put(tx, link).await?;
                                waiting::wake_waiters(tx, link).await?;
                            }
                            waiting::release(tx, *id).await
                        })
                    })
                    .await
                    .map_err(EngineError::Store)
            }
        }
    }

    fn measure(&self, target: &Target<'_>, since: Option<Timestamp>) {
        if let Some(since) = since {
            let at = self.now();
            let lag = at.duration_since(since).as_millis().max(0);
            let lag = i64::try_from(lag).unwrap_or(i64::MAX);
            self.pulse.delivered(Measured { at, target: target.name().into_owned(), lag });
        }
    }

    async fn postpone(&self, waiting: &Waiting, reason: Reason) -> Result<(), EngineError> {
        let input = (waiting.waitingid, reason);
        self.desk
            .store
            .write(Context::system(), input, |tx, (id, reason)| Box::pin(waiting::postpone(tx, *id, reason)))
            .await
            .map_err(EngineError::Store)
    }
}

/// Stands for "no change": only the checkpoint moves.
fn none() -> Change {
    Change {
        transaction: 0,
        sequence: 0,
        set: String::new(),
        id: Uuid::nil(),
        operation: crate::Operation::Update,
        changed: Vec::new(),
        row: None,
        at: None,
        user_id: Uuid::nil(),
        observed: Vec::new(),
    }
}
