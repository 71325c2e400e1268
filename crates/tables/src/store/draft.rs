//! A change as a draft: what a caller may write, on which row, with what comes of itself.

use std::collections::HashMap;
use std::sync::Arc;

use uuid::Uuid;

use super::Tx;
use super::write::micros;
use crate::definition::System;
use crate::sql::{Layout, Raw, write as sql_write};
use crate::{
    Change, ColumnKind, Draft, Error, Operation, Ownership, Privilege, Reference, Requirement, Result, Row,
    TableDefinition, Value,
};

impl Tx {
    pub(super) async fn draft(
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
        let mut named = Vec::with_capacity(change.values.len());
        for (name, value) in change.values {
            writable(definition, &name, change.by_code)?;
            let at = definition.require(&name)?;
            if at == 0 {
                continue;
            }
            let value = definition.columns[at].accept(value)?;
            if value.is_null() && definition.system(System::Owner) == name {
                return Err(Error::Required { column: name });
            }
            if value != after.values()[at] && definition.system(System::Owner) == name {
                self.access().require(&row, Privilege::Assign)?;
                self.own(&mut after, &value).await?;
            }
            named.push(at);
            after.put(at, value);
        }
        // A later change of the same row in this call builds upon this one.
        before.insert(key, after.clone());
        Ok(Draft { operation, before: Some(row), after, by_code: change.by_code, named })
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
}

/// Callers cannot write what code or the system keeps.
pub(super) fn writable(definition: &TableDefinition, name: &str, by_code: bool) -> Result<()> {
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
pub(super) fn complete(definition: &Arc<TableDefinition>, draft: &mut Draft) -> Result<()> {
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
