//! The views that somebody made for oneself.

use tables::Table;
use uuid::Uuid;

use super::QueryType;
use crate::accounts::{ActiveReason, ActiveState};

/// A view of one person.
#[derive(Clone, Debug, Table)]
#[table(
    name = "userquery",
    set = "userqueries",
    ownership = "user",
    primary = "name",
    index(returnedtypecode)
)]
pub struct UserQuery {
    /// Id.
    #[column(id)]
    pub userqueryid: Uuid,
    /// Name.
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
    /// State.
    #[column(choice, default = ActiveState::Active)]
    pub statecode: ActiveState,
    /// Reason.
    #[column(choice, default = ActiveReason::Active)]
    pub statuscode: ActiveReason,
}
