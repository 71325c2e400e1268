//! How the tables of a store look under a convention: which sets there are, and what the
//! properties of a row are called.

use std::borrow::Cow;
use std::sync::Arc;

use tables::jiff::Timestamp;
use tables::{Catalog, ColumnDefinition, ColumnKind, Principal, TableDefinition};

use crate::api::Convention;
use crate::respond::{ApiError, BAD_ATTRIBUTE};

/// The column that keeps the rows of one company apart from another's.
pub(crate) const COMPANY: &str = "dataAreaId";

/// The tables that a service shows.
#[derive(Clone, Copy)]
pub(crate) struct Model<'a> {
    pub convention: Convention,
    pub catalog: &'a Catalog,
    /// Logical names; `None` where code asks, which may name any table.
    pub exposed: Option<&'a [String]>,
    /// Names that applications gave to collections of related rows.
    pub collections: &'a [CollectionName],
    /// Who asks and when, where a filter may say "me" or "today".
    pub asker: Option<Asker<'a>>,
    /// The company that related rows are confined to unless a filter on them names companies.
    pub company: Option<&'a str>,
}

/// Who asks, and when.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asker<'a> {
    pub principal: &'a Principal,
    pub now: Timestamp,
}

/// What an application calls the rows of `table` whose `lookup` points to a row of `target`.
#[derive(Clone, Debug)]
pub(crate) struct CollectionName {
    pub target: String,
    pub name: String,
    pub table: String,
    pub lookup: String,
}

/// Rows of another table that point to a row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Collection<'a> {
    pub table: &'a Arc<TableDefinition>,
    pub lookup: &'a ColumnDefinition,
}

impl<'a> Model<'a> {
    /// The tables as code sees them: all of them, and nobody asks.
    pub fn of_code(convention: Convention, catalog: &'a Catalog) -> Self {
        Self { convention, catalog, exposed: None, collections: &[], asker: None, company: None }
    }

    /// The table shown as this set.
    pub fn set(&self, name: &str) -> Option<&'a Arc<TableDefinition>> {
        self.catalog.table_of_set(name).filter(|table| self.shows(table))
    }

    /// The table with this logical name, where it is shown.
    pub fn table(&self, name: &str) -> Option<&'a Arc<TableDefinition>> {
        self.catalog.table(name).ok().filter(|table| self.shows(table))
    }

    /// The rows that the collection-valued navigation property `name` of `target` stands for: by
    /// the name that the application gave it, or as `<table>_<lookup>`.
    pub fn collection(&self, target: &TableDefinition, name: &str) -> Option<Collection<'a>> {
        let named = self.collections.iter().find(|known| known.target == target.name && known.name == name);
        if let Some(known) = named {
            let table = self.table(&known.table)?;
            return Some(Collection { table, lookup: table.column(&known.lookup)? });
        }
        self.collections_of(target).find_map(|(known, collection)| (known == name).then_some(collection))
    }

    /// All collections of rows that may point to a row of `target`, with their names.
    pub fn collections_of(&self, target: &TableDefinition) -> impl Iterator<Item = (String, Collection<'a>)> {
        let (model, target) = (*self, target.name.clone());
        let tables = self.catalog.tables().iter().filter(move |table| model.shows(table));
        tables.flat_map(move |table| {
            let target = target.clone();
            table.columns.iter().filter_map(move |lookup| {
                let ColumnKind::Lookup { targets } = &lookup.kind else { return None };
                let points = !lookup.secret && targets.contains(&target);
                points.then(|| (model.collection_name(&target, table, lookup), Collection { table, lookup }))
            })
        })
    }

    fn collection_name(&self, target: &str, table: &TableDefinition, lookup: &ColumnDefinition) -> String {
        let is_it = |known: &&CollectionName| {
            known.target == target && known.table == table.name && known.lookup == lookup.name
        };
        match self.collections.iter().find(is_it) {
            Some(known) => known.name.clone(),
            None => format!("{}_{}", table.name, lookup.name),
        }
    }

    fn shows(&self, table: &TableDefinition) -> bool {
        table.custom || self.exposed.is_none_or(|exposed| exposed.contains(&table.name))
    }
}

