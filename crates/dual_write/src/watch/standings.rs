//! How rows stand with their counterparts, for the pages of either side: two queries for a whole
//! list.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;

use jiff::Timestamp;
use shell::{Language, Stand, Standing, State};
use tables::{ColumnValue as _, Filter, Principal, Query, Result, Row, Store, System, Table as _, Value};
use uuid::Uuid;

use crate::engine::decision_lane;
use crate::links::{self, Link};
use crate::maps::Solution;
use crate::pages::{reason, voice};
use crate::waiting::{Cause, Waiting};
use crate::{Hub, Side};

/// Rows looked up at a time: each counts with both its ids.
const ROWS_AT_ONCE: usize = 400;

/// The address of a row's page on a side, by its set and id, where that side has one here.
pub type CounterpartPage = fn(Side, &str, Uuid) -> Option<String>;

/// How rows stand, told from links and from what waits.
pub struct Standings {
    store: Store,
    hub: Hub,
    page: CounterpartPage,
}

/// A look at what one package connects.
struct Look<'a> {
    store: &'a Store,
    solution: &'a Solution,
    page: CounterpartPage,
}

/// A pair of rows, as far as a badge tells of it.
struct Pair {
    link: Uuid,
    map: String,
    other: Uuid,
    key: Option<String>,
    made: bool,
    agreed: Option<Timestamp>,
}

/// A delivery that waits, as far as a badge tells of it.
struct Delay {
    id: Uuid,
    source: String,
    lane: String,
    cause: Option<Cause>,
    code: String,
    message: String,
    since: Option<Timestamp>,
}

impl Delay {
    fn needs_somebody(&self) -> bool {
        self.cause.is_some_and(Cause::needs_somebody)
    }

    /// Why it waits, as far as it says so.
    fn why(&self, language: Language) -> Option<String> {
        let voice = voice(language);
        let known = self.cause.and_then(|cause| reason(&voice, cause, &self.code));
        known.or_else(|| Some(self.message.clone()).filter(|message| !message.is_empty()))
    }
}

impl Standings {
    /// Standings of what the installed package connects, kept in dual-write's `store`.
    #[must_use]
    pub fn new(store: Store, hub: Hub, page: CounterpartPage) -> Self {
        Self { store, hub, page }
    }
}

