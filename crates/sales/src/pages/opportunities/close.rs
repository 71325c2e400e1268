//! Close as Won, Close as Lost, and reopen.

use askama::Template;
use jiff::civil::Date;
use serde::Deserialize;
use shell::form::Filled;
use shell::{Fault, Frame, Shown, Visit};
use tables::value::MONEY_SCALE;
use tables::{Change, Error, Money, Privilege, Query, Reader, Value, Values};
use uuid::Uuid;

use crate::opportunities::{CloseError, Opportunity, close_as_lost, close_as_won};
use crate::pages::activities::write;
use crate::pages::question::Question;
use crate::pages::records::{self, OPPORTUNITY, RowId};

/// Most competitors that one can choose from.
const COMPETITORS_MAX: u32 = 500;
/// Longest description of a closing.
const DESCRIPTION_LENGTH_MAX: usize = 2_000;

/// How it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Won,
    Lost,
}

impl End {
    /// The reasons of the state, as the table numbers them; the first is the usual one.
    fn reasons(self) -> &'static [(i64, &'static str)] {
        match self {
            Self::Won => &[(3, "Won")],
            Self::Lost => &[(4, "Canceled"), (5, "OutSold")],
        }
    }

    fn path(self) -> &'static str {
        match self {
            Self::Won => "won",
            Self::Lost => "lost",
        }
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    /// Its number; nothing: none was chosen.
    reason: String,
    revenue: String,
    closed_on: String,
    competitor: String,
    description: String,
}

#[derive(Template)]
#[template(path = "close.html")]
struct Page {
    frame: Frame,
    title: String,
    verb: String,
    action: String,
    back: String,
    end: End,
    is_partner: bool,
    reasons: Vec<(i64, String)>,
    competitors: Vec<(String, String)>,
    fields: Fields,
    error: Option<String>,
}

impl Page {
    fn is_lost(&self) -> bool {
        self.end == End::Lost
    }
}

pub(super) async fn ask_won(visit: Visit, RowId(id): RowId) -> Shown {
    let page = page(&visit, End::Won, id, None, None).await?;
    visit.show(&page)
}

pub(super) async fn ask_lost(visit: Visit, RowId(id): RowId) -> Shown {
    let page = page(&visit, End::Lost, id, None, None).await?;
    visit.show(&page)
}

pub(super) async fn won(visit: Visit, RowId(id): RowId, Filled(fields): Filled<Fields>) -> Shown {
    close(&visit, End::Won, id, fields).await
}

pub(super) async fn lost(visit: Visit, RowId(id): RowId, Filled(fields): Filled<Fields>) -> Shown {
    close(&visit, End::Lost, id, fields).await
}

async fn close(visit: &Visit, end: End, id: Uuid, fields: Fields) -> Shown {
    let words = match values(visit, id, &fields) {
        Err(words) => words,
        Ok(values) => match run(visit, end, values, fields.reason.parse().unwrap_or_default()).await {
            Ok(_) => {
                let words = visit.say(if end == End::Won { "opportunity-won" } else { "opportunity-lost" });
                return Ok(visit.done(&OPPORTUNITY.page(id), &words));
            }
            Err(error) => refused(visit, error)?,
        },
    };
    let page = page(visit, end, id, Some(fields), Some(words)).await?;
    visit.show_again(&page)
}

async fn run(visit: &Visit, end: End, values: Values, reason: i64) -> Result<Uuid, CloseError> {
    let input = (values, reason);
    let store = visit.store();
    match end {
        End::Won => {
            let verb = store.write(visit.context(), input, |tx, (values, reason)| {
                Box::pin(close_as_won(tx, values, *reason))
            });
            verb.await
        }
        End::Lost => {
            let verb = store.write(visit.context(), input, |tx, (values, reason)| {
                Box::pin(close_as_lost(tx, values, *reason))
            });
            verb.await
        }
    }
}

/// What the seller can correct; anything else is a page of its own.
fn refused(visit: &Visit, error: CloseError) -> Result<String, Fault> {
    match error {
        CloseError::NotFound | CloseError::NoOpportunity => Err(Fault::NotFound),
        CloseError::Store(
            error @ (Error::OutOfRange { .. } | Error::BrokenLookup { .. } | Error::InvalidText { .. }),
        ) => Ok(visit.error_in("opportunityclose", &error)),
        CloseError::Store(error) => Err(error.into()),
        CloseError::NotOpen(_) => Ok(visit.say("close-not-open")),
        CloseError::WrongReason { .. } => Ok(visit.say("reason-missing")),
    }
}

