//! The pages of accounts and contacts: whom one deals with.

mod account;
mod activation;
mod contact;

use askama::Template;
use axum::Router;
use axum::routing::get;
use shell::form::FormView;
use shell::names::names;
use shell::{Command, Fault, Frame, Visit};
use tables::{Privilege, Row};

use super::ownership;
use super::partner::{Partner, partner};
use super::records::{self, Head, Kind, Older};
use super::related::List;
use super::timeline::{Timeline, timeline};

/// The pages under `/sales/accounts` and `/sales/contacts`.
pub(super) fn router() -> Router {
    Router::new()
        .route("/sales/accounts/new", get(account::ask_new).post(account::create))
        .route("/sales/accounts/{id}", get(account::show).post(account::save))
        .route("/sales/contacts/new", get(contact::ask_new).post(contact::create))
        .route("/sales/contacts/{id}", get(contact::show).post(contact::save))
        .merge(activation::router())
}

#[derive(Template)]
#[template(path = "party.html")]
struct Page {
    frame: Frame,
    head: Head,
    form: FormView,
    timeline: Timeline,
    partner: Option<Partner>,
    lists: Vec<List>,
}

/// Everything on the page but what is only of its table.
async fn page(
    visit: &Visit,
    kind: &Kind,
    row: &Row,
    form: FormView,
    older: Older,
    (of, facts): (&str, &[&str]),
    lists: Vec<List>,
) -> Result<Page, Fault> {
    let mut reader = visit.read().await?;
    let names = names(&mut reader, [row], facts).await?;
    let head = Head::of(visit, kind, row, &names, of, facts);
    let mut commands = Vec::new();
    if records::may(visit, Privilege::Write, row) {
        if records::is_open(row) {
            commands.push(Command::submit(visit.say("save"), "save"));
        }
        commands.push(activation::command(visit, kind, row));
    }
    commands.extend(ownership::commands(visit, kind, row));
    Ok(Page {
        frame: visit.frame(head.title.clone()).with(commands),
        head,
        form,
        timeline: timeline(visit, &mut reader, kind, row, None, older).await?,
        partner: partner(visit, kind.table, row).await?,
        lists,
    })
}

/// Whether the form can be filled in: a row put aside is taken up first.
/// Where one makes another row of `kind`, and the words for it.
fn add(visit: &Visit, kind: &Kind, query: &str) -> Option<(String, String)> {
    let may = visit.may(Privilege::Create, kind.table);
    may.then(|| (format!("{}/new?{query}", kind.list()), visit.say("add")))
}
