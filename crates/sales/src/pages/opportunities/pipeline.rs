//! The pipeline: open opportunities by stage, with count and sum. A card moves by its own menu.

use std::collections::BTreeMap;

use askama::Template;
use jiff::civil::Date;
use serde::Deserialize;
use shell::names::names;
use shell::{Command, Fault, Frame, Parameters, Shown, Tone, Visit, initials};
use tables::{Aggregate, Filter, Measure, Money, Privilege, Query, Reader, Row, System, Value};
use uuid::Uuid;

use crate::pages::partner::verdict;
use crate::pages::process;
use crate::pages::records::{self, OPPORTUNITY};

/// Cards of one stage at first, and how many more each time.
const CARDS: usize = 20;
/// Most cards of one stage.
const CARDS_MAX: usize = 200;

#[derive(Deserialize)]
pub(super) struct Asked {
    /// `all`: everybody's; otherwise one's own.
    #[serde(default)]
    of: String,
    /// Cards of one stage.
    #[serde(default)]
    cards: usize,
}

#[derive(Template)]
#[template(path = "pipeline.html")]
struct Page {
    frame: Frame,
    title: String,
    is_mine: bool,
    /// Sums of all stages, one for each currency.
    total: Vec<String>,
    lanes: Vec<Lane>,
    here: String,
    more: String,
}

struct Lane {
    stage: i32,
    name: String,
    count: i64,
    sums: Vec<String>,
    cards: Vec<Card>,
    more: i64,
}

struct Card {
    name: String,
    page: String,
    customer: String,
    chip: Option<(Tone, &'static str, String)>,
    amount: String,
    closes: String,
    owner: String,
    initials: String,
    /// Where a form goes that moves it, with the other stages.
    moves: Option<(String, Vec<(i32, String)>)>,
}

pub(super) async fn show(visit: Visit, Parameters(asked): Parameters<Asked>) -> Shown {
    let is_mine = asked.of != "all";
    let cards = asked.cards.clamp(CARDS, CARDS_MAX);
    let mut filter = Filter::equals("statecode", Value::Choice(0));
    if is_mine {
        let me = tables::Reference::new("systemuser", visit.principal.user);
        filter = filter.and(Filter::equals("ownerid", Value::from(me)));
    }
    let mut reader = visit.read().await?;
    let reckoned = reckon(&visit, &mut reader, &filter).await?;
    let stages = process::stages(&visit);
    let mut lanes = Vec::new();
    for (stage, name) in (0..).zip(&stages) {
        let found = rows(&mut reader, &filter, stage, cards).await?;
        let (count, sums) = reckoned.of(stage);
        let shown = i64::try_from(found.len()).unwrap_or(i64::MAX);
        lanes.push(Lane {
            stage,
            name: name.clone(),
            count,
            sums: reckoned.said(&visit, &sums),
            cards: draw(&visit, &mut reader, &found, &stages, stage, &reckoned).await?,
            more: if cards < CARDS_MAX { count.saturating_sub(shown) } else { 0 },
        });
    }
    let title = visit.say(if is_mine { "my-pipeline" } else { "whole-pipeline" });
    let mut commands = Vec::new();
    if visit.may(Privilege::Create, OPPORTUNITY.table) {
        commands.push(Command::go(visit.say("new"), "plus", format!("{}/new", OPPORTUNITY.list())));
    }
    commands.push(Command::go(visit.say("as-list"), "list", OPPORTUNITY.list()));
    let here = format!("/sales/pipeline?of={}&cards={cards}", if is_mine { "mine" } else { "all" });
    visit.show(&Page {
        frame: visit.frame(title.clone()).with(commands),
        title,
        is_mine,
        total: reckoned.said(&visit, &reckoned.total()),
        lanes,
        more: here.replace(&format!("cards={cards}"), &format!("cards={}", (cards + CARDS).min(CARDS_MAX))),
        here,
    })
}

/// Amounts by currency; an opportunity without one is in none.
type Sums = BTreeMap<Option<Uuid>, i64>;

/// Counts and sums of the stages.
struct Reckoned {
    stages: BTreeMap<i32, (i64, Sums)>,
    codes: BTreeMap<Uuid, String>,
}

impl Reckoned {
    fn of(&self, stage: i32) -> (i64, Sums) {
        self.stages.get(&stage).cloned().unwrap_or_default()
    }

    fn total(&self) -> Sums {
        let mut total = Sums::new();
        for (currency, sum) in self.stages.values().flat_map(|(_, sums)| sums) {
            let so_far = total.entry(*currency).or_default();
            *so_far = so_far.saturating_add(*sum);
        }
        total
    }

