//! Before rows are sent: their versions, and whether what they point to is there.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::sync::{Arc, PoisonError};

use uuid::Uuid;

use super::write::Step;
use super::{Shared, Tx};
use crate::sql::{Connection, Raw, Sql, Storage, write as sql_write};
use crate::{ColumnKind, Error, Operation, Result, TableDefinition, Value};

/// Numbers drawn at a time.
const DRAWN_AHEAD: usize = 64;

impl Tx {
    /// Gives each step its version, and checks in the same round trip that lookups lead somewhere
    /// and that no row is removed that others point to.
    pub(super) async fn number_and_check(&mut self, steps: &mut [Step]) -> Result<()> {
        if steps.is_empty() {
            return Ok(());
        }
        let lookups = self.lookups(steps)?;
        let references = references(&self.shared, steps);
        let mut reads = Vec::new();
        let numbers = match sql_write::take_numbers(&mut self.connection, steps.len()) {
            Ok(taken) => Some(taken),
            Err(read) => {
                let drawn = self.drawn_ahead(steps).await?;
                if drawn.is_none() {
                    self.drew = true;
                    reads.push(read);
                }
                drawn
            }
        };
        for (table, wanted) in &lookups {
            reads.push(self.existing(table, &wanted.ids)?);
        }
        reads.extend(references.iter().map(|reference| reference.read(&self.connection)));
        let answers = if reads.is_empty() { Vec::new() } else { self.connection.query_many(reads).await? };
        let mut answers = answers.into_iter();
        let numbers: Vec<i64> = match numbers {
            Some(numbers) => numbers,
            None => answers.next().unwrap_or_default().iter().filter_map(|row| whole(row)).collect(),
        };
        for (step, number) in steps.iter_mut().zip(numbers) {
            step.version = number;
            let at = step.layout.version;
            step.draft.after.put(at, Value::Whole(number));
            step.stamp(&self.context.principal, self.shared.environment.clock.now());
        }
        for (table, Wanted { ids, columns }) in lookups {
            let found: HashSet<Uuid> =
                answers.next().unwrap_or_default().iter().filter_map(|row| id(row)).collect();
            if let Some(missing) = ids.iter().find(|id| !found.contains(*id)) {
                let column = columns.get(missing).cloned().unwrap_or_default();
                return Err(Error::BrokenLookup { column, table, id: *missing });
            }
        }
        for (reference, found) in references.iter().zip(answers) {
            if let Some(id) = found.first().and_then(|row| id(row)) {
                return Err(Error::StillReferenced {
                    table: reference.target.clone(),
                    id,
                    used_by: format!("{}.{}", reference.table.name, reference.column()),
                });
            }
        }
        Ok(())
    }

    /// The number of an entry that no row's version is.
    pub(super) async fn next_number(&mut self) -> Result<i64> {
        let number = match sql_write::take_numbers(&mut self.connection, 1) {
            Ok(numbers) => numbers.first().copied(),
            Err((sql, columns)) => {
                self.drew = true;
                self.connection.query(sql, columns).await?.first().and_then(|row| whole(row))
            }
        };
        number.ok_or_else(|| Error::internal("no number was drawn"))
    }

    /// Numbers for new rows, drawn ahead so that a create needs no round trip for its own. A row
    /// that is there needs a newer number than its last one, and an entry one newer than those
    /// before it in its transaction, so this is for creates that come first.
    async fn drawn_ahead(&mut self, steps: &[Step]) -> Result<Option<Vec<i64>>> {
        let Connection::Postgres(postgres) = &mut self.connection else { return Ok(None) };
        let creates = steps.iter().all(|step| step.draft.operation == Operation::Create);
        if self.drew || !creates || steps.len() > DRAWN_AHEAD {
            return Ok(None);
        }
        let take = |drawn: &mut VecDeque<i64>| {
            (drawn.len() >= steps.len()).then(|| drawn.drain(..steps.len()).collect())
        };
        let lock = || self.shared.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(numbers) = take(&mut lock()) {
            return Ok(Some(numbers));
        }
        let found = postgres.numbers(sql_write::next_numbers(DRAWN_AHEAD)).await?;
        let mut drawn = lock();
        // Numbers within a transaction must rise: only newer ones replace those that are left.
        let found: VecDeque<i64> = found.iter().filter_map(|row| whole(row)).collect();
        if drawn.back() < found.back() {
            *drawn = found;
        }
        Ok(take(&mut drawn))
    }

