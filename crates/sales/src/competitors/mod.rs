//! Competitors: whom an opportunity can be lost to.

use tables::Table;
use uuid::Uuid;

/// A competitor.
#[derive(Clone, Debug, Table)]
#[table(name = "competitor", set = "competitors", primary = "name", index(name))]
pub struct Competitor {
    /// Id.
    #[column(id)]
    pub competitorid: Uuid,
    /// Name.
    #[column(text = 100)]
    pub name: String,
    /// Website.
    #[column(text = 200)]
    pub websiteurl: Option<String>,
    /// What they are good at.
    #[column(memo = 2000)]
    pub strengths: Option<String>,
    /// What they are not good at.
    #[column(memo = 2000)]
    pub weaknesses: Option<String>,
    /// What they may do next.
    #[column(memo = 2000)]
    pub threats: Option<String>,
    /// What that leaves to us.
    #[column(memo = 2000)]
    pub opportunities: Option<String>,
}
