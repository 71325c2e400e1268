//! Prospects: companies that want to become business partners, until they are decided.

pub mod approve;
pub mod checks;
mod complete;
mod decision;
pub mod reject;
pub mod start_review;

pub use complete::rule;
pub use decision::{Authorship, DecidedIn, DecisionError, Outcome, Verdict};
pub use reject::RejectionReason;

use tables::jiff::Timestamp;
use tables::uuid::Uuid;
use tables::{Choice, Table};

/// The kind of prospect that a store's request becomes.
pub const TYPE_B2B: &str = "B2B prospect";

/// Where a prospect stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ProspectStatus {
    Open = 1,
    InReview = 2,
    Approved = 3,
    Rejected = 4,
}

/// A prospect of one company.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "prospect",
    set = "BusinessPartnerProspects",
    primary = "OrganizationName",
    naming = "pascal",
    key(by_prospect(dataAreaId, ProspectId)),
    key(by_request(RequestReference)),
    index(Status),
    index(RequestorCustomerAccount)
)]
#[expect(missing_docs, reason = "names of the contract")]
pub struct Prospect {
    /// Id; callers may choose it.
    #[column(id)]
    pub external_row_id: Uuid,
    /// Company; nothing given: the default one.
    #[column(text = 4, name = "dataAreaId", form)]
    pub data_area_id: String,
    /// Its number; nothing given: the next of the sequence.
    #[column(text = 20, form)]
    pub prospect_id: String,
    #[column(choice, default = ProspectStatus::Open, read_only)]
    pub status: ProspectStatus,
    #[column(text = 20, default = TYPE_B2B)]
    pub type_id: Option<String>,
    #[column(text = 100)]
    pub organization_name: String,
    #[column(text = 50)]
    pub person_first_name: Option<String>,
    #[column(text = 50)]
    pub person_last_name: String,
    #[column(text = 100)]
    pub primary_contact_email: String,
    #[column(text = 50)]
    pub primary_contact_phone: Option<String>,
    #[column(text = 100)]
    pub job_title: Option<String>,
    #[column(text = 200)]
    pub website: Option<String>,
    #[column(text = 20)]
    pub tax_id: Option<String>,
    #[column(whole, min = 0, max = 1_000_000)]
    pub number_of_employees: Option<i64>,
    #[column(text = 250)]
    pub address_street: Option<String>,
    #[column(text = 80)]
    pub address_city: Option<String>,
    #[column(text = 50)]
    pub address_state: Option<String>,
    #[column(text = 20)]
    pub address_postal_code: Option<String>,
    /// Reference of an earlier request of the same company or tax id: for the reviewer.
    #[column(text = 20)]
    pub possible_duplicate_of: Option<String>,
    #[column(text = 80)]
    pub address_country: Option<String>,
    #[column(memo = 2000)]
    pub comments: Option<String>,
    /// The store's request that it came from.
    #[column(text = 20)]
    pub request_reference: Option<String>,
    /// Language of the requestor, BCP 47.
    #[column(text = 35)]
    pub language: Option<String>,
    /// The store that took the request. Links in mails go there, so no caller writes it.
    #[column(text = 100, read_only)]
    pub store_name: Option<String>,
    #[column(text = 200, read_only)]
    pub store_url: Option<String>,
    #[column(choice, read_only)]
    pub rejection_reason: Option<RejectionReason>,
    #[column(memo = 2000, read_only)]
    pub rejection_comment: Option<String>,
    /// E-mail address of the person who decided.
    #[column(text = 200, read_only)]
    pub decided_by: Option<String>,
    #[column(choice, read_only)]
    pub decided_in: Option<DecidedIn>,
    #[column(date_time, read_only)]
    pub decided_at: Option<Timestamp>,
    /// The command that decided, as its sender calls it.
    #[column(text = 100, read_only)]
    pub decision_id: Option<String>,
    #[column(text = 20, read_only)]
    pub organization_customer_account: Option<String>,
    #[column(text = 20, read_only)]
    pub requestor_customer_account: Option<String>,
    #[column(text = 20, read_only)]
    pub customer_hierarchy_id: Option<String>,
}
