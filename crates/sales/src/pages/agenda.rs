//! What somebody means to do: their own open tasks and calls, whatever they are about.

use askama::Template;
use shell::names::names;
use shell::{Command, Entry, Frame, Shown, Visit};
use tables::{Filter, Privilege, Query, Reference, Row, Value};

use super::records::page_of_row;
use super::timeline::{Activity, due, entry};

/// Most activities of one kind that are shown.
const SHOWN_MAX: u32 = 200;

#[derive(Template)]
#[template(path = "agenda.html")]
struct Page {
    frame: Frame,
    title: String,
    entries: Vec<Entry>,
}

pub(super) async fn show(visit: Visit) -> Shown {
    let mut reader = visit.read().await?;
    let me = Reference::new("systemuser", visit.principal.user);
    let mine = Filter::equals("ownerid", Value::from(me)).and(Filter::equals("statecode", Value::Choice(0)));
    let mut rows: Vec<(Activity, Row)> = Vec::new();
    for activity in [Activity::Task, Activity::PhoneCall] {
        if visit.may(Privilege::Read, activity.table()) {
            let query = Query::of(activity.table()).filter(mine.clone()).order_by("scheduledend");
            let found = reader.page(&query.limit(SHOWN_MAX)).await?.rows;
            rows.extend(found.into_iter().map(|row| (activity, row)));
        }
    }
    // What has no day comes last.
    rows.sort_by_key(|(_, row)| (due(row).is_none(), due(row)));
    let columns = ["createdby", "regardingobjectid"];
    let names = names(&mut reader, rows.iter().map(|(_, row)| row), &columns).await?;
    let with_parent = |(activity, row): &(Activity, Row)| {
        let mut entry = entry(&visit, *activity, row, &names);
        if let Value::Reference(parent) = row.get("regardingobjectid") {
            let (name, page) = (names.get(&parent.id), page_of_row(&parent.table, parent.id));
            if let (Some(name), Some(page)) = (name, page) {
                entry.commands.push(Command::go(name.clone(), "right", page));
            }
        }
        entry
    };
    let title = visit.say("my-activities");
    let entries = rows.iter().map(with_parent).collect();
    visit.show(&Page { frame: visit.frame(title.clone()), title, entries })
}
