//! Number sequences: the format of numbers and the one that comes next.

use askama::Template;
use axum::Router;
use axum::routing::get;
use shell::form::{Field, Form, FormSection, FormView, Sent, Taken};
use shell::grid::{Ask, Column, Grid, Page as GridPage};
use shell::{Entry, Fault, Frame, Shown, Visit, Voice};
use tables::{Row, Table as _};

use super::{Desk, RowId, edit, history};
use crate::number_sequences::{NumberSequence, Sequence, format};

const PATH: &str = "/headquarters/number-sequences";

pub(super) fn routes() -> Router<Desk> {
    Router::new().route(PATH, get(list)).route("/headquarters/number-sequences/{id}", get(page).post(save))
}

const GRID: Grid = Grid {
    name: "number-sequences",
    table: NumberSequence::NAME,
    path: PATH,
    columns: &[
        Column::main("NumberSequenceCode").said(label),
        Column::sub("Format"),
        Column::of("Next"),
        Column::of("dataAreaId"),
        Column::when("ModifiedAt"),
    ],
    search: &["NumberSequenceCode", "Format"],
    newest_by: "ModifiedAt",
    empty: "number-sequences-empty",
};

/// What people call what is numbered.
pub(crate) fn label(voice: &Voice, code: &str) -> String {
    let known = Sequence::ALL.into_iter().find(|sequence| sequence.code() == code);
    known.map_or_else(
        || code.to_owned(),
        |sequence| match sequence {
            Sequence::CustomerAccount => voice.say("column-customeraccount"),
            Sequence::PartyNumber => voice.say("column-partynumber"),
            Sequence::ProspectId => voice.say("column-prospectid"),
            Sequence::CustomerHierarchyId => voice.say("column-customerhierarchyid"),
            Sequence::ContactPersonId => voice.say("column-contactpersonid"),
        },
    )
}

const FORM: Form = Form {
    table: NumberSequence::NAME,
    sections: &[FormSection {
        title: "general",
        fields: &[Field::fixed("dataAreaId"), Field::of("Format"), Field::of("Next")],
    }],
    page_of: edit::no_page,
};

async fn list(visit: Visit, ask: Ask) -> Shown {
    GRID.page(&visit, &ask, GridPage::default()).await
}

#[derive(Template)]
#[template(path = "number_sequence.html")]
struct Page {
    frame: Frame,
    title: String,
    /// The number that comes next, as it will look.
    sample: String,
    form: FormView,
    history: Vec<Entry>,
}

async fn page(visit: Visit, RowId(id): RowId) -> Shown {
    let row = visit.read().await?.get_row(NumberSequence::NAME, id).await?.ok_or(Fault::NotFound)?;
    let form = FORM.view(&visit, &row, false).await?;
    visit.show(&whole(&visit, &row, form).await?)
}

async fn save(visit: Visit, RowId(id): RowId, sent: Sent) -> Shown {
    let row = visit.read().await?.get_row(NumberSequence::NAME, id).await?.ok_or(Fault::NotFound)?;
    match FORM.update(&visit, id, &sent).await? {
        Taken::Done(_) => Ok(visit.done(&format!("{PATH}/{id}"), &visit.say("form-saved"))),
        Taken::Again(form) => visit.show_again(&whole(&visit, &row, *form).await?),
    }
}

async fn whole(visit: &Visit, row: &Row, form: FormView) -> Result<Page, Fault> {
    let sequence = NumberSequence::from_row(row)?;
    let title = label(visit, &sequence.number_sequence_code);
    let sample = format(&sequence.format, sequence.next).unwrap_or_default();
    Ok(Page {
        frame: visit.frame(title.clone()).with(edit::save_commands(visit, &form, None)),
        title,
        sample,
        form,
        history: history::history(visit, NumberSequence::NAME, row.id()).await?,
    })
}
