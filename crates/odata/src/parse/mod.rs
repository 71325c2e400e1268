//! Recursive descent over tokens, with a counted depth and no back-tracking.

mod expand;
mod filter;
mod function;
mod number;
mod options;
mod parser;
mod quoted;
mod tokens;
mod values;

use std::collections::BTreeMap;

pub use expand::{Expand, parse_expand, parse_expand_with};
pub use filter::{parse_filter, parse_filter_with};
pub use options::{OrderBy, parse_order_by, parse_select};
pub use values::parse_literal;

pub(crate) use parser::Parser;
pub(crate) use tokens::Token;

/// Parameter aliases: `@p1=5` in a query is `"p1" -> "5"` here.
pub type Aliases = BTreeMap<String, String>;

/// For texts whose query has no aliases.
pub(crate) static NO_ALIASES: Aliases = BTreeMap::new();
