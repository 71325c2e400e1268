//! Deliveries that wait: for a parent's link, or for a person or time to mend what was refused.
//! Nothing else waits for them but later changes of the same lane.

use jiff::{SignedDuration, Timestamp};
use tables::{
    Choice, ColumnValue as _, Comparison, Filter, Principal, Query, Result, Store, Table, Tx, Value,
};
use uuid::Uuid;

use crate::{Change, Side};

/// First pause before a refused delivery is tried again, in seconds; doubled each time.
const PAUSE_SECONDS: i64 = 2;
/// Longest pause.
const PAUSE_SECONDS_MAX: i64 = 3_600;
/// A missing parent is looked for again after this even if nobody announced it.
const PARENT_SECONDS: i64 = 60;
/// A paused delivery is not tried at all: resuming makes it due.
const PAUSED_SECONDS: i64 = 100 * 366 * 24 * 3_600;
/// Deliveries tried in one round.
pub(crate) const ROUND_MAX: u32 = 200;

/// Why a delivery waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum Cause {
    /// A row that it needs is not linked yet.
    Parent = 1,
    /// The other side refused it.
    Refused = 2,
    /// An earlier delivery of its lane waits.
    Behind = 3,
    /// The other side failed over it while it answered others.
    Unanswered = 4,
    /// Somebody paused its map or decision.
    Paused = 5,
}

impl Cause {
    /// Those that do not come right by themselves: somebody has to look.
    pub const NEED_SOMEBODY: [Self; 2] = [Self::Refused, Self::Unanswered];

    /// Whether somebody has to look.
    #[must_use]
    pub fn needs_somebody(self) -> bool {
        Self::NEED_SOMEBODY.contains(&self)
    }
}

/// A waiting delivery.
#[derive(Clone, Debug, PartialEq, Table)]
#[expect(clippy::duplicated_attributes, reason = "a column may lead several indexes")]
#[table(
    name = "waiting",
    set = "waiting",
    index(lane),
    index(sourceid),
    index(target, cause),
    index(target, createdon),
    index(awaited),
    index(nextattemptat),
    index(createdon),
    bookkeeping
)]
pub struct Waiting {
    /// Id.
    #[column(id)]
    pub waitingid: Uuid,
    /// The side that the change is from.
    #[column(text = 20)]
    pub side: String,
    /// Id of the changed row.
    #[column(text = 36)]
    pub sourceid: Option<String>,
    /// How people call the changed row.
    #[column(text = 400)]
    pub name: Option<String>,
    /// Map or decision that it is delivered by.
    #[column(text = 100)]
    pub target: String,
    /// What keeps its order.
    #[column(text = 300)]
    pub lane: String,
    /// Place in the feed.
    #[column(whole, min = 0, max = i64::MAX)]
    pub sequence: i64,
    /// The change, JSON.
    #[column(memo = 1_000_000)]
    pub change: String,
    /// Why it waits.
    #[column(choice)]
    pub cause: Cause,
    /// The code of the refusal, where it has one.
    #[column(text = 100)]
    pub code: Option<String>,
    /// Why, in words.
    #[column(memo = 4_000)]
    pub message: Option<String>,
    /// The row it waits for: `map/side/id`.
    #[column(text = 200)]
    pub awaited: Option<String>,
    /// Attempts made.
    #[column(whole)]
    pub attempts: i64,
    /// Not before this.
    #[column(date_time)]
    pub nextattemptat: Timestamp,
}

/// Why and for what a delivery has to wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// For the link of this row.
    Parent {
        /// The map whose link is missing.
        map: String,
        /// Side of the row.
        side: Side,
        /// Its id, or its key in headquarters.
        row: String,
    },
    /// The other side said no.
    Refused {
        /// Its code, or one of ours.
        code: String,
        /// In words, with what to do.
        message: String,
    },
    /// The other side failed over it while it answered others.
    Unanswered(String),
    /// Its lane is not free.
    Behind,
    /// Its map or decision is paused.
    Paused,
}

impl Reason {
    /// A refusal with this code.
    pub(crate) fn refused(code: &str, message: impl Into<String>) -> Self {
        Self::Refused { code: code.into(), message: message.into() }
    }