impl Look<'_> {
    async fn some(
        &self,
        side: Side,
        set: &str,
        ids: &[Uuid],
        language: Language,
        stand: &mut Stand,
    ) -> Result<()> {
        let pairs = self.pairs(side, set, ids).await?;
        let mut sources: Vec<String> = ids.iter().map(Uuid::to_string).collect();
        sources.extend(pairs.values().map(|pair| pair.other.to_string()));
        let lanes = pairs.values().filter_map(|pair| self.lane(pair)).collect();
        let delays = self.delays(sources, lanes).await?;
        for id in ids {
            let pair = pairs.get(id);
            let sources = [Some(id.to_string()), pair.map(|pair| pair.other.to_string())];
            let lane = pair.and_then(|pair| self.lane(pair));
            let concerns = |delay: &&Delay| {
                sources.iter().flatten().any(|source| *source == delay.source)
                    || lane.as_ref() == Some(&delay.lane)
            };
            // What somebody has to look at comes before what comes by itself; then the oldest.
            let delay =
                delays.iter().filter(concerns).min_by_key(|delay| (!delay.needs_somebody(), delay.since));
            if let Some(standing) = self.standing(side, pair, delay, language) {
                stand.insert(*id, standing);
            }
        }
        Ok(())
    }

    /// Decisions wait in the lane of what they are about, whichever row told of them.
    fn lane(&self, pair: &Pair) -> Option<String> {
        let decided = self.solution.decisions().any(|(_, decision)| decision.subject.map == pair.map);
        pair.key.as_deref().filter(|_| decided).map(decision_lane)
    }

    fn standing(
        &self,
        side: Side,
        pair: Option<&Pair>,
        delay: Option<&Delay>,
        language: Language,
    ) -> Option<Standing> {
        let counterpart = pair.filter(|pair| pair.made).and_then(|pair| {
            let other = side.other();
            (self.page)(other, &self.solution.map(&pair.map)?.end(other).set, pair.other)
        });
        match (delay, pair) {
            (Some(delay), _) => Some(Standing {
                state: if delay.needs_somebody() { State::Failed } else { State::Waiting },
                counterpart,
                at: delay.since,
                cause: delay.why(language),
                path: format!("/dual-write/parked/{}", delay.id),
            }),
            (None, Some(pair)) => Some(Standing {
                state: if pair.made { State::InStep } else { State::Waiting },
                counterpart,
                at: pair.agreed,
                cause: None,
                path: format!("/dual-write/rows/{}", pair.link),
            }),
            (None, None) => None,
        }
    }

    async fn pairs(&self, side: Side, set: &str, ids: &[Uuid]) -> Result<HashMap<Uuid, Pair>> {
        let maps = self.solution.maps().iter().filter(|map| map.end(side).set == set);
        let maps: Vec<&str> = maps.map(|map| map.name.as_str()).collect();
        if maps.is_empty() {
            return Ok(HashMap::new());
        }
        let ids: Vec<String> = ids.iter().map(Uuid::to_string).collect();
        let filter = one_of("map", maps).and(one_of(links::id_column(side), ids));
        let columns = ["map", "headquartersid", "salesid", "headquarterskey", "made", "modifiedon"];
        let rows = self.rows(Link::NAME, &columns, filter).await?;
        let pair = |row: &Row| {
            let id = |side| Uuid::try_parse(&text(row, links::id_column(side))).unwrap_or_default();
            let pair = Pair {
                link: row.id(),
                map: text(row, "map"),
                other: id(side.other()),
                key: Some(text(row, "headquarterskey")).filter(|key| !key.is_empty()),
                made: *row.get("made") == Value::YesNo(true),
                agreed: moment(row.system(System::ModifiedAt)),
            };
            (id(side), pair)
        };
        Ok(rows.iter().map(pair).collect())
    }

    async fn delays(&self, sources: Vec<String>, lanes: Vec<String>) -> Result<Vec<Delay>> {
        let mut either = vec![one_of("sourceid", sources)];
        if !lanes.is_empty() {
            either.push(one_of("lane", lanes));
        }
        let columns = ["sourceid", "lane", "cause", "code", "message", "createdon"];
        let delay = |row: &Row| Delay {
            id: row.id(),
            source: text(row, "sourceid"),
            lane: text(row, "lane"),
            cause: Cause::from_value(row.get("cause")),
            code: text(row, "code"),
            message: text(row, "message"),
            since: row.created_at(),
        };
        let rows = self.rows(Waiting::NAME, &columns, Filter::Or(either)).await?;
        Ok(rows.iter().map(delay).collect())
    }

    /// Only these columns: what travels is long.
    async fn rows(&self, table: &str, columns: &[&str], filter: Filter) -> Result<Vec<Row>> {
        let select = columns.iter().map(|column| (*column).to_owned()).collect();
        let query = Query { select, ..Query::of(table).filter(filter) };
        Ok(self.store.read(&Principal::system()).await?.page(&query).await?.rows)
    }
}

fn one_of<T: Into<Value>>(column: &str, values: Vec<T>) -> Filter {
    Filter::In(column.into(), values.into_iter().map(Into::into).collect())
}

fn text(row: &Row, column: &str) -> String {
    row.get(column).as_text().unwrap_or_default().to_owned()
}

fn moment(value: &Value) -> Option<Timestamp> {
    match value {
        Value::DateTime(moment) => Some(*moment),
        _ => None,
    }
}

impl shell::Standings for Standings {
    fn of<'a>(
        &'a self,
        application: &'static str,
        set: &'a str,
        ids: &'a [Uuid],
        language: Language,
    ) -> Pin<Box<dyn Future<Output = Result<Stand>> + Send + 'a>> {
        Box::pin(async move {
            let mut stand = Stand::new();
            let Some(side) = Side::named(application) else { return Ok(stand) };
            let Some(engine) = self.hub.engine() else { return Ok(stand) };
            let look = Look { store: &self.store, solution: &engine.desk().solution, page: self.page };
            for some in ids.chunks(ROWS_AT_ONCE) {
                look.some(side, set, some, language, &mut stand).await?;
            }
            Ok(stand)
        })
    }
}
