//! Erasing a person: the personal columns of rows, and what log and audit kept apart of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value as Json;
use uuid::Uuid;

use super::draft::complete;
use super::tx::Wrote;
use super::write::{CHANGES_MAX, Step, TRANSACTION_ROWS_MAX, explain, stamp};
use super::{Context, Store, Tx};
use crate::sql::Raw;
use crate::sql::log::{ERASURE as ERASURE_ENTRY, Record, append_audit};
use crate::sql::personal::{self, Told};
use crate::{
    Change, ColumnDefinition, ColumnKind, Depth, Draft, Error, Operation, Privilege, Requirement, Result,
    Row, TableDefinition, Value,
};

/// The name by which roles grant erasing persons: Delete at organization depth.
pub const ERASURE: &str = "erasure";
/// What stands in a required column instead of an erased text.
pub const ERASED: &str = "[erased]";

impl Store {
    /// Erases a person; see [`Tx::erase_person`].
    ///
    /// # Errors
    /// As [`Tx::erase_person`].
    pub async fn erase(&self, context: Context, table: &str, id: Uuid) -> Result<usize> {
        self.write(context, (table.to_owned(), id), |tx, (table, id)| {
            Box::pin(async move { tx.erase_person(table, *id).await })
        })
        .await
    }
}

impl Tx {
    /// Erases the person that the row `id` of `table` is, whether or not the row is still there:
    /// the personal columns of that row and of all rows whose person it is, and their values in
    /// change log and audit. What is not personal stays. Answers how many rows were blanked.
    ///
    /// No rule looks on: none may keep a person from being erased. The audit says that it was done
    /// and by whom.
    ///
    /// # Errors
    /// [`Error::NoPrivilege`] without Delete on [`ERASURE`]; [`Error::LimitExceeded`] beyond
    /// [`TRANSACTION_ROWS_MAX`] rows; as any write.
    pub async fn erase_person(&mut self, table: &str, id: Uuid) -> Result<usize> {
        if let Some(failed) = &self.failed {
            return Err(failed.clone());
        }
        let erased = self.erase(table, id).await.map_err(|error| explain(&self.shared, error));
        if let Err(error) = &erased {
            self.failed = Some(error.clone());
        }
        erased
    }

    async fn erase(&mut self, table: &str, person: Uuid) -> Result<usize> {
        if self.access().depth(ERASURE, Privilege::Delete) != Depth::Organization {
            let table = format!("what is personal in {table}");
            return Err(Error::NoPrivilege { action: Privilege::Delete.word(), table });
        }
        let mut count = 0;
        for (table, ids) in self.rows_about(table, person).await? {
            for some in ids.chunks(CHANGES_MAX) {
                count += self.blank(&table, some, person).await?;
                self.forget_told(&table, some).await?;
            }
        }
        let dialect = self.connection.dialect();
        self.connection.execute(personal::remove(dialect, person))?;
        self.audit_erasure(table, person).await?;
        Ok(count)
    }

    /// Rows with personal columns that may be about the person, by table.
    async fn rows_about(&mut self, table: &str, person: Uuid) -> Result<BTreeMap<String, Vec<Uuid>>> {
        let mut found: BTreeMap<String, Vec<Uuid>> = BTreeMap::new();
        if self.shared.catalog.table(table)?.has_personal() {
            found.insert(table.to_owned(), vec![person]);
        }
        let dialect = self.connection.dialect();
        let (mut reads, mut tables) = (Vec::new(), Vec::new());
        for definition in self.shared.catalog.tables().iter().filter(|table| table.has_personal()) {
            if let Some(column) = points_to(definition, table) {
                let names = (definition.name.as_str(), definition.id_column(), column);
                reads.push(personal::rows_about(dialect, names, person, TRANSACTION_ROWS_MAX + 1));
                tables.push(definition.name.clone());
            }
        }
        if reads.is_empty() {
            return Ok(found);
        }
        for (table, rows) in tables.into_iter().zip(self.connection.query_many(reads).await?) {
            let id = |row: &Vec<Raw>| if let [Raw::Id(id)] = row.as_slice() { Some(*id) } else { None };
            found.entry(table).or_default().extend(rows.iter().filter_map(id));
        }
        Ok(found)
    }

