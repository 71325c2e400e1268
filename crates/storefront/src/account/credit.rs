//! The organization's credit: what may be owed, what is owed, what is left.

use askama::Template;
use channel::customers::{Customer, find_payer};
use shell::Shown;
use tables::Money;

use crate::pages::{Frame, Signed, Visitor};

#[derive(Template)]
#[template(path = "credit.html")]
struct Page {
    frame: Frame,
    /// Name of whoever is invoiced; empty: nobody is known yet.
    payer: String,
    balance: String,
    credit: Option<Credit>,
    is_on_hold: bool,
}

/// A limit, with what is used of it.
struct Credit {
    limit: String,
    left: String,
    /// Of a thousand.
    used: i64,
    is_used_up: bool,
    /// Whether any was given at all.
    is_given: bool,
}

pub async fn page(Signed { visitor, member }: Signed) -> Shown {
    let mut reader = visitor.shop.store.read(&member.context().principal).await?;
    let payer = find_payer(&mut reader, &member.organization).await?;
    drop(reader);
    let currency = payer.as_ref().and_then(|payer| payer.currency.clone()).unwrap_or_default();
    let balance = payer.as_ref().and_then(|payer| payer.balance).unwrap_or_default();
    visitor.show(&Page {
        frame: visitor.frame(visitor.say("account-credit")),
        payer: payer.as_ref().map(|payer| payer.name.clone()).unwrap_or_default(),
        balance: visitor.money(balance, &currency),
        credit: payer.as_ref().and_then(|payer| credit(&visitor, payer, balance, &currency)),
        is_on_hold: payer.is_some_and(|payer| payer.on_hold == "All"),
    })
}

fn credit(visitor: &Visitor, payer: &Customer, balance: Money, currency: &str) -> Option<Credit> {
    let limit = payer.credit_limit?;
    let left = limit.0.saturating_sub(balance.0).max(0);
    let used = if limit.0 > 0 { i128::from(balance.0) * 1_000 / i128::from(limit.0) } else { 1_000 };
    Some(Credit {
        limit: visitor.money(limit, currency),
        left: visitor.money(Money(left), currency),
        used: i64::try_from(used.clamp(0, 1_000)).unwrap_or(1_000),
        is_used_up: left == 0 && limit.0 > 0,
        is_given: limit.0 > 0,
    })
}
