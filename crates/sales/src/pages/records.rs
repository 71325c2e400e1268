//! The rows that have a page, with a timeline and an owner: where they are and what they are called.

use axum::response::Response;
use serde::Deserialize;
pub(super) use shell::RowId;
use shell::form::{Form, FormView, Sent, Taken};
use shell::names::Names;
use shell::{Fault, Visit, initials};
use tables::store::Access;
use tables::{Privilege, Reader, Result, Row, Value};
use uuid::Uuid;

use super::timeline::Only;

/// A table whose rows have a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Kind {
    /// Logical name.
    pub table: &'static str,
    /// Where its pages are: `leads` of `/sales/leads/<id>`.
    pub folder: &'static str,
    /// The icon's name.
    pub icon: &'static str,
}

pub(super) const LEAD: Kind = Kind { table: "lead", folder: "leads", icon: "lead" };
pub(super) const OPPORTUNITY: Kind =
    Kind { table: "opportunity", folder: "opportunities", icon: "opportunity" };
pub(super) const ACCOUNT: Kind = Kind { table: "account", folder: "accounts", icon: "building" };
pub(super) const CONTACT: Kind = Kind { table: "contact", folder: "contacts", icon: "person" };

/// All of them.
pub(super) const KINDS: [&Kind; 4] = [&LEAD, &OPPORTUNITY, &ACCOUNT, &CONTACT];

impl Kind {
    /// The kind of this table's rows.
    pub fn of(table: &str) -> Option<&'static Self> {
        KINDS.into_iter().find(|kind| kind.table == table)
    }

    /// Address of the list.
    pub fn list(&self) -> String {
        format!("/sales/{}", self.folder)
    }

    /// Address of a row's page.
    pub fn page(&self, id: Uuid) -> String {
        format!("/sales/{}/{id}", self.folder)
    }

    /// The word for its rows.
    pub fn plural(&self, visit: &Visit) -> String {
        visit.say(match self.table {
            "lead" => "leads",
            "opportunity" => "opportunities",
            "account" => "accounts",
            _ => "contacts",
        })
    }

    /// The word for one of its rows.
    pub fn noun(&self, visit: &Visit) -> String {
        visit.say(match self.table {
            "lead" => "noun-lead",
            "opportunity" => "noun-opportunity",
            "account" => "noun-account",
            _ => "noun-contact",
        })
    }
}

/// The row, or the fault that there is none for this person.
pub(super) async fn row(reader: &mut Reader, table: &str, id: Uuid) -> Result<Row, Fault> {
    reader.get_row(table, id).await?.ok_or(Fault::NotFound)
}

/// Whether the person may do this to this row: for what to offer, the store decides.
pub(super) fn may(visit: &Visit, privilege: Privilege, row: &Row) -> bool {
    Access { principal: &visit.principal, lent: &[] }.covers(row, privilege)
}

/// What a row is called.
pub(super) fn name(row: &Row) -> String {
    let column = row.definition().primary_name.as_deref().unwrap_or_default();
    row.get(column).as_text().unwrap_or_default().to_owned()
}

/// Text of a column; nothing: empty.
pub(super) fn text<'a>(row: &'a Row, column: &str) -> &'a str {
    row.get(column).as_text().unwrap_or_default()
}

/// The head of a row's page.
pub(super) struct Head {
    pub initials: String,
    pub title: String,
    /// What it is, and of whom.
    pub sub: String,
    /// At most four labels with their values.
    pub facts: Vec<(String, String)>,
}

impl Head {
    /// The head of this row with these columns, its state last but its owner.
    pub fn of(visit: &Visit, kind: &Kind, row: &Row, names: &Names, of: &str, columns: &[&str]) -> Self {
        let title = Some(name(row)).filter(|name| !name.is_empty());
        let title = title.unwrap_or_else(|| visit.say("no-name"));
        let noun = kind.noun(visit);
        Self {
            initials: initials(&title),
            title,
            sub: if of.is_empty() { noun } else { format!("{noun} · {of}") },
            facts: columns.iter().map(|column| fact(visit, row, names, column)).collect(),
        }
    }
}

/// Label and value of a column.
pub(super) fn fact(visit: &Visit, row: &Row, names: &Names, column: &str) -> (String, String) {
    let table = row.definition();
    let value =
        table.column(column).map(|definition| visit.value(&table.name, definition, row.get(column), names));
    let value = value.filter(|value| !value.is_empty()).unwrap_or_else(|| "–".into());
    (visit.column(&table.name, column), value)
}

/// What is asked of a timeline.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(super) struct Older {
    /// How many entries.
    #[serde(default)]
    pub timeline: usize,
    /// Which.
    #[serde(default)]
    pub only: Only,
}

/// Address of the page of row `id` of `table`, for links out of a form.
pub(super) fn page_of_row(table: &str, id: Uuid) -> Option<String> {
    Kind::of(table).map(|kind| kind.page(id))
}

/// Whether a lead or opportunity is open, an account or contact active.
pub(super) fn is_open(row: &Row) -> bool {
    *row.get("statecode") == Value::Choice(0)
}

/// Whether the form of this row is open: a closed row is read only.
pub(super) fn is_writable(visit: &Visit, row: &Row) -> bool {
    is_open(row) && may(visit, Privilege::Write, row)
}

/// The row of a page with its form.
pub(super) async fn open(visit: &Visit, form: &Form, id: Uuid) -> Result<(Row, FormView), Fault> {
    let row = row(&mut visit.read().await?, form.table, id).await?;
    let form = form.view(visit, &row, !is_writable(visit, &row)).await?;
    Ok((row, form))
}

/// What became of a row's form.
pub(super) enum Saved {
    /// It is written: back to the row's page.
    Done(Response),
    /// It is not: the row as it stands, and the form with what is wrong.
    Again(Row, FormView),
}

/// Takes the form of a row.
pub(super) async fn save(
    visit: &Visit,
    kind: &Kind,
    form: &Form,
    id: Uuid,
    sent: &Sent,
) -> Result<Saved, Fault> {
    Ok(match form.update(visit, id, sent).await? {
        Taken::Done(_) => Saved::Done(visit.done(&kind.page(id), &visit.say("form-saved"))),
        Taken::Again(again) => Saved::Again(row(&mut visit.read().await?, form.table, id).await?, *again),
    })
}
