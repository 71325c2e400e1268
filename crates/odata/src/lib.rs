//! The OData language of URLs and headers: text in, trees out, and back.
//!
//! This crate reads `$filter` and its sibling options, resource paths, the
//! `Prefer` header, entity tags and FetchXML. It knows nothing of tables, SQL or HTTP;
//! whoever serves a request gives the trees their meaning.
//!
//! Every entry point takes untrusted text. None of them panics, all of them
//! run in time linear in the text, and each bound they keep is a constant in
//! [`limits`].
//!
//! ```
//! let filter = odata::parse_filter("not contains(name,'O''B') or age ge 21")?;
//! assert_eq!(filter.to_string(), "not (contains(name,'O''B')) or age ge 21");
//! # Ok::<(), odata::SyntaxError>(())
//! ```
#![warn(missing_docs)]

mod calendar;
mod condition;
mod error;
pub mod fetch;
mod filter;
pub mod limits;
mod literal;
mod parse;
mod percent;
mod prefer;
mod print;
mod query;
mod resource;

pub use condition::{Condition, parse_if_match, parse_if_none_match};
pub use error::SyntaxError;
pub use filter::{Comparison, Filter, Path, TextMatchKind};
pub use literal::Literal;
pub use parse::{
    Aliases, Expand, OrderBy, parse_expand, parse_expand_with, parse_filter, parse_filter_with,
    parse_literal, parse_order_by, parse_select,
};
pub use prefer::{Preferences, parse_prefer};
pub use print::escape_text;
pub use query::{QueryOptions, parse_query};
pub use resource::{Key, Segment, parse_resource};
