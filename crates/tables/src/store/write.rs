//! The one path of every write: validate, authorise, rules, then row, version, log and audit.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use uuid::Uuid;

use super::draft::complete;
use super::tx::Wrote;
use super::{Context, Shared, Tx};
use crate::change::Moment;
use crate::definition::System;
use crate::query::IN_VALUES_MAX;
use crate::sql::log::{Stamp, append_audit, append_log};
use crate::sql::personal;
use crate::sql::{Connection, Layout, write as sql_write};
use crate::{Change, Draft, Error, Operation, Result, Row, Value, Written};

/// Most changes in one call.
pub const CHANGES_MAX: usize = 1_000;
/// Most rows that one transaction may write.
pub const TRANSACTION_ROWS_MAX: usize = 10_000;
/// Longest that a transaction may still write after it began, in seconds.
pub const TRANSACTION_SECONDS_MAX: i64 = 30;
/// How deep rules may set off rules.
pub const RULE_DEPTH_MAX: usize = 8;

/// A draft with what the later steps need to know.
pub(super) struct Step {
    at: usize,
    pub layout: Arc<Layout>,
    pub draft: Draft,
    /// Positions of the definition's columns that differ.
    pub changed: Vec<usize>,
    pub version: i64,
}

impl Tx {
    /// Writes changes in order, in few round trips. Each is authorised as the principal's.
    ///
    /// # Errors
    /// Any [`Error`]; the transaction cannot commit any more then.
    pub async fn write(&mut self, changes: Vec<Change>) -> Result<Vec<Written>> {
        if let Some(failed) = &self.failed {
            return Err(failed.clone());
        }
        let written = self.write_all(changes).await.map_err(|error| explain(&self.shared, error));
        if let Err(error) = &written {
            self.failed = Some(error.clone());
        }
        written
    }

    async fn write_all(&mut self, changes: Vec<Change>) -> Result<Vec<Written>> {
        self.within_limits(changes.len())?;
        let mut before = self.load(&changes).await?;
        let mut written: Vec<Option<Written>> = vec![None; changes.len()];
        let mut steps = Vec::with_capacity(changes.len());
        for (at, change) in changes.into_iter().enumerate() {
            let layout = Arc::clone(self.shared.layouts.get(&change.table)?);
            let mut draft = self.draft(&layout, change, &mut before).await?;
            self.run_rules(&mut draft, Moment::Before).await?;
            complete(&layout.definition, &mut draft)?;
            let changed = differences(&draft);
            if draft.operation == Operation::Update && changed.is_empty() {
                let (id, version) = (draft.after.id(), draft.after.version());
                written[at] = Some(Written { id, version, changed: false });
                continue;
            }
            if draft.operation != Operation::Delete {
                self.check_files(&draft.after, &changed)?;
            }
            steps.push(Step { at, layout, draft, changed, version: 0 });
        }
        self.number_and_check(&mut steps).await?;
        self.send(&steps)?;
        for mut step in steps {
            let (id, version) = (step.draft.after.id(), step.version);
            written[step.at] = Some(Written { id, version, changed: true });
            self.run_rules(&mut step.draft, Moment::After).await?;
        }
        Ok(written.into_iter().flatten().collect())
    }

    pub(super) fn within_limits(&mut self, count: usize) -> Result<()> {
        self.rows += count;
        if count > CHANGES_MAX {
            return Err(Error::LimitExceeded { what: "changes in one call", limit: CHANGES_MAX as u64 });
        }
        if self.rows > TRANSACTION_ROWS_MAX {
            let limit = TRANSACTION_ROWS_MAX as u64;
            return Err(Error::LimitExceeded { what: "rows in one transaction", limit });
        }
        if self.now().as_second() - self.started.as_second() > TRANSACTION_SECONDS_MAX {
            let limit = TRANSACTION_SECONDS_MAX.unsigned_abs();
            return Err(Error::LimitExceeded { what: "seconds in one transaction", limit });
        }
        Ok(())
    }

