//! My account: who one is here, and for whom.

use askama::Template;
use axum::http::{HeaderValue, header};
use shell::form::Sent;
use shell::{Fault, Shown};
use tables::uuid::Uuid;

use super::HOME;
use super::member::ORGANIZATION;
use crate::pages::{Frame, Signed};

#[derive(Template)]
#[template(path = "account.html")]
struct Page {
    frame: Frame,
    name: String,
    email: String,
    organization: String,
    account: String,
    is_administrator: bool,
    limit: String,
    /// The organizations that one could act for: id, name, whether it is the present one.
    others: Vec<(String, String, bool)>,
}

pub async fn page(Signed { visitor, member }: Signed) -> Shown {
    let (known, own) = (&member.known, &member.organization);
    let currency = known.customer.currency.as_deref().unwrap_or_default();
    let limit = own.spending_limit.map(|limit| visitor.money(limit, currency));
    let others = known.memberships.iter().map(|one| {
        (one.membershipid.to_string(), one.hierarchy_name.clone(), one.membershipid == own.membershipid)
    });
    visitor.show(&Page {
        frame: visitor.frame(visitor.say("my-account")),
        name: known.customer.name.clone(),
        email: known.person.email.clone(),
        organization: own.hierarchy_name.clone(),
        account: own.organization_account.clone(),
        is_administrator: member.is_administrator(),
        limit: limit.unwrap_or_else(|| visitor.say("no-limit")),
        others: others.collect(),
    })
}

/// Acts for another organization from here on.
pub async fn switch(Signed { visitor, member }: Signed, sent: Sent) -> Shown {
    let organization: Uuid = sent.get("organization").parse().map_err(|_| Fault::Unreadable)?;
    let is_own = member.known.memberships.iter().any(|one| one.membershipid == organization);
    if !is_own {
        return Err(Fault::NotFound);
    }
    let mut response = visitor.done(HOME, "organization-switched");
    let cookie = format!("{ORGANIZATION}={}; Path=/; HttpOnly; SameSite=Lax", organization);
    response
        .headers_mut()
        .append(header::SET_COOKIE, HeaderValue::from_str(&cookie).map_err(tables::Error::internal)?);
    Ok(response)
}
