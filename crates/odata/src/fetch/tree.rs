//! The tree that a FetchXML document becomes.

use super::Operator;

/// A query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetch {
    /// The table and what is asked of it.
    pub entity: Entity,
    /// At most so many rows in all.
    pub top: Option<u32>,
    /// Rows of one page.
    pub count: Option<u32>,
    /// Which page; the first is 1.
    pub page: u32,
    /// Where the page before ended.
    pub cookie: Option<super::Cookie>,
    /// No row twice.
    pub distinct: bool,
    /// Whether to count all rows.
    pub return_total_record_count: bool,
}

/// A table in a query, the first or a linked one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Logical name.
    pub name: String,
    /// Byte offset of its element.
    pub offset: usize,
    /// Whether all columns are to be shown.
    pub all_columns: bool,
    /// Columns to show, in order.
    pub columns: Vec<Attribute>,
    /// Conditions, all of which must hold.
    pub filters: Vec<FetchFilter>,
    /// The order.
    pub orders: Vec<Order>,
    /// Tables linked to it.
    pub links: Vec<Link>,
}

/// A column to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// The column.
    pub name: String,
    /// Under which name.
    pub alias: Option<String>,
    /// Byte offset of its element.
    pub offset: usize,
}

/// A linked table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The table and what is asked of it.
    pub entity: Entity,
    /// Column of the linked table.
    pub from: String,
    /// Column of the table that it is linked to.
    pub to: String,
    /// Name by which other parts of the query call it.
    pub alias: Option<String>,
    /// What becomes of rows without a partner.
    pub kind: JoinKind,
}

/// What becomes of rows that a link leads nowhere from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JoinKind {
    /// They are not found; others come once for each partner.
    Inner,
    /// They stay.
    Outer,
    /// They are not found; others come once.
    Exists,
}

/// A condition on rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FetchFilter {
    /// All of them.
    And(Vec<FetchFilter>),
    /// Any of them.
    Or(Vec<FetchFilter>),
    /// One.
    Condition(FetchCondition),
}

/// One condition on one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchCondition {
    /// The column.
    pub attribute: String,
    /// Alias or name of the linked table that it is in.
    pub entity: Option<String>,
    /// How it is compared.
    pub operator: Operator,
    /// With what; as many values as the operator takes.
    pub values: Vec<String>,
    /// Byte offset of its element.
    pub offset: usize,
}

/// One term of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub attribute: String,
    /// Alias or name of the linked table that it is in.
    pub entity: Option<String>,
    /// From the greatest down.
    pub descending: bool,
    /// Byte offset of its element.
    pub offset: usize,
}
