//! The users of the organization: who is there, who is on the way.

use askama::Template;
use channel::customers::{
    MemberChangeKind, OrganizationUser, OrganizationUsers, UserRequest, organization_users,
};
use serde::Deserialize;
use shell::{Fault, Parameters, Shown, Tone, Voice};
use tables::{Cursor, Money};

use super::role_word;
use crate::account::Member;
use crate::pages::{Frame, Signed};

/// Users on one page.
const PAGE_ROWS: u32 = 20;

#[derive(Template)]
#[template(path = "users.html")]
struct Page {
    frame: Frame,
    organization: String,
    users: Vec<User>,
    /// The address of the next page; empty: this is the last.
    next: String,
    is_first: bool,
}

/// A user as the list shows them.
struct User {
    id: String,
    name: String,
    email: String,
    role: String,
    limit: String,
    tone: Tone,
    icon: &'static str,
    status: String,
    /// What is to be said about the status; empty: nothing.
    note: String,
    is_you: bool,
    may_edit: bool,
    may_remove: bool,
    may_invite: bool,
}

#[derive(Deserialize)]
pub struct From {
    after: Option<String>,
}

pub async fn page(Signed { visitor, member }: Signed, Parameters(from): Parameters<From>) -> Shown {
    let after = from.after.map(|cursor| cursor.parse::<Cursor>()).transpose()?;
    let is_first = after.is_none();
    let mut reader = visitor.shop.store.read(&member.context().principal).await?;
    let hierarchy = &member.organization.hierarchy;
    let listed = organization_users(&mut reader, member.id(), hierarchy, after, PAGE_ROWS).await?;
    drop(reader);
    let OrganizationUsers { users, next, wishes } = listed.ok_or(Fault::NotAllowed)?;
    let currency = member.known.customer.currency.clone().unwrap_or_default();
    // Who is on the way stands first, on the first page.
    let wishes = wishes.iter().filter(|_| is_first).map(|wish| User::to_come(&visitor, wish, &currency));
    let there = users.iter().map(|user| User::there(&visitor, &member, user, &currency));
    visitor.show(&Page {
        frame: visitor.frame(visitor.say("organization-users")),
        organization: member.organization.hierarchy_name.clone(),
        users: wishes.chain(there).collect(),
        next: next.map(|next| format!("{}?after={next}", super::PATH)).unwrap_or_default(),
        is_first,
    })
}

fn limit(voice: &Voice, limit: Option<Money>, currency: &str) -> String {
    limit.map_or_else(|| voice.say("no-limit"), |limit| voice.money(limit, currency))
}

impl User {
    fn to_come(voice: &Voice, wish: &UserRequest, currency: &str) -> Self {
        let is_refused = wish.refusal.is_some();
        let (tone, icon, status, note) = match is_refused {
            true => (Tone::Bad, "alert", "status-not-added", "status-not-added-note"),
            false => (Tone::Warn, "clock", "status-pending", "status-pending-note"),
        };
        Self {
            id: wish.userrequestid.to_string(),
            name: format!("{} {}", wish.first_name, wish.last_name),
            email: wish.email.clone(),
            role: role_word(voice, wish.role),
            limit: limit(voice, wish.spending_limit, currency),
            tone,
            icon,
            status: voice.say(status),
            note: voice.say(note),
            is_you: false,
            may_edit: false,
            may_remove: !wish.is_under_way(),
            may_invite: false,
        }
    }

    fn there(voice: &Voice, member: &Member, user: &OrganizationUser, currency: &str) -> Self {
        let is_you = user.membership.customerid == member.id();
        let note = match &user.change {
            Some(change) if change.refusal.is_some() => voice.say("change-refused"),
            Some(change) if change.kind == MemberChangeKind::Change => voice.say("change-waits"),
            _ if !user.has_password => voice.say("no-password-yet"),
            _ => String::new(),
        };
        Self {
            id: user.membership.membershipid.to_string(),
            name: user.customer.name.clone(),
            email: user.customer.email.clone().unwrap_or_default(),
            role: role_word(voice, user.membership.role),
            limit: limit(voice, user.membership.spending_limit, currency),
            tone: Tone::Good,
            icon: "check",
            status: voice.say("status-active"),
            note,
            is_you,
            may_edit: true,
            may_remove: !is_you,
            may_invite: !user.has_password,
        }
    }
}