    /// Rows that changed lookups name, by table, with the column that named them. Rows made
    /// earlier in the same call are there already.
    fn lookups(&self, steps: &[Step]) -> Result<BTreeMap<String, Wanted>> {
        let mut wanted: BTreeMap<String, Wanted> = BTreeMap::new();
        let mut made = HashSet::new();
        for step in steps {
            let definition = &step.layout.definition;
            if step.draft.operation == Operation::Create {
                made.insert((definition.name.as_str(), step.draft.after.id()));
            }
            if step.draft.operation == Operation::Delete {
                continue;
            }
            for at in &step.changed {
                let column = &definition.columns[*at];
                let ColumnKind::Lookup { targets } = &column.kind else { continue };
                let system = definition.is_system(&column.name);
                let (table, id) = match &step.draft.after.values()[*at] {
                    Value::Id(id) => (targets[0].as_str(), *id),
                    Value::Reference(reference) => (reference.table.as_str(), reference.id),
                    _ => continue,
                };
                // Owners were looked up with their business unit; makers need not be rows.
                if system || made.contains(&(table, id)) {
                    continue;
                }
                let wanted = wanted.entry(table.to_owned()).or_default();
                if wanted.columns.insert(id, column.name.clone()).is_none() {
                    wanted.ids.push(id);
                }
            }
        }
        Ok(wanted)
    }

    /// Which of these rows the caller can see.
    fn existing(&self, table: &str, ids: &[Uuid]) -> Result<(Sql, Vec<Storage>)> {
        let definition = &self.shared.layouts.get(table)?.definition;
        sql_write::existing(self.connection.dialect(), definition, ids, self.access())
    }
}

/// Rows of one table that lookups name, and the column that named each.
#[derive(Default)]
struct Wanted {
    ids: Vec<Uuid>,
    columns: HashMap<Uuid, String>,
}

/// A lookup column through which removed rows may still be used.
struct Use {
    target: String,
    ids: Vec<Uuid>,
    table: Arc<TableDefinition>,
    at: usize,
}

impl Use {
    fn column(&self) -> &str {
        &self.table.columns[self.at].name
    }

    fn read(&self, connection: &Connection) -> (Sql, Vec<Storage>) {
        sql_write::used(connection.dialect(), &self.table.name, self.column(), &self.ids)
    }
}

fn references(shared: &Shared, steps: &[Step]) -> Vec<Use> {
    let mut removed: BTreeMap<&str, Vec<Uuid>> = BTreeMap::new();
    for step in steps.iter().filter(|step| step.draft.operation == Operation::Delete) {
        removed.entry(&step.layout.definition.name).or_default().push(step.draft.after.id());
    }
    let uses = |(target, ids): (&str, Vec<Uuid>)| {
        let found = shared.catalog.lookups_to(target).into_iter();
        found
            .map(|(table, at)| Use { target: target.to_owned(), ids: ids.clone(), table, at })
            .collect::<Vec<_>>()
    };
    removed.into_iter().flat_map(uses).collect()
}

fn whole(row: &[Raw]) -> Option<i64> {
    match row.first() {
        Some(Raw::Integer(number)) => Some(*number),
        _ => None,
    }
}

fn id(row: &[Raw]) -> Option<Uuid> {
    match row.first() {
        Some(Raw::Id(id)) => Some(*id),
        _ => None,
    }
}
