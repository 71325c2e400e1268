//! Legal entities: the name that mail is signed with, the address that it comes from, the currency.

use askama::Template;
use axum::Router;
use axum::routing::get;
use shell::form::{Field, Form, FormSection, FormView, Sent, Taken};
use shell::grid::{Ask, Column, Grid, Page as GridPage};
use shell::{Entry, Fault, Frame, Shown, Visit};
use tables::{Row, Table as _};

use super::{Desk, RowId, edit, history};
use crate::legal_entities::LegalEntity;

pub(super) const PATH: &str = "/headquarters/legal-entities";

pub(super) fn routes() -> Router<Desk> {
    Router::new().route(PATH, get(list)).route("/headquarters/legal-entities/{id}", get(page).post(save))
}

const GRID: Grid = Grid {
    name: "legal-entities",
    table: LegalEntity::NAME,
    path: PATH,
    columns: &[
        Column::main("Name"),
        Column::sub("LegalEntityId"),
        Column::of("CurrencyCode"),
        Column::of("SenderEmail"),
        Column::of("IsDefault"),
    ],
    search: &["Name", "LegalEntityId", "SenderEmail"],
    newest_by: "ModifiedAt",
    empty: "legal-entities-empty",
};

const FORM: Form = Form {
    table: LegalEntity::NAME,
    sections: &[FormSection {
        title: "general",
        fields: &[
            Field::fixed("LegalEntityId"),
            Field::of("Name"),
            Field::of("SenderEmail"),
            Field::of("CurrencyCode"),
            Field::fixed("IsDefault"),
        ],
    }],
    page_of: edit::no_page,
};

async fn list(visit: Visit, ask: Ask) -> Shown {
    GRID.page(&visit, &ask, GridPage::default()).await
}

#[derive(Template)]
#[template(path = "legal_entity.html")]
struct Page {
    frame: Frame,
    form: FormView,
    history: Vec<Entry>,
}

async fn page(visit: Visit, RowId(id): RowId) -> Shown {
    let row = visit.read().await?.get_row(LegalEntity::NAME, id).await?.ok_or(Fault::NotFound)?;
    let form = FORM.view(&visit, &row, false).await?;
    visit.show(&whole(&visit, &row, form).await?)
}

async fn save(visit: Visit, RowId(id): RowId, sent: Sent) -> Shown {
    let row = visit.read().await?.get_row(LegalEntity::NAME, id).await?.ok_or(Fault::NotFound)?;
    match FORM.update(&visit, id, &sent).await? {
        Taken::Done(_) => Ok(visit.done(&format!("{PATH}/{id}"), &visit.say("form-saved"))),
        Taken::Again(form) => visit.show_again(&whole(&visit, &row, *form).await?),
    }
}

async fn whole(visit: &Visit, row: &Row, form: FormView) -> Result<Page, Fault> {
    Ok(Page {
        frame: visit.frame(LegalEntity::from_row(row)?.name).with(edit::save_commands(visit, &form, None)),
        form,
        history: history::history(visit, LegalEntity::NAME, row.id()).await?,
    })
}
