//! What was sent becomes a row, or the form again with what is wrong.

use tables::{Change, ColumnKind, Error, Reader, Reference, Row, TableDefinition, Value, Values};
use uuid::Uuid;

use super::draw::{Conflict, Drawing, FormView};
use super::lookup::{Meant, meant};
use super::{Faults, Field, Form, Options, Sent, read};
use crate::names::names;
use crate::{Fault, Visit};

/// How often a save begins anew when others write the same row.
const ATTEMPTS: usize = 3;

/// What became of a form.
pub enum Taken {
    /// It is written: the row's id.
    Done(Uuid),
    /// It is not; the form again with what is wrong.
    Again(Box<FormView>),
}

/// What was read from a form so far.
#[derive(Default)]
struct Reading {
    values: Values,
    faults: Faults,
    conflicts: Vec<Conflict>,
    /// Rows to choose from where a name stands for several, by column.
    several: Vec<(String, Options)>,
}

impl Form {
    /// Makes a row of what was sent and of `given`, which no field says.
    ///
    /// # Errors
    /// What no field can mend.
    pub async fn create(&self, visit: &Visit, sent: &Sent, given: Values) -> Result<Taken, Fault> {
        let mut reader = visit.read().await?;
        let mut reading = self.take(visit, &mut reader, sent, None).await?;
        if reading.faults.is_empty() {
            reading.values.extend(given);
            let change = Change::create(self.table, std::mem::take(&mut reading.values));
            match write(visit, change).await {
                Ok(id) => return Ok(Taken::Done(id)),
                Err(error) => self.blame(visit, error, &mut reading)?,
            }
        }
        self.again(visit, &mut reader, sent, None, reading).await
    }

    /// Writes what was changed in the form into the row. What others changed meanwhile stays where
    /// this form did not touch it; where it did, the form comes again with both values.
    ///
    /// # Errors
    /// What no field can mend; [`Fault::NotFound`].
    pub async fn update(&self, visit: &Visit, id: Uuid, sent: &Sent) -> Result<Taken, Fault> {
        let mut reader = visit.read().await?;
        for attempt in 1..=ATTEMPTS {
            let row = reader.get_row(self.table, id).await?.ok_or(Fault::NotFound)?;
            let mut reading = self.take(visit, &mut reader, sent, Some(&row)).await?;
            if reading.faults.is_empty() && reading.conflicts.is_empty() {
                if reading.values.is_empty() {
                    return Ok(Taken::Done(id));
                }
                let values = std::mem::take(&mut reading.values);
                match write(visit, Change::update(self.table, id, values).expecting(row.version())).await {
                    Ok(id) => return Ok(Taken::Done(id)),
                    Err(Error::StaleVersion { .. }) if attempt < ATTEMPTS => continue,
                    Err(error) => self.blame(visit, error, &mut reading)?,
                }
            }
            return self.again(visit, &mut reader, sent, Some(&row), reading).await;
        }
        Err(Error::Contention.into())
    }

    async fn again(
        &self,
        visit: &Visit,
        reader: &mut Reader,
        sent: &Sent,
        row: Option<&Row>,
        reading: Reading,
    ) -> Result<Taken, Fault> {
        let Reading { faults, conflicts, several, .. } = reading;
        let drawing = Drawing { row, sent: Some(sent), faults, conflicts, several, is_fixed: false };
        Ok(Taken::Again(Box::new(self.draw(visit, reader, drawing).await?)))
    }

