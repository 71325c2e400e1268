//! A page that is a form and nothing else: it saves and goes back to the row's page.

use askama::Template;
use shell::form::{Form, FormView, Options, Sent, Taken};
use shell::{Command, Frame, Language, Shown, Visit, Voice};
use tables::Row;
use tables::uuid::Uuid;

#[derive(Template)]
#[template(path = "edit.html")]
struct Page {
    frame: Frame,
    form: FormView,
    title: String,
}

/// The form of a row, which goes back to `back`.
pub(super) async fn show(visit: &Visit, form: &Form, row: &Row, back: &str) -> Shown {
    show_as(visit, form, row, &name_of(row), back, Vec::new()).await
}

/// The same for a row that people call by another name, with more commands.
pub(super) async fn show_as(
    visit: &Visit,
    form: &Form,
    row: &Row,
    name: &str,
    back: &str,
    more: Vec<Command>,
) -> Shown {
    let form = form.view(visit, row, false).await?;
    let mut page = page(visit, form, name, back);
    page.frame.commands.extend(more);
    visit.show(&page)
}

fn page(visit: &Visit, form: FormView, name: &str, back: &str) -> Page {
    let title = visit.say_with("edit-title", "name", name);
    let commands = save_commands(visit, &form, Some(back));
    Page { frame: visit.frame(title.clone()).with(commands), form, title }
}

/// Save, where there is something to save, and the way back.
pub(super) fn save_commands(visit: &Visit, form: &FormView, back: Option<&str>) -> Vec<Command> {
    let mut commands = Vec::new();
    if form.is_open() {
        commands.push(Command::submit(visit.say("save"), "save").key());
    }
    commands.extend(back.map(|back| Command::go(visit.say("cancel"), "x", back)));
    commands
}

/// Takes the form and goes back, or shows it again with what is wrong.
pub(super) async fn take(visit: &Visit, form: &Form, id: Uuid, sent: &Sent, back: &str) -> Shown {
    match form.update(visit, id, sent).await? {
        Taken::Done(_) => Ok(visit.done(back, &visit.say("form-saved"))),
        Taken::Again(view) => {
            let row = visit.read().await?.get_row(form.table, id).await?;
            let name = row.as_ref().map(name_of).unwrap_or_default();
            visit.show_again(&page(visit, *view, &name, back))
        }
    }
}

/// What a row is called.
pub(super) fn name_of(row: &Row) -> String {
    let column = row.definition().primary_name.as_deref().unwrap_or_default();
    row.get(column).as_text().unwrap_or_default().to_owned()
}

/// The languages that mail can be written in.
pub(super) fn languages(_: &Voice) -> Options {
    Language::ALL.map(|language| (language.tag().to_owned(), language.own_name().to_owned())).to_vec()
}

/// A language by its own name; a tag that we do not speak as it is.
pub(super) fn language(_: &Voice, tag: &str) -> String {
    let known = Language::ALL.into_iter().find(|language| language.tag() == tag);
    known.map_or_else(|| tag.to_owned(), |language| language.own_name().to_owned())
}

/// For a form whose fields point at no page.
pub(super) fn no_page(_: &str, _: Uuid) -> Option<String> {
    None
}