    fn cause(&self) -> Cause {
        match self {
            Self::Parent { .. } => Cause::Parent,
            Self::Refused { .. } => Cause::Refused,
            Self::Unanswered(_) => Cause::Unanswered,
            Self::Behind => Cause::Behind,
            Self::Paused => Cause::Paused,
        }
    }

    fn awaited(&self) -> Option<String> {
        match self {
            Self::Parent { map, side, row } => Some(awaited(map, *side, row)),
            Self::Refused { .. } | Self::Unanswered(_) | Self::Behind | Self::Paused => None,
        }
    }

    fn code(&self) -> Option<String> {
        match self {
            Self::Refused { code, .. } if !code.is_empty() => Some(code.chars().take(100).collect()),
            _ => None,
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Parent { map, side, row } => {
                format!("The row {row} of {side} that this one needs is not linked by {map} yet.")
            }
            Self::Refused { message, .. } | Self::Unanswered(message) => message.clone(),
            Self::Behind => "An earlier change of the same row or decision waits.".into(),
            Self::Paused => "Its map or decision is paused.".into(),
        }
    }
}

/// What those are called that wait for this row.
pub(crate) fn awaited(map: &str, side: Side, row: &str) -> String {
    format!("{map}/{side}/{row}")
}

/// A delivery's place: what is delivered by what, in which lane.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub side: Side,
    /// How people call the changed row.
    pub name: Option<String>,
    pub target: String,
    pub lane: String,
    /// Whether a newer change takes an older one's place. Decisions are never replaced.
    pub collapses: bool,
}

/// Deliveries of this lane that wait, oldest first.
pub(crate) async fn of_lane(store: &Store, lane: &str) -> Result<Vec<Waiting>> {
    let query =
        Query::of("waiting").filter(Filter::equals("lane", lane)).order_by("sequence").limit(ROUND_MAX);
    store.read(&Principal::system()).await?.list(query).await
}

/// Deliveries whose time has come, oldest first.
pub(crate) async fn due(store: &Store) -> Result<Vec<Waiting>> {
    let now = store.environment().clock.now();
    let query = Query::of("waiting")
        .filter(Filter::Compare("nextattemptat".into(), Comparison::LessOrEqual, now.into()))
        .order_by("sequence")
        .limit(ROUND_MAX);
    store.read(&Principal::system()).await?.list(query).await
}

/// Puts a change aside; behind others of its lane, or in the place of an older one.
pub(crate) async fn park(tx: &mut Tx, place: &Place, change: &Change, reason: &Reason) -> Result<()> {
    let query = Query::of("waiting").filter(Filter::equals("lane", place.lane.as_str())).order_by("sequence");
    let ahead: Vec<Waiting> = tx.list(query).await?;
    let mut change = change.clone();
    if place.collapses
        && let Some(mut older) = ahead.iter().rfind(|waiting| waiting.target == place.target).cloned()
    {
        if let Ok(before) = serde_json::from_str::<Change>(&older.change) {
            change.changed.extend(before.changed);
            change.changed.sort();
            change.changed.dedup();
        }
        older.change = serde_json::to_string(&change).map_err(tables::Error::internal)?;
        older.sequence = change.sequence;
        older.name.clone_from(&place.name);
        if older.cause != Cause::Paused {
            older.nextattemptat = tx.now();
        }
        tx.save(&older).await?;
        return Ok(());
    }
    let waiting = Waiting {
        waitingid: tx.new_id(),
        side: place.side.name().into(),
        sourceid: Some(change.id.to_string()),
        name: place.name.clone(),
        target: place.target.clone(),
        lane: place.lane.clone(),
        sequence: change.sequence,
        change: serde_json::to_string(&change).map_err(tables::Error::internal)?,
        cause: reason.cause(),
        code: reason.code(),
        message: Some(shorten(&reason.words())),
        awaited: reason.awaited(),
        attempts: 1,
        nextattemptat: later(tx.now(), reason, 1),
    };
    tx.insert(&waiting).await.map(|_| ())
}

