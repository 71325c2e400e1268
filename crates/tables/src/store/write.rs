//! The one path of every write: validate, authorise, rules, then row, version, log and audit.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::tx::Wrote;
use super::{Shared, Tx};
use crate::change::Moment;
use crate::definition::System;
use crate::json::{ChoiceForm, write as to_json};
use crate::query::IN_VALUES_MAX;
use crate::sql::log::{Record, Stamp, append_audit, append_log};
use crate::sql::{Connection, Layout, Raw, Sql, Storage, write as sql_write};
use crate::{
    Change, ColumnKind, Draft, Error, Operation, Ownership, Privilege, Reference, Requirement, Result, Row,
    TableDefinition, Value, Written,
};

/// Most changes in one call.
pub const CHANGES_MAX: usize = 1_000;
/// Most rows that one transaction may write.
pub const TRANSACTION_ROWS_MAX: usize = 10_000;
/// Longest that a transaction may still write after it began, in seconds.
pub const TRANSACTION_SECONDS_MAX: i64 = 30;
/// How deep rules may set off rules.
pub const RULE_DEPTH_MAX: usize = 8;

/// A draft with what the later steps need to know.
struct Step {
    at: usize,
    layout: Arc<Layout>,
    draft: Draft,
    /// Positions of the definition's columns that differ.
    changed: Vec<usize>,
    version: i64,
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

