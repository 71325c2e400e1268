//! A form as it is shown.

use askama::Template;
use tables::{ColumnDefinition, ColumnKind, Reader, Requirement, Result, Row, Value};

use super::lookup::offered;
use super::save::is_open;
use super::{Faults, Field, Form, Options, Sent, read};
use crate::names::{Names, names};
use crate::{Visit, Voice};

/// A column that somebody else changed while this form was open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The column.
    pub label: String,
    /// What is stored now.
    pub theirs: String,
    /// What this form says.
    pub yours: String,
}

/// What a form is drawn from.
#[derive(Default)]
pub(super) struct Drawing<'a> {
    pub row: Option<&'a Row>,
    pub sent: Option<&'a Sent>,
    pub faults: Faults,
    pub conflicts: Vec<Conflict>,
    pub several: Vec<(String, Options)>,
    pub is_fixed: bool,
}

/// How a field is filled in.
pub(super) enum Entry {
    Input { kind: &'static str, length_max: u32 },
    Area { length_max: u32 },
    Select { options: Options },
    Tick,
    Ticks { options: Vec<(String, String, bool)> },
    Lookup { table: String, options: Vec<String> },
    Fixed { href: Option<String> },
}

pub(super) struct Drawn {
    name: &'static str,
    label: String,
    text: String,
    was: String,
    is_required: bool,
    error: Option<String>,
    entry: Entry,
}

/// A form as it is shown: `{{ form|safe }}` in a page's template; [`crate::Command::submit`] sends it.
#[derive(Template)]
#[template(path = "form.html")]
pub struct FormView {
    frame: Voice,
    here: String,
    sections: Vec<(&'static str, String, Vec<Drawn>)>,
    whole: Vec<String>,
    faults: usize,
    conflicts: Vec<Conflict>,
    is_fixed: bool,
}

impl FormView {
    /// Whether there is anything to send.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.is_fixed
    }
}

impl Form {
    /// The form of a row. `is_fixed`: to be read only, as of a row that is closed.
    ///
    /// # Errors
    /// As any read.
    pub async fn view(&self, visit: &Visit, row: &Row, is_fixed: bool) -> Result<FormView> {
        let is_fixed = is_fixed || !visit.may(tables::Privilege::Write, self.table);
        let drawing = Drawing { row: Some(row), is_fixed, ..Drawing::default() };
        self.draw(visit, &mut visit.read().await?, drawing).await
    }

    /// The form of a row to be made.
    ///
    /// # Errors
    /// As any read.
    pub async fn empty(&self, visit: &Visit) -> Result<FormView> {
        self.draw(visit, &mut visit.read().await?, Drawing::default()).await
    }

    /// The form of a row to be made, with what is known of it already; lookups by name.
    ///
    /// # Errors
    /// As any read.
    pub async fn begun(&self, visit: &Visit, known: &Sent) -> Result<FormView> {
        let drawing = Drawing { sent: Some(known), ..Drawing::default() };
        self.draw(visit, &mut visit.read().await?, drawing).await
    }

    pub(super) async fn draw(
        &self,
        visit: &Visit,
        reader: &mut Reader,
        drawing: Drawing<'_>,
    ) -> Result<FormView> {
        let columns: Vec<&str> = self.fields().map(|field| field.name).collect();
        let names = names(reader, drawing.row, &columns).await?;
        let mut sections = Vec::new();
        for section in self.sections {
            let mut fields = Vec::new();
            for field in section.fields {
                fields.extend(self.field(visit, reader, field, &drawing, &names).await?);
            }
            sections.push((section.title, visit.say(section.title), fields));
        }
        Ok(FormView {
            frame: visit.voice.clone(),
            here: visit.path().to_owned(),
            sections,
            whole: drawing.faults.whole.clone(),
            faults: drawing.faults.fields.len(),
            conflicts: drawing.conflicts,
            is_fixed: drawing.is_fixed,
        })
    }

