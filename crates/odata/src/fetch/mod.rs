//! FetchXML: the query language of Dataverse's views, read into a tree.
//!
//! ```
//! let text = r#"<fetch><entity name="lead"><attribute name="subject" />
//!     <filter><condition attribute="ownerid" operator="eq-userid" /></filter></entity></fetch>"#;
//! assert_eq!(odata::fetch::parse_fetch(text)?.entity.name, "lead");
//! # Ok::<(), odata::SyntaxError>(())
//! ```

mod cookie;
mod layout;
mod operator;
mod parse;
mod tree;
mod xml;

pub use cookie::Cookie;
pub use layout::parse_layout;
pub use operator::{Operator, Unit};
pub use parse::parse_fetch;
pub use tree::{Attribute, Entity, Fetch, FetchCondition, FetchFilter, JoinKind, Link, Order};
