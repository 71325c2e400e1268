//! Views: stored queries on a table, the system's own and those of one person. Each is FetchXML
//! that runs as whoever opens it.

mod checking;
mod saved_query;
mod system_views;
mod user_query;

pub use saved_query::{QueryType, SavedQuery};
pub use system_views::{SystemView, system_views};
pub use user_query::UserQuery;

pub(crate) use checking::rule as checking_rule;
pub(crate) use system_views::seed;

use crate::states::{States, active_or_not};

pub(crate) const SAVED_STATES: States = active_or_not("savedquery");
pub(crate) const USER_STATES: States = active_or_not("userquery");
