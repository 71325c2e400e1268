//! Partners are known to the store: one that is not cannot sign in.

use std::collections::HashSet;

use channel::customers as store;
use tables::uuid::Uuid;
use tables::{Filter, Query, Result, Row, Table as _};

use super::{Check, Finding, Fix, Look, State};
use crate::customers::{Customer, PartnerStatus};

/// Newest partners that are looked for in the store.
const PARTNERS_MAX: usize = 5_000;
/// Partners looked for at a time.
const AT_ONCE: u32 = 500;
/// Names that are told.
const NAMES_MAX: usize = 5;

pub(super) async fn look(look: &mut Look<'_>) -> Result<Vec<Finding>> {
    let found =
        |state, words| vec![Finding::new(Check::Customers, state, words).at("/headquarters/customers")];
    // That it does not answer is a finding of its own.
    let Ok(mut channel) = look.around.read_channel().await else { return Ok(Vec::new()) };
    let active = Filter::equals("PartnerStatus", PartnerStatus::Active);
    let mut query = Query::of(Customer::NAME).filter(active).order_by_descending("CreatedAt").limit(AT_ONCE);
    let (mut looked_at, mut missing, mut names) = (0, 0_usize, Vec::new());
    while looked_at < PARTNERS_MAX {
        let page = look.reader.page(&query).await?;
        let ids: Vec<Uuid> = page.rows.iter().map(Row::id).collect();
        let published = channel.get_rows(store::Customer::NAME, &ids).await?;
        let published: HashSet<Uuid> = published.iter().map(Row::id).collect();
        for row in page.rows.iter().filter(|row| !published.contains(&row.id())) {
            missing += 1;
            if names.len() < NAMES_MAX {
                names.push(Customer::from_row(row)?.customer_account);
            }
        }
        looked_at += page.rows.len();
        query.after = page.next;
        if query.after.is_none() {
            break;
        }
    }
    if missing == 0 {
        return Ok(found(State::Good, look.voice.say("ready-customers")));
    }
    let gaps = [("count", &*missing.to_string()), ("names", &names.join(", "))];
    let mut findings = found(State::Warn, look.voice.say_all("ready-customers-missing", &gaps));
    findings[0].fix = Some(Fix::Publish);
    Ok(findings)
}