    fn code(&self, currency: Option<Uuid>) -> &str {
        currency.and_then(|id| self.codes.get(&id)).map_or("", String::as_str)
    }

    fn said(&self, visit: &Visit, sums: &Sums) -> Vec<String> {
        sums.iter().map(|(currency, sum)| visit.money(Money(*sum), self.code(*currency))).collect()
    }
}

async fn reckon(visit: &Visit, reader: &mut Reader, filter: &Filter) -> Result<Reckoned, Fault> {
    let query = Aggregate::of(OPPORTUNITY.table)
        .filter(filter.clone())
        .by("salesstage")
        .by("transactioncurrencyid")
        .measure(Measure::Count)
        .measure(Measure::Sum("estimatedvalue".into()));
    let mut stages: BTreeMap<i32, (i64, Sums)> = BTreeMap::new();
    for group in reader.aggregate(&query).await? {
        let [stage, currency] = group.keys.as_slice() else { continue };
        // One that says no stage stands at the first.
        let stage = if let Value::Choice(stage) = stage { *stage } else { 0 };
        let lane = stages.entry(stage).or_default();
        lane.0 += group.values.first().and_then(Value::as_whole).unwrap_or_default();
        if let Some(Value::Money(sum)) = group.values.get(1) {
            let so_far = lane.1.entry(currency.as_id()).or_default();
            *so_far = so_far.saturating_add(sum.0);
        }
    }
    let mut codes = BTreeMap::new();
    if visit.may(Privilege::Read, "transactioncurrency") {
        for row in reader.page(&Query::of("transactioncurrency")).await?.rows {
            codes.insert(row.id(), records::text(&row, "isocurrencycode").to_owned());
        }
    }
    Ok(Reckoned { stages, codes })
}

/// The opportunities that close first.
async fn rows(reader: &mut Reader, filter: &Filter, stage: i32, cards: usize) -> Result<Vec<Row>, Fault> {
    let mut at = Filter::equals("salesstage", Value::Choice(stage));
    if stage == 0 {
        at = Filter::Or(vec![at, Filter::IsNull("salesstage".into())]);
    }
    let limit = u32::try_from(cards).unwrap_or(u32::MAX);
    let query = Query::of(OPPORTUNITY.table).filter(filter.clone()).filter(at);
    Ok(reader.page(&query.order_by("estimatedclosedate").limit(limit)).await?.rows)
}

async fn draw(
    visit: &Visit,
    reader: &mut Reader,
    rows: &[Row],
    stages: &[String],
    stage: i32,
    reckoned: &Reckoned,
) -> Result<Vec<Card>, Fault> {
    let names = names(reader, rows, &["customerid", "ownerid"]).await?;
    let today = visit.store().environment().clock.now().to_zoned(visit.voice.zone.clone()).date();
    let name = |value: &Value| match value {
        Value::Reference(row) => names.get(&row.id).cloned().unwrap_or_default(),
        _ => String::new(),
    };
    let card = |row: &Row| {
        let closes = match row.get("estimatedclosedate") {
            Value::Date(day) => Some(*day),
            _ => None,
        };
        let owner = name(row.system(System::Owner));
        let others = (0..).zip(stages).filter(|(other, _)| *other != stage);
        let moves = records::may(visit, Privilege::Write, row).then(|| {
            let others = others.map(|(stage, name)| (stage, name.clone()));
            (format!("{}/stage", OPPORTUNITY.page(row.id())), others.collect())
        });
        Card {
            name: records::name(row),
            page: OPPORTUNITY.page(row.id()),
            customer: name(row.get("customerid")),
            chip: chip(visit, row, closes, today),
            amount: match row.get("estimatedvalue") {
                Value::Money(money) => {
                    visit.money(*money, reckoned.code(row.get("transactioncurrencyid").as_id()))
                }
                _ => String::new(),
            },
            closes: closes.map(|day| visit.day(day)).unwrap_or_default(),
            initials: initials(&owner),
            owner,
            moves,
        }
    };
    Ok(rows.iter().map(card).collect())
}

/// At most one: what is late first, then what headquarters says.
fn chip(visit: &Visit, row: &Row, closes: Option<Date>, today: Date) -> Option<(Tone, &'static str, String)> {
    if closes.is_some_and(|day| day < today) {
        return Some((Tone::Warn, "alert", visit.say("close-date-passed")));
    }
    let verdict = verdict(visit, OPPORTUNITY.table, row)?;
    Some((verdict.tone, verdict.icon, verdict.word))
}
