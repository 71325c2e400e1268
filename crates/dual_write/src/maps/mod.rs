//! Map documents: what is kept in step with what, column by column, as versioned TOML.

mod column;
mod condition;
mod decision;
mod map;
mod scope;
mod solution;
mod template;

pub use column::{Column, Direction, Lookup, Values};
pub use condition::{Condition, Pair, Test};
pub use decision::{Command, Decision, Decisions, Fact, Linked, Note, Parameter, RelatedRow, Step, Write};
pub use map::{End, Map, Related};
pub use scope::Scope;
pub use solution::{MapError, Solution};
pub use template::{Body, Constant, Template};