    async fn field(
        &self,
        visit: &Visit,
        reader: &mut Reader,
        field: &Field,
        drawing: &Drawing<'_>,
        names: &Names,
    ) -> Result<Option<Drawn>> {
        let table = reader.catalog().table(self.table)?.clone();
        let Some(column) = table.column(field.name) else { return Ok(None) };
        let default = || column.default.clone().unwrap_or_default();
        let stored = drawing.row.map_or_else(default, |row| row.get(field.name).clone());
        let is_open = !drawing.is_fixed && is_open(field, &table);
        // What nobody can say has no place before the row is there.
        if !is_open && drawing.row.is_none() {
            return Ok(None);
        }
        let now = read::text(visit, column, &stored, names);
        // What somebody typed stays; what they did not touch follows what is stored now.
        let sent = drawing.sent.and_then(|sent| {
            let text = match column.kind {
                ColumnKind::MultiChoice { .. } => sent.all(field.name).collect::<Vec<_>>().join(","),
                _ => sent.find(field.name)?.to_owned(),
            };
            let was = sent.find(&format!("was.{}", field.name));
            (was != Some(text.as_str())).then_some(text)
        });
        let text = sent.filter(|_| is_open).unwrap_or_else(|| now.clone());
        let entry = if is_open {
            entry(visit, reader, self.table, field, column, &text, drawing).await?
        } else {
            Entry::Fixed { href: self.href(column, &stored) }
        };
        let text = if is_open { text } else { visit.value(self.table, column, &stored, names) };
        let is_required = matches!(column.requirement, Requirement::Form | Requirement::Required);
        Ok(Some(Drawn {
            name: field.name,
            label: visit.column(self.table, field.name),
            text,
            was: now,
            is_required: is_open && is_required,
            error: drawing.faults.of(field.name),
            entry,
        }))
    }

    fn href(&self, column: &ColumnDefinition, value: &Value) -> Option<String> {
        match (value, &column.kind) {
            (Value::Reference(reference), _) => (self.page_of)(&reference.table, reference.id),
            (Value::Id(id), ColumnKind::Lookup { targets }) => (self.page_of)(targets.first()?, *id),
            (Value::Text(text), _) if text.starts_with("https://") => Some(text.clone()),
            _ => None,
        }
    }
}

async fn entry(
    visit: &Visit,
    reader: &mut Reader,
    table: &str,
    field: &Field,
    column: &ColumnDefinition,
    text: &str,
    drawing: &Drawing<'_>,
) -> Result<Entry> {
    let input = |kind, length_max| Entry::Input { kind, length_max };
    if let Some((_, options)) = drawing.several.iter().find(|(name, _)| name == field.name) {
        return Ok(Entry::Select { options: options.clone() });
    }
    if let Some(options) = field.options {
        let mut options = options(visit);
        // A text that came from elsewhere stays what it is.
        if !text.is_empty() && options.iter().all(|(value, _)| value != text) {
            options.insert(0, (text.to_owned(), text.to_owned()));
        }
        return Ok(Entry::Select { options });
    }
    Ok(match &column.kind {
        ColumnKind::Text { length_max } => input(field.kind, *length_max),
        ColumnKind::Memo { length_max } => Entry::Area { length_max: *length_max },
        ColumnKind::Date => input("date", 10),
        ColumnKind::DateTime => input("datetime-local", 16),
        ColumnKind::YesNo => Entry::Tick,
        ColumnKind::Choice { options } => {
            let label = |option: &tables::ChoiceOption| visit.option(table, &column.name, &option.name);
            Entry::Select {
                options: options.iter().map(|option| (option.value.to_string(), label(option))).collect(),
            }
        }
        ColumnKind::MultiChoice { options } => {
            let ticked: Vec<&str> = text.split(',').collect();
            let option = |option: &tables::ChoiceOption| {
                let value = option.value.to_string();
                let is_ticked = ticked.contains(&value.as_str());
                (value, visit.option(table, &column.name, &option.name), is_ticked)
            };
            Entry::Ticks { options: options.iter().map(option).collect() }
        }
        ColumnKind::Lookup { targets } => {
            let target = field.target_of(targets);
            let options = offered(reader, target, "").await?.into_iter().map(|(_, name)| name).collect();
            Entry::Lookup { table: format!("{}lookup/{target}", visit.application.path), options }
        }
        _ => input("text", 40),
    })
}
