//! Requests from the store: pulled by P-0001, turned into prospects by the synchronise job, and
//! answered with where they stand.

mod added_users;
mod member_changes;
pub mod p_0001;
mod password_resets;
pub mod publish_status;
mod request_mails;
pub mod synchronize;
mod unanswered;

pub(crate) use unanswered::rules;

use channel::requests::RequestStatus;
use tables::jiff::Timestamp;
use tables::uuid::Uuid;
use tables::{Choice, Table};

/// How far headquarters is with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum ProcessingStatus {
    /// Waits to become a prospect.
    Pending = 1,
    /// Is a prospect.
    Completed = 2,
}

/// A request as it came from the store.
#[derive(Clone, Debug, PartialEq, Table)]
#[table(
    name = "onboardingrequest",
    set = "OnboardingRequests",
    primary = "RequestReference",
    naming = "pascal",
    key(by_reference(RequestReference)),
    index(ProcessingStatus),
    index(StatusPublished)
)]
#[expect(missing_docs, reason = "names of the contract")]
pub struct StagedRequest {
    /// Id: the store's own id of the request.
    #[column(id)]
    pub external_row_id: Uuid,
    /// Company that the store belongs to.
    #[column(text = 4, name = "dataAreaId")]
    pub data_area_id: String,
    /// What people call the request.
    #[column(text = 20)]
    pub request_reference: String,
    #[column(text = 100)]
    pub organization_name: String,
    #[column(text = 50)]
    pub person_first_name: String,
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
    pub address_street: String,
    #[column(text = 80)]
    pub address_city: String,
    #[column(text = 50)]
    pub address_state: Option<String>,
    #[column(text = 20)]
    pub address_postal_code: Option<String>,
    #[column(text = 2)]
    pub address_country: String,
    #[column(memo = 2000)]
    pub comments: Option<String>,
    #[column(text = 35)]
    pub language: String,
    /// Reference of an earlier request of the same company or tax id.
    #[column(text = 20)]
    pub possible_duplicate_of: Option<String>,
    #[column(text = 100)]
    pub store_name: String,
    #[column(text = 200)]
    pub store_url: String,
    #[column(date_time)]
    pub terms_accepted_at: Timestamp,
    /// Which text they were.
    #[column(text = 12)]
    pub terms_version: Option<String>,
    #[column(date_time)]
    pub submitted_at: Timestamp,
    /// How far headquarters is.
    #[column(choice, default = ProcessingStatus::Pending)]
    pub processing_status: ProcessingStatus,
    /// Why it is no prospect yet, after a failed try.
    #[column(memo = 2000)]
    pub failure_message: Option<String>,
    /// The prospect that it became.
    #[column(text = 20)]
    pub prospect_id: Option<String>,
    /// Where the request stands for its sender.
    #[column(choice, default = RequestStatus::Received)]
    pub request_status: RequestStatus,
    /// Whether the store knows that.
    #[column(yes_no, default = true)]
    pub status_published: bool,
}