impl Convention {
    /// The namespace of functions, actions and types.
    pub(crate) fn namespace(self) -> &'static str {
        match self {
            Self::Dataverse => "Microsoft.Dynamics.CRM.",
            Self::FinanceAndOperations => "Microsoft.Dynamics.DataEntities.",
        }
    }

    /// The name without this convention's namespace, if it had it.
    pub(crate) fn short(self, name: &str) -> &str {
        name.strip_prefix(self.namespace()).unwrap_or(name)
    }

    /// What the column's value is called in a row: `_ownerid_value` for a lookup in Dataverse.
    pub(crate) fn property(self, column: &ColumnDefinition) -> Cow<'_, str> {
        match (self, &column.kind) {
            (Self::Dataverse, ColumnKind::Lookup { .. }) => Cow::Owned(format!("_{}_value", column.name)),
            _ => Cow::Borrowed(&column.name),
        }
    }

    /// The column whose value is called `name`. Secret columns have no name.
    pub(crate) fn column(self, table: &TableDefinition, name: &str) -> Option<usize> {
        let inner = name.strip_prefix('_').and_then(|rest| rest.strip_suffix("_value"));
        let lookup = inner.filter(|_| self == Self::Dataverse).and_then(|inner| table.position(inner));
        let is_lookup = |at: usize| matches!(table.columns[at].kind, ColumnKind::Lookup { .. });
        let at = match lookup.filter(|at| is_lookup(*at)) {
            Some(at) => at,
            None => {
                let at = table.position(name)?;
                if self == Self::Dataverse && is_lookup(at) {
                    return None;
                }
                at
            }
        };
        (!table.columns[at].secret).then_some(at)
    }

    /// The error for a property that the table does not have, with the right name if it is close.
    pub(crate) fn unknown_property(self, table: &TableDefinition, name: &str) -> ApiError {
        let visible = table.columns.iter().filter(|column| !column.secret);
        let close = visible
            .map(|column| (column, self.property(column)))
            .find(|(column, property)| property.eq_ignore_ascii_case(name) || column.name == name);
        let hint = match close {
            Some((_, property)) => format!(" Use '{property}'; names are case-sensitive."),
            None => String::new(),
        };
        let message = format!("Could not find a property named '{name}' on {}.{hint}", table.name);
        ApiError::new(400, BAD_ATTRIBUTE, message)
    }
}

/// The lookup that a navigation property writes or follows, with its target: `parentaccountid`,
/// and `customerid_account` for one target of a polymorphic lookup, which alone has no target.
pub(crate) fn navigation<'a>(
    table: &'a TableDefinition,
    name: &str,
) -> Option<(&'a ColumnDefinition, Option<&'a str>)> {
    table.columns.iter().filter(|column| !column.secret).find_map(|column| {
        let ColumnKind::Lookup { targets } = &column.kind else { return None };
        if column.name == name {
            let only = targets.first().filter(|_| targets.len() == 1);
            return Some((column, only.map(String::as_str)));
        }
        let target = name.strip_prefix(column.name.as_str())?.strip_prefix('_')?;
        let known = targets.iter().find(|known| *known == target && targets.len() > 1)?;
        Some((column, Some(known.as_str())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::respond::example::{customer, lead};

    #[test]
    fn lookups_are_called_as_dataverse_calls_them() {
        let (lead, dataverse) = (lead(), Convention::Dataverse);
        let name = |property: &str| dataverse.column(&lead, property).map(|at| lead.columns[at].name.clone());
        assert_eq!(name("subject").as_deref(), Some("subject"));
        assert_eq!(name("_ownerid_value").as_deref(), Some("ownerid"));
        assert_eq!(name("ownerid"), None);
        assert_eq!(name("_subject_value"), None);
        assert_eq!(name("Subject"), None);
        assert_eq!(name("credential"), None, "secret columns have no name");
        let hint = |property: &str| dataverse.unknown_property(&lead, property).message;
        assert!(hint("ownerid").contains("'_ownerid_value'"), "{}", hint("ownerid"));
        assert!(hint("Subject").contains("'subject'"), "{}", hint("Subject"));
        assert!(!hint("CREDENTIAL").contains("'credential'"), "{}", hint("CREDENTIAL"));
    }

    #[test]
    fn headquarters_names_stay_as_they_are() {
        let customer = customer();
        let finance = Convention::FinanceAndOperations;
        assert!(finance.column(&customer, "CreatedBy").is_some());
        assert!(finance.column(&customer, "_CreatedBy_value").is_none());
        assert_eq!(finance.short("Microsoft.Dynamics.DataEntities.Approve"), "Approve");
        assert_eq!(finance.short("Approve"), "Approve");
    }
}