    fn within_limits(&mut self, count: usize) -> Result<()> {
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
    async fn load(&mut self, changes: &[Change]) -> Result<HashMap<(String, Uuid), Row>> {
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
                let row = super::read::row(&layout, &stored, cells)?;
                rows.insert((layout.definition.name.clone(), row.id()), row);
            }
        }
        Ok(rows)
    }

    async fn draft(
        &mut self,
        layout: &Layout,
        change: Change,
        before: &mut HashMap<(String, Uuid), Row>,
    ) -> Result<Draft> {
        let definition = &layout.definition;
        let operation = change.operation;
        if operation == Operation::Create {
            return self.draft_create(definition, change).await;
        }
        let id = change.id.unwrap_or_default();
        let key = (change.table.clone(), id);
        let Some(row) = before.get(&key).cloned() else {
            return Err(Error::NotFound { table: change.table, id });
        };
        let privilege = if operation == Operation::Delete { Privilege::Delete } else { Privilege::Write };
        self.access().require(&row, privilege)?;
        if let Some(expected) = change.expected_version
            && expected != row.version()
        {
            return Err(Error::StaleVersion { table: change.table, id, expected, current: row.version() });
        }
        if operation == Operation::Delete {
            before.remove(&key);
            return Ok(Draft {
                operation,
                before: Some(row.clone()),
                after: row,
                by_code: change.by_code,
                named: Vec::new(),
            });
        }
        let mut after = row.clone();
        for (name, value) in change.values {
            writable(definition, &name, change.by_code)?;
            let at = definition.require(&name)?;
            if at == 0 {
                continue;
            }
            let value = definition.columns[at].accept(value)?;
            if value != after.values()[at] && definition.system(System::Owner) == name {
                self.access().require(&row, Privilege::Assign)?;
                self.own(&mut after, &value).await?;
            }
            after.put(at, value);
        }
        // A later change of the same row in this call builds upon this one.
        before.insert(key, after.clone());
        Ok(Draft { operation, before: Some(row), after, by_code: change.by_code, named: Vec::new() })
    }

    async fn draft_create(&mut self, definition: &Arc<TableDefinition>, change: Change) -> Result<Draft> {
        let values = definition.default_values().into_boxed_slice();
        let mut after = Row::new(Arc::clone(definition), values);
        let mut named = Vec::with_capacity(change.values.len());
        let mut id = change.id;
        let mut owner = None;
        for (name, value) in change.values {
            writable(definition, &name, change.by_code)?;
            let at = definition.require(&name)?;
            let value = definition.columns[at].accept(value)?;
            if at == 0 {
                id = id.or(value.as_id());
                continue;
            }
            if definition.system(System::Owner) == name && !value.is_null() {
                owner = Some(value);
                continue;
            }
            if !value.is_null() {
                named.push(at);
            }
            after.put(at, value);
        }
        after.put(0, Value::Id(id.unwrap_or_else(|| self.new_id())));
        let user = self.context.principal.user;
        let now = Value::DateTime(micros(self.now()));
        after.set(definition.system(System::CreatedAt), now)?;
        after.set(definition.system(System::CreatedBy), user)?;
        if definition.ownership == Ownership::UserOrTeam {
            let owner = owner.unwrap_or_else(|| Reference::new("systemuser", user).into());
            self.own(&mut after, &owner).await?;
            after.set(definition.system(System::Owner), owner)?;
        }
        self.access().require(&after, Privilege::Create)?;
        Ok(Draft { operation: Operation::Create, before: None, after, by_code: change.by_code, named })
    }

    /// Puts the row into the business unit of its owner.
    async fn own(&mut self, row: &mut Row, owner: &Value) -> Result<()> {
        let column = row.definition().system(System::BusinessUnit);
        let principal = &self.context.principal;
        if owner.as_id() == Some(principal.user) {
            let unit = principal.business_unit;
            return row.set(column, if unit.is_nil() { Value::Null } else { unit.into() });
        }
        let Value::Reference(Reference { table, id }) = owner else { return Ok(()) };
        let layout = self.shared.layouts.get(table)?;
        let (sql, columns) = sql_write::business_unit(self.connection.dialect(), &layout.definition, *id);
        let found = self.connection.query(sql, columns).await?;
        match found.first().map(Vec::as_slice) {
            Some([Raw::Id(unit)]) => row.set(column, *unit),
            Some(_) => row.set(column, Value::Null),
            None => Err(Error::BrokenLookup {
                column: row.definition().system(System::Owner).into(),
                table: table.clone(),
                id: *id,
            }),
        }
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

    /// Gives each step its version, and checks in the same round trip that lookups lead somewhere
    /// and that no row is removed that others point to.
    async fn number_and_check(&mut self, steps: &mut [Step]) -> Result<()> {
        if steps.is_empty() {
            return Ok(());
        }
        let mut reads = Vec::new();
        let numbers = match sql_write::take_numbers(&mut self.connection, steps.len()) {
            Ok(numbers) => Some(numbers),
            Err(read) => {
                reads.push(read);
                None
            }
        };
        let lookups = self.lookups(steps)?;
        for (table, wanted) in &lookups {
            reads.push(self.existing(table, &wanted.ids)?);
        }
        let references = references(&self.shared, steps);
        reads.extend(references.iter().map(|reference| reference.read(&self.connection)));
        let mut answers = self.connection.query_many(reads).await?.into_iter();
        let numbers = match numbers {
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

    /// Rows, log and audit. Neighbours of the same table, operation and columns go as one set.
    fn send(&mut self, steps: &[Step]) -> Result<()> {
        let faults = self.shared.environment.faults.clone();
        if !steps.is_empty() {
            self.wrote = self.wrote.max(Wrote::Bookkeeping);
        }
        let mut rest = steps;
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
        }
        let records: Vec<Record> =
            steps.iter().filter(|step| !step.layout.definition.bookkeeping).map(Step::record).collect();
        if !records.is_empty() {
            let stamp = Stamp {
                user: self.context.principal.user,
                origin: self.context.origin.as_deref(),
                trace: self.context.trace.as_deref(),
                at: micros(self.shared.environment.clock.now()),
                transaction: self.transaction,
            };
            self.wrote = Wrote::Logged;
            faults.pass("store.after_row")?;
            append_log(&mut self.connection, &stamp, &records)?;
            faults.pass("store.after_log")?;
            append_audit(&mut self.connection, &stamp, &records)?;
            faults.pass("store.after_audit")?;
        }
        Ok(())
    }
}

impl Step {
    /// Marks who changed the row and when.
    fn stamp(&mut self, principal: &crate::Principal, now: jiff::Timestamp) {
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

    fn record(&self) -> Record {
        let definition = &self.layout.definition;
        let mut changed = Vec::new();
        let mut audit = serde_json::Map::new();
        for at in &self.changed {
            let column = &definition.columns[*at];
            let bookkeeping = [System::Version, System::ModifiedAt, System::ModifiedBy];
            if bookkeeping.iter().any(|system| definition.system(*system) == column.name) {
                continue;
            }
            let json = |row: &Row| to_json(column, &row.values()[*at], ChoiceForm::Number);
            let before = self.draft.before.as_ref().map_or(Json::Null, json);
            let after =
                if self.draft.operation == Operation::Delete { Json::Null } else { json(&self.draft.after) };
            if column.secret {
                changed.push(json!([column.name]));
                audit.insert(column.name.clone(), json!("changed"));
            } else {
                changed.push(json!([column.name, before]));
                audit.insert(column.name.clone(), json!([before, after]));
            }
        }
        Record {
            sequence: self.version,
            table: definition.name.clone(),
            row: self.draft.after.id(),
            operation: self.draft.operation,
            changed: Json::from(changed).to_string(),
            audit: Json::from(audit).to_string(),
        }
    }
}

/// Callers cannot write what code or the system keeps.
fn writable(definition: &TableDefinition, name: &str, by_code: bool) -> Result<()> {
    let at = definition.require(name)?;
    let column = &definition.columns[at];
    let composed = !column.composed.is_empty();
    let system = definition.is_system(name) && definition.system(System::Owner) != name;
    if (column.read_only && !by_code) || system || (composed && !by_code) {
        let owner = if composed {
            format!("it is made of {}, which", column.composed.join(" and "))
        } else {
            "the system".into()
        };
        return Err(Error::ReadOnly { column: name.into(), owner });
    }
    Ok(())
}

/// Composed columns, then what must not be missing.
fn complete(definition: &Arc<TableDefinition>, draft: &mut Draft) -> Result<()> {
    if draft.operation == Operation::Delete {
        return Ok(());
    }
    for (at, column) in definition.columns.iter().enumerate() {
        if !column.composed.is_empty() {
            let parts = column.composed.iter().filter_map(|part| draft.after.get(part).as_text());
            let mut text = parts.collect::<Vec<_>>().join(" ");
            if let ColumnKind::Text { length_max } = column.kind
                && let Some((end, _)) = text.char_indices().nth(length_max as usize)
            {
                text.truncate(end);
            }
            draft.after.put(at, text.trim_end().into());
        }
        if column.requirement == Requirement::Required && draft.after.values()[at].is_null() {
            return Err(Error::Required { column: column.name.clone() });
        }
    }
    Ok(())
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

fn micros(moment: jiff::Timestamp) -> jiff::Timestamp {
    jiff::Timestamp::from_microsecond(moment.as_microsecond()).unwrap_or(moment)
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