/// Notes that another attempt failed.
pub(crate) async fn postpone(tx: &mut Tx, id: Uuid, reason: &Reason) -> Result<()> {
    if let Some(mut waiting) = tx.get::<Waiting>(id).await? {
        waiting.attempts += 1;
        waiting.cause = reason.cause();
        waiting.code = reason.code();
        waiting.message = Some(shorten(&reason.words()));
        waiting.awaited = reason.awaited();
        waiting.nextattemptat = later(tx.now(), reason, waiting.attempts);
        tx.save(&waiting).await?;
    }
    Ok(())
}

/// A delivery is done: it goes, and the next of its lane may come.
pub(crate) async fn release(tx: &mut Tx, id: Uuid) -> Result<()> {
    let Some(waiting) = tx.get::<Waiting>(id).await? else { return Ok(()) };
    tx.remove::<Waiting>(id).await?;
    wake(tx, Filter::equals("lane", waiting.lane)).await
}

/// Deliveries that somebody wants tried again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// These.
    These(Vec<Uuid>),
    /// All that wait, but those that are paused.
    All,
    /// All that one map or decision has for the same cause.
    Alike {
        /// Map or decision.
        target: String,
        /// Why they wait.
        cause: Cause,
        /// The code of the refusal.
        code: Option<String>,
    },
}

/// Makes these deliveries due now, or some of them where they are many; answers which.
pub(crate) async fn hasten(tx: &mut Tx, which: &Which) -> Result<Vec<Waiting>> {
    let now = tx.now();
    let later = |filter: Filter| {
        let later = Filter::Compare("nextattemptat".into(), Comparison::Greater, now.into());
        Query::of("waiting").filter(later).filter(filter).limit(ROUND_MAX)
    };
    let mut all = Vec::new();
    match which {
        Which::These(ids) => {
            for id in ids {
                all.push(tx.get::<Waiting>(*id).await?.ok_or_else(|| gone(*id))?);
            }
        }
        Which::All => {
            let paused = Filter::Compare("cause".into(), Comparison::NotEqual, Cause::Paused.to_value());
            all = tx.list(later(paused)).await?;
        }
        Which::Alike { target, cause, code } => {
            let alike = Filter::equals("target", target.as_str())
                .and(Filter::equals("cause", cause.to_value()))
                .and(Filter::equals("code", code.as_deref().map_or(Value::Null, Value::from)));
            all = tx.list(later(alike)).await?;
        }
    }
    for waiting in &mut all {
        waiting.nextattemptat = now;
        tx.save(waiting).await?;
    }
    Ok(all)
}

/// A person decided that a delivery is not to be made. Answers what it was.
pub(crate) async fn skip(tx: &mut Tx, id: Uuid) -> Result<Waiting> {
    let waiting = tx.get::<Waiting>(id).await?.ok_or_else(|| gone(id))?;
    release(tx, id).await?;
    Ok(waiting)
}

fn gone(id: Uuid) -> tables::Error {
    tables::Error::NotFound { table: "waiting".into(), id }
}

/// A link was made: whoever waits for one of its rows may come.
pub(crate) async fn wake_waiters(tx: &mut Tx, link: &crate::links::Link) -> Result<()> {
    let mut names = vec![
        awaited(&link.map, Side::Headquarters, &link.headquartersid),
        awaited(&link.map, Side::Sales, &link.salesid),
    ];
    names.extend(link.headquarterskey.iter().map(|key| awaited(&link.map, Side::Headquarters, key)));
    let names = names.into_iter().map(Into::into).collect();
    wake(tx, Filter::In("awaited".into(), names)).await
}

async fn wake(tx: &mut Tx, filter: Filter) -> Result<()> {
    let now = tx.now();
    for mut waiting in tx.list::<Waiting>(Query::of("waiting").filter(filter)).await? {
        waiting.nextattemptat = now;
        tx.save(&waiting).await?;
    }
    Ok(())
}

fn later(now: Timestamp, reason: &Reason, attempts: i64) -> Timestamp {
    let seconds = match reason {
        Reason::Parent { .. } | Reason::Behind => PARENT_SECONDS,
        Reason::Paused => PAUSED_SECONDS,
        Reason::Refused { .. } | Reason::Unanswered(_) => {
            (PAUSE_SECONDS << attempts.clamp(0, 20)).min(PAUSE_SECONDS_MAX)
        }
    };
    now.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(Timestamp::MAX)
}

fn shorten(words: &str) -> String {
    words.chars().take(4_000).collect()
}
