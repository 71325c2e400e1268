//! What change log and audit are told of a change: never a secret, and what is about persons apart.

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::write::Step;
use crate::definition::System;
use crate::json::{Cell, ChoiceForm};
use crate::sql::log::{Record, number};
use crate::sql::personal::PersonalValue;
use crate::{ColumnDefinition, Draft, Error, Operation, Result, Row, Value};

impl Step {
    /// The entry for log and audit.
    pub(super) fn record(&self) -> Result<Record> {
        let definition = &self.layout.definition;
        let columns = self.told();
        let audit: Audit<'_, '_> = Audit(&columns);
        Ok(Record {
            sequence: self.version,
            table: definition.name.clone(),
            row: self.draft.after.id(),
            operation: number(self.draft.operation),
            changed: serde_json::to_string(&columns).map_err(Error::internal)?,
            audit: serde_json::to_string(&audit).map_err(Error::internal)?,
        })
    }

    fn told(&self) -> Vec<Told<'_>> {
        let definition = &self.layout.definition;
        let bookkeeping = [System::Version, System::ModifiedAt, System::ModifiedBy];
        let bookkeeping = bookkeeping.map(|system| definition.system(system));
        let told = |at: &&usize| !bookkeeping.contains(&definition.columns[**at].name.as_str());
        self.changed.iter().filter(told).map(|at| Told { draft: &self.draft, at: *at }).collect()
    }

    /// What is kept apart, each value by the person whom it is about.
    pub(super) fn personal_values(&self) -> Result<Vec<PersonalValue>> {
        let definition = &self.layout.definition;
        let mut values = Vec::new();
        if definition.bookkeeping || !definition.has_personal() {
            return Ok(values);
        }
        let after = &self.draft.after;
        let before = self.draft.before.as_ref().unwrap_or(after);
        for told in self.told().iter().filter(|told| told.column().personal && !told.column().secret) {
            for (row, cell, after) in [(before, told.before(), false), (after, told.after(), true)] {
                values.push(PersonalValue {
                    sequence: self.version,
                    column: told.column().name.clone(),
                    after,
                    person: row.person(),
                    value: serde_json::to_string(&cell).map_err(Error::internal)?,
                });
            }
        }
        Ok(values)
    }
}

/// A changed column as the log tells of it: `[name, before]`, a secret or personal one `[name]`.
struct Told<'a> {
    draft: &'a Draft,
    at: usize,
}

impl Told<'_> {
    fn column(&self) -> &ColumnDefinition {
        &self.draft.after.definition().columns[self.at]
    }

    fn cell<'a>(&'a self, row: Option<&'a Row>) -> Cell<'a> {
        let value = row.map_or(&Value::Null, |row| &row.values()[self.at]);
        Cell { column: self.column(), value, choices: ChoiceForm::Number }
    }

    fn before(&self) -> Cell<'_> {
        self.cell(self.draft.before.as_ref())
    }

    fn after(&self) -> Cell<'_> {
        self.cell((self.draft.operation != Operation::Delete).then_some(&self.draft.after))
    }
}

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let column = self.column();
        if column.secret || column.personal {
            [&column.name].serialize(serializer)
        } else {
            (&column.name, self.before()).serialize(serializer)
        }
    }
}

/// Changed columns as the audit keeps them: `{name: [before, after]}`, a secret or personal one
/// `"changed"`.
struct Audit<'a, 'b>(&'a [Told<'b>]);

impl Serialize for Audit<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for told in self.0 {
            let column = told.column();
            if column.secret || column.personal {
                map.serialize_entry(&column.name, "changed")?;
            } else {
                map.serialize_entry(&column.name, &(told.before(), told.after()))?;
            }
        }
        map.end()
    }
}