    /// The rows to be changed, as they are. Whether the caller may see them is asked afterwards:
    /// only so can a missing privilege be told from a missing row.
    pub(super) async fn load(&mut self, changes: &[Change]) -> Result<HashMap<(String, Uuid), Row>> {
        let mut wanted: BTreeMap<&str, Vec<Uuid>> = BTreeMap::new();
        for change in changes.iter().filter(|change| change.operation != Operation::Create) {
            wanted.entry(&change.table).or_default().extend(change.id);
        }
        let dialect = self.connection.dialect();
        let (mut reads, mut shapes) = (Vec::new(), Vec::new());
        for (table, ids) in wanted {
            let layout = self.shared.layouts.get(table)?;
            for some in ids.chunks(IN_VALUES_MAX) {
                let (sql, storages, stored) = sql_write::whole_rows(dialect, layout, some);
                reads.push((sql, storages));
                shapes.push((Arc::clone(layout), stored));
            }
        }
        let mut rows = HashMap::new();
        if reads.is_empty() {
            return Ok(rows);
        }
        let found = self.connection.query_many(reads).await?;
        for (found, (layout, stored)) in found.into_iter().zip(shapes) {
            for cells in found {
                let row = super::read::row(&layout, &stored, &mut cells.into_iter().map(Ok))?;
                rows.insert((layout.definition.name.clone(), row.id()), row);
            }
        }
        Ok(rows)
    }

    async fn run_rules(&mut self, draft: &mut Draft, moment: Moment) -> Result<()> {
        let rules = self.shared.catalog.rules(&draft.after.definition().name, draft.operation, moment);
        if rules.is_empty() {
            return Ok(());
        }
        if self.rule_depth >= RULE_DEPTH_MAX {
            return Err(Error::LimitExceeded {
                what: "rules that set off rules",
                limit: RULE_DEPTH_MAX as u64,
            });
        }
        self.rule_depth += 1;
        for rule in rules {
            self.lent.push(rule.rights);
            let ran = (rule.run)(self, draft).await;
            self.lent.pop();
            ran?;
        }
        self.rule_depth -= 1;
        Ok(())
    }

    /// Rows, log and audit. Neighbours of the same table, operation and columns go as one set.
    pub(super) fn send(&mut self, steps: &[Step]) -> Result<()> {
        let faults = self.shared.environment.faults.clone();
        if !steps.is_empty() {
            self.wrote = self.wrote.max(Wrote::Bookkeeping);
        }
        // Before what is joined into one statement.
        let kept = |step: &'_ Step| step.draft.operation != Operation::Delete;
        let of = |step: &Step| {
            super::files::gone(step.draft.before.as_ref(), kept(step).then_some(&step.draft.after))
        };
        self.remove_files(&steps.iter().flat_map(of).collect::<Vec<_>>())?;
        let values = steps.iter().map(Step::personal_values).collect::<Result<Vec<_>>>()?;
        personal::append(&mut self.connection, values.into_iter().flatten().collect())?;
        let (mut rest, mut groups) = (steps, 0);
        while let Some(first) = rest.first() {
            let alike = rest.iter().take_while(|step| step.goes_with(first)).count();
            let (group, after) = rest.split_at(alike);
            let rows: Vec<&Row> = group.iter().map(|step| &step.draft.after).collect();
            let layout = &first.layout;
            faults.pass("store.before_row")?;
            match first.draft.operation {
                Operation::Create => sql_write::insert(&mut self.connection, layout, &rows)?,
                Operation::Update => {
                    let columns = first.stored_columns();
                    sql_write::update(&mut self.connection, layout, &columns, &rows)?;
                }
                Operation::Delete => {
                    let ids: Vec<Uuid> = rows.iter().map(|row| row.id()).collect();
                    sql_write::delete(&mut self.connection, layout, &ids)?;
                }
            }
            rest = after;
            groups += 1;
        }
        let logged = steps.iter().filter(|step| !step.layout.definition.bookkeeping);
        let records = logged.map(Step::record).collect::<Result<Vec<_>>>()?;
        if !records.is_empty() {
            let stamp = stamp(&self.context, self.now(), self.transaction);
            self.wrote = Wrote::Logged;
            faults.pass("store.after_row")?;
            append_log(&mut self.connection, &stamp, &records)?;
            faults.pass("store.after_log")?;
            append_audit(&mut self.connection, &stamp, &records)?;
            if let (1, Connection::Postgres(postgres)) = (groups, &mut self.connection) {
                postgres.join_last(3);
            }
            faults.pass("store.after_audit")?;
        }
        Ok(())
    }
}

