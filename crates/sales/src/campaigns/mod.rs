//! Campaigns: what leads and opportunities may be an answer to.

use tables::Table;
use uuid::Uuid;

/// A campaign.
#[derive(Clone, Debug, Table)]
#[table(name = "campaign", set = "campaigns", ownership = "user", primary = "name", index(name))]
pub struct Campaign {
    /// Id.
    #[column(id)]
    pub campaignid: Uuid,
    /// Name.
    #[column(text = 128)]
    pub name: String,
    /// Code by which it is known.
    #[column(text = 32)]
    pub codename: Option<String>,
    /// Description.
    #[column(memo = 2000)]
    pub description: Option<String>,
}
