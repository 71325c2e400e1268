//! One search over leads, opportunities, accounts and contacts.

use askama::Template;
use serde::Deserialize;
use shell::{Frame, Parameters, Shown, Visit};
use tables::{Filter, TextMatch};

use super::records::{ACCOUNT, CONTACT, Kind, LEAD, OPPORTUNITY};
use super::related::{List, related};

/// Longest text searched for, in characters.
const SEARCH_LENGTH_MAX: usize = 200;

/// What is searched, and what is told of each row.
const PLACES: [(&Kind, &[&str], &[&str]); 4] = [
    (
        &LEAD,
        &["fullname", "companyname", "emailaddress1", "tandem_b2bprospectid"],
        &["companyname", "statuscode"],
    ),
    (&OPPORTUNITY, &["name", "tandem_b2bprospectid"], &["customerid", "statuscode"]),
    (
        &ACCOUNT,
        &["name", "accountnumber", "emailaddress1", "tandem_b2bprospectid"],
        &["accountnumber", "address1_city"],
    ),
    (
        &CONTACT,
        &["fullname", "emailaddress1", "tandem_b2bprospectid"],
        &["parentcustomerid", "emailaddress1"],
    ),
];

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
}

#[derive(Template)]
#[template(path = "search.html")]
struct Page {
    frame: Frame,
    title: String,
    text: String,
    lists: Vec<List>,
}

pub(super) async fn show(visit: Visit, Parameters(asked): Parameters<Asked>) -> Shown {
    let text: String = asked.q.trim().chars().take(SEARCH_LENGTH_MAX).collect();
    let mut lists = Vec::new();
    let mut reader = visit.read().await?;
    for (kind, searched, told) in PLACES.iter().filter(|_| !text.is_empty()) {
        let table = reader.catalog().table(kind.table)?;
        // Some columns are there only with a package.
        let there = searched.iter().filter(|column| table.column(column).is_some());
        let contains = |column: &&str| Filter::Text((*column).into(), TextMatch::Contains, text.clone());
        let filter = Filter::Or(there.map(contains).collect());
        let rows = related(&visit, &mut reader, kind, filter, told).await?;
        let empty = visit.say("search-nothing");
        lists.push(List { title: kind.plural(&visit), rows, empty, add: None });
    }
    let title = visit.say("search");
    visit.show(&Page { frame: visit.frame(title.clone()), title, text, lists })
}
