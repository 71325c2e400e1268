//! Competitors: the list, and the form of one.

use askama::Template;
use axum::Router;
use axum::routing::get;
use shell::form::{Field, Form, FormSection, FormView, Sent, Taken};
use shell::grid::{Ask, Column, Grid, Page};
use shell::{Command, Fault, Frame, Shown, Visit};
use tables::{Privilege, Values};
use uuid::Uuid;

use super::records::{self, RowId, page_of_row};

const TABLE: &str = "competitor";
const PATH: &str = "/sales/competitors";

const GRID: Grid = Grid {
    name: "competitors",
    table: TABLE,
    path: PATH,
    columns: &[Column::main("name"), Column::sub("websiteurl"), Column::when("createdon")],
    search: &["name"],
    newest_by: "createdon",
    empty: "competitors-empty",
};

const FORM: Form = Form {
    table: TABLE,
    page_of: page_of_row,
    sections: &[FormSection {
        title: "competitor",
        fields: &[
            Field::of("name"),
            Field::url("websiteurl"),
            Field::of("strengths"),
            Field::of("weaknesses"),
            Field::of("threats"),
            Field::of("opportunities"),
        ],
    }],
};

#[derive(Template)]
#[template(path = "new.html")]
struct FormPage {
    frame: Frame,
    title: String,
    form: FormView,
}

/// The pages under `/sales/competitors`.
pub(super) fn router() -> Router {
    Router::new()
        .route(PATH, get(list))
        .route("/sales/competitors/new", get(ask_new).post(create))
        .route("/sales/competitors/{id}", get(show).post(save))
}

async fn list(visit: Visit, ask: Ask) -> Shown {
    let mut commands = Vec::new();
    if visit.may(Privilege::Create, TABLE) {
        commands.push(Command::go(visit.say("new"), "plus", format!("{PATH}/new")));
    }
    GRID.page(&visit, &ask, Page { commands, ..Page::default() }).await
}

fn page(visit: &Visit, title: String, form: FormView) -> FormPage {
    let mut commands = vec![Command::go(visit.say("cancel"), "x", PATH)];
    if form.is_open() {
        commands.insert(0, Command::submit(visit.say("save"), "save").key());
    }
    FormPage { frame: visit.frame(title.clone()).with(commands), title, form }
}

async fn ask_new(visit: Visit) -> Shown {
    if !visit.may(Privilege::Create, TABLE) {
        return Err(Fault::NotAllowed);
    }
    let form = FORM.empty(&visit).await?;
    visit.show(&page(&visit, visit.say("new-competitor"), form))
}

async fn create(visit: Visit, sent: Sent) -> Shown {
    let taken = FORM.create(&visit, &sent, Values::new()).await?;
    let words = visit.say_with("form-created", "name", sent.get("name"));
    after(&visit, taken, visit.say("new-competitor"), &words)
}

async fn show(visit: Visit, RowId(id): RowId) -> Shown {
    let row = records::row(&mut visit.read().await?, TABLE, id).await?;
    let form = FORM.view(&visit, &row, !records::may(&visit, Privilege::Write, &row)).await?;
    visit.show(&page(&visit, records::name(&row), form))
}

async fn save(visit: Visit, RowId(id): RowId, sent: Sent) -> Shown {
    let taken = FORM.update(&visit, id, &sent).await?;
    let words = visit.say("form-saved");
    after(&visit, taken, name(&visit, id).await?, &words)
}

async fn name(visit: &Visit, id: Uuid) -> Result<String, Fault> {
    Ok(records::name(&records::row(&mut visit.read().await?, TABLE, id).await?))
}

fn after(visit: &Visit, taken: Taken, title: String, words: &str) -> Shown {
    match taken {
        Taken::Done(_) => Ok(visit.done(PATH, words)),
        Taken::Again(form) => visit.show_again(&page(visit, title, *form)),
    }
}
