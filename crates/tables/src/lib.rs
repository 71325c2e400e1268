//! The store: tables, rows, rules, security, versions, change log and audit, on SQLite and
//! PostgreSQL alike.
//!
//! Every write, whoever makes it, takes one path: validate, authorise, rules, then row, version,
//! change-log entry and audit entry in one transaction. Nothing here knows HTTP, HTML or OData.
#![warn(missing_docs)]

pub mod catalog;
pub mod change;
pub mod column;
pub mod definition;
mod error;
pub mod fold;
pub mod json;
mod label;
pub mod log;
pub mod migration;
pub mod query;
pub mod row;
pub mod security;
mod sql;
pub mod store;
mod table;
#[cfg(feature = "testing")]
pub mod testing;
pub mod value;

extern crate self as tables;

pub use catalog::Catalog;
pub use change::{Change, Draft, Moment, Operation, Rule, RuleCode, RuleFuture, Written};
pub use column::{ChoiceOption, ColumnDefinition, ColumnKind, Requirement};
pub use definition::{KeyDefinition, Naming, Ownership, System, TableDefinition};
pub use error::{Error, Result};
pub use fold::fold;
pub use label::Label;
pub use migration::Migration;
pub use query::{
    Aggregate, Comparison, Cursor, Filter, Group, Link, LinkKind, Measure, Page, Path, Period, Query, Sort,
    TextMatch,
};
pub use row::{Row, Values};
pub use security::{Depth, Principal, Privilege, Right, SYSTEM_USER};
pub use store::{Aggregated, Context, Doorbell, Location, Reader, Store, Tx, VerbFuture, backup, rung};
pub use table::{Added, Choice, ColumnValue, Table};
pub use tables_derive::{Choice, Table};
pub use value::{Decimal, File, Money, Reference, Value};
pub use {jiff, uuid};
