//! A query as a tree, the same for both databases and for an evaluator in memory.
//!
//! Comparison with nothing is neither true nor false, as in SQL and Dataverse: `ne 'x'` does not
//! find rows without a value.

mod aggregate;
mod cursor;
mod link;

pub use aggregate::{Aggregate, Group, Measure, Period};
pub use cursor::Cursor;
pub use link::{Link, LinkKind};

use crate::{Row, Value};

/// Rows of one page when the caller says nothing.
pub const PAGE_SIZE_DEFAULT: u32 = 5_000;
/// Most rows of one page (Dataverse's own limit).
pub const PAGE_SIZE_MAX: u32 = 5_000;
/// Deepest nesting of a filter.
pub const FILTER_DEPTH_MAX: usize = 32;
/// Most conditions in one filter.
pub const FILTER_TERMS_MAX: usize = 500;
/// Most lookups that one query may follow; each link, `any` and `all` counts as one.
pub const JOINS_MAX: usize = 10;
/// Most steps of one path.
pub const PATH_STEPS_MAX: usize = 4;
/// Most values of one `in`.
pub const IN_VALUES_MAX: usize = 1_000;
/// Most rows of one aggregate (Dataverse's own limit).
pub const AGGREGATE_ROWS_MAX: usize = 50_000;
/// Most groups of one aggregate.
pub const GROUPS_MAX: usize = 5_000;
/// Most measures, and most columns to group by, of one aggregate.
pub const MEASURES_MAX: usize = 20;
/// Most columns in an order.
pub const ORDER_MAX: usize = 8;

/// A column of the table, or of a row that lookups or links lead to: `parentaccountid/name`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Path(pub Vec<String>);

impl From<&str> for Path {
    fn from(path: &str) -> Self {
        Self(path.split('/').map(str::to_owned).collect())
    }
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `<>`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

/// How text is searched. Case and compatibility forms do not matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextMatch {
    /// Anywhere.
    Contains,
    /// At the start.
    StartsWith,
    /// At the end.
    EndsWith,
}

/// A condition on rows.
#[derive(Clone, Debug, PartialEq)]
pub enum Filter {
    /// All of them; none: true.
    And(Vec<Filter>),
    /// Any of them; none: false.
    Or(Vec<Filter>),
    /// The opposite; unknown stays unknown.
    Not(Box<Filter>),
    /// A comparison with a value that is not null.
    Compare(Path, Comparison, Value),
    /// One of these values.
    In(Path, Vec<Value>),
    /// From the first to the second, both included.
    Between(Path, Value, Value),
    /// Has no value.
    IsNull(Path),
    /// A search in text.
    Text(Path, TextMatch, String),
    /// One of these options or more is among those of a multi-choice column.
    ContainsValues(Path, Vec<i32>),
    /// There is a row of `table` whose `lookup` points to this one and that fulfils `filter`, whose
    /// paths begin there. Rows that the caller may not see count as not there.
    Any {
        /// Logical name of the table that points here.
        table: String,
        /// Its column that does.
        lookup: String,
        /// What the row must fulfil; nothing: that it is there.
        filter: Option<Box<Filter>>,
    },
    /// There is no row of `table` whose `lookup` points to this one and that does not fulfil
    /// `filter`. True where nothing points here.
    All {
        /// Logical name of the table that points here.
        table: String,
        /// Its column that does.
        lookup: String,
        /// What each row must fulfil.
        filter: Box<Filter>,
    },
}

impl Filter {
    /// `path` equals `value`; without a value: has none.
    pub fn equals(path: impl Into<Path>, value: impl Into<Value>) -> Self {
        match value.into() {
            Value::Null => Self::IsNull(path.into()),
            value => Self::Compare(path.into(), Comparison::Equal, value),
        }
    }

    /// There is a row of `table` whose `lookup` points here and that fulfils `filter`.
    pub fn any(table: impl Into<String>, lookup: impl Into<String>, filter: Option<Self>) -> Self {
        Self::Any { table: table.into(), lookup: lookup.into(), filter: filter.map(Box::new) }
    }

    /// Every row of `table` whose `lookup` points here fulfils `filter`.
    pub fn all(table: impl Into<String>, lookup: impl Into<String>, filter: Self) -> Self {
        Self::All { table: table.into(), lookup: lookup.into(), filter: Box::new(filter) }
    }

    /// This and `other`.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match self {
            Self::And(mut all) => {
                all.push(other);
                Self::And(all)
            }
            first => Self::And(vec![first, other]),
        }
    }
}

/// One term of an order. Rows without a value come first, descending last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub path: Path,
    /// From the greatest down.
    pub descending: bool,
}

/// What to read of one table. The row's id is always the last term of the order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// Logical name.
    pub table: String,
    /// Columns to read; empty: all. The id and the version always come along.
    pub select: Vec<String>,
    /// The condition.
    pub filter: Option<Filter>,
    /// Rows of other tables that come back beside each row.
    pub links: Vec<Link>,
    /// The order.
    pub order: Vec<Sort>,
    /// Rows per page; 0: [`PAGE_SIZE_DEFAULT`].
    pub page_size: u32,
    /// Where the page before ended.
    pub after: Option<Cursor>,
    /// Whether to count all rows, up to [`PAGE_SIZE_MAX`].
    pub count: bool,
}

impl Query {
    /// All rows of `table`.
    #[must_use]
    pub fn of(table: impl Into<String>) -> Self {
        Self { table: table.into(), ..Self::default() }
    }

    /// Only rows that also fulfil `filter`.
    #[must_use]
    pub fn filter(mut self, filter: Filter) -> Self {
        self.filter = Some(match self.filter.take() {
            None => filter,
            Some(before) => before.and(filter),
        });
        self
    }

    /// With rows of another table beside each row.
    #[must_use]
    pub fn link(mut self, link: Link) -> Self {
        self.links.push(link);
        self
    }

    /// Sorted also by `path`, ascending.
    #[must_use]
    pub fn order_by(mut self, path: impl Into<Path>) -> Self {
        self.order.push(Sort { path: path.into(), descending: false });
        self
    }

    /// Sorted also by `path`, descending.
    #[must_use]
    pub fn order_by_descending(mut self, path: impl Into<Path>) -> Self {
        self.order.push(Sort { path: path.into(), descending: true });
        self
    }

    /// At most `rows` rows per page.
    #[must_use]
    pub fn limit(mut self, rows: u32) -> Self {
        self.page_size = rows;
        self
    }
}

/// One page of rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// In the query's order.
    pub rows: Vec<Row>,
    /// Where the next page begins; `None` on the last.
    pub next: Option<Cursor>,
    /// How many rows the filter finds in all, where asked for.
    pub count: Option<u64>,
}