/// What all entries of a transaction share.
pub(super) fn stamp(context: &Context, now: jiff::Timestamp, transaction: i64) -> Stamp<'_> {
    Stamp {
        user: context.principal.user,
        origin: context.origin.as_deref(),
        trace: context.trace.as_deref(),
        at: micros(now),
        transaction,
    }
}

impl Step {
    /// A change that no rule looks at.
    pub(super) fn of(layout: Arc<Layout>, draft: Draft) -> Self {
        let changed = differences(&draft);
        Self { at: 0, layout, draft, changed, version: 0 }
    }

    /// Marks who changed the row and when.
    pub(super) fn stamp(&mut self, principal: &crate::Principal, now: jiff::Timestamp) {
        let definition = Arc::clone(self.draft.after.definition());
        for (column, value) in [
            (System::ModifiedAt, Value::DateTime(micros(now))),
            (System::ModifiedBy, Value::Id(principal.user)),
        ] {
            if let Some(at) = definition.position(definition.system(column)) {
                self.draft.after.put(at, value);
                if !self.changed.contains(&at) {
                    self.changed.push(at);
                }
            }
        }
        if !self.changed.contains(&self.layout.version) {
            self.changed.push(self.layout.version);
        }
    }

    fn goes_with(&self, other: &Self) -> bool {
        self.layout.definition.name == other.layout.definition.name
            && self.draft.operation == other.draft.operation
            && (self.draft.operation != Operation::Update || self.changed == other.changed)
    }

    fn stored_columns(&self) -> Vec<usize> {
        let stored = self.layout.stored.iter().enumerate();
        stored.filter(|(_, stored)| self.changed.contains(&stored.source)).map(|(at, _)| at).collect()
    }
}

/// Positions of columns whose values differ from before; for a delete, those that had a value.
fn differences(draft: &Draft) -> Vec<usize> {
    let after = draft.after.values();
    match (&draft.before, draft.operation) {
        (Some(before), Operation::Update) => {
            (0..after.len()).filter(|at| before.values()[*at] != after[*at]).collect()
        }
        _ => (1..after.len()).filter(|at| !after[*at].is_null()).collect(),
    }
}

/// A duplicate key as the databases name it, in the words of the definition.
pub(super) fn explain(shared: &Shared, error: Error) -> Error {
    let Error::DuplicateKey { table, key, columns } = &error else { return error };
    let Ok(layout) = shared.layouts.get(table) else { return error };
    let definition = &layout.definition;
    let stored: Vec<&str> = columns.split(',').collect();
    let id = definition.id_column();
    if key == "id" || stored == [id.to_ascii_lowercase()] {
        return Error::DuplicateKey { table: table.clone(), key: "id".into(), columns: id.into() };
    }
    let is_it = |known: &&crate::KeyDefinition| {
        let names = known.columns.iter().filter_map(|column| definition.column(column));
        known.name == *key || names.map(crate::sql::layout::comparable_name).collect::<Vec<_>>() == stored
    };
    match definition.keys.iter().find(is_it) {
        Some(known) => Error::DuplicateKey {
            table: table.clone(),
            key: known.name.clone(),
            columns: known.columns.join(" and "),
        },
        None => error,
    }
}

pub(super) fn micros(moment: jiff::Timestamp) -> jiff::Timestamp {
    jiff::Timestamp::from_microsecond(moment.as_microsecond()).unwrap_or(moment)
}
