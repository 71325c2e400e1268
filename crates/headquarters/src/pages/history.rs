//! History: what happened to a row, from its audit, as a rail.

use std::collections::HashMap;

use shell::names::Names;
use shell::{Entry, Visit};
use tables::log::{Audited, AuditedColumn};
use tables::security::SystemUser;
use tables::uuid::Uuid;
use tables::{Operation, Principal, Result, SYSTEM_USER, Store, Table as _, TableDefinition};

/// Entries shown, newest first.
const ENTRIES_MAX: usize = 30;
/// Changed columns shown of one entry.
const COLUMNS_MAX: usize = 6;
/// Longest value shown, in characters.
const VALUE_LENGTH_MAX: usize = 120;

/// What happened to a row that this person may see, newest first.
pub(super) async fn history(visit: &Visit, table: &str, id: Uuid) -> Result<Vec<Entry>> {
    let mut reader = visit.read().await?;
    let mut audited = reader.history(table, id).await?;
    let definition = reader.catalog().table(table)?.clone();
    drop(reader);
    audited.truncate(ENTRIES_MAX);
    let people = people(visit.store(), audited.iter().map(|entry| entry.user)).await?;
    Ok(audited.iter().map(|one| entry(visit, &definition, one, &people)).collect())
}

/// Who these users are. Their names are no secret from whoever may see what they did.
async fn people(store: &Store, ids: impl Iterator<Item = Uuid>) -> Result<HashMap<Uuid, SystemUser>> {
    let mut ids: Vec<Uuid> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    let mut reader = store.read(&Principal::system()).await?;
    let rows = reader.get_rows(SystemUser::NAME, &ids).await?;
    rows.iter().map(|row| Ok((row.id(), SystemUser::from_row(row)?))).collect()
}

fn entry(
    visit: &Visit,
    table: &TableDefinition,
    audited: &Audited,
    people: &HashMap<Uuid, SystemUser>,
) -> Entry {
    let user = people.get(&audited.user);
    let is_system = audited.user == SYSTEM_USER;
    let who = match user {
        Some(user) => user.fullname.clone(),
        None if is_system => visit.say("history-system"),
        None => String::new(),
    };
    let told: Vec<&AuditedColumn> =
        audited.changes.iter().filter(|change| table.column(&change.column).is_some()).collect();
    let status = told.iter().find(|change| change.column == "Status");
    let words = |change: &&AuditedColumn| words(visit, table, change);
    let (title, icon, lines) = match (audited.operation, status) {
        _ if audited.erasure => (visit.say("history-erased"), "shield", Vec::new()),
        (Operation::Create, _) => (visit.say("history-created"), "plus", Vec::new()),
        (Operation::Delete, _) => (visit.say("history-deleted"), "x", Vec::new()),
        (Operation::Update, Some(status)) => {
            let rest = told.iter().filter(|change| change.column != "Status");
            let lines = rest.take(COLUMNS_MAX).map(words).collect();
            (values(visit, table, status), "swap", lines)
        }
        (Operation::Update, None) => {
            let mut lines: Vec<String> = told.iter().take(COLUMNS_MAX).map(words).collect();
            if told.len() > COLUMNS_MAX {
                lines.push(visit.say_with("history-more", "count", told.len() - COLUMNS_MAX));
            }
            (visit.say("history-changed"), "edit", lines)
        }
    };
    Entry {
        icon,
        is_machine: is_system || user.is_some_and(|user| user.applicationid.is_some()),
        title,
        who,
        at: Some(audited.at),
        lines,
        ..Entry::default()
    }
}

/// `City: Kraków → Gdańsk`.
fn words(visit: &Visit, table: &TableDefinition, change: &AuditedColumn) -> String {
    let label = visit.column(&table.name, &change.column);
    // A column that no page shows has no label.
    let is_known = !label.starts_with(&format!("{}-", table.name));
    let label = if is_known { label } else { change.column.clone() };
    match &change.values {
        Some(_) => format!("{label}: {}", values(visit, table, change)),
        None => label,
    }
}

fn values(visit: &Visit, table: &TableDefinition, change: &AuditedColumn) -> String {
    let (Some(column), Some((before, after))) = (table.column(&change.column), &change.values) else {
        return String::new();
    };
    let [before, after] = [before, after].map(|value| {
        let text = visit.value(&table.name, column, value, &Names::new());
        let shown: String = text.chars().take(VALUE_LENGTH_MAX).collect();
        if shown.is_empty() { "–".to_owned() } else { shown }
    });
    format!("{before} → {after}")
}
