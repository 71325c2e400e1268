//! The views that everybody sees.

use tables::{Choice, Table};
use uuid::Uuid;

use crate::accounts::{ActiveReason, ActiveState};

/// What a view is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum QueryType {
    /// In the list of views.
    PublicView = 0,
    /// Made by advanced find.
    AdvancedFind = 1,
    /// Rows of another row.
    AssociatedView = 2,
    /// The search field of a list.
    QuickFind = 4,
    /// Choosing a row.
    LookupView = 64,
}

/// A view of the system.
#[derive(Clone, Debug, Table)]
#[table(name = "savedquery", set = "savedqueries", primary = "name", index(returnedtypecode))]
pub struct SavedQuery {
    /// Id.
    #[column(id)]
    pub savedqueryid: Uuid,
    /// Name, in en-US.
    #[column(text = 200)]
    pub name: String,
    /// Description.
    #[column(memo = 2000)]
    pub description: Option<String>,
    /// Logical name of the table.
    #[column(text = 60)]
    pub returnedtypecode: String,
    /// What it is for.
    #[column(choice, default = QueryType::PublicView)]
    pub querytype: QueryType,
    /// The query.
    #[column(memo = 32_768)]
    pub fetchxml: String,
    /// The columns of the list.
    #[column(memo = 100_000)]
    pub layoutxml: Option<String>,
    /// Whether it opens first.
    #[column(yes_no, default = false)]
    pub isdefault: bool,
    /// Whether it is the search field's.
    #[column(yes_no, default = false)]
    pub isquickfindquery: bool,
    /// State.
    #[column(choice, default = ActiveState::Active)]
    pub statecode: ActiveState,
    /// Reason.
    #[column(choice, default = ActiveReason::Active)]
    pub statuscode: ActiveReason,
}