    /// Empties the personal columns of those of these rows that are about the person.
    async fn blank(&mut self, table: &str, ids: &[Uuid], person: Uuid) -> Result<usize> {
        self.within_limits(ids.len())?;
        let layout = Arc::clone(self.shared.layouts.get(table)?);
        let changes: Vec<Change> = ids.iter().map(|id| Change::update(table, *id, Vec::new())).collect();
        let mut steps = Vec::new();
        for row in self.load(&changes).await?.into_values().filter(|row| row.person() == person) {
            let mut after = row.clone();
            for (at, column) in
                layout.definition.columns.iter().enumerate().filter(|(_, column)| column.personal)
            {
                if !row.values()[at].is_null() {
                    after.put(at, blank(&layout.definition, column, &row));
                }
            }
            let (operation, named) = (Operation::Update, Vec::new());
            let mut draft = Draft { operation, before: Some(row), after, by_code: true, named };
            complete(&layout.definition, &mut draft)?;
            steps.push(Step::of(Arc::clone(&layout), draft));
        }
        steps.retain(|step| !step.changed.is_empty());
        self.number_and_check(&mut steps).await?;
        self.send(&steps)?;
        Ok(steps.len())
    }

    /// Takes values out of log and audit that were told there before their column became personal.
    async fn forget_told(&mut self, table: &str, ids: &[Uuid]) -> Result<()> {
        let definition = Arc::clone(self.shared.catalog.table(table)?);
        let dialect = self.connection.dialect();
        for place in [Told::Log, Told::Audit] {
            let (sql, columns) = personal::told(dialect, place, table, ids);
            for row in self.connection.query(sql, columns).await? {
                if let [Raw::Integer(sequence), Raw::Text(json)] = row.as_slice()
                    && let Some(json) = without_values(&definition, place, json)?
                {
                    self.connection.execute(personal::retell(dialect, place, *sequence, json))?;
                }
            }
        }
        Ok(())
    }

    async fn audit_erasure(&mut self, table: &str, person: Uuid) -> Result<()> {
        let record = Record {
            sequence: self.next_number().await?,
            table: table.to_owned(),
            row: person,
            operation: ERASURE_ENTRY,
            changed: String::new(),
            audit: "{}".into(),
        };
        self.wrote = self.wrote.max(Wrote::Bookkeeping);
        let stamp = stamp(&self.context, self.now(), self.transaction);
        append_audit(&mut self.connection, &stamp, &[record])
    }
}

/// The lookup by which rows name their person, where that may be a row of `table`.
fn points_to<'a>(definition: &'a TableDefinition, table: &str) -> Option<&'a str> {
    let column = definition.column(definition.person.as_deref()?)?;
    match &column.kind {
        ColumnKind::Lookup { targets } if targets.iter().any(|target| target == table) => Some(&column.name),
        _ => None,
    }
}

/// What an erased column holds. In a key it must differ from row to row.
fn blank(definition: &TableDefinition, column: &ColumnDefinition, row: &Row) -> Value {
    if column.requirement != Requirement::Required {
        return Value::Null;
    }
    let in_key = definition.keys.iter().any(|key| key.columns.contains(&column.name));
    let mut text = if in_key { row.id().simple().to_string() } else { ERASED.to_owned() };
    if let ColumnKind::Text { length_max } | ColumnKind::Memo { length_max } = column.kind {
        text.truncate(length_max as usize);
    }
    text.into()
}

/// The entry with only the names of personal columns; `None` where it has nothing else.
fn without_values(definition: &TableDefinition, place: Told, json: &str) -> Result<Option<String>> {
    let personal = |name: &str| definition.column(name).is_some_and(|column| column.personal);
    let mut told: Json = serde_json::from_str(json).map_err(Error::internal)?;
    let before = told.clone();
    match (&mut told, place) {
        (Json::Array(columns), Told::Log) => {
            for column in columns.iter_mut().filter_map(Json::as_array_mut) {
                if column.first().and_then(Json::as_str).is_some_and(personal) {
                    column.truncate(1);
                }
            }
        }
        (Json::Object(columns), Told::Audit) => {
            for (_, values) in columns.iter_mut().filter(|(name, _)| personal(name)) {
                *values = "changed".into();
            }
        }
        _ => {}
    }
    if told == before {
        return Ok(None);
    }
    serde_json::to_string(&told).map(Some).map_err(Error::internal)
}