    /// Reads every field that was changed.
    async fn take(
        &self,
        visit: &Visit,
        reader: &mut Reader,
        sent: &Sent,
        row: Option<&Row>,
    ) -> Result<Reading, Fault> {
        let table = reader.catalog().table(self.table)?.clone();
        let columns: Vec<&str> = self.fields().map(|field| field.name).collect();
        let names = names(reader, row, &columns).await?;
        let mut reading = Reading::default();
        for field in self.fields().filter(|field| is_open(field, &table)) {
            let (Some(column), Some(text)) = (table.column(field.name), field.sent(&table, sent)) else {
                continue;
            };
            let stored = row.map(|row| row.get(field.name).clone()).unwrap_or_default();
            let now = read::text(visit, column, &stored, &names);
            let was = sent.find(&format!("was.{}", field.name)).unwrap_or(&now);
            if row.is_some() && (text == was || text == now) {
                continue;
            }
            if row.is_some() && was != now {
                let (table, yours) = (self.table, text.clone());
                reading.conflicts.push(Conflict {
                    label: visit.column(table, field.name),
                    theirs: visit.value(table, column, &stored, &names),
                    yours: yours_for_people(visit, table, column, yours),
                });
            }
            let value = match &column.kind {
                ColumnKind::Lookup { targets } if !text.is_empty() => {
                    let target = field.target_of(targets);
                    match meant(reader, target, &text).await? {
                        Meant::Row(id) if targets.len() > 1 => Ok(Reference::new(target, id).into()),
                        Meant::Row(id) => Ok(Value::Id(id)),
                        Meant::Nothing => Err(visit.say("form-lookup-none")),
                        Meant::Several(rows) => {
                            let options = rows.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
                            reading.several.push((field.name.into(), options));
                            Err(visit.say("form-lookup-many"))
                        }
                    }
                }
                _ => read::value(visit, column, &text),
            };
            match value.and_then(|value| read::check(visit, self.table, column, value)) {
                Ok(value) => reading.values.push((field.name.into(), value)),
                Err(words) => reading.faults.fields.push((field.name.into(), words)),
            }
        }
        Ok(reading)
    }

    /// Ties what the store refused to a field, or to the form as a whole.
    fn blame(&self, visit: &Visit, error: Error, reading: &mut Reading) -> Result<(), Fault> {
        let words = visit.error_in(self.table, &error);
        match &error {
            Error::WrongType { column, .. }
            | Error::InvalidText { column }
            | Error::TooLong { column, .. }
            | Error::OutOfRange { column, .. }
            | Error::UnknownChoice { column, .. }
            | Error::Required { column }
            | Error::ReadOnly { column, .. }
            | Error::BrokenLookup { column, .. }
            | Error::Unfit { column, .. }
                if self.fields().any(|field| field.name == column) =>
            {
                reading.faults.fields.push((column.clone(), words));
            }
            Error::Required { .. }
            | Error::ReadOnly { .. }
            | Error::Unfit { .. }
            | Error::Refused { .. }
            | Error::DuplicateKey { .. }
            | Error::StaleVersion { .. } => reading.faults.whole.push(words),
            _ => return Err(error.into()),
        }
        Ok(())
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = &'static Field> {
        self.sections.iter().flat_map(|section| section.fields)
    }
}

/// Whether somebody may type into the field at all.
pub(super) fn is_open(field: &Field, table: &TableDefinition) -> bool {
    let Some(column) = table.column(field.name) else { return false };
    let is_closed = field.fixed
        || column.read_only
        || !column.composed.is_empty()
        || table.is_system(field.name)
        || (column.kind.is_polymorphic() && field.target.is_empty())
        || matches!(column.kind, ColumnKind::File { .. } | ColumnKind::Id);
    !is_closed
}

impl Field {
    /// The table that a lookup to these is chosen from.
    pub(super) fn target_of<'a>(&'a self, targets: &'a [String]) -> &'a str {
        let only = targets.first().map_or("", String::as_str);
        if self.target.is_empty() { only } else { self.target }
    }

    /// What was sent for it; several ticks as one text.
    fn sent(&self, table: &TableDefinition, sent: &Sent) -> Option<String> {
        sent.find(self.name)?;
        match table.column(self.name).map(|column| &column.kind) {
            Some(ColumnKind::MultiChoice { .. }) => Some(sent.all(self.name).collect::<Vec<_>>().join(",")),
            Some(ColumnKind::Memo { .. }) => sent.find(self.name).map(str::to_owned),
            _ => Some(sent.get(self.name).to_owned()),
        }
    }
}

fn yours_for_people(visit: &Visit, table: &str, column: &tables::ColumnDefinition, text: String) -> String {
    match (&column.kind, read::value(visit, column, &text)) {
        (ColumnKind::Lookup { .. }, _) | (_, Err(_)) => text,
        (_, Ok(value)) => visit.value(table, column, &value, &crate::names::Names::new()),
    }
}

async fn write(visit: &Visit, change: Change) -> Result<Uuid, Error> {
    let written = visit.store().write::<_, _, Error>(visit.context(), change, |tx, change| {
        Box::pin(async move { tx.write_one(change.clone()).await })
    });
    Ok(written.await?.id)
}