/// The columns of the closing, or what to correct.
fn values(visit: &Visit, id: Uuid, fields: &Fields) -> Result<Values, String> {
    let mut values: Values = vec![("opportunityid".into(), Value::Id(id))];
    let revenue = fields.revenue.trim();
    if !revenue.is_empty() {
        let example = visit.amount(Money::whole(1_250));
        let amount = visit.read_scaled(revenue, MONEY_SCALE);
        let amount = amount.ok_or_else(|| {
            let words = visit.say_with("form-wrong-number", "example", example);
            format!("{}: {words}", visit.say("actual-revenue"))
        })?;
        values.push(("actualrevenue".into(), Value::Money(Money(amount))));
    }
    let day: Result<Date, _> = fields.closed_on.trim().parse();
    values.push(("actualend".into(), day.map_err(|_| visit.say("close-wrong-day"))?.into()));
    if !fields.competitor.is_empty() {
        let competitor = fields.competitor.parse().map_err(|_| visit.say("close-wrong-competitor"))?;
        values.push(("competitorid".into(), Value::Id(competitor)));
    }
    let description = fields.description.trim();
    if description.chars().count() > DESCRIPTION_LENGTH_MAX {
        return Err(visit.say_with("note-too-long", "max", DESCRIPTION_LENGTH_MAX));
    }
    if !description.is_empty() {
        values.push(("description".into(), description.into()));
    }
    Ok(values)
}

async fn page(
    visit: &Visit,
    end: End,
    id: Uuid,
    fields: Option<Fields>,
    error: Option<String>,
) -> Result<Page, Fault> {
    let mut reader = visit.read().await?;
    let row: Opportunity = reader.get(id).await?.ok_or(Fault::NotFound)?;
    let is_won = end == End::Won;
    let title =
        visit.say_with(if is_won { "close-won-title" } else { "close-lost-title" }, "name", &row.name);
    let today = visit.store().environment().clock.now().to_zoned(visit.voice.zone.clone()).date();
    let usual = || Fields {
        reason: end.reasons().first().map(|(reason, _)| reason.to_string()).unwrap_or_default(),
        revenue: row.estimatedvalue.filter(|_| is_won).map(|money| visit.amount(money)).unwrap_or_default(),
        closed_on: today.to_string(),
        ..Fields::default()
    };
    let reason =
        |(number, name): &(i64, &str)| (*number, visit.option(OPPORTUNITY.table, "statuscode", name));
    Ok(Page {
        frame: visit.frame(title.clone()),
        title,
        verb: visit.say(if is_won { "close-as-won" } else { "close-as-lost" }),
        action: format!("{}/{}", OPPORTUNITY.page(id), end.path()),
        back: OPPORTUNITY.page(id),
        end,
        is_partner: row.tandem_b2bprospectid.is_some(),
        reasons: end.reasons().iter().map(reason).collect(),
        competitors: if is_won { Vec::new() } else { competitors(visit, &mut reader).await? },
        fields: fields.unwrap_or_else(usual),
        error,
    })
}

async fn competitors(visit: &Visit, reader: &mut Reader) -> Result<Vec<(String, String)>, Fault> {
    if !visit.may(Privilege::Read, "competitor") {
        return Ok(Vec::new());
    }
    let query = Query::of("competitor").order_by("name").limit(COMPETITORS_MAX);
    let rows = reader.page(&query).await?.rows;
    Ok(rows.iter().map(|row| (row.id().to_string(), records::name(row))).collect())
}

pub(super) async fn ask_reopen(visit: Visit, RowId(id): RowId) -> Shown {
    let row: Option<Opportunity> = visit.read().await?.get(id).await?;
    let row = row.ok_or(Fault::NotFound)?;
    let mut consequences = vec![visit.say("reopen-consequence")];
    if row.tandem_b2bprospectid.is_some() {
        consequences.push(visit.say("reopen-partner-consequence"));
    }
    let question = Question {
        title: visit.say_with("reopen-title", "name", &row.name),
        consequences,
        verb: visit.say("reopen"),
        action: format!("{}/reopen", OPPORTUNITY.page(id)),
        back: OPPORTUNITY.page(id),
    };
    question.ask(&visit)
}

pub(super) async fn reopen(visit: Visit, RowId(id): RowId) -> Shown {
    let values = vec![("statecode".into(), Value::Choice(0))];
    write(&visit, Change::update(OPPORTUNITY.table, id, values)).await?;
    Ok(visit.done(&OPPORTUNITY.page(id), &visit.say("opportunity-reopened")))
}
