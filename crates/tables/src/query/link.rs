//! Links: rows of other tables beside a query's own.

use crate::Filter;

/// What becomes of a row that a link leads nowhere from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LinkKind {
    /// It is not found. Otherwise it comes once for each row that the link leads to.
    #[default]
    Inner,
    /// It comes without a linked row.
    Outer,
    /// It is not found, and comes once however many rows the link leads to; of those nothing
    /// comes back.
    Exists,
}

/// Rows of `table` whose `from` equals `to` of the row that they are linked from. Rows that the
/// caller may not see count as not there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// What becomes of rows without any.
    pub kind: LinkKind,
    /// Logical name of the linked table.
    pub table: String,
    /// Its column.
    pub from: String,
    /// The column of the table that is linked from.
    pub to: String,
    /// Name of the linked row in what comes back, unique in the query. Paths of the filter and the
    /// order around it may begin with it: `customer/name`.
    pub alias: String,
    /// Its columns that come back with the row; its id and version always do.
    pub select: Vec<String>,
    /// What the linked row must fulfil; paths begin there.
    pub filter: Option<Filter>,
    /// Links from the linked row onwards.
    pub links: Vec<Link>,
}

impl Link {
    /// A link of this kind to rows of `table`.
    #[must_use]
    pub fn to(kind: LinkKind, table: &str, from: &str, to: &str, alias: &str) -> Self {
        Self {
            kind,
            table: table.into(),
            from: from.into(),
            to: to.into(),
            alias: alias.into(),
            ..Self::default()
        }
    }

    /// Brings these columns back.
    #[must_use]
    pub fn select(mut self, columns: &[&str]) -> Self {
        self.select.extend(columns.iter().map(|column| (*column).to_owned()));
        self
    }

    /// Leads only to rows that also fulfil `filter`.
    #[must_use]
    pub fn filter(mut self, filter: Filter) -> Self {
        self.filter = Some(match self.filter.take() {
            None => filter,
            Some(before) => before.and(filter),
        });
        self
    }

    /// Goes on from the linked row.
    #[must_use]
    pub fn link(mut self, link: Self) -> Self {
        self.links.push(link);
        self
    }
}
